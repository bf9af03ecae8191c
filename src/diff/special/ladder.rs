//! Approvals: what each role may approve before and after.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::diff::change::Class;
use crate::diff::content::Content;
use crate::diff::fields::{Found, Pair, Values, compare};
use crate::diff::names::long_money;
use crate::diff::sentence::{Piece, join};
use crate::source::Kind;

/// How much somebody may approve.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Limit {
    /// Up to an amount.
    Money(String),
    /// Any amount.
    Any,
}

/// What the steps of an approval come to.
#[derive(Debug, Default)]
struct Ladder {
    /// The limit of each role, from steps by amount.
    limits: BTreeMap<String, Limit>,
    /// Who must agree as well, by role and by whether the step has no limit.
    partners: BTreeMap<String, BTreeSet<String>>,
    /// Whether some step has no limit.
    endless: bool,
    /// Amounts above which nothing is allowed.
    forbidden: BTreeSet<String>,
    /// Who must agree in a case, with those who must agree as well.
    cases: BTreeMap<String, (String, BTreeSet<String>)>,
    /// Whether there is a step at all.
    any: bool,
}

impl Ladder {
    fn read(content: Option<&Content>) -> Self {
        let mut ladder = Self::default();
        for step in content.map_or(&[][..], Content::items) {
            ladder.any = true;
            let by = step.field("by").to_owned();
            let and = step.get("and").map_or(&[][..], Content::items);
            let and: BTreeSet<String> = and.iter().map(|role| role.text().to_owned()).collect();
            let (up_to, when) = (step.field("up_to"), step.field("when"));
            if up_to.is_empty() && !when.is_empty() && step.get("above").is_none() {
                ladder.cases.insert(when.to_owned(), (by, and));
                continue;
            }
            ladder.endless |= up_to.is_empty();
            if by == "none" {
                ladder.forbidden.insert(step.field("above").to_owned());
                continue;
            }
            let limit = if up_to.is_empty() { Limit::Any } else { Limit::Money(up_to.to_owned()) };
            ladder.partners.entry(by.clone()).or_default().extend(and);
            match ladder.limits.get(&by).map(|old| old.compare(&limit)) {
                Some(Some(Ordering::Greater | Ordering::Equal)) => {}
                Some(Some(Ordering::Less) | None) | None => drop(ladder.limits.insert(by, limit)),
            }
        }
        ladder
    }
}

impl Limit {
    fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Any, Self::Any) => Some(Ordering::Equal),
            (Self::Any, Self::Money(_)) => Some(Ordering::Greater),
            (Self::Money(_), Self::Any) => Some(Ordering::Less),
            (Self::Money(old), Self::Money(new)) => compare(old, new),
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Money(amount) => long_money(amount),
            Self::Any => "any amount".to_owned(),
        }
    }
}

/// Says a text as it is.
fn plain(text: impl Into<String>) -> Vec<Piece> {
    vec![Piece::Words(text.into())]
}

impl Pair<'_> {
    /// Compares the steps of an approval.
    pub(in crate::diff) fn ladder(&mut self, values: Values<'_>) {
        let (old, new) = (Ladder::read(values.before), Ladder::read(values.after));
        let count = self.changes.len();
        if old.any != new.any {
            let template = if new.any {
                "{name} now needs the approval of {who}"
            } else {
                "{name} no longer needs anybody's approval (was {who})"
            };
            let class = if new.any { Class::CheckStrengthened } else { Class::CheckWeakened };
            let who = self.everyone(if new.any { &new } else { &old });
            self.step(values, template, class, false, (None, None), &[("who", who)]);
        }
        let roles: BTreeSet<&String> = old.limits.keys().chain(new.limits.keys()).collect();
        for role in roles {
            self.limit(values, role, old.limits.get(role), new.limits.get(role));
            let nobody = BTreeSet::new();
            if let (Some(_), Some(_)) = (old.limits.get(role), new.limits.get(role)) {
                let with = |ladder: &Ladder| ladder.partners.get(role).unwrap_or(&nobody).clone();
                self.partners(values, role, &with(&old), &with(&new));
            }
        }
        if old.any
            && new.any
            && !old.limits.is_empty()
            && !new.limits.is_empty()
            && old.endless != new.endless
        {
            let (template, class) = if new.endless {
                ("it is now said who must agree to the largest amounts for {name}", Class::CheckStrengthened)
            } else {
                (
                    "it is no longer said who must agree to the largest amounts for {name}",
                    Class::CheckWeakened,
                )
            };
            self.step(values, template, class, false, (None, None), &[]);
        }
        if old.any == new.any {
            self.forbidden(values, &old, &new);
            self.cases(values, &old, &new);
        }
        if self.changes.len() == count && steps(values.before) != steps(values.after) {
            // The same limits in other steps, such as in another order.
            self.step(
                values,
                "the steps of the approval of {name} are others, with the same limits",
                Class::CheckWeakened,
                true,
                (None, None),
                &[],
            );
        }
    }

    /// Says that a role may approve more or less.
    fn limit(&mut self, values: Values<'_>, role: &str, old: Option<&Limit>, new: Option<&Limit>) {
        let who = self.names.mention(&[Kind::Role], role);
        let said = |limit: Option<&Limit>| limit.map(Limit::words);
        let words = |limit: Option<&Limit>| plain(said(limit).unwrap_or_default());
        let (template, order) = match (old, new) {
            (Some(before), Some(after)) if before == after => return,
            (Some(before), Some(after)) => {
                ("{who} may now approve {new} (was {old}) for {name}", before.compare(after))
            }
            (None, Some(Limit::Money(_))) => {
                ("{who} may now approve up to {new} for {name} (was nothing)", Some(Ordering::Less))
            }
            (None, Some(Limit::Any)) => {
                ("{who} may now approve any amount for {name} (was nothing)", Some(Ordering::Less))
            }
            (Some(_), None) => ("{who} may no longer approve {name} (was {old})", Some(Ordering::Greater)),
            (None, None) => return,
        };
        let (class, incomparable) = match order {
            Some(Ordering::Less) => (Class::PowerWidened, false),
            Some(Ordering::Greater) => (Class::PowerNarrowed, false),
            Some(Ordering::Equal) => return,
            None => (Class::PowerWidened, true),
        };
        let more = [("who", who), ("old", words(old)), ("new", words(new)), ("role", plain(role))];
        self.step(values, template, class, incomparable, (said(old), said(new)), &more);
    }

    /// Says who must agree beside a role, or no longer.
    fn partners(&mut self, values: Values<'_>, role: &str, old: &BTreeSet<String>, new: &BTreeSet<String>) {
        let who = self.names.mention(&[Kind::Role], role);
        for (partner, came) in
            new.difference(old).map(|one| (one, true)).chain(old.difference(new).map(|one| (one, false)))
        {
            let other = self.names.mention(&[Kind::Role], partner);
            let (template, class) = if came {
                ("where {who} approves {name}, {other} must now agree too", Class::CheckStrengthened)
            } else {
                ("where {who} approves {name}, {other} no longer has to agree too", Class::CheckWeakened)
            };
            let sides = if came { (None, Some(partner.clone())) } else { (Some(partner.clone()), None) };
            let more = [("who", who.clone()), ("other", other), ("role", plain(role))];
            self.step(values, template, class, false, sides, &more);
        }
    }

    fn forbidden(&mut self, values: Values<'_>, old: &Ladder, new: &Ladder) {
        for amount in old.forbidden.symmetric_difference(&new.forbidden) {
            let (template, class) = if new.forbidden.contains(amount) {
                ("{name} above {amount} is now never allowed", Class::CheckStrengthened)
            } else {
                ("{name} above {amount} is no longer forbidden", Class::CheckWeakened)
            };
            self.step(values, template, class, false, (None, None), &[("amount", plain(long_money(amount)))]);
        }
    }

    /// Compares the cases, each by its words.
    fn cases(&mut self, values: Values<'_>, old: &Ladder, new: &Ladder) {
        let gone: Vec<&String> = old.cases.keys().filter(|case| !new.cases.contains_key(*case)).collect();
        let come: Vec<&String> = new.cases.keys().filter(|case| !old.cases.contains_key(*case)).collect();
        if let ([before], [after]) = (gone.as_slice(), come.as_slice())
            && old.cases[*before] == new.cases[*after]
        {
            let more = [("old", plain(before.as_str())), ("new", plain(after.as_str()))];
            let sides = (Some((*before).clone()), Some((*after).clone()));
            let template = "the approval of {name} {old} now holds {new}";
            self.step(values, template, Class::PowerWidened, true, sides, &more);
        } else {
            for (case, came) in
                come.iter().map(|case| (*case, true)).chain(gone.iter().map(|case| (*case, false)))
            {
                self.case_alone(values, case, if came { &new.cases[case] } else { &old.cases[case] }, came);
            }
        }
        for (case, before) in &old.cases {
            if let Some(after) = new.cases.get(case).filter(|after| *after != before) {
                self.case(values, case, before, after);
            }
        }
    }

    /// Says that a case comes or goes.
    fn case_alone(&mut self, values: Values<'_>, case: &str, who: &(String, BTreeSet<String>), came: bool) {
        let class = if came { Class::CheckStrengthened } else { Class::CheckWeakened };
        let template = match (who.0 == "none", came) {
            (true, true) => "{name} {case} is now never allowed",
            (true, false) => "{name} {case} is no longer forbidden",
            (false, true) => "{name} {case} now needs the approval of {who}",
            (false, false) => "{name} {case} no longer needs the approval of {who}",
        };
        let sides = if came { (None, Some(who.0.clone())) } else { (Some(who.0.clone()), None) };
        let more =
            [("case", plain(in_case(case))), ("who", self.approvers(who)), ("role", plain(who.0.as_str()))];
        self.step(values, template, class, false, sides, &more);
    }

    /// Says that others must agree in a case.
    fn case(
        &mut self,
        values: Values<'_>,
        case: &str,
        old: &(String, BTreeSet<String>),
        new: &(String, BTreeSet<String>),
    ) {
        let words = plain(in_case(case));
        if old.0 == new.0 {
            return self.partners(values, &new.0, &old.1, &new.1);
        }
        for (who, came) in [(new, true), (old, false)] {
            let forbids = who.0 == "none";
            let (template, class) = match (forbids, came) {
                (false, true) => ("{who} may now approve {name} {case}", Class::PowerWidened),
                (false, false) => ("{who} may no longer approve {name} {case}", Class::PowerNarrowed),
                (true, true) => ("{name} {case} is now never allowed", Class::CheckStrengthened),
                (true, false) => ("{name} {case} is no longer forbidden", Class::CheckWeakened),
            };
            let sides = (Some(old.0.clone()), Some(new.0.clone()));
            let more =
                [("case", words.clone()), ("who", self.approvers(who)), ("role", plain(who.0.as_str()))];
            self.step(values, template, class, false, sides, &more);
        }
    }

    /// Returns everybody who must agree in some step.
    fn everyone(&self, ladder: &Ladder) -> Vec<Piece> {
        let limits = ladder.limits.keys().chain(ladder.partners.values().flatten());
        let cases = ladder.cases.values().flat_map(|(by, and)| std::iter::once(by).chain(and));
        let roles: BTreeSet<&String> = limits.chain(cases).filter(|role| *role != "none").collect();
        let names: Vec<Vec<Piece>> =
            roles.into_iter().map(|role| self.names.mention(&[Kind::Role], role)).collect();
        if names.is_empty() { plain("nobody, as it is never allowed") } else { join(&names) }
    }

    fn approvers(&self, (by, and): &(String, BTreeSet<String>)) -> Vec<Piece> {
        let roles = std::iter::once(by).chain(and);
        let names: Vec<Vec<Piece>> = roles.map(|role| self.names.mention(&[Kind::Role], role)).collect();
        join(&names)
    }

    fn step(
        &mut self,
        values: Values<'_>,
        template: &str,
        class: Class,
        incomparable: bool,
        (before, after): (Option<String>, Option<String>),
        more: &[(&str, Vec<Piece>)],
    ) {
        let sentence = self.say(template, values.key, more);
        let role = more.iter().find(|(name, _)| *name == "role").and_then(|(_, pieces)| pieces.first());
        let mut path = values.path.to_vec();
        if let Some(Piece::Words(role)) = role {
            path.push(role.clone());
        }
        self.add(Found { path, before, after, class, incomparable }, sentence);
    }
}

/// Returns the words of a case as they follow a name.
fn in_case(case: &str) -> String {
    if case == "always" { "in every case".to_owned() } else { case.to_owned() }
}

/// Returns the steps without their order.
fn steps(content: Option<&Content>) -> BTreeSet<&Content> {
    content.map_or(&[][..], Content::items).iter().collect()
}
