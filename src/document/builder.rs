//! The only user of the text parser: YAML text becomes a [`Tree`].

use std::sync::Arc;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, options};

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::document::characters::is_hidden;
use crate::document::rules::{YAML_SURPRISE, YAML_SYNTAX, YAML_TOO_MUCH};
use crate::document::syntax;
use crate::document::tree::{NodeId, Parts, Stored, StoredKind, Tree};
use crate::source::{FileId, Limit, Limits, Span};

/// Parses the part of a file's text that `yaml` covers. What cannot be read is reported and left out; `None` where it is
/// no YAML at all.
pub(super) fn parse(
    file: FileId,
    source: &Arc<str>,
    yaml: Span,
    limits: &Limits,
    findings: &mut Vec<Diagnostic>,
) -> Option<Tree> {
    let most = limits.length(Limit::Faults);
    let (text, base) = (yaml.slice(source), yaml.start as usize);
    let mut builder = Builder::new(file, source, base, findings, most);
    builder.nodes.reserve(text.len() / BYTES_PER_NODE);
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
    Some(builder.tree(source))
}

/// A list or mapping whose end has not come yet.
struct Open {
    node: NodeId,
    /// Where what is in it begins among the children that wait.
    first: usize,
    is_mapping: bool,
}

/// Bytes of text for each node that room is made for at first; more room is made where it is needed.
const BYTES_PER_NODE: usize = 16;

struct Builder<'a> {
    file: FileId,
    source: &'a str,
    base: usize,
    unfolded: String,
    nodes: Vec<Stored>,
    items: Vec<NodeId>,
    entries: Vec<(NodeId, NodeId)>,
    root: Option<NodeId>,
    open: Vec<Open>,
    /// What is in the lists and mappings that are open, keys and values in turn, innermost last.
    waiting: Vec<NodeId>,
    findings: &'a mut Vec<Diagnostic>,
    /// How many findings are kept; one more shows that there are others.
    most: usize,
    documents: usize,
}

impl<'a> Builder<'a> {
    fn new(
        file: FileId,
        source: &'a str,
        base: usize,
        findings: &'a mut Vec<Diagnostic>,
        most: usize,
    ) -> Self {
        Self {
            file,
            source,
            base,
            unfolded: String::new(),
            nodes: Vec::new(),
            items: Vec::new(),
            entries: Vec::new(),
            root: None,
            open: Vec::new(),
            waiting: Vec::new(),
            findings,
            most,
            documents: 0,
        }
    }

    /// Copies what was gathered, so that the room left over in it is not kept.
    fn tree(&self, source: &Arc<str>) -> Tree {
        let parts = Parts {
            source: Arc::clone(source),
            unfolded: self.unfolded.as_str().into(),
            nodes: self.nodes.as_slice().into(),
            items: self.items.as_slice().into(),
            entries: self.entries.as_slice().into(),
        };
        Tree { parts: Arc::new(parts), root: self.root }
    }

    fn take(&mut self, event: Event<'_>, span: Span, text: &str) {
        let tagged = event.tag().is_some();
        match event {
            Event::Scalar(value, style, _, _) => {
                let plain = style == ScalarStyle::Plain;
                let kind = if tagged { StoredKind::Refused } else { self.scalar(&value, plain, span) };
                self.add(Stored { span, kind });
            }
            Event::SequenceStart(..) => self.start(span, false),
            Event::MappingStart(..) => self.start(span, true),
            Event::SequenceEnd | Event::MappingEnd => self.end(span, text),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.refuse(
                    span,
                    "an alias (`*name`) repeats a value from elsewhere",
                    "write the value out here",
                );
                self.add(Stored { span, kind: StoredKind::Refused });
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

    /// Keeps a scalar as a piece of the file, where it is one.
    fn scalar(&mut self, value: &str, plain: bool, span: Span) -> StoredKind {
        let inside = if plain { span } else { Span { start: span.start + 1, end: span.end.max(1) - 1 } };
        if self.source.get(inside.range()) == Some(value) {
            return StoredKind::Scalar { text: inside, is_unfolded: false, plain };
        }
        let start = self.unfolded.len();
        self.unfolded.push_str(value);
        StoredKind::Scalar { text: Span::new(start, self.unfolded.len()), is_unfolded: true, plain }
    }

    fn add(&mut self, node: Stored) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(node);
        if self.open.is_empty() {
            self.root.get_or_insert(id);
        } else {
            self.waiting.push(id);
        }
        id
    }

    fn start(&mut self, span: Span, is_mapping: bool) {
        // What is in it is known at its end.
        let node = self.add(Stored { span, kind: StoredKind::Refused });
        self.open.push(Open { node, first: self.waiting.len(), is_mapping });
    }

    /// Closes the innermost list or mapping and gives it its whole extent, blanks and comments at the end left out.
    fn end(&mut self, span: Span, text: &str) {
        let Some(Open { node, first, is_mapping }) = self.open.pop() else { return };
        let last = self.waiting[first..].last().map(|last| self.nodes[last.0 as usize].span.end);
        let children = self.waiting.drain(first..);
        let kind = if is_mapping {
            let start = self.entries.len();
            let children = children.as_slice();
            self.entries.extend(children.chunks_exact(2).map(|pair| (pair[0], pair[1])));
            StoredKind::Mapping(Span::new(start, self.entries.len()))
        } else {
            let start = self.items.len();
            self.items.extend(children);
            StoredKind::Sequence(Span::new(start, self.items.len()))
        };
        let node = &mut self.nodes[node.0 as usize];
        let opening = text.as_bytes().get(node.span.start as usize - self.base);
        let end = match last {
            Some(last) if !opening.is_some_and(|byte| b"[{".contains(byte)) => last,
            _ => span.end,
        };
        *node = Stored { span: Span { end: end.max(node.span.start), ..node.span }, kind };
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
