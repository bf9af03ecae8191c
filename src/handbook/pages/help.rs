//! "Get help": how to reach IT, how fast, and what happens if nobody answers.

use crate::handbook::book::{Book, and};
use crate::handbook::inline::{Facts, line, link, paragraph, part, row, soft, strong, table, text};
use crate::handbook::page::{Block, Inline, Page, Part, Row};
use crate::handbook::pages::concern::promises;
use crate::handbook::pages::{new, push};
use crate::handbook::places::{anchor, page as target, path};
use crate::model::Entity;
use crate::model::kinds::{Channel, ChannelKind, Escalation, EscalationStep};
use crate::source::Kind;

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
    let mut page = new(path::HELP, "Get help", None);
    page.lead = line("How to reach IT, how fast we answer, and what happens if nobody does.");
    if reports {
        let words = vec![
            text("Is it about harassment, bullying or rules being broken? "),
            link("Report a concern", target(path::CONCERN)),
            text(" instead."),
        ];
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
                replies(channel),
            ])
        })
        .collect();
    let columns = ["Channel", "For", "How", "First answer"];
    part("ways", "Ways to reach us", vec![table("Ways to reach IT", &columns, rows)])
}

/// Says how fast a channel answers.
pub(super) fn replies(channel: &Channel) -> Vec<Inline> {
    match channel.replies_within.span() {
        Some(span) => vec![text("within "), strong(span.to_string())],
        None => line("no answers here"),
    }
}

fn channel_part(book: &Book<'_>, channel: &Entity<Channel>) -> Part {
    let mut blocks = vec![Block::Paragraph(book.words(&channel.use_for))];
    let mut facts = channel_facts(book, channel);
    // Fields that are meant for reporting channels, where an ordinary one has them.
    facts.line("Read by", book.names(&channel.handled_by));
    facts.words("You hear the result within", channel.result_within);
    facts.line(
        "Outside help",
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
    facts.line("How", book.words(&channel.how));
    facts.line("First answer", replies(channel));
    facts.words("Open", channel.hours.as_ref());
    facts.line("Not for", channel.not_for.as_deref().map(|words| book.words(words)).unwrap_or_default());
    facts.line("Who may use it", book.names(channel.open_to.as_slice()));
    let kinds: Vec<&str> = channel.kind.iter().map(|kind| kind.label()).collect();
    facts.words("Meant for", (!kinds.is_empty()).then(|| kinds.join("; ")));
    if !channel.works_without.is_empty() {
        let mut words = vec![text("Still works when these are down: ")];
        words.extend(book.names(&channel.works_without));
        facts.line("If something is down", words);
    }
    if let Some(escalation) = &channel.if_slow {
        facts.line("If nobody answers", book.name(escalation));
    }
    facts.line("Looked after by", book.name(&channel.owner));
    facts
}

fn escalation_part(book: &Book<'_>, escalation: &Entity<Escalation>) -> Part {
    let mut blocks = vec![paragraph(escalation.kind.label().to_owned())];
    blocks.push(Block::Steps(escalation.steps.iter().map(|step| step_line(book, step)).collect()));
    blocks.extend(book.more(escalation.more.as_ref(), &escalation.path, path::HELP));
    part(anchor(Kind::Escalation, &escalation.id), escalation.name.clone(), blocks)
}

fn step_line(book: &Book<'_>, step: &EscalationStep) -> Vec<Inline> {
    let mut people: Vec<Vec<Inline>> = Vec::new();
    people.extend(step.who.as_ref().map(|who| book.name(who)));
    let mut line = and(people);
    if let Some(or) = &step.or {
        line.push(text(" or "));
        line.extend(book.name(or));
    }
    if let Some(say) = &step.say {
        if !line.is_empty() {
            line.push(text(": "));
        }
        line.extend(book.words(say));
    }
    if let Some(wait) = &step.wait {
        line.push(soft(format!(" If nothing happens within {wait}, go on to the next step.")));
    }
    line
}
