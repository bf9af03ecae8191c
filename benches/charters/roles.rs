//! A charter of many roles, each in a file of its own.

use std::fmt::Write;

use super::Files;

/// Returns a charter of so many roles, with the few other files that it needs.
pub(crate) fn files(roles: usize) -> Files {
    let mut files = vec![
        (
            "charter.yaml".to_owned(),
            "org: A\nname: B\npurpose: C\nowner: role-00000\napprover: role-00000\nreview_every: 12 months\n\
             last_review: 2026-01-05\n"
                .to_owned(),
        ),
        ("teams.yaml".to_owned(), "- {id: it, name: IT, lead: role-00000, purpose: D}\n".to_owned()),
        ("people/ada.yaml".to_owned(), "name: Ada\nemail: ada@school.example\nstarted: 2020-01-06\n".to_owned()),
        (
            "growth.yaml".to_owned(),
            "budget_each: 600 GBP\ntime_each: 1 day a month\noffers: []\nskills:\n  - {id: networks, name: Networks, \
             levels: [Helps, Works alone, Leads]}\n"
                .to_owned(),
        ),
    ];
    files.extend((0..roles).map(|number| (format!("roles/role-{number:05}.yaml"), role(number))));
    files
}

/// Returns a role of 40 lines, as a large organisation writes it; each tenth leads the nine after it.
fn role(number: usize) -> String {
    let above = match number {
        0 => "none".to_owned(),
        _ if number.is_multiple_of(10) => "role-00000".to_owned(),
        _ => format!("role-{:05}", number / 10 * 10),
    };
    let mut text = format!(
        "# Agreed with the people who do the work.\nname: Systems technician {number}\nteam: it\n\
         purpose: >\n  Keep the computers, the network and the printers of building {number} working,\n  \
         so that lessons go on.\nreports_to: {above}\nfilled_by:\n  - {{person: ada, from: 2024-09-02}}\n\
         backup: ada\nseats: 1\ncritical: false\ncontact: \"Call 2{number:05}\"\n"
    );
    for (field, line) in [
        ("expect", "Answer every new request the same day, and say when it will be done."),
        ("may", "Stop a change that puts lessons at risk, see [[role:role-00000]]."),
        ("must_ask", "Before any change during lessons, or one that costs more than 500 GBP."),
        ("must_never", "Share a password, or ask anyone for theirs."),
    ] {
        // A text in memory takes every line.
        let _ = writeln!(text, "{field}:");
        for item in 1..=5 {
            let _ = writeln!(text, "  - \"{item}. {line}\"");
        }
    }
    text + "needs:\n  skills: {networks: 3}\n# The end.\n"
}
