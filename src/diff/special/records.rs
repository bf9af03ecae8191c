//! Records: entries are added, and never changed.

use crate::diff::change::Class;
use crate::diff::content::Content;
use crate::diff::fields::{Found, Pair};
use crate::diff::sentence::{Piece, join};
use crate::diff::side::Thing;
use crate::source::Kind;

impl Pair<'_> {
    /// Compares a file of records entry by entry.
    pub(in crate::diff) fn records(&mut self) {
        let entries = |thing: Option<&Thing>| -> Vec<Content> {
            thing.map_or_else(Vec::new, |thing| thing.content.items().to_vec())
        };
        let (mut gone, mut come) = (entries(self.before), Vec::new());
        for entry in entries(self.after) {
            match gone.iter().position(|old| *old == entry) {
                Some(at) => drop(gone.remove(at)),
                None => come.push(entry),
            }
        }
        let key = if self.kind == Kind::Acknowledgement { "policy" } else { "date" };
        for entry in come {
            let edited = gone.iter().position(|old| old.field(key) == entry.field(key));
            let old = edited.map(|at| gone.remove(at));
            self.record(old.as_ref(), Some(&entry));
        }
        for entry in gone {
            self.record(Some(&entry), None);
        }
    }

    fn record(&mut self, old: Option<&Content>, new: Option<&Content>) {
        let read = self.kind == Kind::Acknowledgement;
        let template = match (old.is_some(), new.is_some(), read) {
            (false, _, true) => "{name} says that they have read {what}",
            (true, true, true) => "the record that {name} has read {what} was edited",
            (true, false, true) => "the record that {name} has read {what} was taken out",
            (false, _, false) => "a thank-you to {what} was added",
            (true, true, false) => "a thank-you to {what} was edited",
            (true, false, false) => "a thank-you to {what} was taken out",
        };
        let Some(entry) = new.or(old) else { return };
        let what = if read {
            let mut what = self.names.mention(&[Kind::Policy], entry.field("policy"));
            what.push(Piece::Words(format!(", version {}", entry.field("version"))));
            what
        } else {
            let to = entry.get("to").map_or(&[][..], Content::items);
            let names: Vec<Vec<Piece>> =
                to.iter().map(|one| self.names.mention(&[Kind::Person, Kind::Team], one.text())).collect();
            join(&names)
        };
        let sentence = self.say(template, &[], &[("what", what)]);
        let found = Found {
            path: Vec::new(),
            before: old.map(Content::written),
            after: new.map(Content::written),
            class: Class::Record,
            incomparable: false,
        };
        self.add(found, sentence);
    }
}
