//! A comment for a pull request. The first line marks it, so that the next run can replace it.

use std::fmt::Write as _;
use std::io;

use crate::diff::change::{Class, Diff};
use crate::diff::marked::{code, sentence};
use crate::diff::write::{NOTHING, count, moved, sections, summary};

/// The first line of every comment.
const MARKER: &str = "<!-- itcharter-diff -->";
/// Most characters of a comment; forges take 65,536.
const LIMIT: usize = 60_000;
/// Characters kept free for what closes the comment.
const TAIL: usize = 400;
/// Most lines of a list that is shown open, unless its lines are changes.
const OPEN: usize = 12;

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

/// Says how much changes: in a sentence, or in a table where that is easier to take in.
fn head(diff: &Diff, text: &mut String) {
    let classes: Vec<Class> = Class::ALL.into_iter().filter(|class| diff.count(*class) > 0).collect();
    if classes.len() < 3 {
        push(text, format_args!("**{}**\n\n", summary(diff)));
        return;
    }
    let unread = if diff.unread.is_empty() { "" } else { " Not everything could be compared." };
    push(text, format_args!("**{}.{unread}**\n\n", count(diff.changes.len(), "change")));
    text.push_str("| What changes | How many |\n| :-- | --: |\n");
    for class in classes {
        let bold = if class.is_weighty() { "**" } else { "" };
        push(text, format_args!("| {bold}{}{bold} | {} |\n", class.label(), diff.count(class)));
    }
    let found = &diff.consequences;
    for (title, findings) in [("New findings", &found.appeared), ("Findings gone", &found.disappeared)] {
        if !findings.is_empty() {
            push(text, format_args!("| {title} | {} |\n", findings.len()));
        }
    }
    text.push('\n');
}

fn body(diff: &Diff, text: &mut String) {
    let mut length = text.chars().count();
    let mut left_out = 0;
    for section in sections(diff) {
        let long = !section.changes && section.lines.len() > OPEN;
        let open = if section.open && !long { " open" } else { "" };
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
