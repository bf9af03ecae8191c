//! The files of a whole handbook.

use std::collections::BTreeMap;

use crate::handbook::{Handbook, Picture};
use crate::render::demo::{demo, page};
use crate::render::{Artifact, Format, RenderError, render};

const BOTH: [Format; 2] = [Format::Markdown, Format::Html];

fn files(handbook: &Handbook, formats: &[Format]) -> Vec<Artifact> {
    render(handbook, formats, &BTreeMap::new()).unwrap()
}

fn file(handbook: &Handbook, path: &str) -> String {
    let files = files(handbook, &BOTH);
    let found = files.iter().find(|artifact| artifact.path == path).unwrap();
    String::from_utf8(found.bytes.clone()).unwrap()
}

/// Makes a handbook with one page.
fn one() -> Handbook {
    let sections = Vec::new();
    Handbook {
        pages: vec![page("index", "page", "Title", "Lead.")],
        sections,
        pictures: Vec::new(),
        ..demo()
    }
}

#[test]
fn both_formats_live_side_by_side() {
    let paths: Vec<String> = files(&one(), &BOTH).into_iter().map(|artifact| artifact.path).collect();
    assert_eq!(
        paths,
        [
            "404.html",
            "README.md",
            "assets/figures.css",
            "assets/figures.js",
            "assets/handbook.css",
            "assets/handbook.js",
            "assets/icon.svg",
            "assets/search.css",
            "assets/search.js",
            "index.html",
            "llms.txt",
            "search/e0.js",
            "search/index.js",
            "search/near.js",
            "search/t0.js"
        ]
    );
    let markdown: Vec<String> = files(&one(), &BOTH[..1]).into_iter().map(|artifact| artifact.path).collect();
    assert_eq!(markdown, ["README.md"]);
}

#[test]
fn pictures_are_copied() {
    let found = files(&demo(), &[Format::Html]);
    let picture = found.iter().find(|artifact| artifact.path == "pages/plan.png").unwrap();
    assert_eq!(picture.bytes, demo().pictures[0].bytes);
}

#[test]
fn the_same_handbook_gives_the_same_bytes() {
    assert_eq!(files(&demo(), &BOTH), files(&demo(), &[Format::Html, Format::Markdown, Format::Html]));
}

#[test]
fn two_parts_cannot_share_a_file() {
    let picture = || Picture { path: "index.html".into(), bytes: Vec::new() };
    let handbook = Handbook { pictures: vec![picture()], ..one() };
    let error = render(&handbook, &[Format::Html], &BTreeMap::new()).unwrap_err();
    assert_eq!(error, RenderError::Twice { path: "index.html".into() });
}

#[test]
fn a_markdown_page_is_the_words_and_the_foot() {
    assert_eq!(
        file(&one(), "README.md"),
        "**Start page**\n\n[Start](README.md) › Title\n\n# Title\n\nLead.\n\n---\n\n\
         Looked after by [IT manager](roles/it-manager.md), Chloe Martin · Last reviewed 2 March 2026 · \
         Version 3f9c2a71 · True as of 12 May 2026 · Written in charter.yaml · \
         [Edit this page](https://git.example/it/charter/edit/main/charter.yaml?from=%22handbook%22&amp;x)\n"
    );
}

#[test]
fn the_navigation_marks_the_section_and_is_relative_to_the_page() {
    let html = file(&demo(), "roles/service-desk-lead.html");
    assert!(html.contains("<li><a href=\"../roles.html\" aria-current=\"true\">Roles</a></li>"), "{html}");
    assert!(html.contains("<li><a href=\"../rules.html\">Rules</a></li>"), "{html}");
    assert!(html.contains("<link rel=\"stylesheet\" href=\"../assets/handbook.css\">"), "{html}");
    let html = file(&demo(), "roles.html");
    assert!(html.contains("<li><a href=\"roles.html\" aria-current=\"page\">Roles</a></li>"), "{html}");
    let html = file(&demo(), "index.html");
    assert!(html.contains("<li><a href=\"index.html\" aria-current=\"page\">Start page</a></li>"), "{html}");
    let markdown = file(&demo(), "roles/service-desk-lead.md");
    assert!(markdown.starts_with("[Start page](../README.md) · [Get help](../get-help.md) · "), "{markdown}");
    assert!(markdown.contains(" · **[Roles](../roles.md)**\n"), "{markdown}");
}

#[test]
fn a_page_leads_to_the_ones_before_and_after_it_in_its_section() {
    let mut handbook = demo();
    let roles = handbook.sections.iter_mut().find(|section| section.path == "roles").unwrap();
    roles.pages = ["roles", "pages/hostile", "roles/service-desk-lead"].map(Into::into).to_vec();
    let html = file(&handbook, "roles/service-desk-lead.html");
    let nav = "<nav class=\"turn\" aria-label=\"Previous and next\">\n<a href=\"../pages/hostile.html\">\
               <span>Previous</span> &lt;script&gt;alert(1)";
    assert!(html.contains(nav), "{html}");
    assert!(!html.contains("<span>Next</span>"), "{html}");
    let html = file(&handbook, "roles.html");
    assert!(!html.contains("<span>Previous</span>"), "{html}");
    assert!(html.contains("<a class=\"next\" href=\"pages/hostile.html\"><span>Next</span>"), "{html}");
    let markdown = file(&handbook, "roles/service-desk-lead.md");
    assert!(markdown.contains("\n\nPrevious: [\\<script\\>"), "{markdown}");
    assert!(markdown.contains("(../pages/hostile.md)\n\n---\n"), "{markdown}");
    let html = file(&handbook, "index.html");
    assert!(!html.contains("class=\"turn\""), "{html}");
}

#[test]
fn a_page_can_be_edited_where_the_settings_say() {
    let mut handbook = one();
    handbook.pages[0].foot.source = Some("pages/a b\"<.md".into());
    let html = file(&handbook, "index.html");
    let link = "<a class=\"edit\" href=\"https://git.example/it/charter/edit/main/pages/a%20b%22%3C.md?\
                from=%22handbook%22&amp;x\" rel=\"noopener noreferrer\">Edit this page</a>";
    assert!(html.contains(link), "{html}");
    let markdown = file(&handbook, "README.md");
    assert!(markdown.contains(" · [Edit this page](https://git.example/it/"), "{markdown}");
    handbook.edit = Some("javascript:alert(1)//{path}".into());
    assert!(!file(&handbook, "index.html").contains("javascript"));
    assert!(!file(&handbook, "README.md").contains("Edit this page"));
}

#[test]
fn hostile_titles_stay_words_everywhere() {
    let html = file(&demo(), "pages/hostile.html");
    assert!(html.contains("<title>&lt;script&gt;alert(1)&lt;/script&gt; *x*|[[a]]"), "{html}");
    assert!(html.contains("content=\"1. &quot;onmouseover= `x` &lt;b&gt;\""), "{html}");
    assert!(!html.contains("<script>") && !html.contains("<b>"), "{html}");
    let markdown = file(&demo(), "pages/hostile.md");
    let title = "\n# \\<script\\>alert(1)\\</script\\> \\*x\\*\\|\\[\\[a\\]\\] \\@name \\#12\n\n1\\. \"onmouseover= \\`x\\` \\<b\\>\n";
    assert!(markdown.contains(title), "{markdown}");
}

#[test]
fn no_page_carries_a_style_or_another_script_than_ours() {
    for artifact in files(&demo(), &[Format::Html]).iter().filter(|artifact| artifact.path.ends_with("html"))
    {
        let html = String::from_utf8_lossy(&artifact.bytes);
        let root = "../".repeat(artifact.path.matches('/').count());
        let ours = format!("<script src=\"{root}assets/handbook.js\" defer blocking=\"render\"></script>");
        let html = html.replacen(&ours, "", 1);
        assert!(!html.contains("<script") && !html.contains("<style") && !html.contains(" style="), "{html}");
    }
}

#[test]
fn every_page_forbids_what_it_does_not_need() {
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
                  style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; base-uri 'none'; \
                  form-action 'none'\">";
    for path in ["index.html", "roles/service-desk-lead.html", "policies/looking.html"] {
        assert!(file(&demo(), path).contains(policy), "{path}");
    }
}

#[test]
fn the_foot_shows_the_version_of_what_the_page_shows() {
    let mut handbook = one();
    assert!(file(&handbook, "index.html").contains("<dd>3f9c2a71</dd>"));
    handbook.pages[0].foot.version = Some("1.4".into());
    let html = file(&handbook, "index.html");
    assert!(html.contains("<dd>1.4</dd>") && !html.contains("3f9c2a71"), "{html}");
}

#[test]
fn a_page_lists_its_parts_from_three_on() {
    let html = file(&demo(), "who-decides.html");
    assert!(html.contains("<li><a href=\"#money\">Money</a></li>"), "{html}");
    assert!(!file(&demo(), "index.html").contains("class=\"toc\""));
    assert!(file(&demo(), "pages/hostile.html").contains("<li><a href=\"#second\">Second</a></li>"));
}

#[test]
fn a_language_written_from_the_right_says_so() {
    let handbook = Handbook { language: "ar-EG".into(), ..one() };
    assert!(file(&handbook, "index.html").contains("<html lang=\"ar-EG\" dir=\"rtl\">"));
    assert!(file(&one(), "index.html").contains("<html lang=\"en-GB\" dir=\"ltr\">"));
}

#[test]
fn pages_say_their_address_only_where_it_is_known() {
    let head = |site: Option<&str>| file(&Handbook { site: site.map(Into::into), ..one() }, "index.html");
    let html = head(Some("https://h.example/"));
    let wanted = "<link rel=\"canonical\" href=\"https://h.example/\">\n\
                  <meta property=\"og:type\" content=\"website\">\n\
                  <meta property=\"og:site_name\" content=\"IT handbook\">\n\
                  <meta property=\"og:title\" content=\"Title\">\n\
                  <meta property=\"og:description\" content=\"Lead.\">\n\
                  <meta property=\"og:url\" content=\"https://h.example/\">\n";
    assert!(html.contains(wanted), "{html}");
    assert!(!html.contains("atom.xml"), "{html}");
    let html = head(None);
    assert!(!html.contains("canonical") && !html.contains("og:"), "{html}");
}

#[test]
fn a_template_of_the_charter_replaces_ours() {
    let overrides = BTreeMap::from([
        ("page.html.jinja".to_owned(), "<h1>{{ page.title }}</h1>{{ page.lead }}".to_owned()),
        ("handbook.css".to_owned(), "h1 { color: red }".to_owned()),
    ]);
    let files = render(&one(), &[Format::Html], &overrides).unwrap();
    let texts: Vec<String> =
        files.iter().map(|artifact| String::from_utf8_lossy(&artifact.bytes).into_owned()).collect();
    assert_eq!(texts[3], "h1 { color: red }");
    assert_eq!(texts[8], "<h1>Title</h1>Lead.\n");
}

#[test]
fn a_wrong_template_is_an_error_of_the_first_page_that_uses_it() {
    let overrides = BTreeMap::from([("role.html.jinja".to_owned(), "\n\n{{ page.name }}".to_owned())]);
    let error = render(&demo(), &BOTH, &overrides).unwrap_err();
    assert_eq!(
        error.to_string(),
        "template `role.html.jinja`, line 3: undefined value: `page.name` is undefined"
    );
}

#[test]
fn the_backgrounds_that_contrast_is_counted_with_are_those_of_the_style() {
    let style = include_str!("templates/styles/base.css");
    let names = [
        "paper",
        "card",
        "tint",
        "accent",
        "mark",
        "note-back",
        "tip-back",
        "important-back",
        "warning-back",
        "caution-back",
    ];
    for (at, name) in names.iter().enumerate() {
        let wanted =
            format!("--{name}: light-dark({}, {});", crate::config::LIGHT[at], crate::config::DARK[at]);
        assert!(style.contains(&wanted), "{wanted}");
    }
}
