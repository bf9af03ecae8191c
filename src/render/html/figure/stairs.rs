//! Steps that rise along amounts of money; each step up is ten times, or so, of the one before.

use crate::handbook::{Figure, Step};
use crate::render::html::Writer;
use crate::render::html::figure::words::wrap;
use crate::render::html::figure::{LINE, number};

/// Pixels that a line of words may take: those of the narrowest phone.
const ROOM: u32 = 264;
/// Height of a tread.
const TREAD: u32 = 12;
/// Space between a tread and the words of the step below it.
const GAP: u32 = 14;
/// A step that begins right of here has its words end where it ends, so that they do not run out of the picture.
const RIGHT: f64 = 45.0;

/// A step as it is drawn; across in hundredths of the width, down in pixels.
#[derive(Debug, PartialEq)]
struct Tread {
    from: f64,
    to: f64,
    top: u32,
    lines: Vec<String>,
}

impl Writer<'_> {
    /// Writes stairs; the smallest amount is at the bottom.
    pub(super) fn stairs(&mut self, figure: &Figure, steps: &[Step]) -> bool {
        let (treads, height) = treads(steps);
        if treads.is_empty() {
            return false;
        }
        self.drawing_start(figure, "drawing stairs", &format!("width=\"100%\" height=\"{height}\""), false);
        for pair in treads.windows(2) {
            let (x, top, bottom) = (number(pair[0].to), pair[1].top + TREAD, pair[0].top);
            self.raw(&format!(
                "<line class=\"edge\" x1=\"{x}%\" x2=\"{x}%\" y1=\"{top}\" y2=\"{bottom}\"/>\n"
            ));
        }
        for (tread, step) in treads.iter().zip(steps) {
            self.tread(tread, step);
        }
        self.raw("</svg>\n");
        true
    }

    fn tread(&mut self, tread: &Tread, step: &Step) {
        self.raw("<g class=\"step");
        match step.up_to {
            Some(up_to) => self.raw(&format!("\" data-up=\"{up_to}\">")),
            None => self.raw(" dashed\">"),
        }
        let (x, wide) = (number(tread.from), number(tread.to - tread.from));
        self.raw(&format!(
            "<rect class=\"shape\" x=\"{x}%\" y=\"{}\" width=\"{wide}%\" height=\"{TREAD}\"/>",
            tread.top
        ));
        let (end, x) = if tread.from > RIGHT { (" end", number(tread.to)) } else { ("", x) };
        let lines = u32::try_from(tread.lines.len()).unwrap_or(0);
        let top = tread.top + LINE - 6 - lines * LINE;
        self.raw(&format!("<svg class=\"wide{end}\" x=\"{x}%\" overflow=\"visible\">"));
        self.drawn_lines(0, top, &tread.lines, 1);
        // Where the page is narrow, all words begin at its side.
        self.raw("</svg><g class=\"tall\">");
        self.drawn_lines(0, top, &tread.lines, 1);
        self.raw("</g></g>\n");
    }
}

/// Returns the treads in the order of the steps, and the height of the picture.
fn treads(steps: &[Step]) -> (Vec<Tread>, u32) {
    let amounts: Vec<f64> = steps
        .iter()
        .filter_map(|step| step.up_to)
        .filter(|up_to| up_to.is_finite() && *up_to > 0.0)
        .collect();
    let least = amounts.iter().copied().fold(f64::INFINITY, f64::min) / 10.0;
    let most = amounts.iter().copied().fold(0.0, f64::max) * 10.0;
    let place = |up_to: Option<f64>| match up_to {
        Some(up_to) if up_to > least && most.is_finite() => {
            (up_to / least).log10() / (most / least).log10() * 100.0
        }
        Some(_) => 0.0,
        None => 100.0,
    };
    let mut treads: Vec<Tread> = Vec::new();
    let mut from = 0.0_f64;
    for step in steps {
        // A step that is out of order, or for nothing, can still be seen.
        let from_here = from.min(98.0);
        let to = place(step.up_to).clamp(from_here + 2.0, 100.0);
        let mut lines = wrap(&step.amount, ROOM, 2);
        lines.extend(wrap(&step.who, ROOM, 4));
        treads.push(Tread { from: from_here, to, top: 0, lines });
        from = to;
    }
    let mut top = 0;
    for tread in treads.iter_mut().rev() {
        tread.top = top + u32::try_from(tread.lines.len()).unwrap_or(0) * LINE + 4;
        top = tread.top + TREAD + GAP;
    }
    (treads, top.saturating_sub(GAP) + 2)
}

#[cfg(test)]
mod tests {
    use crate::handbook::{Drawing, Step};
    use crate::render::html::figure::stairs::treads;
    use crate::render::html::figure::tests::{BAD, drawn, figure, html};

    fn step(up_to: Option<f64>, amount: &str, who: &str) -> Step {
        Step { up_to, amount: amount.into(), who: who.into() }
    }

    fn across(amounts: &[Option<f64>]) -> Vec<(u32, u32)> {
        let steps: Vec<Step> = amounts.iter().map(|up_to| step(*up_to, "a", "b")).collect();
        treads(&steps).0.iter().map(|tread| (tread.from.round() as u32, tread.to.round() as u32)).collect()
    }

    #[test]
    fn ten_times_as_much_is_as_far_again() {
        let amounts = [Some(100.0), Some(1000.0), Some(10_000.0), None];
        assert_eq!(across(&amounts), [(0, 25), (25, 50), (50, 75), (75, 100)]);
        assert_eq!(across(&[Some(50.0), None]), [(0, 50), (50, 100)]);
    }

    #[test]
    fn odd_amounts_stay_in_the_picture() {
        assert_eq!(across(&[Some(0.0), Some(-3.0)]), [(0, 2), (2, 4)]);
        assert_eq!(across(&[None, None, Some(5.0)]), [(0, 100), (98, 100), (98, 100)]);
        assert_eq!(across(&[Some(1000.0), Some(10.0), None]), [(0, 75), (75, 77), (77, 100)]);
        assert_eq!(across(&[]), []);
    }

    #[test]
    fn the_smallest_amount_is_at_the_bottom_and_words_stand_above_their_step() {
        let steps = vec![step(Some(100.0), "up to 100 GBP", "Desk"), step(None, "above that", "Head")];
        let out = drawn(Drawing::Stairs(steps));
        assert!(
            out.starts_with(
                "<svg class=\"drawing stairs\" width=\"100%\" height=\"120\" role=\"img\"><title>T</title><desc>D</desc>\n\
                 <line class=\"edge\" x1=\"50%\" x2=\"50%\" y1=\"52\" y2=\"106\"/>\n\
                 <g class=\"step\" data-up=\"100\"><rect class=\"shape\" x=\"0%\" y=\"106\" width=\"50%\" \
                 height=\"12\"/><svg class=\"wide\" x=\"0%\" overflow=\"visible\"><text class=\"b\" x=\"0\" y=\"82\">up \
                 to 100 GBP</text><text class=\"s\" x=\"0\" y=\"100\">Desk</text></svg><g class=\"tall\">\
                 <text class=\"b\" x=\"0\" y=\"82\">up to 100 GBP</text>"
            ),
            "{out}"
        );
        assert!(
            out.contains(
                "<g class=\"step dashed\"><rect class=\"shape\" x=\"50%\" y=\"40\" width=\"50%\" height=\"12\"/><svg \
                 class=\"wide end\" x=\"100%\" overflow=\"visible\"><text class=\"b\" x=\"0\" y=\"16\">above that"
            ),
            "{out}"
        );
    }

    #[test]
    fn hostile_words_stay_words() {
        let out = html(figure(Drawing::Stairs(vec![step(Some(f64::NAN), BAD, BAD)])));
        assert!(!out.contains("<script") && out.contains("&lt;script&gt;"), "{out}");
    }
}
