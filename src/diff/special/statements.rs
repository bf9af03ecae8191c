//! The text of a rule: statements by their number, and the words around them.

use std::collections::{BTreeMap, BTreeSet};

use crate::diff::change::Class;
use crate::diff::content::{Content, words};
use crate::diff::fields::{Found, Pair, Values};
use crate::diff::sentence::Piece;
use crate::diff::side::Thing;
use crate::document::markdown::outline;

/// A text taken apart.
#[derive(Debug, Default)]
struct Text {
    /// The words of each statement, by its number.
    statements: BTreeMap<(String, usize), String>,
    /// The words around them.
    around: String,
    /// All of it, with markup.
    whole: String,
}

impl Text {
    fn read(content: Option<&Content>) -> Self {
        let text = content.map_or("", Content::text);
        let mut read = Self { whole: words(text), ..Self::default() };
        let mut at = 0;
        for statement in outline(text).statements {
            let number = read.statements.keys().filter(|(other, _)| *other == statement.id).count();
            let start = text[..statement.range.start].rfind('\n').map_or(0, |line| line + 1).max(at);
            read.around.push_str(&text[at..start]);
            at = block_end(text, statement.range.end);
            read.statements.insert((statement.id, number), words(&statement.text));
        }
        read.around.push_str(&text[at..]);
        read.around = words(&read.around);
        read
    }
}

/// Returns where the block that holds an offset ends: at an empty line, a heading or the next entry of a list.
fn block_end(text: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(line) = text[at..].find('\n').map(|step| at + step + 1) {
        let next = text[line..].trim_start_matches([' ', '\t']);
        let numbered = next.trim_start_matches(|digit: char| digit.is_ascii_digit());
        let entry = numbered.len() < next.len() && numbered.starts_with(". ");
        if entry || next.is_empty() || next.starts_with(['\n', '\r', '#', '-', '*', '+', '|', '>']) {
            return line;
        }
        at = line;
    }
    text.len()
}

impl Pair<'_> {
    /// Compares the text of a rule.
    pub(in crate::diff) fn statements(&mut self, values: Values<'_>) {
        let (before, after) = (Text::read(values.before), Text::read(values.after));
        let (old, new) = (&before.statements, &after.statements);
        let version =
            |content: Option<&Content>| content.map_or("", |content| content.field("version")).to_owned();
        let side = |thing: Option<&Thing>| version(thing.map(|thing| &thing.content));
        let (was, now) = (side(self.before), side(self.after));
        let still = if was == now && !now.is_empty() {
            format!("; the version is still {now}")
        } else {
            String::new()
        };
        let count = self.changes.len();
        let names: BTreeSet<&(String, usize)> = old.keys().chain(new.keys()).collect();
        for name in names {
            let (said, says) = (old.get(name), new.get(name));
            let template = match (said, says) {
                (Some(said), Some(says)) if said == says => continue,
                (Some(_), Some(_)) => "{number} of {name} changed{still}",
                (None, _) => "{number} of {name} is new{still}",
                (Some(_), None) => "{number} of {name} is gone{still}",
            };
            let more = [
                ("number", vec![Piece::Words(name.0.clone())]),
                ("still", vec![Piece::Words(still.clone())]),
            ];
            let sentence = self.say(template, values.key, &more);
            let path: Vec<String> = values.path.iter().cloned().chain([name.0.clone()]).collect();
            let class = Class::PolicyMeaning;
            let found =
                Found { path, before: said.cloned(), after: says.cloned(), class, incomparable: false };
            self.add(found, sentence);
        }
        // Links and emphasis inside a statement leave its words as they are, and are wording too.
        let markup = self.changes.len() == count && before.whole != after.whole;
        if markup || before.around != after.around {
            let sentence = self.say("the words around the statements of {name} changed", values.key, &[]);
            let found = Found {
                path: values.path.to_vec(),
                before: Some(before.around),
                after: Some(after.around),
                class: Class::PolicyWording,
                incomparable: false,
            };
            self.add(found, sentence);
        }
    }
}
