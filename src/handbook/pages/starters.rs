//! "For new starters": a checklist made from the whole charter.

use crate::handbook::book::Book;
use crate::handbook::inline::{line, link, paragraph, part};
use crate::handbook::page::{Block, Inline, Page, Part};
use crate::handbook::pages::calendar::is_open;
use crate::handbook::pages::rules::acknowledged;
use crate::handbook::pages::{new, push};
use crate::handbook::places::{page as target, path};
use crate::model::kinds::{ChannelKind, MeetingKind, PolicyStatus};
use crate::source::Kind;

/// Lines of a list.
type Lines = Vec<Vec<Inline>>;

/// Builds the page; without anything to sign, learn, join or meet there is none.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let mut page = new(path::STARTERS, book.say("section-starters"), None);
    page.lead = line(book.say("starters-welcome-what-to-read-and-sign"));
    for (id, title, lines) in [
        ("sign", book.say("starters-what-do-i-read-and-sign"), to_sign(book)),
        ("meet", book.say("starters-whom-do-i-meet"), to_meet(book)),
        ("learn", book.say("starters-what-must-i-learn"), to_learn(book)),
        ("look", book.say("starters-what-do-i-read-before-i"), to_look(book)),
        ("join", book.say("starters-which-meetings-do-i-join"), to_join(book)),
        ("grow", book.say("starters-when-do-we-talk-about-how"), to_grow(book)),
    ] {
        push(&mut page.parts, list(id, title, lines));
    }
    if page.parts.is_empty() {
        return Vec::new();
    }
    push(&mut page.parts, list("know", book.say("starters-where-do-i-find-the-rest"), to_know(book)));
    let advice = book.say("starters-you-need-not-do-it-all");
    page.parts.insert(0, Part { blocks: vec![paragraph(advice)], ..Part::default() });
    page.foot = book.foot(None);
    vec![page]
}

fn list(id: &str, title: &str, lines: Lines) -> Part {
    part(id, title, if lines.is_empty() { Vec::new() } else { vec![Block::List(lines)] })
}

/// The rules in force that somebody must say they have read; those for everyone first.
fn to_sign(book: &Book<'_>) -> Lines {
    let active = book.charter.policies.iter().filter(|policy| policy.status == PolicyStatus::Active);
    let signed = active.filter_map(|policy| Some((policy, policy.acknowledge.as_ref()?)));
    let mut signed: Vec<_> = signed.collect();
    signed.sort_by_key(|(_, rule)| rule.who.iter().all(|who| who.word().is_none()));
    signed
        .into_iter()
        .map(|(policy, rule)| {
            let values = [
                ("thing", book.link(Kind::Policy, &policy.id).into()),
                ("words", acknowledged(book, rule).into()),
            ];
            book.line("common-thing-and-words", &values)
        })
        .collect()
}

/// Who leads each team, and who stands in for whom.
fn to_meet(book: &Book<'_>) -> Lines {
    let teams = book.charter.teams.iter().map(|team| {
        let values =
            [("person", book.name(&team.lead).into()), ("team", book.link(Kind::Team, &team.id).into())];
        book.line("starters-leads", &values)
    });
    let backed = book
        .charter
        .roles
        .iter()
        .filter(|role| !role.outside && role.backup.iter().any(|one| one.id().is_some()));
    let backups = backed.map(|role| {
        let people = role.backup.iter().filter(|one| one.id().is_some());
        let people = book.and(people.map(|person| book.name(person)).collect());
        let values = [
            ("people", people.into()),
            ("count", role.backup.len().into()),
            ("role", book.role(&role.id).into()),
        ];
        book.line("starters-stands-in", &values)
    });
    teams.chain(backups).collect()
}

/// The training that must be done.
fn to_learn(book: &Book<'_>) -> Lines {
    let offers = book.charter.growth().map(|growth| growth.offers.as_slice()).unwrap_or_default();
    let required = offers.iter().filter(|offer| offer.required);
    required
        .map(|offer| {
            let mut words = vec![book.link(Kind::Offer, offer.id.as_str())];
            if !offer.r#for.is_empty() {
                let values = [("thing", words.into()), ("words", book.names(offer.r#for.as_slice()).into())];
                words = book.line("common-thing-and-words", &values);
            }
            if let Some(span) = offer.every {
                let again = book.fill("growing-again", &[("often", book.every(span).into())]);
                words = book.remark(words, again);
            }
            words
        })
        .collect()
}

/// The rules to read before looking at what is private.
fn to_look(book: &Book<'_>) -> Lines {
    let access = book.charter.access.iter().filter_map(|access| Some((access, access.policy.as_ref()?)));
    access
        .map(|(access, policy)| {
            let values = [
                ("access", book.link(Kind::Access, &access.id).into()),
                ("rule", book.name(policy).into()),
                ("roles", book.names(&access.can_see).into()),
            ];
            book.line("starters-only-after", &values)
        })
        .collect()
}

fn to_join(book: &Book<'_>) -> Lines {
    book.charter
        .meetings
        .iter()
        .map(|meeting| {
            let values = [
                ("meeting", book.link(Kind::Meeting, &meeting.id).into()),
                ("often", book.every(meeting.every).into()),
                ("who", book.names(meeting.who.as_slice()).into()),
            ];
            let free = meeting.optional || is_open(meeting);
            book.line(if free { "starters-meeting-if-you-like" } else { "starters-meeting" }, &values)
        })
        .collect()
}

/// The talks about growth, and the page about it.
fn to_grow(book: &Book<'_>) -> Lines {
    let talks = book.charter.meetings.iter().filter(|meeting| meeting.kind.contains(&MeetingKind::Growth));
    let mut lines: Lines = talks
        .map(|meeting| {
            let values = [
                ("meeting", book.link(Kind::Meeting, &meeting.id).into()),
                ("often", book.every(meeting.every).into()),
                ("who", book.name(&meeting.led_by).into()),
            ];
            book.line("starters-talk", &values)
        })
        .collect();
    if book.charter.growth().is_some() {
        lines.push(leads_to(book, "section-growing", path::GROWING, "starters-training-money-and-time"));
    }
    lines
}

/// The other pages that are worth reading in the first week, where there are any.
fn to_know(book: &Book<'_>) -> Lines {
    let charter = book.charter;
    let concerns = charter.channels.iter().any(|channel| channel.kind.contains(&ChannelKind::SpeakUp));
    let working = charter.worklife().is_some() || !charter.rotas.is_empty();
    let pages = [
        (working, path::WORKING, "section-working", "starters-hours-rest-and-support"),
        (!charter.norms.is_empty(), path::NORMS, "section-norms", "starters-what-we-promise-each-other"),
        (
            !charter.responsibilities.is_empty(),
            path::DECISIONS,
            "section-decisions",
            "starters-who-can-say-yes",
        ),
        (concerns, path::CONCERN, "section-concern", "starters-if-something-is-wrong"),
        (!charter.terms.is_empty(), path::WORDS, "section-words", "starters-what-our-words-mean"),
        (!charter.pages.is_empty(), path::MORE, "section-more", "common-everything-else"),
    ];
    let there = pages.into_iter().filter(|(there, ..)| *there);
    there.map(|(_, path, title, words)| leads_to(book, title, path, words)).collect()
}

/// Returns a link to a page and what stands there; title and words are keys.
fn leads_to(book: &Book<'_>, title: &'static str, path: &str, words: &'static str) -> Vec<Inline> {
    let link = link(book.say(title), target(path));
    book.line("common-thing-and-words", &[("thing", link.into()), ("words", book.say(words).into())])
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;

    const POLICY: &str = "---
title: Privacy
summary: What we keep.
type: other
owner: desk
approver: desk
version: 1
status: active
effective: 2025-01-01
last_review: 2026-01-01
review_every: 12 months
applies_to: everyone
acknowledge: {who: [desk], within: 30 days}
---
We keep it.
";

    #[test]
    fn a_checklist_is_made_from_the_charter() {
        let role = "
- {id: desk, name: Desk, purpose: Help., reports_to: none, contact: Room 2, backup: ada}
";
        let sample = Sample::of(&[
            ("roles.yaml", role),
            ("policies/privacy.md", POLICY),
            ("policies/old.md", &POLICY.replace("active", "retired")),
            ("policies/all.md", &POLICY.replace("who: [desk]", "who: everyone").replace("Privacy", "Care")),
            ("people.yaml", "[{id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}]"),
            ("teams.yaml", "[{id: it, name: IT, lead: desk}]"),
            (
                "access.yaml",
                "[{id: mail, name: Mail, kind: secret, can_see: [desk], what: All., when: Never., approved_by: desk, \
                 you_are_told: Yes., policy: privacy}]",
            ),
            (
                "growth.yaml",
                "{skills: [], offers: [{id: care, name: Care, kind: course, required: true, every: 1 year}]}",
            ),
            (
                "meetings.yaml",
                "[{id: talk, name: Talk, kind: [growth], every: 6 months, led_by: desk, who: [it]}]",
            ),
        ]);
        assert_eq!(
            sample.page("new-starters"),
            "\
# For new starters
Welcome. What to read and sign, whom to meet, and what to learn first.
You need not do it all on the first day. Ask whenever something is unclear: nobody minds.
## What do I read and sign? {#sign}
- [Care](rules/all): everyone, within 30 days
- [Privacy](rules/privacy): [Desk](roles/desk), within 30 days
## Whom do I meet? {#meet}
- [Desk](roles/desk) leads [IT](teams/it)
- [Ada](people/ada) stands in for [Desk](roles/desk)
## What must I learn? {#learn}
- [Care](growing-here#offer-care), again every year
## What do I read before I may look at anything? {#look}
- [Mail](what-it-can-see#access-mail): only after you have read [Privacy](rules/privacy) (for [Desk](roles/desk))
## Which meetings do I join? {#join}
- [Talk](calendar#meeting-talk), every 6 months: [IT](teams/it)
## When do we talk about how I grow? {#grow}
- [Talk](calendar#meeting-talk), every 6 months, with [Desk](roles/desk)
- [Growing here](growing-here): training, money and time
foot: , None, None
"
        );
    }

    #[test]
    fn without_anything_to_do_there_is_no_checklist() {
        let norms = "[{id: a, from: it, text: We ask., seen_when: Asked.}]";
        assert!(!Sample::of(&[("norms.yaml", norms)]).has("new-starters"));
    }
}
