//! Places in a text: byte offsets inside, lines and columns for people.

/// A range of bytes in one file's text, `start` included, `end` excluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset just past the last byte; never before `start`.
    pub end: u32,
}

impl Span {
    /// Returns the span from `start` to `end`, in bytes; offsets past 4 GiB are clamped.
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        Self { start, end: end.max(start) }
    }

    /// Returns the empty span at `offset`.
    pub fn at(offset: usize) -> Self {
        Self::new(offset, offset)
    }

    /// Returns the span as a range for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Returns the text the span covers, or nothing where it does not lie in `text` on whole characters.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Says whether the span covers no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// A place as people count it: line and column, both from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line number, from 1.
    pub line: usize,
    /// Column number in characters, from 1.
    pub column: usize,
}

/// Knows where the lines of one text start, to turn offsets into positions.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// Characters before each block of [`BLOCK`] bytes, so that no long line is counted from its start; none where
    /// every byte is a character.
    counts: Vec<u32>,
}

/// Bytes between two counts of characters.
const BLOCK: usize = 1024;
/// The byte order mark, which takes no column.
const MARK: &[u8] = "\u{feff}".as_bytes();

impl LineIndex {
    /// Builds the index of `text`; lines end at `\n`, `\r\n` or a lone `\r`, as YAML counts them.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (offset, byte) in bytes.iter().enumerate() {
            let ends_line = *byte == b'\n' || (*byte == b'\r' && bytes.get(offset + 1) != Some(&b'\n'));
            if ends_line {
                starts.push(u32::try_from(offset + 1).unwrap_or(u32::MAX));
            }
        }
        Self { starts, counts: if text.is_ascii() { Vec::new() } else { counts(bytes) } }
    }

    /// Returns the position of the byte at `offset` in `text`, the text the index was built from.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let wanted = u32::try_from(offset).unwrap_or(u32::MAX);
        let line = self.starts.partition_point(|start| *start <= wanted).max(1);
        let start = self.starts[line - 1] as usize;
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let column =
            self.characters_before(text, end).saturating_sub(self.characters_before(text, start)) + 1;
        Position { line, column }
    }

    /// Returns where a line of `text` stands, without the characters that end it; the empty end of the text for a
    /// line that there is not.
    pub fn line(&self, text: &str, line: usize) -> Span {
        let at = |number: usize| self.starts.get(number).map(|start| *start as usize);
        let Some(start) = line.checked_sub(1).and_then(at) else { return Span::at(text.len()) };
        let whole = text.get(start..at(line).unwrap_or(text.len())).unwrap_or("");
        Span::new(start, start + whole.trim_end_matches(['\r', '\n']).len())
    }

    /// Counts the characters that take a column and start before `offset`.
    fn characters_before(&self, text: &str, offset: usize) -> usize {
        if self.counts.is_empty() {
            return offset;
        }
        let block = offset / BLOCK;
        let counted = self.counts.get(block).or(self.counts.last()).map_or(0, |count| *count as usize);
        let rest = (block * BLOCK..offset).filter(|offset| takes_column(text.as_bytes(), *offset)).count();
        counted + rest
    }
}

/// Counts the characters that take a column before each block and before the end.
fn counts(bytes: &[u8]) -> Vec<u32> {
    let (mut counts, mut count) = (Vec::new(), 0);
    for offset in 0..bytes.len() {
        if offset % BLOCK == 0 {
            counts.push(count);
        }
        count += u32::from(takes_column(bytes, offset));
    }
    counts.push(count);
    counts
}

/// Says whether a character that takes a column starts at `offset`.
fn takes_column(bytes: &[u8], offset: usize) -> bool {
    bytes.get(offset).is_some_and(|byte| {
        let is_mark = || *byte == MARK[0] && bytes[offset..].starts_with(MARK);
        *byte & 0b1100_0000 != 0b1000_0000 && !is_mark()
    })
}

#[cfg(test)]
mod tests {
    use super::{LineIndex, Position, Span};

    fn at(text: &str, offset: usize) -> (usize, usize) {
        let Position { line, column } = LineIndex::new(text).position(text, offset);
        (line, column)
    }

    #[test]
    fn columns_count_characters_and_lines_end_in_three_ways() {
        assert_eq!(at("é: x", 4), (1, 4));
        assert_eq!(at("a\r\nb\rc\nd", 3), (2, 1));
        assert_eq!(at("a\r\nb\rc\nd", 5), (3, 1));
        assert_eq!(at("a\r\nb\rc\nd", 7), (4, 1));
    }

    #[test]
    fn a_line_comes_without_its_end() {
        let text = "é\r\nb\rc\n\nd";
        let index = LineIndex::new(text);
        let lines: Vec<&str> = (0..8).map(|line| index.line(text, line).slice(text)).collect();
        assert_eq!(lines, ["", "é", "b", "c", "", "d", "", ""]);
    }

    #[test]
    fn columns_of_a_long_line_are_those_counted_from_its_start() {
        let text = format!("x\n{}\nend", "é\u{feff}変a".repeat(800));
        let index = LineIndex::new(&text);
        for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[text[..offset].rfind('\n').map_or(0, |at| at + 1)..offset];
            let column = before.chars().filter(|character| *character != '\u{feff}').count() + 1;
            assert_eq!(index.position(&text, offset).column, column, "{offset}");
        }
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        assert_eq!(at("\u{feff}a: 1", 3), (1, 1));
    }

    #[test]
    fn an_offset_inside_a_character_or_past_the_end_is_safe() {
        assert_eq!(at("é", 1), (1, 1));
        assert_eq!(at("ab", 9), (1, 3));
        assert_eq!(Span::new(1, 9).slice("é"), "");
    }
}
