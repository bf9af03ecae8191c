//! "Our calendar": meetings, reviews and open talks.

use crate::handbook::agenda::agenda;
use crate::handbook::book::Book;
use crate::handbook::figures::week::week;
use crate::handbook::figures::year::year;
use crate::handbook::inline::{Facts, every, line, link, part, row, soft, strong, table, text};
use crate::handbook::page::{Agenda, Block, Inline, Page, Part, Row, Target, When};
use crate::handbook::pages::decisions::capital;
use crate::handbook::pages::{new, push};
use crate::handbook::places::{anchor, path};
use crate::model::Entity;
use crate::model::kinds::Meeting;
use crate::source::Kind;

/// Builds the page.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let mut meetings: Vec<&Entity<Meeting>> = book.charter.meetings.iter().collect();
    let Some(first) = meetings.first() else { return Vec::new() };
    let mut page = new(path::CALENDAR, "Our calendar", None);
    page.lead = line("What meetings, talks and reviews there are, and which you may join.");
    page.foot = book.foot(Some(&first.path));
    meetings.sort_by_key(|meeting| meeting.every.approximate_elapsed_minutes());
    let rows: Vec<Row> = meetings.iter().map(|meeting| overview(book, meeting)).collect();
    let columns = ["Meeting", "How often", "When", "Who comes", "Led by"];
    let overview = table("Meetings, the most frequent first", &columns, rows);
    let mut blocks = vec![overview];
    blocks.extend(agenda(book).map(|agenda| own_calendar(&agenda)));
    page.parts.push(part("overview", "At a glance", blocks));
    push(&mut page.parts, part("our-week", "What is on in a week?", week(book).into_iter().collect()));
    push(&mut page.parts, part("our-year", "What is due this year?", year(book).into_iter().collect()));
    page.parts.extend(meetings.iter().map(|meeting| meeting_part(book, meeting)));
    vec![page]
}

/// Offers the file for calendar programs.
fn own_calendar(agenda: &Agenda) -> Block {
    let turns = agenda.events.iter().any(|event| matches!(event.when, When::Days { .. }));
    let turns = if turns { ", and the turns of the next eight weeks" } else { "" };
    Block::Paragraph(vec![
        link("Put it into your own calendar", Target::Picture("calendar.ics".to_owned())),
        text(format!(": what comes back every day or every week at an hour that is known{turns}.")),
    ])
}

/// Says whether everyone may come.
pub(in crate::handbook) fn is_open(meeting: &Meeting) -> bool {
    meeting.who.iter().any(|who| who.word().is_some())
}

fn overview(book: &Book<'_>, meeting: &Entity<Meeting>) -> Row {
    let mut who = book.names(meeting.who.as_slice());
    if is_open(meeting) {
        who = vec![strong("open to everyone")];
    }
    row(vec![
        vec![book.link(Kind::Meeting, &meeting.id)],
        line(capital(&every(meeting.every))),
        when(meeting),
        who,
        book.name(&meeting.led_by),
    ])
}

/// The day and time: "Wednesday, 12:30".
fn when(meeting: &Meeting) -> Vec<Inline> {
    let day = meeting.day.map(|day| day.label().to_owned());
    let time = meeting.time.map(|time| time.to_string());
    line(day.into_iter().chain(time).collect::<Vec<_>>().join(", "))
}

fn meeting_part(book: &Book<'_>, meeting: &Entity<Meeting>) -> Part {
    let mut blocks = Vec::new();
    if is_open(meeting) {
        let words = line("Everyone may come.");
        blocks.push(Block::Notice { title: "Open".to_owned(), text: words });
    }
    let mut facts = Facts::default();
    facts.line("What comes out of it", book.optional(meeting.gives.as_ref()));
    let kinds: Vec<&str> = meeting.kind.iter().map(|kind| kind.label()).collect();
    facts.words("What it is for", (!kinds.is_empty()).then(|| capital(&kinds.join(", "))));
    facts.words("How often", Some(capital(&every(meeting.every))));
    if meeting.day.is_some() || meeting.time.is_some() {
        facts.line("When", when(meeting));
    }
    facts.words("How long", meeting.length);
    facts.line("Who comes", book.names(meeting.who.as_slice()));
    facts.line("Who leads it", book.name(&meeting.led_by));
    facts.words("Must I come?", meeting.optional.then_some("No, you may stay away."));
    let private = "What is said there stays there.";
    facts.words("Is it private?", meeting.private.then_some(private));
    if let Some(reader) = &meeting.second_reader {
        let mut words = book.name(reader);
        words.push(soft(", so that it is fair"));
        facts.line("Who else reads the result", words);
    }
    if let Some(notes) = &meeting.notes {
        let known = book.charter.channels.get(notes.as_str()).is_some();
        let mut words = vec![text("In ")];
        words.extend(if known { book.name(notes) } else { book.address(notes.as_str()) });
        facts.line("Where are the notes?", words);
    }
    blocks.extend(facts.block());
    blocks.extend(book.more(meeting.more.as_ref(), &meeting.path, path::CALENDAR));
    part(anchor(Kind::Meeting, &meeting.id), meeting.name.clone(), blocks)
}

#[cfg(test)]
mod tests {
    use crate::handbook::testing::Sample;

    #[test]
    fn meetings_stand_by_how_often_they_come_and_open_ones_are_marked() {
        let meetings = "
- {id: review, name: Yearly review, kind: [performance], every: 12 months, led_by: desk, who: [desk],
   private: true, second_reader: desk, notes: 'https://notes.example/review'}
- {id: lunch, name: Lunch talk, kind: [update, feedback], every: 1 month, day: Wed, time: '12:30',
   length: 40 min, led_by: desk, who: [everyone], optional: true, gives: One answer., more: Bring lunch.}
";
        let role = "[{id: desk, name: Desk, purpose: Help., reports_to: none, contact: Room 2}]";
        assert_eq!(
            Sample::of(&[("meetings.yaml", meetings), ("roles.yaml", role)]).page("calendar"),
            "\
# Our calendar
What meetings, talks and reviews there are, and which you may join.
## At a glance {#overview}
| Meeting | How often | When | Who comes | Led by
| [Lunch talk](calendar#meeting-lunch) | Every month | Wednesday, 12:30 | open to everyone | [Desk](roles/desk)
| [Yearly review](calendar#meeting-review) | Every 12 months |  | [Desk](roles/desk) | [Desk](roles/desk)
## Lunch talk {#meeting-lunch}
! Open: Everyone may come.
What comes out of it: One answer.
What it is for: News, feedback
How often: Every month
When: Wednesday, 12:30
How long: 40 minutes
Who comes: everyone
Who leads it: [Desk](roles/desk)
Must I come?: No, you may stay away.
Bring lunch.
## Yearly review {#meeting-review}
What it is for: Performance review
How often: Every 12 months
Who comes: [Desk](roles/desk)
Who leads it: [Desk](roles/desk)
Is it private?: What is said there stays there.
Who else reads the result: [Desk](roles/desk), so that it is fair
Where are the notes?: In [https://notes.example/review](https://notes.example/review)
foot: , None, None
"
        );
    }
}
