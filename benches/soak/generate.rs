//! Writes charters to measure with.
//!
//! ```text
//! cargo bench --bench generate -- roles FOLDER NUMBER            many roles, in the folder
//! cargo bench --bench generate -- organisation FOLDER SITES      a hundred entities for each site, in the folder
//! cargo bench --bench generate -- history SITES COMMITS          the organisation with its history, as a stream for
//!                                                                `git fast-import` on standard output
//! ```

#[path = "../charters/mod.rs"]
mod charters;

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use charters::{Files, organisation, roles};

const USAGE: &str = "usage: roles FOLDER NUMBER | organisation FOLDER SITES | history SITES COMMITS";

fn main() -> io::Result<()> {
    // Cargo names every bench that it runs a bench.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["roles", folder, number] => write(Path::new(folder), roles::files(count(number)?)),
        ["organisation", folder, sites] => {
            write(Path::new(folder), organisation::head())?;
            (0..count(sites)?).try_for_each(|site| write(Path::new(folder), organisation::site(site)))
        }
        ["history", sites, commits] => history(count(sites)?, count(commits)?),
        [] => writeln!(io::stderr(), "{USAGE}"),
        _ => Err(io::Error::other(USAGE)),
    }
}

fn count(number: &str) -> io::Result<usize> {
    number.parse().map_err(|_| io::Error::other(format!("`{number}` is not a number; {USAGE}")))
}

fn write(folder: &Path, files: Files) -> io::Result<()> {
    for (path, text) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, text)?;
    }
    Ok(())
}

/// When the first commit was made.
const START: usize = 1_577_880_000;
/// How many seconds lie between commits.
const APART: usize = 9_000;

/// Writes one commit for each site as it joins, then commits that change one file each.
fn history(sites: usize, commits: usize) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let entities = organisation::site(0).len();
    let mut changes = vec![0; sites * entities];
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for commit in 0..commits.max(sites) {
        let (subject, files) = match commit {
            0 => ("Start the charter".to_owned(), [organisation::head(), organisation::site(0)].concat()),
            site if site < sites => (format!("Add site {site}"), organisation::site(site)),
            _ => {
                let which = random.below(changes.len());
                changes[which] += 1;
                let (site, entity) = (which / entities, which % entities);
                let file = organisation::file(site, entity, changes[which]);
                (format!("Change {}", file.0), vec![file])
            }
        };
        let who = format!(
            "Author {0} <author{0}@northgate.example> {1} +0100",
            commit % 40,
            START + commit * APART
        );
        writeln!(
            out,
            "commit refs/heads/main\nauthor {who}\ncommitter {who}\ndata {}\n{subject}",
            subject.len()
        )?;
        for (path, text) in files {
            writeln!(out, "M 100644 inline {path}\ndata {}\n{text}", text.len())?;
        }
    }
    out.flush()
}

/// Numbers that look random and are the same on every run (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap_or(0)
    }
}
