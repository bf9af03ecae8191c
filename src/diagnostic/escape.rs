//! Makes text from a charter safe to print: whoever proposes a change chooses what is in it.
//!
//! Three things could otherwise do harm: control characters that a terminal obeys, characters that change the
//! order in which text is shown, and words that a build server takes for a command.

use std::borrow::Cow;
use std::fmt::Write;

/// Stands in excerpts for a character that is not shown; as wide as one column.
const HIDDEN: char = '\u{fffd}';

/// Returns `text` as one line that a terminal shows as it is: line ends and tabs become a space, other
/// characters that are not seen become `\u{1b}`.
pub fn line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\t' => safe.push(' '),
            character if is_unseen(character) => safe.extend(character.escape_unicode()),
            character => safe.push(character),
        }
    }
    Cow::Owned(safe)
}

/// Returns `text` as [`line()`] does, so that nothing in it is a command wherever a line begins with it.
pub fn shown(text: &str) -> String {
    let safe = line(text);
    let safe = defuse(&safe);
    match safe.trim_start().strip_prefix("::") {
        Some(rest) => format!(":{HIDDEN}:{rest}"),
        None => safe.into_owned(),
    }
}

/// Returns a path as one line; a path that could be taken for the start of a command gets `./` before it.
pub fn path(path: &str) -> Cow<'_, str> {
    let safe = line(path);
    if safe.starts_with(|first: char| first == ':' || first == '#' || first.is_whitespace()) {
        Cow::Owned(format!("./{safe}"))
    } else {
        safe
    }
}

/// Returns one line of a file with the same number of characters, byte order marks left out: tabs stay, other
/// characters that are not seen become a visible one.
pub fn excerpt(text: &str) -> String {
    text.chars()
        .filter(|character| *character != '\u{feff}')
        .map(|character| if character != '\t' && is_unseen(character) { HIDDEN } else { character })
        .collect()
}

/// Returns what a fix puts into a file, as lines ended by `\n`, each safe as [`excerpt`] makes it.
pub fn replacement(text: &str) -> String {
    let lines: Vec<String> = text.replace("\r\n", "\n").split(['\n', '\r']).map(excerpt).collect();
    lines.join("\n")
}

/// Returns finished output without `##[`, which build servers obey wherever it stands in a line.
pub fn defuse(output: &str) -> Cow<'_, str> {
    if output.contains("##[") {
        Cow::Owned(output.replace("##[", "#\u{fffd}["))
    } else {
        Cow::Borrowed(output)
    }
}

/// Returns finished JSON, of the same meaning, without a character that is not seen and without `##`.
pub fn json(output: &str) -> String {
    let mut safe = String::with_capacity(output.len());
    let mut last = ' ';
    for character in output.chars() {
        let unseen = character != '\n' && is_unseen(character);
        if unseen || (character == '#' && last == '#') {
            let mut units = [0; 2];
            for unit in character.encode_utf16(&mut units) {
                write!(safe, "\\u{unit:04x}").expect("writing to a String does not fail");
            }
        } else {
            safe.push(character);
        }
        last = character;
    }
    safe
}

/// Says whether a character would act on a terminal, change the direction of text or leave no mark at all.
pub fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::{defuse, excerpt, json, line, path, replacement, shown};

    #[test]
    fn plain_text_in_any_script_is_left_as_it_is() {
        let text = "no role is called `größe-変更-👩\u{200d}💻`";
        assert_eq!(line(text), text);
        assert_eq!(excerpt(text), text);
    }

    #[test]
    fn terminal_and_direction_controls_are_spelled_out() {
        assert_eq!(line("a\u{1b}[31m\u{0}\u{7f}\u{9b}b"), "a\\u{1b}[31m\\u{0}\\u{7f}\\u{9b}b");
        assert_eq!(line("\u{202e}x\u{2066}y\u{200f}z\u{200b}"), "\\u{202e}x\\u{2066}y\\u{200f}z\\u{200b}");
    }

    #[test]
    fn line_ends_and_tabs_become_one_space() {
        assert_eq!(line("a\r\nb\nc\rd\te"), "a b c d e");
    }

    #[test]
    fn excerpts_keep_one_character_for_each() {
        assert_eq!(excerpt("\u{feff}a\t\u{1b}[0m\u{202e}b"), "a\t\u{fffd}[0m\u{fffd}b");
    }

    #[test]
    fn a_replacement_keeps_its_lines() {
        assert_eq!(replacement("a\r\nb\u{1b}\rc\n"), "a\nb\u{fffd}\nc\n");
    }

    #[test]
    fn a_path_never_looks_like_a_command() {
        assert_eq!(path("::error::x/a.yaml"), "./::error::x/a.yaml");
        assert_eq!(path("##[error]x"), "./##[error]x");
        assert_eq!(path("\n::error::x"), "./ ::error::x");
        assert_eq!(path("\u{1b}::x"), "\\u{1b}::x");
        assert_eq!(path("roles/a.yaml"), "roles/a.yaml");
    }

    #[test]
    fn what_is_shown_is_no_command_wherever_it_stands() {
        assert_eq!(shown("\n ::error::x ##[y]"), ":\u{fffd}:error::x #\u{fffd}[y]");
        assert_eq!(shown("a ::b\u{1b}"), "a ::b\\u{1b}");
        assert_eq!(shown(" a"), " a");
    }

    #[test]
    fn a_bracket_after_two_hashes_is_broken_up() {
        assert_eq!(defuse("x ##[error]y"), "x #\u{fffd}[error]y");
        assert_eq!(defuse("###[z]"), "##\u{fffd}[z]");
    }

    #[test]
    fn json_keeps_its_meaning() {
        let safe = json("\"###[a]\u{9b}\u{202e}\u{e0041}é\"\n");
        assert_eq!(safe, "\"#\\u0023\\u0023[a]\\u009b\\u202e\\udb40\\udc41é\"\n");
        let back: String = serde_json::from_str(&safe).unwrap();
        assert_eq!(back, "###[a]\u{9b}\u{202e}\u{e0041}é");
    }
}
