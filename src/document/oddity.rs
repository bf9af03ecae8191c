//! Says what is odd about a file itself: its name, its place, its encoding.

use crate::diagnostic::{Diagnostic, Label, Rule};
use crate::document::rules::{
    FILE_ENCODING, FILE_EXTENSION, FILE_LINK, FILE_MISPLACED, FILE_NAME_UNSAFE, FILE_TOO_LARGE,
    FILE_TOO_MANY, FILE_TOO_MUCH, FILE_UNREADABLE,
};
use crate::source::{FileId, Limit, Limits, Oddity, SourceFile, Span};

/// Returns the finding for a file's oddity.
pub(super) fn finding(id: FileId, file: &SourceFile, oddity: &Oddity, limits: &Limits) -> Diagnostic {
    let (rule, message, help) = words(file, oddity, limits);
    let span = match oddity {
        Oddity::NotUtf8(offset) => {
            let end = file.text.get(*offset..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            Span::new(*offset, offset + end)
        }
        Oddity::SymbolicLink
        | Oddity::Submodule
        | Oddity::UnsafeName
        | Oddity::WrongExtension(_)
        | Oddity::TooDeep
        | Oddity::Misnamed(_)
        | Oddity::TooLarge(_)
        | Oddity::OverLimit(..)
        | Oddity::Missing
        | Oddity::Unreadable(_) => Span::at(0),
    };
    Diagnostic::new(rule, message, Label::new(id, span, "")).with_help(help)
}

fn words(file: &SourceFile, oddity: &Oddity, limits: &Limits) -> (&'static Rule, String, String) {
    let path = &file.path;
    match oddity {
        Oddity::SymbolicLink => (
            &FILE_LINK,
            format!("`{path}` is a symbolic link and is not followed"),
            "put the file itself here".to_owned(),
        ),
        Oddity::Submodule => (
            &FILE_LINK,
            format!("`{path}` is a Git submodule and is not read"),
            "put the files themselves here".to_owned(),
        ),
        Oddity::UnsafeName => (
            &FILE_NAME_UNSAFE,
            format!("`{path}` is not a name that a charter file has"),
            "rename it: letters a to z, digits and hyphens".to_owned(),
        ),
        Oddity::WrongExtension(wanted) => (
            &FILE_EXTENSION,
            format!("`{path}` is not read because of its ending"),
            format!("files here end in {wanted}"),
        ),
        Oddity::TooDeep => (
            &FILE_MISPLACED,
            format!("`{path}` lies too deep to be read"),
            "move it up: the folder of a kind holds files, not folders".to_owned(),
        ),
        Oddity::Misnamed(meant) => (
            &FILE_MISPLACED,
            format!("`{path}` is not a file of the charter"),
            format!("did you mean `{meant}`?"),
        ),
        Oddity::TooLarge(size) => {
            let limit = file.place.limit();
            let message = format!("`{path}` has {size} bytes; at most {} are read", limits.get(limit));
            let first =
                if limit == Limit::PictureSize { "make the picture smaller" } else { "split the file" };
            (&FILE_TOO_LARGE, message, format!("{first}; {}", limit.help(*size)))
        }
        Oddity::OverLimit(limit, found) => over(path, *limit, *found, limits),
        Oddity::NotUtf8(_) => (
            &FILE_ENCODING,
            format!("`{path}` is not UTF-8 text"),
            "save the file as UTF-8 in your editor; the first wrong byte is here".to_owned(),
        ),
        Oddity::Missing => (
            &FILE_UNREADABLE,
            format!("the content of `{path}` is not in this clone"),
            "this is a partial clone: fetch the rest with `git fetch --refetch`, or clone it whole"
                .to_owned(),
        ),
        Oddity::Unreadable(reason) => (
            &FILE_UNREADABLE,
            format!("`{path}` cannot be read: {reason}"),
            "check the file and its permissions".to_owned(),
        ),
    }
}

/// Returns what to say of a limit that is passed.
fn over(path: &str, limit: Limit, found: u64, limits: &Limits) -> (&'static Rule, String, String) {
    let most = limits.get(limit);
    let (message, first) = match limit {
        Limit::Depth => {
            (format!("`{path}` lies {found} folders deep; at most {most} are read"), "move what is in it up")
        }
        Limit::PathLength => {
            let start: String = path.chars().take(60).collect();
            (
                format!("a path that starts with `{start}` has {found} bytes; at most {most} are read"),
                "give it a shorter name",
            )
        }
        Limit::Files => (
            format!("the charter has more than {most} files and folders, so nothing in it was checked"),
            "keep the charter in a folder of its own and name it with `-C`",
        ),
        Limit::TotalSize => (
            format!("the files of the charter have more than {most} bytes, so nothing in it was checked"),
            "keep in it only what the handbook needs",
        ),
        Limit::FileSize
        | Limit::PictureSize
        | Limit::Nesting
        | Limit::Nodes
        | Limit::Faults
        | Limit::TemplateSteps
        | Limit::HandbookFiles
        | Limit::HandbookSize => (format!("`{path}` is past the limit of {most}"), "make it smaller"),
    };
    // How much there is in all is not known: reading stopped.
    let enough = if limit.is_of_all() { limit.ceiling().min(most * 2) } else { found };
    let rule = if limit.is_of_all() { &FILE_TOO_MANY } else { &FILE_TOO_MUCH };
    (rule, message, format!("{first}; {}", limit.help(enough)))
}
