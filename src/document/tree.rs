//! The only user of the text parser: YAML text becomes a small tree that knows the place of every key and value.

use std::borrow::Cow;
use std::sync::Arc;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, options};

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::document::characters::is_hidden;
use crate::document::rules::{YAML_SURPRISE, YAML_SYNTAX, YAML_TOO_MUCH};
use crate::document::syntax;
use crate::source::{FileId, Limit, Limits, Span};

/// Names one node of a [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(u32);

/// A YAML text as nodes with places.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// Never written to once they are read, so that charters that share a file share them.
    nodes: Arc<[Node]>,
    root: Option<NodeId>,
}

/// A scalar, list or mapping with its place in the file.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it stands in the file; quotes are part of it, the indicator of a block scalar is not.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum NodeKind {
    /// Text, a number, a yes or no, or nothing.
    Scalar(Scalar),
    /// A list.
    Sequence(Vec<NodeId>),
    /// Keys and values, in the order of the text, repeated keys included.
    Mapping(Vec<(NodeId, NodeId)>),
    /// Something that is not read: an alias, a tagged value. It was reported where it stands.
    Refused,
}

/// The text of a scalar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// The text after quotes and escapes are taken away.
    pub text: String,
    /// Whether it was written without quotes, so that YAML gives some texts another meaning.
    pub plain: bool,
}

impl Tree {
    /// Returns the node with this id; ids come from this tree only.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// Returns the outermost node; `None` where the text holds no data.
    pub fn root(&self) -> Option<NodeId> {
        self.root
    }

    /// Returns the text of a scalar.
    pub fn text(&self, id: NodeId) -> Option<&str> {
        match &self.node(id).kind {
            NodeKind::Scalar(scalar) => Some(&scalar.text),
            NodeKind::Sequence(_) | NodeKind::Mapping(_) | NodeKind::Refused => None,
        }
    }

    /// Returns the entries of a mapping; none for any other node.
    pub fn entries(&self, id: NodeId) -> &[(NodeId, NodeId)] {
        match &self.node(id).kind {
            NodeKind::Mapping(entries) => entries,
            NodeKind::Scalar(_) | NodeKind::Sequence(_) | NodeKind::Refused => &[],
        }
    }

    /// Returns the items of a list; none for any other node.
    pub fn items(&self, id: NodeId) -> &[NodeId] {
        match &self.node(id).kind {
            NodeKind::Sequence(items) => items,
            NodeKind::Scalar(_) | NodeKind::Mapping(_) | NodeKind::Refused => &[],
        }
    }

    /// Returns the key and value of the first entry named `key`.
    pub fn entry(&self, mapping: NodeId, key: &str) -> Option<(NodeId, NodeId)> {
        self.entries(mapping).iter().copied().find(|(name, _)| self.text(*name) == Some(key))
    }

    /// Returns the node at a field path such as `approval/2/by`, from `start`.
    pub fn at(&self, start: NodeId, path: &str) -> Option<NodeId> {
        path.split('/').filter(|part| !part.is_empty()).try_fold(start, |node, part| {
            match &self.node(node).kind {
                NodeKind::Sequence(items) => items.get(part.parse::<usize>().ok()?).copied(),
                NodeKind::Mapping(_) => self.entry(node, part).map(|(_, value)| value),
                // A lone value stands for a list of one.
                NodeKind::Scalar(_) => (part == "0").then_some(node),
                NodeKind::Refused => None,
            }
        })
    }

    /// Returns the smallest place that stands for a node: a mapping's first key, a list's first item, else itself.
    pub fn head(&self, id: NodeId) -> Span {
        let node = self.node(id);
        match &node.kind {
            NodeKind::Mapping(entries) => entries.first().map_or(node.span, |(key, _)| self.node(*key).span),
            NodeKind::Sequence(items) => items.first().map_or(node.span, |item| self.head(*item)),
            NodeKind::Scalar(_) | NodeKind::Refused => node.span,
        }
    }
}

/// Parses `text`, which starts at byte `base` of `file`. What cannot be read is reported and left out; `None` where the
/// text is no YAML at all.
pub(super) fn parse(
    file: FileId,
    text: &str,
    base: usize,
    limits: &Limits,
    findings: &mut Vec<Diagnostic>,
) -> Option<Tree> {
    let most = limits.length(Limit::Faults);
    let mut builder =
        Builder { file, base, nodes: Vec::new(), root: None, open: Vec::new(), findings, most, documents: 0 };
    let options = options! { emit_unresolved_aliases: true, emit_anchor_events: true, emit_comments: false };
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => {
                let span = span
                    .byte_range()
                    .map_or_else(|| Span::at(base), |range| Span::new(base + range.start, base + range.end));
                builder.take(event, span, text);
            }
            Err(error) => {
                builder.fail(&error, text);
                return None;
            }
        }
        if let Some((limit, found)) = builder.over(limits) {
            builder.stop(limit, found, limits);
            return None;
        }
        if builder.documents > 1 {
            break;
        }
    }
    Some(Tree { nodes: builder.nodes.into(), root: builder.root })
}

/// A list or mapping whose end has not come yet.
struct Open {
    node: NodeId,
    key: Option<NodeId>,
}

struct Builder<'a> {
    file: FileId,
    base: usize,
    nodes: Vec<Node>,
    root: Option<NodeId>,
    open: Vec<Open>,
    findings: &'a mut Vec<Diagnostic>,
    /// How many findings are kept; one more shows that there are others.
    most: usize,
    documents: usize,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, span: Span, text: &str) {
        let tagged = event.tag().is_some();
        match event {
            Event::Scalar(value, style, _, _) => {
                let plain = style == ScalarStyle::Plain;
                let kind = if tagged { NodeKind::Refused } else { scalar(value, plain) };
                self.add(Node { span, kind });
            }
            Event::SequenceStart(..) => self.start(span, NodeKind::Sequence(Vec::new())),
            Event::MappingStart(..) => self.start(span, NodeKind::Mapping(Vec::new())),
            Event::SequenceEnd | Event::MappingEnd => self.end(span, text),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.refuse(
                    span,
                    "an alias (`*name`) repeats a value from elsewhere",
                    "write the value out here",
                );
                self.add(Node { span, kind: NodeKind::Refused });
            }
            Event::Anchor(..) => {
                self.surprise(
                    span,
                    Severity::Warning,
                    "an anchor (`&name`) has no use in a charter",
                    "delete it",
                );
            }
            Event::DocumentStart(explicit, version) => self.document(span, explicit, version.is_some()),
            // Stream and document ends, comments: nothing to keep.
            _ => {}
        }
        if tagged {
            self.refuse(
                span,
                "a tag (`!name`) changes how a value is read",
                "delete the tag and keep the value",
            );
        }
    }

    /// Says which limit is passed, if any, and by how much.
    fn over(&self, limits: &Limits) -> Option<(Limit, u64)> {
        let found = [(Limit::Nesting, self.open.len()), (Limit::Nodes, self.nodes.len())];
        found
            .into_iter()
            .map(|(limit, found)| (limit, found as u64))
            .find(|(limit, found)| *found > limits.get(*limit))
    }

    fn stop(&mut self, limit: Limit, found: u64, limits: &Limits) {
        let span = self.nodes.last().map_or(Span::at(self.base), |node| node.span);
        let most = limits.get(limit);
        let (message, first, enough) = match limit {
            Limit::Nesting => (
                format!("lists and mappings nest more than {most} deep here"),
                "write it flatter",
                // How deep it goes is not known: reading stopped.
                found * 2,
            ),
            _ => (
                format!("the file holds more than {most} keys, values and list items"),
                "split the file",
                found * 2,
            ),
        };
        let help = format!("{first}; {}", limit.help(enough.min(limit.ceiling())));
        let label = Label::new(self.file, Span::at(span.start as usize), "");
        self.findings.push(Diagnostic::new(&YAML_TOO_MUCH, message, label).with_help(help));
    }

    fn document(&mut self, span: Span, explicit: bool, version: bool) {
        self.documents += 1;
        if self.documents > 1 {
            self.refuse(
                span,
                "a second document starts here",
                "keep one document in each file: split it in two",
            );
        } else if explicit && version {
            self.surprise(span, Severity::Warning, "a `%YAML` line has no use in a charter", "delete it");
        }
    }

    fn add(&mut self, node: Node) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(node);
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(id);
            return id;
        };
        match &mut self.nodes[open.node.0 as usize].kind {
            NodeKind::Sequence(items) => items.push(id),
            NodeKind::Mapping(entries) => match open.key.take() {
                Some(key) => entries.push((key, id)),
                None => open.key = Some(id),
            },
            NodeKind::Scalar(_) | NodeKind::Refused => {}
        }
        id
    }

    fn start(&mut self, span: Span, kind: NodeKind) {
        let node = self.add(Node { span, kind });
        self.open.push(Open { node, key: None });
    }

    /// Closes the innermost list or mapping and gives it its whole extent, blanks and comments at the end left out.
    fn end(&mut self, span: Span, text: &str) {
        let Some(open) = self.open.pop() else { return };
        let node = &self.nodes[open.node.0 as usize];
        let last = match &node.kind {
            NodeKind::Sequence(items) => items.last().copied(),
            NodeKind::Mapping(entries) => entries.last().map(|(_, value)| *value),
            NodeKind::Scalar(_) | NodeKind::Refused => None,
        };
        let flow = text
            .as_bytes()
            .get(node.span.start as usize - self.base)
            .is_some_and(|byte| b"[{".contains(byte));
        let end = match last {
            Some(last) if !flow => self.nodes[last.0 as usize].span.end,
            _ => span.end,
        };
        let node = &mut self.nodes[open.node.0 as usize];
        node.span.end = end.max(node.span.start);
    }

    fn refuse(&mut self, span: Span, message: &str, help: &str) {
        self.surprise(span, Severity::Error, message, help);
    }

    fn surprise(&mut self, span: Span, severity: Severity, message: &str, help: &str) {
        let mut finding =
            Diagnostic::new(&YAML_SURPRISE, message, Label::new(self.file, span, "")).with_help(help);
        finding.severity = severity;
        if self.findings.len() <= self.most {
            self.findings.push(finding);
        }
    }

    fn fail(&mut self, error: &ScanError, text: &str) {
        // The parser refuses some of the characters that were reported as hidden.
        if error.info().starts_with("unexpected character") && text.contains(is_hidden) {
            return;
        }
        let offset = error.marker().byte_offset().unwrap_or(0).min(text.len());
        if error.info().contains("recursion limit") {
            // The parser looks ahead and stops by itself, far above our ceiling.
            let label = Label::new(self.file, Span::at(self.base + offset), "");
            let message = "lists and mappings nest too deep to be read";
            self.findings.push(Diagnostic::new(&YAML_TOO_MUCH, message, label).with_help("write it flatter"));
            return;
        }
        let syntax::Complaint { message, offset, help } =
            syntax::explain(error.info().as_str(), text, offset);
        let end = text[offset..].chars().next().filter(|next| !next.is_control()).map_or(0, char::len_utf8);
        let span = Span::new(self.base + offset, self.base + offset + end);
        self.findings
            .push(Diagnostic::new(&YAML_SYNTAX, message, Label::new(self.file, span, "")).with_help(help));
    }
}

fn scalar(value: Cow<'_, str>, plain: bool) -> NodeKind {
    NodeKind::Scalar(Scalar { text: value.into_owned(), plain })
}
