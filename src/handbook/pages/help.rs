//! "Get help": how to reach IT, how fast, and what happens if nobody answers.

use std::collections::BTreeSet;

use crate::handbook::book::Book;
use crate::handbook::figures::escalation::{figure, words};
use crate::handbook::inline::{Facts, line, link, paragraph, part, plain, row, table, text};
use crate::handbook::page::{Block, Inline, Page, Part, Row};
use crate::handbook::pages::concern::promises;
use crate::handbook::pages::{new, push};
use crate::handbook::places::{anchor, page as target, path};
use crate::model::Entity;
use crate::model::kinds::{Channel, ChannelKind, Escalation, EscalationKind, EscalationStep};
use crate::source::Kind;

/// So many services are many to read one by one.
const MANY: usize = 6;
/// So few left out can be named.
const FEW: usize = 3;

/// Builds the page.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let channels: Vec<&Entity<Channel>> = book
        .charter
        .channels
        .iter()
        .filter(|channel| !channel.kind.contains(&ChannelKind::SpeakUp))
        .collect();
    let reports = book.charter.channels.len() > channels.len();
    if channels.is_empty() && book.charter.escalations.is_empty() {
        return Vec::new();
    }
    let mut page = new(path::HELP, book.say("section-help"), None);
    page.lead = line(book.say("common-how-to-reach-it-how-fast"));
    if reports {
        let link = link(book.say("section-concern"), target(path::CONCERN));
        let words = book.line("help-concern-instead", &[("page", link.into())]);
        page.parts.push(Part { blocks: vec![Block::Paragraph(words)], ..Part::default() });
    }
    push(&mut page.parts, overview(book, &channels));
    for channel in &channels {
        page.parts.push(channel_part(book, channel));
    }
    for escalation in &book.charter.escalations {
        page.parts.push(escalation_part(book, escalation));
    }
    page.foot = book.foot(book.charter.channels.first().map(|channel| channel.path.as_str()));
    vec![page]
}

fn overview(book: &Book<'_>, channels: &[&Entity<Channel>]) -> Part {
    if channels.len() < 2 {
        return Part::default();
    }
    let rows: Vec<Row> = channels
        .iter()
        .map(|channel| {
            row(vec![
                vec![book.link(Kind::Channel, &channel.id)],
                book.words(&channel.use_for),
                book.words(&channel.how),
                replies(book, channel),
            ])
        })
        .collect();
    let columns = [
        book.say("help-channel"),
        book.say("common-for"),
        book.say("help-how"),
        book.say("help-first-answer"),
    ];
    part(
        "ways",
        book.say("help-ways-to-reach-us"),
        vec![table(book.say("help-ways-to-reach-it"), &columns, rows)],
    )
}

/// Says how fast a channel answers.
pub(super) fn replies(book: &Book<'_>, channel: &Channel) -> Vec<Inline> {
    match channel.replies_within.span() {
        Some(span) => book.line("help-replies-within", &[("span", book.span(span).into())]),
        None => line(book.say("help-we-do-not-answer-here")),
    }
}

fn channel_part(book: &Book<'_>, channel: &Entity<Channel>) -> Part {
    let mut blocks = vec![Block::Paragraph(book.words(&channel.use_for))];
    let mut facts = channel_facts(book, channel);
    // Fields that are meant for reporting channels, where an ordinary one has them.
    facts.line(book.say("help-read-by"), book.names(&channel.handled_by));
    facts.words(
        book.say("help-you-hear-the-result-within"),
        channel.result_within.map(|span| book.span(span)),
    );
    facts.line(
        book.say("help-outside-help"),
        channel.outside_help.as_deref().map(|words| book.words(words)).unwrap_or_default(),
    );
    blocks.extend(facts.block());
    blocks.extend(promises(book, channel));
    blocks.extend(book.more(channel.more.as_ref(), &channel.path, path::HELP));
    part(anchor(Kind::Channel, &channel.id), channel.name.clone(), blocks)
}

/// Returns what every channel says of itself.
pub(super) fn channel_facts(book: &Book<'_>, channel: &Entity<Channel>) -> Facts {
    let mut facts = Facts::default();
    facts.line(book.say("help-how"), book.words(&channel.how));
    facts.line(book.say("help-first-answer"), replies(book, channel));
    facts.words(book.say("help-open"), channel.hours.as_ref());
    facts.line(
        book.say("help-not-for"),
        channel.not_for.as_deref().map(|words| book.words(words)).unwrap_or_default(),
    );
    facts.line(book.say("help-who-may-use-it"), book.names(channel.open_to.as_slice()));
    let kinds: Vec<String> = channel.kind.iter().map(|kind| book.language.label(*kind)).collect();
    facts.words(
        book.say("help-meant-for"),
        (!kinds.is_empty()).then(|| kinds.join(book.language.between("list-semicolon"))),
    );
    facts.line(book.say("help-if-something-is-down"), works_without(book, channel));
    if let Some(escalation) = &channel.if_slow {
        facts.line(book.say("common-if-nobody-answers"), book.name(escalation));
    }
    facts.line(book.say("help-looked-after-by"), book.name(&channel.owner));
    facts
}

/// Says which failures a channel survives; in words where it is nearly every one.
fn works_without(book: &Book<'_>, channel: &Channel) -> Vec<Inline> {
    if channel.works_without.is_empty() {
        return Vec::new();
    }
    let named: BTreeSet<&str> = channel.works_without.iter().map(|service| service.as_str()).collect();
    let services = book.charter.services.iter();
    let missing: Vec<Vec<Inline>> = services
        .filter(|service| !named.contains(service.id.as_str()))
        .map(|service| vec![book.link(Kind::Service, &service.id)])
        .collect();
    if named.len() < MANY || missing.len() > FEW {
        return book.line("help-works-without", &[("services", book.names(&channel.works_without).into())]);
    }
    if missing.is_empty() {
        return line(book.say("help-still-works-when-any-of-our"));
    }
    book.line("help-works-without-any-except", &[("services", book.and(missing).into())])
}

/// Returns the key of what an escalation is for.
fn purpose(kind: EscalationKind) -> &'static str {
    match kind {
        EscalationKind::Incident => "help-use-this-when-something-has-stopped",
        EscalationKind::Request => "help-use-this-when-a-request-has",
        EscalationKind::Conflict => "help-use-this-when-people-disagree",
        EscalationKind::Concern => "help-use-this-when-nobody-has-dealt",
    }
}

fn escalation_part(book: &Book<'_>, escalation: &Entity<Escalation>) -> Part {
    let mut blocks = vec![paragraph(book.say(purpose(escalation.kind)))];
    blocks.push(match figure(book, escalation) {
        Some(figure) => Block::Figure(Box::new(figure)),
        None => Block::Steps(escalation.steps.iter().map(|step| step_line(book, step)).collect()),
    });
    blocks.extend(book.more(escalation.more.as_ref(), &escalation.path, path::HELP));
    part(anchor(Kind::Escalation, &escalation.id), escalation.name.clone(), blocks)
}

/// A step, and how long to wait before the next.
fn step_line(book: &Book<'_>, step: &EscalationStep) -> Vec<Inline> {
    let mut line = words(book, step);
    if let Some(wait) = &step.wait {
        if !plain(&line).trim_end().ends_with(['.', '!', '?', '…']) {
            line.push(text("."));
        }
        line = book.line("help-step", &[("step", line.into()), ("wait", book.span(*wait).into())]);
    }
    line
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;

    const PEOPLE: &str = "\
- {id: ada, name: Ada, email: a@x.example, started: 2020-01-01}
- {id: bob, name: Bob, email: b@x.example, started: 2020-01-01}
- {id: cleo, name: Cleo, email: c@x.example, started: 2020-01-01}
- {id: dan, name: Dan, email: d@x.example, started: 2020-01-01}
";
    const ROLES: &str =
        "- {id: desk, name: Desk, purpose: P, reports_to: none, filled_by: [ada, bob, cleo, dan]}\n";

    fn page(channel: &str, steps: &str) -> String {
        let services: String = (1..=7)
            .map(|number| format!("- {{id: s{number}, name: S{number}, ask_for: [A], ask_in: c, for: everyone, owner: desk, takes: 1 day}}\n"))
            .collect();
        let channels = format!(
            "- {{id: c, name: C, use_for: U, kind: [incident], how: H, open_to: everyone, owner: desk, {channel}}}\n"
        );
        let escalations = format!("- {{id: e, name: E, kind: incident, steps: [{steps}]}}\n");
        let sample = Sample::of(&[
            ("people.yaml", PEOPLE),
            ("roles.yaml", ROLES),
            ("services.yaml", &services),
            ("channels.yaml", &channels),
            ("escalations.yaml", &escalations),
        ]);
        sample.page("get-help")
    }

    #[test]
    fn an_escalation_says_what_it_is_for_and_names_who_is_next() {
        let page = page("replies_within: none", "{who: desk, wait: 5 min}, {who: desk}");
        let wanted = "\
## E {#escalation-e}
Use this when something has stopped working.
[Who is next, and when {#escalation-e-ladder}] Start at the top. If nothing happens, go on to the next when its time \
has come; times count from when you first tell somebody.
| When | Who, or what
| at once | [Desk](roles/desk) ([Ada](people/ada), [Bob](people/bob) and 2 others)
| after 5 minutes | [Desk](roles/desk) ([Ada](people/ada), [Bob](people/bob) and 2 others)
";
        assert!(page.contains(wanted), "{page}");
        assert!(page.contains("First answer: we do not answer here\n"), "{page}");
    }

    #[test]
    fn a_step_alone_ends_in_a_full_stop_before_the_wait() {
        let page = page("replies_within: 1 day", "{say: Wait, wait: 5 min}");
        assert!(
            page.contains("1. Wait. If nothing happens within 5 minutes, go on to the next step.\n"),
            "{page}"
        );
    }

    #[test]
    fn a_channel_that_survives_nearly_everything_says_so_in_words() {
        let works = |without: &str| {
            let page = page(&format!("replies_within: 1 day, works_without: [{without}]"), "{say: Wait}");
            page.lines().find(|line| line.starts_with("If something is down")).unwrap().to_owned()
        };
        assert_eq!(
            works("s1, s2, s3, s4, s5, s6, s7"),
            "If something is down: Still works when any of our services is down"
        );
        assert_eq!(
            works("s1, s2, s3, s4, s5, s6"),
            "If something is down: Still works when any of our services is down, except [S7](services#service-s7)"
        );
        assert_eq!(
            works("s1, s2"),
            "If something is down: Still works when these are down: [S1](services#service-s1) and \
             [S2](services#service-s2)"
        );
    }
}
