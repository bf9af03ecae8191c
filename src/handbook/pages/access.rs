//! "What IT can see": what IT may look at, when, who agrees to it and who checks.

use crate::handbook::book::Book;
use crate::handbook::figures::{access, behind};
use crate::handbook::inline::{Facts, join, line, link, part, row};
use crate::handbook::page::{Block, Inline, Page, Part, Row};
use crate::handbook::pages::decisions::capital;
use crate::handbook::pages::{new, push};
use crate::handbook::places::{anchor, path};
use crate::model::Entity;
use crate::model::kinds::{Access, Area, Emergency};
use crate::source::Kind;

/// Builds the page.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let Some(first) = book.charter.access.first() else { return Vec::new() };
    let mut page = new(path::ACCESS, book.say("section-access"), None);
    page.lead = line(book.say("access-what-it-may-look-at-when"));
    push(&mut page.parts, questions(book));
    push(&mut page.parts, overview(book));
    page.parts.extend(book.charter.access.iter().map(|access| access_part(book, access)));
    page.foot = book.foot(Some(&first.path));
    vec![page]
}

fn questions(book: &Book<'_>) -> Part {
    let private = book.charter.responsibilities.iter().filter(|one| one.area == Some(Area::Privacy));
    let lines: Vec<Vec<Inline>> = private
        .map(|one| vec![link(one.question.clone(), book.target(Kind::Responsibility, &one.id))])
        .collect();
    if lines.is_empty() {
        Part::default()
    } else {
        part("questions", book.say("access-your-questions"), vec![Block::List(lines)])
    }
}

fn overview(book: &Book<'_>) -> Part {
    let access = &book.charter.access;
    if access.len() < 2 {
        return Part::default();
    }
    let overview = |access: &Entity<Access>| {
        row(vec![
            vec![book.link(Kind::Access, &access.id)],
            book.names(&access.can_see),
            book.name(&access.approved_by),
            checks(book, access),
        ])
    };
    let rows: Vec<Row> = access.iter().map(overview).collect();
    let columns = [
        book.say("common-what"),
        book.say("access-who-can-see-it"),
        book.say("common-who-says-yes"),
        book.say("access-who-checks"),
    ];
    let table = behind(book.say("section-access"), &columns, rows);
    part("overview", book.say("common-at-a-glance"), vec![access::matrix(book, table)])
}

fn access_part(book: &Book<'_>, access: &Entity<Access>) -> Part {
    let mut facts = Facts::default();
    facts.line(book.say("access-what-can-be-seen"), book.words(&access.what));
    facts.line(book.say("common-when"), book.words(&access.when));
    facts.line(book.say("access-what-you-are-told"), book.words(&access.you_are_told));
    facts.line(book.say("access-who-can-see-it"), book.names(&access.can_see));
    facts.line(book.say("common-who-says-yes"), book.name(&access.approved_by));
    facts.line(book.say("access-each-look-is-written-down-in"), book.optional(access.logged_in.as_ref()));
    facts.line(book.say("access-who-checks"), checks(book, access));
    let emergency = access.emergency.as_ref();
    facts.line(
        book.say("access-when-there-is-no-time-to"),
        emergency.map(|emergency| in_emergency(book, emergency)).unwrap_or_default(),
    );
    facts.words(book.say("access-kept-for"), access.kept_for.map(|span| book.span(span)));
    facts.line(book.say("access-rule-to-read-before-looking"), book.optional_name(access.policy.as_ref()));
    facts
        .words(book.say("access-what-sort-of-thing-it-is"), Some(capital(&book.language.label(access.kind))));
    let mut blocks: Vec<Block> = facts.block().into_iter().collect();
    blocks.extend(book.more(access.more.as_ref(), &access.path, path::ACCESS));
    part(anchor(Kind::Access, &access.id), access.name.clone(), blocks)
}

/// Who checks what was looked at, and how often.
fn checks(book: &Book<'_>, access: &Access) -> Vec<Inline> {
    let by = book.optional_name(access.checked_by.as_ref());
    match access.checked_every.map(|span| book.every(span)) {
        Some(often) if by.is_empty() => line(capital(&often)),
        Some(often) => book.line("access-checked", &[("by", by.into()), ("often", often.into())]),
        None => by,
    }
}

fn in_emergency(book: &Book<'_>, emergency: &Emergency) -> Vec<Inline> {
    let first = line(book.say(if emergency.allowed {
        "access-we-may-look-first-without-asking"
    } else {
        "access-even-then-nobody-may-look-without"
    }));
    let within = emergency.reviewed_within.map(|span| book.span(span).into());
    let by = emergency.by.as_ref().map(|by| book.name(by).into());
    let review = match (within, by) {
        (None, None) => return first,
        (Some(within), None) => book.line("access-reviewed-within", &[("within", within)]),
        (None, Some(by)) => book.line("access-reviewed-by", &[("by", by)]),
        (Some(within), Some(by)) => book.line("access-reviewed-within-by", &[("within", within), ("by", by)]),
    };
    join([first, review], " ")
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;

    const ROLE: &str = "[{id: desk, name: Desk, purpose: Help., reports_to: none, contact: Room 2}]";
    const ACCESS: &str = "
- id: mail
  name: Staff email
  kind: personal
  can_see: [desk]
  what: The list of messages.
  when: Only when you ask us.
  approved_by: read-mail
  logged_in: Mail audit log
  checked_by: desk
  checked_every: 1 month
  you_are_told: Before we look.
  emergency: {allowed: true, reviewed_within: 1 working day, by: desk}
  kept_for: 30 days
";
    const DECISION: &str = "
- {id: read-mail, name: Read a mailbox, question: Can IT read my mail?, area: privacy, accountable: desk,
   responsible: [desk]}
";

    #[test]
    fn what_it_can_see_starts_with_the_questions_people_ask() {
        let sample =
            Sample::of(&[("roles.yaml", ROLE), ("access.yaml", ACCESS), ("responsibilities.yaml", DECISION)]);
        assert_eq!(
            sample.page("what-it-can-see"),
            "\
# What IT can see
What IT may look at, when, who agrees to it, who checks, and what you are told.
## Your questions {#questions}
- [Can IT read my mail?](decisions/read-mail)
## Staff email {#access-mail}
What can be seen: The list of messages.
When: Only when you ask us.
What you are told: Before we look.
Who can see it: [Desk](roles/desk)
Who says yes: [Read a mailbox](decisions/read-mail)
Each look is written down in: Mail audit log
Who checks: [Desk](roles/desk), every month
When there is no time to ask: We may look first, without asking. Any such look is reviewed afterwards, within 1 working day, by [Desk](roles/desk).
Kept for: 30 days
What sort of thing it is: Personal data
foot: , None, None
"
        );
    }
}
