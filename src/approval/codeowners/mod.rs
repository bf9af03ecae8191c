//! Code owners for a forge: the coarse first line, written from roles and accounts. Entry points:
//! [`generate`], then [`drift`] for a file that is there.

mod asking;
mod drift;
mod pattern;
mod protect;

use crate::approval::codeowners::asking::Asking;
use crate::approval::finding::Finding;
use crate::diff::Side;

pub use drift::drift;

/// The first line of every file that this writes.
pub const MARKER: &str =
    "# Written by `itcharter codeowners` from the charter. Do not edit it: change the charter, then run";
/// The largest file that GitHub reads, in bytes.
pub const LARGEST: usize = 3 * 1024 * 1024;

/// The forge that reads the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Flavor {
    /// GitHub
    #[default]
    Github,
    /// GitLab
    Gitlab,
}

impl Flavor {
    /// Returns the site by which accounts are found in the charter.
    pub fn site(self) -> &'static str {
        match self {
            Self::Github => "github",
            Self::Gitlab => "gitlab",
        }
    }

    /// Returns the forge's name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Github => "GitHub",
            Self::Gitlab => "GitLab",
        }
    }

    /// Returns where the forge looks, in its order; the first is where a new file goes.
    pub fn places(self) -> [&'static str; 3] {
        match self {
            Self::Github => [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"],
            Self::Gitlab => ["CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"],
        }
    }

    /// Returns where a new file goes.
    pub fn place(self) -> &'static str {
        match self {
            Self::Github => ".github/CODEOWNERS",
            Self::Gitlab => ".gitlab/CODEOWNERS",
        }
    }
}

/// The file, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owners {
    /// The file's text.
    pub text: String,
    /// What it cannot say.
    pub findings: Vec<Finding>,
}

/// Writes code owners for a charter as it is on the day of its side. Later lines are stronger, so they go from general
/// to specific, and what guards the charter comes last.
pub fn generate(side: &Side<'_>, flavor: Flavor) -> Owners {
    let mut asking = Asking::new(side, flavor);
    let prefix = side.snapshot.prefix.as_deref().unwrap_or_default();
    let mut lines = Vec::new();
    for (path, asked) in protect::lines(side.snapshot, side.charter, prefix, flavor) {
        let owners = match &asked {
            protect::Asked::Role(role) => asking.role(role),
            protect::Asked::Person(person) => asking.person(person),
        };
        if !owners.is_empty() {
            lines.push((path, owners.into_iter().collect::<Vec<_>>().join(" ")));
        }
    }
    let width = lines.iter().map(|(path, _)| path.chars().count()).max().unwrap_or(0);
    let mut text = format!("{MARKER}\n# `itcharter codeowners --write`. {COARSE}\n");
    if flavor == Flavor::Gitlab {
        text.push_str("\n[Charter]\n");
    } else {
        text.push('\n');
    }
    for (path, owners) in &lines {
        let gap = " ".repeat(width - path.chars().count());
        text.push_str(&format!("{path}{gap}  {owners}\n"));
    }
    Owners { text, findings: asking.findings() }
}

const COARSE: &str = "It is a coarse first line: any one owner of a line is enough, and it\n\
                      # cannot say that several people must all agree. `itcharter approvals` does.";
