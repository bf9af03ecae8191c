//! What a published handbook has besides its pages: a site map, a page for addresses that lead nowhere, and a page in
//! plain text for language models.

use std::fmt::Write;

use crate::handbook::{Handbook, Page};
use crate::render::address::{encode, file_of};
use crate::render::xml::escaped;
use crate::render::{Artifact, Format, feed, html, markdown};

/// The page that only searches; programs that read the handbook have no use for it.
const FIND: &str = "find";

/// Returns the whole address of a page; the start page is its folder.
pub(super) fn address(site: &str, path: &str, anchor: Option<&str>) -> String {
    let file = if path == "index" { String::new() } else { encode(&file_of(path, Format::Html)) };
    let anchor = anchor.map(|anchor| format!("#{}", encode(anchor))).unwrap_or_default();
    format!("{site}{file}{anchor}")
}

/// Writes the files that go with web pages; `markdown` says whether the pages are there in Markdown as well.
pub(super) fn artifacts(handbook: &Handbook, markdown: bool) -> Vec<Artifact> {
    let artifact = |path: &str, text: String| Artifact { path: path.to_owned(), bytes: text.into_bytes() };
    let mut artifacts =
        vec![artifact("404.html", not_found(handbook)), artifact("llms.txt", for_models(handbook, markdown))];
    if let Some(site) = &handbook.site {
        artifacts.push(artifact("sitemap.xml", site_map(handbook, site)));
    }
    artifacts.extend(feed::feed(handbook).map(|text| artifact(feed::FILE, text)));
    artifacts
}

fn pages(handbook: &Handbook) -> impl Iterator<Item = &Page> {
    handbook.pages.iter().filter(|page| page.path != FIND)
}

fn site_map(handbook: &Handbook, site: &str) -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                    <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for page in pages(handbook) {
        text.push_str("<url><loc>");
        text.push_str(&escaped(&address(site, &page.path, None)));
        text.push_str("</loc>");
        if let Some(change) = &page.foot.changed {
            let _ = write!(text, "<lastmod>{}</lastmod>", change.date);
        }
        text.push_str("</url>\n");
    }
    text.push_str("</urlset>\n");
    text
}

/// Writes the page for addresses that lead nowhere. A server shows it in any folder, so that it can link only where
/// the handbook's own place is known.
fn not_found(handbook: &Handbook) -> String {
    let root = handbook.site.as_deref().map(root_of);
    let link = |path: &str, words: &str| match root {
        Some(root) => format!("<a href=\"{}{path}\">{}</a>", escaped(root), escaped(words)),
        None => escaped(words).into_owned(),
    };
    let head = root.map(|root| {
        let root = escaped(root);
        format!(
            "<link rel=\"icon\" type=\"image/svg+xml\" href=\"{root}assets/icon.svg\">\n\
             <link rel=\"stylesheet\" href=\"{root}assets/handbook.css\">\n"
        )
    });
    let (before, after) = handbook.words.around("not-found-start");
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; \
         img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title} – {}</title>\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n{}</head>\n<body class=\"page\">\n\
         <div class=\"wrap layout\">\n<main id=\"main\">\n<h1>{title}</h1>\n\
         <p>{}</p>\n<p>{}{}{}</p>\n</main>\n</div>\n</body>\n</html>\n",
        escaped(handbook.words.tag()),
        handbook.words.direction(),
        escaped(&handbook.name),
        // Without one, browsers ask the server for a picture that is not there.
        head.unwrap_or_else(|| "<link rel=\"icon\" href=\"data:,\">\n".to_owned()),
        escaped(handbook.words.say("not-found-why")),
        escaped(before),
        link("index.html", &of_org(handbook)),
        escaped(after),
        title = escaped(handbook.words.say("not-found")),
    )
}

/// Returns what the handbook is called, with its organisation.
fn of_org(handbook: &Handbook) -> String {
    handbook
        .words
        .fill("handbook-of", &[("handbook", (&handbook.name).into()), ("org", (&handbook.org).into())])
}

/// Returns the path of the handbook's folder on its server: `/it/`.
fn root_of(site: &str) -> &str {
    let host = site.find("://").map_or(0, |at| at + 3);
    site[host..].find('/').map_or("/", |at| &site[host + at..])
}

/// Writes what the handbook is and which pages it has, in the way that language models are told of a site.
fn for_models(handbook: &Handbook, markdown: bool) -> String {
    let one_line = |words: &str| {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        markdown::escaped(&words)
    };
    let mut text = format!(
        "# {}\n\n> {}\n\n## {}\n\n",
        one_line(&of_org(handbook)),
        handbook.words.fill("llms-about", &[("day", (&handbook.as_of).into())]),
        handbook.words.say("llms-pages"),
    );
    let format = if markdown { Format::Markdown } else { Format::Html };
    let mut pages: Vec<&Page> = pages(handbook).collect();
    pages.sort_by_key(|page| (page.path != "index", page.section.unwrap_or(usize::MAX)));
    for page in pages {
        let site = handbook.site.as_deref().unwrap_or_default();
        let address = format!("{site}{}", encode(&file_of(&page.path, format)));
        let lead = one_line(&html::words(&page.lead));
        let lead = if lead.is_empty() { lead } else { format!(": {lead}") };
        let _ = writeln!(text, "- [{}]({address}){lead}", one_line(&page.title));
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::handbook::Handbook;
    use crate::render::demo::{demo, page};
    use crate::render::site::{artifacts, root_of};

    fn small(site: Option<&str>) -> Handbook {
        let mut pages =
            vec![page("index", "start", "Start", "Hello."), page("pages/a b", "page", "<b>\n*x*]", "A & B")];
        pages[1].section = Some(0);
        Handbook { pages, site: site.map(Into::into), org: "\"O\" & <Co>\u{1}".into(), ..demo() }
    }

    fn file(handbook: &Handbook, path: &str) -> Option<String> {
        let found = artifacts(handbook, false).into_iter().find(|file| file.path == path);
        found.map(|file| String::from_utf8(file.bytes).unwrap())
    }

    #[test]
    fn a_site_map_lists_whole_addresses() {
        let map = file(&small(Some("https://h.example/it/?&")), "sitemap.xml").unwrap();
        let wanted = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                      <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
                      <url><loc>https://h.example/it/?&amp;</loc></url>\n\
                      <url><loc>https://h.example/it/?&amp;pages/a%20b.html</loc></url>\n</urlset>\n";
        assert_eq!(map, wanted);
        assert_eq!(file(&small(None), "sitemap.xml"), None);
    }

    #[test]
    fn the_page_for_nowhere_links_only_where_the_handbooks_place_is_known() {
        let name = "IT handbook of &quot;O&quot; &amp; &lt;Co&gt;";
        let plain = file(&small(None), "404.html").unwrap();
        assert!(
            !plain.contains("<a ") && plain.contains(&format!("<p>Start again at {name}.</p>")),
            "{plain}"
        );
        let linked = file(&small(Some("https://h.example/it/")), "404.html").unwrap();
        assert!(linked.contains(&format!("<a href=\"/it/index.html\">{name}</a>")), "{linked}");
        assert!(linked.contains("href=\"/it/assets/handbook.css\""), "{linked}");
        assert_eq!(root_of("https://h.example/"), "/");
    }

    #[test]
    fn language_models_are_told_of_every_page_in_a_line() {
        let text = file(&small(None), "llms.txt").unwrap();
        let pages = text.split_once("## Pages\n\n").unwrap().1;
        assert_eq!(pages, "- [Start](index.html): Hello.\n- [\\<b\\> \\*x\\*\\]](pages/a%20b.html): A & B\n");
        let site = file(&small(Some("https://h.example/it/")), "llms.txt").unwrap();
        assert!(site.contains("- [Start](https://h.example/it/index.html): Hello.\n"), "{site}");
    }
}
