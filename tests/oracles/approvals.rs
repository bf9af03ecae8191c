//! Who must agree to a change, whatever the change, its commits and what is said of agreement are made of.

use std::collections::BTreeSet;

use itcharter::approval::{self, ApprovalError, Approvals, Evidence, Format, Question};
use itcharter::check;
use itcharter::diff;
use itcharter::history::{Commit, Range, Signature, Signer, Trailer};
use serde_json::json;

use crate::oracles::charter::{Checked, Files};
use crate::oracles::generate::{self, Dice};
use crate::oracles::{html, output};

/// A base that says for sure who decides: several people, who go by ids, names, addresses, accounts and a key.
const BASE: [(&str, &str); 3] = [
    (
        "charter.yaml",
        "org: Our school\nname: IT team charter\npurpose: Keep it working.\nowner: head\napprover: desk\n\
         review_every: 12 months\nlast_review: 2026-01-05\nagreements:\n  - {to: power-widened, people: 2, roles: [ops]}\n",
    ),
    (
        "people.yaml",
        "- {id: ada, name: Ada L, email: ada@x.example, started: 2020-01-01, handles: {github: ada, github-id: '7'}}\n\
         - {id: x, name: X Y, email: x@x.example, started: 2020-01-01, git: [x@home.example], handles: {gitlab: x}}\n\
         - {id: desk, name: Eve Old, email: eve@x.example, started: 2020-01-01, left: 2025-01-01}\n\
         - {id: ops, name: 'O ~p~ @ada', email: ops@x.example, started: 2020-01-01, handles: {github: ops}}\n",
    ),
    (
        "roles.yaml",
        "- {id: head, name: Head, purpose: Lead., reports_to: none, filled_by: ada, backup: x}\n\
         - {id: desk, name: Desk, purpose: Help., reports_to: head, filled_by: [x, ops]}\n\
         - {id: ops, name: Ops, purpose: Run it., reports_to: desk, filled_by: ops}\n",
    ),
];

/// Ways to name somebody, real or not.
const NAMES: [&str; 16] = [
    "ada",
    "Ada L",
    "Ada L <ada@x.example>",
    "github:ada",
    "@ada",
    "x",
    "x@home.example",
    "gitlab:@x",
    "ops",
    "7+ada@users.noreply.github.com",
    "desk",
    "ops@x.example",
    "dependabot[bot]",
    "Ada L <evil@x.example>",
    "",
    "::error::<b>@everyone",
];

/// A public key of Ada, whose private half nobody has.
const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDDS8nNEPauJRyN8uOBDo0OLQVLZnO1/aaFrZTld8c+H ada";
/// What the key signed.
const SIGNED: &str = "ada agrees";
/// The signature.
const SIGNATURE: &str = "-----BEGIN SSH SIGNATURE-----\n\
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgMNLyc0Q9q4lHI3y44EOjQ4tBUt\n\
mc7X9poWtlOV3xz4cAAAADZ2l0AAAAAAAAAAZzaGE1MTIAAABTAAAAC3NzaC1lZDI1NTE5\n\
AAAAQPRe+QuRCguvsv4wv/pRCEUdKiakulqMjBIZAqEwnzcuie35RW9R3ABPSyxGCyId5v\n\
JivxmibozJHyKold9sLgE=\n\
-----END SSH SIGNATURE-----\n";

/// A change made from bytes, with its commits and what is said of agreement: the answer keeps its promises, and is
/// written in every format. Without any word of agreement nobody has agreed.
pub(crate) fn hold(bytes: &[u8]) {
    let mut dice = Dice::new(bytes);
    let range = (!dice.one_in(4)).then(|| range(&mut dice));
    let evidence = evidence(&mut dice);
    let (old, new) = change(&mut dice);
    let (old, new) = (Checked::new(&old), Checked::new(&new));
    let said = decide(&old, &new, range.as_ref(), &evidence);
    if let Ok(said) = &said {
        promises(&old, said);
        written(said);
    }
    let unsaid = Range { commits: Vec::new(), ..range.unwrap_or_default() };
    if let Ok(silent) = decide(&old, &new, Some(&unsaid), &Evidence::default()) {
        let checks = silent.requirements.iter().flat_map(|one| &one.seats).filter(|seat| !seat.by_writing);
        assert!(checks.clone().all(|seat| seat.agreed.is_empty()), "nobody spoke: {silent:#?}");
        let must = silent.requirements.iter().any(|one| one.seats.iter().any(|seat| !seat.by_writing));
        assert!(silent.is_missing() || !must, "nobody spoke, and nobody is missing: {silent:#?}");
    }
    if let Ok(same) = decide(&old, &old, None, &evidence) {
        assert_eq!(same.requirements, [], "a charter that stays as it is");
    }
}

/// Returns a base and what a change makes of it; most bases say for sure who decides.
fn change(dice: &mut Dice<'_>) -> (Files, Files) {
    const UNSURE: [&str; 6] = ["charter", "role", "people", "polic", "growth", "rewards"];
    let sure = !dice.one_in(4);
    let (mut old, new) = generate::change(dice);
    if sure {
        old.retain(|path, _| !UNSURE.iter().any(|start| path.starts_with(start)));
        old.extend(BASE.map(|(path, text)| (path.to_owned(), text.to_owned())));
    }
    (old, new)
}

fn decide(
    old: &Checked,
    new: &Checked,
    range: Option<&Range>,
    evidence: &Evidence,
) -> Result<Approvals, ApprovalError> {
    let rules = check::rules();
    let (before, after) = (output::side(old, &rules), output::side(new, &rules));
    let diff = diff::compare(before, after);
    let answer = approval::decide(Question { before, after, diff: &diff, range, evidence });
    if let Err(error) = &answer {
        assert!(!error.to_string().is_empty(), "refused without a word");
    }
    answer
}

/// The base decides, and nobody agrees to what they wrote.
fn promises(base: &Checked, said: &Approvals) {
    let authors: BTreeSet<&str> = said.authors.iter().map(|(id, _)| id.as_str()).collect();
    for (id, ..) in &said.agreed {
        assert!(!authors.contains(id.as_str()), "{id} agrees to what they wrote: {said:#?}");
    }
    for requirement in &said.requirements {
        assert!(!requirement.changes.is_empty() && !requirement.seats.is_empty(), "{said:#?}");
        for seat in &requirement.seats {
            assert!(seat.agreed.is_subset(&seat.people), "agreed without a seat: {said:#?}");
            for id in &seat.people {
                let known = base.model.charter.people.get(id);
                assert!(known.is_some() || seat.by_writing, "`{id}` is not in the base: {said:#?}");
                let wrote = authors.contains(id.as_str());
                assert!(!wrote || seat.by_writing, "{id} wrote it and is asked: {said:#?}");
            }
        }
    }
}

fn written(said: &Approvals) {
    for format in [Format::Text, Format::Concise, Format::Markdown, Format::Json] {
        let mut out = Vec::new();
        approval::write(format, said, false, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        match format {
            Format::Text | Format::Concise => output::hold_log("approvals", &text),
            Format::Markdown => {
                assert!(text.chars().count() < 65_536, "too long for a comment");
                html::hold_markdown("approvals.md", &text);
            }
            Format::Json => {
                output::hold_log("approvals", &text);
                let value: serde_json::Value = serde_json::from_str(&text).unwrap();
                assert_eq!(value["missing"], said.is_missing());
            }
        }
    }
}

fn range(dice: &mut Dice<'_>) -> Range {
    let head = commit(dice, 9);
    let mut commits: Vec<Commit> = (0..dice.below(3)).map(|number| commit(dice, number)).collect();
    let (head, tree) = if dice.one_in(8) { Default::default() } else { (head.id.clone(), head.tree.clone()) };
    if let Some(last) = commits.last_mut().filter(|_| !head.is_empty()) {
        (last.id, last.tree) = (head.clone(), tree.clone());
    }
    let mut paths = vec!["roles.yaml".to_owned()];
    if dice.one_in(3) {
        paths.push(
            dice.pick(&[".github/CODEOWNERS", ".github/workflows/a\u{1b}[31m.yml", "roles.yaml"]).to_owned(),
        );
    }
    Range { commits, head, tree, paths }
}

fn commit(dice: &mut Dice<'_>, number: usize) -> Commit {
    let signed = || Signature { text: SIGNATURE.to_owned(), payload: SIGNED.into() };
    let mut trailers = Vec::new();
    while dice.one_in(2) {
        let key = dice.pick(&["Approved-by", "reviewed-by", "Co-authored-by", "X"]).to_owned();
        trailers.push(Trailer { key, value: name(dice) });
    }
    Commit {
        id: format!("{number:040}"),
        tree: format!("{:040}", number / 2),
        subject: dice.text(),
        author: Signer { name: dice.text(), email: name(dice) },
        trailers,
        signature: match dice.below(4) {
            0 | 1 => None,
            2 => Some(signed()),
            _ => Some(Signature { text: dice.text(), payload: SIGNED.into() }),
        },
        empty: dice.one_in(3),
        only_merges: dice.one_in(6),
    }
}

fn name(dice: &mut Dice<'_>) -> String {
    if dice.one_in(8) { dice.text() } else { dice.pick(&NAMES).to_owned() }
}

fn names(dice: &mut Dice<'_>) -> Vec<String> {
    (0..dice.below(3)).map(|_| name(dice)).collect()
}

fn evidence(dice: &mut Dice<'_>) -> Evidence {
    let reviews = (0..dice.below(3)).map(|number| (format!("{number}.json"), reviews(dice))).collect();
    let signers = match dice.below(4) {
        0 | 1 => None,
        2 => Some(format!("{} namespaces=\"git\" {KEY}\n", name(dice))),
        _ => Some(format!("{}\n{} {KEY}\n", dice.text(), name(dice))),
    };
    Evidence {
        approved_by: names(dice),
        reviews,
        reviews_commit: dice.one_in(2).then(|| commit_id(dice)),
        authors: names(dice),
        absent: names(dice),
        recused: names(dice),
        signers: signers.map(|text| (".allowed-signers".to_owned(), text)),
    }
}

fn commit_id(dice: &mut Dice<'_>) -> String {
    if dice.one_in(8) { dice.text() } else { format!("{:040}", [9, 0, 1][dice.below(3)]) }
}

/// Returns a forge's answer, or something that is none.
fn reviews(dice: &mut Dice<'_>) -> String {
    let account = |dice: &mut Dice<'_>, key: &str| {
        let login = dice.pick(&["ada", "X", "ops", "ada[bot]", "\u{1b}[31m", ""]).to_owned();
        let number = [7, 8, 0][dice.below(3)];
        json!({key: login, "id": number, "type": dice.pick(&["User", "Bot"])})
    };
    match dice.below(4) {
        0 => dice.text(),
        1 => json!({"approved_by": [{"user": account(dice, "username")}]}).to_string(),
        _ => {
            let state =
                dice.pick(&["APPROVED", "CHANGES_REQUESTED", "DISMISSED", "COMMENTED", "?"]).to_owned();
            json!([{
                "id": dice.below(9), "user": account(dice, "login"), "state": state,
                "commit_id": dice.one_in(2).then(|| commit_id(dice)), "submitted_at": dice.text(),
            }])
            .to_string()
        }
    }
}
