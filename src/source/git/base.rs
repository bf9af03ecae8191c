//! Finds the commit that a change starts from.

use git2::{ErrorCode, Oid, Repository};

use crate::source::error::SourceError;
use crate::source::git::locate;
use crate::source::git::tree::{check, resolve};
use crate::source::origin::Request;

/// Where the default branch may be, in the order in which it is looked for; the first one names another.
const DEFAULTS: [&str; 5] = [
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
];

/// Returns the commit at which `head` left `base`, in hexadecimal digits. Without `base` it is the default branch,
/// without `head` the current commit.
pub fn merge_base(request: &Request, base: Option<&str>, head: Option<&str>) -> Result<String, SourceError> {
    let (home, _, _) = locate(request)?;
    let commit = |revision: &str| {
        check(revision)?;
        Ok(resolve(&home, revision)?.id())
    };
    let head = commit(head.unwrap_or("HEAD"))?;
    let repository = &home.repository;
    let (name, base) = match base {
        Some(base) => (base.to_owned(), commit(base)?),
        None => default_branch(repository).ok_or_else(|| SourceError::NoBase {
            reason: "the repository has no default branch to compare with".to_owned(),
            shallow: repository.is_shallow(),
        })?,
    };
    match repository.merge_base(base, head) {
        Ok(found) => Ok(found.to_string()),
        Err(error) if error.code() == ErrorCode::NotFound => Err(SourceError::NoBase {
            reason: format!("nothing here says where `{name}` and the change parted"),
            shallow: repository.is_shallow(),
        }),
        Err(source) => Err(SourceError::Revision { revision: name, source }),
    }
}

/// Returns the commit that a revision names, in hexadecimal digits.
pub fn commit(request: &Request, revision: &str) -> Result<String, SourceError> {
    let (home, _, _) = locate(request)?;
    check(revision)?;
    Ok(resolve(&home, revision)?.id().to_string())
}

/// Returns the default branch's name and newest commit.
fn default_branch(repository: &Repository) -> Option<(String, Oid)> {
    DEFAULTS.iter().find_map(|name| {
        let commit = repository.find_reference(name).ok()?.peel_to_commit().ok()?;
        let short = name.trim_start_matches("refs/remotes/").trim_start_matches("refs/heads/");
        Some((short.to_owned(), commit.id()))
    })
}
