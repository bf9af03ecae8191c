//! A charter's files at one moment, held in memory.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::source::git::{self, Blob};
use crate::source::layout::Place;
use crate::source::limits::{Limit, Limits};

/// Names one file of a [`Snapshot`]; ordered as the files are, by path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(super) u32);

/// One file of a charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Path from the charter's folder, parts joined by `/`.
    pub path: String,
    /// What the file is for.
    pub place: Place,
    /// The text; for a file that is not UTF-8 the text with replacement characters, for an asset empty.
    pub text: Arc<str>,
    /// The bytes of an asset; empty for text files.
    pub bytes: Vec<u8>,
    /// What is odd about the file itself; an odd file is reported and not read further.
    pub oddity: Option<Oddity>,
}

/// What can be wrong with a file before its text is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// A symbolic link; links are never followed.
    SymbolicLink,
    /// A Git submodule where a file or folder of the charter should be.
    Submodule,
    /// A name with control characters, `..`, `.git` or something else no charter file has. The path is
    /// escaped.
    UnsafeName,
    /// The ending is not one that the place takes; holds the endings it takes.
    WrongExtension(&'static str),
    /// A file in a folder below a kind's folder, where nothing is read.
    TooDeep,
    /// The name is close to one that the charter knows; holds that name.
    Misnamed(String),
    /// Larger than the limit, in bytes.
    TooLarge(u64),
    /// Past another limit, with the number found; after [`Limit::Files`] and [`Limit::TotalSize`] nothing more is read.
    OverLimit(Limit, u64),
    /// Not UTF-8; holds the offset of the first wrong byte in `text`, where a replacement character stands.
    NotUtf8(usize),
    /// The content is not there: a partial clone without the blob.
    Missing,
    /// Reading failed; holds the reason.
    Unreadable(String),
}

/// A charter's files at one moment, sorted by path, with no two of one path. Where it was loaded, no part of a
/// path is `.`, `..` or `.git` or has control characters, so every path is safe to print and to join.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    pub(super) files: Vec<SourceFile>,
    /// What Git calls the content of each file, by path; empty where the files do not come from a commit.
    pub(super) blobs: BTreeMap<String, Blob>,
    /// Where the charter's folder is, for messages, without a slash at the end: from the current folder for
    /// the work tree and the index (`examples/school`, `..`), from the repository's root for a revision;
    /// empty for the folder itself. See [`Snapshot::shown`].
    pub label: String,
    /// The revision as the user named it: `v1.2`; `None` for the work tree and the index.
    pub revision: Option<String>,
    /// The commit that the revision names, in hexadecimal digits.
    pub commit: Option<String>,
    /// The charter's folder from the repository's root, empty for the root itself; `None` outside Git.
    pub prefix: Option<String>,
    /// The charter's folder on this disk, for commands that write; `None` for the index and for revisions.
    /// Never shown.
    pub folder: Option<PathBuf>,
    /// The repository's own folder (`.git`), for commands that read history; `None` where there is none that
    /// can be read. Never shown.
    pub repository: Option<PathBuf>,
    /// How much was read, and how much may be made of it.
    pub limits: Limits,
    /// What the reader of a result should know, in sentences: "not in a Git repository: …".
    pub notes: Vec<String>,
}

impl Snapshot {
    /// Builds a snapshot from files in any order; of two files with one path the first stays.
    pub fn new(label: impl Into<String>, mut files: Vec<SourceFile>) -> Self {
        files.sort_by(|left, right| left.path.cmp(&right.path));
        files.dedup_by(|later, earlier| later.path == earlier.path);
        Self { files, label: label.into(), ..Self::default() }
    }

    /// Builds a snapshot from paths and texts, as tests and other programs have them.
    pub fn from_texts<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let files =
            texts.into_iter().filter_map(|(path, text)| SourceFile::from_bytes(path, text.as_bytes()));
        Self::new("", files.collect())
    }

    /// Iterates over the files with their ids, by path.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// Returns the file with this id; ids come from this snapshot only.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Returns the id of the file at `path`.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let index = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        u32::try_from(index).ok().map(FileId)
    }

    /// Returns where reading stopped, because there is more than is read of a whole charter; then only its settings and
    /// its charter file are here.
    pub fn stopped(&self) -> Option<(&SourceFile, Limit)> {
        self.files.iter().find_map(|file| match &file.oddity {
            Some(Oddity::OverLimit(limit, _)) if limit.is_of_all() => Some((file, *limit)),
            _ => None,
        })
    }

    /// Returns the snapshot with other texts in some of its files.
    #[must_use]
    pub fn with_texts(&self, texts: impl IntoIterator<Item = (FileId, String)>) -> Self {
        let mut snapshot = Self { blobs: BTreeMap::new(), ..self.clone() };
        for (id, text) in texts {
            snapshot.files[id.0 as usize].text = text.into();
        }
        snapshot
    }

    /// Returns the snapshot with the settings of another in the place of its own.
    #[must_use]
    pub fn with_settings_of(&self, other: &Self) -> Self {
        let is_settings = |file: &&SourceFile| file.place == Place::Settings;
        let own = self.files.iter().filter(|file| !is_settings(file));
        let mut files: Vec<SourceFile> = own.chain(other.files.iter().filter(is_settings)).cloned().collect();
        files.sort_by(|left, right| left.path.cmp(&right.path));
        Self { files, blobs: BTreeMap::new(), ..self.clone() }
    }

    /// Iterates over the files that are the same, at the same path, in another snapshot: the id here with the id there.
    pub fn shared<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (FileId, FileId)> {
        self.files().filter_map(|(id, file)| {
            let theirs = other.find(&file.path).filter(|theirs| other.file(*theirs) == file)?;
            Some((id, theirs))
        })
    }

    /// Returns what a file held, where Git calls its content by this name.
    pub(super) fn blob(&self, path: &str, blob: Blob) -> Option<Vec<u8>> {
        let file = self.find(path).map(|id| self.file(id)).filter(|_| self.blobs.get(path) == Some(&blob))?;
        match (&file.oddity, file.bytes.is_empty()) {
            (Some(_), _) => None,
            (None, true) => Some(file.text.as_bytes().to_vec()),
            (None, false) => Some(file.bytes.clone()),
        }
    }

    /// Returns the path of a file as its reader would type it: `examples/school/teams.yaml`, with the
    /// revision in front where there is one: `v1.2:examples/school/teams.yaml`.
    pub fn shown(&self, path: &str) -> String {
        let separator = if self.label.is_empty() || self.label.ends_with('/') { "" } else { "/" };
        match &self.revision {
            Some(revision) => format!("{revision}:{}{separator}{path}", self.label),
            None => format!("{}{separator}{path}", self.label),
        }
    }

    /// Returns 12 hexadecimal digits that stand for all paths and all content, pictures included; the same
    /// wherever the bytes come from. What could not be read counts as empty.
    pub fn fingerprint(&self) -> String {
        git::fingerprint(&self.files)
    }
}
