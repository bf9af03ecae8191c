//! The pages of a handbook, without a format: what a page says and where its links lead.

use pulldown_cmark::Event as Markup;

use crate::config::ThemeSettings;
use crate::diff::Class;
use crate::handbook::figure::Figure;
use crate::handbook::glossary::Glossary;
use crate::handbook::language::Language;
use crate::history::Change;
use crate::model::value::{Clock, Date, Weekday};
use crate::source::{Kind, Limits};

/// A whole handbook, ready to be rendered in any format.
#[derive(Clone, Debug)]
pub struct Handbook {
    /// Name of the organisation.
    pub org: String,
    /// Name of the charter.
    pub name: String,
    /// Language tag for the `lang` attribute, such as `en-GB`: the language of the charter's own words.
    pub language: String,
    /// The words of the interface.
    pub words: &'static Language,
    /// Fingerprint of the charter's content, the same for the same files wherever they were read from.
    pub version: String,
    /// The day the handbook is true for, `YYYY-MM-DD`.
    pub as_of: String,
    /// The navigation: the sections in order.
    pub sections: Vec<Section>,
    /// Every page, sorted by path, with the start page at `index`.
    pub pages: Vec<Page>,
    /// Words that mean the same, for the search: of each word of the glossary all of its names.
    pub synonyms: Vec<Vec<String>>,
    /// Pictures that pages show.
    pub pictures: Vec<Picture>,
    /// How much is not in it because it is for fewer people.
    pub left_out: LeftOut,
    /// How much may be made of it.
    pub limits: Limits,
    /// The charter as data, by the name of the kind.
    pub data: Vec<Dataset>,
    /// What changed, where that is told.
    pub changes: Option<Changes>,
    /// What goes into people's own calendars.
    pub agenda: Option<Agenda>,
    /// Address of the folder in which the handbook is published, with a slash at its end.
    pub site: Option<String>,
    /// The words of the glossary, to be found in the text of pages.
    pub glossary: Glossary,
    /// How it looks.
    pub theme: ThemeSettings,
    /// Web address at which a file of the charter can be edited; `{path}` stands for the file.
    pub edit: Option<String>,
}

/// What goes into people's own calendars.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda {
    /// What makes the names of events unique among all calendars: the organisation and the charter.
    pub scope: String,
    /// The IANA name of the time zone of all hours; `None` where the charter does not say.
    pub zone: Option<String>,
    /// The events, sorted by id; at least one.
    pub events: Vec<Event>,
}

/// An event of a calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its id, the same in every handbook of the charter.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What else there is to know.
    pub text: String,
    /// Where it stands in the handbook.
    pub target: Target,
    /// When it is.
    pub when: When,
}

/// When an event is.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// At the same hour on some days of every week.
    Weekly {
        /// The days, Monday first.
        days: Vec<Weekday>,
        /// The first day from the handbook's on.
        first: Date,
        /// When it starts.
        at: Clock,
        /// How long it lasts, where that is known.
        minutes: Option<u64>,
    },
    /// Whole days, the last included.
    Days {
        /// The first day.
        from: Date,
        /// The last day.
        until: Date,
    },
}

/// All things of one kind as data.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// What they are.
    pub kind: Kind,
    /// The things, sorted by id, with the fields that their readers may see.
    pub items: Vec<serde_json::Value>,
}

/// What changed in a charter between two moments, as data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// Path of the page that tells it.
    pub page: String,
    /// Since when: a revision or a day, `YYYY-MM-DD`.
    pub since: Option<String>,
    /// Until when; `None` for the charter as it is.
    pub until: Option<String>,
    /// The changes that readers may know of, the weightiest first.
    pub items: Vec<Changed>,
}

/// One change, as data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What it does.
    pub class: Class,
    /// What sort of thing changed.
    pub kind: Option<Kind>,
    /// Its id.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The field; empty for the thing as a whole.
    pub field: String,
    /// `new`, `gone` or `changed`.
    pub what: &'static str,
    /// The change in a plain English sentence.
    pub sentence: String,
    /// Path of the page on which the thing stands, with its anchor behind `#`; `None` where it is gone.
    pub page: Option<String>,
}

/// How much of a charter a handbook leaves out because it is for fewer people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Pages that the handbook for managers has more.
    pub pages: usize,
    /// Entries of the charter.
    pub entries: usize,
}

/// A picture of the charter that is copied into the handbook.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Path in the handbook: `pages/floor-plan.png`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// One entry of the navigation.
#[derive(Clone, Debug)]
pub struct Section {
    /// Path of the section's first page.
    pub path: String,
    /// Title in the navigation.
    pub title: String,
    /// Paths of the section's pages in reading order, the section's own page first.
    pub pages: Vec<String>,
}

/// One page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Path below the handbook's folder, without an ending: `index`, `roles/it-manager`.
    pub path: String,
    /// Name of the template, without its ending: `start`, `role`, `policy` or `page`.
    pub template: &'static str,
    /// Title, shown once as the first heading.
    pub title: String,
    /// What the page answers, in a sentence or two; also the page's description.
    pub lead: Vec<Inline>,
    /// Breadcrumbs from the start page to the parent, this page left out.
    pub trail: Vec<(String, Target)>,
    /// Index in [`Handbook::sections`] of the section the page belongs to; `None` for the start page and the
    /// page from A to Z.
    pub section: Option<usize>,
    /// The body.
    pub parts: Vec<Part>,
    /// The foot of the page.
    pub foot: Foot,
}

/// A headed part of a page. A part with an empty title has no heading.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Anchor, unique on the page.
    pub id: String,
    /// Heading of the second level.
    pub title: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// Who answers for a page and how fresh it is.
#[derive(Clone, Debug, Default)]
pub struct Foot {
    /// The owner: role and name.
    pub owner: Vec<Inline>,
    /// The last review, `YYYY-MM-DD`.
    pub last_reviewed: Option<String>,
    /// The version of what the page shows: a policy's number; otherwise empty and the handbook's version is shown.
    pub version: Option<String>,
    /// Path of the charter file the page was made from.
    pub source: Option<String>,
    /// The last change of that file, as Git knows it.
    pub changed: Option<Change>,
    /// Where to say that something on the page is wrong.
    pub feedback: Vec<Inline>,
}

/// One block of a page's body.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading of the third level with its anchor.
    Heading {
        /// Anchor, unique on the page.
        id: String,
        /// The words.
        text: Vec<Inline>,
    },
    /// A bulleted list.
    List(Vec<Vec<Inline>>),
    /// A numbered list: steps in order.
    Steps(Vec<Vec<Inline>>),
    /// Names and what belongs to them; a name may have several values, one a line.
    Facts(Vec<(String, Vec<Vec<Inline>>)>),
    /// A table whose first column heads its rows.
    Table(Table),
    /// Big links, as on the start page.
    Cards(Vec<Card>),
    /// Something to notice.
    Notice {
        /// Short title: "Vacant", "Draft".
        title: String,
        /// What it says.
        text: Vec<Inline>,
    },
    /// A picture of data, with the table that says the same.
    Figure(Box<Figure>),
    /// Markdown of the charter.
    Prose(Prose),
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// Column heads.
    pub columns: Vec<String>,
    /// Rows of as many cells as there are columns; a cell holds one line per item.
    pub rows: Vec<Row>,
}

/// A table row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Anchor, unique on the page, where other pages link to the row.
    pub id: Option<String>,
    /// The cells.
    pub cells: Vec<Vec<Vec<Inline>>>,
}

/// A big link.
#[derive(Clone, Debug)]
pub struct Card {
    /// What it is called.
    pub title: String,
    /// Where it leads.
    pub target: Target,
    /// A sentence about it.
    pub text: Vec<Inline>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain words; nothing in them is markup.
    Text(String),
    /// Words that stand out.
    Strong(String),
    /// Words in another tone: labels, remarks.
    Soft(String),
    /// Code, ids, amounts typed as they are.
    Code(String),
    /// A message of the tool, which is English in every handbook; what stands between backticks in it is code.
    Message(String),
    /// A link.
    Link {
        /// The words.
        text: String,
        /// Where it leads.
        target: Target,
    },
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A page of the handbook.
    Page {
        /// Its path, as in [`Page::path`].
        path: String,
        /// An anchor on it.
        anchor: Option<String>,
    },
    /// A picture of the handbook, as in [`Picture::path`], or another file beside the pages.
    Picture(String),
    /// Somewhere else; the address has one of the schemes `http`, `https`, `mailto`, `tel`.
    Outside(String),
}

/// Markdown of the charter, parsed, with its links resolved and nothing dangerous left: no raw HTML, no link or
/// picture whose address is not a [`Target`], headings from the third level down (second, in a page's own body).
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// The items in order.
    pub items: Vec<ProseItem>,
}

/// A piece of parsed Markdown.
#[derive(Clone, Debug)]
pub enum ProseItem {
    /// An event as the parser gives it. Never raw HTML, never the start or end of a link or an image; heading
    /// starts carry an id that is unique on the page.
    Event(Markup<'static>),
    /// The start of a link; what follows up to [`ProseItem::LinkEnd`] are its words.
    LinkStart(Target),
    /// The end of a link.
    LinkEnd,
    /// A picture.
    Picture {
        /// Where it is.
        target: Target,
        /// What it shows, for those who do not see it.
        text: String,
    },
    /// The start of a numbered statement of a policy, `S3`, with its anchor; the number itself follows as text.
    Statement(String),
}
