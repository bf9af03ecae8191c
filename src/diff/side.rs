//! One side of a comparison, and the things in it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, OnceLock};

use crate::config::Settings;
use crate::diagnostic::{Diagnostic, Rule};
use crate::diff::change::{Spot, Unread};
use crate::diff::content::{self, Content};
use crate::document::schema::{Object, Shape};
use crate::document::{Document, NodeId, NodeKind, Tree};
use crate::model::kinds::{body_field, schema_of};
use crate::model::value::Date;
use crate::model::{Charter, Registry};
use crate::source::{FileId, Kind, LineIndex, Place, Snapshot, Span};

/// A charter that was read and checked.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The files.
    pub snapshot: &'a Snapshot,
    /// The files, read.
    pub documents: &'a [Document],
    /// Every entity, sound or not.
    pub registry: &'a Registry,
    /// The entities that have their shape.
    pub charter: &'a Charter,
    /// The settings of the tool.
    pub settings: &'a Settings,
    /// What is wrong, in the order of reports.
    pub findings: &'a [Diagnostic],
    /// Every rule there is.
    pub rules: &'a [&'static Rule],
    /// The day.
    pub as_of: Date,
}

static SHAPES: LazyLock<BTreeMap<Kind, Shape>> = LazyLock::new(|| {
    let shape = |kind| (kind, Shape::from_schema(schema_of(kind).as_value()));
    Kind::ALL.into_iter().map(shape).collect()
});

/// Returns the fields of a kind.
pub(super) fn object(kind: Kind) -> &'static Object {
    static NOTHING: Object = Object { fields: Vec::new(), entity: None };
    match SHAPES.get(&kind) {
        Some(Shape::Object(object)) => object,
        Some(_) | None => &NOTHING,
    }
}

/// Where the lines of files start, counted once for each file.
#[derive(Debug, Default)]
pub(super) struct Lines(BTreeMap<FileId, OnceLock<LineIndex>>);

impl Lines {
    /// Makes room for the files of a side.
    pub(super) fn of(side: &Side<'_>) -> Self {
        Self(side.snapshot.files().map(|(id, _)| (id, OnceLock::new())).collect())
    }
}

/// Names a thing: its kind, its id, and its number among those with the same id.
pub(super) type Key = (Kind, String, usize);

/// Something with an id: an entity, or what is declared inside one.
#[derive(Clone, Debug)]
pub(super) struct Thing {
    /// What it says.
    pub(super) content: Content,
    /// Its file.
    pub(super) file: FileId,
    /// Index of its document.
    pub(super) document: usize,
    /// Its outermost node.
    pub(super) node: Option<NodeId>,
    /// The Markdown below its head.
    pub(super) body: Option<Span>,
    /// Whether its file could be read.
    pub(super) readable: bool,
}

impl<'a> Side<'a> {
    /// Returns everything in the files that `wanted` takes.
    pub(super) fn things(&self, wanted: impl Fn(FileId) -> bool) -> BTreeMap<Key, Thing> {
        let mut things = BTreeMap::new();
        let mut numbers: BTreeMap<(Kind, String), usize> = BTreeMap::new();
        let mut add = |kind: Kind, id: &str, thing: Thing| {
            let number = numbers.entry((kind, id.to_owned())).or_default();
            things.insert((kind, id.to_owned(), *number), thing);
            *number += 1;
        };
        for entry in self.registry.entries().filter(|entry| wanted(entry.file)) {
            let document = &self.documents[entry.document];
            let mut thing = Thing {
                content: Content::Map(BTreeMap::new()),
                file: entry.file,
                document: entry.document,
                node: entry.node,
                body: entry.body,
                readable: document.sound,
            };
            let shape = SHAPES.get(&entry.kind).unwrap_or(&Shape::Any);
            thing.content = self.content(&document.tree, entry.node, shape);
            if let Content::Map(fields) = &mut thing.content {
                fields.remove("id");
                let text = entry.body.map_or("", |body| body.slice(&self.snapshot.file(entry.file).text));
                if let Some(field) = body_field(entry.kind)
                    && !text.trim().is_empty()
                {
                    fields.insert(field.to_owned(), Content::Text(text.replace("\r\n", "\n")));
                }
            }
            self.take_inside(&mut thing, entry.kind, &mut add);
            add(entry.kind, &entry.id, thing);
        }
        things
    }

    fn content(&self, tree: &Tree, node: Option<NodeId>, shape: &Shape) -> Content {
        let list = node.is_some_and(|node| matches!(tree.node(node).kind, NodeKind::Sequence(_)));
        let records = Shape::List(Box::new(shape.clone()), 0);
        let shape = if list { &records } else { shape };
        let content = node.and_then(|node| content::read(tree, node, shape));
        content.unwrap_or_else(|| Content::Map(BTreeMap::new()))
    }

    /// Takes what has an id of its own out of a thing.
    fn take_inside(&self, thing: &mut Thing, kind: Kind, add: &mut impl FnMut(Kind, &str, Thing)) {
        let tree = &self.documents[thing.document].tree;
        for field in &object(kind).fields {
            let Some(own) = own_kind(&field.shape) else { continue };
            let list = thing.node.and_then(|node| tree.entry(node, &field.name)).map(|(_, list)| list);
            let nodes: Vec<NodeId> = list.map_or_else(Vec::new, |list| tree.items(list).to_vec());
            for node in nodes {
                let shape = SHAPES.get(&own).unwrap_or(&Shape::Any);
                let mut content = self.content(tree, Some(node), shape);
                let id = content.field("id").to_owned();
                if let Content::Map(fields) = &mut content {
                    fields.remove("id");
                }
                add(own, &id, Thing { content, node: Some(node), body: None, ..thing.clone() });
            }
            if let Content::Map(fields) = &mut thing.content {
                fields.remove(&field.name);
            }
        }
    }

    /// Returns the place of a field of a thing; entries of lists are found by what names them.
    pub(super) fn spot(&self, lines: &Lines, thing: &Thing, path: &[String]) -> Spot {
        let tree = &self.documents[thing.document].tree;
        let offset = match (thing.node, thing.body) {
            (Some(node), body) => {
                let found = descend(tree, node, path);
                match (found == node && !path.is_empty(), body) {
                    (true, Some(body)) => body.start as usize,
                    (true | false, _) => tree.head(found).start as usize,
                }
            }
            (None, Some(body)) => body.start as usize,
            (None, None) => 0,
        };
        self.at(lines, thing.file, offset)
    }

    /// Returns the place of an offset in a file.
    pub(super) fn at(&self, lines: &Lines, id: FileId, offset: usize) -> Spot {
        let file = self.snapshot.file(id);
        let index = || LineIndex::new(&file.text);
        let position = match lines.0.get(&id) {
            Some(known) => known.get_or_init(index).position(&file.text, offset.min(file.text.len())),
            None => index().position(&file.text, offset.min(file.text.len())),
        };
        Spot { path: file.path.clone(), line: position.line, column: position.column }
    }

    /// Returns what an entity is called, where it has a name.
    pub(super) fn name(&self, kind: Kind, id: &str) -> Option<String> {
        self.registry.title(kind, id, self.documents)
    }

    /// Returns the files that could not be read, of those that `wanted` takes.
    pub(super) fn unread(&self, before: bool, wanted: impl Fn(FileId) -> bool) -> Vec<Unread> {
        let sound: BTreeSet<FileId> = self
            .documents
            .iter()
            .filter(|document| document.sound && self.has_its_form(document))
            .map(|document| document.file)
            .collect();
        let files = self.snapshot.files().filter(|(id, file)| {
            let data = !matches!(file.place, Place::Template(_) | Place::Picture);
            wanted(*id) && !sound.contains(id) && (data || file.oddity.is_some())
        });
        files.map(|(id, file)| self.unread_file(before, id, &file.path)).collect()
    }

    /// Says whether a list is a list.
    fn has_its_form(&self, document: &Document) -> bool {
        let is_list = matches!(self.snapshot.file(document.file).place, Place::List(_) | Place::Records(..));
        let root = document.tree.root().map(|root| document.tree.node(root).kind);
        !is_list || matches!(root, Some(NodeKind::Sequence(_)))
    }

    fn unread_file(&self, before: bool, id: FileId, path: &str) -> Unread {
        let finding = self.findings.iter().find(|finding| finding.primary.file == id);
        let reason =
            finding.map_or_else(|| "it cannot be read".to_owned(), |finding| finding.message.clone());
        Unread { before, path: path.to_owned(), reason }
    }
}

/// Returns the kind of what stands in a list with ids of its own.
pub(super) fn own_kind(shape: &Shape) -> Option<Kind> {
    match shape {
        Shape::List(item, _) => match &**item {
            Shape::Object(object) => object.entity,
            _ => None,
        },
        _ => None,
    }
}

/// Goes down a path as far as there is something; an entry of a list is found by its own text or by what names it.
fn descend(tree: &Tree, start: NodeId, path: &[String]) -> NodeId {
    let mut node = start;
    for part in path {
        let next = match tree.node(node).kind {
            NodeKind::Mapping(_) => tree.entry(node, part).map(|(_, value)| value),
            NodeKind::Sequence(items) => items.iter().copied().find(|item| is_named(tree, *item, part)),
            NodeKind::Scalar(_) | NodeKind::Refused => None,
        };
        match next {
            Some(next) => node = next,
            None => break,
        }
    }
    node
}

fn is_named(tree: &Tree, item: NodeId, name: &str) -> bool {
    let own = tree.text(item).is_some_and(|text| content::words(text) == name);
    own || ["id", "person", "offer", "name", "month", "by", "when", "who", "policy"]
        .iter()
        .any(|key| tree.entry(item, key).and_then(|(_, value)| tree.text(value)) == Some(name))
}
