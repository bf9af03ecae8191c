//! `ref-unknown`: a reference points to nothing.

use crate::check::lost::{self, Lost};
use crate::check::meant::Meant;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};
use crate::document::schema::{Found, Reference};
use crate::model::Entry;
use crate::source::{Kind, Span};

static RULE: Rule = Rule {
    code: "ref-unknown",
    severity: Severity::Error,
    summary: "a reference points to nothing",
    why: "every later check follows references, and so does a reader who asks who that is",
    explanation: "Every field that names a role, person, team or other thing must name one that is there. The \
                  nearest name is offered. Where a file could not be read, names that may stand in it are left \
                  alone.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("teams.yaml", "- {id: it, name: IT, lead: it-manger}\n"),
        ("roles.yaml", "- {id: it-manager, name: Manager, purpose: Lead., reports_to: none}\n"),
    ],
    passing: &[
        ("teams.yaml", "- {id: it, name: IT, lead: it-manager}\n"),
        ("roles.yaml", "- {id: it-manager, name: Manager, purpose: Lead., reports_to: none}\n"),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut meant = Meant::new(context.registry);
    let mut lost = lost::references(context).peekable();
    for (index, entry) in context.registry.entries().enumerate() {
        while let Some(Lost { found, .. }) = lost.next_if(|lost| lost.index == index) {
            findings.extend(check(context, entry, found, &mut meant));
        }
        findings.extend(record_of_nobody(context, entry, &mut meant));
    }
}

fn check<'a>(context: &Context<'a>, entry: &Entry, found: &'a Found, meant: &mut Meant<'a>) -> Option<Diagnostic> {
    let tree = &context.documents[entry.document].tree;
    let name = tree.text(found.node)?;
    let span = tree.span(found.node);
    let reference = &found.reference;
    // What could not be read may be what is named; a thing of another kind has a rule of its own.
    let whole = reference.kinds.iter().all(|kind| context.registry.is_whole(*kind));
    if !whole || reference.lenient || context.registry.kinds_of(name).next().is_some() {
        return None;
    }
    let message = format!("no {} is called `{name}`", kinds(reference));
    let finding = Diagnostic::new(&RULE, message, Label::new(entry.file, span, "named here"))
        .about(entry.kind, &entry.id, entry.field(tree, found.node));
    Some(match meant.any(&reference.kinds, &reference.words, name) {
        Some(meant) => {
            let named = reference.kinds.iter().find_map(|kind| context.registry.find(*kind, meant));
            let finding = finding
                .with_help(format!("did you mean `{meant}`?"))
                .with_fix(format!("replace with `{meant}`"), entry.file, span, meant);
            match named.map(|named| context.registry.place(named, context.documents)) {
                Some((file, span)) => finding.with_related(Label::new(file, span, format!("`{meant}` is here"))),
                None => finding,
            }
        }
        None => finding.with_help(help(context, reference, name)),
    })
}

fn help(context: &Context<'_>, reference: &Reference, name: &str) -> String {
    let Some(kind) = reference.kinds.first() else { return "check the spelling".to_owned() };
    let known: Vec<String> = context.registry.ids(*kind).take(5).map(|id| format!("`{id}`")).collect();
    let words: Vec<String> = reference.words.iter().map(|word| format!("`{word}`")).collect();
    let also = if words.is_empty() { String::new() } else { format!(", or write {}", words.join(" or ")) };
    match known.as_slice() {
        [] => format!("the charter has no {} yet: add `{name}`{also}", kind.name()),
        known => format!("add a {} called `{name}`, or name one there is, such as {}{also}", kind.name(), known.join(", ")),
    }
}

fn kinds(reference: &Reference) -> String {
    reference.kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(" or ")
}

/// A file of acknowledgements is named after a person.
fn record_of_nobody(context: &Context<'_>, entry: &Entry, meant: &mut Meant<'_>) -> Option<Diagnostic> {
    let known = || context.registry.find(Kind::Person, &entry.id).is_some();
    if entry.kind != Kind::Acknowledgement || !context.registry.is_whole(Kind::Person) || known() {
        return None;
    }
    let message = format!("no person is called `{}`, after whom this file is named", entry.id);
    let span = entry.node.map_or(Span::at(0), |node| context.documents[entry.document].tree.head(node));
    let finding = Diagnostic::new(&RULE, message, Label::new(entry.file, span, "")).about(entry.kind, &entry.id, "");
    Some(match meant.one(Kind::Person, &entry.id) {
        Some(meant) => finding.with_help(format!("rename the file to `acknowledgements/{meant}.yaml`")),
        None => finding.with_help("name the file after the person who acknowledges"),
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{amid_faults, findings, in_full};

    const MANAGER: (&str, &str) = ("roles/it-manager.yaml", "name: R\npurpose: P\nreports_to: none\n");

    #[test]
    fn a_misspelt_id_is_found_at_the_word() {
        let team = ("teams.yaml", "- id: it\n  name: IT\n  lead: it-manger\n");
        assert_eq!(findings(&RULE, &[MANAGER, team]), ["teams.yaml:3:9 no role is called `it-manger`"]);
    }

    #[test]
    fn an_id_that_is_there_and_a_reserved_word_are_fine() {
        let team = ("teams.yaml", "- id: it\n  name: IT\n  lead: it-manager\n");
        assert!(findings(&RULE, &[MANAGER, team]).is_empty());
    }

    #[test]
    fn a_field_that_takes_words_too_is_left_alone() {
        let person = ("people/ada.yaml", "name: Ada\nemail: a@b.example\nstarted: 2020-01-01\n");
        let kudos = ("kudos/2025.yaml", "- {date: 2025-01-01, to: ada, from: A teacher, for: Help, ok_to_share: true}\n");
        assert!(findings(&RULE, &[person, kudos]).is_empty());
        let kudos = ("kudos/2025.yaml", "- {date: 2025-01-01, to: eda, from: A teacher, for: Help, ok_to_share: true}\n");
        assert_eq!(findings(&RULE, &[person, kudos]), ["kudos/2025.yaml:1:26 no person or team is called `eda`"]);
    }

    #[test]
    fn a_file_of_acknowledgements_is_named_after_a_person() {
        let file = ("acknowledgements/ada.yaml", "[]\n");
        let wanted = ["acknowledgements/ada.yaml:1:1 no person is called `ada`, after whom this file is named"];
        assert_eq!(findings(&RULE, &[file]), wanted);
        let person = ("people/ada.yaml", "name: Ada\nemail: a@b.example\nstarted: 2020-01-01\n");
        assert!(findings(&RULE, &[file, person]).is_empty());
    }

    #[test]
    fn where_nothing_is_near_the_help_says_what_there_is() {
        let help = |roles: &str| {
            let team = ("teams.yaml", "- {id: it, name: IT, lead: somebody}\n");
            in_full(&RULE, &[team, ("roles.yaml", roles)]).pop().unwrap()
        };
        assert_eq!(help("[]\n"), "  help the charter has no role yet: add `somebody`");
        let roles = "- {id: desk, name: R, purpose: P, reports_to: none}\n";
        assert_eq!(help(roles), "  help add a role called `somebody`, or name one there is, such as `desk`");
    }

    #[test]
    fn while_a_file_cannot_be_read_what_is_named_may_be_in_it() {
        let team = ("teams.yaml", "- {id: it, name: IT, lead: somebody}\n");
        assert!(amid_faults(&RULE, &[team, ("roles.yaml", "- {id: a\n")]).is_empty());
        assert_eq!(amid_faults(&RULE, &[team, ("roles.yaml", "[]\n")]).len(), 1);
    }
}
