//! Says what is odd about a file itself: its name, its place, its encoding.

use crate::diagnostic::{Diagnostic, Label, Rule};
use crate::document::rules::{
    FILE_ENCODING, FILE_EXTENSION, FILE_LINK, FILE_MISPLACED, FILE_NAME_UNSAFE, FILE_TOO_LARGE,
    FILE_UNREADABLE,
};
use crate::source::{FileId, Oddity, SourceFile, Span};

/// Returns the finding for a file's oddity.
pub(super) fn finding(id: FileId, file: &SourceFile, oddity: &Oddity) -> Diagnostic {
    let (rule, message, help) = words(file, oddity);
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
        | Oddity::Missing
        | Oddity::Unreadable(_) => Span::at(0),
    };
    Diagnostic::new(rule, message, Label::new(id, span, "")).with_help(help)
}

fn words(file: &SourceFile, oddity: &Oddity) -> (&'static Rule, String, String) {
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
        Oddity::TooLarge(size) => (
            &FILE_TOO_LARGE,
            format!("`{path}` has {size} bytes; at most {} are read", file.place.limit()),
            "split it, or make the picture smaller".to_owned(),
        ),
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
