//! `itcharter render`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use itcharter::handbook::{Language, LeftOut};
use itcharter::model::kinds::ReadBy;
use itcharter::render::{self, Artifact, Format};
use itcharter::report::{self, Format as ReportFormat, Report, Summary};
use itcharter::source::{Snapshot, place_of};

use crate::cli::output::{Comparison, Difference, Writer};
use crate::cli::progress::Progress;
use crate::cli::publish::{self, audiences, keeps_from_publishing};
use crate::cli::told::Told;
use crate::cli::workspace::{Selection, Workspace};
use crate::cli::{Console, Status, terminal};

/// Publish the charter as a handbook
///
/// A charter that cannot be read whole, or names what is not there, is not published, and the handbook of an
/// earlier run stays as it was. Findings about meaning are listed on the page about the charter's health.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// What to write, separated by commas
    #[arg(long, value_enum, value_delimiter = ',', default_value = "html", value_name = "FORMAT")]
    format: Vec<Format>,
    /// Who will read it; what is for fewer people is in none of its files
    #[arg(long, value_name = "WHO", default_value = "everyone", value_parser = audiences())]
    audience: ReadBy,
    /// Folder of the handbook [default: handbook, or handbook-file for a single file]
    #[arg(long, short, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Put all web pages into one file that needs nothing else: `handbook.html`, to send or to print
    #[arg(long)]
    single_file: bool,
    #[command(flatten)]
    told: Told,
    /// Write nothing; say whether the handbook in the folder is current
    #[arg(long)]
    check: bool,
}

/// Writes the handbook, or says whether it is current; the start page's path goes to standard output.
pub(super) fn run(args: &Args, console: Console) -> Result<Status> {
    let workspace = args.selection.open(console)?;
    if workspace.findings.iter().any(keeps_from_publishing) {
        return refuse(&workspace, console);
    }
    if args.single_file && !args.format.contains(&Format::Html) {
        bail!("--single-file puts web pages into one file, but --format asks for none: add `html`");
    }
    let folder = args
        .out
        .clone()
        .unwrap_or_else(|| PathBuf::from(if args.single_file { "handbook-file" } else { "handbook" }));
    refuse_charter_folder(&folder, &workspace.snapshot)?;
    let progress = Progress::start("still rendering", console.quiet);
    let (open, without_words) = (workspace.findings.len(), without_words(&workspace));
    if args.check {
        let comparison = Comparison::of(&folder)?;
        make(workspace, args, console, &|file| Ok(comparison.put(&file)?))?;
        drop(progress);
        return tell(&comparison.finish()?);
    }
    let writer = Writer::open(&folder)?;
    let made = make(workspace, args, console, &|file| Ok(writer.put(&file)?))?;
    let written = writer.finish()?;
    drop(progress);
    if !console.quiet {
        let (changed, removed) = (written.written.len(), written.removed.len());
        let pages = changed + written.unchanged;
        terminal::note(&format!(
            "{pages} files: {changed} written, {} unchanged, {removed} removed",
            written.unchanged
        ));
        if let Some(bytes) = made.whole {
            terminal::note(&format!("`{}` has {}", render::WHOLE, size(bytes)));
        }
        if made.left_out != LeftOut::default() {
            terminal::note(&without(made.left_out, args.audience));
        }
        if let Some(note) = without_words {
            terminal::note(&note);
        }
        if open > 0 {
            let findings = if open == 1 { "finding is" } else { "findings are" };
            terminal::note(&format!("{open} {findings} worth a look: run `itcharter validate`"));
        }
    }
    let start = match args.format.iter().min() {
        Some(Format::Html) | None if args.single_file => render::WHOLE,
        Some(Format::Html) | None => "index.html",
        Some(Format::Markdown) => "README.md",
        Some(Format::Json) => "data/index.json",
    };
    let mut out = io::stdout().lock();
    writeln!(out, "{}", report::escape::line(&folder.join(start).display().to_string()))
        .context("failed to write the result")?;
    Ok(Status::Clean)
}

/// Says that there are no words of ours in the charter's language; `None` where there are.
fn without_words(workspace: &Workspace) -> Option<String> {
    let language = workspace.model.charter.head()?.language.as_ref()?.to_string();
    let missing = Language::known(&language).is_none();
    missing.then(|| format!("the handbook's own words are English: there are none in `{language}` yet"))
}

/// Says what the handbook leaves out, and how to see it.
fn without(LeftOut { pages, entries }: LeftOut, audience: ReadBy) -> String {
    let count =
        |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    let (pages, entries) = (count(pages, "page", "pages"), count(entries, "entry", "entries"));
    let fewer = if audience == ReadBy::Everyone { "IT or managers" } else { "managers" };
    format!("left out {pages} and {entries} for {fewer} only: `--audience managers` shows them")
}

/// What was made of a charter.
struct Made {
    /// What the handbook leaves out.
    left_out: LeftOut,
    /// Size of the file that holds all pages, in bytes.
    whole: Option<usize>,
}

/// Renders a charter; each file is handed on as soon as it is made. What pages are not made from goes before they are
/// made, and the charter before they are written, because each takes as much room as they do.
fn make(
    mut workspace: Workspace,
    args: &Args,
    console: Console,
    put: &(impl Fn(Artifact) -> Result<()> + Sync),
) -> Result<Made> {
    if !args.told.is_asked(&workspace) {
        workspace.documents = Vec::new();
    }
    let with_data = args.format.contains(&Format::Json);
    let mut handbook = publish::handbook(&workspace, args.audience, with_data);
    args.told.add(&mut handbook, &workspace, (&args.selection, args.audience), console)?;
    let templates = publish::templates(&workspace);
    drop(workspace);
    let mut formats = args.format.clone();
    let mut whole = None;
    if args.single_file {
        let file = render::render_whole(&handbook, &templates)?;
        whole = Some(file.bytes.len());
        put(file)?;
        formats.retain(|format| *format != Format::Html);
    }
    if !formats.is_empty() {
        render::render_each(&handbook, &formats, &templates, put)?;
    }
    Ok(Made { left_out: handbook.left_out, whole })
}

/// Says how large a file is, in the unit that mail programs use for their limits.
fn size(bytes: usize) -> String {
    if bytes < 1_000_000 {
        return format!("{} kB", bytes.div_ceil(1000));
    }
    format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
}

/// Shows the errors that keep the charter from being published.
fn refuse(workspace: &Workspace, console: Console) -> Result<Status> {
    let errors: Vec<_> =
        workspace.findings.iter().filter(|finding| keeps_from_publishing(finding)).cloned().collect();
    let summary = Summary::new(workspace.files, workspace.model.charter.count(), &errors);
    let report = Report {
        snapshot: &workspace.snapshot,
        diagnostics: &errors,
        waived: &[],
        known: &[],
        topics: &[],
        summary,
    };
    let mut out = io::BufWriter::new(io::stderr().lock());
    report::write(ReportFormat::Full, &report, console.color.on_stderr(), &mut out)
        .and_then(|()| writeln!(out, "Nothing was rendered: mend the errors first."))
        .and_then(|()| out.flush())
        .context("failed to write the findings")?;
    Ok(Status::Findings)
}

/// A handbook in the charter's own folders would be read as part of the charter.
fn refuse_charter_folder(out: &Path, snapshot: &Snapshot) -> Result<()> {
    let Some(folder) = snapshot.folder.as_ref().and_then(|folder| folder.canonicalize().ok()) else {
        return Ok(());
    };
    let Some(out_folder) = resolved(out) else { return Ok(()) };
    let Ok(inside) = out_folder.strip_prefix(&folder) else { return Ok(()) };
    let first = inside.components().next().map(|part| part.as_os_str().to_string_lossy().into_owned());
    match first {
        None => bail!("`{}` is the charter's own folder: choose another for the handbook", out.display()),
        Some(first) if place_of(&format!("{first}/x.md")).is_some() => {
            bail!(
                "`{}` lies in the charter's folder `{first}`: choose another for the handbook",
                out.display()
            )
        }
        Some(_) => Ok(()),
    }
}

/// Resolves a path of which the end may not exist yet.
fn resolved(path: &Path) -> Option<PathBuf> {
    let absolute = std::path::absolute(path).ok()?;
    let exists = absolute.ancestors().find(|ancestor| ancestor.exists())?;
    let rest = absolute.strip_prefix(exists).ok()?;
    Some(exists.canonicalize().ok()?.join(rest))
}

/// Says whether the handbook in a folder is current.
fn tell(difference: &Difference) -> Result<Status> {
    if difference.is_empty() {
        return Ok(Status::Clean);
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let lists =
        [("missing", &difference.missing), ("changed", &difference.changed), ("stale", &difference.stale)];
    for (what, paths) in lists {
        for path in paths {
            writeln!(out, "{what}: {}", report::escape::line(path)).context("failed to write the result")?;
        }
    }
    out.flush().context("failed to write the result")?;
    Ok(Status::Findings)
}
