//! The page "What changed": a sentence for each change, by what the change does.

use std::collections::{BTreeMap, BTreeSet};

use crate::diff::{Change, Class, Diff, Sentence};
use crate::handbook::audience::View;
use crate::handbook::book::{Book, Source};
use crate::handbook::changes::filter::Filter;
use crate::handbook::changes::{named, told};
use crate::handbook::dangling;
use crate::handbook::inline::{line, link, paragraph, part, strong, text};
use crate::handbook::language::Language;
use crate::handbook::page::{Block, Changed, Changes, Handbook, Inline, Page, Part, Section, Target};
use crate::handbook::places::{page as target_of, path, target};
use crate::handbook::search::add_to_find;
use crate::history;
use crate::model::value::Date;
use crate::source::Kind;

/// An end of what is told, as people name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A day.
    Day(Date),
    /// A revision of the repository.
    Revision(String),
    /// The charter as it is read.
    Now,
}

impl Moment {
    fn words(&self, language: &Language) -> String {
        match self {
            Self::Day(day) => language.date(*day),
            Self::Revision(name) => language.isolated(name),
            Self::Now => language.say("changed-now").to_owned(),
        }
    }

    /// Returns the moment for programs.
    fn name(&self) -> Option<String> {
        match self {
            Self::Day(day) => Some(day.to_string()),
            Self::Revision(name) => Some(name.clone()),
            Self::Now => None,
        }
    }
}

/// Adds the page "What changed" to a handbook of the last of three charters, with what differs between the first two;
/// all for one audience. `newest` is the last commit that is told of; `None` where that is the newest of all pages.
pub fn tell_changes(
    handbook: &mut Handbook,
    sources: [Source<'_>; 3],
    diff: &Diff,
    (since, until): (&Moment, &Moment),
    newest: Option<history::Change>,
) {
    let language = handbook.words;
    let places = Places(dangling::places(&handbook.pages));
    let views = sources.map(View::of);
    let book = Book::new(views[2].source(sources[2]), views[2].hidden());
    let told: Vec<Told<'_>> = for_audience(sources, &views, diff)
        .into_iter()
        .map(|change| Told { change, sentence: named(&book, &change.sentence), place: places.find(change) })
        .collect();
    let mut parts = Vec::new();
    for class in Class::ALL {
        let lines = told.iter().filter(|told| told.change.class == class);
        let lines: Vec<Vec<Inline>> = lines.map(|told| told.line(language)).collect();
        if !lines.is_empty() {
            let title = language.fill(&format!("changed-class-{}", class.name()), &[]);
            parts.push(part(class.name(), title, vec![Block::List(lines)]));
        }
    }
    let first = if told.is_empty() {
        Some("changed-nothing")
    } else {
        told.iter().any(|told| told.sign().is_some()).then_some("changed-signs")
    };
    if let Some(key) = first {
        parts.insert(0, Part { blocks: vec![paragraph(language.say(key))], ..Part::default() });
    }
    let values = [("since", since.words(language).into()), ("until", until.words(language).into())];
    let lead = line(language.fill("changed-lead", &values));
    let items = told.iter().map(Told::data).collect();
    let newest = newest.or_else(|| newest_of(handbook));
    handbook.changes =
        Some(Changes { page: path::CHANGED.to_owned(), since: since.name(), until: until.name(), items });
    add(handbook, lead, parts, newest);
}

/// Returns the changes that readers may know of, by what each of three charters says of who reads what.
fn for_audience<'a>(sources: [Source<'_>; 3], views: &[View; 3], diff: &'a Diff) -> Vec<&'a Change> {
    let [before, after, now] = [0, 1, 2].map(|side| Filter::new(sources[side], &views[side]));
    let is_told = |change: &&Change| {
        let (kind, field, sentence) = (change.kind, &change.field, &change.sentence);
        let was = kind.and_then(|kind| {
            let renamed = diff.renamed.iter().find(|((of, _), now)| *of == kind && **now == change.id);
            renamed.map(|((_, old), _)| old.as_str())
        });
        before.takes(kind, was.unwrap_or(&change.id), field, sentence)
            && after.takes(kind, &change.id, field, sentence)
            && now.takes(kind, &change.id, field, sentence)
    };
    diff.changes.iter().filter(is_told).collect()
}

fn add(handbook: &mut Handbook, lead: Vec<Inline>, parts: Vec<Part>, changed: Option<history::Change>) {
    let title = handbook.words.say("changed-title").to_owned();
    let section = handbook.sections.len();
    let pages = vec![path::CHANGED.to_owned()];
    handbook.sections.push(Section { path: path::CHANGED.to_owned(), title: title.clone(), pages });
    let start = handbook.pages.iter().find(|page| page.path == path::START);
    let mut foot = start.map(|page| page.foot.clone()).unwrap_or_default();
    (foot.source, foot.changed) = (None, changed);
    // Every page but the first leads back to it, in the words of the language.
    let trail = handbook.pages.iter().find_map(|page| page.trail.first().cloned());
    if let Some(find) = handbook.pages.iter_mut().find(|page| page.path == path::FIND) {
        add_to_find(find, link(title.clone(), target_of(path::CHANGED)), handbook.words);
    }
    let page = Page {
        path: path::CHANGED.to_owned(),
        template: "page",
        title,
        lead,
        trail: trail.into_iter().collect(),
        section: Some(section),
        parts,
        foot,
    };
    let place = handbook.pages.partition_point(|other| other.path < page.path);
    handbook.pages.insert(place, page);
}

/// Returns the newest of the last changes of all pages; what its author wrote is that page's, not this one's.
fn newest_of(handbook: &Handbook) -> Option<history::Change> {
    let changes = handbook.pages.iter().filter_map(|page| page.foot.changed.as_ref());
    let newest = changes.max_by_key(|change| change.date)?;
    Some(history::Change { subject: String::new(), ..newest.clone() })
}

/// The pages of a handbook with their anchors.
struct Places(BTreeMap<String, BTreeSet<String>>);

impl Places {
    /// Returns where what changed stands, as exactly as can be said: a statement of a rule, a thing, or the page.
    fn find(&self, change: &Change) -> Option<Target> {
        let kind = change.kind?;
        let Target::Page { path, anchor } = target(kind, &change.id) else { return None };
        let statement = change.field.strip_prefix("body/").filter(|_| kind == Kind::Policy);
        // Ways to report a concern have a page of their own.
        let concern = anchor.as_deref().filter(|_| kind == Kind::Channel);
        let places = [(path.as_str(), statement), (&path, anchor.as_deref()), (path::CONCERN, concern)];
        let exact = places.into_iter().find_map(|(path, anchor)| {
            let anchor = anchor?;
            let is_there = self.0.get(path).is_some_and(|anchors| anchors.contains(anchor));
            is_there.then(|| Target::Page { path: path.to_owned(), anchor: Some(anchor.to_owned()) })
        });
        exact.or_else(|| self.0.contains_key(&path).then(|| target_of(&path)))
    }
}

/// A change that readers may know of.
struct Told<'a> {
    change: &'a Change,
    sentence: Sentence,
    place: Option<Target>,
}

impl Told<'_> {
    /// Returns the change as a line in which the thing's name leads to its place.
    fn line(&self, language: &Language) -> Vec<Inline> {
        let sign = self.sign().map(strong);
        let mut inlines: Vec<Inline> = sign.into_iter().chain(told(language, &self.sentence)).collect();
        let Some(place) = &self.place else { return inlines };
        let name = &self.change.name;
        let link = link(name.clone(), place.clone());
        let is_name = |inline: &Inline| matches!(inline, Inline::Strong(words) if words == name);
        match inlines.iter().position(is_name) {
            Some(place) => inlines[place] = link,
            None => inlines.extend([text(" "), link]),
        }
        inlines
    }

    /// Returns what stands before what is new or gone.
    fn sign(&self) -> Option<&'static str> {
        match self.what() {
            "new" => Some("+ "),
            "gone" => Some("− "),
            _ => None,
        }
    }

    fn what(&self) -> &'static str {
        match (&self.change.before, &self.change.after) {
            (None, Some(_)) => "new",
            (Some(_), None) => "gone",
            (_, _) => "changed",
        }
    }

    fn data(&self) -> Changed {
        let change = self.change;
        let page = self.place.as_ref().and_then(|place| match place {
            Target::Page { path, anchor: Some(anchor) } => Some(format!("{path}#{anchor}")),
            Target::Page { path, anchor: None } => Some(path.clone()),
            Target::Picture(_) | Target::Outside(_) => None,
        });
        Changed {
            class: change.class,
            kind: change.kind,
            id: change.id.clone(),
            name: change.name.clone(),
            field: change.field.clone(),
            what: self.what(),
            sentence: self.sentence.to_string(),
            page,
        }
    }
}
