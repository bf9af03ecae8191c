//! What changed: a page of its own, what happened to each page, and what each rule said before. Entry points:
//! [`tell_changes`], [`tell_history`] and [`tell_versions`], for a handbook that is built. What is about something that
//! its audience may not read, now or then, is in no file.

mod filter;
mod history;
mod page;
mod versions;

pub use history::tell_history;
pub use page::{Moment, tell_changes};
pub use versions::tell_versions;

use crate::diff::{Piece, Sentence};
use crate::handbook::book::Book;
use crate::handbook::inline::{code, plain, strong, text};
use crate::handbook::language::Language;
use crate::handbook::page::Inline;

/// Returns a sentence with names for the references in double brackets that it quotes.
fn named(book: &Book<'_>, sentence: &Sentence) -> Sentence {
    let piece = |piece: &Piece| match piece {
        Piece::Words(words) => Piece::Words(plain(&book.words(words))),
        Piece::Thing(_) | Piece::Code(_) => piece.clone(),
    };
    Sentence(sentence.0.iter().map(piece).collect())
}

/// Returns a sentence of a comparison, which is English in every handbook.
fn told(language: &Language, sentence: &Sentence) -> Vec<Inline> {
    if language.is_english() {
        let inline = |piece: &Piece| match piece {
            Piece::Words(words) => text(language.with_own_days(words)),
            Piece::Thing(name) => strong(name.clone()),
            Piece::Code(words) => code(words.clone()),
        };
        return sentence.0.iter().map(inline).collect();
    }
    // One piece, so that its words stay in their order where the page is read from the right.
    let words = sentence.0.iter().map(|piece| match piece {
        Piece::Words(words) => words.replace('`', "'"),
        Piece::Thing(name) => format!("“{}”", name.replace('`', "'")),
        Piece::Code(words) => format!("`{}`", words.replace('`', "'")),
    });
    vec![Inline::Message(words.collect())]
}

#[cfg(test)]
mod tests {
    use super::told;
    use crate::diff::{Piece, Sentence};
    use crate::handbook::language::Language;
    use crate::handbook::page::Inline;

    #[test]
    fn a_sentence_is_one_piece_where_the_page_has_another_language() {
        let sentence = Sentence(vec![
            Piece::Words("the rule ".into()),
            Piece::Thing("A `b`".into()),
            Piece::Words(" is now ".into()),
            Piece::Code("c".into()),
        ]);
        let arabic = told(Language::of("ar"), &sentence);
        assert_eq!(arabic, [Inline::Message("the rule “A 'b'” is now `c`".into())]);
        let english = [
            Inline::Text("the rule ".into()),
            Inline::Strong("A `b`".into()),
            Inline::Text(" is now ".into()),
            Inline::Code("c".into()),
        ];
        assert_eq!(told(Language::of("en"), &sentence), english);
    }
}
