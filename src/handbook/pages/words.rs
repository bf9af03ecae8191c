//! "Plain words": the glossary.

use crate::handbook::book::Book;
use crate::handbook::inline::{line, link, part, table};
use crate::handbook::page::{Block, Page, Row, Target};
use crate::handbook::pages::{new, push};
use crate::handbook::places::{anchor, path};
use crate::model::Entity;
use crate::model::kinds::Term;
use crate::source::Kind;

/// Builds the page.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let mut terms: Vec<&Entity<Term>> = book.charter.terms.iter().collect();
    let Some(first) = terms.first() else { return Vec::new() };
    let mut page = new(path::WORDS, book.say("section-words"), None);
    page.lead = line(book.say("words-what-our-words-mean-and-what"));
    page.foot = book.foot(Some(&first.path));
    terms.sort_by_key(|term| (term.term.to_lowercase(), &term.id));
    let rows: Vec<Row> = terms.iter().map(|term| term_row(book, term)).collect();
    let columns = [book.say("words-word"), book.say("words-what-it-means")];
    page.parts.push(part(
        "words",
        book.say("words-words-from-a-to-z"),
        vec![table(book.say("words-words-and-what-they-mean"), &columns, rows)],
    ));
    let more = terms.iter().flat_map(|term| more(book, term)).collect();
    push(&mut page.parts, part("more", book.say("words-more-about-some-words"), more));
    vec![page]
}

fn term_row(book: &Book<'_>, term: &Entity<Term>) -> Row {
    let mut lines = vec![book.words(&term.plain)];
    if !term.also.is_empty() {
        lines
            .push(book.line("words-also-called", &[("names", term.also.join(book.language.comma()).into())]));
    }
    if let Some(words) = &term.say_instead {
        lines.push(book.line("words-better-to-say", &[("word", words.into())]));
    }
    if let Some(see) = &term.see {
        lines.push(book.line("words-read-more", &[("place", book.address(see).into())]));
    }
    if term.more.is_some() {
        let target = Target::Page { path: path::WORDS.to_owned(), anchor: Some(more_anchor(term)) };
        lines.push(vec![link(book.fill("words-more-about", &[("word", (&term.term).into())]), target)]);
    }
    Row { id: Some(anchor(Kind::Term, &term.id)), cells: vec![vec![line(term.term.clone())], lines] }
}

fn more(book: &Book<'_>, term: &Entity<Term>) -> Vec<Block> {
    let Some(more) = &term.more else { return Vec::new() };
    let heading = Block::Heading { id: more_anchor(term), text: line(term.term.clone()) };
    vec![heading, Block::Prose(book.prose(more.as_str(), &term.path, path::WORDS, 4))]
}

fn more_anchor(term: &Entity<Term>) -> String {
    format!("{}-more", anchor(Kind::Term, &term.id))
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;

    #[test]
    fn words_stand_from_a_to_z_whatever_their_case() {
        let terms = "
- {term: MIS, plain: The record system., say_instead: record system, see: https://mis.example/help}
- {term: backup, plain: A spare copy., also: [copy, dump], see: 'the [[term:MIS]] entry', more: Kept for a month.}
";
        assert_eq!(
            Sample::of(&[("glossary.yaml", terms)]).page("plain-words"),
            "\
# Plain words
What our words mean, and what to say instead.
## Words from A to Z {#words}
| Word | What it means
| backup | A spare copy.; Also called: copy, dump; Read more: the [MIS](plain-words#term-mis) entry; [More about “backup”](plain-words#term-backup-more) {#term-backup}
| MIS | The record system.; Better to say: record system; Read more: [https://mis.example/help](https://mis.example/help) {#term-mis}
## More about some words {#more}
### backup {#term-backup-more}
Kept for a month.
foot: , None, None
"
        );
    }

    #[test]
    fn an_address_that_is_unsafe_stays_text() {
        let terms = "[{term: a, plain: A., see: 'javascript:alert(1)'}]";
        let page = Sample::of(&[("glossary.yaml", terms)]).page("plain-words");
        assert!(page.contains("| a | A.; Read more: javascript:alert(1) {#term-a}\n"), "{page}");
    }
}
