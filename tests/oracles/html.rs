//! Pages hold no markup but ours: a strict reader that knows the small part of HTML that the tool writes, and takes
//! everything else for an injection.

use std::collections::BTreeSet;

/// Elements without an end.
const VOID: [&str; 9] = ["br", "hr", "img", "input", "link", "meta", "col", "wbr", "source"];

/// Elements that we write.
const ELEMENTS: [&str; 65] = [
    "a",
    "b",
    "blockquote",
    "body",
    "br",
    "caption",
    "circle",
    "code",
    "dd",
    "del",
    "desc",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "img",
    "li",
    "line",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "path",
    "pattern",
    "pre",
    "rect",
    "script",
    "section",
    "span",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "text",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "tspan",
    "ul",
];

/// Attributes that we write; none of them runs anything.
const ATTRIBUTES: [&str; 56] = [
    "alt",
    "aria-current",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "blocking",
    "charset",
    "class",
    "colspan",
    "content",
    "cx",
    "cy",
    "d",
    "data-label",
    "data-means",
    "data-up",
    "datetime",
    "decoding",
    "defer",
    "dir",
    "fill",
    "height",
    "href",
    "hreflang",
    "http-equiv",
    "id",
    "lang",
    "loading",
    "name",
    "open",
    "overflow",
    "property",
    "r",
    "rel",
    "role",
    "rowspan",
    "rx",
    "ry",
    "scope",
    "src",
    "start",
    "stroke-width",
    "tabindex",
    "text-anchor",
    "title",
    "transform",
    "type",
    "viewBox",
    "width",
    "x",
    "x1",
    "x2",
    "xmlns",
    "y",
    "y1",
    "y2",
];

/// HTML that our Markdown pages may hold.
const MARKS: [&str; 8] = ["a", "b", "br", "code", "details", "strong", "sub", "summary"];

/// One start tag.
#[derive(Debug)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
}

/// Holds a page: it is balanced, every attribute is quoted, and every element, attribute and address is one that we
/// write.
pub(crate) fn hold(path: &str, text: &str) {
    let mut ids = BTreeSet::new();
    for tag in read(path, text) {
        assert!(ELEMENTS.contains(&tag.name.as_str()), "{path}: an element <{}> is not ours", tag.name);
        for (name, value) in &tag.attributes {
            assert!(
                ATTRIBUTES.contains(&name.as_str()),
                "{path}: <{} {name}={value:?}> is not ours",
                tag.name
            );
            if name == "id" {
                assert!(ids.insert(value.clone()), "{path}: two elements have the id {value:?}");
            }
            if matches!(name.as_str(), "href" | "src" | "action" | "xlink:href") {
                hold_address(path, value, tag.name == "a");
            }
        }
        if tag.name == "script" {
            let source =
                tag.attributes.iter().find(|(name, _)| name == "src").map(|(_, value)| value.as_str());
            let ours = source.map(|source| source.trim_start_matches("../"));
            let known = ["assets/handbook.js", "assets/figures.js"];
            assert!(
                ours.is_some_and(|ours| known.contains(&ours)),
                "{path}: a script that is not ours: {ours:?}"
            );
        }
    }
}

/// Holds an address to the schemes that lead to pages and people; what is shown must lie in the handbook.
fn hold_address(path: &str, address: &str, is_link: bool) {
    let plain: String = decoded(address)
        .chars()
        .filter(|character| !character.is_control() && !character.is_whitespace())
        .collect::<String>()
        .to_lowercase();
    // A picture of nothing: the browser shall not ask for one.
    if plain == "data:," && !is_link {
        return;
    }
    let scheme = plain.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte))
    });
    match scheme {
        None => {
            assert!(!plain.starts_with("//") && !plain.starts_with('\\'), "{path}: leads away: {address:?}")
        }
        Some("http" | "https" | "mailto" | "tel") if is_link => {}
        Some("https" | "http") if address.ends_with(".html") || address.ends_with('/') => {}
        Some(_) => panic!("{path}: an address that may do something: {address:?}"),
    }
}

/// Reads the tags of a page; anything that a browser could take for something else is a failure.
fn read(path: &str, text: &str) -> Vec<Tag> {
    let mut rest = text
        .get(.."<!doctype html>".len())
        .filter(|start| start.eq_ignore_ascii_case("<!doctype html>"))
        .map_or(text, |start| &text[start.len()..]);
    let mut open: Vec<String> = Vec::new();
    let mut tags = Vec::new();
    while let Some(at) = rest.find('<') {
        let whole = &rest[at..];
        let fail =
            |why: &str| -> ! { panic!("{path}: {why}: {:?}", whole.chars().take(120).collect::<String>()) };
        if let Some(after) = whole.strip_prefix("</") {
            let Some((name, after)) = after.split_once('>') else { fail("an end tag that does not end") };
            if open.pop().as_deref() != Some(name) {
                fail("an end tag without its start");
            }
            rest = after;
            continue;
        }
        let (tag, closed, after) = tag(&whole[1..]).unwrap_or_else(|why| fail(why));
        if !closed && !VOID.contains(&tag.name.as_str()) {
            open.push(tag.name.clone());
        }
        tags.push(tag);
        rest = after;
    }
    assert!(open.is_empty(), "{path}: not closed: {open:?}");
    tags
}

/// Reads a start tag from behind its `<`; also says whether it closes itself, and what follows.
fn tag(text: &str) -> Result<(Tag, bool, &str), &'static str> {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-:".contains(&byte);
    let end = text.bytes().position(|byte| !is_name(byte)).ok_or("a tag that does not end")?;
    let mut tag = Tag { name: text[..end].to_owned(), attributes: Vec::new() };
    if !tag.name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return Err("a sign that opens a tag and has no name");
    }
    let mut rest = &text[end..];
    loop {
        let trimmed = rest.trim_start_matches([' ', '\n']);
        if let Some(after) = trimmed.strip_prefix("/>") {
            return Ok((tag, true, after));
        }
        if let Some(after) = trimmed.strip_prefix('>') {
            return Ok((tag, false, after));
        }
        if trimmed.len() == rest.len() {
            return Err("no space before an attribute");
        }
        let end = trimmed.bytes().position(|byte| !is_name(byte)).ok_or("an attribute that does not end")?;
        let name = trimmed[..end].to_owned();
        if name.is_empty() || tag.attributes.iter().any(|(known, _)| *known == name) {
            return Err("an attribute without a name, or twice");
        }
        rest = &trimmed[end..];
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let quoted = after.strip_prefix('"').ok_or("an attribute without quotes")?;
            (value, rest) = quoted.split_once('"').ok_or("an attribute that does not end")?;
            if value.contains('<') {
                return Err("an attribute with a tag in it");
            }
        }
        tag.attributes.push((name, value.to_owned()));
    }
}

fn decoded(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// Holds a Markdown page: read by a reader that lets HTML through, it holds no element but anchors and marks of ours.
pub(crate) fn hold_markdown(path: &str, text: &str) {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    for event in
        Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_GFM)
    {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => hold_raw(path, &html),
            Event::Start(Tag::Link { dest_url, .. }) => hold_address(path, &dest_url, true),
            Event::Start(Tag::Image { dest_url, .. }) => hold_address(path, &dest_url, false),
            _ => {}
        }
    }
}

/// Holds a piece of HTML in Markdown.
fn hold_raw(path: &str, html: &str) {
    // An empty comment keeps two lists apart; a comment below a pull request says which one it is.
    let known = ["<!-- -->", "<!-- itcharter-diff -->", "<!-- itcharter-approvals -->"];
    let html = known.iter().fold(html.to_owned(), |html, comment| html.replace(comment, ""));
    let mut rest = html.as_str();
    while let Some(at) = rest.find('<') {
        let whole = rest[at + 1..].trim_start_matches('/');
        let (tag, _, after) = tag(whole).unwrap_or_else(|why| panic!("{path}: {why}: {html:?}"));
        assert!(MARKS.contains(&tag.name.as_str()), "{path}: raw HTML: {html:?}");
        for (name, _) in &tag.attributes {
            assert!(["id", "open"].contains(&name.as_str()), "{path}: raw HTML: {html:?}");
        }
        rest = after;
    }
}
