//! Sentences in pieces, so that each format can escape what comes from a charter.

use std::fmt;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words as they are.
    Words(String),
    /// The name of a thing in the charter, set apart.
    Thing(String),
    /// Words of a file or a program, such as an id.
    Code(String),
}

/// A sentence without a full stop; shows things as `*name*` and code in backticks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence(pub Vec<Piece>);

impl Sentence {
    /// Makes a sentence of plain words.
    pub fn words(text: impl Into<String>) -> Self {
        Self(vec![Piece::Words(text.into())])
    }

    /// Makes a sentence of a message, in which backticks stand around names.
    pub fn message(text: &str) -> Self {
        let parts: Vec<&str> = text.split('`').collect();
        if parts.len().is_multiple_of(2) {
            return Self::words(text);
        }
        let piece = |(number, part): (usize, &&str)| {
            let text = (*part).to_owned();
            if number.is_multiple_of(2) { Piece::Words(text) } else { Piece::Code(text) }
        };
        let pieces = parts.iter().enumerate().map(piece);
        Self(pieces.filter(|piece| !matches!(piece, Piece::Words(words) if words.is_empty())).collect())
    }

    /// Fills a template: each `{key}` is replaced by what `values` hold for it. Begins with a capital.
    pub(super) fn fill(template: &str, values: &[(&str, Vec<Piece>)]) -> Self {
        let mut pieces = Vec::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            push_words(&mut pieces, before);
            let (key, after) = after.split_once('}').unwrap_or((after, ""));
            let found = values.iter().find(|(name, _)| *name == key);
            for piece in found.into_iter().flat_map(|(_, pieces)| pieces) {
                match piece {
                    Piece::Words(words) => push_words(&mut pieces, words),
                    Piece::Thing(_) | Piece::Code(_) => pieces.push(piece.clone()),
                }
            }
            rest = after;
        }
        push_words(&mut pieces, rest);
        if let Some(Piece::Words(first)) = pieces.first_mut() {
            *first = capital(first);
        }
        Self(pieces)
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| match piece {
            Piece::Words(words) => formatter.write_str(words),
            Piece::Thing(name) => write!(formatter, "*{name}*"),
            Piece::Code(code) => write!(formatter, "`{code}`"),
        })
    }
}

fn push_words(pieces: &mut Vec<Piece>, words: &str) {
    match pieces.last_mut() {
        _ if words.is_empty() => {}
        Some(Piece::Words(before)) => before.push_str(words),
        Some(Piece::Thing(_) | Piece::Code(_)) | None => pieces.push(Piece::Words(words.to_owned())),
    }
}

/// Returns a text with a capital at the start.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Returns a name as it stands inside a sentence: "Systems technician" becomes "systems technician", "IT manager"
/// stays.
pub(super) fn inside(name: &str) -> String {
    let mut letters = name.chars();
    let (first, second) = (letters.next(), letters.clone().next());
    match first {
        Some(first) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        Some(_) | None => name.to_owned(),
    }
}

/// Joins lists of pieces: "a, b and c".
pub(super) fn join(items: &[Vec<Piece>]) -> Vec<Piece> {
    let mut joined = Vec::new();
    for (number, item) in items.iter().enumerate() {
        let link = match number {
            0 => "",
            last if last + 1 == items.len() => " and ",
            _ => ", ",
        };
        push_words(&mut joined, link);
        for piece in item {
            match piece {
                Piece::Words(words) => push_words(&mut joined, words),
                Piece::Thing(_) | Piece::Code(_) => joined.push(piece.clone()),
            }
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::{Piece, Sentence, inside, join};

    #[test]
    fn a_template_is_filled_and_begins_with_a_capital() {
        let values =
            [("who", vec![Piece::Words("people lead".into())]), ("what", vec![Piece::Thing("Pay".into())])];
        let sentence = Sentence::fill("{who} answers for {what} {none}now", &values);
        assert_eq!(sentence.to_string(), "People lead answers for *Pay* now");
        assert_eq!(Sentence::fill("an {open", &[]).to_string(), "An ");
    }

    #[test]
    fn names_lose_their_capital_inside_unless_it_is_an_abbreviation() {
        assert_eq!(
            [inside("People lead"), inside("IT manager"), inside("")],
            ["people lead", "IT manager", ""]
        );
    }

    #[test]
    fn lists_are_joined_as_people_say_them() {
        let word = |text: &str| vec![Piece::Words(text.to_owned())];
        assert_eq!(Sentence(join(&[word("a"), word("b"), word("c")])).to_string(), "a, b and c");
    }
}
