//! Who must agree, for people at a terminal.

use std::io;

use anstyle::{AnsiColor, Style};

use crate::approval::decide::{Approvals, Requirement};
use crate::approval::write::{lists, state, summary, threshold};
use crate::check::CHANGE_MISSING_APPROVAL;
use crate::report::escape::shown;

/// Writes what changes with who must agree to it, then what came of it.
pub(in crate::approval) fn write(
    approvals: &Approvals,
    color: bool,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let style = |style: Style| if color { style } else { Style::new() };
    let bold = style(Style::new().bold());
    let red = style(Style::new().bold().fg_color(Some(AnsiColor::Red.into())));
    for requirement in &approvals.requirements {
        one(approvals, requirement, bold, out)?;
    }
    for (title, items) in lists(approvals) {
        let style = if title == "In the way" { red } else { bold };
        writeln!(out, "{style}{title}{style:#}")?;
        for item in items {
            writeln!(out, "  - {}", shown(&item))?;
        }
        writeln!(out)?;
    }
    let code = format!(" [{}]", CHANGE_MISSING_APPROVAL.code);
    let code = if approvals.is_missing() { code.as_str() } else { "" };
    writeln!(out, "{}{code}", shown(&summary(approvals)))
}

fn one(
    approvals: &Approvals,
    requirement: &Requirement,
    bold: Style,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    writeln!(out, "{bold}{} ({}){bold:#}", requirement.title(), requirement.changes.len())?;
    for (sentence, place) in &requirement.changes {
        let place =
            place.as_ref().map_or_else(String::new, |place| format!("  {}:{}", place.path, place.line));
        writeln!(out, "  - {}{}", shown(&sentence.to_string()), shown(&place))?;
    }
    writeln!(out, "  Must agree:")?;
    for seat in &requirement.seats {
        let (state, who) = state(approvals, seat);
        writeln!(out, "    [{state}] {} ({}): {}", shown(&seat.name), seat.because, shown(&who))?;
        for step in &seat.steps {
            writeln!(out, "      {}", shown(step))?;
        }
    }
    if let Some(threshold) = threshold(requirement) {
        writeln!(out, "    {threshold}")?;
    }
    writeln!(out)
}
