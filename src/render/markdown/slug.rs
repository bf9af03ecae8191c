//! The anchors that Git forges give to headings by themselves.

use std::collections::BTreeMap;

/// The anchors of one page so far.
#[derive(Debug, Default)]
pub(super) struct Slugs {
    used: BTreeMap<String, usize>,
}

impl Slugs {
    /// Returns the anchor that the next heading with these words gets; `None` where forges differ about it.
    pub(super) fn of(&mut self, words: &str) -> Option<String> {
        let slug: String = words
            .trim()
            .chars()
            .filter(|&c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '))
            .flat_map(char::to_lowercase)
            .map(|c| if c == ' ' { '-' } else { c })
            .collect();
        // One forge keeps a run of dashes, another makes it one; letters beyond ASCII are sorted differently.
        let agreed = words.is_ascii() && !slug.contains("--") && !slug.is_empty();
        let count = self.used.entry(slug.clone()).or_insert(0);
        let numbered = if *count == 0 { slug } else { format!("{slug}-{count}") };
        *count += 1;
        if agreed { Some(numbered) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use crate::render::markdown::slug::Slugs;

    #[test]
    fn words_become_dashed_and_lower() {
        assert_eq!(
            Slugs::default().of(" What IT (the team) may_do? ").as_deref(),
            Some("what-it-the-team-may_do")
        );
    }

    #[test]
    fn the_same_words_are_numbered() {
        let mut slugs = Slugs::default();
        assert_eq!(slugs.of("May").as_deref(), Some("may"));
        assert_eq!(slugs.of("May!").as_deref(), Some("may-1"));
        assert_eq!(slugs.of("may").as_deref(), Some("may-2"));
    }

    #[test]
    fn nothing_is_promised_where_forges_differ() {
        for words in ["Café", "A – b", "A & b", "?", ""] {
            assert_eq!(Slugs::default().of(words), None, "{words}");
        }
    }
}
