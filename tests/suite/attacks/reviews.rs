//! Reviews that do not count.

use crate::attacks::{AMARA, Attack, CHLOE, ELLA, holds};

/// One review of GitHub.
fn review(login: &str, state: &str, commit: &str, at: u8) -> String {
    let kind = if login.ends_with("[bot]") { "Bot" } else { "User" };
    format!(
        r#"{{"id": {at}, "user": {{"login": "{login}", "id": 1, "type": "{kind}"}}, "state": "{state}", "commit_id": "{commit}", "submitted_at": "2026-11-20T10:00:0{at}Z"}}"#
    )
}

/// Asks with these reviews.
fn with(attack: &Attack, reviews: &[String], more: &[&str]) -> crate::support::Output {
    let path = attack.folder.path().join(".git/reviews.json");
    std::fs::write(&path, format!("[{}]", reviews.join(","))).unwrap();
    attack.approvals(&[&["--reviews", path.to_str().unwrap()], more].concat())
}

/// The limit is raised by the one who gains by it.
fn raised() -> Attack {
    let attack = Attack::new();
    attack.raise().commit(CHLOE, "raise");
    attack
}

const AGREED: &str = "    [agreed] IT manager (answers for it; the next step up): Amara Okafor\n";
const MISSING: &str = "    [missing] IT manager (answers for it; the next step up): Amara Okafor\n";

#[test]
fn a_review_of_the_newest_commit_by_the_right_person_counts() {
    let attack = raised();
    let output = with(&attack, &[review("Brookfield-Amara", "APPROVED", &attack.head(), 1)], &[]);
    assert_eq!(output.code, 0, "{}", output.stdout);
    holds(&output.stdout, AGREED);
    holds(&output.stdout, "Agreed\n  - Amara Okafor: agreed on GitHub\n");
}

#[test]
fn a_push_after_the_review_makes_it_void() {
    let attack = raised();
    let old = attack.head();
    attack.folder.replace("responsibilities.yaml", "500 GBP", "900 GBP");
    attack.commit(CHLOE, "more");
    let output = with(&attack, &[review("brookfield-amara", "APPROVED", &old, 1)], &[]);
    assert_eq!(output.code, 1);
    holds(&output.stdout, MISSING);
    let line = format!(
        "Does not count\n  - github:brookfield-amara agreed to commit `{}`, which is not the newest, `{}`\n",
        &old[..12],
        &attack.head()[..12]
    );
    holds(&output.stdout, &line);
}

#[test]
fn a_review_is_not_about_files_that_are_not_committed() {
    let attack = raised();
    attack.folder.replace("responsibilities.yaml", "500 GBP", "900 GBP");
    let path = attack.folder.path().join(".git/reviews.json");
    std::fs::write(&path, format!("[{}]", review("brookfield-amara", "APPROVED", &attack.head(), 1)))
        .unwrap();
    let arguments = ["approvals", "main", "--as-of", crate::support::DAY, "--quiet", "--reviews"];
    let output = attack.folder.run(&[&arguments[..], &[path.to_str().unwrap()]].concat());
    assert_eq!(output.code, 1);
    holds(&output.stdout, MISSING);
    let line =
        "  - github:brookfield-amara agreed to a commit, and the change is not one; name `BASE..HEAD`\n";
    holds(&output.stdout, line);
    holds(
        &output.stdout,
        "Notes\n  - the change is not a commit, so who wrote it is known from `--author` only",
    );
}

#[test]
fn a_commit_that_changes_nothing_leaves_a_review_as_it_is() {
    let attack = raised();
    let reviewed = attack.head();
    attack.commit(CHLOE, "run the checks again");
    let output = with(&attack, &[review("brookfield-amara", "APPROVED", &reviewed, 1)], &[]);
    assert_eq!(output.code, 0, "{}", output.stdout);
}

#[test]
fn the_latest_word_of_a_person_counts_and_a_comment_takes_nothing_back() {
    let attack = raised();
    let head = attack.head();
    let by = |state: &str, at: u8| review("brookfield-amara", state, &head, at);
    let states = |states: &[&str]| {
        let reviews: Vec<String> = (1..).zip(states).map(|(at, state)| by(state, at)).collect();
        with(&attack, &reviews, &[])
    };
    assert_eq!(states(&["APPROVED", "COMMENTED"]).code, 0);
    assert_eq!(states(&["CHANGES_REQUESTED", "APPROVED"]).code, 0);
    let taken_back = states(&["APPROVED", "CHANGES_REQUESTED"]);
    assert_eq!(taken_back.code, 1);
    holds(&taken_back.stdout, "  - github:brookfield-amara asked for changes\n");
    let dismissed = states(&["DISMISSED"]);
    holds(&dismissed.stdout, "  - github:brookfield-amara has a review that was dismissed\n");
}

#[test]
fn programs_strangers_and_the_wrong_people_do_not_count() {
    let attack = raised();
    let head = attack.head();
    let reviews =
        ["helper[bot]", "amara-okafor", "brookfield-ben"].map(|who| review(who, "APPROVED", &head, 1));
    let output = with(&attack, &reviews, &[]);
    assert_eq!(output.code, 1);
    holds(&output.stdout, MISSING);
    holds(&output.stdout, "  - github:helper[bot] is a program, and programs do not agree\n");
    // An account that is called like somebody's id is not theirs.
    holds(&output.stdout, "  - github:amara-okafor is nobody in the charter at the base\n");
    holds(&output.stdout, "  - Ben Hughes: agreed on GitHub\n");
}

#[test]
fn who_wrote_a_part_of_it_does_not_agree_to_it_by_whatever_name() {
    let attack = Attack::new();
    attack.raise().commit(CHLOE, &format!("raise\n\nCo-authored-by: {AMARA}"));
    let output = with(&attack, &[review("brookfield-amara", "APPROVED", &attack.head(), 1)], &[]);
    assert_eq!(output.code, 1);
    holds(
        &output.stdout,
        "  - github:brookfield-amara wrote the change, and nobody agrees to what they wrote themselves\n",
    );
    holds(
        &output.stdout,
        "      Amara Okafor wrote the change\n      so it falls to Ben Hughes, who takes over for IT manager\n",
    );
    let other = Attack::new();
    other.raise().commit("A <amara@home.example>", "raise");
    holds(&other.refused(&["--approved-by", "amara-okafor"]), "  - amara-okafor wrote the change");
    let opened = raised();
    holds(
        &opened.refused(&["--author", "github:brookfield-amara", "--approved-by", "amara-okafor"]),
        "wrote the change",
    );
}

#[test]
fn a_stranger_who_wrote_it_is_in_the_way_until_somebody_says_who_opened_it() {
    let attack = Attack::new();
    attack.raise().commit("Eve <eve@elsewhere.example>", "raise");
    let text = attack.refused(&["--approved-by", "amara-okafor"]);
    let line = format!(
        "In the way\n  - commit `{}` was written by Eve <eve@elsewhere.example>, who is nobody in the charter at the \
         base; `--author` can say who opened the change\n",
        &attack.head()[..12]
    );
    holds(&text, &line);
    let program = Attack::new();
    program.raise().commit("Tidy <7+tidy[bot]@users.noreply.github.com>", "raise");
    holds(
        &program.refused(&["--approved-by", "amara-okafor"]),
        "who is nobody in the charter at the base; `--author`",
    );
    let named = attack.approvals(&["--approved-by", "amara-okafor", "--author", "github:eve"]);
    assert_eq!(named.code, 0, "{}", named.stdout);
    holds(&named.stdout, "  - Eve <eve@elsewhere.example>, who is nobody in the charter at the base\n");
}

#[test]
fn gitlabs_approvals_count_only_for_a_commit_that_is_named() {
    let attack = raised();
    let path = attack.folder.path().join(".git/approvals.json");
    std::fs::write(&path, r#"{"approved_by": [{"user": {"id": 4, "username": "brookfield-amara"}}]}"#)
        .unwrap();
    let file = path.to_str().unwrap();
    let text = attack.refused(&["--reviews", file]);
    holds(
        &text,
        "  - gitlab:brookfield-amara agreed to a commit that the file does not name; `--reviews-commit` can\n",
    );
    let named = attack.approvals(&["--reviews", file, "--reviews-commit", &attack.head()]);
    assert_eq!(named.code, 0, "{}", named.stdout);
    holds(&named.stdout, "  - Amara Okafor: agreed on GitLab\n");
}

#[test]
fn reviews_that_cannot_be_read_are_an_error() {
    let attack = raised();
    let path = attack.folder.path().join(".git/none.json");
    std::fs::write(&path, "{\"message\": \"Not Found\"}").unwrap();
    let output = attack.approvals(&["--reviews", path.to_str().unwrap(), "--approved-by", "amara-okafor"]);
    assert_eq!((output.code, output.stdout.as_str()), (2, ""));
    holds(
        &output.stderr,
        "it holds neither reviews of a GitHub pull request nor approvals of a GitLab merge request",
    );
}

#[test]
fn two_accounts_of_one_person_are_one_voice() {
    let attack = Attack::on(|folder| {
        folder.append("charter.yaml", "agreements:\n  - {to: power-widened, people: 2}\n");
        let file = "handles: {github: brookfield-amara, gitlab: brookfield-amara}";
        folder.replace("people/amara-okafor.yaml", file, "handles: {github: brookfield-amara, gitlab: am}");
    });
    attack.raise().commit(ELLA, "raise");
    let path = attack.folder.path().join(".git/both.json");
    let gitlab = r#"{"approved_by": [{"user": {"id": 4, "username": "am"}}]}"#;
    let github = format!("[{}]", review("brookfield-amara", "APPROVED", &attack.head(), 1));
    std::fs::write(&path, format!("{github}{gitlab}")).unwrap();
    let head = attack.head();
    let text = attack.refused(&["--reviews", path.to_str().unwrap(), "--reviews-commit", &head]);
    let threshold = "    at least 2 different people; so far 1; only 1 can, so `agreements` in `charter.yaml` must name more \
                     roles for it\n";
    holds(&text, threshold);
    holds(&text, "\nStill to agree: 2 different people. [change-missing-approval]\n");
}
