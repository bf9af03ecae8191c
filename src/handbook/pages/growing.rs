//! "Growing here": training, money and time, skills, and what the next grade needs.

use crate::handbook::book::Book;
use crate::handbook::figures::skills::counts;
use crate::handbook::inline::{Facts, line, named_row, part, row, table};
use crate::handbook::page::{Block, Inline, Page, Part, Row};
use crate::handbook::pages::decisions::capital;
use crate::handbook::pages::roles::skill_line;
use crate::handbook::pages::{new, push};
use crate::handbook::places::{anchor, path};
use crate::model::Entity;
use crate::model::kinds::{Growth, Offer, Role, Skill};
use crate::source::Kind;

/// Builds the page.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let Some(growth) = book.charter.growth() else { return Vec::new() };
    let mut page = new(path::GROWING, book.say("section-growing"), None);
    page.lead = line(book.say("growing-what-training-money-and-time-there"));
    let mut facts = Facts::default();
    facts.words(
        book.say("growing-money-for-each-person-each-year"),
        growth.budget_each.map(|budget| book.money(budget)),
    );
    facts.line(book.say("growing-time-for-each-person"), book.optional(growth.time_each.as_ref()));
    facts.words(
        book.say("common-who-may-read-this-page"),
        growth.read_by.map(|reader| book.language.label(reader)),
    );
    let budget = facts.block().into_iter().collect();
    push(&mut page.parts, part("budget", book.say("growing-how-much-money-and-time-do"), budget));
    push(&mut page.parts, offers(book, growth));
    push(&mut page.parts, skills(book, growth));
    push(&mut page.parts, part("next", book.say("growing-what-does-the-next-grade-need"), needs(book)));
    let more = book.more(growth.more.as_ref(), &growth.path, path::GROWING).into_iter().collect();
    push(&mut page.parts, part("more", book.say("common-what-else-is-good-to-know"), more));
    page.foot = book.foot_of(growth);
    vec![page]
}

fn offers(book: &Book<'_>, growth: &Growth) -> Part {
    if growth.offers.is_empty() {
        return Part::default();
    }
    let rows = growth.offers.iter().map(|offer| offer_row(book, offer)).collect();
    let columns = [
        book.say("growing-training"),
        book.say("growing-what-it-is"),
        book.say("growing-for-whom"),
        book.say("common-what-it-costs"),
        book.say("growing-good-to-know"),
    ];
    part(
        "offers",
        book.say("growing-what-training-is-there"),
        vec![table(book.say("growing-training"), &columns, rows)],
    )
}

fn offer_row(book: &Book<'_>, offer: &Offer) -> Row {
    let notes = [
        offer.required.then(|| book.say("growing-must-be-done").to_owned()),
        offer.every.map(|span| book.fill("growing-again", &[("often", book.every(span).into())])),
        offer.valid_for.map(|span| book.fill("growing-counts-for", &[("span", book.span(span).into())])),
        offer.paid_time.map(|paid| {
            if paid {
                book.say("growing-in-paid-time").to_owned()
            } else {
                book.say("growing-in-your-own-time").to_owned()
            }
        }),
    ];
    let cost = offer.cost.map(|cost| book.money(cost)).unwrap_or_default();
    let mut row = named_row(
        anchor(Kind::Offer, offer.id.as_str()),
        vec![
            book.words(&offer.name),
            line(capital(&book.language.label(offer.kind))),
            book.names(offer.r#for.as_slice()),
            line(cost),
        ],
    );
    row.cells.push(notes.into_iter().flatten().map(line).collect());
    row
}

fn skills(book: &Book<'_>, growth: &Growth) -> Part {
    if growth.skills.is_empty() {
        return Part::default();
    }
    let rows = growth.skills.iter().map(|skill| skill_row(book, skill)).collect();
    let columns = [book.say("common-skill"), book.say("growing-levels-from-the-first")];
    let mut blocks = vec![table(book.say("growing-skills-and-their-levels"), &columns, rows)];
    blocks.extend(counts(book, growth));
    part("skills", book.say("growing-which-skills-do-we-count-on"), blocks)
}

fn skill_row(book: &Book<'_>, skill: &Skill) -> Row {
    let mut row = named_row(anchor(Kind::Skill, skill.id.as_str()), vec![book.words(&skill.name)]);
    let levels = (1_usize..).zip(&skill.levels).map(|(number, level)| {
        line(book.fill("growing-level", &[("number", number.to_string().into()), ("level", level.into())]))
    });
    row.cells.push(levels.collect());
    row
}

/// What roles need, by grade from the lowest; roles without a grade come last.
fn needs(book: &Book<'_>) -> Vec<Block> {
    let grades = book.charter.rewards().map(|rewards| rewards.grades.as_slice()).unwrap_or_default();
    let place = |role: &Entity<Role>| {
        let grade = role.grade.as_ref();
        grade
            .and_then(|grade| grades.iter().position(|one| one.id.as_str() == grade.as_str()))
            .unwrap_or(grades.len())
    };
    let mut roles: Vec<&Entity<Role>> =
        book.charter.roles.iter().filter(|role| role.needs.is_some()).collect();
    roles.sort_by_key(|role| place(role));
    let rows: Vec<Row> = roles.into_iter().map(|role| needs_row(book, role)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [
        book.say("common-role"),
        book.say("common-grade"),
        book.say("common-skills"),
        book.say("common-certificates"),
    ];
    vec![table(book.say("growing-what-each-role-needs-by-grade"), &columns, rows)]
}

fn needs_row(book: &Book<'_>, role: &Entity<Role>) -> Row {
    let mut row = row(vec![vec![book.link(Kind::Role, &role.id)], book.optional_name(role.grade.as_ref())]);
    let needs = role.needs.as_ref();
    let skills: Vec<Vec<Inline>> = needs
        .into_iter()
        .flat_map(|needs| &needs.skills)
        .map(|(skill, level)| skill_line(book, skill, *level))
        .collect();
    row.cells.push(skills);
    let certificates = needs.into_iter().flat_map(|needs| &needs.certificates);
    row.cells.push(certificates.map(|offer| book.name(offer)).collect());
    row
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;

    #[test]
    fn training_skills_and_the_next_grade_are_on_one_page() {
        let growth = "
budget_each: 1600 GBP
time_each: 1 day a month
read_by: it
skills: [{id: nets, name: Networks, levels: [Helps, Leads]}]
offers:
  - {id: basics, name: Data care, kind: course, for: [desk], required: true, every: 12 months,
     paid_time: true, cost: 0 GBP, valid_for: 1 year}
more: Ask us.
";
        let roles = "
- {id: boss, name: Boss, purpose: Lead., reports_to: none, contact: Room 1, grade: g2, needs: {skills: {nets: 2}}}
- {id: desk, name: Desk, purpose: Help., reports_to: boss, contact: Room 2, grade: g1,
   needs: {certificates: [basics]}}
";
        let rewards = "{owner: boss, grades: [{id: g1, name: Support}, {id: g2, name: Manager}]}";
        let sample = Sample::of(&[("growth.yaml", growth), ("roles.yaml", roles), ("rewards.yaml", rewards)]);
        assert_eq!(
            sample.page("growing-here"),
            "\
# Growing here
What training, money and time there is, and what the next step needs.
## How much money and time do I have for it? {#budget}
Money for each person, each year: 1,600 GBP
Time for each person: 1 day a month
Who may read this page: the IT team
## What training is there? {#offers}
| Training | What it is | For whom | What it costs | Good to know
| Data care | Course | [Desk](roles/desk) | 0 GBP | must be done; again every 12 months; counts for 1 year; in paid time {#offer-basics}
## Which skills do we count on? {#skills}
| Skill | Levels, from the first
| Networks | 1: Helps; 2: Leads {#skill-nets}
## What does the next grade need? {#next}
| Role | Grade | Skills | Certificates
| [Desk](roles/desk) | [Support](pay-and-thanks#grade-g1) |  | [Data care](growing-here#offer-basics)
| [Boss](roles/boss) | [Manager](pay-and-thanks#grade-g2) | [Networks](growing-here#skill-nets), level 2: Leads | 
## What else is good to know? {#more}
Ask us.
foot: , None, None
"
        );
    }
}
