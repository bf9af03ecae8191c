//! `itcharter render --audience`: what is not for the reader is in no file of the handbook, whatever files there are.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use clap::ValueEnum;
use itcharter::model::kinds::ReadBy;
use itcharter::render::Format;
use serde_json::json;

use crate::marker::generate::{self, Leaf, Marked};
use crate::support::{DAY, Folder, Output, copy, files_below, project};

/// Every file of a handbook by its path.
type Files = BTreeMap<String, Vec<u8>>;

/// Renders the charter in a folder for an audience, in every format there is.
fn rendered(charter: &Folder, audience: &str) -> (Files, Output) {
    rendered_with(charter, audience, &[])
}

/// Renders the charter in a folder as [`rendered`] does, with further options.
fn rendered_with(charter: &Folder, audience: &str, more: &[&str]) -> (Files, Output) {
    let formats: Vec<String> = Format::value_variants()
        .iter()
        .filter_map(|format| Some(format.to_possible_value()?.get_name().to_owned()))
        .collect();
    let out = Folder::new();
    let to = out.path().join("book").display().to_string();
    let formats = formats.join(",");
    let options = ["render", "--as-of", DAY, "--format", &formats, "--out", &to, "--audience", audience];
    let output = charter.run(&[&options[..], more].concat());
    assert_eq!(output.code, 0, "{audience}: {}", output.stderr);
    let mut files = Files::new();
    read(&out.path().join("book"), "", &mut files);
    let to = out.path().join("whole").display().to_string();
    let whole = ["render", "--as-of", DAY, "--single-file", "--out", &to, "--audience", audience, "--quiet"];
    assert_eq!(charter.run(&[&whole[..], more].concat()).code, 0, "{audience}");
    read(&out.path().join("whole"), "/whole", &mut files);
    (files, output)
}

fn read(folder: &Path, name: &str, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{name}/{}", path.file_name().unwrap().to_string_lossy());
        if path.is_dir() {
            read(&path, &name, files);
        } else {
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}

/// Returns the paths of the files that hold a word in their bytes or in their names, in capitals or not.
fn holding(files: &Files, word: &str) -> Vec<String> {
    let word = word.to_lowercase();
    let holds = |path: &str, bytes: &[u8]| {
        path.to_lowercase().contains(&word) || String::from_utf8_lossy(bytes).to_lowercase().contains(&word)
    };
    files.iter().filter(|(path, bytes)| holds(path, bytes)).map(|(path, _)| path.clone()).collect()
}

/// Who may read a field: the table of `model::audience`, written down a second time. `None` for what nobody reads.
fn reader(leaf: &Leaf, read_by: Option<ReadBy>) -> ReadBy {
    let name = leaf.name.as_str();
    let kind = name.split('/').next().unwrap_or(name);
    let field = name.split('/').nth(1).unwrap_or("");
    let own = |usual: ReadBy| read_by.unwrap_or(usual);
    match (kind, field) {
        ("policy" | "page", _) => own(ReadBy::Everyone),
        ("growth" | "rewards", _) | ("role", "needs") => own(ReadBy::It),
        ("person", "skills" | "certificates") => own(ReadBy::It).max(ReadBy::It),
        // What the exception sets aside is the policy.
        ("exception", _) => own(ReadBy::It).max(ReadBy::It),
        ("worklife", _) | ("person", "git" | "handles") => ReadBy::It,
        // The page with the turns is the IT team's, but pages for everyone name the rota.
        ("rota", "name") => ReadBy::Everyone,
        ("rota", _) => ReadBy::It,
        ("person", "plan" | "working_towards" | "next_growth_talk") | ("acknowledgement", _) => {
            ReadBy::Managers
        }
        _ => ReadBy::Everyone,
    }
}

/// Writes the charter in which every field is filled, with these readers wherever a file says who they are.
fn marked(read_by: Option<ReadBy>) -> (Folder, Vec<Leaf>) {
    let Marked { files, leaves } = generate::charter();
    let folder = Folder::new();
    folder.write(".itcharter.yaml", "rules:\n  id-bad: off\n");
    for (path, mut value) in files {
        if let Some(head) = value.as_object_mut().filter(|head| head.contains_key("read_by")) {
            match read_by {
                Some(reader) => head.insert("read_by".to_owned(), json!(reader.name())),
                None => head.shift_remove("read_by"),
            };
        }
        folder.write(&path, generate::text_of(&path, &value));
    }
    (folder, leaves)
}

/// Words that stand for one field only: what is made up, not dates and hours.
fn is_marker(words: &str) -> bool {
    words.starts_with("zq")
}

#[test]
fn every_field_is_in_the_handbooks_of_its_readers_and_in_no_file_of_any_other() {
    let mut wrong = Vec::new();
    let mut hidden = 0;
    for read_by in [None, Some(ReadBy::Everyone), Some(ReadBy::It), Some(ReadBy::Managers)] {
        let (charter, leaves) = marked(read_by);
        for audience in ReadBy::ALL {
            let (files, _) = rendered(&charter, audience.name());
            for leaf in &leaves {
                let Some(words) = leaf.words.as_deref() else { continue };
                let found = holding(&files, words);
                let meant = reader(leaf, read_by) <= *audience;
                if meant && found.is_empty() {
                    wrong.push(format!("read_by {read_by:?}, for {audience}: {} is missing", leaf.name));
                }
                if !meant && is_marker(words) {
                    hidden += 1;
                    wrong.extend(found.iter().map(|path| {
                        format!("read_by {read_by:?}, for {audience}: {} ({words}) is in {path}", leaf.name)
                    }));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(hidden > 100, "only {hidden} words had to stay away");
}

#[test]
fn the_id_and_file_of_what_is_taken_out_are_in_no_file_of_the_handbook() {
    let (charter, _) = marked(Some(ReadBy::Managers));
    let ids = ["policy", "skill", "offer", "grade", "award", "exception"].map(|kind| format!("full-{kind}"));
    let files = ["rewards.yaml", "growth.yaml", "acknowledgements/full-person"].map(str::to_owned);
    let narrow = || ids.iter().chain(&files);
    for audience in [ReadBy::Everyone, ReadBy::It] {
        let (files, _) = rendered(&charter, audience.name());
        for word in narrow() {
            assert_eq!(holding(&files, word), Vec::<String>::new(), "{word} for {audience}");
        }
    }
    let (files, _) = rendered(&charter, "managers");
    for word in narrow().filter(|word| !word.contains('/')) {
        assert!(!holding(&files, word).is_empty(), "{word}");
    }
    for id in ["worklife.yaml", "exceptions/", "full-exception"] {
        let (charter, _) = marked(None);
        assert_eq!(holding(&rendered(&charter, "everyone").0, id), Vec::<String>::new(), "{id}");
    }
}

/// Writes other words for every marker in the files of a charter, with these readers of now, in the next version of each
/// policy.
fn rewrite(charter: &Folder, read_by: Option<ReadBy>) {
    let (now, _) = marked(read_by);
    for ending in ["yaml", "md"] {
        for path in files_below(now.path(), ending) {
            let text = fs::read_to_string(&path).unwrap().replace("zq", "zx");
            let version = text.lines().find(|line| line.starts_with("version: 1")).map(str::to_owned);
            let text = version.map_or_else(|| text.clone(), |line| text.replace(&line, &format!("{line}0")));
            let path = path.strip_prefix(now.path()).unwrap();
            charter.write(&path.display().to_string(), text);
        }
    }
}

#[test]
fn what_changed_is_in_no_file_for_those_who_may_not_read_it_then_or_now() {
    let (everyone, managers) = (Some(ReadBy::Everyone), Some(ReadBy::Managers));
    let (mut wrong, mut told) = (Vec::new(), 0);
    for (then, now) in [(None, None), (everyone, managers), (managers, everyone)] {
        let (charter, leaves) = marked(then);
        charter.commit_all();
        charter.git(&["tag", "v1"]);
        rewrite(&charter, now);
        charter.git(&["commit", "--quiet", "--all", "--message", "next"]);
        for audience in ReadBy::ALL {
            let (files, _) = rendered_with(&charter, audience.name(), &["--changes", "v1", "--history"]);
            for leaf in &leaves {
                let Some(words) = leaf.words.as_deref().filter(|words| is_marker(words)) else { continue };
                let new = reader(leaf, now);
                let old = reader(leaf, then).max(new);
                for (reader, words) in [(old, words.to_owned()), (new, words.replace("zq", "zx"))] {
                    let found = holding(&files, &words);
                    if reader > *audience {
                        let say =
                            |path| format!("{then:?}, {now:?}, for {audience}: {} is in {path}", leaf.name);
                        wrong.extend(found.into_iter().map(say));
                    } else if words.starts_with("zq") {
                        told += found.len();
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(told > 100, "of what was there before only {told} words are told at all");
}

/// A small charter whose policy, page and picture for managers have names of their own.
fn small() -> Folder {
    let folder = Folder::small();
    folder.write(
        "policies/zqpolicy.md",
        "---\ntitle: Zqtitle\ntype: other\nsummary: Zqsummary.\nowner: it-manager\napprover: it-manager\nversion: 1\n\
         status: active\neffective: 2025-01-01\nlast_review: 2026-01-01\nreview_every: 1 year\napplies_to: everyone\n\
         read_by: managers\n---\n# Zqheading\n\n- **S1** We ask. ![Zqshown](../pages/zqpicture.png)\n",
    );
    folder.write("pages/zqpage.md", "---\nread_by: managers\n---\n# Zqown\n\nText, see [[page:open]].\n");
    folder.write("pages/zqpicture.png", b"\x89PNG zqbytes");
    folder.write("pages/seen.png", b"\x89PNG seenbytes");
    folder
}

#[test]
fn references_to_what_is_taken_out_become_neutral_words_or_the_writers_own() {
    let folder = small();
    folder.write(
        "pages/open.md",
        "---\ntitle: 'Open, see [[policy:zqpolicy]]'\nsummary: >\n  A [[page:\n  zqpage]].\n---\n# Head [[page:zqpage]]\n\n\
         Bare [[policy:zqpolicy#S1]] here. Own [[policy:zqpolicy|words of mine]]. \
         File [the other words](../policies/zqpolicy.md#S1), [more](zqpage.md).\n\
         No kind [[zqpolicy]]. Over a line [[policy:\nzqpolicy]]. Code `[[page:zqpage]]`. ![seen](seen.png)\n\n## About [[page:zqpage]]\n\nText.\n",
    );
    for audience in ["everyone", "it"] {
        let (files, _) = rendered(&folder, audience);
        assert_eq!(holding(&files, "zq"), Vec::<String>::new(), "{audience}");
        for words in
            ["a rule that is not in this handbook", "a page that is not in this handbook", "seenbytes"]
        {
            assert!(!holding(&files, words).is_empty(), "{audience}: {words}");
        }
        let page = String::from_utf8_lossy(&files["/pages/open.md"]).into_owned();
        assert!(page.contains("Own words of mine. File the other words, more."), "{page}");
    }
    let (files, _) = rendered(&folder, "managers");
    for word in [
        "zqpolicy",
        "zqtitle",
        "zqsummary",
        "zqheading",
        "zqpage",
        "zqown",
        "zqshown",
        "zqbytes",
        "zqpicture",
    ] {
        assert!(!holding(&files, word).is_empty(), "{word}");
    }
}

#[test]
fn what_was_left_out_is_said_unless_nothing_was() {
    let folder = small();
    let (everyone, output) = rendered(&folder, "everyone");
    let (managers, all) = rendered(&folder, "managers");
    let pages = |files: &Files| files.keys().filter(|path| path.ends_with(".html")).count();
    let left = pages(&managers) - pages(&everyone);
    let wanted = format!(
        "left out {left} pages and 2 entries for IT or managers only: `--audience managers` shows them"
    );
    assert!(output.stderr.contains(&wanted), "{}", output.stderr);
    assert!(!all.stderr.contains("left out"), "{}", all.stderr);
    let quiet = folder.run(&["render", "--as-of", DAY, "--out", "quiet", "--quiet"]);
    assert_eq!(quiet.stderr, "");
    let output = folder.run(&["render", "--as-of", DAY, "--audience", "staff"]);
    assert_eq!(output.code, 2);
    assert!(output.stderr.contains("[possible values: everyone, it, managers]"), "{}", output.stderr);
}

#[test]
fn a_handbook_is_for_everyone_unless_told_otherwise() {
    let folder = small();
    let plain = folder.run(&["render", "--as-of", DAY, "--out", "plain", "--quiet"]);
    let everyone =
        folder.run(&["render", "--as-of", DAY, "--audience", "everyone", "--out", "wide", "--quiet"]);
    assert_eq!((plain.code, everyone.code), (0, 0));
    let (mut left, mut right) = (Files::new(), Files::new());
    read(&folder.path().join("plain"), "", &mut left);
    read(&folder.path().join("wide"), "", &mut right);
    assert!(left == right && left.len() > 4);
}

#[test]
fn findings_about_what_is_for_managers_stay_with_managers() {
    let folder = small();
    folder.replace("policies/zqpolicy.md", "last_review: 2026-01-01", "last_review: 2024-01-01");
    folder.write("pages/open.md", "See [[page:zqpage]] and [[role:zqnobody]].\n");
    let (files, _) = rendered(&folder, "it");
    assert_eq!(holding(&files, "zqp"), Vec::<String>::new());
    let health = String::from_utf8_lossy(&files["/health.md"]).into_owned();
    assert!(
        health.contains("zqnobody") && health.contains("stands in the handbook for managers"),
        "{health}"
    );
    let (files, _) = rendered(&folder, "managers");
    let health = String::from_utf8_lossy(&files["/health.md"]).into_owned();
    assert!(health.contains("Zqtitle") && health.contains("zqpage"), "{health}");
}

#[test]
fn thank_yous_without_a_yes_are_in_no_handbook() {
    let folder = Folder::school();
    folder.append(
        "kudos/2025.yaml",
        "- {date: 2025-10-03, to: [ben-hughes], from: Zqgiver, for: Zqthanks., ok_to_share: false}\n",
    );
    for audience in ReadBy::ALL {
        let (files, _) = rendered(&folder, audience.name());
        assert_eq!(holding(&files, "zq"), Vec::<String>::new(), "{audience}");
    }
}

/// Returns the titles and ids of the policies and pages of an example that are for fewer people than everyone.
fn narrower(example: &Path) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for folder in ["policies", "pages"] {
        let Ok(entries) = fs::read_dir(example.join(folder)) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
            let line = |field: &str| text.lines().find_map(|line| line.strip_prefix(field)).map(str::trim);
            if matches!(line("read_by:"), Some("it" | "managers")) {
                words.insert(format!("{folder}/{}", path.file_stem().unwrap().to_string_lossy()));
                words.extend(line("title:").map(str::to_owned));
                words.extend(line("summary:").map(str::to_owned));
            }
        }
    }
    words
}

#[test]
fn the_handbook_of_every_example_for_everyone_holds_nothing_of_its_narrower_policies() {
    let mut looked_for = 0;
    for entry in fs::read_dir(project().join("examples")).unwrap() {
        let example = entry.unwrap().path();
        if !example.join("charter.yaml").exists() {
            continue;
        }
        let folder = Folder::new();
        copy(&example, folder.path());
        let (everyone, _) = rendered(&folder, "everyone");
        let (managers, _) = rendered(&folder, "managers");
        for word in narrower(&example) {
            looked_for += 1;
            let word = word.replace("policies/", "rules/");
            // Exactly: names of other things may make up the same words with other capitals.
            let holds = |(path, bytes): (&String, &Vec<u8>)| {
                path.contains(&word) || String::from_utf8_lossy(bytes).contains(&word)
            };
            assert!(!everyone.iter().any(holds), "{}: {word}", example.display());
            assert!(managers.iter().any(holds), "{}: {word}", example.display());
        }
        for path in ["/health.html", "/for-auditors.html", "/new-starters.html", "/working-here.html"] {
            assert!(!everyone.contains_key(path), "{}: {path}", example.display());
        }
    }
    assert!(looked_for >= 9, "the examples hold nothing for fewer people");
}
