//! A few seconds of what the fuzz targets in `fuzz/` do for hours, with the same oracles.

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_oneof, proptest};
use proptest::sample::select;

use crate::oracles;
use crate::support::{files_below, project};

/// Pieces that mean something in YAML, Markdown, HTML, expressions, or to a terminal or a build server.
const PIECES: [&str; 64] = [
    "a",
    "head",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\n  ",
    ": ",
    "- ",
    "? ",
    "#",
    "'",
    "\"",
    "\\",
    "[",
    "]",
    "{",
    "}",
    ",",
    "|",
    ">",
    "&a ",
    "*a",
    "!t ",
    "<<: ",
    "%YAML 1.2\n",
    "---\n",
    "...\n",
    "null",
    "1e3",
    "2026-01-01",
    "<",
    "</",
    "<script>",
    "<b onclick=x>",
    "<!--",
    "-->",
    "](javascript:x)",
    "](",
    "![",
    "[^1]: ",
    "`",
    "```\n",
    "*",
    "**",
    "| - | - |\n",
    "&#x3c;",
    "&colon;",
    "\u{1b}[31m",
    "\u{9b}",
    "\u{202e}",
    "\u{0}",
    "\r\n",
    "\u{2028}",
    "\n::error::x",
    "##[error]",
    "id: ",
    "name: ",
    "limits: {depth: 1}",
    "this.",
    "roles|map('upper')",
    "{{ ",
    " }}",
    "é😀",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        vec(select(&PIECES[..]), 0..40).prop_map(|pieces| pieces.concat()),
        "[ -~\\n]{0,80}",
        "\\PC{0,40}"
    ]
}

fn some(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

proptest! {
    #![proptest_config(some(600))]

    #[test]
    fn any_text_as_a_file_is_reported_in_every_format(place in any::<u8>(), text in text()) {
        oracles::yaml(place, &text);
    }

    #[test]
    fn any_text_as_a_value_reads_as_it_prints(text in text(), digits in "[0-9.,:/ -]{0,12}[a-zA-Z ]{0,8}") {
        oracles::values::hold(&text);
        oracles::values::hold(&digits);
    }
}

proptest! {
    #![proptest_config(some(40))]

    #[test]
    fn any_text_as_a_page_holds_no_markup_but_ours(text in text()) {
        oracles::prose(&text);
    }

    #[test]
    fn any_text_as_settings_is_read_or_refused(text in text()) {
        oracles::settings(&text);
    }

    #[test]
    fn any_expression_ends(kind in any::<u8>(), filter in text(), assert in text(), message in text()) {
        oracles::expression(kind, &filter, &assert, &message);
    }

    #[test]
    fn any_charter_is_reported_and_rendered(bytes in vec(any::<u8>(), 0..3000)) {
        oracles::charter(&bytes);
    }

    #[test]
    fn any_two_charters_are_compared(bytes in vec(any::<u8>(), 0..4000)) {
        oracles::diff(&bytes);
    }

    #[test]
    fn any_change_is_agreed_to_by_those_who_may(bytes in vec(any::<u8>(), 0..5000)) {
        oracles::approvals::hold(&bytes);
    }

    #[test]
    fn any_charter_has_code_owners_that_forges_read(bytes in vec(any::<u8>(), 0..4000)) {
        oracles::codeowners::hold(&bytes);
    }
}

#[test]
fn what_once_broke_a_promise_no_longer_does() {
    for path in files_below(&project().join("fuzz/regressions"), "bin") {
        let bytes = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        oracles::run(name.split('-').next().unwrap(), &bytes);
    }
}

#[test]
fn every_target_is_built_seeded_and_documented() {
    let read = |path: &str| std::fs::read_to_string(project().join(path)).unwrap();
    let [package, seeds, page] = ["fuzz/Cargo.toml", "fuzz/seeds", "docs/threat-model.md"].map(read);
    let targets = files_below(&project().join("fuzz/fuzz_targets"), "rs");
    assert_eq!(targets.len(), 9);
    for path in targets {
        let name = path.file_stem().unwrap().to_str().unwrap();
        oracles::run(name, b"");
        assert!(package.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name} is not built");
        let seeded = seeds.lines().find(|line| line.starts_with("for target in ")).unwrap();
        assert!(seeded.split([' ', ';']).any(|word| word == name), "{name} has no first inputs");
        assert!(page.contains(&format!("\n| `{name}` | ")), "{name} is not documented");
    }
}
