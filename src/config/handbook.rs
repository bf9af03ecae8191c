//! Settings of the handbook.

use schemars::JsonSchema;
use serde::Deserialize;

/// Settings of the handbook.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HandbookSettings {
    /// Address at which the handbook is published, for feeds, the site map and shared links.
    #[schemars(example = &"https://handbook.example/it/")]
    pub site: Option<String>,
    /// Address at which a file of the charter can be edited; `{path}` stands for the file.
    #[schemars(example = &"https://git.example/it/charter/edit/main/{path}")]
    pub edit: Option<String>,
    /// Since when `render` tells what changed, as `--changes` takes it: a revision or a day, two of them with `..` between,
    /// or `last tag` for the newest tag before the commit that is read.
    #[schemars(example = &LAST_TAG)]
    pub changes: Option<String>,
}

impl HandbookSettings {
    /// Returns the address of the published handbook's folder, with a slash at its end.
    pub fn base(&self) -> Option<String> {
        let site = self.site.as_deref().filter(|site| is_site(site))?;
        Some(if site.ends_with('/') { site.to_owned() } else { format!("{site}/") })
    }
}

/// The words for the newest tag before the commit that is read; no revision has a space.
pub const LAST_TAG: &str = "last tag";

/// Says whether a text names since when changes are told: one moment, or two with `..` between. Revisions are names and
/// steps back from them alone: nothing that searches.
pub(super) fn is_range(text: &str) -> bool {
    let is_part = |one: char| one.is_alphanumeric() || "-._/~^".contains(one);
    let is_name = |text: &str| !text.starts_with(['-', '.']) && !text.contains("..");
    let is_moment =
        |text: &str| text == LAST_TAG || (!text.is_empty() && is_name(text) && text.chars().all(is_part));
    match text.split_once("..") {
        Some((since, until)) => is_moment(since) && (until.is_empty() || is_moment(until)),
        None => is_moment(text),
    }
}

/// Says whether a text is the address of a folder on the web: `https://handbook.example/it/`.
pub(super) fn is_site(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let Some(rest) = rest else { return false };
    let host = rest.split('/').next().unwrap_or_default();
    let in_host = |byte: u8| byte.is_ascii_alphanumeric() || b"-.:[]".contains(&byte);
    let in_path = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%/:@!$()*+,;=[]".contains(&byte);
    host.starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '[')
        && host.bytes().all(in_host)
        && rest.bytes().all(in_path)
}

#[cfg(test)]
mod tests {
    use super::{HandbookSettings, is_range};

    #[test]
    fn changes_are_told_since_names_and_days_alone() {
        for good in
            ["last tag", "v1.2", "2026-01-01", "v1..v2", "2026-01-01..2026-06-30", "main~3..", "release/ü^"]
        {
            assert!(is_range(good), "{good}");
        }
        for bad in
            ["", "..", "..v2", "v1...v2", "v1..v2..v3", "-x", "HEAD:a", "HEAD@{1}", ":/x", "HEAD^{/x}", "a b"]
        {
            assert!(!is_range(bad), "{bad}");
        }
    }

    #[test]
    fn only_addresses_of_folders_on_the_web_are_sites() {
        let base = |site: &str| HandbookSettings { site: Some(site.to_owned()), ..Default::default() }.base();
        assert_eq!(base("https://x.example").as_deref(), Some("https://x.example/"));
        assert_eq!(base("http://x.example:8080/it/").as_deref(), Some("http://x.example:8080/it/"));
        for bad in [
            "",
            "https://",
            "ftp://x",
            "javascript:alert(1)",
            "//x",
            "https:///x",
            "https://x/?q",
            "https://x/#a",
            "https://x y",
            "https://a@b/",
            "https://x/\"><script>",
            "https://x/\u{202e}",
        ] {
            assert_eq!(base(bad), None, "{bad}");
        }
    }
}
