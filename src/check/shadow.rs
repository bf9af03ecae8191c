//! One finding for one fault: what a weightier finding at the same place has said already is left out. Entry point:
//! [`apply`].

use crate::diagnostic::Diagnostic;
use crate::document::rules::{FILE_TOO_MANY, KEY_UNKNOWN};

/// Leaves out everything else where reading stopped at a limit of the whole charter, and that a key is unknown where it is said that what it holds is private.
pub fn apply(findings: &mut Vec<Diagnostic>) {
    if findings.iter().any(|finding| finding.rule.code == FILE_TOO_MANY.code) {
        findings
            .retain(|finding| finding.rule.code == FILE_TOO_MANY.code || finding.rule.group() == "settings");
    }
    let private: Vec<_> = findings
        .iter()
        .filter(|finding| finding.rule.group() == "privacy")
        .map(|finding| (finding.primary.file, finding.primary.span))
        .collect();
    findings.retain(|finding| {
        let own = finding.primary.span;
        finding.rule.code != KEY_UNKNOWN.code
            || !private.iter().any(|(file, span)| {
                *file == finding.primary.file && own.start < span.end && span.start < own.end
            })
    });
}

#[cfg(test)]
mod tests {
    use super::apply;
    use crate::diagnostic::{Diagnostic, Label, Rule, Severity};
    use crate::document::rules::KEY_UNKNOWN;
    use crate::source::{Snapshot, Span};

    static PRIVATE: Rule = Rule {
        code: "privacy-forbidden-field",
        severity: Severity::Error,
        summary: "s",
        why: "w",
        explanation: "e",
    };

    #[test]
    fn an_unknown_key_that_is_private_is_said_once() {
        let snapshot = Snapshot::from_texts([("roles.yaml", "x"), ("teams.yaml", "x")]);
        let files: Vec<_> = snapshot.files().map(|(id, _)| id).collect();
        let at = |rule, file: usize, start, end| {
            Diagnostic::new(rule, "m", Label::new(files[file], Span { start, end }, ""))
        };
        let unknown = [at(&KEY_UNKNOWN, 0, 4, 12), at(&KEY_UNKNOWN, 0, 20, 28), at(&KEY_UNKNOWN, 1, 4, 12)];
        let mut findings = unknown.to_vec();
        findings.push(at(&PRIVATE, 0, 4, 25));
        findings.push(at(&PRIVATE, 0, 28, 30));
        apply(&mut findings);
        let left: Vec<u32> = findings.iter().map(|finding| finding.primary.span.start).collect();
        assert_eq!(left, [4, 4, 28]);
    }
}
