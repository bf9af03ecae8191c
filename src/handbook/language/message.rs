//! Messages as they stand in a catalogue, cut into pieces once. The only user of the parser of Fluent's syntax.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

/// A message: its pieces in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Message(pub(super) Vec<Piece>);

/// A piece of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words as they are.
    Words(&'static str),
    /// The value of this name.
    Slot(&'static str),
    /// Other pieces by the value of this name: the number, the plural it takes in the language, or the word itself.
    Choice {
        /// The name.
        on: &'static str,
        /// What the value may be, with the pieces.
        variants: Vec<(&'static str, Message)>,
        /// The pieces for all other values.
        other: Message,
    },
    /// From here on words look like this.
    Look(Look),
}

/// How words look: `<strong>`, `<soft>` and `<code>` in a catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Look {
    /// As most do.
    #[default]
    Plain,
    /// They stand out.
    Strong,
    /// In another tone.
    Soft,
    /// As code.
    Code,
}

const LOOKS: [(&str, Look); 6] = [
    ("<strong>", Look::Strong),
    ("</strong>", Look::Plain),
    ("<soft>", Look::Soft),
    ("</soft>", Look::Plain),
    ("<code>", Look::Code),
    ("</code>", Look::Plain),
];

/// Reads the messages of a catalogue in their order; what is no message is left out.
pub(super) fn read(catalogue: &'static str) -> Vec<(&'static str, Message)> {
    let resource = parser::parse_runtime(catalogue).unwrap_or_else(|(resource, _)| resource);
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, pieces(&message.value?))),
        Entry::Term(_)
        | Entry::Comment(_)
        | Entry::GroupComment(_)
        | Entry::ResourceComment(_)
        | Entry::Junk { .. } => None,
    });
    messages.collect()
}

fn pieces(pattern: &Pattern<&'static str>) -> Message {
    let mut message = Message::default();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => words(&mut message.0, value),
            PatternElement::Placeable { expression } => message.0.extend(piece(expression)),
        }
    }
    message
}

/// Cuts words where their look changes.
fn words(pieces: &mut Vec<Piece>, mut text: &'static str) {
    loop {
        let next = LOOKS
            .iter()
            .filter_map(|(tag, look)| Some((text.find(tag)?, *tag, *look)))
            .min_by_key(|next| next.0);
        let Some((at, tag, look)) = next else { break };
        push(pieces, &text[..at]);
        pieces.push(Piece::Look(look));
        text = &text[at + tag.len()..];
    }
    push(pieces, text);
}

fn push(pieces: &mut Vec<Piece>, words: &'static str) {
    if !words.is_empty() {
        pieces.push(Piece::Words(words));
    }
}

fn piece(expression: &Expression<&'static str>) -> Option<Piece> {
    match expression {
        Expression::Inline(InlineExpression::VariableReference { id }) => Some(Piece::Slot(id.name)),
        Expression::Inline(
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value },
        ) => Some(Piece::Words(value)),
        Expression::Inline(_) => None,
        Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
            let mut choice = (Vec::new(), Message::default());
            for variant in variants {
                let message = pieces(&variant.value);
                if variant.default {
                    choice.1 = message;
                } else {
                    choice.0.push((key(&variant.key), message));
                }
            }
            Some(Piece::Choice { on: id.name, variants: choice.0, other: choice.1 })
        }
        Expression::Select { .. } => None,
    }
}

fn key(key: &VariantKey<&'static str>) -> &'static str {
    match key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}
