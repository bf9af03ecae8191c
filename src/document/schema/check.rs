//! Walks a tree beside its shape.

use std::collections::BTreeMap;
use std::fmt::{Display, Write};
use std::sync::Arc;

use memchr::memmem;

use crate::diagnostic::Diagnostic;
use crate::document::schema::finding;
use crate::document::schema::shape::{Object, Reference, Shape, Text};
use crate::document::tree::{NodeId, NodeKind, Scalar, Tree};
use crate::document::value::{is_text, not_text};
use crate::source::{FileId, Kind};

/// Checks whether a text is a good value of a format; `Err` holds what is wrong and a better text where one is known.
pub type FormatCheck = fn(format: &str, text: &str) -> Result<(), (String, Option<String>)>;

/// Where a check takes place: whose tree, and what to call the thing in messages.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// The file.
    pub file: FileId,
    /// Its text.
    pub text: &'a str,
    /// Its tree.
    pub tree: &'a Tree,
    /// The kind of the entity; `None` for the settings of the tool.
    pub kind: Option<Kind>,
    /// Its id.
    pub id: &'a str,
    /// Checks values by format.
    pub format: FormatCheck,
}

/// What a check found out besides faults.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// References, in the order of the text.
    pub references: Vec<Found>,
    /// Ids that the entity declares inside itself.
    pub declared: Vec<Declared>,
    /// Texts that may hold references in double brackets, with whether they are Markdown.
    pub texts: Vec<(NodeId, bool)>,
    /// The findings.
    pub findings: Vec<Diagnostic>,
    /// Whether the entity has its shape, so that it can be read as its type.
    pub sound: bool,
}

/// A reference in a field.
#[derive(Clone, Debug)]
pub struct Found {
    /// The node that names something.
    pub node: NodeId,
    /// What may be named there.
    pub reference: Arc<Reference>,
}

/// An id that is declared inside an entity.
#[derive(Clone, Debug)]
pub struct Declared {
    /// What it is the id of.
    pub kind: Kind,
    /// The node that holds the id.
    pub node: NodeId,
    /// The path of the thing, without the id.
    pub path: String,
}

/// Checks the node against the shape.
pub fn check(scope: Scope<'_>, shape: &Shape, node: NodeId) -> Checked {
    let out = Checked { sound: true, ..Checked::default() };
    let mut walk = Walk { scope, needed: false, path: String::new(), out };
    walk.visit(shape, node, "");
    walk.out
}

/// Names that are compared each with each.
const FEW: usize = 32;

struct Walk<'a> {
    scope: Scope<'a>,
    /// Whether the field that is visited must be there.
    needed: bool,
    /// The path of the field that is visited, each part after a slash.
    path: String,
    out: Checked,
}

impl Walk<'_> {
    /// Visits what is called `part` inside the value that is visited; the field is called `name`.
    fn enter(&mut self, part: impl Display, shape: &Shape, node: NodeId, name: &str) {
        let outside = self.path.len();
        // Writing to text in memory cannot fail.
        write!(self.path, "/{part}").ok();
        self.visit(shape, node, name);
        self.path.truncate(outside);
    }

    /// Visits the value of the field called `name`.
    fn visit(&mut self, shape: &Shape, node: NodeId, name: &str) {
        let tree = self.scope.tree;
        match (shape, tree.node(node).kind) {
            (_, NodeKind::Refused) => self.out.sound = false,
            (Shape::Any, _) => {}
            (shape, NodeKind::Scalar(scalar)) if is_nothing(scalar) => {
                self.report(finding::empty(self.scope, shape, node, name, self.needed));
            }
            (Shape::OneOf(shapes), _) => match shapes.iter().find(|shape| self.fits(shape, node)) {
                Some(shape) => self.visit(shape, node, name),
                None => self.report(finding::wrong_type(self.scope, shape, node, name)),
            },
            (Shape::Text(text), NodeKind::Scalar(scalar)) => self.text(text, node, scalar, name),
            (Shape::Integer(least, most), NodeKind::Scalar(scalar)) => {
                let number = not_text(scalar).and_then(|value| value.as_i64());
                let inside = |number: i64| {
                    least.is_none_or(|least| number >= least) && most.is_none_or(|most| number <= most)
                };
                match number {
                    Some(number) if inside(number) => {}
                    Some(_) => {
                        self.report(finding::out_of_bounds(self.scope, (*least, *most), node, name));
                    }
                    None => self.report(finding::wrong_type(self.scope, shape, node, name)),
                }
            }
            (Shape::Number, NodeKind::Scalar(scalar)) if is_number(scalar) => {}
            (Shape::Boolean, NodeKind::Scalar(scalar)) if is_boolean(scalar) => {}
            (Shape::List(item, least), NodeKind::Sequence(items)) => {
                if items.len() < *least {
                    self.report(finding::too_few(self.scope, node, name, self.needed));
                }
                for (index, child) in items.iter().enumerate() {
                    self.needed = false;
                    self.enter(index, item, *child, name);
                }
            }
            (Shape::Map(value, keys), NodeKind::Mapping(entries)) => {
                self.map(value, keys.as_ref(), entries);
            }
            (Shape::Object(object), NodeKind::Mapping(_)) => self.object(object, node),
            _ => self.report(finding::wrong_type(self.scope, shape, node, name)),
        }
    }

    fn fits(&self, shape: &Shape, node: NodeId) -> bool {
        match (shape, self.scope.tree.node(node).kind) {
            (Shape::Any, _)
            | (Shape::List(..), NodeKind::Sequence(_))
            | (Shape::Map(..) | Shape::Object(_), NodeKind::Mapping(_)) => true,
            (Shape::OneOf(shapes), _) => shapes.iter().any(|shape| self.fits(shape, node)),
            (Shape::Text(_), NodeKind::Scalar(scalar)) => is_text(scalar),
            (Shape::Integer(..) | Shape::Number, NodeKind::Scalar(scalar)) => is_number(scalar),
            (Shape::Boolean, NodeKind::Scalar(scalar)) => is_boolean(scalar),
            _ => false,
        }
    }

    fn text(&mut self, text: &Text, node: NodeId, scalar: Scalar<'_>, name: &str) {
        if !is_text(scalar) {
            return self.report(finding::not_text(self.scope, text, node, name));
        }
        if scalar.text.trim().is_empty() {
            let shape = Shape::Text(text.clone());
            return self.report(finding::empty(self.scope, &shape, node, name, self.needed));
        }
        finding::surprise(self.scope, node, scalar, &mut self.out.findings);
        if let Some(escaped) = finding::hidden_escape(self.scope, node, scalar, name) {
            self.report(escaped);
        }
        let words = text.reference.as_ref().map_or(&[][..], |reference| reference.words.as_slice());
        if words.iter().any(|word| word == scalar.text) {
            return;
        }
        if !text.choices.is_empty() && !text.choices.iter().any(|choice| choice == scalar.text) {
            return self.report(finding::no_choice(self.scope, text, node, name));
        }
        if let Some(format) = &text.format
            && let Err((message, better)) = (self.scope.format)(format, scalar.text)
        {
            return self.report(finding::bad_value(self.scope, node, scalar, message, better));
        }
        if let Some(reference) = &text.reference {
            self.out.references.push(Found { node, reference: Arc::clone(reference) });
        } else if text.prose || memmem::find(scalar.text.as_bytes(), b"[[").is_some() {
            self.out.texts.push((node, text.prose));
        }
    }

    fn map(&mut self, value: &Shape, keys: Option<&Arc<Reference>>, entries: &[(NodeId, NodeId)]) {
        self.repeated(entries);
        for (key, child) in entries {
            let Some(name) = self.scope.tree.text(*key) else {
                self.report(finding::key_not_text(self.scope, *key));
                continue;
            };
            if let Some(reference) = keys {
                self.out.references.push(Found { node: *key, reference: Arc::clone(reference) });
            }
            self.needed = false;
            self.enter(name, value, *child, name);
        }
    }

    fn object(&mut self, object: &Object, node: NodeId) {
        let tree = self.scope.tree;
        let entries = tree.entries(node);
        self.repeated(entries);
        let mut written = vec![false; object.fields.len()];
        let mut unknown = Vec::new();
        for (key, child) in entries {
            let Some(name) = tree.text(*key) else {
                self.report(finding::key_not_text(self.scope, *key));
                continue;
            };
            match object.fields.iter().position(|field| field.name == name) {
                Some(index) => {
                    written[index] = true;
                    let field = &object.fields[index];
                    self.needed = field.required;
                    self.enter(name, &field.shape, *child, name);
                }
                None => unknown.push((*key, name)),
            }
        }
        self.absent(object, node, &written, &unknown);
        if let (Some(kind), Some((_, id))) = (object.entity, tree.entry(node, "id")) {
            self.out.declared.push(Declared { kind, node: id, path: clean(&self.path) });
        }
    }

    /// Reports the fields of a mapping that are not known, and the needed ones that are not there and not meant by one
    /// of those.
    fn absent(&mut self, object: &Object, node: NodeId, written: &[bool], unknown: &[(NodeId, &str)]) {
        let fields = object.fields.iter().zip(written);
        let free = fields.filter(|(_, written)| !**written).map(|(field, _)| field);
        let mut missing: Vec<&str> =
            free.clone().filter(|field| field.required).map(|field| field.name.as_str()).collect();
        if !unknown.is_empty() {
            let free: Vec<&str> = free.map(|field| field.name.as_str()).collect();
            for (key, name) in unknown {
                let (finding, meant) =
                    finding::unknown_key(self.scope, object, &free, *key, (*name, &self.path));
                missing.retain(|missing| Some(*missing) != meant);
                self.report(finding);
            }
        }
        for name in missing {
            self.report(finding::missing_key(self.scope, object, node, name, &self.path));
        }
    }

    fn repeated(&mut self, entries: &[(NodeId, NodeId)]) {
        let tree = self.scope.tree;
        let names: Vec<&str> = entries.iter().filter_map(|(key, _)| tree.text(*key)).collect();
        // Telling a few names apart by their lengths costs less than sorting them.
        let differ = || names.iter().enumerate().all(|(index, name)| !names[..index].contains(name));
        if names.len() <= FEW && differ() {
            return;
        }
        let mut seen: BTreeMap<&str, NodeId> = BTreeMap::new();
        for (key, _) in entries {
            let Some(name) = tree.text(*key) else { continue };
            match seen.get(name) {
                Some(first) => self.report(finding::key_twice(self.scope, *first, *key, name)),
                None => {
                    seen.insert(name, *key);
                }
            }
        }
    }

    fn report(&mut self, finding: Diagnostic) {
        self.out.sound = false;
        self.out.findings.push(match self.scope.kind {
            Some(kind) => finding.about(kind, self.scope.id, clean(&self.path)),
            None => finding,
        });
    }
}

fn is_nothing(scalar: Scalar<'_>) -> bool {
    // Most texts are longer than any word for nothing.
    scalar.text.len() <= "null".len() && not_text(scalar).is_some_and(|value| value.is_null())
}

fn is_number(scalar: Scalar<'_>) -> bool {
    not_text(scalar).is_some_and(|value| value.is_number())
}

fn is_boolean(scalar: Scalar<'_>) -> bool {
    not_text(scalar).is_some_and(|value| value.is_bool())
}

/// Takes the first slash of a path away.
fn clean(path: &str) -> String {
    path.trim_start_matches('/').to_owned()
}
