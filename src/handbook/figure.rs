//! Pictures of what a charter says, as data: what is drawn, and the table that says the same in words.

use crate::handbook::page::{Inline, Table, Target};

/// A picture with its words.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Anchor, unique on the page.
    pub id: String,
    /// What the picture is called.
    pub title: String,
    /// What it shows, in a sentence or two, for those who do not see it.
    pub text: String,
    /// What is drawn.
    pub drawing: Drawing,
    /// The same in words.
    pub table: Table,
}

/// What is drawn. Lengths are in the units of the data; the renderer decides about pixels.
#[derive(Clone, Debug)]
pub enum Drawing {
    /// Boxes below boxes.
    Tree(Vec<Node>),
    /// Steps that rise along amounts of money.
    Stairs(Vec<Step>),
    /// Stations along time.
    Line {
        /// The stations in order.
        stations: Vec<Station>,
        /// From top to bottom rather than from start to end.
        down: bool,
    },
    /// Bars, dots and limits along one scale.
    Chart(Chart),
    /// Entries in columns: the days of a week or the months of a year.
    Calendar(Calendar),
    /// Signs in rows and columns. The drawing is a table itself, so [`Figure::table`] serves only formats that
    /// cannot colour.
    Matrix(Matrix),
    /// Lamps that are on or off.
    Lamps(Vec<Lamp>),
    /// A table of which a reader may pick one row by its head; holds what they are asked. Without a script the
    /// whole table shows.
    Picker(String),
}

/// How a shape stands out; each has a look of its own besides its colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// As most are.
    #[default]
    Plain,
    /// More than most.
    Strong,
    /// Less than most: from outside, in the past, optional.
    Quiet,
    /// Standing in, or in part.
    Striped,
    /// Empty, missing.
    Dashed,
    /// Needs a look.
    Alarm,
}

/// A box of a tree.
#[derive(Clone, Debug)]
pub struct Node {
    /// Index of the box above; `None` for a top. Boxes above come first.
    pub parent: Option<usize>,
    /// First line.
    pub title: String,
    /// Further lines.
    pub lines: Vec<String>,
    /// Where the box leads.
    pub target: Option<Target>,
    /// How it looks.
    pub tone: Tone,
}

/// A step of a ladder of amounts.
#[derive(Clone, Debug)]
pub struct Step {
    /// Up to which amount, in units of the currency; `None` above all others.
    pub up_to: Option<f64>,
    /// The amount in words: `up to 500 GBP`.
    pub amount: String,
    /// Who decides, in words.
    pub who: String,
}

/// A station of a line.
#[derive(Clone, Debug)]
pub struct Station {
    /// When, in words: `within 2 days`; empty where no time is promised.
    pub when: String,
    /// Minutes from the start; `None` where no time is promised.
    pub minutes: Option<u64>,
    /// What happens.
    pub text: String,
    /// Where the words lead.
    pub target: Option<Target>,
    /// How it looks.
    pub tone: Tone,
}

/// Bars and dots in rows along one scale.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Where the scale starts.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// Marks of the scale: where and what is written.
    pub ticks: Vec<(f64, String)>,
    /// Lines through all rows: where and what they mean.
    pub limits: Vec<(f64, String)>,
    /// The rows from top to bottom.
    pub rows: Vec<ChartRow>,
}

/// A row of a chart.
#[derive(Clone, Debug)]
pub struct ChartRow {
    /// What it is about.
    pub title: String,
    /// Bars: from, to, tone, and what is written in or beside them.
    pub bars: Vec<(f64, f64, Tone, String)>,
    /// Dots: where, tone, and what they mean.
    pub dots: Vec<(f64, Tone, String)>,
}

/// Entries in columns.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// The columns: days or months.
    pub columns: Vec<String>,
    /// The scale down the columns in minutes of a day, first and last; `None` where entries only stand in order.
    pub minutes: Option<(u16, u16)>,
    /// The entries.
    pub entries: Vec<Slot>,
    /// Shaded stretches of all columns, in minutes of a day, with what they mean.
    pub shaded: Vec<(u16, u16, String)>,
}

/// An entry of a calendar.
#[derive(Clone, Debug)]
pub struct Slot {
    /// Index of the column.
    pub column: usize,
    /// Start and end in minutes of a day.
    pub minutes: Option<(u16, u16)>,
    /// What it is.
    pub title: String,
    /// Where it leads.
    pub target: Option<Target>,
    /// How it looks.
    pub tone: Tone,
}

/// Signs in rows and columns.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// Heads of the columns.
    pub columns: Vec<Vec<Inline>>,
    /// The rows; one without signs heads those below it.
    pub rows: Vec<MatrixRow>,
    /// The sums of the columns, below the rows.
    pub sums: Vec<MatrixRow>,
    /// What each sign means.
    pub legend: Vec<Sign>,
}

/// A row of a matrix.
#[derive(Clone, Debug)]
pub struct MatrixRow {
    /// What the row is about.
    pub head: Vec<Inline>,
    /// As many signs as there are columns.
    pub signs: Vec<Option<Sign>>,
    /// Needs a look.
    pub alarm: bool,
}

/// A sign of a matrix: a letter or small picture, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// One or two characters.
    pub sign: String,
    /// What it means, for those who do not see it.
    pub meaning: String,
    /// How it looks.
    pub tone: Tone,
}

/// A lamp.
#[derive(Clone, Debug)]
pub struct Lamp {
    /// What it stands for.
    pub title: String,
    /// Whether it is on.
    pub on: bool,
    /// What is there, or what is missing.
    pub text: String,
}

impl Figure {
    /// Visits every line of words that may hold links.
    pub(super) fn each_line(&mut self, visit: &mut impl FnMut(&mut Vec<Inline>)) {
        if let Drawing::Matrix(matrix) = &mut self.drawing {
            matrix.columns.iter_mut().for_each(&mut *visit);
            matrix.rows.iter_mut().chain(&mut matrix.sums).for_each(|row| visit(&mut row.head));
        }
        self.table.rows.iter_mut().flat_map(|row| &mut row.cells).flatten().for_each(visit);
    }

    /// Takes away the links of shapes for which `dead` holds.
    pub(super) fn unlink(&mut self, dead: &impl Fn(&Target) -> bool) {
        let targets: Vec<&mut Option<Target>> = match &mut self.drawing {
            Drawing::Tree(nodes) => nodes.iter_mut().map(|node| &mut node.target).collect(),
            Drawing::Calendar(calendar) => {
                calendar.entries.iter_mut().map(|entry| &mut entry.target).collect()
            }
            Drawing::Line { stations, .. } => {
                stations.iter_mut().map(|station| &mut station.target).collect()
            }
            Drawing::Stairs(_)
            | Drawing::Chart(_)
            | Drawing::Matrix(_)
            | Drawing::Lamps(_)
            | Drawing::Picker(_) => Vec::new(),
        };
        for target in targets {
            target.take_if(|target| dead(target));
        }
    }
}
