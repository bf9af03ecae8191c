//! "Report a concern": what happens after a report, who reads it, and which route is safe.

use crate::handbook::book::Book;
use crate::handbook::figures::concern::{picker, timeline};
use crate::handbook::inline::{line, paragraph, part};
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
    let mut page = new(path::CONCERN, book.say("section-concern"), None);
    page.lead = line(book.say("concern-what-happens-when-you-report-something"));
    push(&mut page.parts, choose(book, &channels));
    let picker = picker(book).map(|figure| Block::Figure(Box::new(figure)));
    push(
        &mut page.parts,
        part("about-whom", book.say("concern-who-is-it-about"), picker.into_iter().collect()),
    );
    for channel in &channels {
        page.parts.push(channel_part(book, channel));
    }
    if let Some(owner) = book.charter.head().and_then(|head| head.speak_up_owner.as_ref()) {
        let words = book.line("concern-guarded-by", &[("owner", book.name(owner).into())]);
        page.parts.push(part(
            "who-guards",
            book.say("concern-who-guards-these-routes"),
            vec![Block::Paragraph(words)],
        ));
    }
    page.foot = book.foot_of(first);
    vec![page]
}

fn choose(book: &Book<'_>, channels: &[&Entity<Channel>]) -> Part {
    let lines = channels
        .iter()
        .map(|channel| {
            let values = [
                ("channel", book.link(Kind::Channel, &channel.id).into()),
                ("readers", handlers(book, channel).into()),
                ("purpose", book.words(&channel.use_for).into()),
            ];
            book.line("concern-route", &values)
        })
        .collect();
    let advice = book.say("concern-pick-the-route-you-trust-you");
    part("routes", book.say("concern-your-routes"), vec![paragraph(advice), Block::List(lines)])
}

fn handlers(book: &Book<'_>, channel: &Channel) -> Vec<Inline> {
    if channel.handled_by.is_empty() { book.name(&channel.owner) } else { book.names(&channel.handled_by) }
}

fn channel_part(book: &Book<'_>, channel: &Entity<Channel>) -> Part {
    let mut blocks = vec![Block::Paragraph(book.words(&channel.use_for))];
    blocks.push(Block::Figure(Box::new(timeline(book, channel))));
    blocks.extend(
        channel_facts(book, channel).line(book.say("concern-who-reads-it"), handlers(book, channel)).block(),
    );
    blocks.extend(promises(book, channel));
    blocks.extend(book.more(channel.more.as_ref(), &channel.path, path::CONCERN));
    part(anchor(Kind::Channel, &channel.id), channel.name.clone(), blocks)
}

/// The answers people look for before they report.
pub(super) fn promises(book: &Book<'_>, channel: &Channel) -> Option<Block> {
    let mut lines = Vec::new();
    match channel.anonymous {
        Some(true) => lines.push(line(book.say("concern-you-need-not-give-your-name"))),
        Some(false) => lines.push(line(book.say("concern-you-need-to-give-your-name"))),
        None => {}
    }
    match channel.hidden_from_it {
        Some(true) => lines.push(line(book.say("concern-it-staff-cannot-read-what-you"))),
        Some(false) => lines.push(line(book.say("concern-it-staff-who-look-after-the"))),
        None => {}
    }
    if let Some(route) = &channel.if_about_handler {
        lines.push(book.line("concern-about-the-reader", &[("route", book.name(route).into())]));
    }
    if let Some(policy) = &channel.protects {
        lines.push(book.line("concern-protected", &[("rule", book.name(policy).into())]));
    }
    (!lines.is_empty()).then_some(Block::List(lines))
}
