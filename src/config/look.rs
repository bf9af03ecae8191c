//! Checks how the handbook is to look: colours that can be read, files that are there, names that are names.

use crate::config::colour::Colour;
use crate::config::rules::SETTINGS_LOW_CONTRAST;
use crate::config::theme::{DARK, LIGHT, TEXT, family};
use crate::diagnostic::{Diagnostic, Label};
use crate::document::rules::VALUE_BAD;
use crate::document::{Document, NodeId};
use crate::source::{Place, Snapshot};

/// What an SVG picture must not hold, in small letters: all of it can run something or fetch something.
const ACTIVE: [&str; 7] =
    ["script", "foreignobject", "<!", "<?xml-stylesheet", "@import", "url(http", "url(//"];

/// Returns what is wrong with the `theme` of the settings.
pub(super) fn check(snapshot: &Snapshot, document: &Document, theme: NodeId) -> Vec<Diagnostic> {
    let mut look = Look { snapshot, document, findings: Vec::new() };
    look.colours(theme);
    let tree = &document.tree;
    if let Some((_, logo)) = tree.entry(theme, "logo")
        && let Some((_, file)) = tree.entry(logo, "file")
    {
        look.logo(file);
    }
    if let Some((_, fonts)) = tree.entry(theme, "fonts") {
        let lists = tree.entries(fonts).iter().flat_map(|(_, families)| tree.items(*families));
        lists.for_each(|name| look.family(*name));
    }
    if let Some((_, files)) = tree.entry(theme, "font-files") {
        for font in tree.items(files) {
            if let Some((_, name)) = tree.entry(*font, "family") {
                look.family(name);
            }
            if let Some((_, file)) = tree.entry(*font, "file") {
                look.font_file(file);
            }
        }
    }
    look.findings
}

struct Look<'a> {
    snapshot: &'a Snapshot,
    document: &'a Document,
    findings: Vec<Diagnostic>,
}

impl Look<'_> {
    fn colours(&mut self, theme: NodeId) {
        let tree = &self.document.tree;
        for (name, is_text) in [("accent", true), ("band", false)] {
            let Some((_, colours)) = tree.entry(theme, name) else { continue };
            for (when, backgrounds) in [("light", LIGHT), ("dark", DARK)] {
                let Some((_, node)) = tree.entry(colours, when) else { continue };
                let Some(text) = tree.text(node) else { continue };
                match Colour::parse(text) {
                    None => self.bad(
                        node,
                        format!("`{text}` is not a colour"),
                        "write six digits after `#`, in quotation marks: \"#17575a\"",
                    ),
                    Some(colour) if is_text => self.contrast(node, colour, when, backgrounds),
                    Some(_) => {}
                }
            }
        }
    }

    /// Says where the accent colour cannot be read, and which colour could.
    fn contrast(&mut self, node: NodeId, colour: Colour, when: &str, backgrounds: [&str; 10]) {
        let backgrounds: Vec<Colour> = backgrounds.into_iter().filter_map(Colour::parse).collect();
        let Some((worst, background)) = colour.worst(&backgrounds).filter(|(worst, _)| *worst < TEXT) else {
            return;
        };
        // Never rounded up to what would pass.
        let worst = (worst * 100.0).floor() / 100.0;
        let (file, span) = (self.document.file, self.document.tree.span(node));
        let message =
            format!("`{colour}` has a contrast of {worst} on `{background}` where pages are {when}");
        let finding = Diagnostic::new(&SETTINGS_LOW_CONTRAST, message, Label::new(file, span, "needs 4.5"));
        self.findings.push(match colour.nearest(&backgrounds, TEXT) {
            Some(near) => finding
                .with_help(format!("the nearest colour that can be read is `{near}`"))
                .with_fix(format!("replace with `{near}`"), file, span, format!("\"{near}\"")),
            None => finding.with_help("choose another colour"),
        });
    }

    fn logo(&mut self, node: NodeId) {
        let Some(path) = self.document.tree.text(node) else { return };
        let Some(bytes) = self.picture(path) else {
            let help = "put the picture into the folder `theme` and write `theme/logo.png`; it can also be .svg, .jpg, \
                        .gif, .webp or .avif";
            return self.bad(node, format!("no picture is at `{path}`"), help);
        };
        let is_font = [".woff", ".woff2"].iter().any(|ending| path.ends_with(ending));
        if is_font {
            self.bad(node, format!("`{path}` is not a picture"), "fonts belong under `font-files`");
        } else if path.to_ascii_lowercase().ends_with(".svg") && is_active(bytes) {
            let help = "export it as a plain SVG, without scripts, style sheets and links, or use a .png";
            self.bad(node, format!("`{path}` holds more than a drawing"), help);
        }
    }

    fn font_file(&mut self, node: NodeId) {
        let Some(path) = self.document.tree.text(node) else { return };
        let starts = |bytes: &[u8]| bytes.starts_with(b"wOF2") || bytes.starts_with(b"wOFF");
        let ends = [".woff", ".woff2"].iter().any(|ending| path.ends_with(ending));
        match self.picture(path) {
            Some(bytes) if ends && starts(bytes) => {}
            Some(_) => {
                self.bad(node, format!("`{path}` is not a font for the web"), "use a .woff2 or .woff file")
            }
            None => self.bad(
                node,
                format!("no font is at `{path}`"),
                "put the file into the folder `theme` and write `theme/name.woff2`",
            ),
        }
    }

    fn family(&mut self, node: NodeId) {
        let Some(name) = self.document.tree.text(node) else { return };
        if family(name).is_none() {
            let help = "write the name of one family, in letters, digits, spaces and hyphens";
            self.bad(node, "this is not the name of a family of letters".to_owned(), help);
        }
    }

    /// Returns the bytes of a picture or font of the charter.
    fn picture(&self, path: &str) -> Option<&[u8]> {
        let file = self.snapshot.file(self.snapshot.find(path)?);
        (file.place == Place::Picture && file.oddity.is_none()).then_some(file.bytes.as_slice())
    }

    fn bad(&mut self, node: NodeId, message: String, help: &str) {
        let label = Label::new(self.document.file, self.document.tree.span(node), "");
        self.findings.push(Diagnostic::new(&VALUE_BAD, message, label).with_help(help));
    }
}

/// Says whether an SVG picture could do something. Pages show it only as a picture, which runs nothing; but it is a
/// file of the published site, and somebody may open it by itself.
fn is_active(svg: &[u8]) -> bool {
    let text = String::from_utf8_lossy(svg).to_ascii_lowercase();
    let comments_out: String = text
        .split("<!--")
        .enumerate()
        .map(
            |(index, piece)| {
                if index == 0 { piece } else { piece.split_once("-->").map_or("<!", |(_, after)| after) }
            },
        )
        .collect();
    let text = comments_out.as_str();
    let handler = text.split([' ', '\n', '\t', '\r', '/', '"', '\'']).any(|word| {
        word.strip_prefix("on").is_some_and(|rest| {
            let name = rest.split('=').next().unwrap_or_default();
            rest.contains('=') && !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase())
        })
    });
    let leads_out = text.split("href").skip(1).any(|rest| {
        let value = rest.trim_start().strip_prefix('=').unwrap_or("").trim_start();
        let value = value.trim_start_matches(['"', '\'']);
        !value.starts_with('#') && !value.starts_with("data:image/")
    });
    !text.contains("<svg")
        || text.contains('&') && text.contains("&#")
        || handler
        || leads_out
        || ACTIVE.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::is_active;

    #[test]
    fn a_drawing_is_no_danger_and_anything_that_acts_is() {
        let svg = |inside: &str| {
            is_active(format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>").as_bytes())
        };
        for good in [
            "<path d=\"M0 0h9\" fill=\"#123\"/>",
            "<!-- Made by hand, on a Monday. --><rect/>",
            "<use href=\"#a\"/>",
            "<title>Ongoing = good</title>",
            "<linearGradient xlink:href=\"#b\"/>",
        ] {
            assert!(!svg(good), "{good}");
        }
        for bad in [
            "<script>alert(1)</script>",
            "<svg:SCRIPT href='x'/>",
            "<rect onload=\"x\"/>",
            "<rect\nonclick='x'/>",
            "<rect/onmouseover=x>",
            "<foreignObject/>",
            "<a href=\"javascript:x\"/>",
            "<a href='java&#115;cript:x'/>",
            "<image href=\"https://e.org/x.png\"/>",
            "<!ENTITY x \"y\">",
            "<!-- never ends",
            "<style>@import 'x'</style>",
        ] {
            assert!(svg(bad), "{bad}");
        }
        assert!(is_active(b"not a picture"));
    }
}
