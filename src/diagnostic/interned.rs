//! Rules that a charter defines, kept once for each text.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::diagnostic::rule::{Rule, Severity};

/// Code, severity, then summary, why and explanation.
type Key<'a> = (&'a str, Severity, [&'a str; 3]);

static KEPT: Mutex<BTreeMap<Key<'static>, &'static Rule>> = Mutex::new(BTreeMap::new());

/// Returns the rule with this code, this severity, and this summary, why and explanation.
///
/// Findings hold rules for as long as the program runs, so the texts are kept that long too. They are kept once for
/// each text: reading the same settings again keeps nothing more.
pub fn interned(code: &str, severity: Severity, texts: [&str; 3]) -> &'static Rule {
    // Nothing in here can leave the map half changed.
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let known: &BTreeMap<Key<'_>, &'static Rule> = &kept;
    if let Some(rule) = known.get(&(code, severity, texts)) {
        return rule;
    }
    let leak = |text: &str| -> &'static str { Box::leak(text.into()) };
    let [summary, why, explanation] = texts.map(leak);
    let rule: &'static Rule =
        Box::leak(Box::new(Rule { code: leak(code), severity, summary, why, explanation }));
    kept.insert((rule.code, severity, [summary, why, explanation]), rule);
    rule
}

#[cfg(test)]
mod tests {
    use super::interned;
    use crate::diagnostic::Severity;

    #[test]
    fn the_same_texts_are_kept_once_and_others_apart() {
        let rule = |code: &str, severity, why: &str| interned(code, severity, ["s", why, "e"]);
        let first = rule("own-a", Severity::Note, "w");
        assert!(std::ptr::eq(first, rule(&String::from("own-a"), Severity::Note, "w")));
        assert!(!std::ptr::eq(first, rule("own-a", Severity::Error, "w")));
        assert!(!std::ptr::eq(first, rule("own-a", Severity::Note, "other")));
        assert_eq!((first.code, first.group(), first.why), ("own-a", "own", "w"));
    }
}
