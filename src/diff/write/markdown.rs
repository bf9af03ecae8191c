//! A comment for a pull request. The first line marks it, so that the next run can replace it.

use std::fmt::Write as _;
use std::io;

use crate::diff::change::{Class, Diff};
use crate::diff::marked::{code, sentence};
use crate::diff::write::{NOTHING, moved, sections, summary};

/// The first line of every comment.
const MARKER: &str = "<!-- itcharter-diff -->";
/// Most characters of a comment; forges take 65,536.
const LIMIT: usize = 60_000;
/// Characters kept free for what closes the comment.
const TAIL: usize = 400;

/// Writes the counts, then the sentences by class; what does not fit is counted.
pub(in crate::diff) fn write(diff: &Diff, out: &mut dyn io::Write) -> io::Result<()> {
    let mut text = format!("{MARKER}\n### What this changes in the charter\n\n");
    if diff.is_empty() {
        text.push_str(NOTHING);
        text.push('\n');
    } else {
        head(diff, &mut text);
        body(diff, &mut text);
    }
    if let Some(moved) = moved(diff) {
        push(&mut text, format_args!("\n{moved}\n"));
    }
    out.write_all(text.as_bytes())
}

fn push(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    text.write_fmt(arguments).expect("writing to a String does not fail");
}

fn head(diff: &Diff, text: &mut String) {
    push(text, format_args!("{}\n\n", summary(diff)));
    if diff.changes.is_empty() {
        return;
    }
    text.push_str("| What changes | How many |\n| :-- | --: |\n");
    for class in Class::ALL {
        let count = diff.count(class);
        if count > 0 {
            let bold = if class.is_weighty() { "**" } else { "" };
            push(text, format_args!("| {bold}{}{bold} | {count} |\n", class.label()));
        }
    }
    text.push('\n');
}

fn body(diff: &Diff, text: &mut String) {
    let mut length = text.chars().count();
    let mut left_out = 0;
    for section in sections(diff) {
        let open = if section.open { " open" } else { "" };
        let start = format!(
            "<details{open}><summary><b>{}</b> ({})</summary>\n\n",
            section.title,
            section.lines.len()
        );
        let end = "\n</details>\n\n";
        let frame = start.chars().count() + end.chars().count();
        if length + frame + TAIL > LIMIT {
            left_out += section.lines.len();
            continue;
        }
        length += frame;
        text.push_str(&start);
        for line in &section.lines {
            let place = line.place.as_deref().map_or_else(String::new, |place| format!(" — {}", code(place)));
            let line = format!("- {}{place}\n", sentence(&line.sentence));
            let more = line.chars().count();
            if length + more + TAIL > LIMIT {
                left_out += 1;
            } else {
                length += more;
                text.push_str(&line);
            }
        }
        text.push_str(end);
    }
    if left_out > 0 {
        push(text, format_args!("**{left_out} more do not fit here.** `itcharter diff` shows them all.\n"));
    }
}
