//! "Pay and thanks": how pay is set, grades, awards and thank-yous.

use std::cmp::Reverse;

use crate::handbook::book::Book;
use crate::handbook::figures::pay::bands;
use crate::handbook::inline::{Facts, line, named_row, part, row, table};
use crate::handbook::page::{Block, Inline, Page, Part, Row};
use crate::handbook::pages::decisions::capital;
use crate::handbook::pages::people::name_of_giver;
use crate::handbook::pages::{new, push};
use crate::handbook::places::{anchor, path};
use crate::model::Entity;
use crate::model::kinds::{Award, Grade, Kudos, PayRules, Rewards};
use crate::model::value::Money;
use crate::source::Kind;

/// Builds the page.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let rewards = book.charter.rewards();
    let thanks = thanks(book);
    if rewards.is_none() && thanks.blocks.is_empty() {
        return Vec::new();
    }
    let mut page = new(path::PAY, book.say("section-pay"), None);
    page.lead = line(book.say(lead(rewards.map(|rewards| &**rewards))));
    page.foot = book.foot(None);
    if let Some(rewards) = rewards {
        push(&mut page.parts, pay(book, rewards));
        push(&mut page.parts, grades(book, rewards));
        let awards = rewards.awards.iter().flat_map(|award| award_blocks(book, award)).collect();
        push(&mut page.parts, part("awards", book.say("pay-what-can-be-won"), awards));
        page.foot = book.foot_of(rewards);
        page.foot.owner = book.name(&rewards.owner);
    }
    push(&mut page.parts, thanks);
    if let Some(rewards) = rewards {
        let more = book.more(rewards.more.as_ref(), &rewards.path, path::PAY).into_iter().collect();
        push(&mut page.parts, part("more", book.say("common-what-else-is-good-to-know"), more));
    }
    vec![page]
}

/// Returns the key of a lead that promises only what the page holds.
fn lead(rewards: Option<&Rewards>) -> &'static str {
    match rewards {
        Some(Rewards { pay: Some(_), .. }) => "pay-how-pay-is-set-whom-to",
        Some(Rewards { pay: None, .. }) => "pay-what-can-be-won-and-who",
        None => "pay-who-was-thanked-and-for-what",
    }
}

fn pay(book: &Book<'_>, rewards: &Rewards) -> Part {
    let mut facts = Facts::default();
    if let Some(pay) = &rewards.pay {
        pay_facts(book, pay, &mut facts);
    }
    facts.line(book.say("pay-who-keeps-this-page-true"), book.name(&rewards.owner));
    facts.words(
        book.say("common-who-may-read-this-page"),
        rewards.read_by.map(|reader| book.language.label(reader)),
    );
    let title = if rewards.pay.is_some() {
        book.say("pay-how-is-pay-set")
    } else {
        book.say("pay-who-looks-after-this")
    };
    part("pay", title, facts.block().into_iter().collect())
}

fn pay_facts(book: &Book<'_>, pay: &PayRules, facts: &mut Facts) {
    facts.line(book.say("pay-what-decides-it"), book.words(&pay.set_by));
    facts.line(book.say("pay-what-makes-it-go-up"), book.words(&pay.steps_up));
    facts.words(book.say("pay-when-it-is-looked-at"), Some(capital(&book.every(pay.review_every))));
    facts.line(book.say("pay-whom-to-ask"), book.name(&pay.ask));
    let talk = match pay.may_talk_about_pay {
        Some(true) => Some(book.say("pay-yes-nobody-may-forbid-it")),
        Some(false) => Some(book.say("pay-no")),
        None => None,
    };
    facts.words(book.say("pay-may-we-talk-about-our-pay"), talk);
    facts
        .lines(book.say("pay-besides-pay"), pay.benefits.iter().map(|benefit| book.words(benefit)).collect());
}

fn grades(book: &Book<'_>, rewards: &Rewards) -> Part {
    if rewards.grades.is_empty() {
        return Part::default();
    }
    let rows = rewards.grades.iter().map(|grade| grade_row(book, grade)).collect();
    let columns = [
        book.say("common-grade"),
        book.say("pay-level-of-7"),
        book.say("pay-least-in-a-year"),
        book.say("pay-most-in-a-year"),
        book.say("section-roles"),
    ];
    let mut blocks = bands(book.language, rewards);
    blocks.push(table(book.say("pay-pay-grades"), &columns, rows));
    part("grades", book.say("pay-what-are-the-pay-grades"), blocks)
}

fn grade_row(book: &Book<'_>, grade: &Grade) -> Row {
    let id = grade.id.as_str();
    let roles = book.charter.roles.iter();
    let roles = roles.filter(|role| role.grade.as_ref().is_some_and(|own| own.as_str() == id));
    let pay = |money: Option<Money>| line(money.map(|money| book.money(money)).unwrap_or_default());
    let cells = vec![
        book.words(&grade.name),
        line(grade.level.map(|level| level.to_string()).unwrap_or_default()),
        pay(grade.min),
        pay(grade.max),
        book.and(roles.map(|role| vec![book.link(Kind::Role, &role.id)]).collect()),
    ];
    named_row(anchor(Kind::Grade, id), cells)
}

fn award_blocks(book: &Book<'_>, award: &Award) -> Vec<Block> {
    let mut facts = Facts::default();
    facts.line(book.say("pay-what-for"), book.words(&award.r#for));
    facts.line(book.say("pay-the-prize"), book.optional(award.prize.as_ref()));
    facts.words(book.say("common-how-often"), award.every.map(|span| capital(&book.every(span))));
    facts.line(book.say("pay-who-can-win"), book.names(award.who_can_win.as_slice()));
    facts.line(book.say("pay-who-can-suggest-somebody"), book.names(award.who_can_nominate.as_slice()));
    facts.line(book.say("pay-who-decides"), book.names(&award.decided_by));
    facts.line(book.say("pay-where-the-winner-is-named"), book.optional_name(award.told_in.as_ref()));
    let heading =
        Block::Heading { id: anchor(Kind::Award, award.id.as_str()), text: book.words(&award.name) };
    std::iter::once(heading).chain(facts.block()).collect()
}

/// The thank-yous that may be shown, newest first. Of the others nothing is said, not even that they exist.
fn thanks(book: &Book<'_>) -> Part {
    let all = book.charter.kudos.iter().flat_map(|year: &Entity<Vec<Kudos>>| &year.value);
    let mut shown: Vec<&Kudos> = all.filter(|kudos| kudos.ok_to_share).collect();
    if shown.is_empty() {
        return Part::default();
    }
    shown.sort_by_key(|kudos| Reverse(kudos.date));
    let thanks = |kudos: &&Kudos| {
        let to: Vec<Vec<Inline>> = kudos.to.iter().map(|to| book.name(to)).collect();
        let from = name_of_giver(book, kudos.from.as_str());
        row(vec![line(book.date(kudos.date)), book.and(to), book.words(&kudos.r#for), from])
    };
    let rows = shown.iter().map(thanks).collect();
    let columns = [
        book.say("common-day"),
        book.say("pay-thank-you-to"),
        book.say("common-for"),
        book.say("common-from"),
    ];
    part(
        "thanks",
        book.say("pay-who-was-thanked"),
        vec![table(book.say("pay-thank-yous-newest-first"), &columns, rows)],
    )
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;

    const ROLE: &str =
        "[{id: hr, name: People lead, purpose: Help., reports_to: none, contact: Room 2, grade: g1}]";

    #[test]
    fn pay_is_explained_before_grades_and_awards() {
        let rewards = "
owner: hr
read_by: it
pay:
  set_by: The scale.
  steps_up: One step a year.
  review_every: 12 months
  ask: hr
  may_talk_about_pay: true
  benefits: [Pension, Travel]
grades: [{id: g1, name: Support, level: 2, min: 22000 GBP, max: 26000 GBP}]
awards:
  - {id: star, name: Star, for: Kindness, who_can_win: everyone, who_can_nominate: [hr], decided_by: [hr],
     prize: A book, every: 1 term}
more: Ask.
";
        assert_eq!(
            Sample::of(&[("rewards.yaml", rewards), ("roles.yaml", ROLE)]).page("pay-and-thanks"),
            "\
# Pay and thanks
How pay is set, whom to ask, what can be won, and who was thanked.
## How is pay set? {#pay}
What decides it: The scale.
What makes it go up: One step a year.
When it is looked at: Every 12 months
Whom to ask: [People lead](roles/hr)
May we talk about our pay?: Yes. Nobody may forbid it.
Besides pay: Pension; Travel
Who keeps this page true: [People lead](roles/hr)
Who may read this page: the IT team
## What are the pay grades? {#grades}
[Pay in a year, in GBP {#bands-gbp}] A bar for each grade. Where two bars stand above each other the grades overlap; where there is space between their ends, there is a gap.
| Grade | Least | Most
| Support | 22,000 GBP | 26,000 GBP
| Grade | Level, of 7 | Least in a year | Most in a year | Roles
| Support | 2 | 22,000 GBP | 26,000 GBP | [People lead](roles/hr) {#grade-g1}
## What can be won? {#awards}
### Star {#award-star}
What for: Kindness
The prize: A book
How often: Every term
Who can win: everyone
Who can suggest somebody: [People lead](roles/hr)
Who decides: [People lead](roles/hr)
## What else is good to know? {#more}
Ask.
foot: [People lead](roles/hr), None, None
"
        );
    }

    #[test]
    fn only_thanks_that_may_be_shared_are_shown_newest_first() {
        let people = "[{id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}]";
        let old = "[{date: 2025-09-19, to: [ada], from: A teacher, for: Calm., ok_to_share: true}]";
        let new = "
- {date: 2026-01-02, to: ada, from: ada, for: Care., ok_to_share: true}
- {date: 2026-01-03, to: [ada], from: ada, for: Secret., ok_to_share: false}
";
        let sample =
            Sample::of(&[("people.yaml", people), ("kudos/2025.yaml", old), ("kudos/2026.yaml", new)]);
        let page = sample.page("pay-and-thanks");
        let wanted = "\
| Day | Thank you to | For | From
| 2 January 2026 | [Ada](people/ada) | Care. | [Ada](people/ada)
| 19 September 2025 | [Ada](people/ada) | Calm. | A teacher
foot";
        assert!(page.contains(wanted), "{page}");
    }
}
