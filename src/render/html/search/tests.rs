//! What the files of a search hold, and how large they get.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

use crate::handbook::{Block, Handbook, Inline, Page, Part};
use crate::render::Artifact;
use crate::render::demo::{demo, page};
use crate::render::html::search::artifacts;

/// Returns what a file hands over.
fn held(artifacts: &[Artifact], name: &str) -> Value {
    let path = format!("search/{name}.js");
    let text = &artifacts.iter().find(|artifact| artifact.path == path).unwrap().bytes;
    let text = std::str::from_utf8(text).unwrap();
    let start = "document.currentScript.dispatchEvent(new CustomEvent('found',{detail:";
    serde_json::from_str(text.strip_prefix(start).unwrap().strip_suffix("}));\n").unwrap()).unwrap()
}

fn one(title: &str, lead: &str) -> Handbook {
    let pages = vec![page("index", "page", title, lead)];
    Handbook {
        pages,
        sections: Vec::new(),
        synonyms: vec![vec!["laptop".into(), "portable computer".into()]],
        ..demo()
    }
}

#[test]
fn a_word_leads_to_entries_with_weights() {
    let artifacts = artifacts(&one("Laptops", "Ask us for it."));
    assert_eq!(held(&artifacts, "t0"), "ask 50\ncomputer 60\nlaptop 90\nportabl 60\nus 50");
    assert_eq!(held(&artifacts, "near"), "computer laptop portabl");
    assert_eq!(held(&artifacts, "e0").to_string(), r#"[["Laptops","Ask us for it.","index.html",null]]"#);
    let manifest = held(&artifacts, "index");
    assert_eq!(manifest[0], 1);
    assert_eq!(manifest[3], true);
    assert_eq!(manifest[6], "ask");
}

#[test]
fn an_entry_stands_at_its_anchor_from_the_handbooks_folder() {
    let mut handbook = one("Start", "Here.");
    let blocks = vec![Block::Paragraph(vec![Inline::Text("More.".into())])];
    let part = |id: &str| Part { id: id.into(), title: format!("About {id}"), blocks: blocks.clone() };
    handbook.pages[0].parts.push(part("own goal"));
    handbook.pages.push(Page { parts: vec![part("second")], ..page("roles/desk", "role", "Desk", "Helps.") });
    let entries = held(&artifacts(&handbook), "e0");
    let addresses: Vec<&str> =
        entries.as_array().unwrap().iter().map(|entry| entry[2].as_str().unwrap()).collect();
    assert_eq!(
        addresses,
        ["index.html", "roles/desk.html", "index.html#own%20goal", "roles/desk.html#second"]
    );
}

#[test]
fn hostile_words_end_neither_the_script_nor_its_line() {
    let artifacts = artifacts(&one("</script><script>alert(1)//", "a\u{2028}b\u{2029}c \"'\\ ]]> __proto__"));
    for artifact in &artifacts {
        let text = std::str::from_utf8(&artifact.bytes).unwrap();
        assert!(!text.contains(['<', '\u{2028}', '\u{2029}']), "{text}");
        assert_eq!(text.lines().count(), 1, "{text}");
    }
    assert_eq!(held(&artifacts, "e0")[0][0], "</script><script>alert(1)//");
    assert_eq!(held(&artifacts, "e0")[0][1], "a\u{2028}b\u{2029}c \"'\\ ]]> __proto__");
}

#[test]
fn a_handbook_without_words_has_an_index_too() {
    let artifacts = artifacts(&one("!", ""));
    let paths: Vec<&str> = artifacts.iter().map(|artifact| artifact.path.as_str()).collect();
    assert_eq!(paths, ["search/near.js", "search/e0.js", "search/index.js"]);
}

/// Makes a handbook of pages that talk about a bit of everything, as people do: few words often, many seldom.
fn large(pages: usize) -> Handbook {
    let mut state = 7_u64;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let syllables =
        ["ba", "ce", "di", "fo", "gu", "ha", "ki", "lo", "me", "nu", "pra", "ste", "tro", "va", "wi"];
    let vocabulary: Vec<String> = (0..6_000)
        .map(|_| (0..2 + next(3)).map(|_| syllables[usize::try_from(next(15)).unwrap()]).collect())
        .collect();
    let mut sentence = |words: u64| {
        let mut text = String::new();
        for _ in 0..words {
            let (one, two) = (next(6_000), next(6_000) + 1);
            write!(text, "{} ", vocabulary[usize::try_from(one * two / 6_000 * two / 6_000).unwrap()])
                .unwrap();
        }
        text
    };
    let pages = (0..pages)
        .map(|number| {
            let lines = (0..40).map(|_| vec![Inline::Text(sentence(8))]).collect();
            Page {
                parts: vec![Part { id: "all".into(), title: "All".into(), blocks: vec![Block::List(lines)] }],
                ..page(&format!("roles/r{number:05}"), "role", &sentence(3), &sentence(9))
            }
        })
        .collect();
    Handbook { pages, ..demo() }
}

/// Returns the sizes of the files whose names begin so.
fn sizes(artifacts: &[Artifact], start: &str) -> Vec<usize> {
    let named = artifacts.iter().filter(|artifact| {
        artifact.path.strip_prefix("search/").is_some_and(|name| {
            name.strip_prefix(start)
                .is_some_and(|rest| rest.starts_with(|digit: char| digit.is_ascii_digit()))
        })
    });
    let mut sizes: Vec<usize> = named.map(|artifact| artifact.bytes.len()).collect();
    sizes.sort_unstable_by(|left, right| right.cmp(left));
    sizes
}

#[test]
fn a_search_stays_small_however_large_the_handbook() {
    let artifacts = artifacts(&large(1_000));
    let total: usize = artifacts.iter().map(|artifact| artifact.bytes.len()).sum();
    assert!(total <= 1_000_000, "{total} bytes on disk");
    let fixed: usize = ["search/index.js", "search/near.js"]
        .iter()
        .map(|path| artifacts.iter().find(|artifact| artifact.path == *path).unwrap().bytes.len())
        .sum();
    // A word asks for at most two files, and for four more and the near words where it is mistyped; the ten best
    // entries lie in at most ten files. Here for two words, both mistyped.
    let words: usize = sizes(&artifacts, "t").iter().take(12).sum();
    let entries: usize = sizes(&artifacts, "e").iter().take(10).sum();
    let engine = include_str!("../../templates/search/dialog.js").len()
        + include_str!("../../templates/search/index.js").len()
        + include_str!("../../templates/search/words.js").len();
    let most = fixed + words + entries + engine;
    assert!(
        most <= 300_000,
        "{most} bytes: {fixed} fixed, {words} words, {entries} entries, {engine} engine"
    );
    assert!(total > 300_000, "a handbook of {total} bytes of index shows nothing");
}

#[test]
fn the_order_of_reading_changes_nothing() {
    let handbook = large(200);
    let threads = |count: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(count).build().unwrap();
        pool.install(|| artifacts(&handbook))
    };
    let paths = |artifacts: Vec<Artifact>| -> BTreeMap<String, Vec<u8>> {
        artifacts.into_iter().map(|artifact| (artifact.path, artifact.bytes)).collect()
    };
    assert_eq!(paths(threads(1)), paths(threads(4)));
}
