//! Paths and accounts as code owners are written.

use crate::approval::codeowners::Flavor;
use crate::report::escape::is_unseen;

/// Returns a path so that it stands for itself. Forges know no escape for some characters; `?` stands for any one.
pub(super) fn escape(path: &str) -> String {
    let mut escaped = String::with_capacity(path.len());
    for character in path.chars() {
        match character {
            ' ' => escaped.push_str("\\ "),
            '#' | '[' | ']' | '!' | '\\' | '*' | '^' => escaped.push('?'),
            // Readers differ on what parts a line, and nobody sees what these do to it.
            character if character.is_whitespace() || is_unseen(character) => escaped.push('?'),
            character => escaped.push(character),
        }
    }
    escaped
}

/// Says whether a text can be the name of an account, or of a team or group.
pub(super) fn is_account(flavor: Flavor, account: &str) -> bool {
    let parts: Vec<&str> = account.split('/').collect();
    let part = |part: &&str| {
        let plain = part.chars().all(|letter| {
            letter.is_ascii_alphanumeric()
                || letter == '-'
                || letter == '_'
                || (flavor == Flavor::Gitlab && letter == '.')
        });
        plain && !part.is_empty() && part.len() <= 255 && !part.starts_with('-')
    };
    let most = match flavor {
        Flavor::Github => 2,
        Flavor::Gitlab => 20,
    };
    parts.len() <= most && parts.iter().all(part)
}

#[cfg(test)]
mod tests {
    use super::{escape, is_account};
    use crate::approval::codeowners::Flavor::{Github, Gitlab};

    #[test]
    fn a_path_stands_for_itself() {
        assert_eq!(escape("/our charter/roles/a.yaml"), "/our\\ charter/roles/a.yaml");
        assert_eq!(escape("/a#b[c]!*\\/x"), "/a?b?c????/x");
        assert_eq!(escape("/a\u{a0}@eve\u{2028}b\u{202e}\u{200b}c\n\t"), "/a?@eve?b??c??");
    }

    #[test]
    fn what_is_no_account_is_refused() {
        for account in ["ada", "a-b", "org/team"] {
            assert!(is_account(Github, account) && is_account(Gitlab, account), "{account}");
        }
        for account in ["", "a b", "a@b.example", "a/b/c", "-a", "a\n@eve", "a.b"] {
            assert!(!is_account(Github, account), "{account}");
        }
        assert!(is_account(Gitlab, "ada.moss") && is_account(Gitlab, "a/b/c"));
    }
}
