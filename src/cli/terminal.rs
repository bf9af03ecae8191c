//! Writes to the terminal: colour only where it is wanted, and nothing that a charter could steer it with.

use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice as Choice};
use anyhow::Error;
use itcharter::history::HistoryError;
use itcharter::report::escape::shown;
use itcharter::source::SourceError;

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl ColorChoice {
    fn choice(self, stream: &impl anstream::stream::RawStream) -> Choice {
        match self {
            Self::Auto => AutoStream::choice(stream),
            Self::Always => Choice::Always,
            Self::Never => Choice::Never,
        }
    }

    /// Says whether standard error gets colour.
    pub(super) fn on_stderr(self) -> bool {
        self.choice(&io::stderr()) != Choice::Never
    }

    /// Says whether standard output gets colour.
    pub(super) fn on_stdout(self) -> bool {
        self.choice(&io::stdout()) != Choice::Never
    }
}

/// Writes a line of notes to standard error.
pub(super) fn note(line: &str) {
    // A note that cannot be written is not worth failing for.
    drop(writeln!(io::stderr(), "{}", shown(line)));
}

/// Writes why a command could not run, with the cure where one is known.
pub(super) fn error(error: &Error, color: ColorChoice) {
    let mut stream = AutoStream::new(io::stderr(), color.choice(&io::stderr()));
    let style = anstyle::Style::new().bold().fg_color(Some(anstyle::AnsiColor::Red.into()));
    let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
    drop(writeln!(stream, "{style}error:{style:#} {}", shown(&causes.join(": "))));
    let source = error.chain().find_map(|cause| cause.downcast_ref::<SourceError>());
    let history = error.chain().find_map(|cause| cause.downcast_ref::<HistoryError>());
    let hint = source.and_then(SourceError::hint).or_else(|| history.and_then(HistoryError::hint));
    if let Some(hint) = hint {
        drop(writeln!(stream, "help: {}", shown(&hint)));
    }
}

/// Says whether an error is only that the reader of our output has gone, as `| head` does.
pub(super) fn is_broken_pipe(error: &Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}

/// Says whether people watch standard error.
pub(super) fn is_watched() -> bool {
    io::stderr().is_terminal()
}
