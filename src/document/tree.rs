//! A YAML text as a small tree that knows the place of every key and value.

use std::borrow::Cow;
use std::sync::Arc;

use crate::source::Span;

/// Names one node of a [`Tree`]; of two nodes the one that begins first has the smaller id, a list or mapping before what
/// is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

/// A YAML text as nodes with places.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// Never written to once they are read, so that charters that share a file share them.
    pub(super) parts: Arc<Parts>,
    pub(super) root: Option<NodeId>,
}

/// What the nodes of a tree are made of. A file has thousands of them, so they keep no text and no list of their own.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// The text of the whole file, which most scalars are a piece of.
    pub(super) source: Arc<str>,
    /// The scalars that are no piece of the file, because of escapes or line breaks, one after the other.
    pub(super) unfolded: Box<str>,
    pub(super) nodes: Box<[Stored]>,
    /// The items of all lists.
    pub(super) items: Box<[NodeId]>,
    /// The entries of all mappings.
    pub(super) entries: Box<[(NodeId, NodeId)]>,
}

impl Parts {
    fn slice(&self, text: Span, is_unfolded: bool) -> &str {
        text.slice(if is_unfolded { &self.unfolded } else { &self.source })
    }
}

/// A node as it is kept: ranges instead of texts and lists.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stored {
    pub(super) span: Span,
    pub(super) kind: StoredKind,
}

/// What a node is, as it is kept.
#[derive(Clone, Copy, Debug)]
pub(super) enum StoredKind {
    /// Its text, in the source or among the unfolded ones.
    Scalar {
        text: Span,
        is_unfolded: bool,
        plain: bool,
    },
    /// Its items, as a range of all.
    Sequence(Span),
    /// Its entries, as a range of all.
    Mapping(Span),
    Refused,
}

/// A scalar, list or mapping with its place in the file.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a> {
    /// Where it stands in the file; quotes are part of it, the indicator of a block scalar is not.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind<'a>,
}

/// What a node is.
#[derive(Clone, Copy, Debug)]
pub enum NodeKind<'a> {
    /// Text, a number, a yes or no, or nothing.
    Scalar(Scalar<'a>),
    /// A list.
    Sequence(&'a [NodeId]),
    /// Keys and values, in the order of the text, repeated keys included.
    Mapping(&'a [(NodeId, NodeId)]),
    /// Something that is not read: an alias, a tagged value. It was reported where it stands.
    Refused,
}

/// The text of a scalar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scalar<'a> {
    /// The text after quotes and escapes are taken away.
    pub text: &'a str,
    /// Whether it was written without quotes, so that YAML gives some texts another meaning.
    pub plain: bool,
}

impl Tree {
    /// Returns the node with this id; ids come from this tree only.
    pub fn node(&self, id: NodeId) -> Node<'_> {
        let parts = &*self.parts;
        let Stored { span, kind } = parts.nodes[id.0 as usize];
        let kind = match kind {
            StoredKind::Scalar { text, is_unfolded, plain } => {
                NodeKind::Scalar(Scalar { text: parts.slice(text, is_unfolded), plain })
            }
            StoredKind::Sequence(items) => NodeKind::Sequence(&parts.items[items.range()]),
            StoredKind::Mapping(entries) => NodeKind::Mapping(&parts.entries[entries.range()]),
            StoredKind::Refused => NodeKind::Refused,
        };
        Node { span, kind }
    }

    /// Returns where a node stands.
    pub fn span(&self, id: NodeId) -> Span {
        self.parts.nodes[id.0 as usize].span
    }

    /// Says whether a node is a scalar of this text.
    fn is(&self, id: NodeId, text: &str) -> bool {
        match self.parts.nodes[id.0 as usize].kind {
            // Most names differ in length, so that none of the two texts need be looked at.
            StoredKind::Scalar { text: span, is_unfolded, .. } => {
                span.range().len() == text.len() && self.parts.slice(span, is_unfolded) == text
            }
            StoredKind::Sequence(_) | StoredKind::Mapping(_) | StoredKind::Refused => false,
        }
    }

    /// Returns the outermost node; `None` where the text holds no data.
    pub fn root(&self) -> Option<NodeId> {
        self.root
    }

    /// Returns the text of a scalar.
    pub fn text(&self, id: NodeId) -> Option<&str> {
        let parts = &*self.parts;
        match parts.nodes[id.0 as usize].kind {
            StoredKind::Scalar { text, is_unfolded, .. } => Some(parts.slice(text, is_unfolded)),
            StoredKind::Sequence(_) | StoredKind::Mapping(_) | StoredKind::Refused => None,
        }
    }

    /// Returns the entries of a mapping; none for any other node.
    pub fn entries(&self, id: NodeId) -> &[(NodeId, NodeId)] {
        match self.parts.nodes[id.0 as usize].kind {
            StoredKind::Mapping(entries) => &self.parts.entries[entries.range()],
            StoredKind::Scalar { .. } | StoredKind::Sequence(_) | StoredKind::Refused => &[],
        }
    }

    /// Returns the items of a list; none for any other node.
    pub fn items(&self, id: NodeId) -> &[NodeId] {
        match self.node(id).kind {
            NodeKind::Sequence(items) => items,
            NodeKind::Scalar(_) | NodeKind::Mapping(_) | NodeKind::Refused => &[],
        }
    }

    /// Returns the key and value of the first entry named `key`.
    pub fn entry(&self, mapping: NodeId, key: &str) -> Option<(NodeId, NodeId)> {
        self.entries(mapping).iter().copied().find(|(name, _)| self.is(*name, key))
    }

    /// Returns the node at a field path such as `approval/2/by`, from `start`.
    pub fn at(&self, start: NodeId, path: &str) -> Option<NodeId> {
        path.split('/').filter(|part| !part.is_empty()).try_fold(start, |node, part| {
            match self.node(node).kind {
                NodeKind::Sequence(items) => items.get(part.parse::<usize>().ok()?).copied(),
                NodeKind::Mapping(_) => self.entry(node, part).map(|(_, value)| value),
                // A lone value stands for a list of one.
                NodeKind::Scalar(_) => (part == "0").then_some(node),
                NodeKind::Refused => None,
            }
        })
    }

    /// Returns the field path from one node to another inside it, such as `approval/2/by`; of a key it is that of its
    /// value.
    pub fn path(&self, from: NodeId, to: NodeId) -> String {
        let mut path = String::new();
        let mut node = from;
        while node != to {
            let (part, inside) = match self.node(node).kind {
                NodeKind::Sequence(items) => {
                    let Some(index) = items.partition_point(|item| *item <= to).checked_sub(1) else { break };
                    (Cow::from(index.to_string()), items[index])
                }
                NodeKind::Mapping(entries) => {
                    let Some(index) = entries.partition_point(|(key, _)| *key <= to).checked_sub(1) else {
                        break;
                    };
                    let (key, value) = entries[index];
                    (Cow::from(self.text(key).unwrap_or("")), if to < value { to } else { value })
                }
                NodeKind::Scalar(_) | NodeKind::Refused => break,
            };
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(&part);
            node = inside;
        }
        path
    }

    /// Returns the smallest place that stands for a node: a mapping's first key, a list's first item, else itself.
    pub fn head(&self, id: NodeId) -> Span {
        let node = self.node(id);
        match node.kind {
            NodeKind::Mapping(entries) => entries.first().map_or(node.span, |(key, _)| self.span(*key)),
            NodeKind::Sequence(items) => items.first().map_or(node.span, |item| self.head(*item)),
            NodeKind::Scalar(_) | NodeKind::Refused => node.span,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{NodeId, NodeKind, Tree};
    use crate::document::read;
    use crate::source::Snapshot;

    const TEXT: &str = "\
name: \"Café \\\"é\\\"\"
steps:
  - {up_to: 5 GBP, by: [ada, 'ben''s']}
  - up_to: none
    why: >
      Folded
      text.
  - plain
empty:
";

    fn tree() -> Tree {
        let (documents, findings) = read(&Snapshot::from_texts([("roles/x.yaml", TEXT)]));
        assert!(findings.is_empty(), "{findings:#?}");
        documents[0].tree.clone()
    }

    /// Returns the nodes below one, each with the path to it.
    fn below(tree: &Tree, node: NodeId, path: &str) -> Vec<(NodeId, String)> {
        let inside = |part: &str| if path.is_empty() { part.to_owned() } else { format!("{path}/{part}") };
        let children: Vec<(NodeId, String)> = match tree.node(node).kind {
            NodeKind::Sequence(items) => {
                items.iter().zip(0..).map(|(item, at)| (*item, inside(&format!("{at}")))).collect()
            }
            NodeKind::Mapping(entries) => {
                entries.iter().map(|(key, value)| (*value, inside(tree.text(*key).unwrap()))).collect()
            }
            NodeKind::Scalar(_) | NodeKind::Refused => Vec::new(),
        };
        let deeper = children.iter().flat_map(|(child, path)| below(tree, *child, path)).collect::<Vec<_>>();
        children.into_iter().chain(deeper).collect()
    }

    #[test]
    fn the_path_of_every_node_leads_to_it() {
        let tree = tree();
        let root = tree.root().unwrap();
        let nodes = below(&tree, root, "");
        assert_eq!(nodes.len(), 12);
        for (node, path) in nodes {
            assert_eq!(tree.path(root, node), path);
            assert_eq!(tree.at(root, &path), Some(node), "{path}");
            for (key, _) in tree.entries(node) {
                assert_eq!(tree.path(root, *key), format!("{path}/{}", tree.text(*key).unwrap()));
            }
        }
        let third = tree.at(root, "steps/0/by/1").unwrap();
        assert_eq!(tree.path(tree.at(root, "steps/0").unwrap(), third), "by/1");
    }

    #[test]
    fn scalars_read_alike_as_pieces_of_the_file_and_with_escapes_or_breaks_taken_away() {
        let tree = tree();
        let root = tree.root().unwrap();
        let text = |path: &str| tree.at(root, path).and_then(|node| tree.text(node)).unwrap();
        assert_eq!(text("name"), "Café \"é\"");
        assert_eq!((text("steps/0/by/0"), text("steps/0/by/1")), ("ada", "ben's"));
        assert_eq!((text("steps/1/why"), text("steps/2")), ("Folded text.\n", "plain"));
        // The parser's word for nothing.
        assert_eq!(text("empty"), "~");
        assert_eq!(tree.span(tree.at(root, "steps/0/up_to").unwrap()).slice(TEXT), "5 GBP");
        assert!(tree.entry(root, "nam").is_none() && tree.entry(root, "namf").is_none());
    }
}
