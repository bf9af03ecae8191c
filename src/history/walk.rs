//! One walk over the commits, newest first, that finds the last change of every file. Each commit is answerable for
//! a set of files; those it did not change it hands to the parent that has them unchanged.

use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap};

use git2::{Oid, Repository};

use crate::history::object::Commit;
use crate::history::trees::{Missing, Trees, Wanted};

/// Files by their number.
type Files = BTreeSet<usize>;

/// What the walk has found.
#[derive(Default)]
pub(super) struct Found {
    /// The commit that changed a file last, by the file's number.
    pub(super) commits: BTreeMap<usize, (Oid, Commit)>,
    /// Files of which the last change lies where the history was cut off.
    pub(super) unknown: Files,
}

/// The walk.
pub(super) struct Walk<'a> {
    trees: Trees<'a>,
    /// The number of each file, by its path in the charter's folder.
    numbers: BTreeMap<&'a str, usize>,
    /// The folders that hold one of the files; the charter's own is empty.
    folders: BTreeSet<&'a str>,
}

impl<'a> Walk<'a> {
    /// Prepares a walk for `paths`, which lie in the folder `prefix` of the repository.
    pub(super) fn new(
        repository: &'a Repository,
        prefix: &'a str,
        paths: &[&'a str],
    ) -> Result<Self, git2::Error> {
        let numbers = paths.iter().enumerate().map(|(number, path)| (*path, number)).collect();
        let above = |path: &'a str| path.match_indices('/').map(move |(at, _)| &path[..at]);
        let folders = paths.iter().flat_map(|path| above(path)).chain([""]).collect();
        Ok(Self { trees: Trees::new(repository, prefix)?, numbers, folders })
    }

    /// Walks from `head` until every file is found or the history ends.
    pub(super) fn run(mut self, head: Oid) -> Found {
        let mut found = Found::default();
        let mut waiting: HashMap<Oid, Files> = HashMap::new();
        let mut queue = BinaryHeap::new();
        let Ok(first) = self.trees.commit(head) else { return found };
        queue.push((first.seconds, head));
        waiting.insert(head, self.numbers.values().copied().collect());
        while let Some((_, id)) = queue.pop() {
            let Some(mut files) = waiting.remove(&id) else { continue };
            let Ok(commit) = self.trees.commit(id) else {
                found.unknown.append(&mut files);
                continue;
            };
            let Ok(own) = self.trees.charter(commit.tree) else {
                found.unknown.append(&mut files);
                continue;
            };
            let mut cut = false;
            for parent in &commit.parents {
                match self.unchanged(own, *parent, &mut files) {
                    Ok((seconds, mut handed)) if !handed.is_empty() => {
                        // Where nothing waits yet the files move as they are, however many there are.
                        waiting.entry(*parent).or_default().append(&mut handed);
                        queue.push((seconds, *parent));
                    }
                    Ok(_) => {}
                    Err(Missing) => cut = true,
                }
            }
            if cut {
                found.unknown.append(&mut files);
            }
            found.commits.extend(files.into_iter().map(|file| (file, (id, commit.as_ref().clone()))));
        }
        // What one line of history does not know another may.
        found.unknown.retain(|file| !found.commits.contains_key(file));
        found
    }

    /// Takes out of `files` those that the parent has with the same content, and returns them with its time.
    fn unchanged(
        &mut self,
        own: Option<Oid>,
        parent: Oid,
        files: &mut Files,
    ) -> Result<(i64, Files), Missing> {
        let commit = self.trees.commit(parent)?;
        let theirs = self.trees.charter(commit.tree)?;
        let wanted = Wanted {
            folder: &|path| self.folders.contains(path),
            file: &|path| self.numbers.contains_key(path),
        };
        let differs = self.trees.differ(theirs, own, &wanted)?;
        let here = differs.iter().filter(|file| file.after.is_some());
        let changed = here.filter_map(|file| self.numbers.get(file.path.as_str()));
        let mut handed = std::mem::take(files);
        for number in changed {
            if handed.remove(number) {
                files.insert(*number);
            }
        }
        Ok((commit.seconds, handed))
    }
}
