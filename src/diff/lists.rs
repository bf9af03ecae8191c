//! Compares lists and maps: what comes, what goes, and what is the same in other words.

use std::collections::{BTreeMap, BTreeSet};

use crate::diff::change::Class;
use crate::diff::content::{self, Content};
use crate::diff::fields::{Found, Pair, Values, is_nobody};
use crate::diff::names::item_shape;
use crate::diff::sentence::Piece;
use crate::document::schema::Shape;

/// Most pairs of texts that are held against each other.
const PAIRS: usize = 400;
/// Two texts of a list count as one that was reworded from this likeness on.
const REWORDED: f64 = 0.6;

impl Pair<'_> {
    /// Says what comes to a list and what goes from it.
    pub(super) fn set(&mut self, values: Values<'_>, comes: Class, goes: Class) {
        let list = |content: Option<&Content>| -> BTreeSet<Content> {
            content.map_or_else(BTreeSet::new, |content| match content {
                Content::List(items) => items.iter().cloned().collect(),
                Content::Text(_) | Content::Map(_) => BTreeSet::from([content.clone()]),
            })
        };
        let (old, new) = (list(values.before), list(values.after));
        let mut gone: Vec<&Content> = old.difference(&new).filter(|item| !is_nobody(item)).collect();
        let mut come: Vec<&Content> = new.difference(&old).filter(|item| !is_nobody(item)).collect();
        if !values.row.said[2].is_empty() {
            self.reworded(values, (&mut gone, &mut come), comes.min(goes), comes != goes);
        }
        for (items, came) in [(come, true), (gone, false)] {
            for item in items {
                let class = if came { comes } else { goes };
                self.member(values, item, came, class, comes.mirror() != goes);
            }
        }
    }

    /// Says which texts of a list have new words.
    fn reworded(
        &mut self,
        values: Values<'_>,
        (gone, come): (&mut Vec<&Content>, &mut Vec<&Content>),
        class: Class,
        incomparable: bool,
    ) {
        if gone.len() * come.len() > PAIRS {
            return;
        }
        come.retain(|new| {
            let alike = |old: &&Content| strsim::normalized_levenshtein(old.text(), new.text());
            let best = gone.iter().enumerate().map(|(at, old)| (at, alike(old)));
            let best = best.max_by(|left, right| left.1.total_cmp(&right.1));
            let Some((at, _)) = best.filter(|(_, likeness)| *likeness >= REWORDED) else { return true };
            let old = gone.remove(at);
            let path: Vec<String> = values.path.iter().cloned().chain([new.text().to_owned()]).collect();
            let shape = item_shape(values.shape);
            let values = Values { path: &path, shape, before: Some(old), after: Some(new), ..values };
            let sentence = self.changed(Values { row: values.row, ..values });
            let found = Found {
                path: values.path[..values.path.len() - 1].to_vec(),
                before: Some(old.written()),
                after: Some(new.written()),
                class,
                incomparable,
            };
            self.add(found, sentence);
            false
        });
    }

    /// Says that one member of a list comes or goes.
    fn member(&mut self, values: Values<'_>, item: &Content, came: bool, class: Class, incomparable: bool) {
        let own = values.row.said[usize::from(!came)];
        let verb = if came { "now include" } else { "no longer include" };
        let general = format!("{} {verb} {{v}}", values.row.phrase);
        let value = self.names.value(item, item_shape(values.shape));
        let value = value.unwrap_or_else(|| vec![Piece::Words("a longer text".to_owned())]);
        let template = if own.is_empty() { &general } else { own };
        let sentence = self.say(template, values.key, &[("v", value)]);
        let mut path = values.path.to_vec();
        let id = content::reference(values.shape).is_some();
        if id {
            path.push(item.text().to_owned());
        }
        let written = Some(item.written());
        let (before, after) = if came { (None, written) } else { (written, None) };
        self.add(Found { path, before, after, class, incomparable }, sentence);
    }

    /// Says who comes to a list and who goes, or that its order is another.
    pub(super) fn sequence(&mut self, values: Values<'_>, class: Class) {
        let set = |content: Option<&Content>| -> BTreeSet<Content> {
            content.map_or(&[][..], Content::items).iter().cloned().collect()
        };
        if set(values.before) == set(values.after) {
            let general = format!("{} is another", values.row.phrase);
            let sentence = self.say(&general, values.key, &[]);
            let found = Found {
                path: values.path.to_vec(),
                before: values.before.map(Content::written),
                after: values.after.map(Content::written),
                class,
                incomparable: false,
            };
            return self.add(found, sentence);
        }
        self.set(values, class, class);
    }

    /// Compares the values of a map, name by name.
    pub(super) fn by_name(&mut self, values: Values<'_>, compare: impl Fn(&mut Self, Values<'_>)) {
        let empty = BTreeMap::new();
        let fields = |content: Option<&'_ Content>| match content {
            Some(Content::Map(fields)) => fields.clone(),
            Some(Content::Text(_) | Content::List(_)) | None => empty.clone(),
        };
        let (old, new) = (fields(values.before), fields(values.after));
        let kinds = match values.shape {
            Shape::Map(_, Some(keys)) => keys.kinds.as_slice(),
            _ => &[],
        };
        let shape = if let Shape::Map(value, _) = values.shape { value } else { values.shape };
        let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        for name in names {
            let (before, after) = (old.get(name), new.get(name));
            if before != after {
                let path: Vec<String> = values.path.iter().cloned().chain([name.clone()]).collect();
                let key = self.names.mention(kinds, name);
                compare(self, Values { path: &path, key: &key, shape, before, after, ..values });
            }
        }
    }

    /// Compares a list of fields, entry by entry.
    pub(super) fn keyed(&mut self, values: Values<'_>, key: &str, comes: Class, goes: Class) {
        let Shape::Object(object) = item_shape(values.shape) else { return };
        let entries = |content: Option<&'_ Content>| -> BTreeMap<(String, usize), Content> {
            let mut found = BTreeMap::new();
            for item in content.map_or(&[][..], Content::items) {
                let name = item.field(key).to_owned();
                let number = found.keys().filter(|(other, _)| *other == name).count();
                found.insert((name, number), item.clone());
            }
            found
        };
        let (old, new) = (entries(values.before), entries(values.after));
        let names: BTreeSet<&(String, usize)> = old.keys().chain(new.keys()).collect();
        let key_shape = content::field(object, key).unwrap_or(&Shape::Any);
        for name in names {
            let text = Content::Text(name.0.clone());
            let path: Vec<String> = values.path.iter().cloned().chain([name.0.clone()]).collect();
            match (old.get(name), new.get(name)) {
                (Some(before), Some(after)) if before != after => {
                    let words = self.names.value(&text, key_shape).unwrap_or_default();
                    let pattern = format!("{}/*", values.row.field);
                    self.fields(object, (&pattern, &path, &words), Some(before), Some(after));
                }
                (Some(_), None) | (None, Some(_)) => {
                    let came = new.contains_key(name);
                    let shape = key_shape;
                    let class = if came { comes } else { goes };
                    self.member(Values { shape, ..values }, &text, came, class, comes.mirror() != goes);
                }
                (Some(_), Some(_)) | (None, None) => {}
            }
        }
    }
}
