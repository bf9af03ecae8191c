//! SARIF 2.1.0, the format that code scanning and many editors read.
//!
//! Addresses are relative to the repository's root. Lines and columns count from 1, columns in characters; the end
//! is just past the last character. Findings that a baseline knows are listed as suppressed. What forges ignore or refuse is left out: no empty lists, no column 0.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Fix, Label, Rule, Severity};
use crate::report::fingerprint::Fingerprints;
use crate::report::{Report, escape, places::Places};
use crate::source::{FileId, Span};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

/// Writes the findings as one JSON object, ended by a line end. Only rules that found something are described.
pub(super) fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let all = || report.diagnostics.iter().chain(report.known);
    let places = Places::new(report.snapshot, all());
    let mut rules: BTreeMap<&str, &Rule> = BTreeMap::new();
    rules.extend(all().map(|diagnostic| (diagnostic.rule.code, diagnostic.rule)));
    let numbers: BTreeMap<&str, usize> = rules.keys().copied().zip(0..).collect();
    let mut names = Fingerprints::default();
    let mut listed = |diagnostic: &Diagnostic| {
        let name = names.next(places.path(diagnostic.primary.file), diagnostic);
        result(&places, diagnostic, numbers[diagnostic.rule.code], &name)
    };
    let mut results: Vec<Value> = report.diagnostics.iter().map(&mut listed).collect();
    results.extend(report.known.iter().map(|diagnostic| {
        let mut result = listed(diagnostic);
        result["suppressions"] = json!([{ "kind": "external", "justification": "known from the baseline" }]);
        result
    }));
    let output = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": env!("CARGO_PKG_NAME"),
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": rules.values().map(|rule| described(rule)).collect::<Vec<Value>>(),
                },
            },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    let text = serde_json::to_string_pretty(&output)?;
    writeln!(out, "{}", escape::json(&text))
}

fn described(rule: &Rule) -> Value {
    let help = [rule.explanation, rule.why].into_iter().filter(|text| !text.is_empty());
    let help = help.collect::<Vec<&str>>().join("\n\n");
    json!({
        "id": rule.code,
        "shortDescription": { "text": rule.summary },
        "fullDescription": { "text": if rule.why.is_empty() { rule.summary } else { rule.why } },
        "help": { "text": help, "markdown": help },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [rule.group()] },
    })
}

fn result(places: &Places<'_>, diagnostic: &Diagnostic, number: usize, name: &str) -> Value {
    let primary = &diagnostic.primary;
    let help = diagnostic.help.as_ref().map(|help| format!("\nHelp: {help}")).unwrap_or_default();
    let mut result = json!({
        "ruleId": diagnostic.rule.code,
        "ruleIndex": number,
        "level": level(diagnostic.severity),
        "message": message(&format!("{}{help}", diagnostic.message)),
        "locations": [located(places, primary)],
        "partialFingerprints": { "itcharter/v1": name },
    });
    if !diagnostic.related.is_empty() {
        let related = diagnostic.related.iter().enumerate().map(|(index, label)| {
            let mut location = located(places, label);
            location["id"] = json!(index + 1);
            location
        });
        result["relatedLocations"] = related.collect();
    }
    if let Some(fix) = diagnostic.fix.as_ref().filter(|fix| !fix.edits.is_empty()) {
        result["fixes"] = json!([fixed(places, fix)]);
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn located(places: &Places<'_>, label: &Label) -> Value {
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": address(&places.forge_path(label.file)) },
            "region": region(places, label.file, label.span),
        },
    });
    if !label.text.is_empty() {
        location["message"] = message(&label.text);
    }
    location
}

fn region(places: &Places<'_>, file: FileId, span: Span) -> Value {
    let (start, end) = places.positions(file, span);
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// Returns a fix, its edits gathered by file.
fn fixed(places: &Places<'_>, fix: &Fix) -> Value {
    let mut files: BTreeMap<FileId, Vec<Value>> = BTreeMap::new();
    for edit in &fix.edits {
        files.entry(edit.file).or_default().push(json!({
            "deletedRegion": region(places, edit.file, edit.span),
            "insertedContent": { "text": edit.replacement },
        }));
    }
    let change = |(file, replacements): (FileId, Vec<Value>)| {
        json!({
            "artifactLocation": { "uri": address(&places.forge_path(file)) },
            "replacements": replacements,
        })
    };
    json!({
        "description": message(&fix.title),
        "artifactChanges": files.into_iter().map(change).collect::<Vec<Value>>(),
    })
}

/// Returns a message object. A message in plain text may hold links, `[text](target)`; what comes from a charter
/// must not become one.
fn message(text: &str) -> Value {
    json!({ "text": text.replace("](", "] (") })
}

/// Returns a path as a relative address: everything but letters, digits and a few marks is written as `%XX`.
fn address(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            address.push(char::from(byte));
        } else {
            write!(address, "%{byte:02X}").expect("writing to a String does not fail");
        }
    }
    address
}
