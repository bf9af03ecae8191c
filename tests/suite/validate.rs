//! `itcharter validate`: what it writes where, and how it ends.

use std::os::unix::fs::PermissionsExt;

use serde_json::Value;

use crate::support::{DAY, Folder, Output, SMALL, output, tool, with_closed_output};

const CHECK: [&str; 3] = ["validate", "--as-of", DAY];

/// Runs the check with more arguments.
fn check(charter: &Folder, more: &[&str]) -> Output {
    charter.run(&[&CHECK, more].concat())
}

/// Puts a placeholder where a summary says how long the check took.
fn timeless(text: &str) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    for index in 1..words.len() {
        if words[index - 1] == "in" && words[index].parse::<f64>().is_ok() {
            words[index] = "N";
        }
    }
    words.join(" ")
}

fn note(charter: &Folder) {
    charter
        .write("kudos/2026.yaml", "- {date: 2026-02-06, to: [it], from: A, for: B, ok_to_share: true}\r\n");
}

fn warning(charter: &Folder) {
    charter.append("roles/it-manager.yaml", "contact: no\n");
}

fn error(charter: &Folder) {
    charter.append("roles/it-manager.yaml", "salary: 1\n");
}

const NOT_IN_GIT: &str =
    "note: not in a Git repository: there is no history, and `--rev` and `--staged` are not available\n";

/// The topics of a charter that has no more than a role and a team.
const NOTHING_YET: &str = "\
Topics  ○ communication (nothing yet)  ○ growth (nothing yet)
        ○ collaboration (nothing yet)  ○ recognition (nothing yet)
        ○ work and life (nothing yet)  ○ ethics (nothing yet)  ○ roles (nothing yet)
        ○ pressure (nothing yet)  ○ respect (nothing yet)  ○ pay (nothing yet)
";

#[test]
fn a_clean_charter_ends_with_0_and_says_what_was_checked() {
    let output = check(&Folder::small(), &[]);
    assert_eq!(
        timeless(&output.stdout),
        format!("{NOTHING_YET}Checked 4 files, 3 entities in N s. No findings.\n")
    );
    assert_eq!((output.code, output.stderr.as_str()), (0, NOT_IN_GIT));
}

#[test]
fn the_exit_code_follows_the_least_severity_that_fails() {
    let codes = |plant: fn(&Folder)| {
        let charter = Folder::small();
        plant(&charter);
        ["error", "warning", "note"].map(|least| check(&charter, &["--fail-on", least]).code)
    };
    assert_eq!(codes(|_| {}), [0, 0, 0]);
    assert_eq!(codes(note), [0, 0, 1]);
    assert_eq!(codes(warning), [0, 1, 1]);
    assert_eq!(codes(error), [1, 1, 1]);
    let charter = Folder::small();
    warning(&charter);
    assert_eq!(check(&charter, &[]).code, 0);
}

#[test]
fn the_full_format_shows_the_place_the_reason_and_the_cure() {
    let charter = Folder::small();
    charter.replace("teams.yaml", "it-manager", "it-boss");
    charter.write("roles/it-bass.yaml", "name: Bass\npurpose: Play.\nreports_to: it-manager\n");
    let output = check(&charter, &[]);
    let found = "\
error[ref-unknown]: no role is called `it-boss`
 --> teams.yaml:1:33
  |
1 | - {id: it, name: IT team, lead: it-boss, purpose: Keep it working.}
  |                                 ^^^^^^^ named here
  |
 ::: roles/it-bass.yaml:1:1
  |
1 | name: Bass
  | ---- `it-bass` is here
  |
  = note: every later check follows references, and so does a reader who asks who that is
help: did you mean `it-bass`?
  |
1 - - {id: it, name: IT team, lead: it-boss, purpose: Keep it working.}
1 + - {id: it, name: IT team, lead: it-bass, purpose: Keep it working.}
  |

";
    let wanted = format!("{found}{NOTHING_YET}Checked 5 files, 4 entities: 1 error in N s.\n");
    assert_eq!(timeless(&output.stdout), wanted);
    assert_eq!(output.code, 1);
}

#[test]
fn the_concise_format_holds_findings_only_and_the_summary_goes_beside_it() {
    let charter = Folder::small();
    error(&charter);
    note(&charter);
    let output = check(&charter, &["--format", "concise"]);
    let wanted = "\
kudos/2026.yaml:1:67: note[file-line-ending] 1 line ends with a carriage return, as on Windows
roles/it-manager.yaml:4:1: error[key-unknown] `salary` is not a field of a role
";
    assert_eq!(output.stdout, wanted);
    let wanted = format!("{NOT_IN_GIT}Checked 5 files, 3 entities: 1 error, 1 note in N s.\n");
    assert_eq!(timeless(&output.stderr), wanted);
    let quiet = check(&charter, &["--format", "concise", "--quiet"]);
    assert_eq!((quiet.stdout, quiet.stderr.as_str()), (output.stdout, ""));
}

#[test]
fn the_json_format_is_one_object_of_version_1() {
    let charter = Folder::small();
    error(&charter);
    let output = check(&charter, &["--format", "json", "--color", "always"]);
    let report: Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!(report["version"], 1);
    assert_eq!(report["summary"]["errors"], 1);
    assert_eq!(report["findings"][0]["code"], "key-unknown");
    assert_eq!(report["findings"][0]["path"], "roles/it-manager.yaml");
    let again = check(&charter, &["--format", "json"]);
    assert_eq!(again.stdout, output.stdout);
}

#[test]
fn an_exception_silences_a_finding_and_the_count_and_the_list_say_so() {
    let school = Folder::school();
    let policy = std::fs::read_to_string(school.path().join("policies/training.md")).unwrap();
    school
        .write("policies/training.md", policy.replace("last_review: 2026-07-06", "last_review: 2024-07-06"));
    let output = check(&school, &["--format", "json"]);
    let late: Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!((output.code, &late["findings"][0]["code"]), (1, &"policy-review-overdue".into()));
    school.write(
        "exceptions/late-review.yaml",
        "breaks: {rule: policy-review-overdue, target: training}\nwhy: The reader is ill.\nrisk: An old rule.\n\
         instead: The people lead reads it in January.\napproved_by: omar-farah\napproved: 2026-11-20\n\
         until: 2027-01-31\n",
    );
    let output = check(&school, &["--format", "json"]);
    let report: Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!((output.code, report["findings"].as_array().unwrap().len()), (0, 0), "{}", output.stdout);
    // The school has an exception of its own.
    assert_eq!(report["summary"]["waived"], 2);
    let waived =
        report["waived"].as_array().unwrap().iter().find(|one| one["exception"] == "late-review").unwrap();
    assert_eq!(waived["fingerprint"], late["findings"][0]["fingerprint"]);
    let full = check(&school, &[]).stdout;
    assert!(full.ends_with(". No findings, 2 waived.\n"), "{full}");
}

#[test]
fn colour_comes_only_where_it_is_wanted() {
    let charter = Folder::small();
    error(&charter);
    for format in ["full", "concise"] {
        let arguments = ["validate", "--as-of", DAY, "--format", format];
        assert!(!charter.run(&arguments).stdout.contains('\u{1b}'), "{format}: no terminal");
        let always = [&arguments[..], &["--color", "always"]].concat();
        assert!(charter.run(&always).stdout.contains('\u{1b}'), "{format}: always");
        let never = [&arguments[..], &["--color", "never"]].concat();
        let forced = output(tool(charter.path(), &never).env("CLICOLOR_FORCE", "1"));
        assert!(!forced.stdout.contains('\u{1b}'), "{format}: never");
        let forced = output(tool(charter.path(), &arguments).env("CLICOLOR_FORCE", "1"));
        assert!(forced.stdout.contains('\u{1b}'), "{format}: forced");
        let refused =
            output(tool(charter.path(), &arguments).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1"));
        assert!(!refused.stdout.contains('\u{1b}'), "{format}: NO_COLOR");
    }
}

#[test]
fn the_day_to_check_for_can_be_named() {
    let charter = Folder::small();
    let output = charter.run(&["validate", "--as-of", "2026-01-04", "--format", "concise", "--quiet"]);
    let wanted =
        "charter.yaml:7:14: error[date-backwards] `last_review` is a day that has not come: 5 January 2026\n";
    assert_eq!((output.stdout.as_str(), output.code), (wanted, 1));
    assert_eq!(charter.run(&["validate", "--as-of", "2026-01-05"]).code, 0);
    let output = charter.run(&["validate", "--as-of", "yesterday"]);
    let wanted = "error: invalid value 'yesterday' for '--as-of <YYYY-MM-DD>': `yesterday` is not a date: write the \
                  year, month and day with hyphens, such as `2025-06-02`\n\nFor more information, try '--help'.\n";
    assert_eq!((output.stderr.as_str(), output.code), (wanted, 2));
}

#[test]
fn a_folder_in_the_charter_finds_it_and_one_above_it_is_told_where_it_is() {
    let above = Folder::new();
    let charter = Folder::small();
    crate::support::copy(charter.path(), &above.path().join("it/charter"));
    let output = above.run(&["validate", "-C", "it/charter/roles", "--as-of", DAY]);
    assert_eq!(output.code, 0, "{}", output.stderr);
    let output = above.run(&["validate"]);
    let wanted = "error: no charter found in `.` or the folders above it\n\
                  help: name the folder of a charter with `-C`: `it/charter`\n";
    assert_eq!((output.stderr.as_str(), output.stdout.as_str(), output.code), (wanted, "", 2));
}

#[test]
fn no_charter_at_all_is_answered_with_how_one_starts() {
    let output = Folder::new().run(&["validate"]);
    let wanted = "error: no charter found in `.` or the folders above it\nhelp: a charter starts with a file \
                  `charter.yaml`: go to its folder or name that with `-C`\n";
    assert_eq!((output.stderr.as_str(), output.code), (wanted, 2));
    let output = Folder::new().run(&["validate", "-C", "nowhere"]);
    assert!(output.stderr.starts_with("error: failed to open folder `nowhere`"), "{}", output.stderr);
    assert_eq!(output.code, 2);
}

#[test]
fn an_empty_charter_is_a_finding_not_a_success() {
    let folder = Folder::new();
    folder.write("charter.yaml", "");
    let output = check(&folder, &["--format", "concise", "--quiet"]);
    let wanted = "charter.yaml:1:1: error[value-empty] there is nothing in this file yet\n";
    assert_eq!((output.stdout.as_str(), output.code), (wanted, 1));
}

#[test]
fn an_unknown_revision_is_answered_with_where_names_are_listed() {
    let charter = Folder::small();
    let wanted = "error: no Git repository found at `.` or the folders above it\n\
                  help: name a folder in a repository with `-C`; without Git only the files on disk can be checked: \
                  run `itcharter validate`, and leave out `--rev` and `--staged`\n";
    let output = check(&charter, &["--rev", "HEAD"]);
    assert_eq!((output.stderr.as_str(), output.code), (wanted, 2));
    charter.commit_all();
    let output = check(&charter, &["--rev", "v9"]);
    let wanted = "error: the repository has no revision `v9`\nhelp: `git branch --all` and `git tag` list the names \
                  there are; a name from a server may need `git fetch --tags` first\n";
    assert_eq!((output.stderr.as_str(), output.code), (wanted, 2));
    let output = check(&charter, &["--rev", "\u{1b}[31m"]);
    assert!(output.stderr.starts_with("error: `\\u{1b}[31m` cannot be a revision"), "{}", output.stderr);
    assert_eq!(check(&charter, &["--rev", "HEAD", "--staged"]).code, 2);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let charter = Folder::small();
    // More findings than any pipe holds.
    let line = "- {date: 2026-02-06, to: [nobody], from: A, for: B, ok_to_share: true}\n";
    charter.write("kudos/2026.yaml", line.repeat(4000));
    for format in ["concise", "full", "json"] {
        let arguments = ["validate", "--as-of", DAY, "--quiet", "--format", format];
        assert_eq!(with_closed_output(&mut tool(charter.path(), &arguments)), (0, String::new()), "{format}");
    }
}

#[test]
fn nothing_in_a_charter_steers_the_terminal() {
    let charter = Folder::small();
    charter.write("roles/\u{1b}[31m.yaml", "name: x\n");
    charter.write("roles/a\u{202e}b.yaml", "name: x\n");
    charter.append("roles/it-manager.yaml", "\"\\e]0;x\\a\": 1\nteam: \"\\e[2J\u{9b}31m\u{202e}\"\n");
    charter
        .write("teams.yaml", "- {id: it, name: \"\u{1b}]8;;https://x\u{7}\", lead: \"it-\\e[1mmanager\"}\n");
    for format in ["full", "concise", "json"] {
        let output = check(&charter, &["--format", format]);
        assert_eq!(output.code, 1);
        let raw =
            |text: &str| text.chars().find(|next| next.is_control() && *next != '\n' || *next == '\u{202e}');
        assert_eq!((raw(&output.stdout), raw(&output.stderr)), (None, None), "{format}: {}", output.stdout);
    }
}

#[test]
fn a_file_that_may_not_be_read_is_a_finding() {
    let charter = Folder::small();
    let path = charter.path().join("teams.yaml");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    // Some users may read everything.
    if std::fs::read(&path).is_ok() {
        return;
    }
    let wanted = "teams.yaml:1:1: error[file-unreadable] `teams.yaml` cannot be read: permission denied\n";
    assert_eq!(charter.findings(), wanted);
}

#[test]
fn a_wrong_argument_ends_with_2_and_help_with_0() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["frobnicate"]).code, 2);
    assert_eq!(folder.run(&[]).code, 2);
    for arguments in [&["--help"][..], &["--version"], &["validate", "--help"]] {
        let output = folder.run(arguments);
        assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{arguments:?}");
    }
}

#[test]
fn settings_change_what_is_said_and_their_own_faults_have_a_place() {
    let charter = Folder::small();
    warning(&charter);
    charter.write(".itcharter.yaml", format!("{SMALL}  yaml-surprise: off\n"));
    assert_eq!(check(&charter, &["--fail-on", "note"]).code, 0);
    charter.write(".itcharter.yaml", format!("{SMALL}  yaml-suprise: off\n"));
    let output = check(&charter, &["--format", "concise"]);
    let wanted = ".itcharter.yaml:7:3: error[settings-unknown-rule] no rule or group of rules is called `yaml-suprise`";
    assert!(output.stdout.starts_with(wanted), "{}", output.stdout);
    assert_eq!(output.code, 1);
}

#[test]
fn the_full_format_ends_with_the_topics_unless_it_is_quiet_or_something_cannot_be_read() {
    let charter = Folder::school();
    let topics = "\
Topics  ● communication  ● growth  ● collaboration  ● recognition  ● work and life
        ● ethics  ● roles  ● pressure  ● respect  ● pay
";
    assert!(check(&charter, &[]).stdout.starts_with(topics), "{}", check(&charter, &[]).stdout);
    assert!(!check(&charter, &["--quiet"]).stdout.contains("Topics"));
    assert!(!check(&charter, &["--format", "concise"]).stdout.contains("Topics"));
    charter.append("growth.yaml", "ownr: it-manager\n");
    let output = check(&charter, &[]);
    assert!(output.code == 1 && !output.stdout.contains("Topics"), "{}", output.stdout);
}

#[test]
fn a_topic_with_findings_says_how_many() {
    let charter = Folder::school();
    charter.replace("roles/service-desk.yaml", "backup: dev-patel", "backup: nobody-here");
    let output = check(&charter, &[]);
    assert!(output.stdout.contains("◐ roles (1 finding)"), "{}", output.stdout);
}

#[test]
fn the_first_check_of_a_new_charter_says_few_things() {
    let charter = Folder::small();
    std::fs::remove_file(charter.path().join(".itcharter.yaml")).unwrap();
    let output = check(&charter, &["--format", "concise", "--quiet"]);
    let codes: Vec<&str> = output.stdout.lines().filter_map(|line| line.split(['[', ']']).nth(1)).collect();
    let wanted =
        ["meeting-missing-kind", "cover-topic-missing", "role-vacant", "role-no-backup", "role-no-limits"];
    assert_eq!(codes, wanted, "{}", output.stdout);
}
