//! Bars, dots and limits along one scale. Across, everything is in hundredths of the width, so that a chart fits
//! every screen while its words keep their size.

use crate::handbook::{Chart, ChartRow, Figure, Language, Tone};
use crate::render::html::Writer;
use crate::render::html::figure::words::{pixels, wrap};
use crate::render::html::figure::{LINE, class_of, number};

/// Pixels that a line of words may take: those of the narrowest phone.
const ROOM: u32 = 264;
/// Height of a bar.
const BAR: u32 = 14;
/// Space between two rows.
const GAP: u32 = 14;

impl Writer<'_> {
    /// Writes a chart; `false` where it has no rows or no scale.
    pub(super) fn chart(&mut self, figure: &Figure, chart: &Chart) -> bool {
        let long = chart.to - chart.from;
        if chart.rows.is_empty() || !long.is_finite() || long <= 0.0 {
            return false;
        }
        let limits = u32::try_from(chart.limits.len()).unwrap_or(0);
        let top = if chart.ticks.is_empty() { 0 } else { LINE } + limits * LINE;
        let words: Vec<Words> = chart.rows.iter().map(|row| Words::of(self.language, row)).collect();
        // Labels stand beside the titles of all rows or below the bars of all.
        let below = words.iter().any(|words| pixels(&words.title) + pixels(&words.label) + 16 > ROOM);
        let high = GAP + LINE + BAR + if below { LINE } else { 0 };
        let rows = chart.rows.iter().zip(&words);
        let rows: Vec<_> = (top + GAP..).step_by(high as usize).zip(rows).collect();
        let at = top + high * u32::try_from(rows.len()).unwrap_or(0);
        self.drawing_start(figure, "drawing plot", &format!("width=\"100%\" height=\"{}\"", at + 4), false);
        for (value, label) in &chart.ticks {
            self.mark(chart, *value, label, (LINE - 5, at), "tick");
        }
        for (y, (row, words)) in rows {
            self.chart_row(chart, y, row, words, below);
        }
        let first = top - limits * LINE + LINE - 5;
        for (index, (value, label)) in (0_u32..).zip(&chart.limits) {
            self.mark(chart, *value, label, (first + index * LINE, at), "limit");
        }
        self.raw("</svg>\n");
        true
    }

    /// Writes a line down the chart, with words at its top.
    fn mark(&mut self, chart: &Chart, value: f64, label: &str, (y, end): (u32, u32), class: &str) {
        let share = share(chart, value);
        let x = number(share);
        let anchor = match share {
            share if share < 8.0 => "start",
            share if share > 92.0 => "end",
            _ if class == "tick" => "middle",
            share if share > 50.0 => "end",
            _ => "start",
        };
        self.raw(&format!(
            "<line class=\"{class}\" x1=\"{x}%\" x2=\"{x}%\" y1=\"{}\" y2=\"{end}\"/>\
             <text class=\"s\" x=\"{x}%\" y=\"{y}\" text-anchor=\"{anchor}\">",
            y + 4
        ));
        self.text(label);
        self.raw("</text>\n");
    }

    fn chart_row(&mut self, chart: &Chart, y: u32, row: &ChartRow, words: &Words, below: bool) {
        self.drawn_lines(0, y + LINE - 5, std::slice::from_ref(&words.title), 1);
        let bar = y + LINE;
        for (from, to, tone, _) in &row.bars {
            let (from, to) = (share(chart, *from), share(chart, *to));
            // What takes no time or money at all can still be seen.
            let wide = (to - from).max(0.6);
            let from = from.min(100.0 - wide);
            self.bar(*tone, (from, wide), (bar, BAR));
        }
        for (value, tone, _) in &row.dots {
            self.raw(&format!(
                "<circle class=\"shape {}\" cx=\"{}%\" cy=\"{}\" r=\"5\"/>",
                class_of(*tone),
                number(share(chart, *value).clamp(1.0, 99.0)),
                bar + BAR / 2
            ));
        }
        if below {
            self.drawn_lines(0, bar + BAR + LINE - 3, std::slice::from_ref(&words.label), 0);
        } else if !words.label.is_empty() {
            self.raw(&format!("<text class=\"s\" x=\"100%\" y=\"{}\" text-anchor=\"end\">", y + LINE - 5));
            self.text(&words.label);
            self.raw("</text>");
        }
        self.raw("\n");
    }

    /// Writes a bar; `across` in hundredths of the width, `down` in pixels, each a start and a length.
    fn bar(&mut self, tone: Tone, across: (f64, f64), down: (u32, u32)) {
        let (x, wide) = (number(across.0), number(across.1));
        let (y, high) = down;
        self.raw(&format!(
            "<rect class=\"shape {}\" x=\"{x}%\" y=\"{y}\" width=\"{wide}%\" height=\"{high}\"/>",
            class_of(tone)
        ));
        if tone == Tone::Striped {
            // A broad line of dashes: stripes that need no pattern with a name of its own.
            self.raw(&format!(
                "<line class=\"hatch\" x1=\"{x}%\" x2=\"{}%\" y1=\"{middle}\" y2=\"{middle}\" stroke-width=\"{high}\"/>",
                number(across.0 + across.1),
                middle = y + high / 2
            ));
        }
    }
}

/// The words of a row: its title, and what is written beside its bars.
struct Words {
    title: String,
    label: String,
}

impl Words {
    fn of(language: &Language, row: &ChartRow) -> Self {
        let labels: Vec<&str> =
            row.bars.iter().map(|bar| bar.3.as_str()).filter(|label| !label.is_empty()).collect();
        let line = |text: &str| wrap(text, ROOM, 1).pop().unwrap_or_default();
        Self { title: line(&row.title), label: line(&labels.join(language.comma())) }
    }
}

/// Returns where a value stands, in hundredths of the scale; what is off the scale stands at its end.
fn share(chart: &Chart, value: f64) -> f64 {
    let share = (value - chart.from) / (chart.to - chart.from) * 100.0;
    if share.is_nan() { 0.0 } else { share.clamp(0.0, 100.0) }
}

#[cfg(test)]
mod tests {
    use crate::handbook::{Chart, ChartRow, Drawing, Tone};
    use crate::render::html::figure::tests::{BAD, drawn, figure, html};

    fn chart() -> Chart {
        Chart {
            from: 0.0,
            to: 50.0,
            ticks: vec![(0.0, "0 %".into()), (50.0, "50 %".into())],
            limits: vec![(25.0, "a quarter".into())],
            rows: vec![ChartRow {
                title: "Ada".into(),
                bars: vec![(0.0, 20.0, Tone::Plain, "40 %".into())],
                dots: vec![(10.0, Tone::Strong, "here".into())],
            }],
        }
    }

    #[test]
    fn values_stand_where_the_scale_says() {
        assert_eq!(
            drawn(Drawing::Chart(chart())),
            "<svg class=\"drawing plot\" width=\"100%\" height=\"86\" role=\"img\"><title>T</title><desc>D</desc>\n\
             <line class=\"tick\" x1=\"0%\" x2=\"0%\" y1=\"17\" y2=\"82\"/>\
             <text class=\"s\" x=\"0%\" y=\"13\" text-anchor=\"start\">0 %</text>\n\
             <line class=\"tick\" x1=\"100%\" x2=\"100%\" y1=\"17\" y2=\"82\"/>\
             <text class=\"s\" x=\"100%\" y=\"13\" text-anchor=\"end\">50 %</text>\n\
             <text class=\"b\" x=\"0\" y=\"63\">Ada</text>\
             <rect class=\"shape plain\" x=\"0%\" y=\"68\" width=\"40%\" height=\"14\"/>\
             <circle class=\"shape strong\" cx=\"20%\" cy=\"75\" r=\"5\"/>\
             <text class=\"s\" x=\"100%\" y=\"63\" text-anchor=\"end\">40 %</text>\n\
             <line class=\"limit\" x1=\"50%\" x2=\"50%\" y1=\"35\" y2=\"82\"/>\
             <text class=\"s\" x=\"50%\" y=\"31\" text-anchor=\"start\">a quarter</text>\n</svg>\n"
        );
    }

    #[test]
    fn what_is_off_the_scale_or_no_number_stays_in_the_picture() {
        let mut wild = chart();
        wild.rows[0].bars = vec![
            (-10.0, f64::INFINITY, Tone::Striped, String::new()),
            (f64::NAN, f64::NAN, Tone::Alarm, String::new()),
        ];
        let out = drawn(Drawing::Chart(wild));
        assert!(out.contains("x=\"0%\" y=\"68\" width=\"100%\""), "{out}");
        assert!(
            out.contains(
                "<line class=\"hatch\" x1=\"0%\" x2=\"100%\" y1=\"75\" y2=\"75\" stroke-width=\"14\"/>"
            ),
            "{out}"
        );
        assert!(out.contains("x=\"0%\" y=\"68\" width=\"0.6%\""), "{out}");
        for (from, to) in [(0.0, 0.0), (f64::NAN, 1.0), (f64::NEG_INFINITY, 1.0)] {
            let none = html(figure(Drawing::Chart(Chart { from, to, ..chart() })));
            assert!(!none.contains("<svg"), "{none}");
        }
    }

    #[test]
    fn hostile_words_stay_words() {
        let row = ChartRow {
            title: BAD.into(),
            bars: vec![(0.0, 1.0, Tone::Dashed, BAD.into())],
            dots: Vec::new(),
        };
        let (ticks, limits) = (vec![(0.0, BAD.into())], vec![(0.0, BAD.into())]);
        let out = html(figure(Drawing::Chart(Chart { from: 0.0, to: 1.0, ticks, limits, rows: vec![row] })));
        assert!(out.contains("<svg") && !out.contains("<script>"), "{out}");
    }
}
