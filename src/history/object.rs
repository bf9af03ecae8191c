//! Git's commits and folders, read from their bytes: only what the walk needs, nothing twice.

use git2::Oid;

use crate::model::value::Date;

/// Digits of an object's name.
const DIGITS: usize = 40;
/// Bytes of an object's name in a folder.
const BYTES: usize = 20;

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Commit {
    pub(super) tree: Oid,
    pub(super) parents: Vec<Oid>,
    /// Who wrote it: name and address.
    pub(super) author: (String, String),
    /// When it was committed, in seconds since 1970.
    pub(super) seconds: i64,
    /// How far the committer's clock was ahead of UTC, in minutes.
    pub(super) ahead: i64,
    /// The first line of its message.
    pub(super) subject: String,
}

impl Commit {
    /// Reads a commit; `None` where its bytes are not one.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let mut lines = bytes.split(|byte| *byte == b'\n');
        let tree = name(lines.next()?.strip_prefix(b"tree ")?)?;
        let mut commit = Self {
            tree,
            parents: Vec::new(),
            author: Default::default(),
            seconds: 0,
            ahead: 0,
            subject: String::new(),
        };
        for line in lines.by_ref() {
            if let Some(parent) = line.strip_prefix(b"parent ") {
                commit.parents.push(name(parent)?);
            } else if let Some(who) = line.strip_prefix(b"author ") {
                commit.author = person(who);
            } else if let Some(who) = line.strip_prefix(b"committer ") {
                (commit.seconds, commit.ahead) = moment(who)?;
            } else if line.is_empty() {
                break;
            }
        }
        let subject = lines.find(|line| !line.trim_ascii().is_empty()).unwrap_or_default();
        String::from_utf8_lossy(subject).trim().clone_into(&mut commit.subject);
        Some(commit)
    }

    /// Returns the day on which it was committed, where the committer was.
    pub(super) fn date(&self) -> Option<Date> {
        let seconds = self.seconds.checked_add(self.ahead.checked_mul(60)?)?;
        let moment = jiff::Timestamp::from_second(seconds).ok()?;
        Date::from_civil(moment.to_zoned(jiff::tz::TimeZone::UTC).date())
    }
}

fn name(digits: &[u8]) -> Option<Oid> {
    let digits = std::str::from_utf8(digits).ok()?;
    if digits.len() == DIGITS { digits.parse().ok() } else { None }
}

/// Reads the start of `Ada <ada@school.example> 1767603600 +0100`.
fn person(line: &[u8]) -> (String, String) {
    let text = String::from_utf8_lossy(line);
    let (name, rest) = text.split_once('<').unwrap_or((&text, ""));
    let email = rest.rsplit_once('>').map_or("", |(email, _)| email);
    (name.trim().to_owned(), email.trim().to_owned())
}

/// Reads the end of `Ada <ada@school.example> 1767603600 +0100`.
fn moment(line: &[u8]) -> Option<(i64, i64)> {
    let end = line.rsplit(|byte| *byte == b'>').next()?;
    let mut words = std::str::from_utf8(end).ok()?.split_ascii_whitespace();
    let seconds = words.next()?.parse().ok()?;
    let zone: i64 = words.next().unwrap_or("+0000").parse().ok()?;
    Some((seconds, zone / 100 * 60 + zone % 100))
}

/// An entry of a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    pub(super) name: &'a [u8],
    pub(super) id: Oid,
    pub(super) folder: bool,
}

impl Entry<'_> {
    /// Orders entries as Git does: the name of a folder ends with a slash.
    pub(super) fn order(&self, other: &Self) -> std::cmp::Ordering {
        let key = |entry: &Self| entry.folder.then_some(b'/');
        let left = self.name.iter().copied().chain(key(self));
        left.cmp(other.name.iter().copied().chain(key(other)))
    }
}

/// Reads the entries of a folder, up to the first that is none.
pub(super) fn entries(mut bytes: &[u8]) -> impl Iterator<Item = Entry<'_>> {
    std::iter::from_fn(move || {
        let (entry, rest) = first(bytes)?;
        bytes = rest;
        Some(entry)
    })
}

/// Reads the first entry of a folder; returns it with the bytes after it.
pub(super) fn first(bytes: &[u8]) -> Option<(Entry<'_>, &[u8])> {
    let (entry, rest) = bytes.split_at(length(bytes)?);
    let (head, id) = entry.split_at(entry.len() - BYTES);
    let space = head.iter().position(|byte| *byte == b' ')?;
    let (mode, name) = (&head[..space], &head[space + 1..head.len() - 1]);
    let folder = mode == b"40000" || mode == b"040000";
    Some((Entry { name, id: Oid::from_bytes(id).ok()?, folder }, rest))
}

/// Returns how many bytes the first entry of a folder takes; `None` where it is not whole.
pub(super) fn length(bytes: &[u8]) -> Option<usize> {
    let length = memchr::memchr(0, bytes)? + 1 + BYTES;
    (length <= bytes.len()).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::{Commit, entries};

    const TREE: &str = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

    #[test]
    fn a_commit_is_read_with_the_day_of_its_committer() {
        let text = format!(
            "tree {TREE}\nparent {TREE}\nauthor A <a@b> 1 +0000\ncommitter B > C <b@c> 1767225000 +0130\n\
             gpgsig x\n y\n\n  Raise the limit  \n\nmore\n"
        );
        let commit = Commit::parse(text.as_bytes()).unwrap();
        assert_eq!((commit.parents.len(), commit.seconds, commit.ahead), (1, 1_767_225_000, 90));
        assert_eq!(commit.subject, "Raise the limit");
        assert_eq!(commit.author, ("A".to_owned(), "a@b".to_owned()));
        assert_eq!(commit.date().unwrap().to_string(), "2026-01-01");
        let west = Commit { ahead: -60, ..commit };
        assert_eq!(west.date().unwrap().to_string(), "2025-12-31");
    }

    #[test]
    fn what_is_no_commit_is_none_and_a_strange_day_too() {
        for text in ["", "tree x\n", "blob\n", &format!("tree {TREE}\nparent 12\n\n")] {
            assert_eq!(Commit::parse(text.as_bytes()), None, "{text}");
        }
        let text = format!("tree {TREE}\ncommitter A <a> 9223372036854775807 +0000\n\nx\n");
        assert_eq!(Commit::parse(text.as_bytes()).unwrap().date(), None);
    }

    #[test]
    fn folders_are_told_from_files_and_a_torn_end_is_left_out() {
        let mut bytes = b"40000 roles\0".to_vec();
        bytes.extend([1; 20]);
        bytes.extend(b"100644 roles.yaml\0");
        bytes.extend([2; 20]);
        bytes.extend(b"100644 torn\0xx");
        let found: Vec<(&[u8], bool)> = entries(&bytes).map(|entry| (entry.name, entry.folder)).collect();
        assert_eq!(found, [(b"roles".as_slice(), true), (b"roles.yaml".as_slice(), false)]);
        let both: Vec<_> = entries(&bytes).collect();
        assert_eq!(both[0].order(&both[1]), std::cmp::Ordering::Greater);
    }
}
