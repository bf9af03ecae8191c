//! How much work the charter's own rules may do. Counted in units, never in time, so that every machine ends alike.

use std::sync::atomic::{AtomicU64, Ordering};

/// Units for one expression and one entry. A value that is looked at costs one unit, a text one more for each 16 bytes.
const EACH: u64 = 50_000;
/// Units for all rules together.
const ALL: u64 = 10_000_000;
/// How many bytes of text cost a unit.
const BYTES: usize = 16;

/// Counts work down. Only one thread counts, and one run has one meter.
#[derive(Debug)]
pub(super) struct Meter {
    each: AtomicU64,
    all: AtomicU64,
}

impl Meter {
    /// Returns a full meter.
    pub(super) fn new() -> Self {
        Self { each: AtomicU64::new(EACH), all: AtomicU64::new(ALL) }
    }

    /// Starts the next expression.
    pub(super) fn start(&self) {
        self.each.store(EACH, Ordering::Relaxed);
    }

    /// Takes units away; `false` where too few are left, from then on for this expression.
    pub(super) fn charge(&self, units: usize) -> bool {
        let units = u64::try_from(units).unwrap_or(u64::MAX);
        let take = |left: &AtomicU64| {
            let after = left.load(Ordering::Relaxed).checked_sub(units);
            left.store(after.unwrap_or(0), Ordering::Relaxed);
            after.is_some_and(|after| after > 0)
        };
        // Both are charged, whether the first holds or not.
        let (each, all) = (take(&self.each), take(&self.all));
        each && all
    }

    /// Takes the units of a text away.
    pub(super) fn charge_text(&self, text: &str) -> bool {
        self.charge(1 + text.len() / BYTES)
    }

    /// Says whether an expression did too much.
    pub(super) fn is_empty(&self) -> bool {
        self.each.load(Ordering::Relaxed) == 0 || self.is_spent()
    }

    /// Says whether all rules together did too much.
    pub(super) fn is_spent(&self) -> bool {
        self.all.load(Ordering::Relaxed) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL, EACH, Meter};

    #[test]
    fn an_expression_stops_at_its_end_and_the_next_one_starts_anew() {
        let meter = Meter::new();
        assert!(meter.charge(usize::try_from(EACH).unwrap() - 1));
        assert!(!meter.charge(1) && meter.is_empty() && !meter.charge(1));
        meter.start();
        assert!(meter.charge(1) && !meter.is_empty());
    }

    #[test]
    fn all_expressions_together_stop_for_good() {
        let meter = Meter::new();
        for _ in 0..ALL / EACH {
            meter.start();
            meter.charge(usize::try_from(EACH).unwrap());
        }
        meter.start();
        assert!(meter.is_spent() && !meter.charge(1));
    }

    #[test]
    fn a_long_text_costs_more_than_a_short_one() {
        let meter = Meter::new();
        assert!(meter.charge_text(&"a".repeat(16 * 40_000)));
        assert!(!meter.charge_text(&"a".repeat(16 * 10_000)));
    }
}
