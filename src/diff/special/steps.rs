//! The steps of an escalation: who is next, and after how long.

use std::collections::BTreeSet;

use crate::diff::change::Class;
use crate::diff::content::Content;
use crate::diff::fields::{Found, Pair, Values};
use crate::diff::names::{item_shape, quoted};
use crate::diff::sentence::Piece;
use crate::document::schema::Shape;
use crate::source::Kind;

/// A step with what names it: who is turned to, or what is said.
type Step<'a> = ((String, usize), &'a Content);

fn read(content: Option<&Content>) -> Vec<Step<'_>> {
    let mut steps: Vec<Step<'_>> = Vec::new();
    for item in content.map_or(&[][..], Content::items) {
        let who = item.field("who");
        let name = if who.is_empty() { item.field("say") } else { who };
        let number = steps.iter().filter(|((other, _), _)| other == name).count();
        steps.push(((name.to_owned(), number), item));
    }
    steps
}

impl Pair<'_> {
    /// Compares the steps of an escalation.
    pub(in crate::diff) fn steps(&mut self, values: Values<'_>) {
        let (old, new) = (read(values.before), read(values.after));
        let keys = |steps: &[Step<'_>]| -> Vec<(String, usize)> {
            steps.iter().map(|(key, _)| key.clone()).collect()
        };
        let (before, after) = (keys(&old), keys(&new));
        let gone: Vec<&(String, usize)> = before.iter().filter(|key| !after.contains(key)).collect();
        let come: Vec<&(String, usize)> = after.iter().filter(|key| !before.contains(key)).collect();
        let place =
            |keys: &[(String, usize)], key: &(String, usize)| keys.iter().position(|other| other == key);
        match (gone.as_slice(), come.as_slice()) {
            ([was], [now]) if place(&before, was) == place(&after, now) => {
                let number = place(&after, now).unwrap_or(0) + 1;
                let more = [
                    ("number", vec![Piece::Words(number.to_string())]),
                    ("old", self.step_name(&was.0)),
                    ("new", self.step_name(&now.0)),
                ];
                let template = "step {number} of {name} is now {new} (was {old})";
                let sides = (Some(was.0.clone()), Some(now.0.clone()));
                self.one_step(values, template, (Class::AccountabilityMoved, false), sides, &more);
            }
            (gone, come) => {
                for key in come {
                    let more = [("who", self.step_name(&key.0))];
                    let class = (Class::CheckStrengthened, false);
                    self.one_step(
                        values,
                        "{name} now has the step {who}",
                        class,
                        (None, Some(key.0.clone())),
                        &more,
                    );
                }
                for key in gone {
                    let more = [("who", self.step_name(&key.0))];
                    let class = (Class::CheckWeakened, false);
                    self.one_step(
                        values,
                        "{name} no longer has the step {who}",
                        class,
                        (Some(key.0.clone()), None),
                        &more,
                    );
                }
            }
        }
        let common = |keys: &[(String, usize)], others: &[(String, usize)]| -> Vec<(String, usize)> {
            keys.iter().filter(|key| others.contains(key)).cloned().collect()
        };
        if common(&before, &after) != common(&after, &before) {
            let sides = (values.before.map(Content::written), values.after.map(Content::written));
            let class = (Class::CheckWeakened, true);
            self.one_step(values, "the steps of {name} come in another order", class, sides, &[]);
        }
        self.same_steps(values, &old, &new);
    }

    fn same_steps(&mut self, values: Values<'_>, old: &[Step<'_>], new: &[Step<'_>]) {
        let Shape::Object(object) = item_shape(values.shape) else { return };
        let known: BTreeSet<&(String, usize)> = new.iter().map(|(key, _)| key).collect();
        for (key, before) in old.iter().filter(|(key, _)| known.contains(key)) {
            let Some((_, after)) = new.iter().find(|(other, _)| other == key) else { continue };
            let path: Vec<String> = values.path.iter().cloned().chain([key.0.clone()]).collect();
            let words = self.step_name(&key.0);
            self.fields(object, ("steps/*", &path, &words), Some(before), Some(after));
        }
    }

    fn step_name(&self, name: &str) -> Vec<Piece> {
        if name.contains(' ') {
            return quoted(name).unwrap_or_else(|| vec![Piece::Words("a longer text".to_owned())]);
        }
        self.names.mention(&[Kind::Role, Kind::Rota], name)
    }

    fn one_step(
        &mut self,
        values: Values<'_>,
        template: &str,
        (class, incomparable): (Class, bool),
        (before, after): (Option<String>, Option<String>),
        more: &[(&str, Vec<Piece>)],
    ) {
        let sentence = self.say(template, values.key, more);
        let name = after.as_ref().or(before.as_ref()).filter(|_| !more.is_empty());
        let path: Vec<String> = values.path.iter().cloned().chain(name.cloned()).collect();
        self.add(Found { path, before, after, class, incomparable }, sentence);
    }
}
