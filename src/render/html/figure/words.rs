//! Words in lines of a width; a drawing cannot break lines by itself.

/// Pixels that a usual letter takes in the type of drawings. Generous, because nobody knows the reader's fonts.
const LETTER: f64 = 8.0;

/// Returns the words in lines of at most `pixels`, at most `most` of them; what does not fit ends in three dots.
pub(super) fn wrap(text: &str, pixels: u32, most: usize) -> Vec<String> {
    let room = (f64::from(pixels) / LETTER * 10.0) as u32;
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for word in text.split_whitespace() {
        let wide = width(word);
        if !line.is_empty() && used + SPACE + wide > room {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if !line.is_empty() {
            line.push(' ');
            used += SPACE;
        }
        for letter in word.chars() {
            if used + letter_width(letter) > room && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(letter);
            used += letter_width(letter);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            cut(last, room);
        }
    }
    lines
}

/// Returns about how many pixels a line takes.
pub(super) fn pixels(text: &str) -> u32 {
    (f64::from(width(text)) * LETTER / 10.0).ceil() as u32
}

const SPACE: u32 = 6;

/// Ends a line in three dots.
fn cut(line: &mut String, room: u32) {
    while !line.is_empty() && width(line) + 10 > room {
        line.pop();
    }
    let end = line.trim_end().len();
    line.truncate(end);
    line.push('…');
}

fn width(text: &str) -> u32 {
    text.chars().map(letter_width).sum()
}

/// Returns the width of a letter in tenths of a usual one.
fn letter_width(letter: char) -> u32 {
    match letter {
        ' ' | 'i' | 'j' | 'l' | 'I' | 't' | 'f' | 'r' | '.' | ',' | ':' | ';' | '\'' | '|' | '(' | ')' => {
            SPACE
        }
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 15,
        'A'..='Z' => 12,
        // Scripts that are written in squares, and small pictures.
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 18,
        _ => 10,
    }
}

#[cfg(test)]
mod tests {
    use super::{pixels, wrap};

    #[test]
    fn words_go_on_in_the_next_line() {
        assert_eq!(wrap("abc  abc\nabc", 64, 9), ["abc abc", "abc"]);
        assert_eq!(wrap(" ", 64, 9), [""; 0]);
    }

    #[test]
    fn a_long_word_is_cut_into_lines() {
        assert_eq!(wrap("abcdefghabcd", 64, 9), ["abcdefgh", "abcd"]);
    }

    #[test]
    fn what_does_not_fit_ends_in_dots() {
        assert_eq!(wrap("aaa bbb ccc ddd eee", 64, 2), ["aaa bbb", "ccc ddd…"]);
        assert_eq!(wrap("aaaaaaaaaaaaaaaaaaaaa", 64, 1), ["aaaaaaa…"]);
    }

    #[test]
    fn broad_letters_take_more_room() {
        assert_eq!((pixels("aa"), pixels("WW"), pixels("文文")), (16, 24, 29));
        assert_eq!(wrap("文文文文", 64, 9), ["文文文文"]);
        assert_eq!(wrap("文文文文文", 64, 9), ["文文文文", "文"]);
    }

    #[test]
    fn no_room_at_all_still_ends() {
        assert_eq!(wrap("ab", 0, 9), ["a", "b"]);
        assert_eq!(wrap("ab", 0, 1), ["…"]);
    }
}
