//! `itcharter approvals`.

use std::fs;
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use itcharter::approval::{self, Evidence, Format, Question};
use itcharter::history;
use itcharter::source::Snapshot;
use itcharter::{check, diff};

use crate::cli::progress::Progress;
use crate::cli::range::Range;
use crate::cli::{Console, Status};

/// Largest file of reviews that is read, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Say who must agree to a change, and who is missing
///
/// The rules and people of BASE decide, never those that the change brings. Nobody agrees to what they wrote or gain
/// by. Ends with exit code 1 while anything is missing.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    #[command(flatten)]
    range: Range,
    /// Who has agreed: ids, names, e-mail addresses or accounts such as `github:ada`; whoever passes this vouches for it
    #[arg(long, value_name = "WHO", value_delimiter = ',')]
    approved_by: Vec<String>,
    /// Read reviews of a GitHub pull request or approvals of a GitLab merge request from a JSON file; `-` is standard
    /// input
    #[arg(long, value_name = "FILE")]
    reviews: Vec<PathBuf>,
    /// The commit that reviews are about which do not name one themselves, as those of GitLab
    #[arg(long, value_name = "COMMIT")]
    reviews_commit: Option<String>,
    /// Who opened the change, beside the authors of its commits
    #[arg(long, value_name = "WHO", value_delimiter = ',')]
    author: Vec<String>,
    /// Who is away, so that somebody else is asked
    #[arg(long, value_name = "WHO", value_delimiter = ',')]
    absent: Vec<String>,
    /// Who has stepped back from this decision, so that somebody else is asked
    #[arg(long, value_name = "WHO", value_delimiter = ',')]
    recused: Vec<String>,
    /// Take only commits that are signed with an SSH key of the list that BASE keeps; approvals in signed commits count
    #[arg(long)]
    verify_signatures: bool,
    /// The list of allowed signers, from the repository's root; default: `.allowed-signers` in the charter's folder
    #[arg(long, value_name = "PATH", requires = "verify_signatures")]
    allowed_signers: Option<String>,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// Says who must agree; the answer goes to standard output.
pub(super) fn run(args: &Args, console: Console) -> Result<Status> {
    let progress = Progress::start("still comparing", console.quiet);
    let (before, after) = args.range.sides(console)?;
    let evidence = args.evidence(&before.snapshot)?;
    let range = history::between(&before.snapshot, &after.snapshot)?;
    let rules = check::rules();
    let (old, new) = (before.side(&rules), after.side(&rules));
    let diff = diff::compare(old, new);
    let question =
        Question { before: old, after: new, diff: &diff, range: range.as_ref(), evidence: &evidence };
    let approvals = approval::decide(question)?;
    drop(progress);
    let mut out = io::BufWriter::new(io::stdout().lock());
    approval::write(args.format, &approvals, console.color.on_stdout(), &mut out)
        .and_then(|()| out.flush())
        .context("failed to write the answer")?;
    Ok(if approvals.is_missing() { Status::Findings } else { Status::Clean })
}

impl Args {
    /// Collects what is known of who wrote the change and who agrees to it.
    fn evidence(&self, base: &Snapshot) -> Result<Evidence> {
        let reviews = self.reviews.iter().map(|path| read(path)).collect::<Result<_>>()?;
        let signers = if self.verify_signatures { Some(self.signers(base)?) } else { None };
        Ok(Evidence {
            approved_by: self.approved_by.clone(),
            reviews,
            reviews_commit: self.reviews_commit.clone(),
            authors: self.author.clone(),
            absent: self.absent.clone(),
            recused: self.recused.clone(),
            signers,
        })
    }

    /// Reads the list of allowed signers from the base.
    fn signers(&self, base: &Snapshot) -> Result<(String, String)> {
        let own = || approval::below(base, approval::SIGNERS);
        let path = self.allowed_signers.clone().unwrap_or_else(own);
        match history::file_at(base, &path)? {
            Some(text) => Ok((path, text)),
            None => bail!(
                "there is no file `{path}` at the base, so no signature can be verified; \
                 `--allowed-signers` names another"
            ),
        }
    }
}

/// Returns a file's name with its text.
fn read(path: &Path) -> Result<(String, String)> {
    let name = path.display().to_string();
    let failed = || format!("failed to read `{name}`");
    let mut text = String::new();
    let length = if name == "-" {
        io::stdin().lock().take(LARGEST).read_to_string(&mut text).with_context(failed)?
    } else {
        fs::File::open(path)
            .with_context(failed)?
            .take(LARGEST)
            .read_to_string(&mut text)
            .with_context(failed)?
    };
    if length as u64 >= LARGEST {
        bail!("`{name}` is too large");
    }
    Ok((name, text))
}
