use crate::diagnostic::Diagnostic;
use crate::report::Format;
use crate::report::tests::{OTHER, RULE, at, colored, written};
use crate::source::Snapshot;

#[test]
fn a_finding_is_one_line_and_there_is_nothing_else() {
    let snapshot = Snapshot::from_texts([("roles/a.yaml", "id: a\nowner: é x\n")]);
    let findings = [
        Diagnostic::new(&OTHER, "two\nlines", at(&snapshot, "roles/a.yaml", "id", "")),
        Diagnostic::new(&RULE, "no role is called `x`", at(&snapshot, "roles/a.yaml", "x", "here"))
            .with_help("unused here"),
    ];
    assert_eq!(
        written(Format::Concise, &snapshot, &findings),
        "roles/a.yaml:1:1: warning[limit-inversion] two lines\n\
         roles/a.yaml:2:10: error[reference-unknown] no role is called `x`\n"
    );
    assert_eq!(written(Format::Concise, &snapshot, &[]), "");
}

#[test]
fn only_the_severity_and_code_have_color() {
    let snapshot = Snapshot::from_texts([("roles/a.yaml", "id: a\n")]);
    let finding = Diagnostic::new(&OTHER, "wrong", at(&snapshot, "roles/a.yaml", "id", ""));
    assert_eq!(
        colored(Format::Concise, &snapshot, &[finding], true),
        "roles/a.yaml:1:1: \u{1b}[1m\u{1b}[33mwarning[limit-inversion]\u{1b}[0m wrong\n"
    );
}
