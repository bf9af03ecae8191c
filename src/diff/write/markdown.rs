//! A comment for a pull request. The first line marks it, so that the next run can replace it.

use std::fmt::Write as _;
use std::io;

use crate::diff::change::{Class, Diff};
use crate::diff::sentence::{Piece, Sentence};
use crate::diff::write::{NOTHING, moved, sections, summary};
use crate::report::escape;

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

fn sentence(sentence: &Sentence) -> String {
    let pieces = sentence.0.iter().enumerate().map(|(number, piece)| match piece {
        Piece::Words(words) => prose(words, number == 0),
        Piece::Thing(name) => format!("*{}*", prose(name.trim(), false)),
        Piece::Code(text) => code(text),
    });
    pieces.collect()
}

/// Returns text as a code span.
fn code(text: &str) -> String {
    let text = escape::line(text).replace('`', "'");
    let text = escape::defuse(&text).trim().to_owned();
    if text.is_empty() { "` `".to_owned() } else { format!("`{text}`") }
}

/// Returns text that Markdown shows as it is, and in which a forge finds no person, issue or address. `first` says
/// that a line may begin with it.
fn prose(text: &str, first: bool) -> String {
    let line = escape::line(text);
    let mut safe = String::with_capacity(line.len() + 16);
    let mut characters = line.chars().peekable();
    let mut start = first;
    while let Some(character) = characters.next() {
        let next_is_word =
            characters.peek().is_some_and(|next| next.is_alphanumeric() || "\"'[{".contains(*next));
        match character {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '!' | '|' | '~' | '$' => {
                safe.push('\\');
                safe.push(character);
            }
            '-' | '+' | '=' if start => {
                safe.push('\\');
                safe.push(character);
            }
            '.' if start && safe.ends_with(|digit: char| digit.is_ascii_digit()) => safe.push_str("\\."),
            character => safe.push(character),
        }
        // A space without width keeps `@name`, `#12`, `!12`, `~label`, `https://` and `www.` from becoming links.
        let sigil = matches!(character, '@' | '#' | '!' | '~' | '%' | '$' | '&');
        let address = character == ':' && characters.peek() == Some(&'/');
        let site = character == '.' && next_is_word && safe.to_lowercase().ends_with("www.");
        let issue = character == '-' && next_is_word && safe.to_lowercase().ends_with("gh-");
        if (sigil && next_is_word) || address || site || issue {
            safe.push('\u{200b}');
        }
        start = start && (character.is_ascii_digit() || character.is_whitespace());
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{code, prose};

    #[test]
    fn nobody_is_called_and_nothing_is_linked_or_marked_up() {
        assert_eq!(
            prose("ask @ada, see #12 and org!3", true),
            "ask @\u{200b}ada, see \\#\u{200b}12 and org\\!\u{200b}3"
        );
        assert_eq!(prose("<img src=x> [a](b) **c**", true), "&lt;img src=x&gt; \\[a\\](b) \\*\\*c\\*\\*");
        assert_eq!(prose("https://x www.y GH-7", true), "https:\u{200b}//x www.\u{200b}y GH-\u{200b}7");
        assert_eq!(prose("a\n# b", true), "a \\# b");
        assert_eq!(prose("1. a", true), "1\\. a");
        assert_eq!(prose("- a-b", true), "\\- a-b");
    }

    #[test]
    fn code_cannot_be_left() {
        assert_eq!(code("a`</code>@x"), "`a'</code>@x`");
        assert_eq!(code(""), "` `");
    }
}
