//! A page of its own, without scripts.

use std::io;

use crate::diagnostic::escape;
use crate::diff::change::Diff;
use crate::diff::sentence::{Piece, Sentence};
use crate::diff::write::{NOTHING, moved, sections, summary};

const HEAD: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
    <title>What changes in the charter</title>\n<style>\n\
    :root { color-scheme: light dark; }\n\
    body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }\n\
    summary { font-weight: 600; cursor: pointer; }\n\
    details { margin: 1rem 0; }\n\
    .place { opacity: 0.75; font-size: 0.875rem; }\n\
    </style>\n</head>\n<body>\n<main>\n<h1>What changes in the charter</h1>\n";

/// Writes the page.
pub(in crate::diff) fn write(diff: &Diff, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(HEAD.as_bytes())?;
    writeln!(out, "<p>From {} to {}.</p>", text(&diff.before), text(&diff.after))?;
    let said = if diff.is_empty() { NOTHING.to_owned() } else { summary(diff) };
    writeln!(out, "<p><strong>{}</strong></p>", text(&said))?;
    for section in sections(diff) {
        let open = if section.open { " open" } else { "" };
        writeln!(
            out,
            "<details{open}>\n<summary>{} ({})</summary>\n<ul>",
            text(&section.title),
            section.lines.len()
        )?;
        for line in &section.lines {
            let place = line.place.as_deref();
            let place = place
                .map_or_else(String::new, |place| format!(" <code class=\"place\">{}</code>", text(place)));
            writeln!(out, "<li>{}{place}</li>", sentence(&line.sentence))?;
        }
        writeln!(out, "</ul>\n</details>")?;
    }
    if let Some(moved) = moved(diff) {
        writeln!(out, "<p>{moved}</p>")?;
    }
    writeln!(out, "</main>\n</body>\n</html>")
}

fn sentence(sentence: &Sentence) -> String {
    let pieces = sentence.0.iter().map(|piece| match piece {
        Piece::Words(words) => text(words),
        Piece::Thing(name) => format!("<em>{}</em>", text(name)),
        Piece::Code(code) => format!("<code>{}</code>", text(code)),
    });
    pieces.collect()
}

fn text(text: &str) -> String {
    let line = escape::line(text);
    line.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
        // Build servers obey it wherever it stands in a line.
        .replace("##[", "#&#35;[")
}
