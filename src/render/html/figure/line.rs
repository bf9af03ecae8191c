//! Stations along time: across the page where there is room, and downwards on a phone.

use crate::handbook::{Figure, Station};
use crate::render::html::Writer;
use crate::render::html::figure::words::wrap;
use crate::render::html::figure::{LINE, class_of};

/// Pixels that a line of words beside the rail may take: those of the narrowest phone.
const ROOM: u32 = 240;
/// Pixels across all stations beside each other, at the least.
const ACROSS: u32 = 640;
/// Most stations beside each other.
const MOST: u32 = 6;
/// Radius of a station.
const RADIUS: u32 = 7;

impl Writer<'_> {
    /// Writes a line of stations; downwards if `down`, and where the page is narrow.
    pub(super) fn time_line(&mut self, figure: &Figure, stations: &[Station], down: bool) -> bool {
        let count = u32::try_from(stations.len()).unwrap_or(u32::MAX);
        if count == 0 {
            return false;
        }
        let across = !down && count <= MOST;
        if across {
            self.line_across(figure, stations, count);
        }
        self.line_down(figure, stations, if across { "drawing tall" } else { "drawing" });
        true
    }

    fn line_across(&mut self, figure: &Figure, stations: &[Station], count: u32) {
        let lines: Vec<(usize, Vec<String>)> =
            stations.iter().map(|station| lines(station, ACROSS / count - 12)).collect();
        let most = lines.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
        let height = 2 * RADIUS + 12 + u32::try_from(most).unwrap_or(0) * LINE;
        self.drawing_start(figure, "drawing wide", &format!("width=\"100%\" height=\"{height}\""), false);
        let share = 100.0 / f64::from(count);
        let end = super::number(share * f64::from(count - 1));
        let y = RADIUS + 1;
        self.raw(&format!("<line class=\"edge\" x1=\"{y}\" x2=\"{end}%\" y1=\"{y}\" y2=\"{y}\"/>\n"));
        for (index, (station, (bold, lines))) in (0_u32..).zip(stations.iter().zip(&lines)) {
            let x = super::number(share * f64::from(index));
            self.raw(&format!("<svg class=\"{}\" x=\"{x}%\" overflow=\"visible\">", class_of(station.tone)));
            self.raw(&format!("<circle class=\"shape\" cx=\"{y}\" cy=\"{y}\" r=\"{RADIUS}\"/>"));
            self.drawn_lines(0, 2 * RADIUS + LINE + 2, lines, *bold);
            self.raw("</svg>\n");
        }
        self.raw("</svg>\n");
    }

    fn line_down(&mut self, figure: &Figure, stations: &[Station], class: &str) {
        let lines: Vec<(usize, Vec<String>)> = stations.iter().map(|station| lines(station, ROOM)).collect();
        let mut tops = vec![0];
        for (_, lines) in &lines {
            let last = tops.last().copied().unwrap_or(0);
            tops.push(last + u32::try_from(lines.len().max(1)).unwrap_or(1) * LINE + 14);
        }
        let height = tops.last().copied().unwrap_or(0).saturating_sub(8);
        let links = stations.iter().any(|station| station.target.is_some());
        self.drawing_start(figure, class, &format!("width=\"100%\" height=\"{height}\""), links);
        let x = RADIUS + 1;
        let end = tops.iter().rev().nth(1).copied().unwrap_or(0) + x + 2;
        self.raw(&format!("<line class=\"edge\" x1=\"{x}\" x2=\"{x}\" y1=\"{x}\" y2=\"{end}\"/>\n"));
        for ((station, (bold, lines)), top) in stations.iter().zip(&lines).zip(tops) {
            self.raw(&format!("<g class=\"rung {}\">", class_of(station.tone)));
            self.raw(&format!("<circle class=\"shape\" cx=\"{x}\" cy=\"{}\" r=\"{RADIUS}\"/>", top + x + 2));
            let (when, what) = lines.split_at(*bold);
            self.drawn_lines(28, top + 15, when, *bold);
            let end = station.target.as_ref().map_or("", |target| self.link_start(target, ""));
            self.drawn_lines(28, top + 15 + u32::try_from(*bold).unwrap_or(0) * LINE, what, 0);
            self.raw(end);
            self.raw("</g>\n");
        }
        self.raw("</svg>\n");
    }
}

/// Returns how many lines say when, and all lines.
fn lines(station: &Station, pixels: u32) -> (usize, Vec<String>) {
    let mut lines = wrap(&station.when, pixels, 3);
    let bold = lines.len();
    lines.extend(wrap(&station.text, pixels, 9));
    (bold, lines)
}

#[cfg(test)]
mod tests {
    use crate::handbook::{Drawing, Station, Target, Tone};
    use crate::render::html::figure::tests::{BAD, drawn, figure, html};

    fn station(when: &str, text: &str, tone: Tone) -> Station {
        Station { when: when.into(), minutes: None, text: text.into(), target: None, tone }
    }

    #[test]
    fn a_ladder_goes_down() {
        let stations = vec![
            station("at once", "Service desk", Tone::Plain),
            station("after 5 minutes", "Head", Tone::Quiet),
        ];
        assert_eq!(
            drawn(Drawing::Line { stations, down: true }),
            "<svg class=\"drawing\" width=\"100%\" height=\"92\" role=\"img\"><title>T</title><desc>D</desc>\n\
             <line class=\"edge\" x1=\"8\" x2=\"8\" y1=\"8\" y2=\"60\"/>\n\
             <g class=\"rung plain\"><circle class=\"shape\" cx=\"8\" cy=\"10\" r=\"7\"/><text class=\"b\" x=\"28\" \
             y=\"15\">at once</text><text class=\"s\" x=\"28\" y=\"33\">Service desk</text></g>\n\
             <g class=\"rung quiet\"><circle class=\"shape\" cx=\"8\" cy=\"60\" r=\"7\"/><text class=\"b\" x=\"28\" \
             y=\"65\">after 5 minutes</text><text class=\"s\" x=\"28\" y=\"83\">Head</text></g>\n</svg>\n"
        );
    }

    #[test]
    fn words_of_a_ladder_can_be_links() {
        let target = Some(Target::Page { path: "roles/a".into(), anchor: None });
        let stations = vec![Station { target, ..station("at once", "Desk", Tone::Plain) }];
        let out = drawn(Drawing::Line { stations, down: true });
        assert!(out.contains("role=\"group\""), "{out}");
        let link = "<a href=\"../roles/a.html\"><text class=\"s\" x=\"28\" y=\"33\">Desk</text></a></g>";
        assert!(out.contains(link), "{out}");
    }

    #[test]
    fn a_line_across_is_drawn_again_downwards_for_phones() {
        let stations =
            vec![station("", "You tell us.", Tone::Plain), station("2 days", "Heard.", Tone::Plain)];
        let out = drawn(Drawing::Line { stations, down: false });
        let wide = out.find("<svg class=\"drawing wide\"").unwrap();
        let tall = out.find("<svg class=\"drawing tall\"").unwrap();
        assert!(wide < tall, "{out}");
        assert!(out.contains("<svg class=\"plain\" x=\"50%\" overflow=\"visible\">"), "{out}");
        assert_eq!(out.matches("role=\"img\"").count(), 2, "{out}");
    }

    #[test]
    fn many_stations_only_go_down_and_none_are_no_picture() {
        let stations = vec![station("", "a", Tone::Plain); 7];
        let out = drawn(Drawing::Line { stations, down: false });
        assert!(!out.contains("wide") && !out.contains("tall"), "{out}");
        let out = html(figure(Drawing::Line { stations: Vec::new(), down: false }));
        assert!(!out.contains("<svg") && !out.contains("<details"), "{out}");
    }

    #[test]
    fn hostile_words_stay_words() {
        for down in [true, false] {
            let out = html(figure(Drawing::Line { stations: vec![station(BAD, BAD, Tone::Alarm)], down }));
            assert!(!out.contains("<script") && out.contains("&lt;script&gt;"), "{out}");
        }
    }
}
