//! The words of structural findings.

use crate::diagnostic::{Diagnostic, Label};
use crate::document::characters::is_hidden;
use crate::document::rules::{
    FILE_HIDDEN_CHARACTER, KEY_MISSING, KEY_TWICE, KEY_UNKNOWN, VALUE_BAD, VALUE_EMPTY, VALUE_TYPE,
    YAML_SURPRISE,
};
use crate::document::schema::check::Scope;
use crate::document::schema::shape::{Object, Shape, Text};
use crate::document::suggest::nearest;
use crate::document::tree::{NodeId, NodeKind, Scalar};
use crate::document::value::scalar_value;
use crate::source::{Layout, Span};

/// A known word and what is wrong with it, so that the walk can leave the fault out elsewhere.
pub(super) type Meant<'a> = Option<&'a str>;

/// A field without a value; `needed` where leaving it out is no way out.
pub(super) fn empty(scope: Scope<'_>, shape: &Shape, node: NodeId, name: &str, needed: bool) -> Diagnostic {
    let span = scope.tree.span(node);
    let what = if name.is_empty() { owner(scope) } else { format!("`{name}`") };
    Diagnostic::new(
        &VALUE_EMPTY,
        format!("{what} has no value"),
        label(scope, visible(scope, span), "nothing here"),
    )
    .with_help(format!("write {}{}", expected(shape), if needed { "" } else { ", or delete the line" }))
}

pub(super) fn wrong_type(scope: Scope<'_>, shape: &Shape, node: NodeId, name: &str) -> Diagnostic {
    let found = found(scope, node);
    let what = if name.is_empty() { owner(scope) } else { format!("`{name}`") };
    let message = format!("{what} must be {}, but this is {found}", expected(shape));
    let finding = Diagnostic::new(&VALUE_TYPE, message, label(scope, scope.tree.head(node), found));
    let written = scope.tree.text(node).map(str::to_ascii_lowercase);
    let meant = match (shape, written.as_deref()) {
        (Shape::Boolean, Some("yes" | "y" | "on")) => "true",
        (Shape::Boolean, Some("no" | "n" | "off")) => "false",
        _ => return finding.with_help(instead(shape)),
    };
    let span = scope.tree.span(node);
    finding.with_help(format!("write `{meant}`")).with_fix(
        format!("replace with `{meant}`"),
        scope.file,
        span,
        meant,
    )
}

/// Says how to write what belongs there.
fn instead(shape: &Shape) -> String {
    match shape {
        Shape::Any | Shape::Boolean => format!("write {}", expected(shape)),
        Shape::Text(text) => match (&text.example, text.choices.is_empty()) {
            (_, false) | (Some(_), true) => example(text),
            (None, true) => "write one text; put it in quotes if brackets or braces belong to it".to_owned(),
        },
        Shape::Integer(..) => "write it in digits, such as `12`".to_owned(),
        Shape::Number => "write it in digits, such as `12` or `0.5`".to_owned(),
        Shape::List(item, _) => match item.as_ref() {
            Shape::Object(object) => format!("start each with `- `, then its fields: {}", needed(object)),
            _ => "put each on a line of its own that starts with `- `".to_owned(),
        },
        Shape::Map(..) => "write one `name: value` on each line".to_owned(),
        Shape::Object(object) => format!("write its fields, one on each line: {}", needed(object)),
        Shape::OneOf(shapes) => {
            let ways: Vec<String> = shapes.iter().map(instead).collect();
            ways.join("; or ")
        }
    }
}

/// Names the fields that must be there; where none must, all of them.
fn needed(object: &Object) -> String {
    let all = object.fields.iter();
    let required: Vec<&str> =
        all.clone().filter(|field| field.required).map(|field| field.name.as_str()).collect();
    if required.is_empty() {
        return quoted(all.map(|field| field.name.as_str()));
    }
    quoted(required.into_iter())
}

pub(super) fn not_text(scope: Scope<'_>, text: &Text, node: NodeId, name: &str) -> Diagnostic {
    let span = scope.tree.span(node);
    let written = span.slice(scope.text);
    let found = found(scope, node);
    let finding = Diagnostic::new(
        &VALUE_TYPE,
        format!("`{name}` must be {}, but YAML reads this as {found}", expected_text(text)),
        label(scope, span, found),
    );
    if text.format.is_some() || !text.choices.is_empty() {
        return finding.with_help(example(text));
    }
    finding.with_help("put it in quotes so that it stays text").with_fix(
        "put it in quotes",
        scope.file,
        span,
        format!("\"{written}\""),
    )
}

pub(super) fn out_of_bounds(
    scope: Scope<'_>,
    (least, most): (Option<i64>, Option<i64>),
    node: NodeId,
    name: &str,
) -> Diagnostic {
    let bounds = match (least, most) {
        (Some(least), Some(most)) => format!("from {least} to {most}"),
        (Some(least), None) => format!("{least} or more"),
        (None, Some(most)) => format!("{most} or less"),
        (None, None) => "a whole number".to_owned(),
    };
    let span = scope.tree.span(node);
    Diagnostic::new(&VALUE_BAD, format!("`{name}` must be {bounds}"), label(scope, span, ""))
}

pub(super) fn too_few(scope: Scope<'_>, node: NodeId, name: &str, needed: bool) -> Diagnostic {
    let span = scope.tree.span(node);
    Diagnostic::new(&VALUE_EMPTY, format!("`{name}` is an empty list"), label(scope, span, "nothing in it"))
        .with_help(if needed { "name at least one" } else { "name at least one, or delete the line" })
}

pub(super) fn no_choice(scope: Scope<'_>, text: &Text, node: NodeId, name: &str) -> Diagnostic {
    let span = scope.tree.span(node);
    let written = scope.tree.text(node).unwrap_or("");
    let message = format!("`{written}` is not a value of `{name}`");
    let finding = Diagnostic::new(&VALUE_BAD, message, label(scope, span, ""));
    let all = format!("choose one of: {}", quoted(text.choices.iter().map(String::as_str)));
    match nearest(written, text.choices.iter().map(String::as_str)) {
        Some(meant) => finding.with_help(format!("did you mean `{meant}`? {all}")).with_fix(
            format!("replace with `{meant}`"),
            scope.file,
            span,
            meant,
        ),
        None => finding.with_help(all),
    }
}

pub(super) fn bad_value(
    scope: Scope<'_>,
    node: NodeId,
    scalar: Scalar<'_>,
    message: String,
    better: Option<String>,
) -> Diagnostic {
    let span = scope.tree.span(node);
    let finding = Diagnostic::new(&VALUE_BAD, message, label(scope, span, ""));
    match better {
        Some(better) => {
            let written = if scalar.plain { better.clone() } else { format!("\"{better}\"") };
            finding.with_help(format!("did you mean `{better}`?")).with_fix(
                format!("replace with `{better}`"),
                scope.file,
                span,
                written,
            )
        }
        None => finding,
    }
}

pub(super) fn key_not_text(scope: Scope<'_>, key: NodeId) -> Diagnostic {
    let span = scope.tree.head(key);
    Diagnostic::new(&KEY_UNKNOWN, "the name of a field must be a word", label(scope, span, ""))
        .with_help("write `name: value`")
}

pub(super) fn unknown_key<'a>(
    scope: Scope<'_>,
    object: &'a Object,
    free: &[&'a str],
    key: NodeId,
    (name, path): (&str, &str),
) -> (Diagnostic, Meant<'a>) {
    let span = scope.tree.span(key);
    if name == "<<" {
        let message = "`<<` (a merge key) is not read in a charter";
        let finding = Diagnostic::new(&KEY_UNKNOWN, message, label(scope, span, "not known here"));
        return (finding.with_help("write the fields out here"), None);
    }
    let owner = if path.is_empty() { owner(scope) } else { format!("this part of {}", owner(scope)) };
    let message = format!("`{name}` is not a field of {owner}");
    let finding = Diagnostic::new(&KEY_UNKNOWN, message, label(scope, span, "not known here"));
    match nearest(name, free.iter().copied()) {
        Some(meant) => {
            let fixed = finding.with_help(format!("did you mean `{meant}`?")).with_fix(
                format!("rename to `{meant}`"),
                scope.file,
                span,
                meant,
            );
            (fixed, Some(meant))
        }
        None => {
            // The name of a file of its own is the id already.
            let fields = object.fields.iter().filter(|field| field.required || field.name != "id");
            let all = quoted(fields.map(|field| field.name.as_str()));
            (finding.with_help(format!("the fields here are {all}")), None)
        }
    }
}

pub(super) fn missing_key(
    scope: Scope<'_>,
    object: &Object,
    mapping: NodeId,
    name: &str,
    path: &str,
) -> Diagnostic {
    let field = object.fields.iter().find(|field| field.name == name);
    let description = field.map_or("", |field| field.description.as_str());
    let owner = if path.is_empty() { owner(scope) } else { format!("this part of {}", owner(scope)) };
    let message = format!("`{name}` is missing");
    let help = format!("add `{name}: …`: {}", first_sentence(description));
    let span = scope.tree.head(mapping);
    Diagnostic::new(&KEY_MISSING, message, label(scope, span, format!("{owner} needs `{name}`")))
        .with_help(help)
}

pub(super) fn key_twice(scope: Scope<'_>, first: NodeId, second: NodeId, name: &str) -> Diagnostic {
    let (first, second) = (scope.tree.span(first), scope.tree.span(second));
    Diagnostic::new(&KEY_TWICE, format!("`{name}` is written twice"), label(scope, second, "again here"))
        .with_related(label(scope, first, "first written here"))
        .with_help("keep one of the two")
}

/// Warns of plain text that other YAML readers take for something else.
pub(super) fn surprise(scope: Scope<'_>, node: NodeId, scalar: Scalar<'_>, findings: &mut Vec<Diagnostic>) {
    if !scalar.plain {
        return;
    }
    let Some(reading) = other_reading(scalar.text) else { return };
    let span = scope.tree.span(node);
    findings.push(
        Diagnostic::new(
            &YAML_SURPRISE,
            format!("some YAML readers take `{}` for {reading}", scalar.text),
            label(scope, span, "not in quotes"),
        )
        .with_help("put it in quotes")
        .with_fix("put it in quotes", scope.file, span, format!("\"{}\"", scalar.text)),
    );
}

/// Says what a reader of YAML 1.1 takes a plain text for, where it differs from text.
fn other_reading(text: &str) -> Option<&'static str> {
    if ["yes", "no", "on", "off", "y", "n"].iter().any(|word| word.eq_ignore_ascii_case(text)) {
        return Some("true or false");
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !digits.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let base60 = digits.contains(':')
        && digits
            .split(':')
            .all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()));
    if base60 {
        return Some("a number in base 60");
    }
    let number = digits.len() > 1 && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
    number.then_some("a number")
}

/// Reports a character that cannot be seen and was written as an escape, `"\e"`.
pub(super) fn hidden_escape(
    scope: Scope<'_>,
    node: NodeId,
    scalar: Scalar<'_>,
    name: &str,
) -> Option<Diagnostic> {
    let span = scope.tree.span(node);
    let written = span.slice(scope.text);
    if scalar.plain || !written.contains('\\') {
        return None;
    }
    let hidden = scalar.text.chars().find(|character| is_hidden(*character))?;
    // Written as itself it was reported with the file's characters.
    if written.contains(hidden) {
        return None;
    }
    let message = format!("`{name}` holds a hidden character, U+{:04X}", u32::from(hidden));
    Some(
        Diagnostic::new(&FILE_HIDDEN_CHARACTER, message, label(scope, span, "written as an escape"))
            .with_help("write the text without the escape"),
    )
}

/// Calls the thing by its kind, "a role"; what there is one of only, by its file.
fn owner(scope: Scope<'_>) -> String {
    let Some(kind) = scope.kind else { return "the settings".to_owned() };
    match kind.layout() {
        Layout::Single => format!("`{}.yaml`", kind.plural()),
        Layout::ListOrFolder | Layout::Folder | Layout::Records | Layout::Inside(_) => kind.with_article(),
    }
}

fn label(scope: Scope<'_>, span: Span, text: impl Into<String>) -> Label {
    Label::new(scope.file, span, text)
}

/// A place with no text is shown at the word before it: the key of an empty value.
fn visible(scope: Scope<'_>, span: Span) -> Span {
    if !span.is_empty() {
        return span;
    }
    let before = scope.text.get(..span.start as usize).unwrap_or("").trim_end();
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let start = line + before[line..].find(|first: char| !first.is_whitespace()).unwrap_or(0);
    Span::new(start, before.len())
}

fn found(scope: Scope<'_>, node: NodeId) -> &'static str {
    match scope.tree.node(node).kind {
        NodeKind::Sequence(_) => "a list",
        NodeKind::Mapping(_) => "a group of fields",
        NodeKind::Refused => "something else",
        NodeKind::Scalar(scalar) => match scalar_value(scalar) {
            serde_yaml::Value::Bool(_) => "true or false",
            serde_yaml::Value::Number(number) if number.is_f64() => "a number with a fraction",
            serde_yaml::Value::Number(_) => "a number",
            serde_yaml::Value::Null => "nothing",
            _ => "text",
        },
    }
}

fn expected(shape: &Shape) -> String {
    match shape {
        Shape::Any => "a value".to_owned(),
        Shape::Text(text) => expected_text(text),
        Shape::Integer(..) => "a whole number".to_owned(),
        Shape::Number => "a number".to_owned(),
        Shape::Boolean => "`true` or `false`".to_owned(),
        Shape::List(item, _) => match item.as_ref() {
            Shape::Object(_) => "a list of groups of fields, each starting with `- `".to_owned(),
            _ => "a list, such as `[one, two]`".to_owned(),
        },
        Shape::Map(..) | Shape::Object(_) => "a group of fields".to_owned(),
        Shape::OneOf(shapes) => shapes.iter().map(expected).collect::<Vec<_>>().join(" or "),
    }
}

fn expected_text(text: &Text) -> String {
    if let Some(reference) = &text.reference {
        let kinds: Vec<String> = reference.kinds.iter().map(|kind| format!("a {} id", kind.name())).collect();
        return if reference.lenient { "text".to_owned() } else { kinds.join(" or ") };
    }
    match (&text.format, text.choices.is_empty()) {
        (_, false) => "one word".to_owned(),
        (Some(format), true) => match format.as_str() {
            "money" => "an amount such as `500 GBP`",
            "time-span" | "reply-time" => "a span of time such as `4 working hours`",
            "date" => "a date such as `2026-01-31`",
            "clock" => "a time such as `\"07:30\"`",
            "clock-range" => "a span of the day such as `\"07:30-16:30\"`",
            _ => "text",
        }
        .to_owned(),
        (None, true) => "text".to_owned(),
    }
}

fn example(text: &Text) -> String {
    match (&text.example, text.choices.is_empty()) {
        (_, false) => format!("choose one of: {}", quoted(text.choices.iter().map(String::as_str))),
        (Some(example), true) => format!("for example `{example}`"),
        (None, true) => "put it in quotes so that it stays text".to_owned(),
    }
}

fn quoted<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn first_sentence(text: &str) -> &str {
    text.split_once(". ").map_or(text, |(first, _)| first).trim_end_matches('.')
}
