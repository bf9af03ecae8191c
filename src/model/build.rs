//! Documents to entities: finds them, checks their structure, reads them as their types.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use serde_yaml::Value;

use crate::diagnostic::{Diagnostic, Label};
use crate::document::markdown::slug;
use crate::document::rules::{KEY_TWICE, VALUE_BAD, VALUE_TYPE};
use crate::document::schema::{self, Scope, Shape};
use crate::document::{Document, NodeId, NodeKind, cut, value};
use crate::model::charter::{Charter, Typed};
use crate::model::registry::{Entry, Registry};
use crate::model::value::check_format;
use crate::model::{gaps, kinds, shapes};
use crate::source::{Kind, Limit, Limits, Place, Snapshot, SourceFile, Span};

/// A charter as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The entities that have their shape.
    pub charter: Charter,
    /// Every entity, with its place and references.
    pub registry: Registry,
    /// The structural findings, in no order.
    pub findings: Vec<Diagnostic>,
}

/// Builds the model of a snapshot from its documents. Never fails: what is wrong becomes a finding.
pub fn build(snapshot: &Snapshot, documents: &[Document]) -> Model {
    let read: Vec<Vec<Read>> = documents
        .par_iter()
        .enumerate()
        .map(|(index, document)| {
            let mut reader = Reader { file: snapshot.file(document.file), document, index, read: Vec::new() };
            reader.file();
            cut_faults(&mut reader.read, &snapshot.limits);
            reader.read
        })
        .collect();
    let mut model = Model::default();
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for entry in read.iter().flatten().filter(|one| one.typed.is_some()).filter_map(|one| one.entry.as_ref())
    {
        *counts.entry(entry.kind).or_default() += 1;
    }
    model.charter.reserve(&counts);
    let mut entries = Vec::with_capacity(read.len());
    for one in read.into_iter().flatten() {
        model.findings.extend(one.findings);
        let Some(entry) = one.entry else { continue };
        if let Some(typed) = one.typed {
            let path = snapshot.file(entry.file).path.clone();
            model.charter.add(entry.id.clone(), entries.len(), path, typed);
        }
        entries.push(Arc::new(entry));
    }
    let gaps = gaps::find(snapshot, documents, &entries);
    model.registry = Registry::new(entries, documents, gaps);
    model
}

/// What came of one entity.
#[derive(Default)]
struct Read {
    entry: Option<Entry>,
    typed: Option<Typed>,
    findings: Vec<Diagnostic>,
}

/// Leaves out what is wrong in one file past the limit.
fn cut_faults(read: &mut Vec<Read>, limits: &Limits) {
    let count: usize = read.iter().map(|one| one.findings.len()).sum();
    if count > limits.length(Limit::Faults) {
        let mut findings = read.iter_mut().flat_map(|one| std::mem::take(&mut one.findings)).collect();
        cut(&mut findings, limits);
        read.push(Read { findings, ..Read::default() });
    }
}

struct Reader<'a> {
    file: &'a SourceFile,
    document: &'a Document,
    index: usize,
    read: Vec<Read>,
}

impl Reader<'_> {
    fn file(&mut self) {
        let root = self.document.tree.root();
        match &self.file.place {
            Place::One(kind, stem) => self.one(*kind, stem.clone(), root),
            Place::Records(kind, stem) => self.one(*kind, stem.clone(), root),
            Place::Page(stem) => self.one(Kind::Page, stem.clone(), root),
            Place::List(kind) => self.list(*kind, root),
            Place::Settings | Place::Picture | Place::Template(_) | Place::Nowhere => {}
        }
    }

    fn list(&mut self, kind: Kind, root: Option<NodeId>) {
        let Some(root) = root else { return };
        let tree = &self.document.tree;
        let NodeKind::Sequence(items) = tree.node(root).kind else {
            let message = format!("`{}` must be a list, each entry starting with `- `", self.file.path);
            let finding =
                Diagnostic::new(&VALUE_TYPE, message, Label::new(self.document.file, tree.head(root), ""))
                    .with_help(format!("write `- id: …` for each {}", kind.name()));
            self.read.push(Read { findings: vec![finding], ..Read::default() });
            return;
        };
        let Some(shapes) = shapes::of(kind) else { return };
        let shape = shapes::in_list(&shapes.data);
        for item in items {
            let key = if kind == Kind::Term { "term" } else { "id" };
            let id = tree.entry(*item, key).and_then(|(_, id)| tree.text(id)).unwrap_or("");
            let id = if kind == Kind::Term { slug(id) } else { id.to_owned() };
            let read = self.entity(kind, id, Some(*item), &shape, None);
            self.read.push(read);
        }
    }

    fn one(&mut self, kind: Kind, id: String, root: Option<NodeId>) {
        let Some(shapes) = shapes::of(kind) else { return };
        let body = self.document.body.filter(|body| !body.slice(&self.file.text).trim().is_empty());
        let shape = if body.is_some() { &shapes.with_body } else { &shapes.data };
        let mut read = self.entity(kind, id, root, shape, body);
        if let Some(twice) = self.body_twice(kind, root, body) {
            read.findings.push(twice);
        }
        self.read.push(read);
    }

    /// The text below the head fills a field; writing that field in the head as well says it twice.
    fn body_twice(&self, kind: Kind, root: Option<NodeId>, body: Option<Span>) -> Option<Diagnostic> {
        let (name, body, root) = (kinds::body_field(kind)?, body?, root?);
        let (key, _) = self.document.tree.entry(root, name)?;
        let file = self.document.file;
        let span = self.document.tree.span(key);
        let below = Span::at(body.start as usize);
        Some(
            Diagnostic::new(
                &KEY_TWICE,
                format!("`{name}` is written twice"),
                Label::new(file, span, "once here"),
            )
            .with_related(Label::new(file, below, "and once as the text below the head"))
            .with_help("keep one of the two"),
        )
    }

    fn entity(
        &self,
        kind: Kind,
        id: String,
        node: Option<NodeId>,
        shape: &Shape,
        body: Option<Span>,
    ) -> Read {
        let document = self.document;
        let mut entry = Entry {
            kind,
            id,
            file: document.file,
            document: self.index,
            node,
            body,
            sound: document.sound,
            references: Vec::new(),
            texts: Vec::new(),
            declared: Vec::new(),
        };
        let mut findings = Vec::new();
        if let Some(node) = node {
            let text = &self.file.text;
            let format = |format: &str, text: &str| {
                check_format(format, text).map_err(|error| (error.message, error.suggestion))
            };
            let (tree, kind) = (&document.tree, Some(kind));
            let scope = Scope { file: document.file, text, tree, kind, id: &entry.id, format };
            let checked = schema::check(scope, shape, node);
            entry.sound &= checked.sound;
            entry.references = checked.references;
            entry.texts = checked.texts;
            entry.declared = checked.declared;
            findings = checked.findings;
        }
        let typed = if entry.sound { self.typed(&entry, &mut findings) } else { None };
        entry.sound = typed.is_some();
        Read { entry: Some(entry), typed, findings }
    }

    fn typed(&self, entry: &Entry, findings: &mut Vec<Diagnostic>) -> Option<Typed> {
        let tree = &self.document.tree;
        let mut data = entry
            .node
            .map_or_else(|| Value::Mapping(serde_yaml::Mapping::new()), |node| value::value(tree, node));
        if let Value::Mapping(mapping) = &mut data {
            mapping.shift_remove("id");
            if let (Some(field), Some(body)) = (kinds::body_field(entry.kind), entry.body) {
                mapping.insert(field.into(), body.slice(&self.file.text).into());
            }
        }
        match Typed::read(entry.kind, data)? {
            Ok(typed) => Some(typed),
            Err(error) => {
                let span = entry.node.map_or(Span::at(0), |node| tree.head(node));
                let message = format!("this {} cannot be read: {error}", entry.kind.name());
                findings.push(Diagnostic::new(&VALUE_BAD, message, Label::new(self.document.file, span, "")));
                None
            }
        }
    }
}
