//! How many people have each skill at which level; never who.

use crate::handbook::book::Book;
use crate::handbook::figure::{Drawing, Matrix, MatrixRow, Tone};
use crate::handbook::figures::{behind, figure, sign};
use crate::handbook::inline::{line, row};
use crate::handbook::page::{Block, Inline};
use crate::model::kinds::{Growth, Skill};
use crate::source::Kind;

/// Most levels that are drawn.
const LEVELS: usize = 9;

/// Draws the counts; `None` where nobody has written down a skill.
pub(in crate::handbook) fn counts(book: &Book<'_>, growth: &Growth) -> Option<Block> {
    let levels = growth.skills.iter().map(|skill| skill.levels.len()).max()?.min(LEVELS);
    let all: Vec<Vec<usize>> = growth.skills.iter().map(|skill| count(book, skill, levels)).collect();
    let most = all.iter().flatten().copied().max().filter(|most| *most > 0)?;
    let rows = growth.skills.iter().zip(&all).map(|(skill, counts)| MatrixRow {
        head: head(book, skill),
        signs: counts
            .iter()
            .map(|count| {
                let tone = if *count == most { Tone::Strong } else { Tone::Plain };
                let meaning = book.fill("skills-people", &[("count", (*count).into())]);
                (*count > 0).then(|| sign(&count.to_string(), &meaning, tone))
            })
            .collect(),
        alarm: counts.iter().all(|count| *count == 0),
    });
    let heads: Vec<String> =
        (1..=levels).map(|level| book.fill("skills-level", &[("level", level.into())])).collect();
    let matrix = Matrix {
        columns: heads.iter().map(line).collect(),
        rows: rows.collect(),
        sums: Vec::new(),
        legend: Vec::new(),
    };
    let columns: Vec<&str> =
        std::iter::once(book.say("common-skill")).chain(heads.iter().map(String::as_str)).collect();
    let words = growth.skills.iter().zip(&all).map(|(skill, counts)| {
        let counts = counts.iter().map(|count| line(count.to_string()));
        row(std::iter::once(head(book, skill)).chain(counts).collect())
    });
    let title = book.say("skills-how-many-people-have-each-skill");
    let table = behind(title, &columns, words.collect());
    let text = book.say("skills-the-numbers-are-people-at-each");
    Some(figure("skill-counts", title, text, Drawing::Matrix(matrix), table))
}

fn head(book: &Book<'_>, skill: &Skill) -> Vec<Inline> {
    vec![book.link(Kind::Skill, skill.id.as_str())]
}

/// Counts those who are here by their level, from the first.
fn count(book: &Book<'_>, skill: &Skill, levels: usize) -> Vec<usize> {
    let mut counts = vec![0; levels];
    for person in book.charter.people.iter().filter(|person| book.charter.is_here(person, book.as_of)) {
        let own = person.skills.iter().find(|(own, _)| own.as_str() == skill.id.as_str());
        let place = own.and_then(|(_, level)| usize::from(*level).checked_sub(1));
        if let Some(count) = place.and_then(|place| counts.get_mut(place)) {
            *count += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;

    #[test]
    fn skills_are_counted_without_names() {
        let growth = "
skills: [{id: nets, name: Networks, levels: [Helps, Leads]}, {id: logs, name: Logs}]
offers: []
";
        let people = "
- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01, skills: {nets: 2, logs: 1}}
- {id: bob, name: Bob, email: bob@x.example, started: 2020-01-01, skills: {nets: 2}}
- {id: eve, name: Eve, email: eve@x.example, started: 2020-01-01, left: 2021-01-01, skills: {nets: 1}}
";
        let page = Sample::of(&[("growth.yaml", growth), ("people.yaml", people)]).page("growing-here");
        let wanted = "\
[How many people have each skill? {#skill-counts}] The numbers are people at each level; nobody is named.
| Skill | Level 1 | Level 2
| [Networks](growing-here#skill-nets) | 0 | 2
| [Logs](growing-here#skill-logs) | 1 | 0
";
        assert!(page.contains(wanted), "{page}");
        assert!(!page.contains("Ada"), "{page}");
    }
}
