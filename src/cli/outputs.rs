//! Where findings go: any number of formats in one run, each to a file or one of them to standard output.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command, Error, FromArgMatches, ValueHint, value_parser};
use itcharter::report::{self, Format, Report};

use crate::cli::{Console, whole};

/// Formats with the files that they are written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Outputs(Vec<(Format, Option<PathBuf>)>);

impl Outputs {
    /// Returns the formats that go to standard output, in the order in which they are written.
    pub(super) fn on_stdout(&self) -> Vec<Format> {
        let shown = self.0.iter().filter(|(_, file)| file.as_deref().is_none_or(is_stdout));
        shown.map(|(format, _)| *format).collect()
    }

    /// Writes the files, then standard output, so that a reader who leaves early takes no file away.
    pub(super) fn write(&self, report: &Report<'_>, console: Console) -> Result<()> {
        for (format, file) in &self.0 {
            if let Some(file) = file.as_deref().filter(|file| !is_stdout(file)) {
                write_file(*format, file, report)?;
            }
        }
        let mut out = io::BufWriter::new(io::stdout().lock());
        self.on_stdout()
            .into_iter()
            .try_for_each(|format| report::write(format, report, console.color.on_stdout(), &mut out))
            .and_then(|()| out.flush())
            .context("failed to write the findings")
    }
}

/// Says whether `-` was named, which stands for standard output.
fn is_stdout(file: &Path) -> bool {
    file == Path::new("-")
}

fn write_file(format: Format, file: &Path, report: &Report<'_>) -> Result<()> {
    let mut text = Vec::new();
    report::write(format, report, false, &mut text)
        .and_then(|()| whole::write(file, &text))
        .with_context(|| format!("failed to write the findings to `{}`", file.display()))
}

/// An argument with the place where it stands in the command line.
type Placed<T> = (usize, T);

/// Gives every format its file: where there are as many files as formats, in order; else a file belongs to the
/// format before it.
fn pair(
    formats: &[Placed<Format>],
    files: &[Placed<PathBuf>],
) -> Result<Vec<(Format, Option<PathBuf>)>, String> {
    let mut pairs: Vec<(Format, Option<PathBuf>)> = match formats {
        [] => vec![(Format::default(), None)],
        formats => formats.iter().map(|(_, format)| (*format, None)).collect(),
    };
    let in_order = files.len() == pairs.len();
    for (number, (place, file)) in files.iter().enumerate() {
        let before = formats.iter().filter(|(at, _)| at < place).count();
        let owner = if in_order { number } else { before.saturating_sub(1) };
        let taken = !is_stdout(file) && pairs.iter().any(|(_, earlier)| earlier.as_ref() == Some(file));
        match pairs.get_mut(owner) {
            _ if taken => return Err(format!("`{}` is named twice with --output", file.display())),
            Some((_, free @ None)) => *free = Some(file.clone()),
            Some((_, Some(_))) | None => {
                return Err(format!("no --format is left for `--output {}`", file.display()));
            }
        }
    }
    if pairs.iter().filter(|(_, file)| file.is_none()).count() > 1 {
        return Err(
            "only one format goes to standard output by itself; name a file for the others with --output, or `-`".to_owned()
        );
    }
    Ok(pairs)
}

impl FromArgMatches for Outputs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let formats: Vec<Placed<Format>> = placed(matches, "format");
        let files: Vec<Placed<PathBuf>> = placed(matches, "output");
        pair(&formats, &files)
            .map(Self)
            .map_err(|message| Error::raw(ErrorKind::ArgumentConflict, format!("{message}\n")))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn placed<T: Clone + Send + Sync + 'static>(matches: &ArgMatches, name: &str) -> Vec<Placed<T>> {
    let places = matches.indices_of(name).into_iter().flatten();
    places.zip(matches.get_many::<T>(name).into_iter().flatten().cloned()).collect()
}

impl clap::Args for Outputs {
    fn augment_args(command: Command) -> Command {
        let format = Arg::new("format")
            .long("format")
            .value_name("FORMAT")
            .action(ArgAction::Append)
            .value_parser(value_parser!(Format))
            .help("How to write the findings; may be repeated [default: full]");
        let output = Arg::new("output")
            .long("output")
            .short('o')
            .value_name("FILE")
            .action(ArgAction::Append)
            .value_parser(value_parser!(PathBuf))
            .value_hint(ValueHint::FilePath)
            .help(
                "Write the --format before it to this file instead of standard output (`-`); may be repeated",
            );
        command.arg(format).arg(output)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use clap::{Args, Command, FromArgMatches};
    use itcharter::report::Format;

    use super::Outputs;

    fn parsed(line: &str) -> Result<Vec<(Format, Option<PathBuf>)>, String> {
        let matches = Outputs::augment_args(Command::new("x"))
            .try_get_matches_from(line.split(' ').filter(|word| !word.is_empty()))
            .map_err(|error| error.to_string())?;
        Outputs::from_arg_matches(&matches).map(|outputs| outputs.0).map_err(|error| error.to_string())
    }

    fn to(file: &str) -> Option<PathBuf> {
        Some(PathBuf::from(file))
    }

    #[test]
    fn a_file_belongs_to_the_format_before_it() {
        assert_eq!(parsed("x"), Ok(vec![(Format::Full, None)]));
        assert_eq!(parsed("x -o a"), Ok(vec![(Format::Full, to("a"))]));
        assert_eq!(
            parsed("x --format full --format sarif -o a"),
            Ok(vec![(Format::Full, None), (Format::Sarif, to("a"))])
        );
        assert_eq!(
            parsed("x --format sarif -o a --format full"),
            Ok(vec![(Format::Sarif, to("a")), (Format::Full, None)])
        );
    }

    #[test]
    fn as_many_files_as_formats_go_in_order() {
        let wanted = Ok(vec![(Format::Junit, to("a")), (Format::Json, to("b"))]);
        assert_eq!(parsed("x --format junit -o a --format json --output b"), wanted);
        assert_eq!(parsed("x -o a -o b --format junit --format json"), wanted);
    }

    #[test]
    fn a_dash_lets_two_formats_share_standard_output() {
        let pairs = parsed("x --format full -o - --format github -o - --format json -o a").unwrap();
        assert_eq!(Outputs(pairs).on_stdout(), [Format::Full, Format::Github]);
    }

    #[test]
    fn what_cannot_be_paired_is_said() {
        let two = "error: only one format goes to standard output by itself; name a file for the others with --output, or `-`\n";
        assert_eq!(parsed("x --format full --format json"), Err(two.to_owned()));
        let left = "error: no --format is left for `--output b`\n";
        assert_eq!(parsed("x --format json -o a -o b"), Err(left.to_owned()));
        let twice = "error: `a` is named twice with --output\n";
        assert_eq!(parsed("x --format json -o a --format full -o a"), Err(twice.to_owned()));
    }
}
