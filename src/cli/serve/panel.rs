//! The panel at the foot of every page: whose handbook it is, and what is wrong, where, and what to do.

use std::fmt::Write;

use anyhow::Error;
use itcharter::diagnostic::{Diagnostic, Severity};
use itcharter::model::kinds::ReadBy;
use itcharter::report::escape;
use itcharter::source::{LineIndex, Snapshot, SourceError};

use crate::cli::publish::keeps_from_publishing;
use crate::cli::workspace::Workspace;

/// The page that is shown while there are no pages yet.
pub(super) const NO_PAGES: &str = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; script-src 'self'\">\n\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
    <title>No pages yet</title>\n</head>\n<body>\n<main class=\"itcharter-none\">\n<h1>No pages yet</h1>\n\
    <p>The handbook appears here as soon as the charter can be published. What is in the way stands below.</p>\n\
    </main>\n</body>\n</html>\n";
/// How many findings the panel shows.
const MOST: usize = 200;

/// What there is to say about what is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Panel {
    audience: ReadBy,
    state: State,
    findings: Vec<Finding>,
}

/// Whether the pages are those of the charter as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// They are.
    Current,
    /// The charter has errors that keep it from being published.
    Refused,
    /// It could not be read or made into pages: why, and what to do where that is known.
    Trouble(String, Option<String>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Finding {
    severity: Severity,
    blocks: bool,
    code: &'static str,
    message: String,
    place: String,
    help: Option<String>,
}

impl State {
    /// Makes the state of an error of the tool.
    pub(super) fn trouble(error: &Error) -> Self {
        let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
        let sources = || error.chain().filter_map(|cause| cause.downcast_ref::<SourceError>());
        Self::Trouble(causes.join(": "), sources().find_map(SourceError::hint).map(|hint| hint.to_string()))
    }
}

impl Panel {
    /// Makes a panel; what keeps the pages from being made comes first.
    pub(super) fn new(audience: ReadBy, state: State, workspace: Option<&Workspace>) -> Self {
        let found = workspace.into_iter().flat_map(|workspace| {
            workspace.findings.iter().map(|finding| Finding::new(finding, &workspace.snapshot))
        });
        let mut findings: Vec<Finding> = found.collect();
        findings.sort_by_key(|finding| (!finding.blocks, std::cmp::Reverse(finding.severity)));
        Self { audience, state, findings }
    }

    /// Says in a line what is shown.
    pub(super) fn summary(&self) -> String {
        let found = counted(&self.findings);
        match &self.state {
            State::Current => format!("the handbook for {}: {found}", self.audience.label()),
            State::Refused => format!("the charter cannot be published: {found}"),
            State::Trouble(why, _) => format!("the pages cannot be made: {why}"),
        }
    }

    fn html(&self) -> String {
        let mut html = String::from(
            "<aside class=\"itcharter-panel\" aria-label=\"Preview\" lang=\"en\" dir=\"ltr\">\n",
        );
        let whose = format!("Preview for {}", self.audience.label());
        let (class, line) = match &self.state {
            State::Current if self.findings.is_empty() => ("good", format!("{whose}: nothing found")),
            State::Current => ("found", format!("{whose}: {}", counted(&self.findings))),
            State::Refused => {
                ("stale", format!("{}; these are the last good pages", counted(&self.findings)))
            }
            State::Trouble(..) => {
                ("stale", "The pages cannot be made; these are the last good ones".to_owned())
            }
        };
        let list = self.list();
        let text = escaped(&line);
        let _ = match list.as_str() {
            "" => writeln!(html, "<p class=\"itcharter-line {class}\">{text}</p>"),
            list => {
                let open = if class == "stale" { " open" } else { "" };
                writeln!(
                    html,
                    "<details{open}>\n<summary class=\"itcharter-line {class}\">{text}</summary>\n{list}</details>"
                )
            }
        };
        html.push_str("</aside>\n");
        html
    }

    fn list(&self) -> String {
        let mut html = String::new();
        if let State::Trouble(why, help) = &self.state {
            let _ = writeln!(html, "<p>{}</p>", escaped(why));
            if let Some(help) = help {
                let _ = writeln!(html, "<p>{}</p>", escaped(help));
            }
        }
        if self.findings.is_empty() {
            return html;
        }
        html.push_str("<ol tabindex=\"0\" aria-label=\"Findings\">\n");
        for finding in self.findings.iter().take(MOST) {
            let _ = write!(
                html,
                "<li><p><strong>{}</strong> {} <code>{}</code></p>\n<p><code>{}</code></p>\n",
                finding.severity.name(),
                escaped(&finding.message),
                finding.code,
                escaped(&finding.place),
            );
            if let Some(help) = &finding.help {
                let _ = writeln!(html, "<p>{}</p>", escaped(help));
            }
            html.push_str("</li>\n");
        }
        html.push_str("</ol>\n");
        if self.findings.len() > MOST {
            let left = self.findings.len() - MOST;
            let _ = writeln!(html, "<p>{left} more: run <code>itcharter validate</code>.</p>");
        }
        html
    }
}

impl Finding {
    fn new(finding: &Diagnostic, snapshot: &Snapshot) -> Self {
        let file = snapshot.file(finding.primary.file);
        let offset = (finding.primary.span.start as usize).min(file.text.len());
        let position = LineIndex::new(&file.text).position(&file.text, offset);
        Self {
            severity: finding.severity,
            blocks: keeps_from_publishing(finding),
            code: finding.rule.code,
            message: finding.message.clone(),
            place: format!("{}:{}:{}", file.path, position.line, position.column),
            help: finding.help.clone().or_else(|| finding.fix.as_ref().map(|fix| fix.title.clone())),
        }
    }
}

/// Puts the panel at the foot of a page, and what makes it follow changes into its head.
pub(super) fn into_page(page: &str, panel: &Panel, version: u64) -> String {
    let head = format!(
        "<link rel=\"stylesheet\" href=\"/.itcharter/preview.css\">\n\
         <script src=\"/.itcharter/preview.js\" data-version=\"{}\" defer></script>\n",
        mark(version)
    );
    let head_end = page.find("</head>").unwrap_or(0);
    let body_end = page.rfind("</body>").unwrap_or(page.len()).max(head_end);
    [&page[..head_end], &head, &page[head_end..body_end], &panel.html(), &page[body_end..]].concat()
}

/// Returns the mark of a version, different in every run.
pub(super) fn mark(version: u64) -> String {
    format!("{}.{version}", std::process::id())
}

fn counted(findings: &[Finding]) -> String {
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let counts = [
        (of(Severity::Error), "error", "errors"),
        (of(Severity::Warning), "warning", "warnings"),
        (of(Severity::Note), "note", "notes"),
    ];
    let said: Vec<String> = counts
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
        .collect();
    if said.is_empty() { "nothing found".to_owned() } else { said.join(", ") }
}

/// Returns a text for any place in HTML; what is not seen is shown, so that no order of reading is changed.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for character in escape::line(text).chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            character => html.push(character),
        }
    }
    html
}
