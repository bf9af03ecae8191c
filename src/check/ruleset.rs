//! Which rules there are for the settings, and the levels that settings give them.

use std::sync::LazyLock;

use crate::check::rules::CHECKS;
use crate::config::{self, Known, Settings};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document;
use crate::document::rules::{FILE_LINE_ENDING, YAML_SURPRISE};
use crate::source::Snapshot;

/// Groups of rules about files, fields and names. No other rule can be trusted where these do not hold.
const STRUCTURE: [&str; 7] = ["file", "key", "value", "yaml", "ref", "id", "settings"];

/// The codes of all rules, of those that always hold, and the names of all thresholds.
static NAMES: LazyLock<[Vec<&'static str>; 3]> = LazyLock::new(|| {
    let rules = document::rules::RULES.into_iter().chain(config::RULES);
    let mut codes: Vec<&str> =
        rules.chain(CHECKS.iter().map(|check| check.rule)).map(|rule| rule.code).collect();
    codes.sort_unstable();
    let fixed = codes.iter().copied().filter(|code| is_fixed(code)).collect();
    let thresholds = CHECKS.iter().flat_map(|check| check.thresholds).map(|one| one.name).collect();
    [codes, fixed, thresholds]
});

/// Returns what settings can name.
pub fn known() -> Known<'static> {
    let [rules, fixed, thresholds] = &*NAMES;
    Known { rules, fixed, thresholds }
}

/// Gives findings the levels that the settings set, and leaves out those that are off.
pub fn apply(findings: &mut Vec<Diagnostic>, snapshot: &Snapshot, settings: &Settings) {
    if settings.rules.is_empty() && settings.paths.is_empty() {
        return;
    }
    findings.retain_mut(|finding| {
        if is_fixed(finding.rule.code) || was_refused(finding) {
            return true;
        }
        let path = &snapshot.file(finding.primary.file).path;
        let Some(level) = settings.level(finding.rule.code, path) else { return true };
        let Some(severity) = level.severity() else { return false };
        finding.severity = severity;
        true
    });
}

/// Says whether a rule always holds.
fn is_fixed(code: &str) -> bool {
    let free = [FILE_LINE_ENDING.code, YAML_SURPRISE.code].contains(&code);
    !free && code.split('-').next().is_some_and(|group| STRUCTURE.contains(&group))
}

/// Says whether a surprise is one that could not be read.
fn was_refused(finding: &Diagnostic) -> bool {
    finding.rule.code == YAML_SURPRISE.code && finding.severity == Severity::Error
}

#[cfg(test)]
mod tests {
    use super::{apply, known};
    use crate::check::{self, Context, Thresholds};
    use crate::config;
    use crate::diagnostic::sort;
    use crate::document;
    use crate::model;
    use crate::model::value::Date;
    use crate::source::Snapshot;

    const ROLES: &str =
        "- {id: a, name: A, purpose: P, reports_to: a}\n- {id: b, name: no, purpose: P, reports_to: x}\n";

    fn levels(settings: &str) -> Vec<String> {
        let snapshot = Snapshot::from_texts([(".itcharter.yaml", settings), ("roles.yaml", ROLES)]);
        let (documents, mut findings) = document::read(&snapshot);
        let (settings, mut wrong) = config::read(&snapshot, &documents, known());
        findings.append(&mut wrong);
        let mut model = model::build(&snapshot, &documents);
        findings.append(&mut model.findings);
        findings.extend(check::run(&Context {
            snapshot: &snapshot,
            documents: &documents,
            registry: &model.registry,
            charter: &model.charter,
            as_of: Date::parse("2026-01-31").unwrap(),
            thresholds: &Thresholds::from_settings(&settings),
            settings: &settings,
        }));
        apply(&mut findings, &snapshot, &settings);
        sort(&mut findings);
        let ours = ["ref-unknown", "reports-cycle", "settings-not-allowed", "yaml-surprise"];
        let kept = findings.iter().filter(|finding| ours.contains(&finding.rule.code));
        kept.map(|finding| format!("{} {}", finding.severity, finding.rule.code)).collect()
    }

    #[test]
    fn settings_change_levels_and_leave_findings_out() {
        let as_they_are = ["error reports-cycle", "warning yaml-surprise", "error ref-unknown"];
        assert_eq!(levels(""), as_they_are);
        let changed = ["note reports-cycle", "error ref-unknown"];
        assert_eq!(levels("rules: {reports: note, yaml-surprise: off}\n"), changed);
        assert_eq!(levels("paths: {'roles.*': {reports-cycle: off}}\n"), as_they_are[1..]);
        assert_eq!(levels("paths: {teams.yaml: {reports-cycle: off}}\n"), as_they_are);
    }

    #[test]
    fn structure_cannot_be_turned_off() {
        let found = levels("rules: {ref-unknown: off}\n");
        assert_eq!(found[0], "error settings-not-allowed");
        assert!(found.contains(&"error ref-unknown".to_owned()), "{found:?}");
    }

    #[test]
    fn structural_rules_are_the_ones_that_always_hold() {
        let known = known();
        for code in ["file-link", "key-missing", "value-bad", "yaml-syntax", "id-bad", "ref-wrong-kind"] {
            assert!(known.fixed.contains(&code), "{code}");
        }
        for code in ["yaml-surprise", "file-line-ending", "reports-cycle", "link-dead"] {
            assert!(known.rules.contains(&code) && !known.fixed.contains(&code), "{code}");
        }
    }
}
