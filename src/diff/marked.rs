//! Words of a charter in the Markdown of a forge's comment: nothing in them is markup, and nobody is called.

use crate::diagnostic::escape;
use crate::diff::sentence::{Piece, Sentence};

/// Returns a sentence as Markdown, safe in a forge's comment.
pub fn sentence(sentence: &Sentence) -> String {
    let pieces = sentence.0.iter().enumerate().map(|(number, piece)| match piece {
        Piece::Words(words) => prose(words, number == 0),
        Piece::Thing(name) => format!("*{}*", prose(name.trim(), false)),
        Piece::Code(text) => code(text),
    });
    pieces.collect()
}

/// Returns text as a code span.
pub fn code(text: &str) -> String {
    let text = escape::line(text).replace('`', "'");
    let text = escape::defuse(&text).trim().to_owned();
    if text.is_empty() { "` `".to_owned() } else { format!("`{text}`") }
}

/// Returns text that Markdown shows as it is, and in which a forge finds no person, issue or address. `first` says
/// that a line may begin with it.
pub fn prose(text: &str, first: bool) -> String {
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
        // A space without width keeps `@name`, `#12`, `!12`, `~label`, `https://` and `www.` from becoming links, and `::`
        // at the start of a line from being a command where the comment is shown in a log.
        let sigil = matches!(character, '@' | '#' | '!' | '~' | '%' | '$' | '&');
        let address = character == ':' && characters.peek() == Some(&'/');
        let command = character == ':' && start && characters.peek() == Some(&':');
        let site = character == '.' && next_is_word && safe.to_lowercase().ends_with("www.");
        let issue = character == '-' && next_is_word && safe.to_lowercase().ends_with("gh-");
        if (sigil && next_is_word) || address || command || site || issue {
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
        assert_eq!(prose(" ::error::x", true), " :\u{200b}:error::x");
        assert_eq!(prose("::x", false), "::x");
    }

    #[test]
    fn code_cannot_be_left() {
        assert_eq!(code("a`</code>@x"), "`a'</code>@x`");
        assert_eq!(code(""), "` `");
    }
}
