//! Records: who has read what, and which rules do not hold for a while.

checks! {
    ack_coverage,
    ack_missing,
    ack_stale,
    exception_expired,
    exception_pile,
    exception_self_approved,
    exception_too_long,
    exception_unknown_rule,
    exception_wrong_approver,
}

/// An exception for the tests of this folder, with lines that stand first.
#[cfg(test)]
fn exception(lines: &str) -> String {
    let fields = [
        "breaks: {policy: p}",
        "why: W",
        "risk: R",
        "instead: I",
        "approved_by: ada",
        "approved: 2025-09-01",
        "until: 2026-08-31",
    ];
    let key = |line: &str| line.split(':').next().unwrap_or("").to_owned();
    let given: Vec<String> = lines.lines().map(key).collect();
    let kept = fields.iter().filter(|field| !given.contains(&key(field))).map(|field| format!("{field}\n"));
    format!("{lines}\n{}", kept.collect::<String>())
}
