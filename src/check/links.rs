//! The links and references in an entry's texts, with their places.

use std::ops::Range;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::check::Context;
use crate::check::shared::Shared;
use crate::document::markdown::{LinkSort, outline};
use crate::document::mention;
use crate::source::Span;

/// A link or reference as it is written.
#[derive(Clone, Debug)]
pub(super) struct Written {
    /// What sort of link it is.
    pub(super) sort: LinkSort,
    /// Where it leads, as written.
    pub(super) to: String,
    /// The field that holds it; `body` for the text below a head.
    pub(super) field: String,
    /// Where it stands in the file.
    pub(super) span: Span,
}

/// Returns the links of every entry, in the order of the registry; looked for once for all rules.
pub(super) fn all<'a>(context: &Context<'a>) -> &'a [Vec<Written>] {
    let entries = 0..context.registry.entries().len();
    context.texts.links.get_or_init(|| entries.map(|index| of(context, index)).collect())
}

/// Looks for the links of all entries side by side, before rules that run side by side ask for them.
pub(super) fn prepare(context: &Context<'_>) {
    let entries = (0..context.registry.entries().len()).into_par_iter();
    // Links that a rule has looked for before are the same.
    let _ = context.texts.links.set(entries.map(|index| of(context, index)).collect());
}

/// Does the same for a second charter; the links of entries that it shares with the first are taken from there.
pub(super) fn prepare_beside(first: &Context<'_>, second: &Context<'_>, shared: &Shared) {
    let known = first.texts.links.get();
    let entries = (0..second.registry.entries().len()).into_par_iter();
    let links = entries.map(|index| {
        let known = known.zip(shared.entry(index)).and_then(|(links, index)| links.get(index));
        known.cloned().unwrap_or_else(|| of(second, index))
    });
    let _ = second.texts.links.set(links.collect());
}

/// Returns every link of the entry at an index of the registry, in the order of fields and of the text.
fn of(context: &Context<'_>, index: usize) -> Vec<Written> {
    let entry = context.registry.entry(index);
    let text = context.text(index);
    let tree = &context.documents[entry.document].tree;
    let mut links = Vec::new();
    for (node, prose) in &entry.texts {
        let Some(words) = tree.text(*node) else { continue };
        let whole = tree.span(*node);
        for (sort, to, range) in if *prose { in_markdown(words) } else { in_text(words) } {
            let span = locate(whole, text, words, range);
            links.push(Written { sort, to, field: entry.field(tree, *node), span });
        }
    }
    if let Some(body) = entry.body {
        let start = body.start as usize;
        links.extend(in_markdown(body.slice(text)).into_iter().map(|(sort, to, range)| Written {
            sort,
            to,
            field: "body".to_owned(),
            span: Span::new(start + range.start, start + range.end),
        }));
    }
    links
}

fn in_markdown(markdown: &str) -> Vec<(LinkSort, String, Range<usize>)> {
    // Every link begins with one of these; most texts have none.
    if !markdown.contains(['[', '<']) {
        return Vec::new();
    }
    outline(markdown).links.into_iter().map(|link| (link.sort, link.to, link.range)).collect()
}

fn in_text(text: &str) -> Vec<(LinkSort, String, Range<usize>)> {
    let found = mention::find(text).into_iter();
    found.map(|(range, inside)| (LinkSort::Mention, inside.to_owned(), range)).collect()
}

/// Finds what stands at a range of a value in the value's source, whose line breaks may differ from the value's.
fn locate(whole: Span, text: &str, value: &str, range: Range<usize>) -> Span {
    let source = whole.slice(text);
    let start = whole.start as usize;
    // Most values stand in the source as they are, with quotes around them or without.
    let stands =
        |at: &usize| source.len() == value.len() + 2 * at && source.get(*at..value.len() + at) == Some(value);
    if let Some(at) = [0, 1].into_iter().find(stands) {
        return Span::new(start + at + range.start, start + at + range.end);
    }
    let written = &value[range.clone()];
    let nth = value[..range.start].matches(written).count();
    match source.match_indices(written).nth(nth) {
        Some((at, _)) => Span::new(start + at, start + at + written.len()),
        None => whole,
    }
}
