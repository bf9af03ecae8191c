//! All pages in one file that needs nothing else: to send, to keep, to print.

use base64ct::{Base64, Encoding as _};
use minijinja::{Value, context};
use sha2::{Digest, Sha256};

use crate::handbook::{Handbook, Page, Target};
use crate::render::context::{direction, logo, safe, templates};
use crate::render::html::{Whole, Writer};
use crate::render::media::media_type;
use crate::render::theme::Theme;
use crate::render::{Artifact, RenderError};

/// The file that holds all pages.
pub const FILE: &str = "handbook.html";
/// The page that only searches; in one file the browser does.
const FIND: &str = "find";

/// Writes all pages of a handbook into one file.
pub(super) fn artifact(handbook: &Handbook, theme: &Theme) -> Result<Artifact, RenderError> {
    let order = order(handbook);
    let pictures = handbook
        .pictures
        .iter()
        .map(|picture| (picture.path.clone(), data_address(&picture.path, &picture.bytes)));
    let whole = Whole::new(order.iter().map(|page| page.path.clone()).collect(), pictures.collect());
    let mut writer = Writer::in_one_file(&whole).speaking(handbook.words);
    let words = templates(handbook);
    let mut sheets = String::new();
    for page in &order {
        writer.turn_to(&page.path, &handbook.glossary);
        let first = handbook.sections.iter().any(|section| section.path == page.path);
        sheets
            .push_str(&theme.render("sheet.html.jinja", sheet(handbook, page, first, &words, &mut writer))?);
        sheets.push('\n');
    }
    let (style, script) = (style(handbook, theme, &whole), theme.script_of_one_file());
    let policy = format!(
        "default-src 'none'; style-src '{}'; img-src data:; font-src data:; script-src '{}'; base-uri 'none'; \
         form-action 'none'",
        fingerprint(&style),
        fingerprint(&script)
    );
    let values = context! {
        handbook => context! {
            org => &handbook.org,
            name => &handbook.name,
            language => &handbook.language,
            direction => direction(&handbook.language),
            version => &handbook.version,
            as_of => &handbook.as_of,
            logo => logo(handbook, |path| whole.picture(path)),
        },
        words => &words,
        policy => safe(policy),
        icon => safe(data_address("icon.svg", theme.icon().as_bytes())),
        style => safe(style),
        script => safe(script),
        contents => contents(handbook, &order, &mut writer),
        sheets => safe(sheets),
    };
    let mut text = theme.render("whole.html.jinja", values)?;
    if !text.ends_with('\n') {
        text.push('\n');
    }
    Ok(Artifact { path: FILE.to_owned(), bytes: text.into_bytes() })
}

/// Returns the style with the charter's own settings, in which nothing can end it.
fn style(handbook: &Handbook, theme: &Theme, whole: &Whole) -> String {
    let own = handbook.theme.styles(|path| whole.picture(path));
    format!("{}{own}", theme.style_of_one_file()).replace("</", "<\\/")
}

/// Returns the pages in reading order: the start page, the sections, and what stands in none.
fn order(handbook: &Handbook) -> Vec<&Page> {
    let find = |path: &str| handbook.pages.iter().find(|page| page.path == path);
    let listed = handbook.sections.iter().flat_map(|section| &section.pages);
    let all = handbook.pages.iter().map(|page| page.path.as_str());
    let paths = std::iter::once("index").chain(listed.map(String::as_str)).chain(all);
    let mut seen = std::collections::BTreeSet::new();
    paths.filter(|path| *path != FIND && seen.insert(*path)).filter_map(find).collect()
}

/// Returns the sections with the pages in them, as the table of contents shows them.
fn contents(handbook: &Handbook, order: &[&Page], writer: &mut Writer<'_>) -> Value {
    let entry = |path: &str, title: &str| {
        let target = Target::Page { path: path.to_owned(), anchor: None };
        let href = writer.href(&target)?;
        Some((title.to_owned(), safe(href)))
    };
    let mut sections = Vec::new();
    for section in &handbook.sections {
        let Some((title, href)) = entry(&section.path, &section.title) else { continue };
        let inside =
            order.iter().filter(|page| page.path != section.path && section.pages.contains(&page.path));
        let pages: Vec<Value> = inside
            .filter_map(|page| entry(&page.path, &page.title))
            .map(|(title, href)| context! { title, href })
            .collect();
        sections.push(context! { title, href, pages });
    }
    Value::from(sections)
}

/// Returns what the template of one page gets.
fn sheet(handbook: &Handbook, page: &Page, first: bool, words: &Value, writer: &mut Writer<'_>) -> Value {
    let lead = writer.told_line(&page.lead);
    let parts = page.parts.iter().map(|part| {
        context! { id => writer.anchor(&part.id).into_owned(), title => &part.title, body => safe(writer.part(part)) }
    });
    let parts: Vec<Value> = parts.collect();
    context! {
        words => words,
        page => context! {
            id => &page.path,
            template => page.template,
            first,
            title => &page.title,
            lead => safe(lead),
            parts,
            owner => safe(writer.line(&page.foot.owner)),
            last_reviewed => page.foot.last_reviewed.as_deref().unwrap_or_default(),
            version => page.foot.version.as_ref().unwrap_or(&handbook.version),
        },
    }
}

/// Returns an address that holds a file.
fn data_address(path: &str, bytes: &[u8]) -> String {
    let kind = media_type(path).split(';').next().unwrap_or_default();
    format!("data:{kind};base64,{}", Base64::encode_string(bytes))
}

/// Returns what a policy knows a style or a script by.
fn fingerprint(text: &str) -> String {
    format!("sha256-{}", Base64::encode_string(&Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use crate::handbook::{Block, Handbook, Inline, Part, Picture, ProseItem, Section, Table, Target};
    use crate::render::demo::{demo, page};
    use crate::render::testing::{parsed, prose_of};
    use crate::render::{render_whole, whole};

    fn text(handbook: &Handbook) -> String {
        String::from_utf8(render_whole(handbook, &BTreeMap::new()).unwrap().bytes).unwrap()
    }

    fn to(path: &str, anchor: Option<&str>) -> Target {
        Target::Page { path: path.into(), anchor: anchor.map(Into::into) }
    }

    fn link(target: Target) -> Block {
        Block::Paragraph(vec![Inline::Link { text: "there".into(), target }])
    }

    fn part(blocks: Vec<Block>) -> Part {
        Part { id: "same".into(), title: "Same".into(), blocks }
    }

    fn small() -> Handbook {
        let mut start = page("index", "start", "Start", "Hello.");
        start.parts = vec![part(vec![
            link(to("rules/a", None)),
            link(to("rules/a", Some("s1"))),
            link(to("index", Some("same"))),
            link(to("find", None)),
            link(Target::Outside("https://e.org".into())),
        ])];
        let mut rule = page("rules/a", "policy", "A <rule>", "Lead.");
        rule.parts = vec![part(vec![
            Block::Prose(parsed("Note.[^1]\n\n[^1]: Below.")),
            Block::Prose(prose_of(vec![ProseItem::Picture {
                target: Target::Picture("pages/p.png".into()),
                text: "Plan".into(),
            }])),
            Block::Table(Table { caption: "T".into(), columns: vec!["C".into()], rows: Vec::new() }),
        ])];
        rule.parts.push(Part { id: "s1".into(), ..Part::default() });
        let mut find = page("find", "page", "A–Z", "Find.");
        find.parts = Vec::new();
        let section = |path: &str, title: &str| Section {
            path: path.into(),
            title: title.into(),
            pages: vec![path.into()],
        };
        Handbook {
            pages: vec![find, start, rule],
            sections: vec![section("rules/a", "Rules"), section("gone", "Gone")],
            pictures: vec![Picture { path: "pages/p.png".into(), bytes: b"\x89PNG".to_vec() }],
            ..demo()
        }
    }

    #[test]
    fn links_between_pages_lead_within_the_file() {
        let html = text(&small());
        for (href, times) in [("#rules/a", 2), ("#rules/a~s1", 1), ("#index~same", 1), ("https://e.org", 1)] {
            assert_eq!(html.matches(&format!("href=\"{href}\"")).count(), times, "{href}: {html}");
        }
        assert!(html.contains("<p>there</p>"), "what is not in the file is no link: {html}");
        assert!(!html.contains(".html"), "{html}");
    }

    #[test]
    fn no_two_things_have_the_same_id_and_every_link_finds_its_own() {
        let html = text(&small());
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len(), "{ids:?}");
        for href in html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(unique.contains(href.replace("%3A", ":").as_str()), "{href} leads nowhere");
        }
    }

    #[test]
    fn nothing_is_loaded_from_elsewhere() {
        let html = text(&small());
        assert!(html.contains("<img src=\"data:image/png;base64,iVBORw==\" alt=\"Plan\""), "{html}");
        for outside in ["src=\"http", "<link rel=\"stylesheet\"", "src=\"assets", "@import"] {
            assert!(!html.contains(outside), "{outside}");
        }
    }

    #[test]
    fn only_our_own_style_and_script_may_run() {
        let html = text(&small());
        let inside = |start: &str, end: &str| {
            let rest = html.split_once(start).unwrap().1;
            rest.split_once(end).unwrap().0.to_owned()
        };
        let policy = inside("http-equiv=\"Content-Security-Policy\" content=\"", "\"");
        for (start, end) in [("<style>", "</style>"), ("<script>", "</script>")] {
            let known = whole::fingerprint(&inside(start, end));
            assert!(policy.contains(&format!("'{known}'")), "{policy} {known}");
        }
        assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{policy}");
    }

    #[test]
    fn a_stylesheet_of_the_charter_cannot_end_the_style() {
        let own =
            BTreeMap::from([("handbook.css".to_owned(), "</style><script>alert(1)</script>".to_owned())]);
        let html = String::from_utf8(render_whole(&small(), &own).unwrap().bytes).unwrap();
        assert!(html.contains("<\\/style><script>alert(1)<\\/script>"), "{html}");
        assert_eq!(html.matches("</style>").count(), 1);
    }
}
