//! References in prose: `[[role:it-manager]]`, `[[policy:respect#S3]]`, `[[term:backup|a spare copy]]`.

use std::ops::Range;

/// A reference as written between double square brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention<'a> {
    /// Name of the kind, as written; empty where there is no colon.
    pub kind: &'a str,
    /// The id, as written.
    pub id: &'a str,
    /// An anchor after `#`.
    pub anchor: Option<&'a str>,
    /// Words to show instead of the name, after `|`.
    pub words: Option<&'a str>,
}

impl<'a> Mention<'a> {
    /// Reads what stands between the brackets; blanks around the parts do not count.
    pub fn parse(inside: &'a str) -> Self {
        let (target, words) = match inside.split_once('|') {
            Some((target, words)) => (target, Some(words.trim())),
            None => (inside, None),
        };
        let (target, anchor) = match target.split_once('#') {
            Some((target, anchor)) => (target, Some(anchor.trim())),
            None => (target, None),
        };
        let (kind, id) = target.split_once(':').unwrap_or(("", target));
        Self { kind: kind.trim(), id: id.trim(), anchor, words: words.filter(|words| !words.is_empty()) }
    }
}

/// Finds the references in a plain text: the range with the brackets, and what is between them.
pub fn find(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut found = Vec::new();
    // Most texts have no bracket at all.
    if !text.contains('[') {
        return found;
    }
    let mut at = 0;
    while let Some(start) = text[at..].find("[[").map(|step| at + step) {
        let Some(length) = text[start + 2..].find("]]") else { break };
        let inside = &text[start + 2..start + 2 + length];
        if inside.contains(['[', '\n']) {
            at = start + 1;
            continue;
        }
        at = start + 2 + length + 2;
        found.push((start..at, inside));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Mention, find};

    #[test]
    fn every_part_of_a_mention_is_read() {
        let mention = Mention::parse("policy:respect#S3 | rule three");
        assert_eq!(
            mention,
            Mention { kind: "policy", id: "respect", anchor: Some("S3"), words: Some("rule three") }
        );
        assert_eq!(Mention::parse("backup"), Mention { kind: "", id: "backup", anchor: None, words: None });
    }

    #[test]
    fn mentions_are_found_with_their_ranges() {
        assert_eq!(find("see [[a:b]] and [[c]]."), vec![(4..11, "a:b"), (16..21, "c")]);
        assert_eq!(find("[[[a]] [[ [x] ]"), vec![(1..6, "a")]);
        assert_eq!(find("a [[ b"), vec![]);
    }
}
