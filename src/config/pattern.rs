//! Patterns of paths: `*` and `?` stay within a folder, `**` does not.

/// Says whether a path, parts joined by `/`, fits a pattern. A pattern that ends in `/` takes all below the folder.
pub(super) fn matches(pattern: &str, path: &str) -> bool {
    let whole = if pattern.ends_with('/') { format!("{pattern}**") } else { pattern.to_owned() };
    let path: Vec<char> = path.chars().collect();
    // Which beginnings of the path the pattern so far takes; one pass for each sign, so that no pattern is slow.
    let mut taken = vec![false; path.len() + 1];
    taken[0] = true;
    let mut signs = whole.chars().peekable();
    while let Some(sign) = signs.next() {
        let far = sign == '*' && signs.next_if_eq(&'*').is_some();
        // In front of a folder, `**/` takes no folder too.
        let folders = far && signs.next_if_eq(&'/').is_some();
        let mut next = vec![false; path.len() + 1];
        for start in 0..=path.len() {
            let reached = taken[start];
            match sign {
                '*' if folders => {
                    next[start] |= reached;
                    taken.get_mut(start + 1).into_iter().for_each(|later| *later |= reached);
                    if reached && start > 0 && path[start - 1] != '/' {
                        next[start] = false;
                    }
                }
                '*' => {
                    next[start] |= reached;
                    if start < path.len() && (far || path[start] != '/') {
                        taken[start + 1] |= reached;
                    }
                }
                '?' if start < path.len() => next[start + 1] = reached && path[start] != '/',
                _ if start < path.len() => next[start + 1] = reached && path[start] == sign,
                _ => {}
            }
        }
        taken = next;
    }
    taken[path.len()]
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn stars_stay_in_a_folder_and_double_stars_do_not() {
        for (pattern, path) in [
            ("roles.yaml", "roles.yaml"),
            ("*.yaml", "roles.yaml"),
            ("pages/*.md", "pages/a.md"),
            ("pages/**", "pages/a/b.md"),
            ("pages/", "pages/a/b.md"),
            ("**/a.md", "a.md"),
            ("**/a.md", "pages/it/a.md"),
            ("pages/**/a.md", "pages/a.md"),
            ("pages/?.md", "pages/a.md"),
        ] {
            assert!(matches(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in [
            ("*.yaml", "kudos/2026.yaml"),
            ("pages/*.md", "pages/a/b.md"),
            ("pages", "pages/a.md"),
            ("**/a.md", "pages/ba.md"),
            ("pages/?.md", "pages/ab.md"),
            ("", "a"),
        ] {
            assert!(!matches(pattern, path), "{pattern} {path}");
        }
    }

    #[test]
    fn a_pattern_of_many_stars_is_not_slow() {
        assert!(!matches(&"*a".repeat(200), &"a".repeat(199)));
    }
}
