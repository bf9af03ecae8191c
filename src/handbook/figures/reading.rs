//! How many have said that they have read each rule.

use crate::handbook::book::Book;
use crate::handbook::figure::{Chart, ChartRow, Drawing, Tone};
use crate::handbook::figures::{ROWS, figure, number};
use crate::handbook::language::Language;
use crate::handbook::page::{Block, Table};

/// Of one rule: how many have read it as it is now, must read it again, know only an older version, or have said
/// nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::handbook) struct Readers {
    pub(in crate::handbook) rule: String,
    pub(in crate::handbook) have: usize,
    pub(in crate::handbook) again: usize,
    pub(in crate::handbook) older: usize,
    pub(in crate::handbook) never: usize,
}

/// Draws the rules as bars, each part of a bar a group of people.
pub(in crate::handbook) fn bars(book: &Book<'_>, all: &[Readers], table: Table) -> Block {
    let rows = all.iter().take(ROWS).map(|readers| bar(book.language, readers)).collect();
    let ticks = vec![
        (0.0, book.say("common-nobody").to_owned()),
        (50.0, book.say("reading-half").to_owned()),
        (100.0, book.say("reading-everybody").to_owned()),
    ];
    let chart = Chart { from: 0.0, to: 100.0, ticks, limits: Vec::new(), rows };
    let text = book.say("reading-filled-has-read-the-rule-as");
    figure("readers", book.say("common-how-many-have-read-each-rule"), text, Drawing::Chart(chart), table)
}

fn bar(language: &Language, readers: &Readers) -> ChartRow {
    let must = readers.have + readers.again + readers.older + readers.never;
    let mut bars = Vec::new();
    let mut at = 0.0;
    for (count, tone, words) in [
        (readers.have, Tone::Strong, "reading-count-have"),
        (readers.again, Tone::Striped, "reading-count-due-again"),
        (readers.older, Tone::Striped, "reading-count-older-version"),
        (readers.never, Tone::Dashed, "reading-count-not-yet"),
    ] {
        if count > 0 {
            let end = at + number(count) / number(must) * 100.0;
            bars.push((at, end, tone, language.fill(words, &[("count", count.into())])));
            at = end;
        }
    }
    ChartRow { title: readers.rule.clone(), bars, dots: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::{Readers, bar};
    use crate::handbook::figure::Tone;
    use crate::handbook::language::Language;

    #[test]
    fn the_parts_of_a_bar_follow_each_other() {
        let readers = Readers { rule: "R".into(), have: 2, again: 0, older: 1, never: 1 };
        let part = |from, to, tone, label: &str| (from, to, tone, label.to_owned());
        assert_eq!(
            bar(Language::of("en"), &readers).bars,
            [
                part(0.0, 50.0, Tone::Strong, "2 have"),
                part(50.0, 75.0, Tone::Striped, "1 older version"),
                part(75.0, 100.0, Tone::Dashed, "1 not yet"),
            ]
        );
        assert_eq!(bar(Language::of("en"), &Readers { have: 0, older: 0, never: 0, ..readers }).bars, []);
    }
}
