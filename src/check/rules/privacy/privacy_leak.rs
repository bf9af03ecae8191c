//! `privacy-leak`: a text refers to something that fewer people may read.

use crate::check::links::{self, Written};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};
use crate::model::Entry;
use crate::model::audience::Readers;
use crate::model::kinds::ReadBy;
use crate::model::links::Destination;

static RULE: Rule = Rule {
    code: "privacy-leak",
    severity: Severity::Note,
    summary: "a text refers to something that fewer people may read",
    why: "readers who may not see a thing meet a hole in the text, and its words may tell what was to stay among few",
    explanation: "Compares who may read a text with who may read what it refers to, in double square brackets or \
                  by a link to its file. A handbook for the wider circle shows neither the link nor the title: \
                  neutral words stand there, or the words that the writer gave. What says nothing in `read_by` is \
                  for everyone; training, pay, working hours and exceptions are for the IT team, and \
                  acknowledgements are for managers.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("pages/hello.md", "We share our plans on [[page:moving]].\n"),
        ("pages/moving.md", "---\nread_by: managers\n---\nWhere each desk will stand.\n"),
    ],
    passing: &[
        ("pages/hello.md", "---\nread_by: managers\n---\nWe share our plans on [[page:moving]].\n"),
        ("pages/moving.md", "---\nread_by: managers\n---\nWhere each desk will stand.\n"),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let readers = Readers::of(context.charter, context.registry);
    for (entry, links) in context.registry.entries().zip(links::all(context)) {
        let own = readers.get(entry.kind, &entry.id);
        if own == ReadBy::Managers || !entry.sound {
            continue;
        }
        findings.extend(links.iter().filter_map(|link| check(context, &readers, entry, own, link)));
    }
}

fn check(
    context: &Context<'_>,
    readers: &Readers<'_>,
    entry: &Entry,
    own: ReadBy,
    link: &Written,
) -> Option<Diagnostic> {
    let from = &context.snapshot.file(entry.file).path;
    let Destination::Entity { kind, id, .. } = context.linker().resolve(link.sort, &link.to, from).ok()? else {
        return None;
    };
    let reader = readers.get(kind, &id);
    if reader <= own {
        return None;
    }
    let message = format!(
        "this text is for {}, but {} `{id}` is for {} only",
        own.label(),
        kind.name(),
        reader.label()
    );
    let help = format!("leave the reference out, or give both texts the same readers with `read_by: {reader}`");
    Some(
        Diagnostic::new(&RULE, message, Label::new(entry.file, link.span, "for fewer people"))
            .with_help(help)
            .about(entry.kind, &entry.id, &link.field),
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{amid_faults, findings};

    fn found(page: &str, other: &str) -> Vec<String> {
        findings(&RULE, &[("pages/a.md", page), ("pages/b.md", other)])
    }

    #[test]
    fn a_reference_to_something_for_fewer_people_is_found_at_its_place() {
        let it = "---\nread_by: it\n---\n# B\n";
        let wanted = ["pages/a.md:1:5 this text is for everyone, but page `b` is for the IT team only"];
        assert_eq!(found("See [[page:b]].\n", it), wanted);
        assert_eq!(found("See [the plan](b.md).\n", it), wanted);
        assert_eq!(found("See [[page:b|the plan]].\n", it), wanted);
        assert!(found("---\nread_by: it\n---\nSee [[page:b]].\n", it).is_empty());
        assert!(found("See `[[page:b]]`.\n", it).is_empty());
    }

    #[test]
    fn the_same_circle_and_a_wider_one_are_fine() {
        assert!(found("---\nread_by: it\n---\nSee [[page:b]].\n", "# B\n").is_empty());
        let managers = "---\nread_by: managers\n---\n# B\n";
        let wanted = ["pages/a.md:4:5 this text is for the IT team, but page `b` is for managers only"];
        assert_eq!(found("---\nread_by: it\n---\nSee [[page:b]].\n", managers), wanted);
    }

    #[test]
    fn a_text_whose_readers_are_unsure_is_left_alone() {
        let other = ("pages/b.md", "---\nread_by: it\n---\n# B\n");
        assert_eq!(amid_faults(&RULE, &[("pages/a.md", "See [[page:b]].\n"), other]).len(), 1);
        let unsure = "---\nread_by: nobody-we-know\n---\nSee [[page:b]].\n";
        assert!(amid_faults(&RULE, &[("pages/a.md", unsure), other]).is_empty());
    }
}
