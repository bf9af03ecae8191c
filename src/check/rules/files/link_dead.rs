//! `link-dead`: a link, picture or reference in prose leads nowhere in the handbook.

use crate::check::links::{self, Written};
use crate::check::meant::Meant;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};
use crate::document::markdown::LinkSort;
use crate::document::mention::Mention;
use crate::model::{Entry, Named};
use crate::model::links::Dead;
use crate::source::Kind;

static RULE: Rule = Rule {
    code: "link-dead",
    severity: Severity::Warning,
    summary: "a link, picture or reference in prose leads nowhere",
    why: "a handbook with dead ends loses its readers' trust",
    explanation: "Looks at references in double square brackets, links between files, anchors and pictures, in \
                  every text. Addresses outside are not opened. A link whose address could do harm, such as \
                  `javascript:`, is an error.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("pages/hello.md", "Ask the [[role:dask]].\n"),
        ("roles.yaml", "- {id: desk, name: Desk, purpose: Help., reports_to: none}\n"),
    ],
    passing: &[
        ("pages/hello.md", "Ask the [[role:desk]].\n"),
        ("roles.yaml", "- {id: desk, name: Desk, purpose: Help., reports_to: none}\n"),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut meant = Meant::new(context.registry);
    for (entry, links) in context.registry.entries().zip(links::all(context)) {
        findings.extend(links.iter().filter_map(|link| check(context, entry, link, &mut meant)));
    }
}

/// Says whether what is named may be among what could not be read.
fn may_be_unread(context: &Context<'_>, inside: &str) -> bool {
    let mention = Mention::parse(inside);
    Kind::from_name(mention.kind).is_some_and(|kind| {
        let named = context.registry.find(kind, mention.id);
        let unread = |named: Named| {
            let entry = context.registry.entry(named.entry);
            mention.anchor.is_some() && !context.documents[entry.document].sound
        };
        named.map_or(!context.registry.is_whole(kind), unread)
    })
}

fn check(context: &Context<'_>, entry: &Entry, link: &Written, meant: &mut Meant<'_>) -> Option<Diagnostic> {
    let span = link.span;
    let file = context.snapshot.file(entry.file);
    let dead = context.linker().resolve(link.sort, &link.to, &file.path).err()?;
    if link.sort == LinkSort::Mention && may_be_unread(context, &link.to) {
        return None;
    }
    let Dead { message, mut help, mut better, unsafe_scheme, unknown } = dead;
    if let Some((kind, meant)) = unknown.and_then(|(kind, id)| Some((kind, meant.one(kind, &id)?))) {
        help = format!("did you mean `{meant}`?");
        better = Some(format!("[[{}:{meant}]]", kind.name()));
    }
    let mut finding = Diagnostic::new(&RULE, message, Label::new(entry.file, span, "leads nowhere"))
        .with_help(help)
        .about(entry.kind, &entry.id, &link.field);
    if unsafe_scheme {
        finding.severity = Severity::Error;
        finding.primary.text = "not followed".to_owned();
    }
    let written = span.slice(&file.text);
    let keeps_words = written.starts_with("[[") && !written.contains(['|', '#']);
    if let Some(better) = better.filter(|_| keeps_words) {
        finding = finding.with_fix(format!("replace with `{better}`"), entry.file, span, better);
    }
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{amid_faults, findings, in_full};

    const ROLE: &str = "name: R\npurpose: P\nreports_to: none\n";

    fn in_page(markdown: &str) -> Vec<String> {
        let other = "# Hello there\n";
        findings(&RULE, &[("pages/a.md", markdown), ("pages/b.md", other), ("roles/desk.yaml", ROLE)])
    }

    #[test]
    fn a_reference_that_leads_nowhere_is_found_at_its_brackets() {
        assert_eq!(in_page("See [[role:dask]].\n"), ["pages/a.md:1:5 no role is called `dask`"]);
        assert!(in_page("See [[role:desk]] and `[[role:dask]]`.\n").is_empty());
    }

    #[test]
    fn a_reference_in_a_folded_text_is_found_in_the_source() {
        let role = "name: R\npurpose: >\n  A long\n  line, [[role:x]] and [[role:x]].\nreports_to: none\n";
        let wanted = ["roles/a.yaml:4:9 no role is called `x`", "roles/a.yaml:4:24 no role is called `x`"];
        assert_eq!(findings(&RULE, &[("roles/a.yaml", role)]), wanted);
    }

    #[test]
    fn files_and_headings_are_looked_up() {
        assert!(in_page("[x](b.md) [y](b.md#hello-there) [z](https://a.example) [r](../roles/desk.yaml)\n").is_empty());
        assert_eq!(in_page("[x](c.md)\n"), ["pages/a.md:1:1 `c.md` is not a file of this charter"]);
        assert_eq!(in_page("[x](b.md#no)\n"), ["pages/a.md:1:1 `pages/b.md` has no heading `no`"]);
        assert_eq!(in_page("[x](/etc/passwd)\n"), ["pages/a.md:1:1 `/etc/passwd` leads nowhere in the handbook"]);
        assert_eq!(in_page("[x](../../b.md)\n"), ["pages/a.md:1:1 `../../b.md` is not a file of this charter"]);
    }

    #[test]
    fn an_address_that_could_do_harm_is_found() {
        assert_eq!(in_page("[x](javascript:alert%281%29)\n"), ["pages/a.md:1:1 links with `javascript:` are not followed"]);
        assert_eq!(in_page("[x](&#106;avascript:x)\n"), ["pages/a.md:1:1 links with `javascript:` are not followed"]);
    }

    #[test]
    fn a_picture_must_lie_below_the_pages() {
        let wanted = "pages/a.md:1:1 pictures from other sites are not shown: those sites would learn who reads the handbook";
        assert_eq!(in_page("![x](https://a.example/x.png)\n"), [wanted]);
    }

    #[test]
    fn a_statement_of_a_policy_is_looked_up() {
        let policy = "---\ntitle: T\ntype: other\nsummary: S\nowner: desk\napprover: desk\nversion: 1\nstatus: active\n\
                      effective: 2025-01-01\nlast_review: 2025-01-01\nreview_every: 1 year\napplies_to: everyone\n---\n\
                      - **S1** We ask.\n";
        let page = "[[policy:p#S1]] and [[policy:p#S2]]\n";
        let files = [("pages/a.md", page), ("policies/p.md", policy), ("roles/desk.yaml", ROLE)];
        assert_eq!(findings(&RULE, &files), ["pages/a.md:1:21 policy `p` has no statement or heading `S2`"]);
    }

    #[test]
    fn what_is_named_may_be_in_a_file_that_could_not_be_read() {
        let page = ("pages/a.md", "[[role:desk]] [[page:b]] [x](c.md)\n");
        let wanted = ["pages/a.md:1:15 no page is called `b`", "pages/a.md:1:26 `c.md` is not a file of this charter"];
        assert_eq!(amid_faults(&RULE, &[page, ("roles.yaml", "- {id: a\n")]), wanted);
    }

    #[test]
    fn a_slip_is_mended_where_no_words_are_lost() {
        let fixes = |markdown: &str| {
            let told = in_full(&RULE, &[("pages/a.md", markdown), ("roles/desk.yaml", ROLE)]);
            told.into_iter().filter(|line| line.starts_with("    ")).collect::<Vec<String>>()
        };
        assert_eq!(fixes("See [[role:dask]].\n"), ["    4 `[[role:dask]]` becomes `[[role:desk]]`"]);
        assert!(fixes("See [[role:dask|the desk]].\n").is_empty());
    }
}
