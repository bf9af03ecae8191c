//! Every entity by kind and id, whether it could be read or not, with its place and what it refers to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use crate::document::markdown::outline;
use crate::document::schema::{Declared, Found};
use crate::document::{Document, NodeId, Tree};
use crate::source::{FileId, Kind, Span};

/// One entity as it stands in the files.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// The file it stands in.
    pub file: FileId,
    /// Index of the file's document.
    pub document: usize,
    /// Its outermost node; `None` where the file has no data.
    pub node: Option<NodeId>,
    /// The Markdown below its head.
    pub body: Option<Span>,
    /// Whether it has its shape; checks of meaning leave others alone.
    pub sound: bool,
    /// What its fields refer to.
    pub references: Vec<Found>,
    /// Texts that may hold references, with whether they are Markdown.
    pub texts: Vec<(NodeId, bool)>,
    /// Ids declared inside it.
    pub declared: Vec<Declared>,
}

impl Entry {
    /// Returns the path of the field whose key or value a node is; `tree` is that of the entry's document.
    pub fn field(&self, tree: &Tree, node: NodeId) -> String {
        self.node.map_or_else(String::new, |own| tree.path(own, node))
    }
}

/// Where something with an id stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Index of the entry it is, or lies inside of.
    pub entry: usize,
    /// The node of its id, where it is declared inside an entry.
    pub inside: Option<NodeId>,
}

/// Every entity of a charter. Entries come in the order of files and of the text.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    /// Shared with the registries of excerpts.
    entries: Vec<Arc<Entry>>,
    names: BTreeMap<Kind, BTreeMap<String, Named>>,
    gaps: BTreeSet<Kind>,
    /// Of each entry the anchors in its text, once somebody asked for one.
    anchors: Vec<OnceLock<BTreeSet<String>>>,
}

impl Registry {
    /// Builds the registry; of two things with one id the first counts.
    pub(super) fn new(entries: Vec<Arc<Entry>>, documents: &[Document], gaps: BTreeSet<Kind>) -> Self {
        let mut names: BTreeMap<Kind, BTreeMap<String, Named>> = BTreeMap::new();
        for (index, entry) in entries.iter().enumerate() {
            // An entry without an id was reported; nothing can name it.
            if !entry.id.is_empty() {
                let named = Named { entry: index, inside: None };
                names.entry(entry.kind).or_default().entry(entry.id.clone()).or_insert(named);
            }
            for declared in &entry.declared {
                if let Some(id) = documents[entry.document].tree.text(declared.node) {
                    let named = Named { entry: index, inside: Some(declared.node) };
                    names.entry(declared.kind).or_default().entry(id.to_owned()).or_insert(named);
                }
            }
        }
        let anchors = vec![OnceLock::new(); entries.len()];
        Self { entries, names, gaps, anchors }
    }

    /// Returns the anchors in the text below an entry's head: its headings and statements. `text` is its file's.
    pub(super) fn anchors(&self, entry: usize, text: &str) -> &BTreeSet<String> {
        self.anchors[entry].get_or_init(|| {
            let outline = outline(self.entries[entry].body.unwrap_or(Span::at(0)).slice(text));
            let statements = outline.statements.into_iter().map(|statement| statement.id);
            outline.headings.into_iter().map(|heading| heading.anchor).chain(statements).collect()
        })
    }

    /// Returns the registry without some entries. Their places stay, empty, so that indices still hold.
    pub(super) fn without(&self, taken: &BTreeSet<usize>) -> Self {
        let mut entries = Vec::with_capacity(self.entries.len());
        for (index, entry) in self.entries.iter().enumerate() {
            let Entry { kind, file, document, .. } = **entry;
            entries.push(if taken.contains(&index) {
                Arc::new(Entry {
                    kind,
                    id: String::new(),
                    file,
                    document,
                    node: None,
                    body: None,
                    sound: false,
                    references: Vec::new(),
                    texts: Vec::new(),
                    declared: Vec::new(),
                })
            } else {
                Arc::clone(entry)
            });
        }
        let mut names = self.names.clone();
        for ids in names.values_mut() {
            ids.retain(|_, named| !taken.contains(&named.entry));
        }
        let anchors = vec![OnceLock::new(); entries.len()];
        Self { entries, names, gaps: self.gaps.clone(), anchors }
    }

    /// Iterates over every name: its kind, its id and where it stands.
    pub(super) fn names(&self) -> impl Iterator<Item = (Kind, &str, Named)> {
        self.names.iter().flat_map(|(kind, ids)| ids.iter().map(|(id, named)| (*kind, id.as_str(), *named)))
    }

    /// Returns every entry.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> + ExactSizeIterator + Clone {
        self.entries.iter().map(Arc::as_ref)
    }

    /// Returns the entry at an index that this registry gave.
    pub fn entry(&self, index: usize) -> &Entry {
        &self.entries[index]
    }

    /// Returns where the thing of this kind and id stands.
    pub fn find(&self, kind: Kind, id: &str) -> Option<Named> {
        self.names.get(&kind)?.get(id).copied()
    }

    /// Says whether every thing of this kind is here; where one could not be read, a name may well be its.
    pub fn is_whole(&self, kind: Kind) -> bool {
        !self.gaps.contains(&kind)
    }

    /// Says whether the whole charter could be read and has its shape.
    pub fn is_sound(&self) -> bool {
        self.gaps.is_empty() && self.entries.iter().all(|entry| entry.sound)
    }

    /// Iterates over the ids of a kind, in order.
    pub fn ids(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.names.get(&kind).into_iter().flat_map(|ids| ids.keys().map(String::as_str))
    }

    /// Iterates over the kinds in which something has this id.
    pub fn kinds_of<'a>(&'a self, id: &'a str) -> impl Iterator<Item = Kind> + 'a {
        self.names.iter().filter(move |(_, ids)| ids.contains_key(id)).map(|(kind, _)| *kind)
    }

    /// Returns what the files call a thing, as one line, where it has a name.
    pub fn title(&self, kind: Kind, id: &str, documents: &[Document]) -> Option<String> {
        let named = self.find(kind, id)?;
        let entry = self.entry(named.entry);
        let tree = &documents[entry.document].tree;
        let node = match named.inside {
            None => entry.node?,
            Some(inside) => declaring(tree, entry.node?, inside)?,
        };
        let field = match kind {
            Kind::Policy | Kind::Page => "title",
            Kind::Term => "term",
            Kind::Goal | Kind::Norm => "text",
            _ => "name",
        };
        let text = tree.entry(node, field).and_then(|(_, name)| tree.text(name))?;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(text)
    }

    /// Returns the place to point at for something with an id: its id, or the head of its file.
    pub fn place(&self, named: Named, documents: &[Document]) -> (FileId, Span) {
        let entry = self.entry(named.entry);
        let tree = &documents[entry.document].tree;
        let id_in_list = entry.node.and_then(|node| tree.entry(node, "id")).map(|(_, id)| id);
        let span = match (named.inside.or(id_in_list), entry.node) {
            (Some(id), _) => tree.span(id),
            (None, Some(node)) => tree.head(node),
            (None, None) => Span::at(0),
        };
        (entry.file, span)
    }
}

/// Returns the mapping that declares an id.
fn declaring(tree: &Tree, start: NodeId, id: NodeId) -> Option<NodeId> {
    let lists = tree.entries(start).iter().flat_map(|(_, list)| tree.items(*list));
    lists.copied().find(|item| tree.entry(*item, "id").is_some_and(|(_, found)| found == id))
}
