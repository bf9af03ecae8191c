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
}

impl HandbookSettings {
    /// Returns the address of the published handbook's folder, with a slash at its end.
    pub fn base(&self) -> Option<String> {
        let site = self.site.as_deref().filter(|site| is_site(site))?;
        Some(if site.ends_with('/') { site.to_owned() } else { format!("{site}/") })
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
    use super::HandbookSettings;

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
