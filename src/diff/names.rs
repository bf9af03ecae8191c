//! What things and values are called in a sentence.

use crate::diff::content::{self, Content, Renamed};
use crate::diff::sentence::{Piece, inside, join};
use crate::diff::side::{Lines, Side};
use crate::document::schema::Shape;
use crate::model::value::{Date, Money};
use crate::source::Kind;

/// Texts up to this many characters are said whole.
const SHORT: usize = 160;

/// The names of both sides.
#[derive(Debug)]
pub(super) struct Names<'a> {
    /// The side of before.
    pub(super) before: Side<'a>,
    /// The side of after.
    pub(super) after: Side<'a>,
    /// New ids by kind and old id.
    pub(super) renamed: Renamed,
    /// Where lines start, before and after.
    pub(super) lines: [Lines; 2],
    /// A whole charter in which names are looked up that neither side has.
    pub(super) known: Option<Side<'a>>,
}

impl Names<'_> {
    /// Returns what a thing is called: its name now, else its name before, else its id.
    pub(super) fn thing(&self, kind: Kind, id: &str) -> Vec<Piece> {
        let old =
            || self.renamed.iter().find(|((of, _), new)| *of == kind && *new == id).map(|((_, old), _)| old);
        let name = self.after.name(kind, id).or_else(|| self.before.name(kind, id));
        let name = name.or_else(|| self.before.name(kind, old()?));
        let name = name.or_else(|| self.known?.name(kind, id));
        vec![match (name, kind) {
            (None, Kind::Charter) => Piece::Words("the charter".to_owned()),
            (None, Kind::Acknowledgement) => return self.thing(Kind::Person, id),
            (None, _) => Piece::Code(id.to_owned()),
            (Some(name), Kind::Person | Kind::Team) => Piece::Words(name),
            (Some(name), Kind::Role) => Piece::Words(inside(&name)),
            (Some(name), _) => Piece::Thing(name),
        }]
    }

    /// Returns what a thing is called, as one text.
    pub(super) fn text(&self, kind: Kind, id: &str) -> String {
        match self.thing(kind, id).into_iter().next() {
            Some(Piece::Words(text) | Piece::Thing(text) | Piece::Code(text)) => text,
            None => id.to_owned(),
        }
    }

    /// Returns what a reference names.
    pub(super) fn mention(&self, kinds: &[Kind], id: &str) -> Vec<Piece> {
        let known = |kind: &&Kind| {
            let has = |side: &Side<'_>| side.registry.find(**kind, id).is_some();
            has(&self.after) || has(&self.before) || self.known.as_ref().is_some_and(has)
        };
        match (kinds.iter().find(known), id) {
            (Some(kind), id) => self.thing(*kind, id),
            (None, "none" | "vacant") => vec![Piece::Words("nobody".to_owned())],
            (None, "next step up") => vec![Piece::Words("the next step up".to_owned())],
            (None, "outside") => vec![Piece::Words("somebody outside".to_owned())],
            (None, id) if id.contains(char::is_whitespace) || id == "everyone" => {
                vec![Piece::Words(id.to_owned())]
            }
            (None, id) => vec![Piece::Code(id.to_owned())],
        }
    }

    /// Returns a value as it stands in a sentence; `None` where it is too long for one.
    pub(super) fn value(&self, content: &Content, shape: &Shape) -> Option<Vec<Piece>> {
        match content {
            Content::List(items) => {
                let items: Option<Vec<Vec<Piece>>> =
                    items.iter().map(|item| self.value(item, item_shape(shape))).collect();
                Some(join(&items?))
            }
            Content::Map(fields) => {
                let text: Vec<String> =
                    fields.iter().map(|(name, value)| format!("{name} {}", value.written())).collect();
                Some(vec![Piece::Words(text.join(", "))])
            }
            Content::Text(text) => self.text_value(text, shape),
        }
    }

    fn text_value(&self, text: &str, shape: &Shape) -> Option<Vec<Piece>> {
        let words = |text: String| Some(vec![Piece::Words(text)]);
        if let Some(reference) = content::reference(shape) {
            return Some(self.mention(&reference.kinds, text));
        }
        match shape {
            Shape::Text(kind) => match kind.format.as_deref() {
                Some("money") => words(long_money(text)),
                Some("date") => words(Date::parse(text).map_or_else(|_| text.to_owned(), Date::long)),
                Some("reply-time") if text == "none" => words("never".to_owned()),
                Some("id") => Some(vec![Piece::Code(text.to_owned())]),
                Some(_) => words(text.to_owned()),
                None if !kind.choices.is_empty() => words(text.to_owned()),
                None => quoted(text),
            },
            Shape::Boolean => words(if text == "true" { "yes" } else { "no" }.to_owned()),
            Shape::Integer(..) | Shape::Number => words(text.to_owned()),
            Shape::OneOf(shapes) => shapes.iter().find_map(|shape| self.text_value(text, shape)),
            Shape::Any | Shape::List(..) | Shape::Map(..) | Shape::Object(_) => quoted(text),
        }
    }
}

/// Returns the shape of the items of a list.
pub(super) fn item_shape(shape: &Shape) -> &Shape {
    match shape {
        Shape::List(item, _) => item,
        Shape::OneOf(shapes) => {
            shapes.iter().find(|shape| matches!(shape, Shape::List(..))).map_or(shape, item_shape)
        }
        Shape::Any
        | Shape::Text(_)
        | Shape::Integer(..)
        | Shape::Number
        | Shape::Boolean
        | Shape::Map(..)
        | Shape::Object(_) => shape,
    }
}

/// Returns an amount of money for readers.
pub(super) fn long_money(text: &str) -> String {
    Money::parse(text).map_or_else(|_| text.to_owned(), |money| money.display_long())
}

/// Returns a short text in quotation marks; `None` for longer ones.
pub(super) fn quoted(text: &str) -> Option<Vec<Piece>> {
    let text = content::words(text);
    (text.chars().count() <= SHORT).then(|| vec![Piece::Words(format!("“{text}”"))])
}
