//! Where links and references in prose lead.

use crate::document::markdown::{self, LinkSort};
use crate::document::mention::Mention;
use crate::document::suggest::nearest;
use crate::model::registry::Registry;
use crate::source::{Kind, Place, Snapshot};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// Something in the charter.
    Entity {
        /// Its kind.
        kind: Kind,
        /// Its id.
        id: String,
        /// A statement or heading in its text.
        anchor: Option<String>,
    },
    /// A heading or statement of the same text.
    Here(String),
    /// A picture below `pages/`; holds its path.
    Picture(String),
    /// An address outside, with a scheme that is safe to follow.
    Outside(String),
}

/// Why a link leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dead {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// What to write instead of the whole reference or address, where that is certain enough.
    pub better: Option<String>,
    /// Whether following it could do harm.
    pub unsafe_scheme: bool,
    /// The thing that is not there, where that is why.
    pub unknown: Option<(Kind, String)>,
}

/// Schemes that links may have.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// What links are resolved against.
#[derive(Clone, Copy, Debug)]
pub struct Linker<'a> {
    /// The files.
    pub snapshot: &'a Snapshot,
    /// The entities.
    pub registry: &'a Registry,
}

impl Linker<'_> {
    /// Resolves a link of either sort that stands in the file at `from`.
    pub fn resolve(&self, sort: LinkSort, to: &str, from: &str) -> Result<Destination, Dead> {
        match sort {
            LinkSort::Mention => self.mention(to),
            LinkSort::Address | LinkSort::Picture => self.address(to, from, sort == LinkSort::Picture),
        }
    }

    /// Resolves what stands between double square brackets.
    pub fn mention(&self, inside: &str) -> Result<Destination, Dead> {
        let mention = Mention::parse(inside);
        let Some(kind) = Kind::from_name(mention.kind) else { return Err(self.no_kind(&mention)) };
        let id = if kind == Kind::Term { markdown::slug(mention.id) } else { mention.id.to_owned() };
        let Some(named) = self.registry.find(kind, &id) else { return Err(self.no_entity(kind, &id)) };
        let anchor = mention.anchor.map(str::to_owned);
        if let Some(anchor) = &anchor
            && !self.has_anchor(named.entry, anchor)
        {
            return Err(dead(
                format!("{} `{id}` has no statement or heading `{anchor}`", kind.name()),
                "use the number of a statement, such as `S3`, or a heading in lower case with hyphens",
            ));
        }
        Ok(Destination::Entity { kind, id, anchor })
    }

    fn no_kind(&self, mention: &Mention<'_>) -> Dead {
        if mention.kind.is_empty() {
            let kinds: Vec<Kind> = self.registry.kinds_of(mention.id).collect();
            let message = format!("`[[{}]]` does not say what kind of thing it names", mention.id);
            if let [kind] = kinds.as_slice() {
                let better = format!("[[{}:{}]]", kind.name(), mention.id);
                let help = format!("write `{better}`");
                return Dead { better: Some(better), ..dead(message, help) };
            }
            return dead(message, "write the kind, a colon and the id, such as `[[role:it-manager]]`");
        }
        let message = format!("`{}` is not a kind of thing in a charter", mention.kind);
        match nearest(mention.kind, Kind::ALL.into_iter().map(Kind::name)) {
            Some(meant) => dead(message, format!("did you mean `[[{meant}:{}]]`?", mention.id)),
            None => dead(message, "kinds are, for example, `role`, `policy`, `responsibility` and `term`"),
        }
    }

    fn no_entity(&self, kind: Kind, id: &str) -> Dead {
        let message = format!("no {} is called `{id}`", kind.name());
        let unknown = Some((kind, id.to_owned()));
        match self.registry.kinds_of(id).next() {
            Some(other) => {
                let better = format!("[[{}:{id}]]", other.name());
                let help = format!("{} has that id: write `{better}`", other.with_article());
                Dead { better: Some(better), unknown, ..dead(message, help) }
            }
            None => {
                let help = format!("check the spelling, or add the {}", kind.name());
                Dead { unknown, ..dead(message, help) }
            }
        }
    }

    fn address(&self, to: &str, from: &str, picture: bool) -> Result<Destination, Dead> {
        let to = to.trim();
        if let Some(scheme) = scheme(to) {
            return self.outside(to, &scheme, picture);
        }
        if let Some(anchor) = to.strip_prefix('#') {
            return if self.text_has_anchor(from, anchor) {
                Ok(Destination::Here(anchor.to_owned()))
            } else {
                Err(dead(
                    format!("no heading here has the anchor `{anchor}`"),
                    "use a heading in lower case with hyphens",
                ))
            };
        }
        if to.is_empty() || to.starts_with(['/', '\\']) {
            let message = format!("`{to}` leads nowhere in the handbook");
            return Err(dead(
                message,
                "write the way from this file, such as `../policies/respect.md`, or a full address",
            ));
        }
        let (path, anchor) = match to.split_once('#') {
            Some((path, anchor)) => (path, Some(anchor.to_owned())),
            None => (to, None),
        };
        let found = join(from, path).and_then(|path| self.snapshot.find(&path));
        let Some(file) = found else {
            let message = format!("`{path}` is not a file of this charter");
            return Err(dead(
                message,
                "check the way from this file; only files of the charter are in the handbook",
            ));
        };
        self.file(self.snapshot.file(file), anchor, picture)
    }

    fn outside(&self, to: &str, scheme: &str, picture: bool) -> Result<Destination, Dead> {
        if picture {
            let message =
                "pictures from other sites are not shown: those sites would learn who reads the handbook"
                    .to_owned();
            return Err(dead(message, "put the picture below `pages/` and name it from here"));
        }
        if SCHEMES.contains(&scheme) && !to.contains(char::is_control) {
            return Ok(Destination::Outside(to.to_owned()));
        }
        let message = format!("links with `{scheme}:` are not followed");
        Err(Dead {
            unsafe_scheme: true,
            ..dead(message, "link to a page with `https:`, or to an address with `mailto:`")
        })
    }

    fn file(
        &self,
        file: &crate::source::SourceFile,
        anchor: Option<String>,
        picture: bool,
    ) -> Result<Destination, Dead> {
        let entity =
            |kind: Kind, id: &str| Destination::Entity { kind, id: id.to_owned(), anchor: anchor.clone() };
        let destination = match &file.place {
            Place::Picture if file.path.starts_with("theme/") => {
                let message = format!("`{}` belongs to the look of the handbook", file.path);
                return Err(dead(message, "put pictures for pages into the folder `pages`"));
            }
            Place::Picture => return Ok(Destination::Picture(file.path.clone())),
            Place::One(kind, id) => entity(*kind, id),
            Place::Page(id) => entity(Kind::Page, id),
            Place::Records(kind, id) => entity(*kind, id),
            Place::List(_) | Place::Settings | Place::Template(_) | Place::Nowhere => {
                let message = format!("`{}` has no page of its own", file.path);
                return Err(dead(message, "name the thing itself, such as `[[channel:help-desk]]`"));
            }
        };
        if let Destination::Entity { kind, id, .. } = &destination
            && self.registry.find(*kind, id).is_none()
        {
            let message = format!("`{}` is not in this handbook", file.path);
            return Err(dead(message, "name something that is in it"));
        }
        if picture {
            return Err(dead(
                format!("`{}` is not a picture", file.path),
                "pictures end in .png, .jpg, .gif, .webp or .avif",
            ));
        }
        if let Some(anchor) = &anchor
            && !self.text_has_anchor(&file.path, anchor)
        {
            return Err(dead(
                format!("`{}` has no heading `{anchor}`", file.path),
                "use a heading in lower case with hyphens",
            ));
        }
        Ok(destination)
    }

    fn has_anchor(&self, entry: usize, anchor: &str) -> bool {
        let text = &self.snapshot.file(self.registry.entry(entry).file).text;
        self.registry.anchors(entry, text).contains(anchor)
    }

    fn text_has_anchor(&self, path: &str, anchor: &str) -> bool {
        let entry = self
            .snapshot
            .find(path)
            .and_then(|file| self.registry.entries().position(|entry| entry.file == file));
        entry.is_some_and(|entry| self.has_anchor(entry, anchor))
    }
}

fn dead(message: impl Into<String>, help: impl Into<String>) -> Dead {
    Dead { message: message.into(), help: help.into(), better: None, unsafe_scheme: false, unknown: None }
}

/// Returns the scheme of an address in lower case, as browsers read it: blanks and controls inside do not count.
fn scheme(address: &str) -> Option<String> {
    let (before, _) = address.split_once(':')?;
    let scheme: String =
        before.chars().filter(|character| !character.is_whitespace() && !character.is_control()).collect();
    let word = scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte));
    (word && !scheme.is_empty()).then(|| scheme.to_ascii_lowercase())
}

/// Joins a relative path to the folder of the file at `from`; `None` where it leaves the charter.
fn join(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{join, scheme};

    #[test]
    fn a_path_is_joined_to_the_folder_of_its_file_and_cannot_leave() {
        assert_eq!(join("pages/a/b.md", "../c.md").as_deref(), Some("pages/c.md"));
        assert_eq!(join("charter.yaml", "./policies/x.md").as_deref(), Some("policies/x.md"));
        assert_eq!(join("pages/b.md", "../../etc/passwd"), None);
    }

    #[test]
    fn a_scheme_is_seen_through_blanks_and_case() {
        assert_eq!(scheme("java\tscript:alert(1)").as_deref(), Some("javascript"));
        assert_eq!(scheme(" HTTPS://x").as_deref(), Some("https"));
        assert_eq!(scheme("a/b:c"), None);
    }
}
