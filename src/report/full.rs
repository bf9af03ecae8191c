//! Each finding with its place in the file, for people at a terminal.

use std::collections::BTreeSet;
use std::io;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};
use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::diagnostic::{Diagnostic, Edit, Label, Severity};
use crate::report::{Report, escape, excerpt, places::Places, strip::strip, summary_line};
use crate::source::{FileId, Span};

/// Wider than any line that the excerpts hold, so that they alone decide where lines are cut.
const TERMINAL: usize = 2_000;
/// Findings that are drawn side by side before they are written.
const BATCH: usize = 1_000;
/// Most related places that are shown with one finding.
const RELATED: usize = 12;
/// Most bytes of a replacement that are shown.
const REPLACEMENT: usize = 2_000;

/// Writes the findings, each followed by an empty line, then the topics and the summary. The reason of a rule is given with its
/// first finding only.
pub(super) fn write(report: &Report<'_>, color: bool, out: &mut dyn io::Write) -> io::Result<()> {
    let places = Places::new(report.snapshot, report.diagnostics);
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(TERMINAL);
    let mut explained = BTreeSet::new();
    for diagnostics in report.diagnostics.chunks(BATCH) {
        let firsts: Vec<bool> =
            diagnostics.iter().map(|diagnostic| explained.insert(diagnostic.rule.code)).collect();
        let texts = diagnostics.par_iter().zip(&firsts).map(|(diagnostic, explain)| {
            let rendered = renderer.render(&groups(&places, diagnostic, *explain));
            escape::defuse(&with_headers(&rendered, &headers(&places, diagnostic))).into_owned()
        });
        for text in texts.collect::<Vec<String>>() {
            writeln!(out, "{text}\n")?;
        }
    }
    write!(out, "{}", strip(report.topics, color))?;
    writeln!(out, "{}", summary_line(&report.summary))
}

/// Marks, in what is given to the renderer, where a file's header belongs. The renderer would take the column from
/// the excerpt, whose lines may be cut. No other text has this character: all of it was made safe.
const HEADER: char = '\u{1}';

/// Returns path, line and column for each file that labels are in, in the order of [`by_file`].
fn headers(places: &Places<'_>, diagnostic: &Diagnostic) -> Vec<String> {
    let header = |labels: &Vec<&Label>| {
        let (start, _) = places.positions(labels[0].file, labels[0].span);
        format!("{}:{}:{}", places.shown_path(labels[0].file), start.line, start.column)
    };
    by_file(diagnostic).iter().map(header).collect()
}

/// Puts the headers in place of their marks, with the line and column after them, and takes spaces from line ends.
fn with_headers(rendered: &str, headers: &[String]) -> String {
    let mut marks = rendered.split(HEADER);
    let mut text = marks.next().unwrap_or("").to_owned();
    for (rest, header) in marks.zip(headers) {
        text.push_str(header);
        text.push_str(
            rest.trim_start_matches(|character: char| character == ':' || character.is_ascii_digit()),
        );
    }
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n")
}

fn groups(places: &Places<'_>, diagnostic: &Diagnostic, explain: bool) -> Vec<Group<'static>> {
    let mut groups = vec![finding(places, diagnostic, explain)];
    if let Some(fix) = &diagnostic.fix {
        let words = question(diagnostic).unwrap_or(&fix.title);
        let title = Level::HELP.secondary_title(escape::line(words).into_owned());
        groups.push(Group::with_title(title).elements(patches(places, diagnostic.primary.file, &fix.edits)));
    }
    groups
}

fn finding(places: &Places<'_>, diagnostic: &Diagnostic, explain: bool) -> Group<'static> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(escape::line(&diagnostic.message).into_owned()).id(diagnostic.rule.code);
    let mut group = Group::with_title(title);
    for (number, labels) in by_file(diagnostic).iter().enumerate() {
        let header = format!("{HEADER}{number}");
        group = add_place(group, places, header, labels, &diagnostic.primary);
    }
    let more = diagnostic.related.len().saturating_sub(RELATED);
    if more > 0 {
        let places = if more == 1 { "place" } else { "places" };
        group = group.element(Level::NOTE.message(format!("and {more} more {places}")));
    }
    if explain && !diagnostic.rule.why.is_empty() {
        group = group.element(Level::NOTE.message(diagnostic.rule.why));
    }
    if let Some(help) = diagnostic.help.as_ref().filter(|_| question(diagnostic).is_none()) {
        group = group.element(Level::HELP.message(escape::line(help).into_owned()));
    }
    group
}

/// Returns the help that is no more than "did you mean …?": it heads the fix instead of standing before it.
fn question(diagnostic: &Diagnostic) -> Option<&str> {
    let help = diagnostic.help.as_deref().filter(|_| diagnostic.fix.is_some())?;
    (help.starts_with("did you mean") && help.ends_with('?')).then_some(help)
}

/// Returns the labels of each file together, the file of the finding first, up to [`RELATED`] of them.
fn by_file(diagnostic: &Diagnostic) -> Vec<Vec<&Label>> {
    let mut files: Vec<Vec<&Label>> = vec![vec![&diagnostic.primary]];
    for label in diagnostic.related.iter().take(RELATED) {
        match files.iter_mut().find(|labels| labels[0].file == label.file) {
            Some(labels) => labels.push(label),
            None => files.push(vec![label]),
        }
    }
    files
}

/// Adds the labels of one file: its header, then the lines; a file without text has only the words.
fn add_place(
    group: Group<'static>,
    places: &Places<'_>,
    header: String,
    labels: &[&Label],
    primary: &Label,
) -> Group<'static> {
    let file = labels[0].file;
    if places.text(file).is_empty() {
        let words = labels.iter().filter(|label| !label.text.is_empty());
        return group
            .element(Origin::path(header))
            .elements(words.map(|label| Level::NOTE.message(escape::line(&label.text).into_owned())));
    }
    let spans: Vec<Span> = labels.iter().map(|label| label.span).collect();
    let excerpt = excerpt::cut(places, file, &spans);
    let annotations = labels.iter().zip(excerpt.ranges).map(|(label, range)| {
        let kind =
            if std::ptr::eq(*label, primary) { AnnotationKind::Primary } else { AnnotationKind::Context };
        let text = (!label.text.is_empty()).then(|| escape::line(&label.text).into_owned());
        kind.span(range).label(text)
    });
    let snippet = Snippet::source(excerpt.source).line_start(excerpt.line_start).path(header);
    group.element(snippet.annotations(annotations))
}

/// Returns the edits as differences; nothing where they overlap or are too much to show.
fn patches(places: &Places<'_>, primary: FileId, edits: &[Edit]) -> Vec<Snippet<'static, Patch<'static>>> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| (edit.file, edit.span));
    let overlap = |pair: &[&Edit]| pair[0].file == pair[1].file && pair[0].span.end > pair[1].span.start;
    if sorted.windows(2).any(overlap) || sorted.iter().any(|edit| edit.replacement.len() > REPLACEMENT) {
        return Vec::new();
    }
    let on_one_line = |left: &&Edit, right: &&Edit| {
        let (_, end) = places.positions(left.file, left.span);
        let (start, _) = places.positions(right.file, right.span);
        left.file == right.file && start.line == end.line
    };
    let snippets: Option<Vec<_>> =
        sorted.chunk_by(on_one_line).map(|edits| patch(places, primary, edits)).collect();
    snippets.unwrap_or_default()
}

fn patch(places: &Places<'_>, primary: FileId, edits: &[&Edit]) -> Option<Snippet<'static, Patch<'static>>> {
    let file = edits.first()?.file;
    let spans: Vec<Span> = edits.iter().map(|edit| edit.span).collect();
    let excerpt = excerpt::whole(places, file, &spans)?;
    let patches = edits
        .iter()
        .zip(excerpt.ranges)
        .map(|(edit, range)| Patch::new(range, escape::replacement(&edit.replacement)));
    let path = (file != primary).then(|| places.shown_path(file));
    Some(Snippet::source(excerpt.source).line_start(excerpt.line_start).path(path).patches(patches))
}
