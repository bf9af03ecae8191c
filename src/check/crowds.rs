//! What rules about policies and records share: who is meant, until when, and how names are listed.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Context;
use crate::model::kinds::{Policy, PolicyStatus, Role};
use crate::model::value::{Date, GroupRef, TimeSpan};
use crate::source::Kind;

/// How many names a message lists before it counts the rest.
const NAMED: usize = 5;

/// Lists ids in backticks; past the fifth they are counted.
pub(super) fn names(ids: &[&str]) -> String {
    let mut listed: Vec<String> = ids.iter().take(NAMED).map(|id| format!("`{id}`")).collect();
    if ids.len() > NAMED {
        listed.push(format!("{} more", ids.len() - NAMED));
    }
    match listed.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [start @ .., last] => format!("{} and {last}", start.join(", ")),
    }
}

/// Returns the day that is a length of time after another; terms and working days by the calendar of the year.
pub(super) fn after(span: TimeSpan, day: Date) -> Option<Date> {
    let exact = span.add_to(day);
    exact.or_else(|| add_days(day, i64::try_from(span.approximate_elapsed_minutes() / (24 * 60)).ok()?))
}

/// Returns the day that is so many days later.
pub(super) fn add_days(day: Date, days: i64) -> Option<Date> {
    let span = jiff::Span::new().try_days(days).ok()?;
    Date::from_civil(day.civil().checked_add(span).ok()?)
}

/// Returns how many days lie between two days.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    (to.civil() - from.civil()).get_days().into()
}

/// Says whether a policy must be followed on a day.
pub(super) fn in_force(policy: &Policy, day: Date) -> bool {
    policy.status == PolicyStatus::Active && policy.effective <= day
}

/// Says whether everyone who is named as filling a role, or backing it, is known, so that who fills it can be told.
/// Nobody can tell who fills an outside role with a contact only.
pub(super) fn is_clear(context: &Context<'_>, role: &Role) -> bool {
    let known = |id: &str| context.charter.people.get(id).is_some();
    let named = role.filled_by.iter().filter_map(|holder| holder.person());
    let backups = role.backup.iter().filter_map(|backup| backup.id());
    let unnamed = role.filled_by.is_empty() && role.contact.is_some();
    !unnamed && named.chain(backups).all(known)
}

/// The people of groups on the day of the check, each looked up once.
pub(super) struct Crowds<'a> {
    context: &'a Context<'a>,
    whole: bool,
    known: BTreeMap<Vec<&'a str>, BTreeSet<&'a str>>,
}

impl<'a> Crowds<'a> {
    /// Starts with nobody looked up.
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        let kinds = [Kind::Person, Kind::Role, Kind::Team];
        let mut entries = context.registry.entries();
        let whole = !context.charter.people.is_empty()
            && kinds.iter().all(|kind| context.registry.is_whole(*kind))
            && entries.all(|entry| entry.sound || !kinds.contains(&entry.kind));
        Self { context, whole, known: BTreeMap::new() }
    }

    /// Returns the ids of those who are here and belong to one of the groups; `None` where that cannot be told,
    /// because a group is unknown, has people without a name here, or something could not be read.
    pub(super) fn of(&mut self, groups: &'a [GroupRef]) -> Option<&BTreeSet<&'a str>> {
        let charter = self.context.charter;
        let clear = |group: &GroupRef| {
            let role = charter.roles.get(group.as_str()).is_some_and(|role| is_clear(self.context, role));
            group.word().is_some() || charter.teams.get(group.as_str()).is_some() || role
        };
        if !self.whole || !groups.iter().all(clear) {
            return None;
        }
        let key = groups.iter().map(GroupRef::as_str).collect();
        let people =
            || charter.people_in(groups, self.context.as_of).into_iter().map(|person| person.id.as_str());
        Some(self.known.entry(key).or_insert_with(|| people().collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::{after, days_between, names};
    use crate::model::value::{Date, TimeSpan};

    #[test]
    fn a_long_list_of_names_is_cut() {
        assert_eq!(names(&["a"]), "`a`");
        assert_eq!(names(&["a", "b", "c", "d", "e"]), "`a`, `b`, `c`, `d` and `e`");
        assert_eq!(names(&["a", "b", "c", "d", "e", "f", "g"]), "`a`, `b`, `c`, `d`, `e` and 2 more");
    }

    #[test]
    fn days_are_counted_and_terms_are_a_third_of_a_year() {
        let day = |text| Date::parse(text).unwrap();
        let term = TimeSpan::parse("3 terms").unwrap();
        assert_eq!(after(term, day("2025-01-01")), Some(day("2026-01-01")));
        assert_eq!(days_between(day("2025-01-01"), day("2026-01-02")), 366);
    }
}
