//! How much turns ask of people.

use std::collections::BTreeMap;

use crate::model::kinds::Rota;

impl Rota {
    /// Returns the share of the time, in percent, for which each person is first or second.
    pub fn shares(&self) -> BTreeMap<&str, f64> {
        let mut shares: BTreeMap<&str, f64> = BTreeMap::new();
        for list in [&self.people, &self.second] {
            let turn = 100.0 / u32::try_from(list.len()).map_or(f64::INFINITY, f64::from);
            for person in list {
                *shares.entry(person.as_str()).or_default() += turn;
            }
        }
        shares
    }

    /// Returns the hours that a turn covers, as a part of the hours of a week.
    pub fn hours_of_a_turn(&self) -> f64 {
        let number = |count: u64| u32::try_from(count).map_or(f64::INFINITY, f64::from);
        let week = number(self.when.minutes_a_week() as u64) / 60.0;
        week * number(self.shift.approximate_elapsed_minutes()) / (7.0 * 24.0 * 60.0)
    }
}
