//! "Health of this charter": the ten topics, what the check found, and reviews that are due.

use std::cmp::Reverse;

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::markdown::slug;
use crate::handbook::book::Book;
use crate::handbook::figures::behind;
use crate::handbook::figures::cover::map;
use crate::handbook::figures::lamps::lamps;
use crate::handbook::inline::{code, line, paragraph, part, plain, row, strong, table};
use crate::handbook::page::{Block, Inline, Page, Part, Row};
use crate::handbook::pages::decisions::capital;
use crate::handbook::pages::rules::next_review;
use crate::handbook::pages::{new, push};
use crate::handbook::places::path;
use crate::model::Critical;
use crate::model::kinds::{PolicyStatus, ReadBy};
use crate::model::topics::{Sign, TOPICS, Topic, subject};
use crate::model::value::{Date, TimeSpan, TimeUnit};
use crate::source::Kind;

/// How many findings, or things that stop, are shown.
const SHOWN: usize = 50;
/// The command that shows all findings.
const COMMAND: &str = "itcharter validate";
/// How many days before it is due a review is shown; house default.
const SOON: u32 = 30;

/// The key of what is said to all but managers, whether or not there is such a finding.
const ELSEWHERE: &str = "health-what-was-found-in-texts-for";

/// Builds the page.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    if book.charter.count() == 0 {
        return Vec::new();
    }
    let mut page = new(path::HEALTH, book.say("section-health"), None);
    page.lead = line(book.say("health-what-the-charter-covers-what-was"));
    page.parts.push(topics(book));
    page.parts.push(findings(book));
    push(&mut page.parts, cover(book));
    push(&mut page.parts, due(book));
    page.foot = book.foot(None);
    vec![page]
}

fn topics(book: &Book<'_>) -> Part {
    let about: Vec<(Kind, &str)> =
        book.findings.iter().filter_map(|finding| subject(book.snapshot, finding)).collect();
    let rows: Vec<(String, Row)> = TOPICS.iter().map(|topic| topic_row(book, topic, &about)).collect();
    let (states, rows): (Vec<String>, Vec<Row>) = rows.into_iter().unzip();
    let topics = TOPICS.iter().zip(states);
    let topics =
        topics.map(|(topic, state)| (name_of(book, topic), topic.is_there(book.charter), state)).collect();
    let columns = [
        book.say("health-topic"),
        book.say("health-how-it-stands"),
        book.say("health-what-is-there"),
        book.say("health-what-is-missing"),
    ];
    let table = behind(book.say("health-the-ten-topics-of-a-charter"), &columns, rows);
    part("topics", book.say("health-is-everything-covered"), vec![lamps(book, topics, table)])
}

/// Returns how a topic stands, and its row.
fn topic_row(book: &Book<'_>, topic: &Topic, about: &[(Kind, &str)]) -> (String, Row) {
    let (there, missing): (Vec<_>, Vec<_>) = topic.signs.iter().partition(|sign| book.is_there(sign));
    let found = topic.findings(book.charter, about);
    let covered = match (there.is_empty(), missing.is_empty()) {
        (true, _) => "health-not-covered",
        (false, true) => "health-covered",
        (false, false) => "health-covered-in-part",
    };
    let mut state = vec![strong(book.say(covered))];
    if found > 0 && !there.is_empty() {
        let values = [("state", state.into()), ("count", found.into())];
        state = book.line("health-covered-with-findings", &values);
    }
    let words = plain(&state);
    let mut row = row(vec![line(name_of(book, topic)), state]);
    row.cells.push(there.into_iter().map(|sign| line(capital(&sign_words(book, sign)))).collect());
    row.cells.push(missing.into_iter().map(|sign| line(capital(&sign_words(book, sign)))).collect());
    (words, row)
}

fn name_of(book: &Book<'_>, topic: &Topic) -> String {
    book.fill(&format!("topic-{}", slug(topic.name)), &[])
}

/// Returns what something that speaks about a topic is called.
fn sign_words(book: &Book<'_>, sign: &Sign) -> String {
    match sign {
        Sign::Content(words, ..) => book.fill(&format!("sign-{}", slug(words)), &[]),
        Sign::Policy(kind) => book.fill("sign-policy", &[("what", book.language.label(*kind).into())]),
        Sign::Meeting(kind) => book.fill("sign-meeting", &[("what", book.language.label(*kind).into())]),
        Sign::Channel(kind) => book.fill("sign-channel", &[("what", book.language.label(*kind).into())]),
    }
}

fn findings(book: &Book<'_>) -> Part {
    let title = book.say("health-what-was-found");
    if book.findings.is_empty() {
        let mut blocks = vec![paragraph(book.say("health-nothing-the-charter-was-checked"))];
        if book.audience != ReadBy::Managers {
            blocks = vec![
                paragraph(book.say("health-nothing-in-the-texts-that-are")),
                paragraph(book.say(ELSEWHERE)),
            ];
        }
        return part("findings", title, blocks);
    }
    let mut findings: Vec<&Diagnostic> = book.findings.iter().collect();
    findings.sort_by_key(|finding| Reverse(finding.severity));
    let rows = findings.iter().take(SHOWN).map(|finding| finding_row(book, finding)).collect();
    let columns = [book.say("common-what"), book.say("health-how-much-it-matters"), book.say("health-file")];
    let mut blocks =
        vec![paragraph(totals(book)), table(book.say("health-findings-errors-first"), &columns, rows)];
    if findings.len() > SHOWN {
        let rest = findings.len() - SHOWN;
        let words =
            book.line("health-more-findings", &[("count", rest.into()), ("command", code(COMMAND).into())]);
        blocks.push(Block::Paragraph(words));
    }
    if book.audience != ReadBy::Managers {
        blocks.push(paragraph(book.say(ELSEWHERE)));
    }
    part("findings", title, blocks)
}

/// How many findings there are of each severity: "1 error, 2 warnings and no notes" without the noes.
fn totals(book: &Book<'_>) -> String {
    let severities = Severity::ALL.into_iter().rev();
    let counts = severities.filter_map(|severity| {
        let number = book.findings.iter().filter(|finding| finding.severity == severity).count();
        let key = match severity {
            Severity::Error => "health-errors",
            Severity::Warning => "health-warnings",
            Severity::Note => "health-notes",
        };
        (number > 0).then(|| line(book.fill(key, &[("count", number.into())])))
    });
    book.fill("health-totals", &[("counts", book.language.join(counts).into())])
}

fn finding_row(book: &Book<'_>, finding: &Diagnostic) -> Row {
    let path = book.snapshot.file(finding.primary.file).path.clone();
    let severity = match finding.severity {
        Severity::Error => "health-error",
        Severity::Warning => "health-warning",
        Severity::Note => "health-note",
    };
    let mut row = row(vec![book.message(&finding.message), line(book.say(severity)), vec![code(path)]]);
    if let (Some(help), Some(what)) = (&finding.help, row.cells.first_mut()) {
        what.push(book.message(help));
    }
    row
}

/// How many people must be away before critical work stops, and which work that is.
fn cover(book: &Book<'_>) -> Part {
    let work = book.charter.critical(book.as_of);
    let Some(least) = book.charter.bus_factor(book.as_of) else { return Part::default() };
    let words = book.fill("health-cover", &[("count", least.into())]);
    let thinnest = work.iter().filter(|work| work.people.len() == least);
    let shown: Vec<&Critical<'_>> = thinnest.clone().take(SHOWN).collect();
    let rows = shown.iter().map(|work| {
        let people = work.people.iter().map(|person| vec![book.link(Kind::Person, person)]).collect();
        row(vec![vec![book.link(work.kind, work.id)], book.and(people)])
    });
    let columns = [book.say("health-work"), book.say("health-who-can-do-it")];
    let table = behind(book.say("health-critical-work-that-the-fewest"), &columns, rows.collect());
    let mut blocks = vec![paragraph(words), map(book, &shown, table)];
    let rest = thinnest.count().saturating_sub(SHOWN);
    if rest > 0 {
        blocks.push(paragraph(book.fill("health-and-more", &[("count", rest.into())])));
    }
    part("cover", book.say("health-what-if-somebody-is-away"), blocks)
}

/// Every review: its day, what is looked at again, and who sees to it.
pub(in crate::handbook) fn reviews(book: &Book<'_>) -> Vec<(Date, Inline, Vec<Inline>)> {
    let mut all: Vec<(Date, Inline, Vec<Inline>)> = Vec::new();
    let head = book.charter.head();
    all.extend(head.and_then(|head| {
        let day = head.review_every.add_to(head.last_review)?;
        Some((day, book.link(Kind::Charter, &head.id), book.name(&head.owner)))
    }));
    all.extend(
        book.charter.policies.iter().filter(|policy| policy.status != PolicyStatus::Retired).filter_map(
            |policy| {
                Some((next_review(policy)?, book.link(Kind::Policy, &policy.id), book.name(&policy.owner)))
            },
        ),
    );
    all.extend(book.charter.pages.iter().filter_map(|page| {
        let day = page.review_every?.add_to(page.last_review?)?;
        Some((day, book.link(Kind::Page, &page.id), book.optional_name(page.owner.as_ref())))
    }));
    all
}

/// The reviews that are overdue or will soon be due, the oldest first.
fn due(book: &Book<'_>) -> Part {
    let until = TimeSpan::new(SOON, TimeUnit::Day).add_to(book.as_of).unwrap_or(book.as_of);
    let mut all = reviews(book);
    all.retain(|(day, ..)| *day <= until);
    all.sort_by_key(|(day, ..)| *day);
    if all.is_empty() {
        return Part::default();
    }
    let rows = all.into_iter().map(|(day, what, owner)| {
        let state = if day < book.as_of {
            vec![strong(book.say("common-overdue"))]
        } else {
            line(book.say("health-soon-due"))
        };
        row(vec![vec![what], line(book.date(day)), state, owner])
    });
    let columns = [
        book.say("common-what"),
        book.say("health-due-on"),
        book.say("common-state"),
        book.say("health-who-sees-to-it"),
    ];
    let rows = rows.collect();
    part(
        "due",
        book.say("health-what-must-be-looked-at-again"),
        vec![table(book.say("health-reviews-the-oldest-first"), &columns, rows)],
    )
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;

    const POLICY: &str = "---
title: Privacy
summary: What we keep.
type: respect
owner: desk
approver: desk
version: 2
status: active
effective: 2025-01-01
last_review: DAY
review_every: 12 months
applies_to: everyone
---
We keep it.
";

    fn policies(days: [&str; 3]) -> Sample {
        let texts = days.map(|day| POLICY.replace("DAY", day));
        Sample::of(&[
            ("policies/a.md", &texts[0]),
            ("policies/b.md", &texts[1]),
            ("policies/c.md", &texts[2]),
        ])
    }

    #[test]
    fn reviews_show_up_thirty_days_before_they_are_due() {
        let page = policies(["2025-02-14", "2025-02-15", "2025-01-14"]).page("health");
        let wanted = "\
| What | Due on | State | Who sees to it
| [Privacy](rules/c) | 14 January 2026 | overdue | desk
| [Privacy](rules/a) | 14 February 2026 | soon due | desk
foot";
        assert!(page.contains(wanted), "{page}");
    }

    #[test]
    fn the_fewest_people_who_can_do_critical_work_are_counted_and_named() {
        let page = |backup: &str| {
            let role = |id: &str, rest: &str| {
                format!("- {{id: {id}, name: R, purpose: P, reports_to: none, {rest}}}\n")
            };
            let roles = role("net", &format!("filled_by: ada, backup: {backup}, critical: true"))
                + &role("desk", "filled_by: eve");
            let people = "\
- {id: ada, name: Ada, email: ada@x.example, started: 2020-01-01}
- {id: eve, name: Eve, email: eve@x.example, started: 2020-01-01}
";
            let duties =
                "- {id: run, name: Run the network, question: Q, accountable: desk, responsible: [net]}\n";
            let files = [("people.yaml", people), ("roles.yaml", &roles), ("responsibilities.yaml", duties)];
            Sample::of(&files).page("health")
        };
        let wanted = "\
Critical work goes on unless 2 people are away on the same day.
";
        assert!(page("eve").contains(wanted), "{}", page("eve"));
        assert!(
            page("none").contains("\nCritical work stops when one person is away.\n"),
            "{}",
            page("none")
        );
    }

    #[test]
    fn a_topic_says_what_is_there_and_what_is_missing() {
        let norms = "[{id: a, from: it, text: We ask., seen_when: Asked.}]";
        let page = Sample::of(&[("norms.yaml", norms)]).page("health");
        let respect = "| Respect | covered in part | What we promise each other | \
                       A rule about respect; A channel for concerns\n";
        assert!(page.contains(respect), "{page}");
        assert!(page.contains("| Growth | not covered |  | Training; Money or time"), "{page}");
        assert!(page.contains("Nothing. The charter was checked and all is well.\n"), "{page}");
    }

    #[test]
    fn findings_count_for_their_topic_and_the_first_fifty_are_shown() {
        let norm = |id: usize, from: &str| {
            format!("- {{id: n{id}, from: {from}, text: We ask., seen_when: Asked.}}\n")
        };
        let norms: String = (0..52).map(|id| norm(id, if id == 0 { "it" } else { "nobody" })).collect();
        let page = Sample::of(&[("norms.yaml", &norms)]).page_despite_findings("health");
        assert!(page.contains("| Respect | covered in part, with 51 findings |"), "{page}");
        assert!(page.contains("\n51 errors.\n"), "{page}");
        assert_eq!(page.matches("| error | `norms.yaml`\n").count(), 50, "{page}");
        assert!(page.contains("\nAnd 1 more. To see all of them, run `itcharter validate`.\n"), "{page}");
    }
}
