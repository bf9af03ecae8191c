//! Who fills a role, and who stands in.

use std::collections::BTreeMap;

use crate::diff::change::Class;
use crate::diff::content::Content;
use crate::diff::fields::{Found, Pair, Values, is_nobody};
use crate::diff::sentence::Piece;
use crate::diff::table::{Absent, find};
use crate::document::schema::{Shape, Text};
use crate::model::value::Date;
use crate::source::Kind;

/// One entry: a person with dates, or only a person.
type Holders = BTreeMap<(String, usize), Content>;

fn read(content: Option<&Content>) -> Holders {
    let mut holders = Holders::new();
    for item in content.map_or(&[][..], Content::items).iter().filter(|item| !is_nobody(item)) {
        let person = match item {
            Content::Text(person) => person.clone(),
            Content::Map(_) | Content::List(_) => item.field("person").to_owned(),
        };
        let number = holders.keys().filter(|(other, _)| *other == person).count();
        holders.insert((person, number), item.clone());
    }
    holders
}

fn is_acting(holder: &Content) -> bool {
    holder.field("acting") == "true"
}

impl Pair<'_> {
    /// Compares who fills a role.
    pub(in crate::diff) fn holders(&mut self, values: Values<'_>) {
        let (old, new) = (read(values.before), read(values.after));
        let only = |holders: &Holders, others: &Holders| -> Vec<((String, usize), Content)> {
            let alone = holders.iter().filter(|(key, _)| !others.contains_key(*key));
            alone.map(|(key, holder)| (key.clone(), holder.clone())).collect()
        };
        let (gone, come) = (only(&old, &new), only(&new, &old));
        if let ([(before, was)], [(after, now)]) = (gone.as_slice(), come.as_slice())
            && !is_acting(was)
            && !is_acting(now)
        {
            let more =
                [("old", self.person(&before.0)), ("new", self.person(&after.0)), ("when", dates(now))];
            let sides = (Some(before.0.clone()), Some(after.0.clone()));
            self.holder(values, "{new} now fills {name}{when} (was {old})", sides, &more);
        } else {
            for ((person, _), holder) in &come {
                let template = if is_acting(holder) {
                    "{who} stands in as {name}{when}"
                } else {
                    "{who} now fills {name}{when}"
                };
                let more = [("who", self.person(person)), ("when", dates(holder))];
                self.holder(values, template, (None, Some(person.clone())), &more);
            }
            for ((person, _), holder) in &gone {
                let template = if is_acting(holder) {
                    "{who} no longer stands in as {name}"
                } else {
                    "{who} no longer fills {name}"
                };
                self.holder(values, template, (Some(person.clone()), None), &[("who", self.person(person))]);
            }
        }
        for (key, before) in &old {
            if let Some(after) = new.get(key).filter(|after| *after != before) {
                self.same_holder(values, &key.0, before, after);
            }
        }
    }

    /// Says that somebody fills the role at other times, or with another limit.
    fn same_holder(&mut self, values: Values<'_>, person: &str, before: &Content, after: &Content) {
        let differs = |field: &str| before.field(field) != after.field(field);
        if differs("from") || differs("until") || is_acting(before) != is_acting(after) {
            let template = match (is_acting(before), is_acting(after)) {
                (true, true) => "{who} stands in as {name}{when} (was{old})",
                (false, true) => "{who} now only stands in as {name}{when}",
                (true, false) => "{who} now fills {name}{when}, and no longer only stands in",
                (false, false) => "{who} fills {name}{when} (was{old})",
            };
            let old = dates(before);
            let old = if old.is_empty() { vec![Piece::Words(" without dates".to_owned())] } else { old };
            let more = [("who", self.person(person)), ("when", dates(after)), ("old", old)];
            let sides = (Some(before.written()), Some(after.written()));
            let path: Vec<String> = values.path.iter().cloned().chain([person.to_owned()]).collect();
            self.holder(Values { path: &path, ..values }, template, sides, &more);
        }
        if differs("cap") {
            let path: Vec<String> =
                values.path.iter().cloned().chain([person.to_owned(), "cap".to_owned()]).collect();
            let key = self.person(person);
            let money = Shape::Text(Text { format: Some("money".to_owned()), ..Text::default() });
            let row = find(self.kind, "filled_by/*/cap");
            let (before, after) = (before.get("cap"), after.get("cap"));
            let values = Values { row, shape: &money, path: &path, key: &key, before, after };
            self.ordered(values, Class::PowerWidened, Class::PowerNarrowed, Absent::Most);
        }
    }

    fn person(&self, id: &str) -> Vec<Piece> {
        self.names.mention(&[Kind::Person], id)
    }

    fn holder(
        &mut self,
        values: Values<'_>,
        template: &str,
        (before, after): (Option<String>, Option<String>),
        more: &[(&str, Vec<Piece>)],
    ) {
        let sentence = self.say(template, values.key, more);
        let path = values.path.to_vec();
        self.add(Found { path, before, after, class: Class::People, incomparable: false }, sentence);
    }
}

/// Returns the dates as they follow a name: " from 2 Feb to 13 Mar 2026".
fn dates(holder: &Content) -> Vec<Piece> {
    let day = |field: &str| Date::parse(holder.field(field)).ok();
    let text = match (day("from"), day("until")) {
        (Some(from), Some(until)) if from.civil().year() == until.civil().year() => {
            format!(" from {} to {}", short(from, false), short(until, true))
        }
        (Some(from), Some(until)) => format!(" from {} to {}", short(from, true), short(until, true)),
        (Some(from), None) => format!(" from {}", short(from, true)),
        (None, Some(until)) => format!(" until {}", short(until, true)),
        (None, None) => return Vec::new(),
    };
    vec![Piece::Words(text)]
}

/// Writes a day with the first letters of its month.
fn short(date: Date, year: bool) -> String {
    let long = date.long();
    let mut parts = long.split(' ');
    let (day, month) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let month: String = month.chars().take(3).collect();
    if year { format!("{day} {month} {}", date.civil().year()) } else { format!("{day} {month}") }
}
