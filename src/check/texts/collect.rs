//! Which texts there are, and for whom.

use crate::check::Context;
use crate::check::texts::glance::may_tell;
use crate::check::texts::sentence::read;
use crate::check::texts::{Audience, Passage};
use crate::document::{NodeId, NodeKind, Tree};
use crate::model::Entry;
use crate::source::{Kind, Span};

/// Takes apart the texts of an entry that rules about language look at.
pub(super) fn passages(context: &Context<'_>, index: usize, entry: &Entry) -> Vec<Passage> {
    let mut found = Vec::new();
    let Some((fields, audience)) = fields(entry.kind).zip(audience(context, entry)) else { return found };
    let written = context.text(index);
    let mut add = |span: Span, field: &str, item: Option<usize>| {
        let text = span.slice(written);
        if audience == Audience::Role && !may_tell(text) {
            return;
        }
        let (sentences, bare_pictures) = read(text, span.start as usize);
        if !sentences.is_empty() || !bare_pictures.is_empty() {
            let file = entry.file;
            let field = item.map_or_else(|| field.to_owned(), |item| format!("{field}/{item}"));
            found.push(Passage { entry: index, file, field, audience, sentences, bare_pictures });
        }
    };
    let tree = &context.documents[entry.document].tree;
    for field in fields {
        let value = entry.node.and_then(|node| tree.entry(node, field));
        value.into_iter().for_each(|(_, value)| scalars(tree, value, field, &mut add));
    }
    if let Some(body) = entry.body {
        add(body, "body", None);
    }
    found
}

fn scalars(tree: &Tree, node: NodeId, field: &str, add: &mut impl FnMut(Span, &str, Option<usize>)) {
    match tree.node(node).kind {
        NodeKind::Scalar(_) => add(tree.span(node), field, None),
        NodeKind::Sequence(items) => {
            for (index, item) in items.iter().enumerate() {
                if tree.text(*item).is_some() {
                    add(tree.span(*item), field, Some(index));
                }
            }
        }
        NodeKind::Mapping(_) | NodeKind::Refused => {}
    }
}

/// Returns the fields of a kind that hold words for readers; `None` where rules about language look at nothing.
fn fields(kind: Kind) -> Option<&'static [&'static str]> {
    match kind {
        Kind::Charter => Some(&["purpose", "does_not"]),
        Kind::Policy => Some(&["title", "summary"]),
        Kind::Norm => Some(&["text", "seen_when", "more"]),
        Kind::Channel => Some(&["name", "use_for", "not_for", "more"]),
        Kind::Service => Some(&["name", "ask_for", "you_need", "not_included", "more"]),
        Kind::Page => Some(&["title", "summary"]),
        Kind::Role => Some(&["purpose", "expect", "may", "must_ask", "must_never", "more"]),
        Kind::Team
        | Kind::Person
        | Kind::Responsibility
        | Kind::Term
        | Kind::Access
        | Kind::Escalation
        | Kind::Meeting
        | Kind::Worklife
        | Kind::Growth
        | Kind::Rewards
        | Kind::Rota
        | Kind::Acknowledgement
        | Kind::Exception
        | Kind::Kudos
        | Kind::Goal
        | Kind::Skill
        | Kind::Offer
        | Kind::Grade
        | Kind::Award => None,
    }
}

/// Says whom an entity's texts are for; `None` where it could not be read or is no longer in force.
fn audience(context: &Context<'_>, entry: &Entry) -> Option<Audience> {
    if !entry.sound {
        return None;
    }
    if entry.kind == Kind::Role {
        return Some(Audience::Role);
    }
    let tree = &context.documents[entry.document].tree;
    let word = |field: &str| {
        let (_, value) = tree.entry(entry.node?, field)?;
        tree.text(value)
    };
    if entry.kind == Kind::Policy && word("status") == Some("retired") {
        return None;
    }
    Some(match word("read_by") {
        None | Some("everyone") => Audience::Everyone,
        Some("it") => Audience::It,
        Some(_) => Audience::Some,
    })
}
