//! Policies: who keeps them, whether they are current, and whether they say what people need.

checks! {
    policy_draft_in_force,
    policy_missing_parts,
    policy_no_help,
    policy_no_owner,
    policy_nobody,
    policy_owner_approves,
    policy_required_absent,
    policy_review_overdue,
    policy_review_too_rare,
}

/// A policy for the tests of this folder, with lines that stand in its head and its text.
#[cfg(test)]
fn policy(head: &str, body: &str) -> String {
    let fields = [
        "title: T",
        "summary: S",
        "type: other",
        "owner: a",
        "approver: b",
        "version: 1",
        "status: active",
        "effective: 2025-06-01",
        "last_review: 2025-06-01",
        "review_every: 1 year",
        "applies_to: everyone",
        "ask: a",
    ];
    let key = |line: &str| line.split(':').next().unwrap_or("").to_owned();
    let given: Vec<String> = head.lines().map(key).collect();
    let kept = fields.iter().filter(|field| !given.contains(&key(field))).map(|field| format!("{field}\n"));
    format!("---\n{head}\n{}---\n{body}\n", kept.collect::<String>())
}
