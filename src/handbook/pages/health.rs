//! "Health of this charter": the ten topics, what the check found, and reviews that are due.

use std::cmp::Reverse;

use crate::diagnostic::{Diagnostic, Severity};
use crate::handbook::book::{Book, and};
use crate::handbook::figures::behind;
use crate::handbook::figures::cover::map;
use crate::handbook::figures::lamps::lamps;
use crate::handbook::inline::{code, count, line, message, paragraph, part, row, strong, table};
use crate::handbook::page::{Block, Inline, Page, Part, Row};
use crate::handbook::pages::decisions::capital;
use crate::handbook::pages::rules::next_review;
use crate::handbook::pages::{new, push};
use crate::handbook::places::path;
use crate::model::Critical;
use crate::model::kinds::{PolicyStatus, ReadBy};
use crate::model::topics::{TOPICS, Topic, subject};
use crate::model::value::{Date, TimeSpan, TimeUnit};
use crate::source::Kind;

/// How many findings, or things that stop, are shown.
const SHOWN: usize = 50;
/// How many days before it is due a review is shown; house default.
const SOON: u32 = 30;

/// Said to all but managers, whether or not there is such a finding.
const ELSEWHERE: &str = "What was found in texts for managers only stands in the handbook for managers.";

/// Builds the page.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    if book.charter.count() == 0 {
        return Vec::new();
    }
    let mut page = new(path::HEALTH, "Health of this charter", None);
    page.lead = line("What the charter covers, what was found when it was checked, and what is due.");
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
    let topics = topics.map(|(topic, state)| (topic.name, topic.is_there(book.charter), state)).collect();
    let columns = ["Topic", "How it stands", "What is there", "What is missing"];
    let table = behind("The ten topics of a charter", &columns, rows);
    part("topics", "Is everything covered?", vec![lamps(topics, table)])
}

/// Returns how a topic stands, and its row.
fn topic_row(book: &Book<'_>, topic: &Topic, about: &[(Kind, &str)]) -> (String, Row) {
    let (there, missing): (Vec<_>, Vec<_>) = topic.signs.iter().partition(|sign| book.is_there(sign));
    let found = topic.findings(book.charter, about);
    let covered = match (there.is_empty(), missing.is_empty()) {
        (true, _) => "not covered",
        (false, true) => "covered",
        (false, false) => "covered in part",
    };
    let with = if found > 0 && !there.is_empty() {
        format!(", with {}", count(found, "finding"))
    } else {
        String::new()
    };
    let mut state = vec![strong(covered)];
    if !with.is_empty() {
        state.extend(line(with.clone()));
    }
    let mut row = row(vec![line(topic.name), state]);
    row.cells.push(there.into_iter().map(|sign| line(capital(&sign.words()))).collect());
    row.cells.push(missing.into_iter().map(|sign| line(capital(&sign.words()))).collect());
    (covered.to_owned() + &with, row)
}

fn findings(book: &Book<'_>) -> Part {
    let title = "What was found?";
    if book.findings.is_empty() {
        let mut blocks = vec![paragraph("Nothing. The charter was checked and all is well.")];
        if book.audience != ReadBy::Managers {
            blocks = vec![paragraph("Nothing in the texts that are for you."), paragraph(ELSEWHERE)];
        }
        return part("findings", title, blocks);
    }
    let mut findings: Vec<&Diagnostic> = book.findings.iter().collect();
    findings.sort_by_key(|finding| Reverse(finding.severity));
    let rows = findings.iter().take(SHOWN).map(|finding| finding_row(book, finding)).collect();
    let columns = ["What", "How much it matters", "File"];
    let mut blocks = vec![paragraph(totals(book)), table("Findings, errors first", &columns, rows)];
    if findings.len() > SHOWN {
        let rest = findings.len() - SHOWN;
        let mut words = line(format!("And {rest} more. To see all of them, run "));
        words.extend([code("itcharter validate"), crate::handbook::inline::text(".")]);
        blocks.push(Block::Paragraph(words));
    }
    if book.audience != ReadBy::Managers {
        blocks.push(paragraph(ELSEWHERE));
    }
    part("findings", title, blocks)
}

/// How many findings there are of each severity: "1 error, 2 warnings and no notes" without the noes.
fn totals(book: &Book<'_>) -> String {
    let severities = Severity::ALL.into_iter().rev();
    let counts = severities.filter_map(|severity| {
        let number = book.findings.iter().filter(|finding| finding.severity == severity).count();
        (number > 0).then(|| count(number, severity.name()))
    });
    format!("{}.", counts.collect::<Vec<_>>().join(", "))
}

fn finding_row(book: &Book<'_>, finding: &Diagnostic) -> Row {
    let path = book.snapshot.file(finding.primary.file).path.clone();
    let mut row = row(vec![message(&finding.message), line(finding.severity.name()), vec![code(path)]]);
    if let (Some(help), Some(what)) = (&finding.help, row.cells.first_mut()) {
        what.push(message(help));
    }
    row
}

/// How many people must be away before critical work stops, and which work that is.
fn cover(book: &Book<'_>) -> Part {
    let work = book.charter.critical(book.as_of);
    let Some(least) = book.charter.bus_factor(book.as_of) else { return Part::default() };
    let words = if least == 1 {
        "Critical work stops when one person is away.".to_owned()
    } else {
        format!("Critical work goes on unless {least} people are away on the same day.")
    };
    let thinnest = work.iter().filter(|work| work.people.len() == least);
    let shown: Vec<&Critical<'_>> = thinnest.clone().take(SHOWN).collect();
    let rows = shown.iter().map(|work| {
        let people = work.people.iter().map(|person| vec![book.link(Kind::Person, person)]).collect();
        row(vec![vec![book.link(work.kind, work.id)], and(people)])
    });
    let columns = ["Work", "Who can do it"];
    let table = behind("Critical work that the fewest people can do", &columns, rows.collect());
    let mut blocks = vec![paragraph(words), map(book, &shown, table)];
    let rest = thinnest.count().saturating_sub(SHOWN);
    if rest > 0 {
        blocks.push(paragraph(format!("And {rest} more.")));
    }
    part("cover", "What if somebody is away?", blocks)
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
        let state = if day < book.as_of { vec![strong("overdue")] } else { line("soon due") };
        row(vec![vec![what], line(day.long()), state, owner])
    });
    let columns = ["What", "Due on", "State", "Who sees to it"];
    let rows = rows.collect();
    part("due", "What must be looked at again?", vec![table("Reviews, the oldest first", &columns, rows)])
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
