//! Boxes below boxes: side by side where that fits, and otherwise as an indented list.

use crate::handbook::{Figure, Node, Tone};
use crate::render::html::Writer;
use crate::render::html::figure::words::{pixels, wrap};
use crate::render::html::figure::{LINE, class_of};

/// Width of a box.
const BOX: u32 = 164;
/// Space between the edge of a box and its words.
const PAD: u32 = 12;
/// Space between boxes beside each other.
const BESIDE: u32 = 16;
/// Space between a box and those below it.
const BELOW: u32 = 28;
/// How far boxes on the same stack stand in, and rows of a list below another.
const IN: u32 = 20;
/// Space between boxes of a stack.
const STACK: u32 = 10;
/// Widest picture with boxes; a wider one is a list.
const WIDEST: u32 = 1300;
/// Height of a row of a list.
const ROW: u32 = 28;
/// Levels of a list that stand in; deeper ones stand below each other.
const DEEPEST: u32 = 16;
/// Most letters of a row of a list, in pixels.
const ROW_ROOM: u32 = 720;

/// Where a box stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Spot {
    x: u32,
    y: u32,
    height: u32,
}

/// A layout: where each box stands, the lines between them, and the size of all.
#[derive(Debug, PartialEq, Eq)]
struct Layout {
    spots: Vec<Spot>,
    edges: String,
    width: u32,
    height: u32,
}

impl Writer<'_> {
    /// Writes a tree.
    pub(super) fn tree(&mut self, figure: &Figure, nodes: &[Node]) -> bool {
        if nodes.is_empty() {
            return false;
        }
        let parents: Vec<Option<usize>> = parents(nodes);
        let words: Vec<(usize, Vec<String>)> = nodes.iter().map(box_words).collect();
        let heights: Vec<u32> =
            words.iter().map(|(_, lines)| u32::try_from(lines.len()).unwrap_or(0) * LINE + PAD).collect();
        let boxes = boxes(&parents, &heights);
        let list = boxes.width > WIDEST;
        let layout = if list { rows(&parents, nodes) } else { boxes };
        self.scroll_start(figure);
        let (wide, high) = (layout.width + 2, layout.height + 2);
        let size = format!("width=\"{wide}\" height=\"{high}\" viewBox=\"-1 -1 {wide} {high}\"");
        let links = nodes.iter().any(|node| node.target.is_some());
        self.drawing_start(figure, "drawing", &size, links);
        self.stripes(&figure.id, nodes);
        if !layout.edges.is_empty() {
            self.raw(&format!("<path class=\"edge\" d=\"{}\"/>\n", layout.edges));
        }
        for ((node, spot), (bold, lines)) in nodes.iter().zip(&layout.spots).zip(&words) {
            self.raw(&format!(
                "<g class=\"{}\" transform=\"translate({} {})\">",
                class_of(node.tone),
                spot.x,
                spot.y
            ));
            let end = node.target.as_ref().map_or("", |target| self.link_start(target, ""));
            if list {
                self.row(&figure.id, node);
            } else {
                self.drawn_box(&figure.id, node.tone, spot.height);
                self.drawn_lines(PAD, LINE, lines, *bold);
            }
            self.raw(end);
            self.raw("</g>\n");
        }
        self.raw("</svg>\n</div>\n");
        true
    }

    /// Writes the pattern of stripes, where a box needs it.
    fn stripes(&mut self, id: &str, nodes: &[Node]) {
        if nodes.iter().any(|node| node.tone == Tone::Striped) {
            self.raw("<pattern id=\"");
            self.stripes_id(id);
            self.raw(
                "\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
                 <path class=\"edge\" stroke-width=\"3\" d=\"M0 0V6\"/></pattern>\n",
            );
        }
    }

    /// Writes the name of the pattern: letters and digits only, so that no name can end the address it stands in.
    fn stripes_id(&mut self, id: &str) {
        let id = self.anchor(id);
        let plain: String = id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        self.raw("stripes:");
        self.raw(&plain);
    }

    fn drawn_box(&mut self, id: &str, tone: Tone, height: u32) {
        let round = if tone == Tone::Quiet { 14 } else { 4 };
        self.raw(&format!("<rect class=\"shape\" width=\"{BOX}\" height=\"{height}\" rx=\"{round}\"/>"));
        if tone == Tone::Striped {
            self.raw(&format!("<rect width=\"8\" height=\"{height}\" fill=\"url(#"));
            self.stripes_id(id);
            self.raw(")\"/>");
        }
    }

    fn row(&mut self, id: &str, node: &Node) {
        let round = if node.tone == Tone::Quiet { 7 } else { 2 };
        self.raw(&format!("<rect class=\"shape\" y=\"6\" width=\"14\" height=\"14\" rx=\"{round}\"/>"));
        if node.tone == Tone::Striped {
            self.raw("<rect y=\"6\" width=\"14\" height=\"14\" fill=\"url(#");
            self.stripes_id(id);
            self.raw(")\"/>");
        }
        let (title, more) = row_words(node);
        self.raw("<text x=\"22\" y=\"18\"><tspan class=\"b\">");
        self.text(&title);
        self.raw("</tspan>");
        if !more.is_empty() {
            self.raw("<tspan class=\"s\"> ");
            self.text(&more);
            self.raw("</tspan>");
        }
        self.raw("</text>");
    }
}

/// Returns the box above each box; one that does not come before it is none.
fn parents(nodes: &[Node]) -> Vec<Option<usize>> {
    nodes.iter().enumerate().map(|(index, node)| node.parent.filter(|parent| *parent < index)).collect()
}

fn box_words(node: &Node) -> (usize, Vec<String>) {
    let room = BOX - 2 * PAD;
    // Bold letters are broader.
    let mut lines = wrap(&node.title, room * 9 / 10, 3);
    let bold = lines.len();
    lines.extend(node.lines.iter().flat_map(|line| wrap(line, room, 2)));
    (bold, lines)
}

fn row_words(node: &Node) -> (String, String) {
    let title = wrap(&node.title, ROW_ROOM / 2, 1).pop().unwrap_or_default();
    let more = wrap(&node.lines.join(", "), ROW_ROOM / 2, 1).pop().unwrap_or_default();
    (title, more)
}

/// What stands below a box: one tree, or several boxes with nothing below them in a stack.
type Unit = Vec<usize>;

/// Lays out boxes: those below a box stand beside each other; those with nothing below them share a stack.
fn boxes(parents: &[Option<usize>], heights: &[u32]) -> Layout {
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); parents.len()];
    let mut tops = Vec::new();
    for (index, parent) in parents.iter().enumerate() {
        parent.map_or(&mut tops, |parent| &mut below[parent]).push(index);
    }
    let units = |indexes: &[usize]| -> Vec<Unit> {
        let (leaves, trees): (Vec<usize>, Vec<usize>) =
            indexes.iter().partition(|index| below[**index].is_empty());
        let stack = (!leaves.is_empty()).then_some(leaves);
        stack.into_iter().chain(trees.into_iter().map(|tree| vec![tree])).collect()
    };
    let (mut tops, below): (Vec<Unit>, Vec<Vec<Unit>>) =
        (units(&tops), below.iter().map(|below| units(below)).collect());
    // Boxes without any line come last.
    tops.sort_by_key(|unit| below[unit[0]].is_empty());
    let mut widths = vec![BOX; parents.len()];
    for index in (0..parents.len()).rev() {
        widths[index] = BOX.max(row_width(&below[index], &widths));
    }
    let mut spots: Vec<Spot> =
        heights.iter().map(|height| Spot { height: *height, ..Spot::default() }).collect();
    // First every box at the left of its share, then each above the middle of those below it.
    place(&tops, &widths, 0, 0, &mut spots);
    for index in 0..parents.len() {
        let Spot { x, y, height } = spots[index];
        place(&below[index], &widths, x, y + height + BELOW, &mut spots);
    }
    for index in (0..parents.len()).rev() {
        if let [unit] = below[index].as_slice()
            && unit.len() > 1
        {
            continue;
        }
        if let (Some(first), Some(last)) = (below[index].first(), below[index].last()) {
            spots[index].x = u32::midpoint(spots[first[0]].x, spots[last[0]].x);
        }
    }
    let height = spots.iter().map(|spot| spot.y + spot.height).max().unwrap_or(0);
    let edges = (0..parents.len()).map(|index| edges(spots[index], &below[index], &spots)).collect();
    Layout { spots, edges, width: row_width(&tops, &widths), height }
}

/// Returns the width of what stands beside each other.
fn row_width(units: &[Unit], widths: &[u32]) -> u32 {
    let gaps = u32::try_from(units.len().saturating_sub(1)).unwrap_or(u32::MAX).saturating_mul(BESIDE);
    units.iter().fold(gaps, |sum, unit| sum.saturating_add(unit_width(unit, widths)))
}

fn unit_width(unit: &Unit, widths: &[u32]) -> u32 {
    if let [tree] = unit.as_slice() { widths[*tree] } else { BOX + IN }
}

fn place(units: &[Unit], widths: &[u32], left: u32, top: u32, spots: &mut [Spot]) {
    let mut x = left;
    for unit in units {
        let (indent, mut y) = (if unit.len() > 1 { IN } else { 0 }, top);
        for index in unit {
            (spots[*index].x, spots[*index].y) = (x.saturating_add(indent), y);
            y += spots[*index].height + STACK;
        }
        x = x.saturating_add(unit_width(unit, widths)).saturating_add(BESIDE);
    }
}

/// Returns the lines from a box to those below it.
fn edges(from: Spot, below: &[Unit], spots: &[Spot]) -> String {
    let bottom = from.y + from.height;
    let (start, bend) = (from.x + BOX / 2, bottom + BELOW / 2);
    let line = |unit: &Unit| {
        let to = spots[unit[0]];
        if let [_] = unit.as_slice() {
            return format!("M{start} {bottom}V{bend}H{}V{}", to.x + BOX / 2, to.y);
        }
        // One line down beside the stack, and a short one to each box.
        let trunk = to.x - IN / 2;
        let down = if below.len() == 1 {
            format!("M{trunk} {bottom}V")
        } else {
            format!("M{start} {bottom}V{bend}H{trunk}V")
        };
        let middles = unit.iter().map(|index| spots[*index].y + spots[*index].height / 2);
        let branches: String = middles.clone().map(|y| format!("M{trunk} {y}H{}", to.x)).collect();
        format!("{down}{}{branches}", middles.max().unwrap_or(bottom))
    };
    below.iter().map(line).collect()
}

/// Lays out a list in which rows stand further in the deeper they are.
fn rows(parents: &[Option<usize>], nodes: &[Node]) -> Layout {
    let mut depths: Vec<u32> = Vec::new();
    let mut layout = Layout { spots: Vec::new(), edges: String::new(), width: 0, height: 0 };
    for (parent, node) in parents.iter().zip(nodes) {
        let depth = parent.map_or(0, |parent| (depths[parent] + 1).min(DEEPEST));
        let spot = Spot { x: depth * IN, y: layout.height, height: ROW };
        if let Some(above) = parent.map(|parent| layout.spots[parent]).filter(|above| above.x < spot.x) {
            layout.edges += &format!("M{} {}V{}H{}", above.x + 7, above.y + 20, spot.y + 13, spot.x);
        }
        let (title, more) = row_words(node);
        layout.width = layout.width.max(spot.x + 40 + pixels(&title) + pixels(&more));
        layout.height += ROW;
        depths.push(depth);
        layout.spots.push(spot);
    }
    layout
}

#[cfg(test)]
mod tests;
