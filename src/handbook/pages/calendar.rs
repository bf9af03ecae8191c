//! "Our calendar": meetings, reviews and open talks.

use crate::handbook::agenda::agenda;
use crate::handbook::book::Book;
use crate::handbook::figures::week::week;
use crate::handbook::figures::year::year;
use crate::handbook::inline::{Facts, line, link, part, plain, row, strong, table};
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
    let mut page = new(path::CALENDAR, book.say("section-calendar"), None);
    page.lead = line(book.say("calendar-what-meetings-talks-and-reviews"));
    page.foot = book.foot(Some(&first.path));
    meetings.sort_by_key(|meeting| meeting.every.approximate_elapsed_minutes());
    let rows: Vec<Row> = meetings.iter().map(|meeting| overview(book, meeting)).collect();
    let columns = [
        book.say("common-meeting"),
        book.say("common-how-often"),
        book.say("common-when"),
        book.say("calendar-who-comes"),
        book.say("common-led-by"),
    ];
    let overview = table(book.say("calendar-meetings-the-most-frequent-first"), &columns, rows);
    let mut blocks = vec![overview];
    blocks.extend(agenda(book).map(|agenda| own_calendar(book, &agenda)));
    page.parts.push(part("overview", book.say("common-at-a-glance"), blocks));
    push(
        &mut page.parts,
        part("our-week", book.say("calendar-what-is-on-in-a-week"), week(book).into_iter().collect()),
    );
    push(
        &mut page.parts,
        part("our-year", book.say("calendar-what-is-due-this-year"), year(book).into_iter().collect()),
    );
    page.parts.extend(meetings.iter().map(|meeting| meeting_part(book, meeting)));
    vec![page]
}

/// Offers the file for calendar programs.
fn own_calendar(book: &Book<'_>, agenda: &Agenda) -> Block {
    let turns = agenda.events.iter().any(|event| matches!(event.when, When::Days { .. }));
    let file = Target::Picture("calendar.ics".to_owned());
    let link = link(book.say("calendar-put-it-into-your-own-calendar"), file);
    let key = if turns { "calendar-file-with-turns" } else { "calendar-file" };
    Block::Paragraph(book.line(key, &[("file", link.into())]))
}

/// Says whether everyone may come.
pub(in crate::handbook) fn is_open(meeting: &Meeting) -> bool {
    meeting.who.iter().any(|who| who.word().is_some())
}

fn overview(book: &Book<'_>, meeting: &Entity<Meeting>) -> Row {
    let mut who = book.names(meeting.who.as_slice());
    if is_open(meeting) {
        who = vec![strong(book.say("calendar-open-to-everyone"))];
    }
    row(vec![
        vec![book.link(Kind::Meeting, &meeting.id)],
        line(capital(&book.every(meeting.every))),
        when(book, meeting),
        who,
        book.name(&meeting.led_by),
    ])
}

/// The day and time: "Wednesday, 12:30".
fn when(book: &Book<'_>, meeting: &Meeting) -> Vec<Inline> {
    let day = meeting.day.map(|day| line(book.language.weekday(day)));
    let time = meeting.time.map(|time| line(time.to_string()));
    line(plain(&book.language.join(day.into_iter().chain(time))))
}

fn meeting_part(book: &Book<'_>, meeting: &Entity<Meeting>) -> Part {
    let mut blocks = Vec::new();
    if is_open(meeting) {
        let words = line(book.say("calendar-everyone-may-come"));
        blocks.push(Block::Notice { title: book.say("calendar-open").to_owned(), text: words });
    }
    let mut facts = Facts::default();
    facts.line(book.say("calendar-what-comes-out-of-it"), book.optional(meeting.gives.as_ref()));
    let kinds: Vec<String> = meeting.kind.iter().map(|kind| book.language.label(*kind)).collect();
    facts.words(
        book.say("common-what-it-is-for"),
        (!kinds.is_empty()).then(|| capital(&kinds.join(book.language.comma()))),
    );
    facts.words(book.say("common-how-often"), Some(capital(&book.every(meeting.every))));
    if meeting.day.is_some() || meeting.time.is_some() {
        facts.line(book.say("common-when"), when(book, meeting));
    }
    facts.words(book.say("calendar-how-long"), meeting.length.map(|length| book.span(length)));
    facts.line(book.say("calendar-who-comes"), book.names(meeting.who.as_slice()));
    facts.line(book.say("calendar-who-leads-it"), book.name(&meeting.led_by));
    facts.words(
        book.say("calendar-must-i-come"),
        meeting.optional.then_some(book.say("calendar-no-you-may-stay-away")),
    );
    let private = book.say("calendar-what-is-said-there-stays-there");
    facts.words(book.say("calendar-is-it-private"), meeting.private.then_some(private));
    if let Some(reader) = &meeting.second_reader {
        let words = book.line("calendar-second-reader", &[("reader", book.name(reader).into())]);
        facts.line(book.say("calendar-who-else-reads-the-result"), words);
    }
    if let Some(notes) = &meeting.notes {
        let known = book.charter.channels.get(notes.as_str()).is_some();
        let place = if known { book.name(notes) } else { book.address(notes.as_str()) };
        let words = book.line("calendar-notes-in", &[("place", place.into())]);
        facts.line(book.say("calendar-where-are-the-notes"), words);
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
