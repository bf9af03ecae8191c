//! Entries in columns: the days of a week with the hours down, or the months of a year like sheets on a wall.

use crate::handbook::{Calendar, Figure, Language, Slot, Tone};
use crate::render::html::Writer;
use crate::render::html::figure::words::wrap;
use crate::render::html::figure::{LINE, class_of, number};

/// Where the columns begin; the hours stand before them, in hundredths of the width.
const LEFT: f64 = 8.0;
/// Space between two columns.
const SPACE: f64 = 0.8;
/// Height of the names of the columns.
const HEAD: u32 = 26;
/// Height of an hour.
const HOUR: u32 = 36;
/// Most hours that are drawn at full height.
const TALL: u32 = 14;
/// Pixels of a column, about; the picture is at least 34 letters wide and scrolls where there is less room.
const COLUMN: u32 = 108;
/// Pixels of a column that words may take.
const ROOM: u32 = COLUMN - 4;
/// Most lines for which an entry of little time is made higher.
const LINES: usize = 3;
/// Sheets beside each other.
const SHEETS: usize = 4;
/// Most entries of a sheet.
const ENTRIES: usize = 7;

/// A box of an entry: across in hundredths of the width, down in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    x: f64,
    y: u32,
    wide: f64,
    high: u32,
    /// How much of the height is time; the rest makes room for words.
    time: u32,
}

impl Writer<'_> {
    /// Writes a calendar; `false` where it has no columns or no entries.
    pub(super) fn calendar(&mut self, figure: &Figure, calendar: &Calendar) -> bool {
        if calendar.columns.is_empty() || calendar.entries.is_empty() {
            return false;
        }
        self.scroll_start(figure);
        match calendar.minutes {
            Some((from, to)) if from < to => self.week(figure, calendar, (from, to)),
            Some(_) | None => self.sheets(figure, calendar),
        }
        self.raw("</svg>\n</div>\n");
        true
    }

    fn week(&mut self, figure: &Figure, calendar: &Calendar, hours: (u16, u16)) {
        let grid = Grid::new(calendar, hours);
        let size = format!("width=\"100%\" height=\"{}\"", grid.bottom + 8);
        self.drawing_start(figure, "drawing plot cal", &size, false);
        for (from, to, label) in &calendar.shaded {
            let (top, end) = (grid.down(*from), grid.down(*to));
            if top < end {
                self.raw(&format!(
                    "<rect class=\"shade\" x=\"{LEFT}%\" y=\"{top}\" width=\"{}%\" height=\"{}\"><title>",
                    100.0 - LEFT,
                    end - top
                ));
                self.text(label);
                self.raw("</title></rect>\n");
            }
        }
        for hour in hours.0.div_ceil(60)..=hours.1 / 60 {
            let y = grid.down(hour * 60);
            self.raw(&format!(
                "<line class=\"tick\" x1=\"{LEFT}%\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/>\
                 <text class=\"s\" x=\"0\" y=\"{}\">{hour:02}:00</text>\n",
                y + 5
            ));
        }
        for (index, name) in calendar.columns.iter().enumerate() {
            let x = number(LEFT + grid.column * index_of(index));
            self.raw(&format!("<text class=\"b\" x=\"{x}%\" y=\"16\">"));
            self.text(name);
            self.raw("</text>\n");
        }
        for (place, slot) in grid.places(calendar) {
            self.slot(place, slot);
        }
    }

    /// Writes an entry; a drawing inside the drawing cuts off what does not fit.
    fn slot(&mut self, place: Place, slot: &Slot) {
        let Place { x, y, wide, high, time } = place;
        self.raw(&format!(
            "<svg x=\"{}%\" y=\"{y}\" width=\"{}%\" height=\"{high}\" class=\"{class}\">\
             <rect class=\"shape {class}\" width=\"100%\" height=\"100%\"/>",
            number(x),
            number(wide),
            class = class_of(slot.tone)
        ));
        if time > 0 {
            self.raw(&format!("<rect class=\"time\" width=\"5\" height=\"{time}\"/>"));
        }
        let fits = (high.saturating_sub(2) / LINE).max(1) as usize;
        let lines = wrap(&slot.title, ROOM, fits);
        self.drawn_lines(9, 15, &lines, lines.len());
        self.raw("</svg>\n");
    }

    /// Writes months, or anything without hours, as sheets in rows.
    fn sheets(&mut self, figure: &Figure, calendar: &Calendar) {
        let across = calendar.columns.len().min(SHEETS);
        let wide = 100.0 / index_of(across);
        let sheets: Vec<Vec<Entry>> =
            (0..calendar.columns.len()).map(|at| entries(self.language, calendar, at)).collect();
        let mut tops = Vec::new();
        let mut y = 0;
        for row in sheets.chunks(across) {
            let lines = |sheet: &Vec<Entry>| sheet.iter().map(|(_, lines)| lines.len()).sum::<usize>();
            let most = row.iter().map(lines).max().unwrap_or(0).max(1);
            let high = HEAD + LINE * u32::try_from(most).unwrap_or(1) + 8;
            tops.push((y, high));
            y += high + 8;
        }
        self.drawing_start(figure, "drawing plot cal", &format!("width=\"100%\" height=\"{y}\""), false);
        for (index, (name, sheet)) in calendar.columns.iter().zip(&sheets).enumerate() {
            let Some((y, high)) = tops.get(index / across) else { continue };
            self.raw(&format!(
                "<svg x=\"{}%\" y=\"{y}\" width=\"{}%\" height=\"{high}\">\
                 <rect class=\"sheet\" width=\"100%\" height=\"100%\"/>",
                number(wide * index_of(index % across)),
                number(wide - SPACE)
            ));
            self.drawn_lines(8, 18, std::slice::from_ref(name), 1);
            self.sheet(sheet);
            self.raw("</svg>\n");
        }
    }

    fn sheet(&mut self, entries: &[Entry]) {
        let mut y = HEAD;
        for (tone, lines) in entries {
            if let Some(tone) = tone {
                self.raw(&format!(
                    "<rect class=\"shape {}\" x=\"8\" y=\"{}\" width=\"8\" height=\"8\"/>",
                    class_of(*tone),
                    y + 5
                ));
            }
            self.drawn_lines(22, y + 14, lines, 0);
            y += LINE * u32::try_from(lines.len()).unwrap_or(0);
        }
    }
}

/// A mark, where it has one, and its lines.
type Entry = (Option<Tone>, Vec<String>);

/// Returns the entries of a sheet; of a full one the last says how many more there are.
fn entries(language: &Language, calendar: &Calendar, column: usize) -> Vec<Entry> {
    let all: Vec<&Slot> = calendar.entries.iter().filter(|slot| slot.column == column).collect();
    let shown = if all.len() > ENTRIES { ENTRIES - 1 } else { all.len() };
    let entry = |slot: &&Slot| (Some(slot.tone), wrap(&slot.title, COLUMN + 16, 2));
    let mut entries: Vec<Entry> = all[..shown].iter().map(entry).collect();
    let rest = all.len() - shown;
    if rest > 0 {
        entries.push((None, vec![language.fill("figure-and-more", &[("count", rest.into())])]));
    }
    entries
}

/// The hours down and the columns across.
struct Grid {
    from: u32,
    hours: f64,
    top: u32,
    bottom: u32,
    column: f64,
}

impl Grid {
    fn new(calendar: &Calendar, (from, to): (u16, u16)) -> Self {
        let loose = |column| {
            calendar.entries.iter().filter(|slot| slot.column == column && slot.minutes.is_none()).count()
        };
        let most = (0..calendar.columns.len()).map(loose).max().unwrap_or(0);
        let top = HEAD + u32::try_from(most).unwrap_or(0) * (LINE + 4) + 4;
        let hours = f64::from(to - from) / 60.0;
        let high = (hours * f64::from(HOUR)).min(f64::from(TALL * HOUR)).round() as u32;
        let column = (100.0 - LEFT) / index_of(calendar.columns.len());
        Self { from: u32::from(from), hours, top, bottom: top + high, column }
    }

    /// Returns how far down a minute of the day stands.
    fn down(&self, minute: u16) -> u32 {
        let high = f64::from(self.bottom - self.top);
        let passed = f64::from(u32::from(minute).saturating_sub(self.from)) / 60.0 / self.hours;
        self.top + (passed.clamp(0.0, 1.0) * high).round() as u32
    }

    /// Returns where each entry stands; those at the same time stand side by side, those without a time on top.
    fn places<'a>(&self, calendar: &'a Calendar) -> Vec<(Place, &'a Slot)> {
        let mut places = Vec::new();
        for column in 0..calendar.columns.len() {
            let mut slots: Vec<&Slot> =
                calendar.entries.iter().filter(|slot| slot.column == column).collect();
            slots.sort_by_key(|slot| slot.minutes);
            let left = LEFT + self.column * index_of(column);
            let wide = self.column - SPACE;
            let (timed, loose): (Vec<&Slot>, Vec<&Slot>) =
                slots.into_iter().partition(|slot| slot.minutes.is_some());
            for (y, slot) in (HEAD..).step_by(LINE as usize + 4).zip(loose) {
                places.push((Place { x: left, y, wide, high: LINE + 2, time: 0 }, slot));
            }
            // The end of each lane so far.
            let mut lanes: Vec<u32> = Vec::new();
            let mut chosen = Vec::new();
            for slot in timed {
                let (start, end) = slot.minutes.unwrap_or_default();
                let y = self.down(start);
                let time = self.down(end).saturating_sub(y);
                let lines = u32::try_from(wrap(&slot.title, ROOM, LINES).len()).unwrap_or(1).max(1);
                let high = time.max(lines * LINE + 2);
                let lane = lanes.iter().position(|end| *end <= y).unwrap_or(lanes.len());
                lanes.resize(lanes.len().max(lane + 1), 0);
                lanes[lane] = y + high;
                chosen.push((lane, y, high, time, slot));
            }
            let wide = wide / index_of(lanes.len().max(1));
            places.extend(chosen.into_iter().map(|(lane, y, high, time, slot)| {
                (Place { x: left + wide * index_of(lane), y, wide, high, time }, slot)
            }));
        }
        places
    }
}

fn index_of(index: usize) -> f64 {
    f64::from(u32::try_from(index).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use crate::handbook::{Calendar, Drawing, Slot, Tone};
    use crate::render::html::figure::calendar::{Grid, Place};
    use crate::render::html::figure::tests::{BAD, figure, html};

    fn slot(column: usize, minutes: Option<(u16, u16)>, title: &str) -> Slot {
        Slot { column, minutes, title: title.into(), target: None, tone: Tone::Plain }
    }

    fn week(entries: Vec<Slot>) -> Calendar {
        let columns = ["Monday", "Tuesday"].map(str::to_owned).to_vec();
        Calendar { columns, minutes: Some((480, 600)), entries, shaded: vec![(0, 540, "Quiet".into())] }
    }

    #[test]
    fn entries_at_the_same_time_stand_side_by_side() {
        let calendar = week(vec![
            slot(1, Some((510, 540)), "b"),
            slot(1, Some((480, 540)), "a"),
            slot(1, Some((540, 1440)), "c"),
            slot(0, None, "d"),
        ]);
        let grid = Grid::new(&calendar, (480, 600));
        let places: Vec<(Place, &str)> =
            grid.places(&calendar).into_iter().map(|(place, slot)| (place, slot.title.as_str())).collect();
        let place = |x, y, wide, (high, time)| Place { x, y, wide, high, time };
        assert_eq!(
            places,
            [
                (place(8.0, 26, 45.2, (20, 0)), "d"),
                (place(54.0, 52, 22.6, (36, 36)), "a"),
                (place(76.6, 70, 22.6, (20, 18)), "b"),
                (place(54.0, 88, 22.6, (36, 36)), "c"),
            ]
        );
    }

    #[test]
    fn quiet_hours_are_shaded_only_where_the_scale_shows_them() {
        let out = html(figure(Drawing::Calendar(week(vec![slot(0, Some((480, 510)), "a")]))));
        assert!(
            out.contains("<rect class=\"shade\" x=\"8%\" y=\"30\" width=\"92%\" height=\"36\">"),
            "{out}"
        );
        assert!(out.contains(">08:00</text>") && out.contains(">10:00</text>"), "{out}");
        assert!(!out.contains(">07:00</text>"), "{out}");
    }

    #[test]
    fn a_full_sheet_says_how_many_more_there_are() {
        let months = ["January", "February"].map(str::to_owned).to_vec();
        let entries = (0..9).map(|number| slot(0, None, &format!("e{number}"))).collect();
        let calendar = Calendar { columns: months, minutes: None, entries, shaded: Vec::new() };
        let out = html(figure(Drawing::Calendar(calendar)));
        assert!(out.contains(">e5</text>") && !out.contains(">e6</text>"), "{out}");
        assert!(out.contains(">and 3 more</text>"), "{out}");
    }

    #[test]
    fn odd_calendars_never_break_the_page() {
        for (minutes, entry) in [
            (Some((600, 600)), slot(0, Some((0, 1)), BAD)),
            (Some((0, 1440)), slot(9, Some((5, 1)), BAD)),
            (Some((0, 1440)), slot(0, Some((1500, 1400)), BAD)),
            (None, slot(0, None, BAD)),
        ] {
            let calendar = Calendar {
                columns: vec![BAD.into()],
                minutes,
                entries: vec![entry],
                shaded: vec![(5, 1, BAD.into())],
            };
            let out = html(figure(Drawing::Calendar(calendar)));
            assert!(out.contains("<svg") && !out.contains("<script>"), "{out}");
        }
    }
}
