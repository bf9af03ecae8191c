use snapbox::{IntoData, assert_data_eq, str};

use crate::diagnostic::{Diagnostic, Edit, Fix, Label};
use crate::report::Format;
use crate::report::tests::{OTHER, at, file, written};
use crate::source::{Snapshot, Span};

/// Returns the report of one finding with a fix.
fn fixed(text: &str, span: Span, replacement: &str) -> String {
    let snapshot = Snapshot::from_texts([("roles/a.yaml", text)]);
    let role = file(&snapshot, "roles/a.yaml");
    let label = Label::new(role, span, "");
    let finding = Diagnostic::new(&OTHER, "wrong", label).with_fix("mend it", role, span, replacement);
    written(Format::Full, &snapshot, &[finding])
}

#[test]
fn a_fix_can_take_away_or_change_a_line() {
    assert_data_eq!(
        fixed("id: a\nid: b\ntitle: c\n", Span::new(6, 12), ""),
        str![[r#"
warning[limit-inversion]: wrong
 --> roles/a.yaml:2:1
  |
2 | id: b
  | ^^^^^
  |
help: mend it
  |
2 - id: b
  |

Checked 1 file, 1 entity: 1 warning.

"#]]
        .raw()
    );
    assert_data_eq!(
        fixed("titel: a\n", Span::new(0, 5), "title"),
        str![[r#"
warning[limit-inversion]: wrong
 --> roles/a.yaml:1:1
  |
1 | titel: a
  | ^^^^^
  |
help: mend it
  |
1 - titel: a
1 + title: a
  |

Checked 1 file, 1 entity: 1 warning.

"#]]
        .raw()
    );
}

#[test]
fn a_fix_can_add_a_line_before_another() {
    assert_data_eq!(
        fixed("id: a\r\ntitle: c\r\n", Span::at(7), "kind: role\r\n"),
        str![[r#"
warning[limit-inversion]: wrong
 --> roles/a.yaml:2:1
  |
2 | title: c
  | ^
  |
help: mend it
  |
2 + kind: role
  |

Checked 1 file, 1 entity: 1 warning.

"#]]
        .raw()
    );
}

#[test]
fn a_fix_can_add_a_line_at_the_end_or_to_an_empty_file() {
    assert_data_eq!(
        fixed("id: a\n", Span::at(6), "title: A\n"),
        str![[r#"
warning[limit-inversion]: wrong
 --> roles/a.yaml:2:1
  |
2 |
  | ^
  |
help: mend it
  |
2 + title: A
  |

Checked 1 file, 1 entity: 1 warning.

"#]]
        .raw()
    );
    assert_data_eq!(
        fixed("id: a", Span::at(5), "\ntitle: A\n"),
        str![[r#"
warning[limit-inversion]: wrong
 --> roles/a.yaml:1:6
  |
1 | id: a
  |      ^
  |
help: mend it
  |
1 ~ id: a
2 + title: A
  |

Checked 1 file, 1 entity: 1 warning.

"#]]
        .raw()
    );
    assert_data_eq!(
        fixed("", Span::at(0), "title: A\n"),
        str![[r#"
warning[limit-inversion]: wrong
 --> roles/a.yaml:1:1
  |
help: mend it
  |
1 + title: A
  |

Checked 1 file, 1 entity: 1 warning.

"#]]
        .raw()
    );
}

#[test]
fn a_fix_can_change_several_files() {
    let snapshot = Snapshot::from_texts([
        ("roles/a.yaml", "id: a\n"),
        ("roles/b.yaml", "x: 1\ny: 2\n1: 2\n2: 3\nreports_to: old\nz: old\n"),
    ]);
    let (label, other) = (at(&snapshot, "roles/a.yaml", "a", ""), at(&snapshot, "roles/b.yaml", "old", ""));
    let again = Span::new(other.span.start as usize + 7, other.span.end as usize + 7);
    let edit = |label: &Label, span: Span| Edit { file: label.file, span, replacement: "new".into() };
    let edits = vec![
        edit(&label, label.span),
        edit(&other, Span::new(3, 4)),
        edit(&other, other.span),
        edit(&other, again),
    ];
    let mut finding = Diagnostic::new(&OTHER, "wrong", label);
    finding.fix = Some(Fix { title: "rename it everywhere".into(), edits });
    assert_data_eq!(
        written(Format::Full, &snapshot, &[finding]),
        str![[r#"
warning[limit-inversion]: wrong
 --> roles/a.yaml:1:5
  |
1 | id: a
  |     ^
  |
help: rename it everywhere
  |
1 - id: a
1 + id: new
  |
 --> roles/b.yaml:1:4
  |
1 - x: 1
1 + x: new
  |
5 - reports_to: old
5 + reports_to: new
  |
6 - z: old
6 + z: new
  |

Checked 2 files, 1 entity: 1 warning.

"#]]
        .raw()
    );
}

#[test]
fn edits_that_overlap_or_are_too_long_are_named_only() {
    let snapshot = Snapshot::from_texts([("roles/a.yaml", "id: a\n")]);
    let label = at(&snapshot, "roles/a.yaml", "a", "");
    let edit = |start, end, text: &str| Edit {
        file: label.file,
        span: Span::new(start, end),
        replacement: text.into(),
    };
    let long = "x".repeat(3_000);
    for edits in [vec![edit(0, 3, "b"), edit(2, 5, "c")], vec![edit(0, 3, &long)]] {
        let mut finding = Diagnostic::new(&OTHER, "wrong", label.clone());
        finding.fix = Some(Fix { title: "mend it".into(), edits });
        let text = written(Format::Full, &snapshot, &[finding]);
        assert!(text.contains("\nhelp: mend it\n\nChecked"), "{text}");
    }
}
