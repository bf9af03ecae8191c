//! The topics of a charter as lamps: what it speaks about, where something was found, and what it leaves out.

use anstyle::{AnsiColor, Style};

/// How one topic of the charter stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lamp {
    /// What the topic is called.
    pub name: &'static str,
    /// Whether the charter has anything about it.
    pub is_there: bool,
    /// How many findings are about it.
    pub findings: usize,
}

/// Most columns of a line.
const WIDTH: usize = 88;
/// What the first line starts with; the others start below its end.
const HEAD: &str = "Topics";
/// What stands before each lamp.
const GAP: &str = "  ";

/// Returns the lamps in lines, each ended; nothing where there is none. Colour only repeats what sign and words say.
pub(super) fn strip(lamps: &[Lamp], color: bool) -> String {
    if lamps.is_empty() {
        return String::new();
    }
    let mut text = HEAD.to_owned();
    let mut column = HEAD.len();
    for lamp in lamps {
        let (sign, words, shade) = shown(lamp);
        let width = GAP.len() + 2 + words.chars().count();
        if column + width > WIDTH {
            text.push('\n');
            text.push_str(&" ".repeat(HEAD.len()));
            column = HEAD.len();
        }
        let style = if color { Style::new().fg_color(Some(shade.into())) } else { Style::new() };
        text.push_str(&format!("{GAP}{style}{sign}{style:#} {words}"));
        column += width;
    }
    text.push('\n');
    text
}

fn shown(lamp: &Lamp) -> (char, String, AnsiColor) {
    let name = lamp.name.to_lowercase();
    match (lamp.is_there, lamp.findings) {
        (false, _) => ('○', format!("{name} (nothing yet)"), AnsiColor::Red),
        (true, 0) => ('●', name, AnsiColor::Green),
        (true, 1) => ('◐', format!("{name} (1 finding)"), AnsiColor::Yellow),
        (true, count) => ('◐', format!("{name} ({count} findings)"), AnsiColor::Yellow),
    }
}

#[cfg(test)]
mod tests {
    use super::{Lamp, strip};

    fn lamp(name: &'static str, is_there: bool, findings: usize) -> Lamp {
        Lamp { name, is_there, findings }
    }

    #[test]
    fn each_lamp_says_in_words_what_its_colour_says() {
        let lamps = [lamp("Growth", true, 0), lamp("Roles", true, 1), lamp("Pay", true, 2)];
        assert_eq!(strip(&lamps, false), "Topics  ● growth  ◐ roles (1 finding)  ◐ pay (2 findings)\n");
        let colored = "Topics  \u{1b}[31m○\u{1b}[0m pay (nothing yet)\n";
        assert_eq!(strip(&[lamp("Pay", false, 3)], true), colored);
        assert_eq!(strip(&[], true), "");
    }

    #[test]
    fn long_lines_are_broken_between_lamps() {
        let wanted = "\
Topics  ○ work and life (nothing yet)  ○ work and life (nothing yet)
        ○ work and life (nothing yet)\n";
        assert_eq!(strip(&vec![lamp("Work and life", false, 0); 3], false), wanted);
    }
}
