//! Pictures as HTML.

use crate::handbook::Target;
use crate::render::html::Writer;

impl Writer<'_> {
    /// Writes a picture of the handbook; one from elsewhere is a link, because pages load nothing from outside.
    pub(super) fn picture(&mut self, target: &Target, text: &str, may_link: bool) {
        match target {
            Target::Picture(path) => {
                let address = match self.whole {
                    Some(whole) => whole.picture(path),
                    None => self.address.of(target),
                };
                let address = address.unwrap_or_default();
                self.raw("<img src=\"");
                self.text(&address);
                self.raw("\" alt=\"");
                self.text(text);
                self.raw("\" loading=\"lazy\">");
            }
            Target::Page { .. } | Target::Outside(_) => {
                let end = if may_link { self.link_start(target, "") } else { "" };
                self.text(if text.is_empty() { self.language.say("picture") } else { text });
                self.raw(end);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::Event;

    use crate::handbook::{Block, Part, ProseItem, Target};
    use crate::render::Format;
    use crate::render::address::Address;
    use crate::render::html::Writer;
    use crate::render::testing::prose_of;

    fn html_of(items: Vec<ProseItem>) -> String {
        let part = Part { blocks: vec![Block::Prose(prose_of(items))], ..Part::default() };
        Writer::new(Address { page: "a/b", format: Format::Html }).part(&part)
    }

    #[test]
    fn links_and_pictures_are_relative_to_the_page() {
        let target = Target::Page { path: "a/c".into(), anchor: Some("d".into()) };
        let picture = |target| ProseItem::Picture { target, text: "\"<x>".into() };
        assert_eq!(
            html_of(vec![
                ProseItem::LinkStart(target),
                ProseItem::Event(Event::Text("t".into())),
                ProseItem::LinkEnd,
                picture(Target::Picture("pages/p.png".into())),
                picture(Target::Outside("https://e.org/p.png".into())),
            ]),
            "<a href=\"c.html#d\">t</a><img src=\"../pages/p.png\" alt=\"&quot;&lt;x&gt;\" loading=\"lazy\">\
             <a href=\"https://e.org/p.png\" rel=\"noopener noreferrer\">&quot;&lt;x&gt;</a>"
        );
    }
}
