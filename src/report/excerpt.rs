//! The few lines of a file that a finding shows: made safe, cut to a width, with places moved along.

use std::ops::Range;

use crate::check::without_secrets;
use crate::report::{escape, places::Places};
use crate::source::{FileId, Position, Span};

/// Most characters of a line that are shown.
const WIDTH: usize = 120;
/// Characters shown before the place where a long line is cut.
const BEFORE: usize = 30;
/// Bytes on both sides of such a place that are searched for secrets.
const REACH: usize = 2000;
/// Most lines of one place that are shown; of a longer place the first line is.
const LINES: usize = 6;
/// Lines around a place whose text may come into view.
const AROUND: usize = 2;
/// Stands for what was cut off.
const CUT: char = '…';

/// Lines of a file with places in them.
pub(super) struct Excerpt {
    /// The lines, each ended by `\n` except the last.
    pub(super) source: String,
    /// Number of the first line in the file.
    pub(super) line_start: usize,
    /// The places asked for, in the same order, as bytes of `source`.
    pub(super) ranges: Vec<Range<usize>>,
}

/// A line as it stands in the excerpt.
struct Shown {
    /// Where the line starts in the excerpt, in bytes.
    start: usize,
    /// Characters of the file's line that were replaced by one [`CUT`] at its start.
    skipped: usize,
}

/// A place to show: its positions and its offsets in the file.
struct Spot {
    from: Position,
    to: Position,
    start: usize,
    end: usize,
}

/// Returns the lines that show `spans` of a file, the first span being the one that matters most.
pub(super) fn cut(places: &Places<'_>, file: FileId, spans: &[Span]) -> Excerpt {
    let (text, index) = (places.text(file), places.index(file));
    let spots: Vec<Spot> = spans.iter().map(|span| shortened(places, file, *span)).collect();
    let (first, last) = bounds(&spots);
    let mut source = String::new();
    let mut lines = Vec::new();
    for number in first..=last {
        if number > first {
            source.push('\n');
        }
        let start = source.len();
        let near = |spot: &Spot| number + AROUND >= spot.from.line && number <= spot.to.line + AROUND;
        let skipped = if spots.iter().any(near) {
            let line = index.line(text, number);
            let focus = focus(&spots, number).unwrap_or((0, line.start as usize));
            push_line(&mut source, line, text, focus)
        } else {
            0
        };
        lines.push(Shown { start, skipped });
    }
    if last > first && lines.last().is_some_and(|shown| shown.start == source.len()) {
        // The renderer does not count an empty last line as a line.
        source.push(' ');
    }
    let ranges = ranges(&source, &lines, first, &spots);
    Excerpt { source, line_start: first, ranges }
}

/// Returns whole lines that show the edits at `spans` before they are made; `None` where they are too much to
/// show. The last line is ended if the file goes on after it.
pub(super) fn whole(places: &Places<'_>, file: FileId, spans: &[Span]) -> Option<Excerpt> {
    let (text, index) = (places.text(file), places.index(file));
    let spots: Vec<Spot> = spans.iter().map(|span| spot(places, file, *span)).collect();
    let (first, last) = bounds(&spots);
    if last - first > 2 * LINES {
        return None;
    }
    let mut source = String::new();
    let mut lines = Vec::new();
    for number in first..=last {
        let line = index.line(text, number).slice(text);
        if line.chars().nth(WIDTH).is_some() {
            return None;
        }
        lines.push(Shown { start: source.len(), skipped: 0 });
        source.push_str(&escape::excerpt(&without_secrets(line)));
        source.push('\n');
    }
    if last == index.position(text, text.len()).line {
        source.pop();
    }
    let ranges = ranges(&source, &lines, first, &spots);
    Some(Excerpt { source, line_start: first, ranges })
}

fn spot(places: &Places<'_>, file: FileId, span: Span) -> Spot {
    let (from, to) = places.positions(file, span);
    Spot { from, to, start: span.start as usize, end: span.end as usize }
}

/// Returns a span's spot without line ends at its end; a long span ends with its first line.
fn shortened(places: &Places<'_>, file: FileId, span: Span) -> Spot {
    let trimmed = span.slice(places.text(file)).trim_end_matches(['\r', '\n']).len();
    let start = span.start as usize;
    let mut spot = spot(places, file, Span::new(start, start + trimmed));
    if spot.to.line - spot.from.line >= LINES {
        spot.to = Position { line: spot.from.line, column: usize::MAX };
    }
    spot
}

/// Returns the first and the last line that spots lie on.
fn bounds(spots: &[Spot]) -> (usize, usize) {
    let first = spots.iter().map(|spot| spot.from.line).min().unwrap_or(1);
    let last = spots.iter().map(|spot| spot.to.line).max().unwrap_or(first);
    (first, last)
}

/// Returns what a line must show: how many characters are before it in the line, and its offset in the file.
fn focus(spots: &[Spot], line: usize) -> Option<(usize, usize)> {
    spots.iter().find_map(|spot| {
        let ends = [(spot.from, spot.start), (spot.to, spot.end)];
        ends.into_iter().find(|(at, _)| at.line == line).map(|(at, offset)| (at.column - 1, offset))
    })
}

/// Adds a line, cut around its focus if it is long; returns how many characters [`CUT`] replaces at its start.
fn push_line(source: &mut String, line: Span, text: &str, (before, offset): (usize, usize)) -> usize {
    let whole = line.slice(text);
    if whole.chars().nth(WIDTH).is_none() {
        source.push_str(&escape::excerpt(&without_secrets(whole)));
        return 0;
    }
    let middle = boundary(whole, offset.saturating_sub(line.start as usize));
    // A line may be as long as a file, and each finding in it shows a little.
    let from = boundary(whole, middle.saturating_sub(REACH));
    let near = without_secrets(&whole[from..boundary(whole, middle + REACH)]);
    let (left, right) = near.split_at(middle - from);
    let counts = |character: &char| *character != '\u{feff}';
    let after = right.chars().filter(counts).take(WIDTH - BEFORE).count();
    let mut kept: Vec<char> = left.chars().rev().filter(counts).take(WIDTH - after).collect();
    kept.reverse();
    let skipped = before.saturating_sub(kept.len());
    if skipped > 0 {
        source.push(CUT);
    }
    let shown: String = kept.into_iter().chain(right.chars().filter(counts).take(WIDTH - BEFORE)).collect();
    source.push_str(&escape::excerpt(&shown));
    if right.chars().filter(counts).nth(WIDTH - BEFORE).is_some() {
        source.push(CUT);
    }
    skipped
}

/// Returns the last start of a character at an offset or before it.
fn boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Returns where the spots stand in the excerpt.
fn ranges(source: &str, lines: &[Shown], first: usize, spots: &[Spot]) -> Vec<Range<usize>> {
    let range = |spot: &Spot| {
        let start = offset(source, lines, first, spot.from);
        start..offset(source, lines, first, spot.to).max(start)
    };
    spots.iter().map(range).collect()
}

/// Returns where a position of the file stands in the excerpt; one that was cut off, at the cut.
fn offset(source: &str, lines: &[Shown], first: usize, position: Position) -> usize {
    let Some(shown) = position.line.checked_sub(first).and_then(|line| lines.get(line)) else {
        return source.len();
    };
    let line = source[shown.start..].split('\n').next().unwrap_or("");
    let column = (position.column - 1).saturating_sub(shown.skipped) + usize::from(shown.skipped > 0);
    let within = line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
    shown.start + within
}
