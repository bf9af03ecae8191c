//! `id-bad`: an id that is no id, that two things share, or that a file says twice.

use std::collections::BTreeMap;

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};
use crate::document::NodeId;
use crate::model::Entry;
use crate::model::value::Id;
use crate::source::{FileId, Kind, Layout, Place, Span};

static RULE: Rule = Rule {
    code: "id-bad",
    severity: Severity::Error,
    summary: "an id is badly formed, differs from its file's name, or is there twice",
    why: "one name for one thing: tickets, contracts and old acknowledgements link to it",
    explanation: "An id is made of lower-case words joined by hyphens, at most 64 characters. A file of its own \
                  takes its id from its name. Ids are unique within a kind, and a kind is kept in a list or in a \
                  folder, never both.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "roles/IT_Manager.yaml",
            "\
name: IT manager
purpose: Lead.
reports_to: none
",
        ),
    ],
    passing: &[
        (
            "roles/it-manager.yaml",
            "\
name: IT manager
purpose: Lead.
reports_to: none
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<(Kind, &str), (FileId, Span)> = BTreeMap::new();
    for entry in context.registry.entries() {
        let (file, span) = place(context, entry);
        findings.extend(malformed(context, entry, span));
        findings.extend(id_in_a_file_of_its_own(context, entry));
        twice(&mut seen, entry.kind, &entry.id, file, span, findings);
        for declared in &entry.declared {
            let tree = &context.documents[entry.document].tree;
            if let Some(id) = tree.text(declared.node) {
                twice(&mut seen, declared.kind, id, file, tree.span(declared.node), findings);
            }
        }
    }
    both_list_and_folder(context, findings);
}

fn twice<'a>(
    seen: &mut BTreeMap<(Kind, &'a str), (FileId, Span)>,
    kind: Kind,
    id: &'a str,
    file: FileId,
    span: Span,
    findings: &mut Vec<Diagnostic>,
) {
    match seen.get(&(kind, id)) {
        _ if id.is_empty() => {}
        Some((first_file, first)) => findings.push(
            Diagnostic::new(&RULE, format!("there is another {} called `{id}`", kind.name()), Label::new(file, span, "again here"))
                .with_related(Label::new(*first_file, *first, "first here"))
                .with_help("give one of them another id, or delete it")
                .about(kind, id, ""),
        ),
        None => {
            seen.insert((kind, id), (file, span));
        }
    }
}

/// An id from a file's name or a record's; ids in lists are checked with the other values.
fn malformed(context: &Context<'_>, entry: &Entry, span: Span) -> Option<Diagnostic> {
    let file = context.snapshot.file(entry.file);
    let finding = |message: String| {
        Diagnostic::new(&RULE, message, Label::new(entry.file, span, "this file")).about(entry.kind, &entry.id, "")
    };
    match (&file.place, entry.kind) {
        (Place::Records(_, stem), Kind::Kudos) => {
            let year = stem.len() == 4 && stem.bytes().all(|byte| byte.is_ascii_digit());
            let message = format!("`{}` is not named after a year", file.path);
            (!year).then(|| finding(message).with_help("name the file after the year, such as `kudos/2026.yaml`"))
        }
        (Place::One(kind, stem), _) if kind.layout() != Layout::Single => {
            let error = Id::parse(stem).err()?;
            let message = format!("the name of `{}` is not an id", file.path);
            let help = match error.suggestion {
                Some(better) => format!("rename the file to `{}`", file.path.replacen(stem.as_str(), &better, 1)),
                None => "name the file with letters a to z, digits and single hyphens".to_owned(),
            };
            Some(finding(message).with_help(help))
        }
        _ => None,
    }
}

/// A file of its own gives the id by its name; an `id` inside can only agree or lie.
fn id_in_a_file_of_its_own(context: &Context<'_>, entry: &Entry) -> Option<Diagnostic> {
    let file = context.snapshot.file(entry.file);
    let Place::One(..) = file.place else { return None };
    let tree = &context.documents[entry.document].tree;
    let (key, value) = tree.entry(entry.node?, "id")?;
    let message = match tree.text(value) {
        Some(id) if id != entry.id => format!("the id says `{id}`, but the file is `{}`", file.path),
        _ => "the file's name is the id already".to_owned(),
    };
    let span = tree.span(key);
    Some(
        Diagnostic::new(&RULE, message, Label::new(entry.file, span, "not needed here"))
            .with_help("delete this line; rename the file if the id should be another")
            .about(entry.kind, &entry.id, "id"),
    )
}

fn both_list_and_folder(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut lists: BTreeMap<Kind, FileId> = BTreeMap::new();
    let mut folders: BTreeMap<Kind, FileId> = BTreeMap::new();
    for (id, file) in context.snapshot.files().filter(|(_, file)| file.oddity.is_none()) {
        match &file.place {
            Place::List(kind) => {
                lists.entry(*kind).or_insert(id);
            }
            Place::One(kind, _) if kind.layout() != Layout::Single => {
                folders.entry(*kind).or_insert(id);
            }
            Place::One(..)
            | Place::Settings
            | Place::Records(..)
            | Place::Page(_)
            | Place::Picture
            | Place::Template(_)
            | Place::Nowhere => {}
        }
    }
    for (kind, list) in lists {
        if let Some(one) = folders.get(&kind) {
            let message = format!("there is both a list of {0} and a folder `{0}/`", kind.plural());
            findings.push(
                Diagnostic::new(&RULE, message, Label::new(list, Span::at(0), "the list"))
                    .with_related(Label::new(*one, Span::at(0), "a file of the folder"))
                    .with_help("keep one of the two: move the entries into the folder, or the files into the list"),
            );
        }
    }
}

fn place(context: &Context<'_>, entry: &Entry) -> (FileId, Span) {
    let tree = &context.documents[entry.document].tree;
    let in_list = matches!(context.snapshot.file(entry.file).place, Place::List(_));
    let id: Option<NodeId> = entry.node.filter(|_| in_list).and_then(|node| {
        let key = if entry.kind == Kind::Term { "term" } else { "id" };
        tree.entry(node, key).map(|(_, id)| id)
    });
    let span = id.map_or_else(
        || entry.node.filter(|_| in_list).map_or(Span::at(0), |node| tree.head(node)),
        |id| tree.span(id),
    );
    (entry.file, span)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    const ROLE: &str = "name: R\npurpose: P\nreports_to: none\n";

    #[test]
    fn a_file_name_that_is_no_id_is_found_at_the_file() {
        let wanted = ["roles/IT_Manager.yaml:1:1 the name of `roles/IT_Manager.yaml` is not an id"];
        assert_eq!(findings(&RULE, &[("roles/IT_Manager.yaml", ROLE)]), wanted);
        assert!(findings(&RULE, &[("roles/it-manager.yaml", ROLE)]).is_empty());
    }

    #[test]
    fn two_files_for_one_id_are_found_at_the_second() {
        let files = [("roles/a.md", "---\nname: R\npurpose: P\nreports_to: none\n---\n"), ("roles/a.yaml", ROLE)];
        assert_eq!(findings(&RULE, &files), ["roles/a.yaml:1:1 there is another role called `a`"]);
    }

    #[test]
    fn an_id_twice_in_a_list_is_found_at_the_second() {
        let teams = ("teams.yaml", "- {id: it, name: A, lead: x}\n- {id: it, name: B, lead: x}\n- {id: hr, name: C, lead: x}\n");
        assert_eq!(findings(&RULE, &[teams]), ["teams.yaml:2:8 there is another team called `it`"]);
    }

    #[test]
    fn a_list_and_a_folder_of_one_kind_are_found_at_the_list() {
        let files = [("roles.yaml", "- {id: b, name: R, purpose: P, reports_to: none}\n"), ("roles/a.yaml", ROLE)];
        assert_eq!(findings(&RULE, &files), ["roles.yaml:1:1 there is both a list of roles and a folder `roles/`"]);
    }

    #[test]
    fn an_id_inside_a_file_of_its_own_is_not_needed() {
        let text = format!("id: b\n{ROLE}");
        let wanted = ["roles/a.yaml:1:1 the id says `b`, but the file is `roles/a.yaml`"];
        assert_eq!(findings(&RULE, &[("roles/a.yaml", &text)]), wanted);
    }

    #[test]
    fn thank_yous_are_filed_by_year() {
        let wanted = ["kudos/may.yaml:1:1 `kudos/may.yaml` is not named after a year"];
        assert_eq!(findings(&RULE, &[("kudos/may.yaml", "[]\n")]), wanted);
        assert!(findings(&RULE, &[("kudos/2026.yaml", "[]\n")]).is_empty());
    }

    #[test]
    fn the_id_that_the_file_already_says_is_not_needed() {
        let text = format!("id: a\n{ROLE}");
        let wanted = ["roles/a.yaml:1:1 the file's name is the id already"];
        assert_eq!(findings(&RULE, &[("roles/a.yaml", &text)]), wanted);
    }

    #[test]
    fn a_year_is_four_digits() {
        for stem in ["202", "20266", "abcd"] {
            assert_eq!(findings(&RULE, &[(format!("kudos/{stem}.yaml").as_str(), "[]\n")]).len(), 1, "{stem}");
        }
    }
}
