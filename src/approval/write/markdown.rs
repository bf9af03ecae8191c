//! A comment for a pull request. The first line marks it, so that the next run can replace it.

use std::io;

use crate::approval::decide::{Approvals, Requirement};
use crate::approval::write::{lists, state, summary, threshold};
use crate::diff::Sentence;
use crate::diff::marked::{code, prose, sentence};

/// The first line of every comment.
const MARKER: &str = "<!-- itcharter-approvals -->";
/// Most characters of a comment; forges take 65,536.
const LIMIT: usize = 60_000;
/// Characters kept free for what closes the comment.
const TAIL: usize = 400;
/// Most changes that are listed for those who must agree to them.
const LISTED: usize = 20;

/// Writes the answer first, then who must agree to what; what does not fit is counted.
pub(in crate::approval) fn write(approvals: &Approvals, out: &mut dyn io::Write) -> io::Result<()> {
    let mut text =
        format!("{MARKER}\n### Who must agree to this\n\n**{}**\n\n", prose(&summary(approvals), true));
    let mut blocks: Vec<String> = approvals.requirements.iter().map(|one| block(approvals, one)).collect();
    blocks.extend(lists(approvals).into_iter().map(|(title, items)| {
        let items: String =
            items.iter().map(|item| format!("- {}\n", sentence(&Sentence::message(item)))).collect();
        format!("**{title}**\n\n{items}\n")
    }));
    let (mut length, mut left_out) = (text.chars().count(), 0);
    for block in blocks {
        let more = block.chars().count();
        if length + more + TAIL > LIMIT {
            left_out += 1;
        } else {
            length += more;
            text.push_str(&block);
        }
    }
    if left_out > 0 {
        text.push_str(&format!(
            "**{left_out} more parts do not fit here.** `itcharter approvals` shows them all.\n"
        ));
    }
    out.write_all(text.trim_end().as_bytes())?;
    writeln!(out)
}

fn block(approvals: &Approvals, requirement: &Requirement) -> String {
    let open = if requirement.is_met() { "" } else { " open" };
    let state_of_all = if requirement.is_met() { "agreed" } else { "missing" };
    let mut text = format!(
        "<details{open}><summary><b>{}</b> ({}): {state_of_all}</summary>\n\n",
        requirement.title(),
        requirement.changes.len()
    );
    for (change, place) in requirement.changes.iter().take(LISTED) {
        let place = place.as_ref().map_or_else(String::new, |place| {
            format!(" — {}", code(&format!("{}:{}", place.path, place.line)))
        });
        text.push_str(&format!("- {}{place}\n", sentence(change)));
    }
    if requirement.changes.len() > LISTED {
        text.push_str(&format!("- and {} more\n", requirement.changes.len() - LISTED));
    }
    text.push_str("\n| | Must agree | Why | Who |\n| :-- | :-- | :-- | :-- |\n");
    for seat in &requirement.seats {
        let steps: String = seat.steps.iter().map(|step| format!("<br>{}", prose(step, false))).collect();
        let (state, who) = state(approvals, seat);
        let (name, who) = (prose(&seat.name, true), prose(&who, true));
        let state = if seat.agreed.is_empty() { format!("**{state}**") } else { state.to_owned() };
        text.push_str(&format!("| {state} | {name} | {} | {who}{steps} |\n", seat.because));
    }
    if let Some(threshold) = threshold(requirement) {
        text.push_str(&format!("| | {} | | |\n", prose(&threshold, true)));
    }
    text.push_str("\n</details>\n\n");
    text
}
