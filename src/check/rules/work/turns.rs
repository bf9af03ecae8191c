//! Whose turn it is, from when until when.

use std::collections::BTreeMap;

use crate::model::kinds::Rota;
use crate::model::value::{Date, TimeUnit, WeekHours, Weekday};
use crate::model::{Charter, Entity};

const DAY: i64 = 24 * 60;

/// One stretch of somebody's turn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch<'a> {
    /// The rota.
    pub(super) rota: &'a Entity<Rota>,
    /// The list that names the person: `people` or `second`.
    pub(super) list: &'static str,
    /// Where in the list.
    pub(super) index: usize,
    /// When it begins, in minutes since the first day's midnight.
    pub(super) start: i64,
    /// When it ends, likewise.
    pub(super) end: i64,
}

impl Stretch<'_> {
    /// Returns the day on which it begins, counted from the first.
    pub(super) fn day(&self) -> i64 {
        self.start.div_euclid(DAY)
    }
}

/// Returns the stretches of the coming days by person, each person's in the order of time. Rotas whose turns are no
/// whole days are left out.
pub(super) fn coming(charter: &Charter, from: Date, days: i64) -> BTreeMap<&str, Vec<Stretch<'_>>> {
    let mut found: BTreeMap<&str, Vec<Stretch<'_>>> = BTreeMap::new();
    for rota in &charter.rotas {
        let Some(length) = days_of_a_turn(rota) else { continue };
        let Ok(ahead) = from.civil().since(rota.starts.civil()) else { continue };
        let ahead = i64::from(ahead.get_days());
        let first = usize::try_from(from.civil().weekday().to_monday_zero_offset()).unwrap_or(0);
        let week: Vec<Vec<(i64, i64)>> = Weekday::ALL.iter().map(|day| stretches(&rota.when, *day)).collect();
        for day in 0..days {
            let Ok(turn) = usize::try_from((ahead + day).div_euclid(length)) else { continue };
            let weekday = (first + usize::try_from(day).unwrap_or(0)) % 7;
            for (list, people) in [("people", &rota.people), ("second", &rota.second)] {
                let Some(index) = turn.checked_rem(people.len()) else { continue };
                let own = found.entry(people[index].as_str()).or_default();
                own.extend(week[weekday].iter().map(|(start, end)| Stretch {
                    rota,
                    list,
                    index,
                    start: day * DAY + start,
                    end: day * DAY + end,
                }));
            }
        }
    }
    found.values_mut().for_each(|own| own.sort_by_key(|stretch| (stretch.start, stretch.end)));
    found
}

fn days_of_a_turn(rota: &Rota) -> Option<i64> {
    let count = i64::try_from(rota.shift.whole_count()?).ok().filter(|count| *count > 0)?;
    match rota.shift.unit() {
        TimeUnit::Day => Some(count),
        TimeUnit::Week => Some(count * 7),
        TimeUnit::Hour => (count % 24 == 0).then_some(count / 24),
        TimeUnit::Minute
        | TimeUnit::WorkingHour
        | TimeUnit::WorkingDay
        | TimeUnit::Month
        | TimeUnit::Term
        | TimeUnit::Year => None,
    }
}

/// Returns what begins on a day of the week, in minutes since its midnight; an end may lie in the next day.
pub(super) fn stretches(when: &WeekHours, day: Weekday) -> Vec<(i64, i64)> {
    match when {
        WeekHours::Always => vec![(0, DAY)],
        WeekHours::Windows(windows) => windows
            .iter()
            .filter(|window| window.days().contains(&day))
            .map(|window| {
                let start = i64::from(window.hours().from().minutes());
                (start, start + i64::from(window.hours().minutes()))
            })
            .collect(),
    }
}
