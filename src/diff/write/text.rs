//! Sentences by class, for people at a terminal.

use std::io;

use anstyle::{AnsiColor, Style};

use crate::diagnostic::escape::shown;
use crate::diff::change::Diff;
use crate::diff::write::{NOTHING, moved, sections, summary};

/// Writes the sentences below the names of their classes, then the counts.
pub(in crate::diff) fn write(diff: &Diff, color: bool, out: &mut dyn io::Write) -> io::Result<()> {
    let style = |style: Style| if color { style } else { Style::new() };
    let heavy = style(Style::new().bold().fg_color(Some(AnsiColor::Yellow.into())));
    let (light, faint) = (style(Style::new().bold()), style(Style::new().dimmed()));
    for section in sections(diff) {
        let title = if section.open { heavy } else { light };
        writeln!(out, "{title}{} ({}){title:#}", section.title, section.lines.len())?;
        for line in &section.lines {
            let place = line.place.as_deref().unwrap_or("");
            let sentence = shown(&line.sentence.to_string());
            match shown(place) {
                place if place.is_empty() => writeln!(out, "  - {sentence}")?,
                place => writeln!(out, "  - {sentence}  {faint}{place}{faint:#}")?,
            }
        }
        writeln!(out)?;
    }
    if let Some(moved) = moved(diff) {
        writeln!(out, "{moved}")?;
    }
    if diff.is_empty() { writeln!(out, "{NOTHING}") } else { writeln!(out, "{}", summary(diff)) }
}
