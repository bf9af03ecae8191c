//! One thing of a charter in plain words: what it says, what it names and what names it. Entry point: [`card`], then
//! [`write::text`] and [`write::json`].

pub mod write;

use std::collections::BTreeSet;

use crate::document::mention::{Mention, find as mentions};
use crate::document::{Document, NodeId, NodeKind, Tree};
use crate::model::value::Date;
use crate::model::{Charter, Entry, Registry};
use crate::source::{Kind, LineIndex, Snapshot};

/// What a card is made from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The files.
    pub snapshot: &'a Snapshot,
    /// The files, read.
    pub documents: &'a [Document],
    /// Every entity, sound or not.
    pub registry: &'a Registry,
    /// The entities that have their shape.
    pub charter: &'a Charter,
    /// The day.
    pub as_of: Date,
}

/// One thing of a charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The file it stands in, from the charter's folder.
    pub path: String,
    /// The line at which it begins.
    pub line: usize,
    /// Its fields in the order of the file: name and value, one line each.
    pub fields: Vec<(String, Vec<String>)>,
    /// Who fills it on the day, with what is said of them; for roles.
    pub holders: Vec<String>,
    /// What it names.
    pub names: Vec<Link>,
    /// What names it.
    pub named_by: Vec<Link>,
}

/// A reference from one thing to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// The kind of the other thing.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The field in which the reference stands; `text` for words.
    pub field: String,
}

/// Returns the card of a thing; `None` where there is none.
pub fn card(source: &Source<'_>, kind: Kind, id: &str) -> Option<Card> {
    let Source { snapshot, documents, registry, .. } = source;
    let named = registry.find(kind, id)?;
    let entry = registry.entry(named.entry);
    let tree = &documents[entry.document].tree;
    let node = match named.inside {
        None => entry.node,
        Some(inside) => declaring(tree, entry.node?, inside),
    };
    let file = snapshot.file(entry.file);
    let (_, span) = registry.place(named, documents);
    let line = LineIndex::new(&file.text).position(&file.text, span.start as usize).line;
    let mut fields = node.map_or_else(Vec::new, |node| fields(tree, node));
    if let (Some(body), None) = (entry.body, named.inside) {
        let text = body.slice(&file.text).trim();
        if !text.is_empty() {
            fields.push(("text".to_owned(), text.lines().map(str::to_owned).collect()));
        }
    }
    Some(Card {
        kind,
        id: id.to_owned(),
        name: source.name(kind, id),
        path: file.path.clone(),
        line,
        fields,
        holders: source.holders(kind, id),
        names: source.links((kind, id), false),
        named_by: source.links((kind, id), true),
    })
}

/// A kind and an id.
type Key<'a> = (Kind, &'a str);

impl Source<'_> {
    fn name(&self, kind: Kind, id: &str) -> String {
        let own = self.registry.title(kind, id, self.documents);
        own.unwrap_or_else(|| match kind {
            Kind::Acknowledgement => self.name(Kind::Person, id),
            _ => id.to_owned(),
        })
    }

    /// Says who fills a role on the day.
    fn holders(&self, kind: Kind, id: &str) -> Vec<String> {
        let Some(role) = self.charter.roles.get(id).filter(|_| kind == Kind::Role) else { return Vec::new() };
        let holders = self.charter.holders(role, self.as_of).into_iter();
        let said = holders.map(|holder| {
            let acting = if holder.acting { ", standing in" } else { "" };
            let until = holder.until.map(|day| format!(" until {}", day.long())).unwrap_or_default();
            let cap = holder.cap.map(|cap| format!(", up to {}", cap.display_long())).unwrap_or_default();
            format!("{}{acting}{until}{cap}", holder.person.name)
        });
        said.collect()
    }

    /// Returns what a thing names, or, `backwards`, what names it.
    fn links(&self, thing: Key<'_>, backwards: bool) -> Vec<Link> {
        let mut found = BTreeSet::new();
        for entry in self.registry.entries().filter(|entry| !entry.id.is_empty()) {
            let from = (entry.kind, entry.id.as_str());
            if from != thing && !backwards {
                continue;
            }
            for (to, field) in self.targets(entry).into_iter().filter(|(to, _)| *to != from) {
                let other = if backwards { (to == thing).then_some(from) } else { Some(to) };
                if let Some((kind, id)) = other {
                    found.insert(Link { kind, id: id.to_owned(), name: self.name(kind, id), field });
                }
            }
        }
        found.into_iter().collect()
    }

    /// Returns what an entry names, each with the field.
    fn targets<'a>(&'a self, entry: &'a Entry) -> Vec<(Key<'a>, String)> {
        let tree = &self.documents[entry.document].tree;
        let mut targets = Vec::new();
        for found in &entry.references {
            let Some(id) = tree.text(found.node) else { continue };
            let key = found.reference.kinds.iter().find_map(|kind| self.key(*kind, id));
            targets.extend(key.map(|key| (key, unnumbered(&entry.field(tree, found.node)))));
        }
        let file = &self.snapshot.file(entry.file).text;
        let body = entry.body.map(|body| body.slice(file)).into_iter();
        let texts = entry.texts.iter().filter_map(|(node, _)| tree.text(*node)).chain(body);
        for (_, inside) in texts.flat_map(mentions) {
            let mention = Mention::parse(inside);
            let key = Kind::from_name(mention.kind).and_then(|kind| self.key(kind, mention.id));
            targets.extend(key.map(|key| (key, "text".to_owned())));
        }
        targets
    }

    /// Returns an id as the registry keeps it.
    fn key(&self, kind: Kind, id: &str) -> Option<Key<'_>> {
        let named = self.registry.find(kind, id)?;
        let entry = self.registry.entry(named.entry);
        let own = named.inside.is_none().then_some(entry.id.as_str());
        let inside = || self.documents[entry.document].tree.text(named.inside?);
        Some((kind, own.or_else(inside)?))
    }
}

/// Returns the fields of a mapping, values as lines.
fn fields(tree: &Tree, node: NodeId) -> Vec<(String, Vec<String>)> {
    let NodeKind::Mapping(entries) = &tree.node(node).kind else {
        return vec![("entries".to_owned(), values(tree, node))];
    };
    let fields = entries.iter().map(|(key, value)| {
        let name = tree.text(*key).unwrap_or("").to_owned();
        (name, values(tree, *value))
    });
    fields.filter(|(name, lines)| name != "id" && !lines.is_empty()).collect()
}

/// Returns a value in lines: an item of a list each, texts as they are written.
fn values(tree: &Tree, node: NodeId) -> Vec<String> {
    match tree.node(node).kind {
        NodeKind::Scalar(scalar) => scalar.text.trim().lines().map(str::to_owned).collect(),
        NodeKind::Sequence(items) => items.iter().map(|item| inline(tree, *item)).collect(),
        NodeKind::Mapping(_) => vec![inline(tree, node)],
        NodeKind::Refused => Vec::new(),
    }
}

/// Returns a value in one line.
fn inline(tree: &Tree, node: NodeId) -> String {
    match tree.node(node).kind {
        NodeKind::Scalar(scalar) => scalar.text.split_whitespace().collect::<Vec<_>>().join(" "),
        NodeKind::Sequence(items) => {
            items.iter().map(|item| inline(tree, *item)).collect::<Vec<_>>().join(", ")
        }
        NodeKind::Mapping(entries) => {
            let entry = |(key, value): &(NodeId, NodeId)| {
                format!("{}: {}", tree.text(*key).unwrap_or(""), inline(tree, *value))
            };
            entries.iter().map(entry).collect::<Vec<_>>().join("; ")
        }
        NodeKind::Refused => String::new(),
    }
}

fn unnumbered(path: &str) -> String {
    let named = path.split('/').filter(|part| !part.bytes().all(|byte| byte.is_ascii_digit()));
    named.collect::<Vec<_>>().join("/")
}

/// Returns the mapping that declares an id.
fn declaring(tree: &Tree, start: NodeId, id: NodeId) -> Option<NodeId> {
    let lists = tree.entries(start).iter().flat_map(|(_, list)| tree.items(*list));
    lists.copied().find(|item| tree.entry(*item, "id").is_some_and(|(_, found)| found == id))
}
