//! The look of the handbook by settings and by templates of the charter's own.

use std::fs;

use crate::support::{DAY, Folder};

/// The start of a font for the web, which is enough to be taken for one.
const FONT: &[u8] = b"wOF2\0\x01\0\0";
const LOGO: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";

fn render(folder: &Folder, more: &[&str]) {
    let mut arguments = vec!["render", "--as-of", DAY, "--out", "book", "--quiet"];
    arguments.extend(more);
    let output = folder.run(&arguments);
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
}

fn themed() -> Folder {
    let folder = Folder::small();
    folder.write("theme/logo.svg", LOGO);
    folder.write("theme/own.woff2", FONT);
    folder.write("theme/unused.woff2", FONT);
    folder.append(
        ".itcharter.yaml",
        "theme:\n  accent: {light: '#8a2b0f'}\n  band: {light: '#ffe08a'}\n  logo: {file: theme/logo.svg, text: Our sign}\n  \
         fonts: {text: [Own, Verdana]}\n  font-files: [{family: Own, file: theme/own.woff2, weight: 700}]\n",
    );
    folder
}

#[test]
fn settings_change_the_look_and_bring_their_files() {
    let folder = themed();
    assert_eq!(folder.findings(), "");
    render(&folder, &[]);
    let style = folder.read("book/assets/handbook.css");
    for wanted in [
        "--link:light-dark(#8a2b0f,#8fd0c8)",
        "--brand:light-dark(#ffe08a,#153f3e);--brand-ink:light-dark(#000000,#ffffff)",
        "--sans:\"Own\",\"Verdana\",sans-serif",
        "src:url(\"../theme/own.woff2\");font-weight:700",
    ] {
        assert!(style.contains(wanted), "{wanted}");
    }
    let page = folder.read("book/roles/it-manager.html");
    assert!(page.contains("<img class=\"logo\" src=\"../theme/logo.svg\" alt=\"Our sign\">"), "{page}");
    assert!(page.contains("font-src 'self';"), "{page}");
    assert_eq!(folder.read("book/theme/logo.svg"), LOGO);
    assert_eq!(fs::read(folder.path().join("book/theme/own.woff2")).unwrap(), FONT);
    assert!(!folder.path().join("book/theme/unused.woff2").exists());
}

#[test]
fn a_single_file_holds_the_logo_and_the_letters() {
    let folder = themed();
    render(&folder, &["--single-file"]);
    let page = folder.read("book/handbook.html");
    assert!(page.contains("<img class=\"logo\" src=\"data:image/svg+xml;base64,"), "no logo");
    assert!(page.contains("src:url(\"data:font/woff2;base64,d09GMg"), "no letters");
    assert!(!page.contains("theme/"), "a file is asked for");
}

#[test]
fn without_settings_nothing_is_added() {
    let folder = Folder::small();
    render(&folder, &[]);
    let page = folder.read("book/index.html");
    assert!(!page.contains("class=\"logo\"") && !page.contains("font-src"), "{page}");
    let style = folder.read("book/assets/handbook.css");
    assert_eq!(style.matches("--link:light-dark(").count(), 1, "{style}");
}

#[test]
fn a_colour_that_cannot_be_read_is_a_finding_with_the_nearest_that_can() {
    let folder = Folder::small();
    folder.append(".itcharter.yaml", "theme:\n  accent: {light: '#d9822b'}\n");
    let output = folder.run(&["validate", "--as-of", DAY, "--quiet"]);
    let said = output.stdout;
    assert!(said.contains("error[settings-low-contrast]") && said.contains(".itcharter.yaml:8:19"), "{said}");
    assert!(said.contains("the nearest colour that can be read is `#"), "{said}");
    render(&folder, &[]);
    assert!(!folder.read("book/assets/handbook.css").contains("d9822b"));
}

#[test]
fn a_logo_that_could_run_something_is_a_finding() {
    let folder = themed();
    folder.write("theme/logo.svg", "<svg><script>alert(1)</script></svg>");
    assert!(folder.findings().contains("value-bad] `theme/logo.svg` holds more than a drawing"));
    let output = folder.run(&["render", "--as-of", DAY, "--out", "book", "--quiet"]);
    assert_eq!(output.code, 1);
}

#[test]
fn no_page_can_lead_to_a_file_of_the_look() {
    let folder = themed();
    folder.write("pages/a.md", "# A\n\n![logo](../theme/logo.svg) [font](../theme/own.woff2)\n");
    let said = folder.findings();
    assert_eq!(said.matches("belongs to the look of the handbook").count(), 2, "{said}");
}

#[test]
fn every_template_and_the_style_can_be_replaced() {
    let pages = [
        ("page", "book/team.html", "book/team.md"),
        ("role", "book/roles/it-manager.html", "book/roles/it-manager.md"),
        ("start", "book/index.html", "book/README.md"),
        ("policy", "book/rules/calm.html", "book/rules/calm.md"),
    ];
    let folder = Folder::small();
    folder.write(
        "policies/calm.md",
        "---\ntitle: Calm\ntype: other\nsummary: We stay calm.\nowner: it-manager\napprover: it-manager\nversion: 1\n\
         status: active\neffective: 2025-01-01\nlast_review: 2026-01-01\nreview_every: 1 year\napplies_to: everyone\n---\n\
         # Calm\n\n- **S1** We stay calm.\n",
    );
    for (name, ..) in pages {
        folder.write(&format!("templates/{name}.html.jinja"), format!("<p>own {name}</p>{{{{ nav }}}}"));
        folder.write(&format!("templates/{name}.md.jinja"), format!("own {name} {{{{ nav }}}}"));
    }
    folder.write("templates/nav.html.jinja", "<p>own nav</p>");
    folder.write("templates/nav.md.jinja", "own nav");
    folder.write("templates/handbook.css", "p { color: red; }\n");
    render(&folder, &["--format", "html,markdown"]);
    for (name, html, markdown) in pages {
        assert_eq!(folder.read(html), format!("<p>own {name}</p><p>own nav</p>\n"));
        assert_eq!(folder.read(markdown), format!("own {name} own nav\n"));
    }
    assert_eq!(folder.read("book/assets/handbook.css"), "p { color: red; }\n");
    folder.write("templates/whole.html.jinja", "<style>{{ style }}</style>{{ sheets }}");
    folder.write("templates/sheet.html.jinja", "<p>own sheet {{ page.id }}</p>");
    render(&folder, &["--single-file"]);
    let whole = folder.read("book/handbook.html");
    assert!(
        whole.contains("p { color: red; }\n")
            && !whole.contains(".masthead{")
            && whole.contains("<p>own sheet rules/calm</p>"),
        "{whole}"
    );
}
