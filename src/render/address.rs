//! Relative addresses between the files of a handbook; they work from a file share and on a forge alike.

use crate::handbook::Target;
use crate::render::Format;

/// Schemes that a link out of the handbook may have.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The place addresses are relative to: one page in one format.
#[derive(Clone, Copy, Debug)]
pub(super) struct Address<'a> {
    /// Path of the page, as in [`crate::handbook::Page::path`].
    pub(super) page: &'a str,
    /// The format its links stay in.
    pub(super) format: Format,
}

impl Address<'_> {
    /// Returns the way up to the handbook's folder: empty, `../`, `../../`.
    pub(super) fn root(self) -> String {
        "../".repeat(depth(self.page))
    }

    /// Returns the address of `target` with every unsafe character encoded; `None` where a link must not lead.
    pub(super) fn of(self, target: &Target) -> Option<String> {
        match target {
            Target::Page { path, anchor: Some(anchor) } if path == self.page => {
                Some(format!("#{}", encode(anchor)))
            }
            Target::Page { path, anchor } => {
                let mut address = self.to_file(&file_of(path, self.format));
                if let Some(anchor) = anchor {
                    address.push('#');
                    address.push_str(&encode(anchor));
                }
                Some(address)
            }
            Target::Picture(path) => Some(self.to_file(path)),
            Target::Outside(address) => outside(address),
        }
    }

    fn to_file(self, path: &str) -> String {
        let (mut here, mut there) = (self.page, path);
        while let (Some((folder, below)), Some((other, rest))) = (here.split_once('/'), there.split_once('/'))
            && folder == other
        {
            (here, there) = (below, rest);
        }
        let mut address = "../".repeat(depth(here));
        address.push_str(&encode(there));
        address
    }
}

/// Returns the number of folders above the page at `path`.
pub(super) fn depth(path: &str) -> usize {
    path.matches('/').count()
}

/// Returns the file of the page at `path`; forges show `README.md` for a folder, so the start page has that name.
pub(super) fn file_of(path: &str, format: Format) -> String {
    match (format, path) {
        (Format::Markdown, "index") => "README.md".to_owned(),
        (Format::Html | Format::Markdown | Format::Json, _) => format!("{path}.{}", format.ending()),
    }
}

/// Percent-encodes what is not plain in a path or an anchor.
pub(super) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            push_percent(&mut encoded, byte);
        }
    }
    encoded
}

/// Returns an address out of the handbook if its scheme is one that people expect behind a link.
fn outside(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once(':')?;
    if rest.is_empty() || !SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return None;
    }
    let mut encoded = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() && !b"\"'<>\\^`{|}()".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            push_percent(&mut encoded, byte);
        }
    }
    Some(encoded)
}

fn push_percent(text: &mut String, byte: u8) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    text.push('%');
    text.push(char::from(DIGITS[usize::from(byte >> 4)]));
    text.push(char::from(DIGITS[usize::from(byte & 15)]));
}

#[cfg(test)]
mod tests {
    use crate::handbook::Target;
    use crate::render::Format;
    use crate::render::address::{Address, file_of};

    fn link(from: &str, format: Format, target: &Target) -> Option<String> {
        Address { page: from, format }.of(target)
    }

    fn page(path: &str, anchor: Option<&str>) -> Target {
        Target::Page { path: path.into(), anchor: anchor.map(Into::into) }
    }

    #[test]
    fn links_between_pages_are_relative_to_the_page_they_are_on() {
        let from = |from, to| link(from, Format::Html, &page(to, None)).unwrap();
        assert_eq!(from("index", "roles"), "roles.html");
        assert_eq!(from("index", "roles/dpo"), "roles/dpo.html");
        assert_eq!(from("roles/dpo", "roles/cio"), "cio.html");
        assert_eq!(from("roles/dpo", "index"), "../index.html");
        assert_eq!(from("pages/a/b", "roles/dpo"), "../../roles/dpo.html");
        assert_eq!(from("a", "a/b"), "a/b.html");
        assert_eq!(from("a/b", "a"), "../a.html");
    }

    #[test]
    fn the_start_page_is_the_readme_of_the_markdown_handbook() {
        assert_eq!(file_of("index", Format::Markdown), "README.md");
        assert_eq!(file_of("index", Format::Html), "index.html");
        assert_eq!(file_of("roles/index", Format::Markdown), "roles/index.md");
        assert_eq!(link("roles/a", Format::Markdown, &page("index", None)).unwrap(), "../README.md");
    }

    #[test]
    fn an_anchor_on_the_same_page_needs_no_file() {
        assert_eq!(link("a/b", Format::Html, &page("a/b", Some("top"))).unwrap(), "#top");
        assert_eq!(link("a/b", Format::Html, &page("a/c", Some("top"))).unwrap(), "c.html#top");
        assert_eq!(link("a/b", Format::Html, &page("a/b", None)).unwrap(), "b.html");
    }

    #[test]
    fn odd_characters_in_paths_are_encoded() {
        assert_eq!(
            link("a", Format::Html, &page("x:\"<é", Some("a b"))).unwrap(),
            "x%3A%22%3C%C3%A9.html#a%20b"
        );
        assert_eq!(
            link("a/b", Format::Html, &Target::Picture("pages/f(1).png".into())).unwrap(),
            "../pages/f%281%29.png"
        );
    }

    #[test]
    fn only_expected_schemes_lead_out() {
        let out = |address: &str| link("a", Format::Html, &Target::Outside(address.into()));
        assert_eq!(out("https://example.org/a?b=c&d#e").as_deref(), Some("https://example.org/a?b=c&d#e"));
        assert_eq!(out("MAILTO:it@example.org").as_deref(), Some("MAILTO:it@example.org"));
        assert_eq!(out("https://e.org/\"onmouseover=").as_deref(), Some("https://e.org/%22onmouseover="));
        assert_eq!(out("https://e.org/a b\n(c)").as_deref(), Some("https://e.org/a%20b%0A%28c%29"));
        for bad in [
            "javascript:alert(1)",
            " javascript:x",
            "java\nscript:x",
            "data:text/html,x",
            "//e.org",
            "x",
            "tel:",
        ] {
            assert_eq!(out(bad), None, "{bad}");
        }
    }
}
