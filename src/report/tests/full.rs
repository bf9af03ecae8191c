use snapbox::{IntoData, assert_data_eq, str};

use crate::diagnostic::{Diagnostic, Label};
use crate::report::Format;
use crate::report::tests::{OTHER, RULE, at, colored, file, written};
use crate::source::{Snapshot, Span};

const LEAD: &str = "roles/network-lead.yaml";
const LEAD_TEXT: &str = "id: network-lead
title: Network lead
authority:
  - action: Approve 変更 without board
    limit: 5000
    escalate_to: it-directer
";

fn full(snapshot: &Snapshot, diagnostics: &[Diagnostic]) -> String {
    written(Format::Full, snapshot, diagnostics)
}

/// Returns the report of one finding about `wanted` in a file with this text.
fn one(text: &str, wanted: &str) -> String {
    let snapshot = Snapshot::from_texts([("roles/a.yaml", text)]);
    let label = at(&snapshot, "roles/a.yaml", wanted, "here");
    full(&snapshot, &[Diagnostic::new(&OTHER, "something is wrong", label)])
}

#[test]
fn a_finding_has_places_in_two_files_a_reason_help_and_a_fix() {
    let snapshot = Snapshot::from_texts([(LEAD, LEAD_TEXT), ("roles/it-director.yaml", "id: it-director\n")]);
    let named = at(&snapshot, LEAD, "it-directer", "no role has this id");
    let (role, span) = (named.file, named.span);
    let finding = Diagnostic::new(&RULE, "no role is called `it-directer`", named)
        .with_related(at(&snapshot, "roles/it-director.yaml", "it-director", "a role with a similar id"))
        .with_related(at(&snapshot, LEAD, "変更", "this decision has no way up"))
        .with_help("name the role that decides above this limit")
        .with_fix("replace with `it-director`", role, span, "it-director");
    assert_data_eq!(
        full(&snapshot, &[finding]),
        str![[r#"
error[reference-unknown]: no role is called `it-directer`
 --> roles/network-lead.yaml:6:18
  |
4 |   - action: Approve 変更 without board
  |                     ---- this decision has no way up
5 |     limit: 5000
6 |     escalate_to: it-directer
  |                  ^^^^^^^^^^^ no role has this id
  |
 ::: roles/it-director.yaml:1:5
  |
1 | id: it-director
  |     ----------- a role with a similar id
  |
  = note: Work that is handed to nobody is not done.
  = help: name the role that decides above this limit
help: replace with `it-director`
  |
6 -     escalate_to: it-directer
6 +     escalate_to: it-director
  |

Checked 2 files, 1 entity: 1 error.

"#]]
        .raw()
    );
}

#[test]
fn the_reason_is_given_once_for_each_rule() {
    let snapshot = Snapshot::from_texts([(LEAD, LEAD_TEXT)]);
    let findings = [
        Diagnostic::new(&RULE, "first", at(&snapshot, LEAD, "network", "")),
        Diagnostic::new(&RULE, "second", at(&snapshot, LEAD, "5000", "")),
    ];
    assert_data_eq!(
        full(&snapshot, &findings),
        str![[r#"
error[reference-unknown]: first
 --> roles/network-lead.yaml:1:5
  |
1 | id: network-lead
  |     ^^^^^^^
  |
  = note: Work that is handed to nobody is not done.

error[reference-unknown]: second
 --> roles/network-lead.yaml:5:12
  |
5 |     limit: 5000
  |            ^^^^

Checked 1 file, 1 entity: 2 errors.

"#]]
        .raw()
    );
}

#[test]
fn nothing_found_is_one_line() {
    let snapshot = Snapshot::from_texts([(LEAD, LEAD_TEXT)]);
    assert_eq!(full(&snapshot, &[]), "Checked 1 file, 1 entity. No findings.\n");
}

#[test]
fn paths_start_with_the_charters_folder() {
    let mut snapshot = Snapshot::from_texts([(LEAD, "a: 1\n")]);
    for (revision, label, shown) in [
        (None, "examples/school", "--> examples/school/roles/network-lead.yaml:1:1"),
        (Some("v1.2"), "examples/school", "--> v1.2:examples/school/roles/network-lead.yaml:1:1"),
        (Some("v1.2"), "", "--> v1.2:roles/network-lead.yaml:1:1"),
        (None, "", "--> roles/network-lead.yaml:1:1"),
    ] {
        snapshot.label = label.to_owned();
        snapshot.revision = revision.map(str::to_owned);
        let finding = Diagnostic::new(&OTHER, "wrong", at(&snapshot, LEAD, "a", ""));
        let text = full(&snapshot, &[finding]);
        assert!(text.contains(shown), "{text}");
    }
}

#[test]
fn an_empty_file_has_its_words_without_lines() {
    assert_data_eq!(
        one("", ""),
        str![[r#"
warning[limit-inversion]: something is wrong
--> roles/a.yaml:1:1
 = note: here

Checked 1 file, 1 entity: 1 warning.

"#]]
        .raw()
    );
}

#[test]
fn the_end_of_a_file_can_be_pointed_at() {
    let snapshot = Snapshot::from_texts([("roles/a.yaml", "id: a\n"), ("roles/b.yaml", "id: b")]);
    let findings = [
        Diagnostic::new(
            &OTHER,
            "`title` is missing",
            Label::new(file(&snapshot, "roles/a.yaml"), Span::at(6), "add it here"),
        )
        .with_related(at(&snapshot, "roles/a.yaml", "id", "the role starts here")),
        Diagnostic::new(
            &OTHER,
            "`title` is missing",
            Label::new(file(&snapshot, "roles/b.yaml"), Span::at(5), "add it here"),
        ),
    ];
    assert_data_eq!(
        full(&snapshot, &findings),
        str![[r#"
warning[limit-inversion]: `title` is missing
 --> roles/a.yaml:2:1
  |
1 | id: a
  | -- the role starts here
2 |
  | ^ add it here

warning[limit-inversion]: `title` is missing
 --> roles/b.yaml:1:6
  |
1 | id: b
  |      ^ add it here

Checked 2 files, 1 entity: 2 warnings.

"#]]
        .raw()
    );
}

#[test]
fn windows_line_ends_a_byte_order_mark_and_tabs_keep_the_caret_in_place() {
    assert_data_eq!(
        one("\u{feff}id: a\r\ntitle: b\r\n", "id"),
        str![[r#"
warning[limit-inversion]: something is wrong
 --> roles/a.yaml:1:1
  |
1 | id: a
  | ^^ here

Checked 1 file, 1 entity: 1 warning.

"#]]
        .raw()
    );
    assert_data_eq!(
        one("\u{feff}id: a\r\ntitle: b\r\n", "b"),
        str![[r#"
warning[limit-inversion]: something is wrong
 --> roles/a.yaml:2:8
  |
2 | title: b
  |        ^ here

Checked 1 file, 1 entity: 1 warning.

"#]]
        .raw()
    );
    assert_data_eq!(
        one("a:\tx\ty\n", "y"),
        str![[r#"
warning[limit-inversion]: something is wrong
 --> roles/a.yaml:1:6
  |
1 | a:    x    y
  |            ^ here

Checked 1 file, 1 entity: 1 warning.

"#]]
        .raw()
    );
    assert_data_eq!(
        one("a: 1\rb: 2\rc: 3", "2"),
        str![[r#"
warning[limit-inversion]: something is wrong
 --> roles/a.yaml:2:4
  |
2 | b: 2
  |    ^ here

Checked 1 file, 1 entity: 1 warning.

"#]]
        .raw()
    );
}

#[test]
fn wide_characters_are_two_columns_wide() {
    assert_data_eq!(
        one("title: 変更管理 owner\n", "owner"),
        str![[r#"
warning[limit-inversion]: something is wrong
 --> roles/a.yaml:1:13
  |
1 | title: 変更管理 owner
  |                 ^^^^^ here

Checked 1 file, 1 entity: 1 warning.

"#]]
        .raw()
    );
}

#[test]
fn a_long_line_is_cut_around_the_place() {
    let text = format!("a: {} needle {}\n", "x".repeat(500), "y".repeat(500));
    assert_data_eq!(one(&text, "needle"), str![[r#"
warning[limit-inversion]: something is wrong
 --> roles/a.yaml:1:505
  |
1 | …xxxxxxxxxxxxxxxxxxxxxxxxxxxxx needle yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…
  |                                ^^^^^^ here

Checked 1 file, 1 entity: 1 warning.

"#]].raw());
}

#[test]
fn a_place_of_a_few_lines_is_shown_whole_and_a_longer_one_by_its_first_line() {
    let text = "a:\n  - b\n  - c\n";
    assert_data_eq!(
        one(text, text),
        str![[r#"
warning[limit-inversion]: something is wrong
 --> roles/a.yaml:1:1
  |
1 | / a:
2 | |   - b
3 | |   - c
  | |_____^ here

Checked 1 file, 1 entity: 1 warning.

"#]]
        .raw()
    );
    let text = "a:\n".to_owned() + &"  - b\n".repeat(20);
    assert_data_eq!(
        one(&text, &text),
        str![[r#"
warning[limit-inversion]: something is wrong
 --> roles/a.yaml:1:1
  |
1 | a:
  | ^^ here

Checked 1 file, 1 entity: 1 warning.

"#]]
        .raw()
    );
}

#[test]
fn places_far_apart_have_the_lines_between_left_out() {
    let snapshot = Snapshot::from_texts([("roles.yaml", "- a: 1\n- b: 2\n- c: 3\n- d: 4\n- e: 5\n- f: 6\n")]);
    let finding = Diagnostic::new(&OTHER, "wrong", at(&snapshot, "roles.yaml", "f", "here"))
        .with_related(at(&snapshot, "roles.yaml", "b", "and here"));
    assert_data_eq!(
        full(&snapshot, &[finding]),
        str![[r#"
warning[limit-inversion]: wrong
 --> roles.yaml:6:3
  |
2 | - b: 2
  |   - and here
...
6 | - f: 6
  |   ^ here

Checked 1 file, 1 entity: 1 warning.

"#]]
        .raw()
    );
}

#[test]
fn of_many_related_places_some_are_counted_only() {
    let snapshot = Snapshot::from_texts([("roles/a.yaml", "id: a\n")]);
    let mut finding = Diagnostic::new(&OTHER, "wrong", at(&snapshot, "roles/a.yaml", "a", ""));
    for _ in 0..15 {
        finding = finding.with_related(at(&snapshot, "roles/a.yaml", "id", ""));
    }
    assert_data_eq!(
        full(&snapshot, &[finding]),
        str![[r#"
warning[limit-inversion]: wrong
 --> roles/a.yaml:1:5
  |
1 | id: a
  | --  ^
  |
  = note: and 3 more places

Checked 1 file, 1 entity: 1 warning.

"#]]
        .raw()
    );
}

#[test]
fn color_is_there_only_when_asked_for_and_changes_no_word() {
    let snapshot = Snapshot::from_texts([(LEAD, LEAD_TEXT), ("roles/b.yaml", "id: b\n")]);
    let finding = [Diagnostic::new(&RULE, "wrong", at(&snapshot, LEAD, "network", "here"))
        .with_related(at(&snapshot, "roles/b.yaml", "b", "there"))
        .with_fix("mend it", file(&snapshot, LEAD), Span::new(0, 2), "key")];
    let plain = full(&snapshot, &finding);
    let colored = colored(Format::Full, &snapshot, &finding, true);
    assert!(colored.starts_with("\u{1b}["));
    let stripped = anstream::adapter::strip_str(&colored).to_string();
    let lines: Vec<&str> = stripped.lines().map(str::trim_end).collect();
    assert_eq!(lines, plain.lines().collect::<Vec<_>>());
}
