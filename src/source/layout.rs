//! Which paths belong to a charter, and what each is for.

use std::sync::Arc;

use crate::source::kind::{Kind, Layout};
use crate::source::limits::{Limit, Limits};
use crate::source::snapshot::{Oddity, SourceFile};

/// The tool's settings file.
const SETTINGS: &str = ".itcharter.yaml";
/// Endings of pictures that pages may show; SVG is left out because it can carry scripts.
const PICTURES: [&str; 6] = ["png", "jpg", "jpeg", "gif", "webp", "avif"];
/// Endings of files that only the look of the handbook has.
const LOOKS: [&str; 3] = ["svg", "woff", "woff2"];
/// Endings of text in a charter that other tools use and people mistake for ours.
const MISTAKEN: [&str; 5] = ["json", "toml", "txt", "markdown", "yalm"];

/// What a file of a charter is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// `.itcharter.yaml`: settings of the tool.
    Settings,
    /// A file that is one entity; holds the kind and the id, which is the file's stem.
    One(Kind, String),
    /// A list file: `teams.yaml`.
    List(Kind),
    /// A file of records; holds the kind and the stem, which says whose or when.
    Records(Kind, String),
    /// A free page, `pages/…/<name>.md`; holds the path below `pages/` without the ending.
    Page(String),
    /// A picture below `pages/`, or a picture or font below `theme/`.
    Picture,
    /// A template that replaces a built-in one; holds the path below `templates/`.
    Template(String),
    /// Not a place of the charter; only odd files have it.
    Nowhere,
}

impl Place {
    /// Returns what limits the bytes of a file at this place.
    pub fn limit(&self) -> Limit {
        match self {
            Self::Picture => Limit::PictureSize,
            Self::Settings
            | Self::One(..)
            | Self::List(_)
            | Self::Records(..)
            | Self::Page(_)
            | Self::Template(_)
            | Self::Nowhere => Limit::FileSize,
        }
    }
}

/// Returns what the file at `path` (from the charter's folder, parts joined by `/`) is for, with what is odd
/// about its name; `None` where the file is no business of the charter.
pub fn place_of(path: &str) -> Option<(Place, Option<Oddity>)> {
    let mut parts = path.split('/');
    let first = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    match rest.as_slice() {
        [] => place_at_root(first),
        ["README.md" | ".gitkeep" | ".gitignore"] => None,
        _ if first == "pages" => place_of_page(&rest),
        _ if first == "theme" => place_of_look(&rest),
        _ if first == "templates" => Some((Place::Template(rest.join("/")), None)),
        _ => match folder_kind(first) {
            Some(kind) => Some(place_in_folder(kind, &rest)),
            None => misnamed_folder(first, &rest),
        },
    }
}

/// Says whether the folder at `path` can hold files of the charter, so that reading looks into it: a folder
/// of the layout with all below it, or one whose name is close to such a folder's.
pub(super) fn holds_charter_files(path: &str) -> bool {
    let mut parts = path.split('/');
    let (first, rest) = (parts.next().unwrap_or(""), parts.next());
    match rest {
        Some("README.md" | ".gitkeep" | ".gitignore") => false,
        _ if ["pages", "templates", "theme"].contains(&first) || folder_kind(first).is_some() => true,
        Some(_) => false,
        None => near(first, folder_names()).is_some(),
    }
}

fn place_at_root(name: &str) -> Option<(Place, Option<Oddity>)> {
    if name == SETTINGS {
        return Some((Place::Settings, None));
    }
    let (stem, extension) = split(name);
    let kind = Kind::with_schema()
        .find(|kind| kind.plural() == stem && matches!(kind.layout(), Layout::Single | Layout::ListOrFolder));
    match (kind, extension) {
        (Some(kind), "yaml" | "yml") if kind.layout() == Layout::Single => {
            Some((Place::One(kind, kind.name().to_owned()), None))
        }
        (Some(kind), "md") if kind.layout() == Layout::Single => {
            Some((Place::One(kind, kind.name().to_owned()), None))
        }
        (Some(kind), "yaml" | "yml") => Some((Place::List(kind), None)),
        (Some(kind), extension) if MISTAKEN.contains(&extension) || extension == "md" => {
            let wanted = if kind.layout() == Layout::Single { ".yaml, .yml or .md" } else { ".yaml or .yml" };
            Some((Place::Nowhere, Some(Oddity::WrongExtension(wanted))))
        }
        (None, "yaml" | "yml") => misnamed_file(stem, extension),
        _ => None,
    }
}

fn place_of_page(rest: &[&str]) -> Option<(Place, Option<Oddity>)> {
    let path = rest.join("/");
    let (stem, extension) = split(&path);
    if extension == "md" {
        Some((Place::Page(stem.to_owned()), None))
    } else if PICTURES.contains(&extension.to_ascii_lowercase().as_str()) {
        Some((Place::Picture, None))
    } else {
        None
    }
}

/// A logo may be an SVG picture: it is checked where the settings name it.
fn place_of_look(rest: &[&str]) -> Option<(Place, Option<Oddity>)> {
    let path = rest.join("/");
    let extension = split(&path).1.to_ascii_lowercase();
    let known = PICTURES.contains(&extension.as_str()) || LOOKS.contains(&extension.as_str());
    known.then_some((Place::Picture, None))
}

fn place_in_folder(kind: Kind, rest: &[&str]) -> (Place, Option<Oddity>) {
    let [name] = rest else {
        return (Place::Nowhere, Some(Oddity::TooDeep));
    };
    let (stem, extension) = split(name);
    let records = kind.layout() == Layout::Records;
    match extension {
        "yaml" | "yml" if records => (Place::Records(kind, stem.to_owned()), None),
        "yaml" | "yml" if kind == Kind::Policy => (Place::Nowhere, Some(Oddity::WrongExtension(".md"))),
        "yaml" | "yml" | "md" if !records => (Place::One(kind, stem.to_owned()), None),
        _ => {
            let wanted = match (kind, records) {
                (Kind::Policy, _) => ".md",
                (_, true) => ".yaml or .yml",
                (_, false) => ".yaml, .yml or .md",
            };
            (Place::Nowhere, Some(Oddity::WrongExtension(wanted)))
        }
    }
}

/// Returns the kind whose folder has this name.
fn folder_kind(name: &str) -> Option<Kind> {
    Kind::with_schema().find(|kind| {
        kind.plural() == name
            && matches!(kind.layout(), Layout::ListOrFolder | Layout::Folder | Layout::Records)
    })
}

fn misnamed_file(stem: &str, extension: &str) -> Option<(Place, Option<Oddity>)> {
    let known = Kind::with_schema()
        .filter(|kind| matches!(kind.layout(), Layout::Single | Layout::ListOrFolder))
        .map(Kind::plural);
    let meant = near(stem, known)?;
    Some((Place::Nowhere, Some(Oddity::Misnamed(format!("{meant}.{extension}")))))
}

fn misnamed_folder(folder: &str, rest: &[&str]) -> Option<(Place, Option<Oddity>)> {
    let [name] = rest else { return None };
    let (_, extension) = split(name);
    if !matches!(extension, "yaml" | "yml" | "md") {
        return None;
    }
    let meant = near(folder, folder_names())?;
    Some((Place::Nowhere, Some(Oddity::Misnamed(format!("{meant}/{name}")))))
}

/// Iterates over the names of the layout's folders.
fn folder_names() -> impl Iterator<Item = &'static str> {
    Kind::with_schema()
        .filter(|kind| !matches!(kind.layout(), Layout::Single))
        .map(Kind::plural)
        .chain(["pages", "templates"])
}

/// Returns the known name that is at most two edits away from `name` or is its other grammatical number.
fn near<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let lower = name.to_lowercase();
    let singular = Kind::from_name(&lower).map(Kind::plural);
    known
        .map(|known| {
            let distance =
                if singular == Some(known) { 0 } else { strsim::damerau_levenshtein(&lower, known) };
            (distance, known)
        })
        .filter(|(distance, known)| *distance <= 2 && *distance * 3 <= known.len())
        .min()
        .map(|(_, known)| known)
}

/// Splits a file name into stem and ending, at the last dot that is not the first character.
fn split(name: &str) -> (&str, &str) {
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => (stem, extension),
        _ => (name, ""),
    }
}

impl SourceFile {
    /// Makes the file at `path` from its bytes, within the limits that settings do not change; `None` where the path
    /// is no business of the charter.
    ///
    /// Text that is not UTF-8 keeps its readable parts and is marked odd.
    pub fn from_bytes(path: &str, bytes: &[u8]) -> Option<Self> {
        Self::within(&Limits::default(), path, bytes)
    }

    /// Makes the file at `path` from its bytes, within limits; see [`SourceFile::from_bytes`].
    pub fn within(limits: &Limits, path: &str, bytes: &[u8]) -> Option<Self> {
        let (place, oddity) = place_of(path)?;
        let mut file = Self { path: path.to_owned(), place, text: Arc::default(), bytes: Vec::new(), oddity };
        let size = bytes.len() as u64;
        if file.oddity.is_some() {
            return Some(file);
        }
        if size > limits.get(file.place.limit()) {
            file.oddity = Some(Oddity::TooLarge(size));
        } else if file.place == Place::Picture {
            file.bytes = bytes.to_vec();
        } else {
            match std::str::from_utf8(bytes) {
                Ok(text) => file.text = text.into(),
                Err(error) => {
                    file.text = String::from_utf8_lossy(bytes).into();
                    file.oddity = Some(Oddity::NotUtf8(error.valid_up_to()));
                }
            }
        }
        Some(file)
    }

    /// Makes the file at `path` of what reading it gave; `None` where the path is no business of the charter.
    pub fn read(limits: &Limits, path: &str, content: Result<impl AsRef<[u8]>, Oddity>) -> Option<Self> {
        match content {
            Ok(bytes) => Self::within(limits, path, bytes.as_ref()),
            Err(oddity) => Self::odd(path, oddity),
        }
    }

    /// Makes the entry for a file at `path` that could not be read as text; `None` where the path is no
    /// business of the charter.
    pub fn odd(path: &str, oddity: Oddity) -> Option<Self> {
        let (place, named) = place_of(path)?;
        let oddity = Some(named.unwrap_or(oddity));
        Some(Self { path: path.to_owned(), place, text: Arc::default(), bytes: Vec::new(), oddity })
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, place_of};
    use crate::source::{Kind, Oddity};

    fn odd(path: &str) -> Option<Oddity> {
        place_of(path).and_then(|(_, oddity)| oddity)
    }

    fn place(path: &str) -> Option<Place> {
        place_of(path).map(|(place, _)| place)
    }

    #[test]
    fn every_place_of_the_layout_is_known() {
        assert_eq!(place("charter.yaml"), Some(Place::One(Kind::Charter, "charter".into())));
        assert_eq!(place("teams.yml"), Some(Place::List(Kind::Team)));
        assert_eq!(place("roles/it-manager.md"), Some(Place::One(Kind::Role, "it-manager".into())));
        assert_eq!(place("kudos/2025.yaml"), Some(Place::Records(Kind::Kudos, "2025".into())));
        assert_eq!(place("pages/a/b.md"), Some(Place::Page("a/b".into())));
        assert_eq!(place("templates/page.html.jinja"), Some(Place::Template("page.html.jinja".into())));
        assert_eq!(place(".itcharter.yaml"), Some(Place::Settings));
    }

    #[test]
    fn files_that_are_not_ours_are_left_alone() {
        for path in
            ["README.md", "mkdocs.yml", "src/main.rs", "people/README.md", "pages/a.svg", "docs/roles.md"]
        {
            assert_eq!(place_of(path), None, "{path}");
        }
    }

    #[test]
    fn a_near_miss_is_told_apart_from_a_stranger() {
        assert_eq!(odd("chanels.yaml"), Some(Oddity::Misnamed("channels.yaml".into())));
        assert_eq!(odd("role/ada.yaml"), Some(Oddity::Misnamed("roles/ada.yaml".into())));
        assert_eq!(odd("person/ada.yaml"), Some(Oddity::Misnamed("people/ada.yaml".into())));
        assert_eq!(odd("teams.json"), Some(Oddity::WrongExtension(".yaml or .yml")));
        assert_eq!(odd("policies/byod.yaml"), Some(Oddity::WrongExtension(".md")));
        assert_eq!(odd("roles/desk/lead.yaml"), Some(Oddity::TooDeep));
    }
}
