//! The only reader of the clock: which day it is where the charter lives.

use anyhow::{Context as _, Result};
use itcharter::model::Charter;
use itcharter::model::value::Date;
use jiff::Zoned;
use jiff::tz::TimeZone;

/// Returns today in the charter's time zone; in UTC where it names none.
pub(super) fn today(charter: &Charter) -> Result<Date> {
    let zone = charter.head().and_then(|head| head.timezone.as_ref());
    let zone = zone.and_then(|zone| TimeZone::get(&zone.to_string()).ok()).unwrap_or(TimeZone::UTC);
    let today = Date::from_civil(Zoned::now().with_time_zone(zone).date());
    today.context("the clock of this machine shows a day that cannot be")
}
