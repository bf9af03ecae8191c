//! What to do with each entry of a folder, the same for the disk, the index and a revision.

use std::fmt::Write;
use std::sync::Arc;

use crate::source::layout::{Place, holds_charter_files, place_of};
use crate::source::limits::{Limit, Limits};
use crate::source::snapshot::{Oddity, SourceFile};

/// File names that mark the folder of a charter.
pub(super) const CHARTER_FILES: [&str; 3] = ["charter.yaml", "charter.yml", "charter.md"];
/// How many charters a hint lists.
pub(super) const LISTED: usize = 5;
/// How far below a folder charters are looked for, for a hint.
pub(super) const LISTED_DEPTH: usize = 4;
/// Most folders looked into for a hint.
pub(super) const LISTED_FOLDERS: usize = 2_000;
/// The settings file, which is read before all others: it can raise the limits.
pub(super) const SETTINGS: &[u8] = b".itcharter.yaml";

/// What an entry of a folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    File,
    Folder,
    Link,
    Submodule,
    /// A device, a pipe or a socket.
    Other,
}

/// What to do with an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// No business of the charter.
    Skip,
    /// A folder to look into; holds its path.
    Enter(String),
    /// A file to read; holds its path and the most bytes it may have.
    Read(String, u64),
    /// An entry that is reported and not read.
    Odd(SourceFile),
}

/// Decides about the entry `name` of `folder`, a path from the charter's folder that is empty for the folder
/// itself.
pub(super) fn step(folder: &str, name: &[u8], what: What, limits: &Limits) -> Step {
    if is_hidden(name) && !(folder.is_empty() && name == SETTINGS) {
        return Step::Skip;
    }
    let Some(name) = safe(name) else {
        return odd(join(folder, &escape(name)), Oddity::UnsafeName);
    };
    let path = join(folder, name);
    let place = place_of(&path);
    match what {
        What::File => match place {
            None => Step::Skip,
            Some((place, None)) => match over(&path, limits) {
                Some(oddity) => odd(path, oddity),
                None => Step::Read(path, limits.get(place.limit())),
            },
            Some((place, oddity)) => Step::Odd(entry(path, place, oddity)),
        },
        What::Folder => step_into(path, place, limits),
        What::Link => unread(path, place, Oddity::SymbolicLink),
        What::Submodule => unread(path, place, Oddity::Submodule),
        What::Other => match place {
            None => Step::Skip,
            Some(_) => odd(path, Oddity::Unreadable("it is not a regular file".to_owned())),
        },
    }
}

/// Decides about the entry at `path`, as [`step`] would on the way there.
pub(super) fn follow(path: &[u8], what: What, limits: &Limits) -> Step {
    let mut folder = String::new();
    let mut parts = path.split(|byte| *byte == b'/').peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return step(&folder, part, what, limits);
        }
        match step(&folder, part, What::Folder, limits) {
            Step::Enter(path) => folder = path,
            Step::Read(..) => return Step::Skip,
            Step::Skip => return Step::Skip,
            Step::Odd(file) => return Step::Odd(file),
        }
    }
    Step::Skip
}

fn step_into(path: String, place: Option<(Place, Option<Oddity>)>, limits: &Limits) -> Step {
    let named_like_a_file = match place {
        Some((
            Place::Settings
            | Place::One(..)
            | Place::List(_)
            | Place::Records(..)
            | Place::Page(_)
            | Place::Picture,
            None,
        )) => true,
        Some((Place::Template(_) | Place::Nowhere, _)) | Some((_, Some(_))) | None => false,
    };
    if named_like_a_file {
        odd(path, Oddity::Unreadable("it is a folder, not a file".to_owned()))
    } else if !holds_charter_files(&path) {
        Step::Skip
    } else if let Some(oddity) = over(&join(&path, "x"), limits) {
        // What is in it would be.
        odd(path, oddity)
    } else {
        Step::Enter(path)
    }
}

/// Says which limit a path is past.
fn over(path: &str, limits: &Limits) -> Option<Oddity> {
    let depth = path.split('/').count() as u64;
    let length = path.len() as u64;
    [(Limit::Depth, depth), (Limit::PathLength, length)]
        .into_iter()
        .find(|(limit, found)| *found > limits.get(*limit))
        .map(|(limit, found)| Oddity::OverLimit(limit, found))
}

/// Reports what may stand for a file or a folder of the charter and is neither.
fn unread(path: String, place: Option<(Place, Option<Oddity>)>, oddity: Oddity) -> Step {
    match place {
        Some((place, _)) => Step::Odd(entry(path, place, Some(oddity))),
        None if holds_charter_files(&path) => odd(path, oddity),
        None => Step::Skip,
    }
}

/// Makes the entry for something at `path` that is no place of the charter.
pub(super) fn odd(path: String, oddity: Oddity) -> Step {
    Step::Odd(entry(path, Place::Nowhere, Some(oddity)))
}

pub(super) fn entry(path: String, place: Place, oddity: Option<Oddity>) -> SourceFile {
    SourceFile { path, place, text: Arc::default(), bytes: Vec::new(), oddity }
}

/// Joins path parts with `/`; an empty folder adds nothing.
pub(super) fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// Says whether a name is hidden; `.`, `..`, `.git` and what looks like a path are not, they are unsafe.
pub(super) fn is_hidden(name: &[u8]) -> bool {
    let is_path = || is_reserved(name) || name.contains(&b'/') || name.contains(&b'\\');
    name.is_empty() || (name.starts_with(b".") && !is_path())
}

/// Says whether folders of this name are left out when charters are looked for.
pub(super) fn is_passed_over(name: &[u8]) -> bool {
    name.starts_with(b".") || name == b"target" || name == b"node_modules" || safe(name).is_none()
}

fn is_reserved(name: &[u8]) -> bool {
    name == b"." || name == b".." || name.eq_ignore_ascii_case(b".git")
}

/// Returns the name where it is safe to print and to join to a path.
fn safe(name: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(name).ok()?;
    (!is_reserved(name) && !text.contains(is_unsafe)).then_some(text)
}

/// Says whether a character can mislead a terminal, a reader or a path: control characters, those that turn
/// the direction of writing, and separators.
fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '/' | '\\' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

/// Writes a name so that it can be printed and never leads elsewhere: `\u{1b}` for a character, `\xff` for a
/// byte that is not UTF-8, dots at the start of `..` and `.git` as `\u{2e}`.
pub(super) fn escape(name: &[u8]) -> String {
    let mut leading = is_reserved(name) || name.starts_with(b"..");
    let mut escaped = String::new();
    for chunk in name.utf8_chunks() {
        for character in chunk.valid().chars() {
            leading &= character == '.';
            if is_unsafe(character) || leading {
                write!(escaped, "\\u{{{:x}}}", u32::from(character))
                    .expect("writing to a string cannot fail");
            } else {
                escaped.push(character);
            }
        }
        for byte in chunk.invalid() {
            write!(escaped, "\\x{byte:02x}").expect("writing to a string cannot fail");
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, proptest};

    use super::{Step, What, escape, safe};
    use crate::source::limits::{Limit, Limits};
    use crate::source::snapshot::Oddity;

    fn step(folder: &str, name: &[u8], what: What) -> Step {
        super::step(folder, name, what, &Limits::default())
    }

    fn follow(path: &[u8], what: What) -> Step {
        super::follow(path, what, &Limits::default())
    }

    fn said(step: &Step) -> Option<(&str, &Oddity)> {
        match step {
            Step::Odd(file) => Some((&file.path, file.oddity.as_ref()?)),
            Step::Skip | Step::Enter(_) | Step::Read(..) => None,
        }
    }

    #[test]
    fn unsafe_names_are_escaped_and_never_a_path() {
        for (name, escaped) in [
            (&b".."[..], r"\u{2e}\u{2e}"),
            (b".", r"\u{2e}"),
            (b".GIT", r"\u{2e}GIT"),
            (b"../b.yaml", r"\u{2e}\u{2e}\u{2f}b.yaml"),
            (b"a/b.yaml", r"a\u{2f}b.yaml"),
            (b"a\\b.yaml", r"a\u{5c}b.yaml"),
            (b"\x1b[31m.yaml", r"\u{1b}[31m.yaml"),
            ("a\u{202e}b".as_bytes(), r"a\u{202e}b"),
            (b"caf\xe9.yaml", r"caf\xe9.yaml"),
            (b"a\0b", r"a\u{0}b"),
        ] {
            let step = step("roles", name, What::File);
            assert_eq!(said(&step), Some((&*format!("roles/{escaped}"), &Oddity::UnsafeName)));
            assert_eq!(escape(name), escaped);
        }
    }

    #[test]
    fn only_folders_of_the_layout_are_entered() {
        assert_eq!(step("", b"roles", What::Folder), Step::Enter("roles".into()));
        assert_eq!(step("pages", b"guide", What::Folder), Step::Enter("pages/guide".into()));
        assert_eq!(step("", b"role", What::Folder), Step::Enter("role".into()));
        assert_eq!(step("role", b"deep", What::Folder), Step::Skip);
        assert_eq!(step("", b"src", What::Folder), Step::Skip);
        assert_eq!(step("", b".github", What::Folder), Step::Skip);
    }

    #[test]
    fn a_folder_with_the_name_of_a_file_is_said() {
        let folder = Oddity::Unreadable("it is a folder, not a file".into());
        assert_eq!(said(&step("", b"charter.yaml", What::Folder)), Some(("charter.yaml", &folder)));
        assert_eq!(said(&follow(b"roles/ada.yaml/x", What::File)), Some(("roles/ada.yaml", &folder)));
    }

    #[test]
    fn links_and_submodules_count_where_a_file_or_folder_would() {
        for (what, oddity) in [(What::Link, Oddity::SymbolicLink), (What::Submodule, Oddity::Submodule)] {
            assert_eq!(said(&step("", b"people", what)), Some(("people", &oddity)));
            assert_eq!(said(&step("roles", b"x", what)), Some(("roles/x", &oddity)));
            assert_eq!(step("", b"README.md", what), Step::Skip);
            assert_eq!(step("people", b"README.md", what), Step::Skip);
        }
    }

    #[test]
    fn only_the_settings_file_is_read_among_hidden_ones() {
        assert!(matches!(step("", b".itcharter.yaml", What::File), Step::Read(..)));
        assert_eq!(step("roles", b".itcharter.yaml", What::File), Step::Skip);
        assert_eq!(step("roles", b".ada.yaml.swp", What::File), Step::Skip);
    }

    #[test]
    fn a_path_of_more_than_sixteen_parts_is_said_once() {
        let path = format!("pages/{}a.md", "d/".repeat(20));
        let deepest = format!("pages{}", "/d".repeat(15));
        let oddity = Oddity::OverLimit(Limit::Depth, 17);
        assert_eq!(said(&follow(path.as_bytes(), What::File)), Some((&*deepest, &oddity)));
        let path = format!("pages/{}a.md", "d/".repeat(14));
        assert!(matches!(follow(path.as_bytes(), What::File), Step::Read(..)));
    }

    #[test]
    fn a_long_path_is_said() {
        let path = format!("pages/{}.md", "a".repeat(1000));
        let oddity = Oddity::OverLimit(Limit::PathLength, 1009);
        assert_eq!(said(&follow(path.as_bytes(), What::File)), Some((&*path, &oddity)));
    }

    proptest! {
        #[test]
        fn whatever_the_name_each_part_of_a_path_is_safe(name in any::<Vec<u8>>(), dots in 0..4_usize) {
            let name = [&vec![b'.'; dots][..], &name].concat();
            for what in [What::File, What::Folder, What::Link, What::Submodule, What::Other] {
                for folder in ["", "roles", "pages"] {
                    let path = match step(folder, &name, what) {
                        Step::Skip => continue,
                        Step::Enter(path) | Step::Read(path, _) => path,
                        // An escape starts with a backslash, which no other name has.
                        Step::Odd(file) => file.path.replace('\\', "_"),
                    };
                    prop_assert!(path.split('/').all(|part| safe(part.as_bytes()).is_some()), "{path}");
                }
            }
        }
    }
}
