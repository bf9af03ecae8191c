//! Compares the fields of one thing, as the table says.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::diff::change::{Change, Class};
use crate::diff::content::{self, Content};
use crate::diff::gains;
use crate::diff::names::Names;
use crate::diff::sentence::{Piece, Sentence};
use crate::diff::side::Thing;
use crate::diff::table::{self, Absent, Compare, Row};
use crate::document::schema::{Object, Shape};
use crate::model::value::{Date, Money, ReplyTime, TimeSpan};
use crate::source::Kind;

/// One thing on both sides, and the changes found in it.
pub(super) struct Pair<'a> {
    /// The names of both sides.
    pub(super) names: &'a Names<'a>,
    /// What sort of thing it is.
    pub(super) kind: Kind,
    /// Its id now.
    pub(super) id: &'a str,
    /// What it was.
    pub(super) before: Option<&'a Thing>,
    /// What it is.
    pub(super) after: Option<&'a Thing>,
    /// Whether it is a way to report a concern, so that every change of it counts as one of those.
    pub(super) concern: bool,
    /// The changes.
    pub(super) changes: Vec<Change>,
}

/// A field on both sides.
#[derive(Clone, Copy)]
pub(super) struct Values<'a> {
    /// The table's line.
    pub(super) row: &'static Row,
    /// What the field may be.
    pub(super) shape: &'a Shape,
    /// Its path.
    pub(super) path: &'a [String],
    /// What names the entry it stands in.
    pub(super) key: &'a [Piece],
    /// What it was.
    pub(super) before: Option<&'a Content>,
    /// What it is.
    pub(super) after: Option<&'a Content>,
}

/// What a change is, beside its sentence.
pub(super) struct Found {
    pub(super) path: Vec<String>,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
    pub(super) class: Class,
    pub(super) incomparable: bool,
}

impl Pair<'_> {
    /// Adds a change.
    pub(super) fn add(&mut self, found: Found, sentence: Sentence) {
        let class = if self.concern { Class::ReportingRoute } else { found.class };
        let names = self.names;
        let gains = gains::of(self, &found);
        self.changes.push(Change {
            kind: Some(self.kind),
            id: self.id.to_owned(),
            name: names.text(self.kind, self.id),
            field: found.path.join("/"),
            before: found.before,
            after: found.after,
            class,
            incomparable: found.incomparable && !self.concern,
            gains,
            sentence,
            place_before: self.before.map(|thing| names.before.spot(&names.lines[0], thing, &found.path)),
            place_after: self.after.map(|thing| names.after.spot(&names.lines[1], thing, &found.path)),
        });
    }

    /// Compares the fields of an object.
    pub(super) fn fields(
        &mut self,
        object: &Object,
        above: (&str, &[String], &[Piece]),
        before: Option<&Content>,
        after: Option<&Content>,
    ) {
        let (pattern, path, key) = above;
        let known = object.fields.iter().map(|field| (field.name.as_str(), &field.shape));
        let names: BTreeSet<&str> = object.fields.iter().map(|field| field.name.as_str()).collect();
        let unknown: BTreeSet<&str> = [before, after]
            .into_iter()
            .flatten()
            .filter_map(|content| if let Content::Map(fields) = content { Some(fields) } else { None })
            .flat_map(|fields| fields.keys().map(String::as_str))
            .filter(|name| !names.contains(name))
            .collect();
        for (name, shape) in known.chain(unknown.into_iter().map(|name| (name, &Shape::Any))) {
            let (old, new) = (before.and_then(|map| map.get(name)), after.and_then(|map| map.get(name)));
            if old == new {
                continue;
            }
            let full = if pattern.is_empty() { name.to_owned() } else { format!("{pattern}/{name}") };
            let path: Vec<String> = path.iter().cloned().chain([name.to_owned()]).collect();
            let row = table::find(self.kind, &full);
            self.field(Values { row, shape, path: &path, key, before: old, after: new });
        }
    }

    /// Compares one field.
    pub(super) fn field(&mut self, values: Values<'_>) {
        match values.row.compare {
            Compare::Plain(class) => self.plain(values, class, class.mirror() != class),
            Compare::Ordered(more, less, absent) => self.ordered(values, more, less, absent),
            Compare::Set(comes, goes) => self.set(values, comes, goes),
            Compare::Sequence(class) => self.sequence(values, class),
            Compare::Flag(on, off) => self.flag(values, on, off),
            Compare::Guard => self.guard(values),
            Compare::Levels(more, less) => {
                self.by_name(values, |pair, values| pair.ordered(values, more, less, Absent::Least));
            }
            Compare::Names(class) => {
                self.by_name(values, |pair, values| pair.plain(values, class, class.mirror() != class));
            }
            Compare::Inside => {
                if let Shape::Object(object) = values.shape {
                    let above = (values.row.field, values.path, values.key);
                    self.fields(object, above, values.before, values.after);
                }
            }
            Compare::Keyed(key, comes, goes) => self.keyed(values, key, comes, goes),
            Compare::Ladder => self.ladder(values),
            Compare::Holders => self.holders(values),
            Compare::Steps => self.steps(values),
            Compare::Statements => self.statements(values),
            Compare::Within => {}
        }
    }

    /// Says that a field has another value.
    pub(super) fn plain(&mut self, values: Values<'_>, class: Class, incomparable: bool) {
        let same =
            |(old, new): (&Content, &Content)| content::words(old.text()) == content::words(new.text());
        let texts = values.before.zip(values.after);
        if texts.is_some_and(|(old, new)| {
            matches!((old, new), (Content::Text(_), Content::Text(_))) && same((old, new))
        }) {
            return;
        }
        let found = Found {
            path: values.path.to_vec(),
            before: values.before.map(Content::written),
            after: values.after.map(Content::written),
            class,
            incomparable,
        };
        let sentence = self.changed(values);
        self.add(found, sentence);
    }

    /// Returns the sentence for a field with another value.
    pub(super) fn changed(&self, values: Values<'_>) -> Sentence {
        let row = values.row;
        let said =
            |content: Option<&Content>| content.and_then(|content| self.names.value(content, values.shape));
        let (old, new) = (said(values.before), said(values.after));
        let long = (values.before.is_some() && old.is_none()) || (values.after.is_some() && new.is_none());
        let general = match (values.before.is_some(), values.after.is_some()) {
            (_, true) if long => format!("{} has new words", row.phrase),
            (_, false) if long => format!("{} is no longer said", row.phrase),
            (true, true) => format!("{} is now {{new}} (was {{old}})", row.phrase),
            (false, _) => format!("{} is now {{new}}; nothing was said before", row.phrase),
            (true, false) => format!("{} is no longer said (was {{old}})", row.phrase),
        };
        let own = match (values.before.is_some(), values.after.is_some()) {
            (false, _) => row.said[0],
            (true, false) => row.said[1],
            (true, true) => row.said[2],
        };
        let template = if own.is_empty() || long { general.as_str() } else { own };
        let template = if template.starts_with(" has new words") {
            "the words of {name} have changed"
        } else {
            template
        };
        self.say(template, values.key, &[("old", old.unwrap_or_default()), ("new", new.unwrap_or_default())])
    }

    /// Fills a template with the thing's name and more.
    pub(super) fn say(&self, template: &str, key: &[Piece], more: &[(&str, Vec<Piece>)]) -> Sentence {
        let mut all = vec![("name", self.names.thing(self.kind, self.id)), ("key", key.to_vec())];
        all.extend(more.iter().cloned());
        Sentence::fill(template, &all)
    }

    /// Says that a field has more or less than before.
    pub(super) fn ordered(&mut self, values: Values<'_>, more: Class, less: Class, absent: Absent) {
        let order = match (values.before, values.after) {
            (Some(old), Some(new)) => compare(old.text(), new.text()),
            (None, Some(_)) if absent == Absent::Most => Some(Ordering::Greater),
            (None, Some(_)) => Some(Ordering::Less),
            (Some(_), None) if absent == Absent::Most => Some(Ordering::Less),
            (Some(_), None) => Some(Ordering::Greater),
            (None, None) => return,
        };
        let (class, incomparable) = match order {
            Some(Ordering::Less) => (more, false),
            Some(Ordering::Greater) => (less, false),
            // Written another way, such as `60 min` for `1 hour`.
            Some(Ordering::Equal) => return,
            None => (more.min(less), more != less),
        };
        self.plain(values, class, incomparable);
    }

    /// Says that something holds now, or no longer.
    fn flag(&mut self, values: Values<'_>, on: Class, off: Class) {
        let is = |content: Option<&Content>| content.is_some_and(|content| content.text() == "true");
        let (was, now) = (is(values.before), is(values.after));
        if was == now {
            return;
        }
        let sentence = self.say(values.row.said[usize::from(!now)], values.key, &[]);
        let found = Found {
            path: values.path.to_vec(),
            before: Some(was.to_string()),
            after: Some(now.to_string()),
            class: if now { on } else { off },
            incomparable: false,
        };
        self.add(found, sentence);
    }

    /// Says that something that checks comes, goes or is another.
    fn guard(&mut self, values: Values<'_>) {
        let there = |content: Option<&Content>| content.is_some_and(|content| !is_nobody(content));
        let (class, incomparable) = match (there(values.before), there(values.after)) {
            (false, true) => (Class::CheckStrengthened, false),
            (true, false) => (Class::CheckWeakened, false),
            (true, true) => (Class::CheckWeakened, true),
            (false, false) => return,
        };
        self.plain(values, class, incomparable);
    }
}

/// Says whether a value only says that there is nobody.
pub(super) fn is_nobody(content: &Content) -> bool {
    matches!(content.text(), "none" | "vacant")
}

/// Compares two amounts, lengths of time, days or numbers; `None` where they have no order.
pub(super) fn compare(old: &str, new: &str) -> Option<Ordering> {
    if let (Ok(old), Ok(new)) = (Money::parse(old), Money::parse(new)) {
        return old.compare(&new);
    }
    if let (Ok(old), Ok(new)) = (Date::parse(old), Date::parse(new)) {
        return Some(old.cmp(&new));
    }
    if let (Ok(old), Ok(new)) = (old.parse::<f64>(), new.parse::<f64>()) {
        return old.partial_cmp(&new);
    }
    let minutes = |text: &str| {
        let span = TimeSpan::parse(text).ok().map(TimeSpan::approximate_elapsed_minutes);
        // Nobody answers: later than any time.
        let never = ReplyTime::parse(text).ok().filter(|time| time.span().is_none());
        span.or(never.map(|_| u64::MAX))
    };
    Some(minutes(old)?.cmp(&minutes(new)?))
}
