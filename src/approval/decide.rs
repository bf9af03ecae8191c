//! Brings changes, the base's rules and what is known of agreement together.

use std::collections::BTreeSet;

use crate::approval::asks::{Ask, Asked, Asker};
use crate::approval::error::ApprovalError;
use crate::approval::evidence::{self, Evidence, Ignored, Weighed};
use crate::approval::guarded;
use crate::approval::identity::Directory;
use crate::approval::seat::{Barred, Seat, Seats};
use crate::diff::{Change, Class, Diff, Sentence, Side, Spot};
use crate::history::Range;
use crate::model::Charter;
use crate::source::Kind;

/// What is asked: who must agree to a change, and have they?
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The base: its rules decide.
    pub before: Side<'a>,
    /// What the change makes of it.
    pub after: Side<'a>,
    /// The comparison of the two.
    pub diff: &'a Diff,
    /// The commits of the change; `None` outside of Git.
    pub range: Option<&'a Range>,
    /// What is known of who wrote it and who agrees.
    pub evidence: &'a Evidence,
}

/// Changes that the same people must agree to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// The class of the changes; `None` where no change of meaning is behind it.
    pub class: Option<Class>,
    /// The changes, in sentences, with their places.
    pub changes: Vec<(Sentence, Option<Spot>)>,
    /// The seats, each of which must be taken.
    pub seats: Vec<Seat>,
    /// How many different people must agree at least.
    pub people: usize,
}

impl Requirement {
    /// Returns the ids of those who have agreed in a seat that checks.
    pub fn agreed(&self) -> BTreeSet<&str> {
        let seats = self.seats.iter().filter(|seat| !seat.by_writing);
        seats.flat_map(|seat| &seat.agreed).map(String::as_str).collect()
    }

    /// Returns the ids of those who could agree in a seat that checks.
    pub fn able(&self) -> BTreeSet<&str> {
        let seats = self.seats.iter().filter(|seat| !seat.by_writing);
        seats.flat_map(|seat| &seat.people).map(String::as_str).collect()
    }

    /// Says whether everybody who must has agreed.
    pub fn is_met(&self) -> bool {
        let enough = self.agreed().len() >= self.people;
        enough && self.seats.iter().all(|seat| !seat.agreed.is_empty())
    }

    /// Returns what stands above the changes.
    pub fn title(&self) -> &'static str {
        self.class.map_or("Files that guard the charter, and its form", Class::label)
    }
}

/// Who must agree to a change, and who has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Approvals {
    /// The base, as people name it.
    pub before: String,
    /// The other side, as people name it.
    pub after: String,
    /// The day for which people were looked up.
    pub day: String,
    /// What must be agreed, the weightiest first.
    pub requirements: Vec<Requirement>,
    /// Who wrote the change: ids, with names.
    pub authors: Vec<(String, String)>,
    /// Who is said to have written it and is nobody in the charter.
    pub strangers: Vec<String>,
    /// Who has agreed: id, name, and how one knows.
    pub agreed: Vec<(String, String, String)>,
    /// What was said and does not count.
    pub ignored: Vec<Ignored>,
    /// What commits claim.
    pub claims: Vec<Ignored>,
    /// What stands in the way, whoever agrees.
    pub problems: Vec<String>,
    /// What is good to know.
    pub notes: Vec<String>,
    /// Names of people, by their ids.
    pub names: Vec<(String, String)>,
}

impl Approvals {
    /// Says whether anything is missing.
    pub fn is_missing(&self) -> bool {
        !self.problems.is_empty() || self.requirements.iter().any(|requirement| !requirement.is_met())
    }
}

/// Says who must agree to a change by the rules of its base, and what is missing.
pub fn decide(question: Question<'_>) -> Result<Approvals, ApprovalError> {
    let base = question.before.charter;
    check_base(question)?;
    let directory = Directory { charter: base, day: question.before.as_of };
    let mut weighed = evidence::weigh(directory, question.evidence, question.range)?;
    let out = out(directory, question.evidence, &mut weighed);
    let seats = Seats { base, day: question.before.as_of, out: &out };
    let mut requirements: Vec<Requirement> = Vec::new();
    let mut add = |class, line, asked: (Vec<Seat>, usize)| {
        let (seats, people) = asked;
        let same = |one: &&mut Requirement| one.class == class && one.seats == seats && one.people == people;
        match requirements.iter_mut().find(same) {
            Some(found) => found.changes.push(line),
            None => requirements.push(Requirement { class, changes: vec![line], seats, people }),
        }
    };
    let decider = Decider { question, seats, weighed: &weighed, out: &out };
    for change in &question.diff.changes {
        let place = change.place_after.as_ref().or(change.place_before.as_ref()).cloned();
        add(Some(change.class), (change.sentence.clone(), place), decider.change(change));
    }
    let signers = question.evidence.signers.as_ref().map(|(path, _)| path.as_str());
    for path in guarded::paths(question.range, question.after.snapshot, signers) {
        let sentence = guarded::sentence(&path);
        add(None, (sentence, None), decider.asked(&[Ask::Approver("this file decides what is checked")]));
    }
    let same = question.before.snapshot.fingerprint() == question.after.snapshot.fingerprint();
    if question.diff.changes.is_empty() && !same {
        let sentence = Sentence::words("Only the form changes: order, spacing, comments or names of files");
        add(None, (sentence, None), decider.asked(&[Ask::Anyone("it decides nothing")]));
    }
    for unread in question.diff.unread.iter().filter(|unread| !unread.before) {
        weighed.problems.push(format!("`{}` cannot be compared: {}", unread.path, unread.reason));
    }
    Ok(answer(question, requirements, weighed, seats))
}

/// Fails where the base does not say for sure who must agree.
fn check_base(question: Question<'_>) -> Result<(), ApprovalError> {
    let (before, base) = (question.before, question.diff.before.clone());
    if before.snapshot.files().next().is_none() {
        return Err(ApprovalError::NoBase { base });
    }
    let governs = |kind: Kind| matches!(kind, Kind::Charter | Kind::Role | Kind::Person | Kind::Policy);
    let unsound = before.registry.entries().find(|entry| governs(entry.kind) && !entry.sound);
    let gap =
        [Kind::Role, Kind::Person, Kind::Policy].into_iter().find(|kind| !before.registry.is_whole(*kind));
    let unread = question.diff.unread.iter().find(|unread| unread.before);
    let reason = match (before.charter.head(), unsound, gap, unread) {
        (None, ..) => "`charter.yaml` is not there or cannot be read".to_owned(),
        (_, Some(entry), ..) => format!("`{}` has faults", before.snapshot.file(entry.file).path),
        (_, _, Some(kind), _) => format!("some {} cannot be read", kind.plural()),
        (_, _, _, Some(unread)) => format!("`{}`: {}", unread.path, unread.reason),
        (Some(_), None, None, None) => return Ok(()),
    };
    Err(ApprovalError::BaseUnread { base, reason })
}

/// Returns who is away or has stepped back.
fn out(directory: Directory<'_>, evidence: &Evidence, weighed: &mut Weighed) -> Barred {
    let mut out = Barred::new();
    for (people, why) in [(&evidence.absent, "is away"), (&evidence.recused, "has stepped back")] {
        for text in people {
            match directory.find(text).person() {
                Some(person) => drop(out.insert(person.to_owned(), why)),
                None => weighed.notes.push(format!("`{text}` is not one person in the charter at the base")),
            }
        }
    }
    out
}

struct Decider<'a> {
    question: Question<'a>,
    seats: Seats<'a>,
    weighed: &'a Weighed,
    out: &'a Barred,
}

impl Decider<'_> {
    /// Returns the seats for a change, and how many people must agree at least.
    fn change(&self, change: &Change) -> (Vec<Seat>, usize) {
        let Question { before, after, diff, .. } = self.question;
        let asked = Asker { base: before.charter, head: after.charter, diff, change }.ask();
        let barred = self.barred(change, &asked);
        let mut asks = asked.asks;
        let mut people = 1;
        let head = before.charter.head();
        let agreements = head.map_or(&[][..], |head| &head.agreements);
        for agreement in agreements.iter().filter(|one| one.to.name() == change.class.name()) {
            people = people.max(agreement.people.map_or(1, usize::from));
            let because = "agrees to every change of this class";
            asks.extend(agreement.roles.iter().map(|role| Ask::Role(role.as_str().to_owned(), because)));
        }
        let own = asks.iter().all(|ask| matches!(ask, Ask::Own(..)));
        let asks: Vec<Ask> = asks.into_iter().collect();
        (self.take(&asks, &barred), if own { 0 } else { people })
    }

    /// Returns the seats for something that nobody gains by.
    fn asked(&self, asks: &[Ask]) -> (Vec<Seat>, usize) {
        let mut barred = self.out.clone();
        barred.extend(self.weighed.authors.iter().map(|author| (author.clone(), WROTE)));
        (self.take(asks, &barred), 1)
    }

    /// Returns who cannot agree to a change: who gains by it, has an interest in it, or wrote it.
    fn barred(&self, change: &Change, asked: &Asked) -> Barred {
        let Question { before, after, diff, .. } = self.question;
        let day = before.as_of;
        let mut gains = change.gains.clone();
        gains.roles = gains.roles.iter().map(|role| diff.id_before(Kind::Role, role).to_owned()).collect();
        gains.people = gains.people.iter().map(|id| diff.id_before(Kind::Person, id).to_owned()).collect();
        let gaining = |charter: &Charter, gains: &crate::diff::Gains| gains.people_on(charter, day);
        let mut barred = self.out.clone();
        for role in &asked.interested {
            let people = before.charter.holder_ids(role, day);
            barred.extend(people.into_iter().map(|person| (person.to_owned(), "deals with concerns now")));
        }
        let later = gaining(after.charter, &change.gains);
        let later = later.into_iter().map(|id| diff.id_before(Kind::Person, &id).to_owned());
        let people = gaining(before.charter, &gains).into_iter().chain(later);
        barred.extend(people.map(|person| (person, "gains by it")));
        barred.extend(self.weighed.authors.iter().map(|author| (author.clone(), WROTE)));
        barred
    }

    /// Finds people for seats, and who of them has agreed.
    fn take(&self, asks: &[Ask], barred: &Barred) -> Vec<Seat> {
        let mut seats: Vec<Seat> = Vec::new();
        for ask in asks {
            let seat = self.seats.seat(ask, barred);
            let same = |other: &&mut Seat| other.name == seat.name && other.by_writing == seat.by_writing;
            match seats.iter_mut().find(same) {
                Some(other) => other.because = format!("{}; {}", other.because, seat.because),
                None => seats.push(seat),
            }
        }
        for seat in &mut seats {
            let agrees = |person: &&String| {
                let wrote = seat.by_writing && self.weighed.authors.contains(*person);
                wrote || self.weighed.agreed.contains_key(*person)
            };
            seat.agreed = seat.people.iter().filter(agrees).cloned().collect();
        }
        seats
    }
}

const WROTE: &str = "wrote the change";

fn answer(
    question: Question<'_>,
    requirements: Vec<Requirement>,
    weighed: Weighed,
    seats: Seats<'_>,
) -> Approvals {
    let name = |id: &String| (id.clone(), seats.person(id));
    // Nothing in the charter is at stake where nothing must be agreed.
    let problems = if requirements.is_empty() && question.diff.unread.is_empty() {
        Vec::new()
    } else {
        weighed.problems
    };
    let people: BTreeSet<&String> =
        requirements.iter().flat_map(|one| &one.seats).flat_map(|seat| &seat.people).collect();
    let names = people.into_iter().map(name).collect();
    let mut ignored = weighed.ignored;
    ignored.sort();
    ignored.dedup();
    Approvals {
        before: question.diff.before.clone(),
        after: question.diff.after.clone(),
        day: question.before.as_of.to_string(),
        authors: weighed.authors.iter().map(name).collect(),
        strangers: weighed.strangers.into_iter().collect(),
        agreed: weighed.agreed.iter().map(|(id, how)| (id.clone(), seats.person(id), how.clone())).collect(),
        ignored,
        claims: weighed.claims,
        problems,
        notes: weighed.notes,
        requirements,
        names,
    }
}
