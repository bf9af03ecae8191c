//! Which kinds may have more things than could be read, so that a name that is not found says nothing.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::document::schema::Shape;
use crate::document::{Document, NodeKind};
use crate::model::registry::Entry;
use crate::model::shapes;
use crate::model::value::Id;
use crate::source::{Kind, Oddity, Place, Snapshot, SourceFile};

/// Returns the kinds of which something may be missing because its text was reported as unreadable.
pub(super) fn find(snapshot: &Snapshot, documents: &[Document], entries: &[Arc<Entry>]) -> BTreeSet<Kind> {
    let mut gaps: BTreeSet<Kind> = BTreeSet::new();
    gaps.extend(snapshot.files().filter_map(|(_, file)| passed_over(file)));
    for document in documents {
        let Place::List(kind) = snapshot.file(document.file).place else { continue };
        let is_list = document
            .tree
            .root()
            .is_some_and(|root| matches!(document.tree.node(root).kind, NodeKind::Sequence(_)));
        if !document.sound || !is_list {
            gaps.insert(kind);
        }
    }
    for entry in entries {
        let in_list = matches!(snapshot.file(entry.file).place, Place::List(_));
        if in_list && nameless(entry) {
            gaps.insert(entry.kind);
        }
        if !entry.sound
            && let Some(shapes) = shapes::of(entry.kind)
        {
            inside(&shapes.data, &mut gaps);
        }
    }
    gaps
}

/// Returns the kind of a file that lies in the wrong place or has the wrong name or ending, and so is not read; any
/// other file is known by its name, whatever it holds.
fn passed_over(file: &SourceFile) -> Option<Kind> {
    let oddity = file.oddity.as_ref()?;
    if file.place != Place::Nowhere && *oddity != Oddity::UnsafeName {
        return None;
    }
    let path = if let Oddity::Misnamed(meant) = oddity { meant } else { &file.path };
    let name = path.split(['/', '.']).next()?;
    Kind::ALL.into_iter().find(|kind| kind.plural() == name)
}

fn nameless(entry: &Entry) -> bool {
    match entry.kind {
        Kind::Term => entry.id.is_empty(),
        _ => Id::parse(&entry.id).is_err(),
    }
}

/// Adds the kinds that are declared inside a shape.
fn inside(shape: &Shape, kinds: &mut BTreeSet<Kind>) {
    match shape {
        Shape::Object(object) => {
            kinds.extend(object.entity);
            object.fields.iter().for_each(|field| inside(&field.shape, kinds));
        }
        Shape::List(item, _) => inside(item, kinds),
        Shape::Map(value, _) => inside(value, kinds),
        Shape::OneOf(shapes) => shapes.iter().for_each(|shape| inside(shape, kinds)),
        Shape::Any | Shape::Text(_) | Shape::Integer(..) | Shape::Number | Shape::Boolean => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::document::read;
    use crate::model::build;
    use crate::source::{Kind, Snapshot};

    fn gaps(files: &[(&str, &str)]) -> Vec<Kind> {
        let snapshot = Snapshot::from_texts(files.iter().copied());
        let registry = build(&snapshot, &read(&snapshot).0).registry;
        Kind::ALL.into_iter().filter(|kind| !registry.is_whole(*kind)).collect()
    }

    #[test]
    fn an_unreadable_list_an_entry_without_an_id_and_a_file_elsewhere_leave_gaps() {
        assert_eq!(gaps(&[("teams.yaml", "- id: [\n")]), [Kind::Team]);
        assert_eq!(gaps(&[("teams.yaml", "it:\n  name: IT\n")]), [Kind::Team]);
        assert_eq!(gaps(&[("teams.yaml", "- name: IT\n")]), [Kind::Team]);
        assert_eq!(gaps(&[("roles/desk.txt", "")]), [Kind::Role]);
        assert_eq!(gaps(&[("chanels.yaml", "")]), [Kind::Channel]);
    }

    #[test]
    fn an_unsound_file_leaves_gaps_in_what_it_declares_only() {
        assert_eq!(gaps(&[("growth.yaml", "skills: none\n")]), [Kind::Skill, Kind::Offer]);
        assert_eq!(gaps(&[("roles/desk.yaml", "name: 1\n")]), []);
        assert_eq!(gaps(&[("teams.yaml", "- {id: it, name: 1}\n")]), []);
    }
}
