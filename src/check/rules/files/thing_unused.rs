//! `thing-unused`: a skill, term, offer, grade or escalation that nothing refers to.

use std::collections::BTreeSet;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use crate::check::meant::Meant;
use crate::check::{Check, Context, links};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};
use crate::document::mention::{self, Mention};
use crate::document::{markdown, markdown::LinkSort};
use crate::model::Entity;
use crate::model::kinds::{EscalationKind, Term};
use crate::source::{FileId, Kind};

static RULE: Rule = Rule {
    code: "thing-unused",
    severity: Severity::Note,
    summary: "a skill, term, offer, grade or escalation that nothing refers to",
    why: "leftovers are where a charter starts to rot",
    explanation: "A skill or grade that no role or person has, an offer that is for nobody, a way of escalation \
                  for incidents or requests that nothing leads to, and a term that stands for no other word and \
                  that no text uses. Waits until the rest of the charter can be read.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("glossary.yaml", "- {term: firewall, plain: A guard.}\n"),
    ],
    passing: &[
        ("glossary.yaml", "- {term: firewall, plain: A guard.}\n"),
        ("pages/a.md", "The firewall is old.\n"),
    ],
};

/// The kinds of things that can be unused.
const KINDS: [Kind; 5] = [Kind::Skill, Kind::Offer, Kind::Grade, Kind::Escalation, Kind::Term];

/// Some things are of use without being referred to: an offer that says whom it is for, an escalation for conflicts
/// or concerns, which people take up themselves, and a term that stands for other words, which readers look up.
fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    // What could not be read may be what refers to it.
    if !context.registry.is_sound() {
        return;
    }
    let mut unused = Vec::new();
    if let Some(growth) = context.charter.growth() {
        unused.extend(growth.skills.iter().map(|skill| (Kind::Skill, skill.id.as_str())));
        let offers = growth.offers.iter().filter(|offer| offer.r#for.is_empty());
        unused.extend(offers.map(|offer| (Kind::Offer, offer.id.as_str())));
    }
    if let Some(rewards) = context.charter.rewards() {
        unused.extend(rewards.grades.iter().map(|grade| (Kind::Grade, grade.id.as_str())));
    }
    let routes = context.charter.escalations.iter().filter(|escalation| match escalation.kind {
        EscalationKind::Incident | EscalationKind::Request => true,
        EscalationKind::Conflict | EscalationKind::Concern => false,
    });
    unused.extend(routes.map(|escalation| (Kind::Escalation, escalation.id.as_str())));
    let terms = context.charter.terms.iter().filter(|term| term.also.is_empty() && term.say_instead.is_none());
    let terms: Vec<&Entity<Term>> = terms.collect();
    let unsaid = terms.iter().zip(said(context, &terms)).filter(|(_, said)| !said);
    unused.extend(unsaid.map(|(term, _)| (Kind::Term, term.id.as_str())));
    if unused.is_empty() {
        return;
    }
    let mut left: BTreeSet<(Kind, String)> = unused.iter().map(|(kind, id)| (*kind, (*id).to_owned())).collect();
    take_used(context, &mut left);
    for (kind, id) in unused.into_iter().filter(|(kind, id)| left.contains(&(*kind, (*id).to_owned()))) {
        let Some(named) = context.registry.find(kind, id) else { continue };
        let (file, span) = context.registry.place(named, context.documents);
        findings.push(
            Diagnostic::new(&RULE, format!("nothing refers to the {} `{id}`", kind.name()), Label::new(file, span, "unused"))
                .with_help("refer to it where it is meant, or delete it")
                .about(kind, id, ""),
        );
    }
}

/// Takes out of some things those that a field or a text refers to.
fn take_used(context: &Context<'_>, left: &mut BTreeSet<(Kind, String)>) {
    let mut near = Meant::new(context.registry);
    for (entry, links) in context.registry.entries().zip(links::all(context)) {
        if left.is_empty() {
            return;
        }
        let mut take = |used: Option<(Kind, String)>| used.is_some_and(|used| left.remove(&used));
        let tree = &context.documents[entry.document].tree;
        for found in &entry.references {
            let name = tree.text(found.node).unwrap_or("");
            for kind in &found.reference.kinds {
                take(meant(&mut near, context, *kind, name));
            }
        }
        for (node, _) in &entry.texts {
            for (_, inside) in mention::find(tree.text(*node).unwrap_or("")) {
                take(mentioned(&mut near, context, inside));
            }
        }
        for link in links.iter().filter(|link| link.field == "body" && link.sort == LinkSort::Mention) {
            take(mentioned(&mut near, context, &link.to));
        }
    }
}

fn mentioned(near: &mut Meant<'_>, context: &Context<'_>, inside: &str) -> Option<(Kind, String)> {
    let mention = Mention::parse(inside);
    let kind = Kind::from_name(mention.kind)?;
    let id = if kind == Kind::Term { markdown::slug(mention.id) } else { mention.id.to_owned() };
    meant(near, context, kind, &id)
}

/// Returns what a name means, if it is of a kind that this rule looks at: a misspelt one was reported where it stands,
/// and what it means is used.
fn meant(near: &mut Meant<'_>, context: &Context<'_>, kind: Kind, name: &str) -> Option<(Kind, String)> {
    if !KINDS.contains(&kind) {
        return None;
    }
    let meant = match context.registry.find(kind, name) {
        Some(_) => Some(name),
        None => near.one(kind, name),
    };
    meant.map(|meant| (kind, meant.to_owned()))
}

/// Says of each term whether a text outside its own file holds it as a whole word.
fn said(context: &Context<'_>, terms: &[&Entity<Term>]) -> Vec<bool> {
    let words: Vec<String> = terms.iter().map(|term| term.term.to_lowercase()).collect();
    let own: Vec<FileId> = terms.iter().map(|term| context.registry.entry(term.entry).file).collect();
    let mut said = vec![false; terms.len()];
    // Only a glossary of billions of letters is too large to be looked for; nobody is told that its words are unused.
    let Ok(finder) = AhoCorasick::new(&words) else { return vec![true; terms.len()] };
    if terms.is_empty() {
        return said;
    }
    for (file, text) in context.snapshot.files().map(|(file, found)| (file, found.text.to_lowercase())) {
        for found in finder.find_overlapping_iter(&text) {
            let index = found.pattern().as_usize();
            said[index] |= own[index] != file && stands_alone(&text, found.range());
        }
    }
    said
}

/// Says whether a word ends where letters end, or where it is of many.
fn stands_alone(text: &str, word: Range<usize>) -> bool {
    let before = text[..word.start].chars().next_back();
    let after = text[word.end..].chars().next();
    !before.is_some_and(char::is_alphanumeric)
        && !after.is_some_and(|after| after.is_alphanumeric() && after != 's')
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    #[test]
    fn a_skill_nobody_needs_is_found_at_its_id() {
        let growth = "budget_each: 1 GBP\ntime_each: T\nskills:\n  - {id: novell, name: R, levels: [A]}\noffers: []\n";
        assert_eq!(findings(&RULE, &[("growth.yaml", growth)]), ["growth.yaml:4:10 nothing refers to the skill `novell`"]);
        let role = "name: R\npurpose: P\nreports_to: none\nneeds: {skills: {novell: 1}}\n";
        assert!(findings(&RULE, &[("growth.yaml", growth), ("roles/a.yaml", role)]).is_empty());
    }

    #[test]
    fn a_term_is_used_where_its_word_stands() {
        let words = ("glossary.yaml", "- {term: firewall, plain: A guard.}\n");
        assert_eq!(findings(&RULE, &[words]), ["glossary.yaml:1:4 nothing refers to the term `firewall`"]);
        assert!(findings(&RULE, &[words, ("pages/a.md", "Two Firewalls stand here.\n")]).is_empty());
        assert_eq!(findings(&RULE, &[words, ("pages/a.md", "firewalled\n")]).len(), 1);
    }

    #[test]
    fn an_escalation_for_incidents_needs_a_way_to_it() {
        let steps = "  steps: [{who: desk}]\n";
        let text = format!("- id: a\n  name: A\n  kind: incident\n{steps}- id: b\n  name: B\n  kind: conflict\n{steps}");
        let wanted = ["escalations.yaml:1:7 nothing refers to the escalation `a`"];
        assert_eq!(findings(&RULE, &[("escalations.yaml", &text)]), wanted);
    }

    #[test]
    fn words_to_avoid_and_other_words_for_a_term_need_no_use() {
        for more in ["also: [wall]", "say_instead: wall"] {
            let words = format!("- {{term: firewall, plain: A guard., {more}}}\n");
            assert!(findings(&RULE, &[("glossary.yaml", &words)]).is_empty(), "{more}");
        }
    }

    #[test]
    fn a_reference_in_a_page_is_a_use() {
        let growth = "budget_each: 1 GBP\ntime_each: T\nskills:\n  - {id: novell, name: R, levels: [A]}\noffers: []\n";
        let found = |page: &str| findings(&RULE, &[("growth.yaml", growth), ("pages/a.md", page)]);
        assert!(found("See [[skill:novell]].\n").is_empty());
        assert_eq!(found("See [novell](b.md).\n").len(), 1);
    }
}
