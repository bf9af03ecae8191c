//! Expressions that mean harm: each ends soon, on every machine alike, and says so at its place.

use std::time::Instant;

use crate::check::own::tests::{found, rule};

/// What is found for an assertion, which ends long before anyone would notice.
fn said(assert: &str, more: &[(&str, &str)]) -> Vec<String> {
    let start = Instant::now();
    let lines = found(&rule(&format!("code: own-a\nassert: \"{assert}\"")), more);
    assert!(start.elapsed().as_secs() < 20, "{assert:.80}");
    lines
}

fn refused(assert: &str) -> String {
    let lines = said(assert, &[]);
    assert!(
        !lines.is_empty() && lines.iter().all(|line| line.contains("settings-own-rule-expression")),
        "{lines:?}"
    );
    lines[0].split_once(": ").unwrap().1.to_owned()
}

/// A charter with this many people, each with a long name.
fn people(count: usize) -> String {
    let person = |number: usize| {
        format!("- {{id: p{number}, name: N{number}, email: p{number}@x.example, started: 2020-01-01}}\n")
    };
    (0..count).map(person).collect()
}

#[test]
fn nothing_can_be_repeated_or_grown() {
    assert_eq!(refused("'a' * 100000000"), "`*` is not available");
    assert_eq!(refused("[1] * 100000000"), "`*` is not available");
    assert_eq!(refused("roles * 1000000"), "`*` is not available");
    assert_eq!(refused("9 ** 999999"), "`**` is not available");
    assert_eq!(refused("roles ~ roles"), "`~` is not available");
    assert_eq!(refused("range(10**9)|sum"), "no function is called `range`");
    assert_eq!(refused("range(100000)|sum > 0"), "no function is called `range`");
    assert_eq!(refused("'a'|center(1000000)"), "no filter is called `center`");
    assert_eq!(refused("'a'|replace('', 'b')"), "no filter is called `replace`");
    assert_eq!(refused("'a'[::-1]"), "parts of lists and texts (`[a:b]`) are not available");
    assert_eq!(
        refused("[1, 2, 3][0:2:-9223372036854775808]"),
        "parts of lists and texts (`[a:b]`) are not available"
    );
}

#[test]
fn nesting_and_length_have_ends() {
    assert_eq!(refused(&"a".repeat(1001)), "this is longer than 1000 characters");
    assert_eq!(refused(&format!("'{}'", "x".repeat(900_000))), "this is longer than 1000 characters");
    assert!(refused(&format!("{}1{}", "(".repeat(400), ")".repeat(400))).starts_with("this cannot be read"));
    assert!(refused(&format!("{}1{}", "[".repeat(400), "]".repeat(400))).starts_with("this cannot be read"));
    for deep in ["-".repeat(900) + "1", "not ".repeat(200) + "1", "1".to_owned() + &"+1".repeat(400)] {
        assert_eq!(refused(&deep), "this is nested too deeply");
    }
    assert_eq!(refused(&format!("this{}", "|lower".repeat(150))), "this is nested too deeply");
    assert_eq!(refused(&format!("roles{}", "[0]".repeat(300))), "this is nested too deeply");
}

#[test]
fn nothing_inside_can_be_reached() {
    for name in ["self", "loop", "super", "caller", "namespace", "dict", "debug", "joiner", "lipsum"] {
        assert_eq!(refused(name), format!("no name is called `{name}`"));
    }
    assert_eq!(refused("debug()"), "no function is called `debug`");
    assert_eq!(refused("this.filled_by.__init__"), "a list has no field `__init__`");
    assert_eq!(refused("roles.append(1)"), "only functions can be called");
    assert_eq!(refused("words(*roles)"), "arguments cannot be taken from a list here");
    assert_eq!(refused("roles|map('upper')|map(attribute=this.id)|list").lines().count(), 1);
}

#[test]
fn numbers_at_their_edge_do_not_stop_the_tool() {
    for edge in [
        "9223372036854775807 + 1 > 0",
        "-9223372036854775808 - 1 < 0",
        "-170141183460469231731687303715884105728 // -1 > 0",
        "170141183460469231731687303715884105727 + 1 > 0",
        "[9223372036854775807, 1]|sum > 0",
        "1.0 // 0.0 == 0",
        "1 % 0 == 0",
        "roles[99999999999999999999] is defined",
        "roles[9223372036854775807] is undefined",
        "[1.0, 0.0]|sort|first == 0",
    ] {
        let lines = said(edge, &[]);
        assert!(lines.len() <= 3, "{edge}: {lines:?}");
    }
}

#[test]
fn a_walk_over_everything_for_everyone_is_stopped_once_for_all() {
    let people = people(3000);
    let walk = "people|selectattr('id', 'in', people|map(attribute='id'))|length == 0";
    let lines = said(walk, &[("people.yaml", &people)]);
    assert_eq!(
        lines,
        [
            ".itcharter.yaml:3:13 error settings-own-rule-failed: `own-a` could not be worked out for role `head`: it does \
          more work than one expression may"
        ]
    );
}

#[test]
fn all_rules_together_have_an_end_and_each_that_is_left_out_says_so() {
    let people = people(3000);
    let one = |number: usize| {
        format!(
            "  - {{code: own-a{number}, for: person, assert: people|selectattr('id')|length, message: m, severity: note, \
             why: W}}\n"
        )
    };
    let settings = format!("own-rules:\n{}", (0..3).map(one).collect::<String>());
    let lines = found(&settings, &[("people.yaml", &people)]);
    assert_eq!(lines.len(), 3, "{lines:?}");
    let together = "the charter's own rules together do more work than they may";
    assert!(lines.iter().all(|line| line.ends_with(together)), "{lines:?}");
}

#[test]
fn long_texts_are_counted_and_cannot_be_multiplied() {
    let policy = format!(
        "---\ntitle: T\nsummary: S\ntype: other\nowner: head\napprover: head\nversion: 1\nstatus: active\neffective: \
         2024-06-01\nlast_review: 2025-12-01\nreview_every: 1 year\napplies_to: everyone\nask: head\n---\n{}\n",
        "words ".repeat(100_000)
    );
    let files = [("policies/p.md", policy.as_str())];
    let body = "(policies|first).body";
    for assert in [
        format!("({}) == ''", [body; 30].join(" + ")),
        format!("words({body})|unique|length == 1"),
        format!("[1, 2, 3, 4, 5, 6]|join({body}) == ''"),
        format!("{body}|lower|upper|lower|upper == ''"),
    ] {
        let lines = said(&assert, &files);
        assert_eq!(lines.len(), 1, "{assert}");
        assert!(lines[0].ends_with("it does more work than one expression may"), "{assert}: {lines:?}");
    }
}

#[test]
fn messages_have_no_loops_and_are_cut() {
    for (message, word) in [
        ("{% for a in roles %}{% for b in roles %}x{% endfor %}{% endfor %}", "for"),
        ("{% for a in roles recursive %}{{ loop(roles) }}{% endfor %}", "for"),
        ("{% set a = roles %}", "set"),
        ("{% with a = roles %}{% endwith %}", "with"),
        ("{% include 'x' %}", "include"),
        ("{% import 'x' as y %}", "import"),
        ("{% extends 'x' %}", "extends"),
        ("{% block x %}{{ self.x() }}{% endblock %}", "block"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "macro"),
        ("{% filter upper %}x{% endfilter %}", "filter"),
    ] {
        let lines = found(&rule(&format!("code: own-a\nmessage: \"{message}\"")), &[]);
        assert!(lines[0].ends_with(&format!("`{word}` is not available in messages")), "{lines:?}");
        assert!(lines.iter().all(|line| line.contains("settings-own-rule-expression")), "{lines:?}");
    }
    let nested = "{% if this %}".repeat(70) + &"{% endif %}".repeat(70);
    assert!(nested.len() > 1000, "refused for its length");
    let long = "{{ this.id }} ".to_owned() + &"y".repeat(900);
    let lines = found(&rule(&format!("code: own-a\nmessage: \"{long}\"")), &[]);
    assert_eq!(lines.len(), 3);
    assert!(lines.iter().all(|line| line.ends_with("y…") && line.len() < 450), "{lines:?}");
}

#[test]
fn more_rules_than_a_charter_may_have_are_left_out() {
    let one = |number: usize| {
        format!(
            "  - {{code: own-a{number}, for: role, assert: this.id, message: m, severity: note, why: W}}\n"
        )
    };
    let settings = format!("own-rules:\n{}", (0..5000).map(one).collect::<String>());
    assert_eq!(
        found(&settings, &[]),
        [
            ".itcharter.yaml:102:12 error settings-own-rule-bad: there are more than 100 rules; from here on none is used"
        ]
    );
}

#[test]
fn signs_of_every_kind_in_an_expression_are_read_or_refused() {
    for odd in ["é.ü", "this.id == 'ü'", "{{", "}}", "{%", "#}", "this.", "|", "()", "''", "1e999", "0x"] {
        let lines = found(&rule(&format!("code: own-a\nassert: \"{odd}\"\nmessage: \"{odd}\"")), &[]);
        assert!(lines.len() <= 6, "{odd}: {lines:?}");
    }
}
