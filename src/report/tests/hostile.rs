use std::time::{Duration, Instant};

use proptest::prelude::{ProptestConfig, any, prop, prop_assert, proptest};
use snapbox::{IntoData, assert_data_eq, str};

use crate::diagnostic::{Diagnostic, Edit, Fix, Label};
use crate::report::Format;
use crate::report::tests::{OTHER, at, file, written};
use crate::source::{FileId, Snapshot, Span};

const FORMATS: [Format; 9] = [
    Format::Full,
    Format::Concise,
    Format::Json,
    Format::Jsonl,
    Format::Sarif,
    Format::Github,
    Format::Gitlab,
    Format::Junit,
    Format::Rdjson,
];

#[test]
fn controls_in_names_messages_and_lines_are_shown_not_obeyed() {
    let path = "pages/\u{1b}[2J.md";
    let snapshot = Snapshot::from_texts([(path, "a \u{1b}[31m\u{202e}x ##[error]y\u{7}\n")]);
    let finding =
        Diagnostic::new(&OTHER, "bad \u{1b}[0m\n::error::z", at(&snapshot, path, "x", "l\u{1b}\nm"))
            .with_help("h\u{9b}\n::warning::")
            .with_fix("f\u{1b}", file(&snapshot, path), at(&snapshot, path, "x", "").span, "\u{1b}##[debug]");
    assert_data_eq!(
        written(Format::Full, &snapshot, std::slice::from_ref(&finding)),
        str![[r#"
warning[limit-inversion]: bad \u{1b}[0m ::error::z
 --> pages/\u{1b}[2J.md:1:9
  |
1 | a �[31m�x #�[error]y�
  |         ^ l\u{1b} m
  |
  = help: h\u{9b} ::warning::
help: f\u{1b}
  |
1 - a �[31m�x #�[error]y�
1 + a �[31m��#�[debug] #�[error]y�
  |

Checked 1 file, 1 entity: 1 warning.

"#]]
        .raw()
    );
    assert_data_eq!(
        written(Format::Concise, &snapshot, &[finding]),
        str![[r#"
pages/\u{1b}[2J.md:1:9: warning[limit-inversion] bad \u{1b}[0m ::error::z

"#]]
        .raw()
    );
}

#[test]
fn a_hostile_finding_stays_one_github_command() {
    let path = "pages/a,b:\n::error::%0A.md";
    let snapshot = Snapshot::from_texts([(path, "x\n")]);
    let finding = Diagnostic::new(&OTHER, "%0A\r\n::error::x ##[y]\u{1b}", at(&snapshot, path, "x", ""))
        .with_help("50%\n::stop-commands::z");
    assert_eq!(
        written(Format::Github, &snapshot, &[finding]),
        "::warning file=pages/a%2Cb%3A %3A%3Aerror%3A%3A%250A.md,line=1,endLine=1,col=1,endColumn=2,\
         title=limit-inversion::%250A ::error::x #\u{fffd}[y]\\u{1b}%0Ahelp: 50%25 ::stop-commands::z\n"
    );
}

#[test]
fn a_hostile_finding_stays_text_in_junit() {
    let path = "pages/<a>&\".md";
    let snapshot = Snapshot::from_texts([(path, "x\n")]);
    let message = "]]></failure><!-- &amp; \u{0}\u{1b}\u{ffff}\n::error::x ##[y]";
    let finding = Diagnostic::new(&OTHER, message, at(&snapshot, path, "x", ""));
    let text = written(Format::Junit, &snapshot, &[finding]);
    assert_eq!(text.matches("</failure>").count(), 1, "{text}");
    assert!(!text.contains("]]>") && !text.contains("<!--") && !text.contains("##["), "{text}");
    assert!(!text.contains(['\u{0}', '\u{1b}', '\u{ffff}']), "{text}");
    assert!(text.contains("name=\"pages/&lt;a&gt;&amp;&quot;.md\""), "{text}");
}

#[test]
fn many_findings_in_one_huge_line_take_little_time() {
    let text = format!("a: {}\n{}", "é".repeat(500_000), "b: 1\n".repeat(5_000));
    let snapshot = Snapshot::from_texts([("roles/a.yaml", text.as_str())]);
    let role = file(&snapshot, "roles/a.yaml");
    let findings: Vec<Diagnostic> = (0..300)
        .map(|number| Diagnostic::new(&OTHER, "x", Label::new(role, Span::at(number * 3_000), "")))
        .collect();
    let start = Instant::now();
    for format in FORMATS {
        written(format, &snapshot, &findings);
    }
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}

#[test]
fn a_command_put_together_by_a_fix_is_broken_up() {
    let snapshot = Snapshot::from_texts([("roles/a.yaml", "a: '#x'\n")]);
    let role = file(&snapshot, "roles/a.yaml");
    let finding = Diagnostic::new(&OTHER, "wrong", at(&snapshot, "roles/a.yaml", "x", "")).with_fix(
        "mend",
        role,
        Span::new(5, 6),
        "#[error]",
    );
    assert!(!written(Format::Full, &snapshot, &[finding]).contains("##["));
}

/// Returns spans, labels and edits made of the numbers, wherever they fall.
fn finding(snapshot: &Snapshot, numbers: &[(usize, usize)], word: &str) -> Diagnostic {
    let files: Vec<FileId> = snapshot.files().map(|(id, _)| id).collect();
    let place = |(number, (start, length)): (usize, &(usize, usize))| {
        (files[number % files.len()], Span::new(*start, start + length))
    };
    let mut places = numbers.iter().enumerate().map(place);
    let (first, span) = places.next().unwrap();
    let mut finding = Diagnostic::new(&OTHER, word, Label::new(first, span, word)).with_help(word);
    let mut edits = vec![Edit { file: first, span, replacement: word.to_owned() }];
    for (file, span) in places {
        finding = finding.with_related(Label::new(file, span, word));
        edits.push(Edit { file, span, replacement: word.to_owned() });
    }
    finding.fix = Some(Fix { title: word.to_owned(), edits });
    finding
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_and_no_span_stops_the_report(
        one in "([ a-c#\\[:é変\t\r\n\u{feff}\u{200d}\u{1b}]{0,40}|.{150,300}\n?)",
        two in "[ \na\r]{0,20}",
        numbers in prop::collection::vec((0usize..60, 0usize..30), 1..6),
        word in "[ab#\\[:\r\n\u{1b}\u{200d}é変]{0,6}",
        color in any::<bool>(),
    ) {
        let snapshot = Snapshot::from_texts([("roles/a.yaml", one.as_str()), ("roles/b.yaml", two.as_str())]);
        let findings = [finding(&snapshot, &numbers, &word)];
        for format in FORMATS {
            let text = crate::report::tests::colored(format, &snapshot, &findings, color);
            prop_assert!(!text.contains("##[") && !text.contains('\u{1}'), "{text}");
            prop_assert!(color || !text.contains(['\u{1b}', '\r', '\t']), "{text}");
            prop_assert!(format != Format::Github || text.lines().count() == 1, "{text}");
            prop_assert!(format == Format::Github || !text.lines().any(|line| line.trim_start().starts_with("::")
                && !line.trim_start().starts_with("::: ")), "{text}");
        }
    }
}
