//! What a log is about: `role:service-desk`, or only an id where that is clear.

use std::rc::Rc;

use crate::document::suggest::nearest;
use crate::history::past::{Past, Paths, Range};
use crate::model::Registry;
use crate::source::{Kind, Layout, Place, place_of};

/// A thing in a charter, now or earlier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
}

/// Why nobody can tell what is meant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntityError {
    /// There is no such kind.
    #[error("`{word}` is no kind of thing in a charter{meant}")]
    Kind {
        /// What was written.
        word: String,
        /// What may be meant, in words.
        meant: String,
    },
    /// There is no such thing.
    #[error("nothing in this charter is called `{id}`{meant}")]
    Unknown {
        /// What was written.
        id: String,
        /// What may be meant, in words.
        meant: String,
    },
    /// Several things have the id.
    #[error("several things are called `{id}`: write {choices}")]
    Several {
        /// What was written.
        id: String,
        /// What can be written instead.
        choices: String,
    },
}

/// Returns the thing that a name means: one that is there now, or else one that was there earlier.
pub fn find(name: &str, registry: &Registry, past: Option<&Past>) -> Result<Entity, EntityError> {
    if let Some((word, id)) = name.split_once(':') {
        let Some(kind) = Kind::from_name(word) else {
            let meant = maybe(nearest(word, Kind::ALL.map(Kind::name)));
            return Err(EntityError::Kind { word: word.to_owned(), meant });
        };
        let entity = Entity { kind, id: id.to_owned() };
        if registry.find(kind, id).is_some() || past.is_some_and(|past| entity.was_in(past)) {
            return Ok(entity);
        }
        let meant = nearest(id, registry.ids(kind)).map(|id| format!("{word}:{id}"));
        return Err(EntityError::Unknown { id: name.to_owned(), meant: maybe(meant.as_deref()) });
    }
    let mut kinds: Vec<Kind> = registry.kinds_of(name).collect();
    if kinds.len() > 1 {
        // A file of records is named like its person.
        kinds.retain(|kind| *kind != Kind::Acknowledgement);
    }
    match kinds.as_slice() {
        [kind] => Ok(Entity { kind: *kind, id: name.to_owned() }),
        [] => match past.and_then(|past| earlier(name, past)) {
            Some(entity) => Ok(entity),
            None => {
                let known = Kind::ALL.iter().flat_map(|kind| registry.ids(*kind));
                Err(EntityError::Unknown { id: name.to_owned(), meant: maybe(nearest(name, known)) })
            }
        },
        kinds => {
            let choices: Vec<String> = kinds.iter().map(|kind| format!("`{}:{name}`", kind.name())).collect();
            Err(EntityError::Several { id: name.to_owned(), choices: choices.join(" or ") })
        }
    }
}

fn maybe(meant: Option<&str>) -> String {
    meant.map_or_else(String::new, |meant| format!("; did you mean `{meant}`?"))
}

/// Returns the thing of this id whose file went last.
fn earlier(id: &str, past: &Past) -> Option<Entity> {
    let mut found = None;
    let file =
        |path: &str| place_of(path).and_then(|(place, _)| named(&place)).is_some_and(|(_, own)| own == id);
    past.each(Range::All, &Paths { folder: &|_| true, file: &file }, &mut |commit| {
        let place = commit.files.first().and_then(|file| place_of(&file.path));
        found = place.and_then(|(place, _)| named(&place)).map(|(kind, id)| Entity { kind, id });
        found.is_none()
    });
    found
}

/// Returns the thing whose own file stands at a place.
fn named(place: &Place) -> Option<(Kind, String)> {
    match place {
        Place::One(kind, id) | Place::Records(kind, id) => Some((*kind, id.clone())),
        Place::Page(id) => Some((Kind::Page, id.clone())),
        Place::Settings | Place::List(_) | Place::Picture | Place::Template(_) | Place::Nowhere => None,
    }
}

impl Entity {
    /// Returns the kind in whose files it stands.
    fn holder(&self) -> Kind {
        if let Layout::Inside(holder) = self.kind.layout() { holder } else { self.kind }
    }

    /// Returns the folder in which its file may lie.
    fn folder(&self) -> &'static str {
        if self.kind == Kind::Page { "pages" } else { self.holder().plural() }
    }

    /// Says whether a file is one of its kind.
    pub(super) fn is_kind_of(&self, path: &str) -> bool {
        match place_of(path).map(|(place, _)| place) {
            Some(Place::List(kind)) => kind == self.holder(),
            Some(place) => named(&place).is_some_and(|(kind, _)| kind == self.holder()),
            None => false,
        }
    }

    /// Says whether it may stand in a file, where it has this id.
    pub(super) fn may_be_in(&self, path: &str, id: &str) -> bool {
        let single = matches!(self.holder().layout(), Layout::Single) || self.kind != self.holder();
        match place_of(path).map(|(place, _)| place) {
            Some(Place::List(kind)) => kind == self.holder(),
            Some(place) => {
                named(&place).is_some_and(|(kind, own)| kind == self.holder() && (single || own == id))
            }
            None => false,
        }
    }

    /// Says whether a file keeps records of it, where it has this id.
    pub(super) fn has_records_in(&self, path: &str, id: &str) -> bool {
        let place = place_of(path).map(|(place, _)| place);
        self.kind == Kind::Person
            && place.is_some_and(|place| matches!(place, Place::Records(_, own) if own == id))
    }

    /// Says whether a file of its own was there earlier, or a list in which it may have stood.
    fn was_in(&self, past: &Past) -> bool {
        let mut found = false;
        let folder = |path: &str| self.folder() == path || path.starts_with("pages/");
        let file = |path: &str| self.may_be_in(path, &self.id);
        past.each(Range::All, &Paths { folder: &folder, file: &file }, &mut |commit| {
            found = commit.files.iter().any(|file| {
                let own = place_of(&file.path).and_then(|(place, _)| named(&place)).is_some();
                let has = |bytes: Rc<[u8]>| String::from_utf8_lossy(&bytes).contains(self.id.as_str());
                own || file.before.and_then(|content| past.read(content)).is_some_and(has)
            });
            !found
        });
        found
    }
}
