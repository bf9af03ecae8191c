//! Whatever names files and accounts have, code owners name nobody else; whatever a change brings, it is answered.

use std::collections::BTreeSet;

use itcharter::approval::codeowners::{Flavor, generate};
use itcharter::approval::{Evidence, Format, Question, decide, write};
use itcharter::check;
use proptest::prelude::{ProptestConfig, any};
use proptest::sample::select;
use proptest::strategy::Strategy;
use proptest::{collection, prop_assert, prop_assert_eq, proptest};

use crate::approvals::small;
use crate::diff::sides::{Charter, Files, difference, side};

fn some(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Names of files as nobody should choose them.
fn name() -> impl Strategy<Value = String> {
    "[-a-c #!*?@\\[\\]\\\\^~é.:%+\t]{1,9}"
}

/// Accounts, some of which cannot be any.
fn account() -> impl Strategy<Value = String> {
    "[-a-c@ #/._\n*\\[]{0,7}"
}

/// Takes a line of code owners apart as forges do: a pattern, in which `\ ` is a blank, and owners.
fn parse(line: &str) -> (Vec<char>, Vec<&str>) {
    let mut pattern = Vec::new();
    let mut letters = line.char_indices();
    let mut end = line.len();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => pattern.extend(letters.next().map(|(_, letter)| letter)),
            ' ' | '\t' => {
                end = at;
                break;
            }
            letter => pattern.push(letter),
        }
    }
    (pattern, line[end..].split_whitespace().collect())
}

/// Says whether a pattern stands for a path, where `?` stands for any one character.
fn stands_for(pattern: &[char], path: &str) -> bool {
    let path: Vec<char> = path.chars().collect();
    pattern.len() == path.len()
        && pattern.iter().zip(&path).all(|(wanted, found)| *wanted == '?' || wanted == found)
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

proptest! {
    #![proptest_config(some(300))]

    #[test]
    fn code_owners_own_what_is_listed_and_nothing_else(
        names in collection::vec(name(), 0..4),
        accounts in collection::vec(account(), 3),
        gitlab in any::<bool>(),
    ) {
        let mut files: Files = small();
        let people = files.get_mut("people.yaml").unwrap();
        for (person, account) in ["ada", "fay", "gil"].iter().zip(&accounts) {
            let end = format!("{person}@x.example, started: 2020-01-01");
            let both = format!("{{github: {0}, gitlab: {0}}}", quoted(account));
            *people = people.replace(&end, &format!("{end}, handles: {both}"));
        }
        for (number, name) in names.iter().enumerate() {
            let folder = ["roles", "policies", "acknowledgements", "exceptions"][number];
            files.insert(format!("{folder}/{name}.yaml"), "[]\n".to_owned());
        }
        let charter = Charter::new(&files);
        let rules = check::rules();
        let side = side(&charter, &rules);
        let flavor = if gitlab { Flavor::Gitlab } else { Flavor::Github };
        let owners = generate(&side, flavor);
        let own: BTreeSet<String> =
            accounts.iter().map(|account| format!("@{}", account.trim_start_matches('@'))).collect();
        let fixed = [".itcharter.yaml", "templates/", ".allowed-signers", ".github/workflows/", ".github/actions/",
            ".gitlab-ci.yml", ".gitlab/ci/"];
        let places = Flavor::Github.places().into_iter().chain(Flavor::Gitlab.places());
        let known = side.snapshot.files().map(|(_, file)| file.path.as_str());
        let known: Vec<String> =
            known.chain(fixed).chain(places).map(|path| format!("/{path}")).collect();
        let lines = owners.text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        for line in lines.filter(|line| *line != "[Charter]") {
            let (pattern, named) = parse(line);
            let stands = known.iter().any(|path| stands_for(&pattern, path));
            prop_assert!(stands || pattern == ['*'], "{line:?} stands for nothing");
            prop_assert!(!named.is_empty(), "{line:?} has no owner");
            prop_assert!(named.iter().all(|owner| own.contains(*owner)), "{line:?} names a stranger");
        }
    }

    #[test]
    fn any_change_is_answered_and_nobody_agrees_to_their_own(
        edits in collection::vec((select(EDITS.to_vec()), any::<u8>()), 1..5),
        words in collection::vec(".{0,12}", 0..3),
        agreed in collection::vec(select(vec!["ada", "bob", "cyd", "fay", "gil", "github:x", "", "é <a@b>"]), 0..4),
        author in select(vec!["ada", "bob", "cyd", "fay", "gil"]),
    ) {
        let before = small();
        let mut after = before.clone();
        for ((path, from, to), number) in &edits {
            let text = after.get_mut(*path).unwrap();
            let word = words.get(usize::from(*number) % 3).map_or("new", String::as_str);
            *text = text.replacen(from, &to.replace("WORD", word), 1);
        }
        let evidence = Evidence {
            authors: vec![author.to_owned()],
            approved_by: agreed.iter().map(|who| (*who).to_owned()).collect(),
            ..Evidence::default()
        };
        let (before, after) = (Charter::new(&before), Charter::new(&after));
        let diff = difference(&before, &after);
        let rules = check::rules();
        let (before, after) = (side(&before, &rules), side(&after, &rules));
        let question = Question { before, after, diff: &diff, range: None, evidence: &evidence };
        let approvals = decide(question).unwrap();
        for seat in approvals.requirements.iter().flat_map(|one| &one.seats).filter(|seat| !seat.by_writing) {
            prop_assert!(!seat.people.contains(author), "{seat:?}");
            prop_assert!(seat.people.iter().all(|id| before.charter.people.get(id).is_some()), "{seat:?}");
            prop_assert!(seat.agreed.iter().all(|id| agreed.contains(&id.as_str())), "{seat:?}");
        }
        prop_assert_eq!(approvals.is_missing(), !approvals.findings().is_empty());
        for format in [Format::Text, Format::Markdown, Format::Concise, Format::Json] {
            let mut out = Vec::new();
            write(format, &approvals, false, &mut out).unwrap();
            prop_assert!(String::from_utf8(out).is_ok());
        }
    }
}

/// Edits of the small school: a file, what is replaced, and by what; `WORD` stands for anything.
const EDITS: [(&str, &str, &str); 10] = [
    ("roles.yaml", "filled_by: fay", "filled_by: cyd"),
    ("roles.yaml", "may: [Lend one.]", "may: [\"WORD\"]"),
    ("roles.yaml", "reports_to: lead", "reports_to: none"),
    ("roles.yaml", "id: desk, name: Desk", "id: front, name: Front"),
    ("roles.yaml", "filled_by: ada", "filled_by: WORD"),
    ("people.yaml", "name: Gil", "name: Fay"),
    ("people.yaml", "email: gil@x.example", "email: WORD"),
    ("people.yaml", "- {id: bob", "WORD\n- {id: bob"),
    ("charter.yaml", "approver: head", "approver: desk"),
    ("charter.yaml", "purpose: Keep it working.", "purpose: WORD"),
];
