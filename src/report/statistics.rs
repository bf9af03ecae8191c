//! How many findings each rule gave.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Rule};

/// Returns one line for each rule that found something, the most frequent first: count, code and what it finds.
/// Nothing where there are no findings.
pub fn statistics(diagnostics: &[Diagnostic]) -> String {
    let mut counts: BTreeMap<&str, (usize, &Rule)> = BTreeMap::new();
    for diagnostic in diagnostics {
        counts.entry(diagnostic.rule.code).or_insert((0, diagnostic.rule)).0 += 1;
    }
    let mut counts: Vec<(usize, &Rule)> = counts.into_values().collect();
    counts.sort_by_key(|(count, _)| Reverse(*count));
    let digits = counts.first().map_or(0, |(count, _)| count.to_string().len());
    let width = counts.iter().map(|(_, rule)| rule.code.len()).max().unwrap_or(0);
    let line = |(count, rule): &(usize, &Rule)| {
        format!("{count:digits$}  {:width$}  {}", rule.code, rule.summary).trim_end().to_owned() + "\n"
    };
    counts.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::statistics;
    use crate::diagnostic::{Diagnostic, Label};
    use crate::document::rules::{KEY_TWICE, VALUE_BAD, YAML_SYNTAX};
    use crate::source::{Snapshot, Span};

    #[test]
    fn the_most_frequent_rule_comes_first_and_equal_ones_by_code() {
        let snapshot = Snapshot::from_texts([("teams.yaml", "x\n")]);
        let file = snapshot.find("teams.yaml").unwrap();
        let finding = |rule| Diagnostic::new(rule, "x", Label::new(file, Span::at(0), ""));
        let mut findings = vec![finding(&YAML_SYNTAX), finding(&KEY_TWICE)];
        findings.extend((0..10).map(|_| finding(&VALUE_BAD)));
        assert_eq!(
            statistics(&findings),
            "10  value-bad    a value is not one that the field takes\n 1  key-twice    a field is written twice\n \
             1  yaml-syntax  the text is not valid YAML\n"
        );
        assert_eq!(statistics(&[]), "");
    }
}
