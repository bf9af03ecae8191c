//! Words that several rules share: lists of names, and texts that say nothing.

/// Joins names as in a sentence, at most three of them: "`a`, `b` and 4 more".
pub(super) fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => format!("{first} and {second}"),
        [first, second, third] => format!("{first}, {second} and {third}"),
        [first, second, rest @ ..] => format!("{first}, {second} and {} more", rest.len()),
    }
}

/// Says whether a text only fills its field: "none", "n/a", "to be decided".
pub(super) fn says_nothing(text: &str) -> bool {
    const FILLERS: [&str; 12] = [
        "",
        "none",
        "nothing",
        "no",
        "nil",
        "n/a",
        "na",
        "tbd",
        "tbc",
        "todo",
        "to be decided",
        "not applicable",
    ];
    let bare = text.trim().trim_matches(|one: char| one.is_ascii_punctuation() || one.is_whitespace());
    FILLERS.contains(&bare.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::{listed, says_nothing};

    #[test]
    fn long_lists_of_names_are_cut() {
        assert_eq!(listed(&["a"]), "`a`");
        assert_eq!(listed(&["a", "b", "c"]), "`a`, `b` and `c`");
        assert_eq!(listed(&["a", "b", "c", "d"]), "`a`, `b` and 2 more");
    }

    #[test]
    fn a_filler_says_nothing() {
        assert!(["None.", " n/a ", "-", "TBD"].into_iter().all(says_nothing));
        assert!(!["None of us is called after 18:00.", "Pay"].into_iter().any(says_nothing));
    }
}
