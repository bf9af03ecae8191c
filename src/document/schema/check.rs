//! Walks a tree beside its shape.

use std::collections::BTreeMap;

use serde_yaml::Value;

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
    /// Texts that may hold references in double brackets, with their field path and whether they are Markdown.
    pub texts: Vec<(NodeId, String, bool)>,
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
    /// The field path.
    pub path: String,
    /// What may be named there.
    pub reference: Reference,
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
    let mut walk = Walk { scope, needed: false, out: Checked { sound: true, ..Checked::default() } };
    walk.visit(shape, node, "", "");
    walk.out
}

struct Walk<'a> {
    scope: Scope<'a>,
    /// Whether the field that is visited must be there.
    needed: bool,
    out: Checked,
}

impl Walk<'_> {
    /// Visits the value of the field called `name` at `path`.
    fn visit(&mut self, shape: &Shape, node: NodeId, name: &str, path: &str) {
        let tree = self.scope.tree;
        match (shape, &tree.node(node).kind) {
            (_, NodeKind::Refused) => self.out.sound = false,
            (Shape::Any, _) => {}
            (shape, NodeKind::Scalar(scalar)) if not_text(scalar) == Some(Value::Null) => {
                self.report(finding::empty(self.scope, shape, node, name, self.needed), path);
            }
            (Shape::OneOf(shapes), _) => match shapes.iter().find(|shape| self.fits(shape, node)) {
                Some(shape) => self.visit(shape, node, name, path),
                None => self.report(finding::wrong_type(self.scope, shape, node, name), path),
            },
            (Shape::Text(text), NodeKind::Scalar(scalar)) => self.text(text, node, scalar, name, path),
            (Shape::Integer(least, most), NodeKind::Scalar(scalar)) => {
                let number = not_text(scalar).and_then(|value| value.as_i64());
                let inside = |number: i64| {
                    least.is_none_or(|least| number >= least) && most.is_none_or(|most| number <= most)
                };
                match number {
                    Some(number) if inside(number) => {}
                    Some(_) => {
                        self.report(finding::out_of_bounds(self.scope, (*least, *most), node, name), path)
                    }
                    None => self.report(finding::wrong_type(self.scope, shape, node, name), path),
                }
            }
            (Shape::Number, NodeKind::Scalar(scalar)) if is_number(scalar) => {}
            (Shape::Boolean, NodeKind::Scalar(scalar)) if is_boolean(scalar) => {}
            (Shape::List(item, least), NodeKind::Sequence(items)) => {
                if items.len() < *least {
                    self.report(finding::too_few(self.scope, node, name, self.needed), path);
                }
                for (index, child) in items.iter().enumerate() {
                    self.needed = false;
                    self.visit(item, *child, name, &format!("{path}/{index}"));
                }
            }
            (Shape::Map(value, keys), NodeKind::Mapping(entries)) => {
                self.map(value, keys.as_ref(), entries, path)
            }
            (Shape::Object(object), NodeKind::Mapping(_)) => self.object(object, node, path),
            _ => self.report(finding::wrong_type(self.scope, shape, node, name), path),
        }
    }

    fn fits(&self, shape: &Shape, node: NodeId) -> bool {
        match (shape, &self.scope.tree.node(node).kind) {
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

    fn text(&mut self, text: &Text, node: NodeId, scalar: &Scalar, name: &str, path: &str) {
        if !is_text(scalar) {
            return self.report(finding::not_text(self.scope, text, node, name), path);
        }
        if scalar.text.trim().is_empty() {
            let shape = Shape::Text(text.clone());
            return self.report(finding::empty(self.scope, &shape, node, name, self.needed), path);
        }
        finding::surprise(self.scope, node, scalar, &mut self.out.findings);
        if let Some(escaped) = finding::hidden_escape(self.scope, node, scalar, path) {
            self.report(escaped, path);
        }
        let words = text.reference.as_ref().map_or(&[][..], |reference| reference.words.as_slice());
        if words.contains(&scalar.text) {
            return;
        }
        if !text.choices.is_empty() && !text.choices.contains(&scalar.text) {
            return self.report(finding::no_choice(self.scope, text, node, name), path);
        }
        if let Some(format) = &text.format
            && let Err((message, better)) = (self.scope.format)(format, &scalar.text)
        {
            return self.report(finding::bad_value(self.scope, node, scalar, message, better), path);
        }
        if let Some(reference) = &text.reference {
            self.out.references.push(Found { node, path: clean(path), reference: reference.clone() });
        } else if scalar.text.contains("[[") || text.prose {
            self.out.texts.push((node, clean(path), text.prose));
        }
    }

    fn map(&mut self, value: &Shape, keys: Option<&Reference>, entries: &[(NodeId, NodeId)], path: &str) {
        self.repeated(entries, path);
        for (key, child) in entries {
            let Some(name) = self.scope.tree.text(*key) else {
                self.report(finding::key_not_text(self.scope, *key), path);
                continue;
            };
            let path = format!("{path}/{name}");
            if let Some(reference) = keys {
                self.out.references.push(Found {
                    node: *key,
                    path: clean(&path),
                    reference: reference.clone(),
                });
            }
            self.needed = false;
            self.visit(value, *child, name, &path);
        }
    }

    fn object(&mut self, object: &Object, node: NodeId, path: &str) {
        let tree = self.scope.tree;
        let entries = tree.entries(node);
        self.repeated(entries, path);
        let mut missing: Vec<&str> = object
            .fields
            .iter()
            .filter(|field| field.required && tree.entry(node, &field.name).is_none())
            .map(|field| field.name.as_str())
            .collect();
        // Found once: looking for each unknown field anew would take long where there are thousands.
        let free: Vec<&str> = object
            .fields
            .iter()
            .map(|field| field.name.as_str())
            .filter(|field| tree.entry(node, field).is_none())
            .collect();
        for (key, child) in entries {
            let Some(name) = tree.text(*key) else {
                self.report(finding::key_not_text(self.scope, *key), path);
                continue;
            };
            match object.fields.iter().find(|field| field.name == name) {
                Some(field) => {
                    self.needed = field.required;
                    self.visit(&field.shape, *child, name, &format!("{path}/{name}"));
                }
                None => {
                    let (unknown, meant) =
                        finding::unknown_key(self.scope, object, &free, *key, (name, path));
                    missing.retain(|missing| Some(*missing) != meant);
                    self.report(unknown, path);
                }
            }
        }
        for name in missing {
            self.report(finding::missing_key(self.scope, object, node, name, path), path);
        }
        if let (Some(kind), Some((_, id))) = (object.entity, tree.entry(node, "id")) {
            self.out.declared.push(Declared { kind, node: id, path: clean(path) });
        }
    }

    fn repeated(&mut self, entries: &[(NodeId, NodeId)], path: &str) {
        let mut seen: BTreeMap<&str, NodeId> = BTreeMap::new();
        let mut twice = Vec::new();
        for (key, _) in entries {
            let Some(name) = self.scope.tree.text(*key) else { continue };
            match seen.get(name) {
                Some(first) => twice.push(finding::key_twice(self.scope, *first, *key, name)),
                None => {
                    seen.insert(name, *key);
                }
            }
        }
        for finding in twice {
            self.report(finding, path);
        }
    }

    fn report(&mut self, finding: Diagnostic, path: &str) {
        self.out.sound = false;
        self.out.findings.push(match self.scope.kind {
            Some(kind) => finding.about(kind, self.scope.id, clean(path)),
            None => finding,
        });
    }
}

fn is_number(scalar: &Scalar) -> bool {
    not_text(scalar).is_some_and(|value| value.is_number())
}

fn is_boolean(scalar: &Scalar) -> bool {
    not_text(scalar).is_some_and(|value| value.is_bool())
}

/// Takes the first slash of a path away.
fn clean(path: &str) -> String {
    path.trim_start_matches('/').to_owned()
}
