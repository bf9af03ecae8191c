//! "Report a concern": what happens after a report, who reads it, and which route is safe.

use crate::handbook::book::Book;
use crate::handbook::figures::concern::{picker, timeline};
use crate::handbook::inline::{line, paragraph, part, text};
use crate::handbook::page::{Block, Inline, Page, Part};
use crate::handbook::pages::help::channel_facts;
use crate::handbook::pages::{new, push};
use crate::handbook::places::{anchor, path};
use crate::model::Entity;
use crate::model::kinds::{Channel, ChannelKind};
use crate::source::Kind;

/// Builds the page.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let channels: Vec<&Entity<Channel>> =
        book.charter.channels.iter().filter(|channel| channel.kind.contains(&ChannelKind::SpeakUp)).collect();
    let Some(first) = channels.first() else { return Vec::new() };
    let mut page = new(path::CONCERN, "Report a concern", None);
    page.lead =
        line("What happens when you report something, who reads it, and what to do if it is about them.");
    push(&mut page.parts, choose(book, &channels));
    let picker = picker(book).map(|figure| Block::Figure(Box::new(figure)));
    push(&mut page.parts, part("about-whom", "Who is it about?", picker.into_iter().collect()));
    for channel in &channels {
        page.parts.push(channel_part(book, channel));
    }
    if let Some(owner) = book.charter.head().and_then(|head| head.speak_up_owner.as_ref()) {
        let mut words = vec![text("Nobody can change these routes without the yes of ")];
        words.extend(book.name(owner));
        words.push(text("."));
        page.parts.push(part("who-guards", "Who guards these routes", vec![Block::Paragraph(words)]));
    }
    page.foot = book.foot_of(first);
    vec![page]
}

fn choose(book: &Book<'_>, channels: &[&Entity<Channel>]) -> Part {
    let lines = channels
        .iter()
        .map(|channel| {
            let mut words = vec![book.link(Kind::Channel, &channel.id), text(": read by ")];
            words.extend(handlers(book, channel));
            words.push(text(". "));
            words.extend(book.words(&channel.use_for));
            words
        })
        .collect();
    let advice = "Pick the route you trust. You need nobody's leave, and you may take more than one.";
    part("routes", "Your routes", vec![paragraph(advice), Block::List(lines)])
}

fn handlers(book: &Book<'_>, channel: &Channel) -> Vec<Inline> {
    if channel.handled_by.is_empty() { book.name(&channel.owner) } else { book.names(&channel.handled_by) }
}

fn channel_part(book: &Book<'_>, channel: &Entity<Channel>) -> Part {
    let mut blocks = vec![Block::Paragraph(book.words(&channel.use_for))];
    blocks.push(Block::Figure(Box::new(timeline(book, channel))));
    blocks.extend(channel_facts(book, channel).line("Who reads it", handlers(book, channel)).block());
    blocks.extend(promises(book, channel));
    blocks.extend(book.more(channel.more.as_ref(), &channel.path, path::CONCERN));
    part(anchor(Kind::Channel, &channel.id), channel.name.clone(), blocks)
}

/// The answers people look for before they report.
pub(super) fn promises(book: &Book<'_>, channel: &Channel) -> Option<Block> {
    let mut lines = Vec::new();
    match channel.anonymous {
        Some(true) => lines.push(line("You need not give your name.")),
        Some(false) => lines.push(line("You need to give your name.")),
        None => {}
    }
    match channel.hidden_from_it {
        Some(true) => lines.push(line("IT staff cannot read what you report.")),
        Some(false) => lines.push(line("IT staff who look after the system could read what you report.")),
        None => {}
    }
    if let Some(route) = &channel.if_about_handler {
        let mut words = vec![text("Is it about the person who reads it? Use ")];
        words.extend(book.name(route));
        words.push(text(" instead."));
        lines.push(words);
    }
    if let Some(policy) = &channel.protects {
        let mut words = vec![text("You are protected: nobody may punish you for reporting. See ")];
        words.extend(book.name(policy));
        words.push(text("."));
        lines.push(words);
    }
    (!lines.is_empty()).then_some(Block::List(lines))
}
