//! Characters that trip readers up before YAML is read: byte order marks, Windows line ends, tabs, hidden characters.

use memchr::memchr;

use crate::diagnostic::{Diagnostic, Label};
use crate::document::rules::{FILE_HIDDEN_CHARACTER, FILE_LINE_ENDING, YAML_SURPRISE};
use crate::source::{FileId, Limit, Limits, Span};

/// Says whether a character cannot be seen: controls other than tab and line ends, and marks that turn the
/// direction of text around.
pub fn is_hidden(character: char) -> bool {
    let control = character.is_control() && !matches!(character, '\t' | '\n' | '\r');
    let direction =
        matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mark = matches!(character, '\u{feff}' | '\u{2028}' | '\u{2029}');
    control || direction || mark
}

/// Reports the characters of a whole file, each sort where it first stands, hidden ones once a line.
pub(super) fn check(file: FileId, text: &str, limits: &Limits, findings: &mut Vec<Diagnostic>) {
    let body = match text.strip_prefix('\u{feff}') {
        Some(body) => {
            let message = "the file starts with a byte order mark, which nobody can see";
            findings.push(
                Diagnostic::new(&YAML_SURPRISE, message, Label::new(file, Span::new(0, 3), "here"))
                    .with_help("save the file as UTF-8 without a byte order mark")
                    .with_fix("delete the mark", file, Span::new(0, 3), ""),
            );
            body
        }
        None => text,
    };
    let base = text.len() - body.len();
    if let Some(at) = memchr(b'\r', body.as_bytes()) {
        let count = body.matches('\r').count();
        let lines = if count == 1 { "1 line ends".to_owned() } else { format!("{count} lines end") };
        let message = format!("{lines} with a carriage return, as on Windows");
        findings.push(
            Diagnostic::new(&FILE_LINE_ENDING, message, Label::new(file, Span::at(base + at), "")).with_help(
                "save the file with LF line ends, or let Git do it: `* text=auto eol=lf` in `.gitattributes`",
            ),
        );
    }
    hidden(file, body, base, limits, findings);
}

fn hidden(file: FileId, body: &str, base: usize, limits: &Limits, findings: &mut Vec<Diagnostic>) {
    let is_seen = |byte: u8| (b' '..0x7f).contains(&byte) || matches!(byte, b'\t' | b'\n' | b'\r');
    // Looking at every byte is faster than stopping at the first that is not: many are looked at together.
    if body.bytes().fold(true, |all, byte| all & is_seen(byte)) {
        return;
    }
    let mut last_line = usize::MAX;
    let mut line = 0;
    for (at, character) in body.char_indices() {
        line += usize::from(character == '\n');
        if findings.len() > limits.length(Limit::Faults) {
            // More would be left out.
            break;
        }
        if is_hidden(character) && line != last_line {
            last_line = line;
            let span = Span::new(base + at, base + at + character.len_utf8());
            let message = format!("a hidden character, U+{:04X}, stands in the text", u32::from(character));
            findings.push(
                Diagnostic::new(&FILE_HIDDEN_CHARACTER, message, Label::new(file, span, "here"))
                    .with_help("delete it; retype the line if you cannot see it")
                    .with_fix("delete the character", file, span, ""),
            );
        }
    }
}

/// Reports the first tab of a YAML text that starts at `base`; tabs in quotes and comments are as good as spaces.
pub(super) fn check_tabs(file: FileId, yaml: &str, base: usize, findings: &mut Vec<Diagnostic>) {
    let Some(at) = memchr(b'\t', yaml.as_bytes()) else { return };
    let span = Span::new(base + at, base + at + 1);
    let count = yaml.matches('\t').count();
    let message = if count == 1 {
        "a tab stands in the text".to_owned()
    } else {
        format!("{count} tabs stand in the text, the first here")
    };
    findings.push(
        Diagnostic::new(&YAML_SURPRISE, message, Label::new(file, span, "a tab")).with_help(
            "use spaces: some YAML readers refuse tabs, and editors show them in different widths",
        ),
    );
}
