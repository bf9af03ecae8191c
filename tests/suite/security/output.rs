//! Nothing that a charter says steers a terminal, a build server, a browser or a forge: every field of every kind is
//! filled with words that would.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::marker::generate::{self, Marked};
use crate::oracles::charter::{Checked, Files};
use crate::oracles::output::{handbooks, hold_log, reports};
use crate::support::{DAY, Folder, files_below};

/// What a terminal obeys, as one would type it: colours, titles, links, direction, C1 controls, line ends.
pub(super) const TERMINAL: &str = "\u{1b}[31mred\u{1b}]0;title\u{7}\u{9b}2J\u{1b}]8;;http://x.example\u{1b}\\\u{202e}left\u{2066}\r\n::error::x\n##[error]y\n";
/// What a browser would run or show.
const BROWSER: [&str; 8] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)' x='",
    "[a](javascript:alert(1)) [b](JaVa&#x53;cript&colon;alert(1)) [c](data:text/html,<script>alert(1)</script>)",
    "</title></style></textarea></svg><svg onload=alert(1)>",
    "<style>*{background:url(//evil.example)}</style> <math><mi xlink:href=\"javascript:alert(1)\">",
    "![p](data:image/svg+xml;base64,PHN2Zy8+) ![q](//evil.example/x.png) <vbscript:x> <javascript:alert(1)>",
    "]]> --> <!-- <![CDATA[ <?php ?> &lt;script&gt; &#60;script&#62; \\u003cscript\\u003e ${alert(1)} {{ 7*7 }}",
];

/// Returns a charter with something in every field, in which every free text is what `write` makes of its word.
pub(super) fn filled(write: impl Fn(&str) -> String) -> Files {
    let Marked { files, leaves } = generate::charter();
    let mut files: BTreeMap<String, Value> = files;
    for leaf in leaves {
        let value = files.get_mut(&leaf.file).unwrap().pointer_mut(&leaf.pointer).unwrap();
        // Words of their own are free texts; dates, amounts and choices have their form.
        if let Some(word) = value.as_str().filter(|word| word.starts_with("zq")) {
            *value = write(word).into();
        }
    }
    files.iter().map(|(path, value)| (path.clone(), generate::text_of(path, value))).collect()
}

/// Returns the charter in which every free text ends with the payload.
fn ending(payload: &str) -> Files {
    filled(|word| format!("{word} {payload}"))
}

pub(super) fn written(files: &Files) -> Folder {
    let folder = Folder::new();
    files.iter().for_each(|(path, text)| folder.write(path, text));
    folder
}

#[test]
fn no_command_lets_a_control_through_to_the_terminal() {
    let folder = written(&ending(TERMINAL));
    folder.commit_all();
    folder.write("roles/\u{1b}[2J.yaml", "x");
    folder.write("pages/\u{202e}x\n::error::y.md", "# \u{1b}[31m\n");
    folder.write(
        ".itcharter.yaml",
        "rules: {\"\\e[31m\": off}\npaths: {\"\\e[31m**\": {\"\\u202e\": off}}\nwords: [\"\\e[31m\"]\n",
    );
    let formats = ["full", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson"];
    let mut commands: Vec<Vec<&str>> =
        formats.iter().map(|format| vec!["validate", "--as-of", DAY, "--format", format]).collect();
    commands.extend(
        ["text", "markdown", "json", "html"]
            .map(|format| vec!["diff", "HEAD", "--as-of", DAY, "--format", format]),
    );
    commands.push(vec!["validate", "--as-of", DAY, "--statistics"]);
    commands.push(vec!["render", "--as-of", DAY]);
    commands.push(vec!["rules"]);
    commands.push(vec!["explain", "\u{1b}[31m"]);
    commands.push(vec!["validate", "--select", "\u{1b}[31m"]);
    commands.push(vec!["validate", "-C", "\u{1b}[31m\u{202e}"]);
    commands.push(vec!["render", "-o", "\u{1b}[31m/\u{202e}"]);
    for arguments in &commands {
        let output = folder.run(arguments);
        let what = if arguments.contains(&"github") { "Github".to_owned() } else { format!("{arguments:?}") };
        hold_log(&what, &output.stdout);
        hold_log("notes", &output.stderr);
    }
}

#[test]
fn no_field_brings_markup_into_the_handbook_of_any_reader() {
    for payload in BROWSER {
        let checked = Checked::new(&ending(payload));
        for reader in 0..3 {
            handbooks(&checked, reader);
        }
        reports(&checked);
    }
}

#[test]
fn a_payload_stands_in_the_handbook_as_words() {
    let folder = written(&ending("<b onclick=alert(1)>seen</b>"));
    let output = folder.run(&["render", "--as-of", DAY, "--audience", "managers", "--quiet"]);
    assert_eq!(output.code, 0, "{}", output.stderr);
    let pages = files_below(&folder.path().join("handbook"), "html");
    let seen = pages.iter().filter(|page| {
        let text = std::fs::read_to_string(page).unwrap();
        text.contains("&lt;b onclick=alert(1)&gt;seen&lt;/b&gt;")
    });
    assert!(seen.count() > 10);
}

#[test]
fn a_comment_on_a_change_calls_nobody_and_links_nothing() {
    let folder = Folder::small();
    folder.commit_all();
    let payload =
        "@everyone @org/team #123 GH-1 org/repo#1 https://evil.example <img src=x> [a](javascript:x)";
    folder.write(
        "roles/it-manager.yaml",
        format!("name: IT manager\npurpose: \"{payload}\"\nreports_to: none\n"),
    );
    let said = folder.run(&["diff", "HEAD", "--as-of", DAY, "--format", "markdown"]).stdout;
    for live in ["@everyone", "@org/team", " #123", "repo#1", "<img"] {
        let alone = said.replace(&format!("`{live}"), "");
        assert!(!alone.contains(live), "{live} in {said}");
    }
}

#[test]
fn patterns_of_settings_are_no_slow_expressions() {
    let folder = Folder::small();
    let stars = "*a".repeat(2_000);
    folder.append(
        ".itcharter.yaml",
        &format!("paths:\n  \"{stars}\": {{text: off}}\n  \"(a+)+$\": {{text: off}}\n"),
    );
    folder.write(&format!("pages/{}.md", "a".repeat(200)), "# A\n");
    let start = std::time::Instant::now();
    folder.findings();
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

#[test]
fn keys_that_meet_in_a_hash_table_cost_no_more() {
    // Without a secret, these keys of equal length could be made to collide; tables here are ordered or seeded.
    let keys: String = (0..40_000).map(|at| format!("k{at:07}: 1\n")).collect();
    let folder = Folder::small();
    folder.append("roles/it-manager.yaml", &keys);
    let start = std::time::Instant::now();
    folder.findings();
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}
