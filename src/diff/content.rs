//! The content of an entity in one form, however it is written: what the comparison looks at.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::schema::{Object, Reference, Shape, Text};
use crate::document::value::scalar_value;
use crate::document::{NodeId, NodeKind, Scalar, Tree};
use crate::model::value::{Clock, ClockRange, Date, Money, Month, ReplyTime, TimeSpan, WeekHours};
use crate::source::Kind;

/// A value in one form: numbers and choices as text, what is nothing left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Content {
    /// A text, number, yes or no.
    Text(String),
    /// A list; a lone value stands in a list of one where a list may stand.
    List(Vec<Content>),
    /// Fields by name.
    Map(BTreeMap<String, Content>),
}

impl Content {
    /// Returns the text; empty for lists and fields.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::List(_) | Self::Map(_) => "",
        }
    }

    /// Returns the items of a list.
    pub(super) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            Self::Text(_) | Self::Map(_) => &[],
        }
    }

    /// Returns a field.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Map(fields) => fields.get(name),
            Self::Text(_) | Self::List(_) => None,
        }
    }

    /// Returns the text of a field; empty where there is none.
    pub(super) fn field(&self, name: &str) -> &str {
        self.get(name).map_or("", Self::text)
    }

    /// Adds every leaf to `leaves`, with its path.
    pub(super) fn leaves(&self, path: &str, leaves: &mut BTreeSet<(String, String)>) {
        match self {
            Self::Text(text) => drop(leaves.insert((path.to_owned(), words(text)))),
            Self::List(items) => items.iter().for_each(|item| item.leaves(path, leaves)),
            Self::Map(fields) => {
                fields.iter().for_each(|(name, value)| value.leaves(&format!("{path}/{name}"), leaves));
            }
        }
    }

    /// Returns the value as one text, for programs.
    pub(super) fn written(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(Self::written).collect();
                items.join(", ")
            }
            Self::Map(fields) => {
                let fields: Vec<String> =
                    fields.iter().map(|(name, value)| format!("{name}: {}", value.written())).collect();
                format!("{{{}}}", fields.join(", "))
            }
        }
    }
}

/// Returns a text with one space wherever it has blank space.
pub(super) fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads the content of a node; `None` where it says nothing.
pub(super) fn read(tree: &Tree, node: NodeId, shape: &Shape) -> Option<Content> {
    match (tree.node(node).kind, shape) {
        (_, Shape::OneOf(shapes)) => one_of(tree, node, shapes),
        (NodeKind::Scalar(scalar), Shape::List(item, _)) => {
            if says_nothing(scalar) {
                None
            } else {
                Some(Content::List(vec![read(tree, node, item)?]))
            }
        }
        (NodeKind::Scalar(scalar), _) => scalar_text(scalar, shape).map(Content::Text),
        (NodeKind::Sequence(items), shape) => {
            let item_shape = if let Shape::List(item, _) = shape { item } else { &Shape::Any };
            let items: Vec<Content> = items.iter().filter_map(|item| read(tree, *item, item_shape)).collect();
            (!items.is_empty()).then_some(Content::List(items))
        }
        (NodeKind::Mapping(entries), shape) => {
            let mut fields = BTreeMap::new();
            for (key, value) in entries {
                let name = tree.text(*key).unwrap_or("");
                if let Some(value) = read(tree, *value, field_shape(shape, name)) {
                    fields.entry(name.to_owned()).or_insert(value);
                }
            }
            Some(Content::Map(fields))
        }
        (NodeKind::Refused, _) => Some(Content::Text("?".to_owned())),
    }
}

/// Returns the shape of a field.
fn field_shape<'a>(shape: &'a Shape, name: &str) -> &'a Shape {
    match shape {
        Shape::Object(object) => field(object, name).unwrap_or(&Shape::Any),
        Shape::Map(value, _) => value,
        Shape::Any
        | Shape::Text(_)
        | Shape::Integer(..)
        | Shape::Number
        | Shape::Boolean
        | Shape::List(..)
        | Shape::OneOf(_) => &Shape::Any,
    }
}

/// Returns the shape of a field of an object.
pub(super) fn field<'a>(object: &'a Object, name: &str) -> Option<&'a Shape> {
    object.fields.iter().find(|field| field.name == name).map(|field| &field.shape)
}

/// Reads a node that may have one of several shapes; where a list may stand, the value is a list.
fn one_of(tree: &Tree, node: NodeId, shapes: &[Shape]) -> Option<Content> {
    if let Some(list) = shapes.iter().find(|shape| matches!(shape, Shape::List(..))) {
        let wrap = |item: Content| Content::List(vec![item]);
        return match tree.node(node).kind {
            NodeKind::Sequence(_) => read(tree, node, list),
            NodeKind::Scalar(_) => read(tree, node, list),
            NodeKind::Mapping(_) | NodeKind::Refused => {
                let Shape::List(item, _) = list else { return None };
                read(tree, node, item).map(wrap)
            }
        };
    }
    let fits = |shape: &&Shape| match (tree.node(node).kind, shape) {
        (NodeKind::Mapping(_), Shape::Object(_) | Shape::Map(..)) => true,
        (NodeKind::Scalar(_), Shape::Object(_) | Shape::Map(..) | Shape::List(..)) => false,
        (NodeKind::Scalar(_), _) => true,
        (NodeKind::Mapping(_) | NodeKind::Sequence(_) | NodeKind::Refused, _) => false,
    };
    let shape = flat(shapes).into_iter().find(|shape| fits(shape)).unwrap_or(&Shape::Any);
    read(tree, node, shape)
}

/// Returns the shapes, those inside others too.
fn flat(shapes: &[Shape]) -> Vec<&Shape> {
    let mut all = Vec::new();
    for shape in shapes {
        match shape {
            Shape::OneOf(inner) => all.extend(flat(inner)),
            Shape::Any
            | Shape::Text(_)
            | Shape::Integer(..)
            | Shape::Number
            | Shape::Boolean
            | Shape::List(..)
            | Shape::Map(..)
            | Shape::Object(_) => all.push(shape),
        }
    }
    all
}

fn says_nothing(scalar: Scalar<'_>) -> bool {
    scalar_value(scalar).is_null() || scalar.text.trim().is_empty()
}

fn scalar_text(scalar: Scalar<'_>, shape: &Shape) -> Option<String> {
    if says_nothing(scalar) {
        return None;
    }
    Some(match shape {
        Shape::Text(text) if text.prose => scalar.text.replace("\r\n", "\n"),
        Shape::Text(text) => canonical(scalar.text, text),
        Shape::Integer(..) | Shape::Number => match scalar_value(scalar).as_f64() {
            Some(number) => number.to_string(),
            None => words(scalar.text),
        },
        Shape::Boolean | Shape::Any => match scalar_value(scalar).as_bool() {
            Some(flag) => flag.to_string(),
            None => words(scalar.text),
        },
        Shape::List(..) | Shape::Map(..) | Shape::Object(_) | Shape::OneOf(_) => words(scalar.text),
    })
}

/// Writes a value in the one form of its format.
fn canonical(written: &str, text: &Text) -> String {
    fn same<T: ToString>(value: Result<T, impl Sized>) -> Option<String> {
        value.ok().map(|value| value.to_string())
    }
    let plain = written.trim();
    let found = match text.format.as_deref() {
        Some("money") => same(Money::parse(plain)),
        Some("time-span") => same(TimeSpan::parse(plain)),
        Some("reply-time") => same(ReplyTime::parse(plain)),
        Some("date") => same(Date::parse(plain)),
        Some("month") => same(Month::parse(plain)),
        Some("clock") => same(Clock::parse(plain)),
        Some("clock-range") => same(ClockRange::parse(plain)),
        Some("week-hours") => same(WeekHours::parse(plain)),
        Some(_) | None => None,
    };
    found.unwrap_or_else(|| words(written))
}

/// Returns what texts of a shape refer to.
pub(super) fn reference(shape: &Shape) -> Option<&Reference> {
    match shape {
        Shape::Text(text) => text.reference.as_deref(),
        Shape::List(item, _) => reference(item),
        Shape::OneOf(shapes) => shapes.iter().find_map(reference),
        Shape::Any
        | Shape::Integer(..)
        | Shape::Number
        | Shape::Boolean
        | Shape::Map(..)
        | Shape::Object(_) => None,
    }
}

/// New ids by kind and old id.
pub type Renamed = BTreeMap<(Kind, String), String>;

/// Rewrites every reference to something that has another id now.
pub(super) fn rename(content: &mut Content, shape: &Shape, renamed: &Renamed) {
    match (content, shape) {
        (content, Shape::OneOf(shapes)) => {
            flat(shapes).into_iter().for_each(|shape| rename(content, shape, renamed));
        }
        (Content::List(items), Shape::List(item, _)) => {
            items.iter_mut().for_each(|content| rename(content, item, renamed));
        }
        (Content::Map(fields), Shape::Object(object)) => {
            for (name, value) in fields {
                rename(value, field(object, name).unwrap_or(&Shape::Any), renamed);
            }
        }
        (Content::Map(fields), Shape::Map(_, keys)) => {
            let kinds = keys.as_ref().map_or(&[][..], |keys| &keys.kinds);
            let entries = std::mem::take(fields);
            fields.extend(entries.into_iter().map(|(key, value)| (new_id(&key, kinds, renamed), value)));
        }
        (Content::Text(text), Shape::Text(shape)) => match &shape.reference {
            Some(reference) => *text = new_id(text, &reference.kinds, renamed),
            None if text.contains("[[") => *text = mentions(text, renamed),
            None => {}
        },
        (Content::Text(_) | Content::List(_) | Content::Map(_), _) => {}
    }
}

fn new_id(id: &str, kinds: &[Kind], renamed: &Renamed) -> String {
    let found = kinds.iter().find_map(|kind| renamed.get(&(*kind, id.to_owned())));
    found.cloned().unwrap_or_else(|| id.to_owned())
}

/// Rewrites the references in a text.
pub(super) fn mentions(text: &str, renamed: &Renamed) -> String {
    let mut text = text.to_owned();
    for ((kind, old), new) in renamed {
        for end in ["]]", "|", "#"] {
            let prefix = format!("[[{}:", kind.name());
            text = text.replace(&format!("{prefix}{old}{end}"), &format!("{prefix}{new}{end}"));
        }
    }
    text
}
