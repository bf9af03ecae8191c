//! Which rules there are for the settings, and the levels that settings and profiles give them.

use std::sync::LazyLock;

use crate::check::change::Since;
use crate::check::elsewhere::ELSEWHERE;
use crate::check::profiles::{self, Condition, ProfileRules};
use crate::check::rules::CHECKS;
use crate::check::{Context, find};
use crate::config::{self, Known, Level, Settings};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document;
use crate::document::rules::{FILE_LINE_ENDING, YAML_SURPRISE};

/// Groups of rules about files, fields and names. No other rule can be trusted where these do not hold.
const STRUCTURE: [&str; 7] = ["file", "key", "value", "yaml", "ref", "id", "settings"];

/// How many findings about language are said of one file.
const LANGUAGE_LIMIT: usize = 5;

/// The rules about language, those first that hurt or shut out most.
const WORST_FIRST: [&str; 10] = [
    "text-not-inclusive",
    "text-talks-down",
    "text-no-alt",
    "text-vague-limit",
    "text-nobody-acts",
    "text-gendered-person",
    "text-hard-to-read",
    "text-say-instead",
    "text-unknown-word",
    "text-long-sentence",
];

/// The codes of all rules, of those that always hold, and the names of all thresholds.
static NAMES: LazyLock<[Vec<&'static str>; 3]> = LazyLock::new(|| {
    let elsewhere = ELSEWHERE.iter().map(|one| one.rule);
    let rules = document::rules::RULES.into_iter().chain(config::RULES).chain(elsewhere);
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

/// Gives findings the levels that the settings set, or else the profiles, and leaves out those that are off.
pub fn apply(findings: &mut Vec<Diagnostic>, context: &Context<'_>) {
    set_levels(findings, context);
    keep_worst_of_language(findings);
}

fn set_levels(findings: &mut Vec<Diagnostic>, context: &Context<'_>) {
    let settings = context.settings;
    let profiles = profiles::active(settings, context.charter);
    if settings.rules.is_empty() && settings.paths.is_empty() && profiles.is_empty() {
        return;
    }
    findings.retain_mut(|finding| {
        if always_holds(finding) {
            return true;
        }
        let path = &context.snapshot.file(finding.primary.file).path;
        let Some(level) = settings.level(finding.rule.code, path) else {
            return set_by_profile(finding, context, &profiles);
        };
        let Some(severity) = level.severity() else { return false };
        finding.severity = severity;
        true
    });
}

/// Gives findings about a change the levels that hold before it, and leaves out those that are off.
pub(super) fn set_levels_as_before(findings: &mut Vec<Diagnostic>, since: &Since<'_>) {
    let before = &since.before;
    let profiles = profiles::active(before.settings, before.charter);
    findings.retain_mut(|finding| {
        let path = &since.after.snapshot.file(finding.primary.file).path;
        let Some(level) = before.settings.level(finding.rule.code, path) else {
            return set_by_profile(finding, before, &profiles);
        };
        let Some(severity) = level.severity() else { return false };
        finding.severity = severity;
        true
    });
}

/// Returns the level that a rule has in most files.
pub(super) fn level(context: &Context<'_>, code: &str) -> Level {
    let profiles = profiles::active(context.settings, context.charter);
    let by_profile = || {
        let changes = profiles::changes(&profiles, code);
        let counts = changes.iter().find(|(_, change)| profiles::holds(context, code, change));
        counts.map(|(_, change)| change.level)
    };
    let usual = || find(code).map_or(Level::Off, |check| check.rule.severity.into());
    context.settings.level(code, "").or_else(by_profile).unwrap_or_else(usual)
}

/// Gives a finding the level that a profile sets; says whether it stays.
fn set_by_profile(
    finding: &mut Diagnostic,
    context: &Context<'_>,
    profiles: &[&'static ProfileRules],
) -> bool {
    let code = finding.rule.code;
    let changes = profiles::changes(profiles, code);
    let counts = changes.iter().find(|(_, change)| profiles::holds(context, code, change));
    let Some((_, change)) = counts else { return true };
    let Some(severity) = change.level.severity() else { return false };
    if change.when != Condition::Instead {
        finding.severity = severity;
    } else if finding.severity > severity {
        finding.severity = severity;
        if let Some(exception) = profiles::softened_by(context, code) {
            let before = finding.help.take().map(|help| format!("{help} ")).unwrap_or_default();
            let id = &exception.id;
            finding.help =
                Some(format!("{before}(a {severity} while exception `{id}` says what is done instead)"));
        }
    }
    true
}

/// Keeps a few findings about language in each file, the worst, so that they do not bury what else is wrong.
fn keep_worst_of_language(findings: &mut Vec<Diagnostic>) {
    let (mut language, others): (Vec<_>, Vec<_>) =
        findings.drain(..).partition(|finding| finding.rule.group() == "text");
    *findings = others;
    let weight = |finding: &Diagnostic| {
        let rank =
            WORST_FIRST.iter().position(|code| *code == finding.rule.code).unwrap_or(WORST_FIRST.len());
        (finding.primary.file, rank)
    };
    // Within a rule the order stays: rules that can tell put the worst first.
    language.sort_by_key(weight);
    for file in language.chunk_by(|left, right| left.primary.file == right.primary.file) {
        let mut kept = file.iter().take(LANGUAGE_LIMIT).cloned().collect::<Vec<_>>();
        if let (Some(last), more @ 1..) = (kept.last_mut(), file.len().saturating_sub(LANGUAGE_LIMIT)) {
            let help = last.help.take().unwrap_or_default();
            let findings = if more == 1 { "finding" } else { "findings" };
            last.help =
                Some(format!("{help} ({more} more {findings} about language in this file not shown)"));
        }
        findings.append(&mut kept);
    }
}

/// Says whether a finding stands whatever settings, exceptions and baselines say: something cannot be read or is not
/// there.
pub fn always_holds(finding: &Diagnostic) -> bool {
    is_fixed(finding.rule.code) || was_refused(finding)
}

/// Says whether findings of a rule can be said in any file.
pub(super) fn can_be_said(code: &str, settings: &Settings) -> bool {
    is_fixed(code) || !settings.turns_off(code)
}

/// Says whether a rule always holds.
fn is_fixed(code: &str) -> bool {
    let free = [FILE_LINE_ENDING.code, YAML_SURPRISE.code].contains(&code);
    let elsewhere = ELSEWHERE.iter().any(|one| one.rule.code == code);
    elsewhere || (!free && code.split('-').next().is_some_and(|group| STRUCTURE.contains(&group)))
}

/// Says whether a surprise is one that could not be read.
fn was_refused(finding: &Diagnostic) -> bool {
    finding.rule.code == YAML_SURPRISE.code && finding.severity == Severity::Error
}

#[cfg(test)]
mod tests {
    use super::{apply, known};
    use crate::check::{self, Context, Texts, Thresholds};
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
        let context = Context {
            snapshot: &snapshot,
            documents: &documents,
            registry: &model.registry,
            charter: &model.charter,
            as_of: Date::parse("2026-01-31").unwrap(),
            thresholds: &Thresholds::default(),
            settings: &settings,
            texts: &Texts::default(),
        };
        findings.extend(check::run(&context));
        apply(&mut findings, &context);
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
    fn of_language_the_worst_five_findings_of_a_file_are_kept() {
        let page = format!("{} Simply ask.\n", format!("{}. ", vec!["We"; 26].join(" ")).repeat(6));
        let snapshot = Snapshot::from_texts([("pages/a.md", page.as_str())]);
        let (documents, _) = document::read(&snapshot);
        let model = model::build(&snapshot, &documents);
        let (settings, _) = config::read(&snapshot, &documents, known());
        let context = Context {
            snapshot: &snapshot,
            documents: &documents,
            registry: &model.registry,
            charter: &model.charter,
            as_of: Date::parse("2026-01-31").unwrap(),
            thresholds: &Thresholds::default(),
            settings: &settings,
            texts: &Texts::default(),
        };
        let mut findings = check::run(&context);
        findings.retain(|finding| finding.rule.group() == "text");
        apply(&mut findings, &context);
        let codes: Vec<&str> = findings.iter().map(|finding| finding.rule.code).collect();
        let long = "text-long-sentence";
        assert_eq!(codes, ["text-talks-down", long, long, long, long]);
        let help = "make two or three sentences of it, or a list (2 more findings about language in this file not shown)";
        assert_eq!(findings[4].help.as_deref(), Some(help));
    }

    #[test]
    fn every_rule_of_language_has_its_rank() {
        let language: Vec<&str> =
            known().rules.iter().copied().filter(|code| code.starts_with("text-")).collect();
        let mut ranked = super::WORST_FIRST.to_vec();
        ranked.sort_unstable();
        assert_eq!(language, ranked);
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

    #[test]
    fn rules_of_language_run_unless_the_settings_turn_them_off() {
        let found = |settings: &str| {
            let page = format!("{}.\n", vec!["We"; 30].join(" "));
            let snapshot =
                Snapshot::from_texts([(".itcharter.yaml", settings), ("pages/a.md", page.as_str())]);
            let (documents, _) = document::read(&snapshot);
            let model = model::build(&snapshot, &documents);
            let (settings, wrong) = config::read(&snapshot, &documents, known());
            assert_eq!(wrong, []);
            let findings = check::run(&Context {
                snapshot: &snapshot,
                documents: &documents,
                registry: &model.registry,
                charter: &model.charter,
                as_of: Date::parse("2026-01-31").unwrap(),
                thresholds: &Thresholds::default(),
                settings: &settings,
                texts: &Texts::default(),
            });
            findings.iter().filter(|finding| finding.rule.code == "text-long-sentence").count()
        };
        assert_eq!(found(""), 1);
        assert_eq!(found("rules: {text: off}\n"), 0);
        assert_eq!(found("rules: {text: off, text-long-sentence: note}\n"), 1);
        assert_eq!(found("rules: {text: note}\n"), 1);
        assert_eq!(found("rules: {text: off}\npaths: {'pages/**': {text-long-sentence: warning}}\n"), 1);
    }
}
