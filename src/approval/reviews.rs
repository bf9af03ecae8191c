//! Reviews as forges give them: GitHub's list of the reviews of a pull request, GitLab's approvals of a merge request.

use serde::Deserialize;
use serde_json::Value;

/// What a review says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Yes.
    Approved,
    /// No, or taken back.
    Void(&'static str),
}

/// One review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Review {
    /// `github` or `gitlab`.
    pub(super) site: &'static str,
    /// The account's name.
    pub(super) account: String,
    /// The account's number.
    pub(super) number: Option<u64>,
    /// Whether the forge says that it is a program.
    pub(super) bot: bool,
    /// What it says.
    pub(super) verdict: Verdict,
    /// The commit it is about, where the forge says so.
    pub(super) commit: Option<String>,
    /// When it was given, as written; sorts by time.
    at: String,
    /// The review's own number.
    id: u64,
}

#[derive(Deserialize)]
struct GitHub {
    id: Option<u64>,
    user: Option<Account>,
    state: String,
    commit_id: Option<String>,
    submitted_at: Option<String>,
}

#[derive(Deserialize)]
struct Account {
    #[serde(alias = "username")]
    login: String,
    id: Option<u64>,
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    bot: bool,
}

#[derive(Deserialize)]
struct GitLab {
    approved_by: Vec<GitLabApproval>,
}

#[derive(Deserialize)]
struct GitLabApproval {
    user: Account,
}

/// Reads the reviews in a text, oldest first; several answers of a forge may follow each other.
pub(super) fn read(text: &str) -> Result<Vec<Review>, String> {
    let mut reviews = Vec::new();
    let mut any = false;
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        any = true;
        add(value.map_err(|error| error.to_string())?, &mut reviews)?;
    }
    if !any {
        return Err("it is empty".to_owned());
    }
    reviews.sort_by(|left, right| (&left.at, left.id).cmp(&(&right.at, right.id)));
    Ok(reviews)
}

fn add(value: Value, reviews: &mut Vec<Review>) -> Result<(), String> {
    match value {
        Value::Array(items) => items.into_iter().try_for_each(|item| add(item, reviews)),
        Value::Object(ref fields) if fields.contains_key("approved_by") => {
            let found: GitLab = serde_json::from_value(value).map_err(|error| error.to_string())?;
            reviews.extend(found.approved_by.into_iter().map(|approval| gitlab(approval.user)));
            Ok(())
        }
        Value::Object(ref fields) if fields.contains_key("state") && fields.contains_key("user") => {
            let found: GitHub = serde_json::from_value(value).map_err(|error| error.to_string())?;
            reviews.extend(github(found));
            Ok(())
        }
        Value::Object(_) | Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            Err("it holds neither reviews of a GitHub pull request nor approvals of a GitLab merge request"
                .to_owned())
        }
    }
}

fn gitlab(user: Account) -> Review {
    Review {
        site: "gitlab",
        account: user.login,
        number: user.id,
        bot: user.bot,
        verdict: Verdict::Approved,
        commit: None,
        at: String::new(),
        id: 0,
    }
}

/// A comment says neither yes nor no, and one that is not yet sent says nothing.
fn github(review: GitHub) -> Option<Review> {
    let verdict = match review.state.to_ascii_uppercase().as_str() {
        "APPROVED" => Verdict::Approved,
        "CHANGES_REQUESTED" => Verdict::Void("asked for changes"),
        "DISMISSED" => Verdict::Void("has a review that was dismissed"),
        "COMMENTED" | "PENDING" => return None,
        _ => Verdict::Void("has a review in a state that is not known"),
    };
    let user = review.user?;
    Some(Review {
        site: "github",
        bot: user.kind.eq_ignore_ascii_case("bot"),
        account: user.login,
        number: user.id,
        verdict,
        commit: review.commit_id,
        at: review.submitted_at.unwrap_or_default(),
        id: review.id.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Verdict, read};

    #[test]
    fn both_forges_are_told_apart_by_content_and_pages_may_follow_each_other() {
        let github = |at: u8, state: &str| {
            format!(
                r#"{{"id": {at}, "user": {{"login": "ada", "id": 7, "type": "User"}}, "state": "{state}", "commit_id": "abc", "submitted_at": "2026-01-0{at}T00:00:00Z"}}"#
            )
        };
        let text = format!(
            "[{}][[{}], [{}]]",
            github(3, "APPROVED"),
            github(1, "COMMENTED"),
            github(2, "DISMISSED")
        );
        let found: Vec<_> = read(&text).unwrap().into_iter().map(|one| (one.id, one.verdict)).collect();
        assert_eq!(found, [(2, Verdict::Void("has a review that was dismissed")), (3, Verdict::Approved)]);
        let text =
            r#"{"approved": true, "approved_by": [{"user": {"id": 5, "username": "moss", "bot": true}}]}"#;
        let found = read(text).unwrap();
        assert_eq!((found[0].site, found[0].account.as_str(), found[0].bot), ("gitlab", "moss", true));
        assert_eq!(found[0].commit, None);
    }

    #[test]
    fn what_is_no_review_is_refused() {
        for text in ["", "{}", "[1]", "[{\"state\": 1, \"user\": null}]", "no"] {
            assert!(read(text).is_err(), "{text}");
        }
        assert_eq!(read("[]").unwrap(), []);
    }
}
