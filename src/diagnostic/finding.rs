//! One finding.

use crate::diagnostic::rule::{Rule, Severity};
use crate::source::{FileId, Kind, Span};

/// One finding: a fault in the charter, said once, at its smallest place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub rule: &'static Rule,
    /// Severity here; the rule's own unless settings or the case say otherwise.
    pub severity: Severity,
    /// What is wrong: no capital at the start, no full stop, names in backticks.
    pub message: String,
    /// Where, with what to say at the place (may be empty).
    pub primary: Label,
    /// Other places that explain the finding, in the order to read them.
    pub related: Vec<Label>,
    /// What to do about it, in a sentence.
    pub help: Option<String>,
    /// Edits that mend it, where a machine can know them.
    pub fix: Option<Fix>,
    /// The entity it is about.
    pub subject: Option<Subject>,
}

/// A place in a file with a few words about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The file.
    pub file: FileId,
    /// Where in the file's text.
    pub span: Span,
    /// What is there, in a few words; may be empty.
    pub text: String,
}

/// Edits that mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the fix does, as an instruction: "replace with `it-manager`".
    pub title: String,
    /// The edits; they do not overlap.
    pub edits: Vec<Edit>,
}

/// Replaces a piece of one file's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The file.
    pub file: FileId,
    /// What is replaced.
    pub span: Span,
    /// What stands there afterwards.
    pub replacement: String,
}

/// The entity and field that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The kind of entity.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// The field as a path, `approval/2/by`; empty for the entity as a whole.
    pub field: String,
}

impl Label {
    /// Makes a label.
    pub fn new(file: FileId, span: Span, text: impl Into<String>) -> Self {
        Self { file, span, text: text.into() }
    }
}

impl Diagnostic {
    /// Makes a finding of `rule` at `primary`, with the rule's own severity.
    pub fn new(rule: &'static Rule, message: impl Into<String>, primary: Label) -> Self {
        Self {
            rule,
            severity: rule.severity,
            message: message.into(),
            primary,
            related: Vec::new(),
            help: None,
            fix: None,
            subject: None,
        }
    }

    /// Adds another place.
    #[must_use]
    pub fn with_related(mut self, label: Label) -> Self {
        self.related.push(label);
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds a fix that replaces `span` of `file`.
    #[must_use]
    pub fn with_fix(
        mut self,
        title: impl Into<String>,
        file: FileId,
        span: Span,
        text: impl Into<String>,
    ) -> Self {
        let edit = Edit { file, span, replacement: text.into() };
        self.fix = Some(Fix { title: title.into(), edits: vec![edit] });
        self
    }

    /// Returns the finding as it is in another snapshot, where `file` says what a file of this one is called there.
    #[must_use]
    pub fn moved(&self, file: &dyn Fn(FileId) -> FileId) -> Self {
        let mut finding = self.clone();
        let labels = std::iter::once(&mut finding.primary).chain(&mut finding.related);
        labels.for_each(|label| label.file = file(label.file));
        let edits = finding.fix.iter_mut().flat_map(|fix| &mut fix.edits);
        edits.for_each(|edit| edit.file = file(edit.file));
        finding
    }

    /// Says which entity and field the finding is about.
    #[must_use]
    pub fn about(mut self, kind: Kind, id: impl Into<String>, field: impl Into<String>) -> Self {
        self.subject = Some(Subject { kind, id: id.into(), field: field.into() });
        self
    }
}

/// Puts findings in the order of every report: by file, place, code and message; equal ones become one.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|left, right| {
        let key = |diagnostic: &Diagnostic| {
            (diagnostic.primary.file, diagnostic.primary.span, diagnostic.rule.code)
        };
        key(left).cmp(&key(right)).then_with(|| left.message.cmp(&right.message))
    });
    diagnostics.dedup();
}
