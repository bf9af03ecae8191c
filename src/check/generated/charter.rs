//! Small charters at random, and the words that the definitions of rules are made of.

use std::fmt::Write;

use proptest::collection::vec;
use proptest::prelude::Just;
use proptest::strategy::Strategy;
use proptest::{bool, option, prop_oneof};

/// How many people there are.
pub(super) const PEOPLE: usize = 5;
/// How many roles there are.
pub(super) const ROLES: usize = 6;
/// How many duties there are at most.
const DUTIES: usize = 3;

/// A day near the day of the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Day {
    Before,
    Today,
    After,
}

/// A charter. People, roles, duties and services are known by their places: `p0`, `r0`, `d0`, `s0`.
#[derive(Clone, Debug)]
pub(super) struct Small {
    /// When each person has left.
    pub(super) left: Vec<Option<Day>>,
    pub(super) roles: Vec<Role>,
    pub(super) duties: Vec<Duty>,
    /// The role that owns each service.
    pub(super) services: Vec<usize>,
}

#[derive(Clone, Debug)]
pub(super) struct Role {
    pub(super) above: Option<usize>,
    pub(super) filled: Vec<Holder>,
    pub(super) backup: Vec<usize>,
    pub(super) critical: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Holder {
    pub(super) person: usize,
    pub(super) from: Option<Day>,
    pub(super) until: Option<Day>,
    pub(super) acting: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Duty {
    pub(super) area: &'static str,
    pub(super) responsible: Vec<usize>,
    pub(super) apart: Vec<usize>,
    pub(super) steps: Vec<Step>,
    pub(super) own: Option<Own>,
    pub(super) top: Option<usize>,
}

#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) amount: Amount,
    pub(super) case: Option<u8>,
    pub(super) by: Option<usize>,
    pub(super) and: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    None,
    UpTo(u8),
    Above(u8),
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Own {
    NextStep,
    Role(usize),
}

impl Small {
    /// Whether somebody fills a role today.
    pub(super) fn holds(&self, person: usize, role: usize) -> bool {
        self.roles[role].filled.iter().any(|holder| holder.person == person && self.is_current(holder))
    }

    /// Whether an entry of `filled_by` counts today.
    pub(super) fn is_current(&self, holder: &Holder) -> bool {
        let begun = holder.from.is_none_or(|day| day <= Day::Today);
        let lasts = holder.until.is_none_or(|day| Day::Today <= day);
        begun && lasts && self.is_here(holder.person)
    }

    /// Whether somebody fills a role today, or stands in for those who do.
    pub(super) fn covers(&self, person: usize, role: usize) -> bool {
        self.holds(person, role) || (self.is_here(person) && self.roles[role].backup.contains(&person))
    }

    fn is_here(&self, person: usize) -> bool {
        self.left[person].is_none_or(|day| day > Day::Today)
    }

    /// Whether some number of steps upwards leads from a role to another one.
    pub(super) fn works_for(&self, role: usize, boss: usize) -> bool {
        let up = |steps| (0..steps).try_fold(role, |at: usize, _| self.roles[at].above);
        role != boss && (1..=ROLES).any(|steps| up(steps) == Some(boss))
    }

    /// The files that say it.
    pub(super) fn files(&self) -> Vec<(&'static str, String)> {
        let people = self.left.iter().enumerate().map(|(id, left)| {
            let left = left.map_or(String::new(), |day| format!(", left: {}", date(day)));
            format!("- {{id: p{id}, name: P, email: p@x.example, started: 2020-01-01{left}}}\n")
        });
        let services = self.services.iter().enumerate().map(|(id, owner)| {
            format!(
                "- {{id: s{id}, name: S, ask_for: [help], ask_in: desk, owner: r{owner}, for: everyone, takes: 1 day}}\n"
            )
        });
        let mut files: Vec<(&str, String)> = vec![
            ("people.yaml", people.collect()),
            (
                "responsibilities.yaml",
                self.duties.iter().enumerate().map(|(id, duty)| duty.text(id)).collect(),
            ),
            ("roles.yaml", self.roles.iter().enumerate().map(|(id, role)| role.text(id)).collect()),
            ("services.yaml", services.collect()),
        ];
        files.retain(|(_, text)| !text.is_empty());
        files
    }
}

impl Role {
    fn text(&self, id: usize) -> String {
        let above = self.above.map_or("none".to_owned(), |role| format!("r{role}"));
        let holder = |holder: &Holder| {
            let mut text = format!("{{person: p{}, acting: {}", holder.person, holder.acting);
            for (field, day) in [("from", holder.from), ("until", holder.until)] {
                if let Some(day) = day {
                    write!(text, ", {field}: {}", date(day)).unwrap();
                }
            }
            text + "}"
        };
        let filled: Vec<String> = self.filled.iter().map(holder).collect();
        let filled = if filled.is_empty() { "vacant".to_owned() } else { format!("[{}]", filled.join(", ")) };
        let critical = self.critical;
        let backup = list(", backup: ", "p", &self.backup);
        format!(
            "- {{id: r{id}, name: R, purpose: P, reports_to: {above}, critical: {critical}, filled_by: {filled}{backup}}}\n"
        )
    }
}

impl Duty {
    fn text(&self, id: usize) -> String {
        let area = self.area;
        let responsible = list("\n  responsible: ", "r", &self.responsible);
        let apart = list("\n  keep_apart_from: ", "d", &self.apart);
        let mut text = format!(
            "- id: d{id}\n  name: D\n  question: Q\n  area: {area}\n  accountable: r0{responsible}{apart}\n"
        );
        if !self.steps.is_empty() {
            text += "  approval:\n";
        }
        for (index, step) in self.steps.iter().enumerate() {
            let by = step.by.map_or("none".to_owned(), |role| format!("r{role}"));
            write!(text, "    - {{by: {by}{}", list(", and: ", "r", &step.and)).unwrap();
            match step.amount {
                Amount::UpTo(amount) => write!(text, ", up_to: {amount} GBP").unwrap(),
                Amount::Above(amount) => write!(text, ", above: {amount} GBP").unwrap(),
                Amount::None => {}
            }
            match (step.case, step.amount) {
                (Some(case), _) => write!(text, ", when: case {case}").unwrap(),
                (None, Amount::None) => text += ", when: always",
                (None, Amount::UpTo(_) | Amount::Above(_)) => {}
            }
            writeln!(text, "}} # d{id} {:?} {index}", step.case).unwrap();
        }
        match self.own {
            Some(Own::NextStep) => text += "  own_requests: next step up\n",
            Some(Own::Role(role)) => writeln!(text, "  own_requests: r{role}").unwrap(),
            None => {}
        }
        if let Some(role) = self.top {
            writeln!(text, "  top_own_requests: r{role}").unwrap();
        }
        text
    }
}

fn date(day: Day) -> &'static str {
    match day {
        Day::Before => "2026-01-30",
        Day::Today => "2026-01-31",
        Day::After => "2026-02-01",
    }
}

/// A field with a list; a list of nothing is left out.
fn list(field: &str, letter: &str, ids: &[usize]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| format!("{letter}{id}")).collect();
    if ids.is_empty() { String::new() } else { format!("{field}[{}]", ids.join(", ")) }
}

/// Charters with up to so many approval steps in a duty.
pub(super) fn charters(steps: usize) -> impl Strategy<Value = Small> {
    let left = vec(option::weighted(0.1, days()), PEOPLE);
    let duties = vec(duties(steps), 1..=DUTIES);
    (left, vec(roles(), ROLES), duties, vec(0..ROLES, 0..3)).prop_map(
        |(left, roles, mut duties, services)| {
            let count = duties.len();
            duties.iter_mut().for_each(|duty| duty.apart.retain(|other| *other < count));
            Small { left, roles, duties, services }
        },
    )
}

fn days() -> impl Strategy<Value = Day> {
    prop_oneof![Just(Day::Before), Just(Day::Today), Just(Day::After)]
}

fn roles() -> impl Strategy<Value = Role> {
    let some_day = || option::weighted(0.2, days());
    let holder = (0..PEOPLE, some_day(), some_day(), bool::weighted(0.2));
    let holder = holder.prop_map(|(person, from, until, acting)| Holder { person, from, until, acting });
    let above = option::weighted(0.7, 0..ROLES);
    (above, vec(holder, 0..3), vec(0..PEOPLE, 0..2), bool::weighted(0.3))
        .prop_map(|(above, filled, backup, critical)| Role { above, filled, backup, critical })
}

fn duties(steps: usize) -> impl Strategy<Value = Duty> {
    let areas = prop_oneof![Just("money"), Just("access"), Just("privacy"), Just("change"), Just("data")];
    let own = prop_oneof![2 => Just(Own::NextStep), 1 => (0..ROLES).prop_map(Own::Role)];
    let orders = prop_oneof![3 => Just(true), 1 => Just(false)];
    let ends = (option::weighted(0.8, own), option::weighted(0.8, 0..ROLES));
    (areas, vec(0..ROLES, 1..3), vec(0..DUTIES, 0..3), (vec(self::steps(), 0..=steps), orders), ends)
        .prop_map(|(area, responsible, apart, (mut steps, tidy), (own, top))| {
            if tidy {
                rise(&mut steps);
            }
            Duty { area, responsible, apart, steps, own, top }
        })
}

fn steps() -> impl Strategy<Value = Step> {
    let amount = prop_oneof![
        1 => Just(Amount::None),
        4 => (1..6_u8).prop_map(Amount::UpTo),
        1 => (1..6_u8).prop_map(Amount::Above),
    ];
    let by = option::weighted(0.9, 0..ROLES);
    (amount, option::weighted(0.2, 0..2_u8), by, vec(0..ROLES, 0..2))
        .prop_map(|(amount, case, by, and)| Step { amount, case, by, and })
}

/// Makes the amounts rise from step to step, whatever the case; a last `above` repeats the one before.
fn rise(steps: &mut [Step]) {
    let last = steps.len().saturating_sub(1);
    for index in 0..steps.len() {
        let size = u8::try_from(index).unwrap() * 2 + 1;
        let before = index.checked_sub(1).map(|before| (steps[before].amount, steps[before].case));
        let step = &mut steps[index];
        step.amount = match (step.amount, before) {
            (Amount::None, _) => Amount::None,
            (Amount::Above(_), Some((Amount::UpTo(reached), case))) if index == last && case == step.case => {
                Amount::Above(reached)
            }
            (Amount::UpTo(_) | Amount::Above(_), _) => Amount::UpTo(size),
        };
    }
}
