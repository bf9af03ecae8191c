//! Keeps passwords and keys out of what the tool prints.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::check::rules::secrets;
use crate::diagnostic::Diagnostic;
use crate::source::Snapshot;

/// What stands in messages in place of a secret.
const HIDDEN: &str = "•••";

/// Code of the rule that finds secrets.
const RULE: &str = "privacy-secret";

/// Returns a line with a sign in place of each character of a secret, as many bytes long, so that places stay.
pub fn without(line: &str) -> Cow<'_, str> {
    let found = secrets(line);
    if found.is_empty() {
        return Cow::Borrowed(line);
    }
    let is_hidden = |at: usize| found.iter().any(|(_, range)| range.contains(&at));
    let hide = |(at, one): (usize, char)| match (is_hidden(at), one.len_utf8()) {
        (false, _) => one,
        (true, 1) => '*',
        (true, 2) => '·',
        (true, 3) => '•',
        (true, _) => '\u{1f784}',
    };
    Cow::Owned(line.char_indices().map(hide).collect())
}

/// Takes the texts that `privacy-secret` found out of what all findings say, and fixes away that would repeat them.
pub fn hide(findings: &mut [Diagnostic], snapshot: &Snapshot) {
    let text = |finding: &Diagnostic| {
        let place = &finding.primary;
        place.span.slice(&snapshot.file(place.file).text).to_owned()
    };
    let of_rule = findings.iter().filter(|finding| finding.rule.code == RULE);
    let secrets: BTreeSet<String> = of_rule.map(text).filter(|text| !text.is_empty()).collect();
    if secrets.is_empty() {
        return;
    }
    let clean = |text: &mut String| {
        for secret in &secrets {
            if text.contains(secret.as_str()) {
                *text = text.replace(secret.as_str(), HIDDEN);
            }
        }
    };
    for finding in findings {
        clean(&mut finding.message);
        clean(&mut finding.primary.text);
        finding.related.iter_mut().for_each(|label| clean(&mut label.text));
        finding.help.iter_mut().for_each(clean);
        let repeats = |text: &str| secrets.iter().any(|secret| text.contains(secret.as_str()));
        let fix = finding.fix.take();
        finding.fix = fix
            .filter(|fix| !repeats(&fix.title) && !fix.edits.iter().any(|edit| repeats(&edit.replacement)));
    }
}

#[cfg(test)]
mod tests {
    use super::{hide, without};
    use crate::check::find;
    use crate::diagnostic::{Diagnostic, Label};
    use crate::source::{Snapshot, Span};

    #[test]
    fn a_secret_becomes_signs_of_the_same_length() {
        assert_eq!(without("wifi: Sch00l! (desk)"), "wifi: ******* (desk)");
        let (line, masked) = ("pin: é12€😀ab", without("pin: é12€😀ab").into_owned());
        assert_eq!(masked, "pin: ·**•\u{1f784}**");
        assert_eq!(masked.len(), line.len());
        assert_eq!(without("wifi: ask us"), "wifi: ask us");
    }

    #[test]
    fn no_finding_repeats_a_secret() {
        let snapshot = Snapshot::from_texts([("pages/a.md", "wifi: Sch00l!\n")]);
        let (file, _) = snapshot.files().next().unwrap();
        let secret = find("privacy-secret").unwrap().rule;
        let other = find("reports-cycle").unwrap().rule;
        let label = |text: &str| Label::new(file, Span::new(6, 13), text);
        let second = Diagnostic::new(other, "`Sch00l!` is no role", label("Sch00l!"))
            .with_related(label("Sch00l!"))
            .with_help("write `Sch00l!`")
            .with_fix("quote it", file, Span::new(6, 13), "\"Sch00l!\"");
        let mut findings = [Diagnostic::new(secret, "a password", label("here")), second];
        hide(&mut findings, &snapshot);
        let wanted = Diagnostic::new(other, "`•••` is no role", label("•••"))
            .with_related(label("•••"))
            .with_help("write `•••`");
        assert_eq!(findings[1], wanted);
    }
}
