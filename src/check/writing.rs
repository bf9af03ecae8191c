//! Edits that several rules offer, and lists of names for their messages.

use crate::check::Context;
use crate::diagnostic::Edit;
use crate::source::Span;

/// Returns an edit that writes a new field above the field `key` of an entry.
pub(super) fn field_above(context: &Context<'_>, entry: usize, key: &str, field: &str) -> Option<Edit> {
    let text = context.text(entry);
    let entry = context.registry.entry(entry);
    let tree = &context.documents[entry.document].tree;
    let mapping = entry.node?;
    let (key, _) = tree.entry(mapping, key)?;
    let start = tree.span(key).start as usize;
    let replacement = if text.get(tree.span(mapping).range())?.starts_with('{') {
        format!("{field}, ")
    } else {
        let column = text.get(..start)?.chars().rev().take_while(|letter| *letter != '\n').count();
        format!("{field}\n{}", " ".repeat(column))
    };
    Some(Edit { file: entry.file, span: Span::at(start), replacement })
}

/// Lists names: "`ada`, `bob` and `eve`".
pub(super) fn names<'a>(ids: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = ids.into_iter().map(|id| format!("`{id}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn names_end_with_and() {
        assert_eq!(names([]), "");
        assert_eq!(names(["a"]), "`a`");
        assert_eq!(names(["a", "b", "c"]), "`a`, `b` and `c`");
    }
}
