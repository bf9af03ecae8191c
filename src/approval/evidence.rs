//! Who has agreed: what the caller names, what a forge's reviews say, and what signed commits say. Everything that does
//! not count is kept, with the reason.

use std::collections::{BTreeMap, BTreeSet};

use crate::approval::error::ApprovalError;
use crate::approval::identity::{Directory, Who};
use crate::approval::reviews::{self, Review, Verdict};
use crate::approval::signature::{Signers, Verified};
use crate::history::{Commit, Range, short};

/// The words before names in commits that claim an approval.
const CLAIMS: [&str; 2] = ["approved-by", "reviewed-by"];

/// What a caller knows of who wrote a change and who agrees to it.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// Who agrees, as ids, names, addresses or accounts.
    pub approved_by: Vec<String>,
    /// Files of a forge's reviews: name and content.
    pub reviews: Vec<(String, String)>,
    /// The commit that reviews are about which do not say so themselves.
    pub reviews_commit: Option<String>,
    /// Who wrote the change, beside the authors of its commits.
    pub authors: Vec<String>,
    /// Who is away.
    pub absent: Vec<String>,
    /// Who has stepped back from this decision.
    pub recused: Vec<String>,
    /// The base's list of allowed signers, where commits must be signed: path and content.
    pub signers: Option<(String, String)>,
}

/// Something that does not count, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ignored {
    /// Who or what.
    pub what: String,
    /// Why it does not count, in words that follow it.
    pub why: String,
}

/// What came of the evidence.
#[derive(Clone, Debug, Default)]
pub(super) struct Weighed {
    /// Who has agreed, and how one knows.
    pub(super) agreed: BTreeMap<String, String>,
    /// Who wrote the change.
    pub(super) authors: BTreeSet<String>,
    /// Who is said to have written it and is nobody in the charter.
    pub(super) strangers: BTreeSet<String>,
    /// What does not count.
    pub(super) ignored: Vec<Ignored>,
    /// Claims in commits.
    pub(super) claims: Vec<Ignored>,
    /// What stands in the way, whoever agrees.
    pub(super) problems: Vec<String>,
    /// What is good to know.
    pub(super) notes: Vec<String>,
}

/// Weighs what is known; `range` holds the commits of the change.
pub(super) fn weigh(
    directory: Directory<'_>,
    evidence: &Evidence,
    range: Option<&Range>,
) -> Result<Weighed, ApprovalError> {
    let signers = evidence.signers.as_ref().map(|(_, text)| Signers::read(text));
    let mut weigher = Weigher { directory, evidence, range, signers, found: Weighed::default() };
    weigher.authors();
    weigher.named();
    weigher.reviews()?;
    weigher.claims();
    Ok(weigher.found)
}

struct Weigher<'a> {
    directory: Directory<'a>,
    evidence: &'a Evidence,
    range: Option<&'a Range>,
    signers: Option<Signers>,
    found: Weighed,
}

impl<'a> Weigher<'a> {
    fn commits(&self) -> &'a [Commit] {
        self.range.map_or(&[], |range| &range.commits)
    }

    /// Finds who wrote the change: nobody agrees to what they wrote themselves.
    fn authors(&mut self) {
        if self.range.is_some_and(|range| range.head.is_empty()) {
            let note = "the change is not a commit, so who wrote it is known from `--author` only, and no review is \
                        about it";
            self.found.notes.push(note.to_owned());
        }
        for author in &self.evidence.authors {
            self.author(author, None);
        }
        for commit in self.commits() {
            let signed = self.signed(commit);
            // An empty commit only says something, such as that somebody agrees.
            if (commit.empty && signed.is_some()) || commit.only_merges {
                continue;
            }
            self.author(&format!("{} <{}>", commit.author.name, commit.author.email), Some(commit));
            let with = commit.trailers.iter().filter(|line| line.key.eq_ignore_ascii_case("co-authored-by"));
            with.for_each(|line| self.author(&line.value, Some(commit)));
        }
        if let (Some(signers), Some((path, _))) = (&self.signers, &self.evidence.signers) {
            for (line, reason) in &signers.odd {
                self.found.notes.push(format!("line {line} of `{path}` is not used: {reason}"));
            }
        }
    }

    fn author(&mut self, text: &str, commit: Option<&Commit>) {
        match self.directory.find(text) {
            Who::Person(id) | Who::Gone(id) | Who::OtherAccount(id) => drop(self.found.authors.insert(id)),
            Who::Several(ids) => self.found.authors.extend(ids),
            // Anybody can write a program's name into a commit.
            Who::Bot | Who::Nobody => {
                let new = self.found.strangers.insert(text.to_owned());
                if let Some(commit) = commit.filter(|_| new && self.evidence.authors.is_empty()) {
                    self.found.problems.push(format!(
                        "commit `{}` was written by {text}, who is nobody in the charter at the base; \
                         `--author` can say who opened the change",
                        short(&commit.id)
                    ));
                }
            }
        }
    }

    /// Returns who signed a commit; where signatures are wanted and one is missing, that is a problem.
    fn signed(&mut self, commit: &Commit) -> Option<String> {
        let signers = self.signers.as_ref()?;
        let name = format!("commit `{}`", short(&commit.id));
        let verified = match &commit.signature {
            None => Err("is not signed"),
            Some(signature) => signers.verify(signature, self.directory.day),
        };
        let Verified { fingerprint, principals } = match verified {
            Ok(verified) => verified,
            Err(why) => {
                self.found.problems.push(format!("{name} {why}"));
                return None;
            }
        };
        let Who::Person(signer) = self.directory.by_key(&fingerprint, &principals) else {
            let who = principals.join(", ");
            self.found
                .problems
                .push(format!("{name} is signed by {who}, who is nobody in the charter at the base"));
            return None;
        };
        match self.directory.by_address(&commit.author.email) {
            Who::Person(author) if author == signer => {}
            _ => self.found.problems.push(format!(
                "{name} says that {} <{}> wrote it, and is signed by {signer}",
                commit.author.name, commit.author.email
            )),
        }
        Some(signer)
    }

    /// Counts whom the caller names.
    fn named(&mut self) {
        for text in &self.evidence.approved_by {
            let who = self.directory.find(text);
            self.count(text, who, "named as having agreed");
        }
    }

    fn count(&mut self, text: &str, who: Who, how: &str) {
        let why = match who {
            Who::Person(id) if self.found.authors.contains(&id) => {
                "wrote the change, and nobody agrees to what they wrote themselves".to_owned()
            }
            Who::Person(id) => {
                self.found.agreed.entry(id).or_insert_with(|| how.to_owned());
                return;
            }
            Who::Bot => "is a program, and programs do not agree".to_owned(),
            Who::Several(ids) => format!("could be {}: name the person's id", ids.join(" or ")),
            Who::Gone(_) => "does not work here on this day".to_owned(),
            Who::OtherAccount(_) => {
                "is the name of another account than the one that the charter knows by its number".to_owned()
            }
            Who::Nobody => "is nobody in the charter at the base".to_owned(),
        };
        self.found.ignored.push(Ignored { what: text.to_owned(), why });
    }

    /// Counts reviews: the latest of each person, if it is about the newest commit.
    fn reviews(&mut self) -> Result<(), ApprovalError> {
        let mut latest: BTreeMap<String, (String, Review)> = BTreeMap::new();
        for (file, text) in &self.evidence.reviews {
            let found = reviews::read(text)
                .map_err(|reason| ApprovalError::Reviews { file: file.clone(), reason })?;
            for review in found {
                let account = format!("{}:{}", review.site, review.account);
                let who = match review.bot {
                    true => Who::Bot,
                    false => self.directory.by_account(review.site, &review.account, review.number),
                };
                // Two accounts of one person are one voice.
                let voice = who.person().map_or_else(|| account.clone(), str::to_owned);
                latest.insert(voice, (account, review));
            }
        }
        for (account, review) in latest.into_values() {
            self.review(&account, &review);
        }
        Ok(())
    }

    fn review(&mut self, account: &str, review: &Review) {
        let ignored = |why: String| Ignored { what: account.to_owned(), why };
        if let Verdict::Void(why) = review.verdict {
            self.found.ignored.push(ignored(why.to_owned()));
            return;
        }
        let commit = review.commit.as_ref().or(self.evidence.reviews_commit.as_ref());
        let head = self.range.map(|range| range.head.as_str()).unwrap_or_default();
        let why = match commit {
            None => Some("agreed to a commit that the file does not name; `--reviews-commit` can".to_owned()),
            Some(_) if head.is_empty() => {
                Some("agreed to a commit, and the change is not one; name `BASE..HEAD`".to_owned())
            }
            Some(commit) if !self.is_newest(commit) => Some(format!(
                "agreed to commit `{}`, which is not the newest, `{}`",
                short(commit),
                short(head)
            )),
            Some(_) => None,
        };
        if let Some(why) = why {
            self.found.ignored.push(ignored(why));
            return;
        }
        let who = match review.bot {
            true => Who::Bot,
            false => self.directory.by_account(review.site, &review.account, review.number),
        };
        self.count(
            account,
            who,
            &format!("agreed on {}", if review.site == "github" { "GitHub" } else { "GitLab" }),
        );
    }

    /// Says whether a commit is the newest, or has the same content in all files.
    fn is_newest(&self, commit: &str) -> bool {
        let Some(range) = self.range else { return false };
        let same = |one: &Commit| one.id.eq_ignore_ascii_case(commit) && one.tree == range.tree;
        commit.eq_ignore_ascii_case(&range.head) || range.commits.iter().any(same)
    }

    /// Shows what commits claim. A claim counts only in a signed commit of that person, about the newest content.
    fn claims(&mut self) {
        let tree = self.range.map(|range| range.tree.as_str()).unwrap_or_default();
        let problems = self.found.problems.len();
        for commit in self.commits() {
            let signer = if commit.signature.is_some() { self.signed(commit) } else { None };
            for line in &commit.trailers {
                if !CLAIMS.iter().any(|claim| line.key.eq_ignore_ascii_case(claim)) {
                    continue;
                }
                let what = format!("`{}: {}` in commit `{}`", line.key, line.value, short(&commit.id));
                let who = self.directory.find(&line.value);
                let why = match (&signer, who.person()) {
                    (None, _) => "is only a claim: no signature of that person proves it",
                    (Some(signer), Some(person)) if signer == person => match commit.tree == tree {
                        true => {
                            self.count(&line.value, who, "agreed in a signed commit");
                            continue;
                        }
                        false => "is about older content than the newest commit has",
                    },
                    (Some(_), _) => "is only a claim: somebody else signed the commit",
                };
                self.found.claims.push(Ignored { what, why: why.to_owned() });
            }
        }
        // The same commits were looked at for their authors.
        self.found.problems.truncate(problems);
    }
}
