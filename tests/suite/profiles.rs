//! Profiles: what each changes in a charter, and what counts before what.

use crate::support::{DAY, Folder};

const LEAVE: (&str, &str) = (
    "worklife.yaml",
    "leave: {days: 15}\nlimits: {}\nworkload_check: one-to-one\ntoo_much: Say so.\nsupport: []\n",
);

const ACCESS: (&str, &str) = (
    "access.yaml",
    "- id: mail\n  name: Mail\n  kind: control\n  can_see: [it-manager]\n  what: The list of messages.\n  \
     when: When you ask us.\n  approved_by: it-manager\n  you_are_told: Never.\n  \
     emergency: {allowed: true, reviewed_within: 2 working days, by: head}\n",
);

const CONCERNS: (&str, &str) = (
    "channels.yaml",
    "- {id: concerns, name: Report a concern, use_for: Anything unfair., kind: [speak-up], how: Room 4, \
     open_to: everyone, replies_within: 10 working days, owner: it-manager, handled_by: [it-manager]}\n",
);

const POLICY: (&str, &str) = (
    "policies/mail.md",
    "---\ntitle: Mail\nsummary: How we mail.\ntype: other\nowner: it-manager\napprover: it-manager\nversion: 1\n\
     status: active\neffective: 2026-06-01\nlast_review: 2026-06-01\nreview_every: 1 year\n\
     applies_to: everyone\nask: it-manager\n---\n- **S1** We are polite.\n",
);

/// Returns the severities of a rule's findings in the smallest charter with more settings, a longer head and a file.
fn found(settings: &str, head: &str, file: (&str, &str), code: &str) -> Vec<String> {
    severities(&charter(settings, head, file), code)
}

fn charter(settings: &str, head: &str, (path, text): (&str, &str)) -> Folder {
    let charter = Folder::small();
    charter.write(".itcharter.yaml", settings);
    charter.append("charter.yaml", head);
    charter.append("roles/it-manager.yaml", "filled_by: ada\n");
    charter.write("roles/head.yaml", "name: Head\npurpose: Lead.\nreports_to: none\nfilled_by: bob\n");
    let person = |id: &str| format!("- {{id: {id}, name: P, email: p@x.example, started: 2020-01-01}}\n");
    charter.write("people.yaml", ["ada", "bob"].map(person).concat());
    charter.write(path, text);
    charter
}

fn severities(charter: &Folder, code: &str) -> Vec<String> {
    let mark = format!("[{code}]");
    let findings = charter.findings();
    let before = findings.lines().filter_map(|line| line.split_once(&mark)).map(|(before, _)| before);
    before.map(|before| before.rsplit(' ').next().unwrap().to_owned()).collect()
}

#[test]
fn leave_counts_as_the_law_of_the_place_has_it() {
    let level = |profile: &str| found("", &format!("profile: [{profile}]\n"), LEAVE, "worklife-leave-low");
    assert_eq!(level(""), ["warning"]);
    assert_eq!(level("eu"), ["error"]);
    assert_eq!(level("uk"), ["error"]);
    assert_eq!(level("au"), ["error"]);
    assert_eq!(level("us"), ["note"]);
    assert_eq!(level("open-source"), [""; 0]);
    assert_eq!(level("school, healthcare, small-team"), ["warning"]);
}

#[test]
fn of_two_profiles_the_later_counts() {
    let level = |profile: &str| found("", &format!("profile: [{profile}]\n"), LEAVE, "worklife-leave-low");
    assert_eq!(level("eu, us"), ["note"]);
    assert_eq!(level("us, eu"), ["error"]);
    assert_eq!(level("eu, open-source"), [""; 0]);
}

#[test]
fn a_slow_answer_to_a_concern_is_an_error_from_fifty_people_on() {
    let level = |head: &str| found("", head, CONCERNS, "speak-up-too-slow");
    assert_eq!(level(""), ["warning"]);
    assert_eq!(level("headcount: 500\n"), ["warning"]);
    assert_eq!(level("profile: [eu]\n"), ["warning"]);
    assert_eq!(level("profile: [eu]\nheadcount: 49\n"), ["warning"]);
    assert_eq!(level("profile: [eu]\nheadcount: 50\n"), ["error"]);
    assert_eq!(level("profile: [uk]\nheadcount: 50\n"), ["error"]);
    assert_eq!(level("profile: [eu, us]\nheadcount: 50\n"), ["warning"]);
    let smaller = "thresholds: {speak-up-too-slow.headcount: 20}\n";
    assert_eq!(found(smaller, "profile: [eu]\nheadcount: 49\n", CONCERNS, "speak-up-too-slow"), ["error"]);
}

#[test]
fn health_and_pupils_make_access_count_more() {
    let level = |profile: &str, code: &str| found("", &format!("profile: [{profile}]\n"), ACCESS, code);
    assert_eq!(level("uk", "access-not-told"), ["warning"]);
    assert_eq!(level("school", "access-not-told"), ["error"]);
    assert_eq!(level("healthcare", "access-not-told"), ["error"]);
    assert_eq!(level("uk", "access-emergency-unreviewed"), [""; 0]);
    assert_eq!(level("healthcare", "access-emergency-unreviewed"), ["error"]);
}

#[test]
fn a_term_of_cover_is_not_forever_in_a_school() {
    let role = (
        "roles/desk.yaml",
        "name: Desk\npurpose: Help.\nreports_to: it-manager\n\
         filled_by: [{person: bob, acting: true, from: 2026-05-01, until: 2026-12-20}]\n",
    );
    assert_eq!(found("", "profile: [uk]\n", role, "acting-forever"), ["warning"]);
    assert_eq!(found("", "profile: [school]\n", role, "acting-forever"), [""; 0]);
    let settings = "thresholds: {acting-forever.months: 7}\n";
    assert_eq!(found(settings, "profile: [school]\n", role, "acting-forever"), ["warning"]);
}

#[test]
fn the_settings_name_other_profiles_or_none() {
    let level = |settings: &str| found(settings, "profile: [eu]\n", LEAVE, "worklife-leave-low");
    assert_eq!(level(""), ["error"]);
    assert_eq!(level("profile: []\n"), ["warning"]);
    assert_eq!(level("profile: [us]\n"), ["note"]);
    let charter = charter("profile: [scholl]\n", "", LEAVE);
    let output = charter.run(&["validate", "--as-of", DAY, "--format", "concise", "--select", "value"]);
    let wanted = ".itcharter.yaml:1:11: error[value-bad] `scholl` is not a value of `profile`";
    assert!(output.stdout.starts_with(wanted), "{}", output.stdout);
    assert!(charter.run(&["validate", "--as-of", DAY]).stdout.contains("did you mean `school`?"));
}

#[test]
fn settings_count_before_profiles_and_paths_before_both() {
    let level = |settings: &str| found(settings, "profile: [eu]\n", LEAVE, "worklife-leave-low");
    assert_eq!(level("rules: {worklife: note}\n"), ["note"]);
    assert_eq!(level("rules: {worklife-leave-low: off}\n"), [""; 0]);
    let path = "rules: {worklife-leave-low: note}\npaths: {worklife.yaml: {worklife: warning}}\n";
    assert_eq!(level(path), ["warning"]);
    assert_eq!(level("paths: {roles.yaml: {worklife: note}}\n"), ["error"]);
}

/// Writes an exception that holds on the tests' day, or ended before it.
fn except(charter: &Folder, breaks: &str, until: &str) {
    let text = format!(
        "breaks: {{{breaks}}}\nwhy: There are two of us.\nrisk: A slip stays.\ninstead: The head reads changes.\n\
         approved_by: bob\napproved: 2026-01-05\nuntil: {until}\n"
    );
    charter.write("exceptions/two-of-us.yaml", text);
}

#[test]
fn in_a_small_team_an_exception_without_a_target_makes_a_fault_of_separation_matter_less() {
    let level = |profile: &str, breaks: &str, until: &str| {
        let charter = charter("", &format!("profile: [{profile}]\n"), POLICY);
        except(&charter, breaks, until);
        (severities(&charter, "policy-owner-approves"), severities(&charter, "exception-unused").len())
    };
    let (everywhere, later) = ("rule: policy-owner-approves", "2026-12-20");
    assert_eq!(level("small-team", everywhere, later), (vec!["warning".to_owned()], 0));
    // Without the profile, an exception without a target does nothing, and is said to.
    assert_eq!(level("uk", everywhere, later), (vec!["error".to_owned()], 1));
    assert_eq!(level("small-team", everywhere, "2026-10-20"), (vec!["error".to_owned()], 0));
    // With a target it waives the finding, whatever the profile.
    assert_eq!(level("small-team", &format!("{everywhere}, target: mail"), later), (Vec::new(), 0));
    assert_eq!(level("uk", &format!("{everywhere}, target: mail"), later), (Vec::new(), 0));
    // An exception to a rule that finds nothing is not needed.
    assert_eq!(level("small-team", "rule: sod-conflict", later), (vec!["error".to_owned()], 1));
}

#[test]
fn a_finding_that_matters_less_names_the_exception() {
    let charter = charter("", "profile: [small-team]\n", POLICY);
    except(&charter, "rule: policy-owner-approves", "2026-12-20");
    let output = charter.run(&["validate", "--as-of", DAY, "--select", "policy-owner-approves"]);
    let wanted = "(a warning while exception `two-of-us` says what is done instead)";
    assert!(output.stdout.contains(wanted), "{}", output.stdout);
}

#[test]
fn no_profile_changes_rules_of_structure() {
    for profile in ["eu", "open-source", "small-team"] {
        let charter = charter("", &format!("profile: [{profile}]\n"), LEAVE);
        charter.append("roles/head.yaml", "salary: 1\n");
        assert_eq!(severities(&charter, "key-unknown"), ["error"], "{profile}");
    }
}

#[test]
fn no_format_repeats_a_secret() {
    let secret = "Tr0ub4dor!x";
    let charter =
        charter("", "", ("pages/a.md", &format!("See [[role:no-one]] with password: {secret} here.\n")));
    charter.append("roles/head.yaml", &format!("password: {secret}\n"));
    for format in ["full", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson"] {
        let output = charter.run(&["validate", "--as-of", DAY, "--format", format]);
        assert_eq!(output.code, 1, "{format}: {}", output.stderr);
        assert!(output.stdout.contains("privacy-secret"), "{format}: {}", output.stdout);
        assert!(!output.stdout.contains(secret), "{format}: {}", output.stdout);
    }
    let full = charter.run(&["validate", "--as-of", DAY]).stdout;
    assert!(full.contains("1 | See [[role:no-one]] with password: *********** here.\n"), "{full}");
    let others = charter.run(&["validate", "--as-of", DAY, "--select", "key-unknown"]).stdout;
    assert!(others.contains("| password: ***********\n") && !others.contains(secret), "{others}");
}
