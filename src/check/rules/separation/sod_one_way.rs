//! `sod-one-way`: two responsibilities are kept apart, and only one of them says so.

use std::collections::BTreeSet;

use crate::check::pairs::{Pair, pairs};
use crate::check::writing::field_above;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Edit, Fix, Rule, Severity};
use crate::model::Entity;
use crate::model::kinds::Responsibility;
use crate::source::Span;

static RULE: Rule = Rule {
    code: "sod-one-way",
    severity: Severity::Note,
    summary: "two responsibilities are kept apart, and only one of them says so",
    why: "whoever reads only the other page does not learn that the two must not meet in one person",
    explanation: "Looks for responsibilities that are named in `keep_apart_from` and do not name the other one \
                  there. Both sides are checked either way.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        (
            "responsibilities.yaml",
            "\
- id: buy
  name: Buy equipment
  question: Who can say yes to buying?
  accountable: lead
  responsible: [desk]
  keep_apart_from: [pay]
- id: pay
  name: Pay the bill
  question: Who pays?
  accountable: head
  responsible: [finance]
",
        ),
    ],
    passing: &[
        (
            "responsibilities.yaml",
            "\
- id: buy
  name: Buy equipment
  question: Who can say yes to buying?
  accountable: lead
  responsible: [desk]
  keep_apart_from: [pay]
- id: pay
  name: Pay the bill
  question: Who pays?
  accountable: head
  responsible: [finance]
  keep_apart_from: [buy]
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    // Two edits of one entry could write the field twice: the second waits for the next run.
    let mut mended: BTreeSet<usize> = BTreeSet::new();
    for Pair { one, index, other } in pairs(context) {
        if other.keep_apart_from.iter().any(|named| named.as_str() == one.id) {
            continue;
        }
        let message = format!("`{}` is kept apart from `{}`, which does not say so", one.id, other.id);
        let mut finding = context
            .finding(&RULE, one, &format!("keep_apart_from/{index}"), message, "kept apart here")
            .with_related(context.label(other.entry, "", "the other one"))
            .with_help(format!("add `{}` to `keep_apart_from` of `{}`", one.id, other.id));
        if mended.insert(other.entry) {
            finding.fix = mirror(context, other, &one.id)
                .map(|edit| Fix { title: format!("say it in `{}` too", other.id), edits: vec![edit] });
        }
        findings.push(finding);
    }
}

/// Returns the edit that names a responsibility in `keep_apart_from` of another.
fn mirror(context: &Context<'_>, duty: &Entity<Responsibility>, id: &str) -> Option<Edit> {
    let text = context.text(duty.entry);
    let entry = context.registry.entry(duty.entry);
    let tree = &context.documents[entry.document].tree;
    let mapping = entry.node?;
    let Some((_, list)) = tree.entry(mapping, "keep_apart_from") else {
        // New fields go above the last one: what follows it may be another entry or a comment.
        let (last, _) = tree.entries(mapping).last()?;
        return field_above(context, duty.entry, tree.text(*last)?, &format!("keep_apart_from: [{id}]"));
    };
    let last = tree.node(*tree.items(list).last()?).span;
    let written = text.get(tree.span(list).range())?;
    written.starts_with('[').then(|| Edit {
        file: entry.file,
        span: Span::at(last.end as usize),
        replacement: format!(", {id}"),
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{findings, in_full};

    fn found(one: &str, two: &str, three: &str) -> Vec<String> {
        let duty = |(id, apart): (&str, &str)| {
            format!("- {{id: {id}, name: M, question: Q, accountable: a, responsible: [a]{apart}}}\n")
        };
        findings(&RULE, &[("responsibilities.yaml", &[("a", one), ("b", two), ("c", three)].map(duty).concat())])
    }

    #[test]
    fn each_side_that_is_silent_is_found() {
        let wanted = [
            "responsibilities.yaml:1:85 `a` is kept apart from `b`, which does not say so",
            "responsibilities.yaml:1:88 `a` is kept apart from `c`, which does not say so",
        ];
        assert_eq!(found(", keep_apart_from: [b, c]", "", ", keep_apart_from: [b]")[..2], wanted);
    }

    #[test]
    fn both_sides_and_unknown_ones_pass() {
        let (one, two) = (", keep_apart_from: [b, gone, a]", ", keep_apart_from: [a]");
        assert!(found(one, two, "").is_empty());
    }

    #[test]
    fn the_silent_side_is_mended_with_or_without_a_list() {
        let fixes = |more: &str| {
            let duty = |id: &str, more: &str| {
                format!("- id: {id}\n  name: M\n  question: Q\n  accountable: a\n{more}  responsible: [a]\n")
            };
            let text = duty("a", "  keep_apart_from: [b]\n") + &duty("b", more);
            let told = in_full(&RULE, &[("responsibilities.yaml", &text)]);
            told.into_iter().skip_while(|line| !line.starts_with("  fix")).collect::<Vec<String>>()
        };
        let wanted = ["  fix say it in `b` too", "    142 `` becomes `keep_apart_from: [a]\n  `"];
        assert_eq!(fixes(""), wanted);
        let wanted = ["  fix say it in `b` too", "    161 `` becomes `, a`"];
        assert_eq!(fixes("  keep_apart_from: [c]\n"), wanted);
    }
}
