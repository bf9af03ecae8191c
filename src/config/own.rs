//! Rules that the charter defines itself, as they are written.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diagnostic::Severity;
use crate::document::Document;
use crate::source::{Kind, Layout, Place, Snapshot};

/// A rule of this charter's own: what must hold of every entry of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnRule {
    /// The rule's code, which starts with `own-` and never changes.
    #[schemars(example = &"own-manager-has-backup")]
    pub code: String,
    /// The kind of entry that the rule is about.
    #[serde(rename = "for")]
    #[schemars(extend("enum" = kinds()), example = &"role")]
    pub kind: String,
    /// Which of them it is about, as an expression; all of them if left out.
    #[serde(rename = "where")]
    #[schemars(example = &"this.critical")]
    pub filter: Option<String>,
    /// What must hold, as an expression.
    #[schemars(example = &"this.backup is defined")]
    pub assert: String,
    /// The field to point at, such as `backup`; the entry's first line if left out.
    #[schemars(example = &"backup")]
    pub at: Option<String>,
    /// What to say where it does not hold; expressions stand in double curly brackets.
    #[schemars(example = &"`{{ this.id }}` has no backup")]
    pub message: String,
    /// How much it matters.
    #[schemars(example = &"warning")]
    pub severity: OwnSeverity,
    /// Why the rule is there, in a sentence.
    #[schemars(example = &"Our insurer asks for it.")]
    pub why: String,
    /// What to do about it.
    #[schemars(example = &"Name somebody who can take over.")]
    pub help: Option<String>,
}

/// How much a finding of the charter's own rules matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OwnSeverity {
    /// Must be mended: the check fails.
    Error,
    /// Should be mended.
    Warning,
    /// Worth knowing.
    Note,
}

impl OwnSeverity {
    /// Returns the severity of findings.
    pub fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Note => Severity::Note,
        }
    }
}

/// Returns the names of the kinds that rules can be about: those whose entries have a name of their own.
fn kinds() -> Vec<&'static str> {
    let kinds = Kind::with_schema().filter(|kind| kind.layout() != Layout::Records);
    kinds.map(Kind::name).collect()
}

/// Returns the codes of the charter's own rules as they are written, whether the rules can be used or not.
pub fn own_codes<'a>(snapshot: &Snapshot, documents: &'a [Document]) -> Vec<&'a str> {
    let found = documents.iter().find(|document| snapshot.file(document.file).place == Place::Settings);
    let Some((document, root)) = found.and_then(|document| Some((document, document.tree.root()?))) else {
        return Vec::new();
    };
    let tree = &document.tree;
    let rules = tree.entry(root, "own-rules").map_or(&[][..], |(_, rules)| tree.items(rules));
    let codes = rules.iter().filter_map(|rule| tree.text(tree.entry(*rule, "code")?.1));
    codes.filter(|code| code.starts_with("own-")).collect()
}
