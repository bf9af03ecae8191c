//! The public YAML test suite, where it lies beside the project.

use std::fs;
use std::path::Path;

use serde_yaml::Value;

use crate::support::{files_below, shared};
use crate::yaml::{ours, same, theirs};

/// One case: its id, its text, whether it is no YAML, and its data where the suite gives it as JSON.
#[derive(Clone, Debug)]
struct Case {
    id: String,
    text: String,
    fails: bool,
    json: Option<String>,
}

/// The cases in which we differ from `serde_yaml` or from the suite, below the reason. In all but the last we read what
/// the suite says.
const DIFFERENCES: [(&str, &[&str]); 10] = [
    (
        "YAML 1.2 lets a colon in brackets touch what follows, and a name there break over lines",
        &[
            "4ABK", "4MUZ/00", "4MUZ/01", "4MUZ/02", "58MP", "5MUD", "5T43", "9SA2", "CFD4", "DBG4", "FRK4",
            "HM87/00", "K3WX", "NJ66", "VJP3/01",
        ],
    ),
    (
        "YAML 1.2 lets tabs stand between words, where they indent nothing",
        &[
            "6BCT", "6CA3", "96NN/00", "96NN/01", "A2M4", "DK95/00", "DK95/03", "DK95/04", "Q5MG", "R4YG",
            "Y79Y/01", "Y79Y/10",
        ],
    ),
    (
        "directives that YAML 1.2 says to ignore",
        &["2LFX", "6LVF", "BEC7", "MUS6/05", "MUS6/06", "ZYU8/00", "ZYU8/01", "ZYU8/03"],
    ),
    ("names without a text", &["2JQS", "M2N8/00", "NHX8", "S3PD", "SM9W/01", "UKK6/00"]),
    ("files without data", &["HWV9", "QT73"]),
    ("texts of a whole file that are not indented", &["DK3J", "FP8R"]),
    ("a question mark that starts a word", &["652Z", "HM87/01"]),
    ("a colon or a sign in the name of an anchor, which we warn of", &["8XYN", "Y2GN"]),
    ("a block text whose file ends without a line end", &["JEF9/02", "L24T/01"]),
    ("brackets that close at the margin: both read them, though the suite says no", &["9C9N"]),
];

/// Reads the cases of a file; what a later case leaves out it shares with the one before.
fn cases(path: &Path) -> Vec<Case> {
    let stem = path.file_stem().unwrap().to_str().unwrap();
    let items: Vec<Value> = serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let several = items.len() > 1;
    let mut cases: Vec<Case> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let field = |name: &str| item.get(name).and_then(Value::as_str);
        let before = cases.last();
        let text = field("yaml").map(plain).or_else(|| before.map(|before| before.text.clone()));
        cases.push(Case {
            id: if several { format!("{stem}/{index:02}") } else { stem.to_owned() },
            text: text.unwrap(),
            fails: item.get("fail").and_then(Value::as_bool).unwrap_or(false),
            json: field("json").map(str::to_owned),
        });
    }
    cases
}

/// Turns the suite's marks into the characters they stand for.
fn plain(text: &str) -> String {
    let text = text.replace('␣', " ").replace('↵', "").replace('←', "\r").replace('⇔', "\u{feff}");
    let text = text.replace("∎\n", "").replace('∎', "");
    let mut plain = String::new();
    for part in text.split_inclusive('»') {
        match part.strip_suffix('»') {
            Some(before) => {
                plain.push_str(before.trim_end_matches('—'));
                plain.push('\t');
            }
            None => plain.push_str(part),
        }
    }
    plain
}

/// Says how we differ, in a word; `None` where we do not, or refuse the text.
fn difference(case: &Case) -> Option<String> {
    let ours = ours(&case.text)?;
    if case.fails {
        return Some("is no YAML and is read".to_owned());
    }
    if let Some(json) = &case.json {
        let wanted: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(json).into_iter().collect();
        match wanted.unwrap().as_slice() {
            [] if ours.is_null() => {}
            [wanted] if same(wanted, &ours) => {}
            wanted => return Some(format!("is not as the suite says: {ours:?}, {wanted:?}")),
        }
    }
    match theirs(&case.text) {
        Ok(theirs) if same(&ours, &theirs) => None,
        Ok(theirs) => Some(format!("reads as {ours:?}, for serde_yaml as {theirs:?}")),
        Err(error) => Some(format!("is read, and not by serde_yaml: {error}")),
    }
}

#[test]
fn the_marks_of_the_suite_stand_for_blanks_tabs_and_ends() {
    assert_eq!(plain("a␣␣\n———»b»\n—»c — d\nx∎\n"), "a  \n\tb\t\n\tc — d\nx");
}

#[test]
fn every_case_reads_alike_or_is_refused_or_listed() {
    let Some(suite) = shared("yaml-test-suite", "ITCHARTER_YAML_SUITE") else { return };
    let cases: Vec<Case> =
        files_below(&suite.join("src"), "yaml").iter().flat_map(|path| cases(path)).collect();
    assert!(cases.len() > 350, "only {} cases", cases.len());
    let mut found = Vec::new();
    for case in &cases {
        let listed = DIFFERENCES.iter().find(|(_, ids)| ids.contains(&case.id.as_str()));
        match (difference(case), listed) {
            (Some(difference), None) => found.push(format!("{} {difference}", case.id)),
            (None, Some(_)) => found.push(format!("{} is listed and does not differ", case.id)),
            (Some(_), Some(_)) | (None, None) => {}
        }
    }
    assert_eq!(found, Vec::<String>::new());
    let read = cases.iter().filter(|case| ours(&case.text).is_some()).count();
    assert!(read > 200, "only {read} cases were read");
}
