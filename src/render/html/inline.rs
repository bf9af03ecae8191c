//! Pieces of lines as HTML.

use crate::handbook::{Inline, Target};
use crate::render::html::Writer;
use crate::render::html::escape::push;

impl Writer<'_> {
    /// Writes the pieces of a line.
    pub(super) fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.text(text),
                Inline::Strong(text) => self.element("strong", text),
                Inline::Soft(text) => {
                    self.raw("<span class=\"soft\">");
                    self.text(text);
                    self.raw("</span>");
                }
                Inline::Code(text) => self.element("code", text),
                Inline::Message(text) => {
                    self.raw("<span lang=\"en\" dir=\"ltr\">");
                    for (index, piece) in text.split('`').enumerate() {
                        if index % 2 == 0 { self.text(piece) } else { self.element("code", piece) }
                    }
                    self.raw("</span>");
                }
                Inline::Link { text, target } => {
                    let end = self.link_start(target, "");
                    self.text(text);
                    self.raw(end);
                }
            }
        }
    }

    /// Writes the start of a link and returns what ends it; nothing at all where the link must not lead.
    pub(super) fn link_start(&mut self, target: &Target, class: &str) -> &'static str {
        let Some(address) = self.href(target) else {
            return "";
        };
        self.raw("<a href=\"");
        self.text(&address);
        if !class.is_empty() {
            self.raw("\" class=\"");
            self.raw(class);
        }
        match target {
            Target::Outside(_) => self.raw("\" rel=\"noopener noreferrer\">"),
            Target::Page { .. } | Target::Picture(_) => self.raw("\">"),
        }
        "</a>"
    }

    /// Writes markup of ours as it is.
    pub(super) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Writes words, escaped.
    pub(super) fn text(&mut self, text: &str) {
        push(&mut self.out, text);
    }

    fn element(&mut self, name: &str, text: &str) {
        self.raw("<");
        self.raw(name);
        self.raw(">");
        self.text(text);
        self.raw("</");
        self.raw(name);
        self.raw(">");
    }
}

#[cfg(test)]
mod tests {
    use crate::handbook::{Inline, Target};
    use crate::render::Format;
    use crate::render::address::Address;
    use crate::render::html::Writer;

    fn line(inlines: &[Inline]) -> String {
        Writer::new(Address { page: "roles/dpo", format: Format::Html }).line(inlines)
    }

    fn link(target: Target) -> String {
        line(&[Inline::Link { text: "<b>".into(), target }])
    }

    #[test]
    fn each_tone_has_its_element() {
        assert_eq!(
            line(&[
                Inline::Text("a ".into()),
                Inline::Strong("b".into()),
                Inline::Soft("c".into()),
                Inline::Code("d".into())
            ]),
            "a <strong>b</strong><span class=\"soft\">c</span><code>d</code>"
        );
    }

    #[test]
    fn hostile_words_stay_words() {
        for make in [Inline::Text, Inline::Strong, Inline::Soft, Inline::Code] {
            let html = line(&[make("<script>\"onmouseover='x".into())]);
            assert!(html.contains("&lt;script&gt;&quot;onmouseover=&#39;x"), "{html}");
        }
    }

    #[test]
    fn links_lead_to_pages_anchors_pictures_and_out() {
        let page = |path: &str, anchor: Option<&str>| Target::Page {
            path: path.into(),
            anchor: anchor.map(Into::into),
        };
        assert_eq!(link(page("team", None)), "<a href=\"../team.html\">&lt;b&gt;</a>");
        assert_eq!(link(page("roles/cio", Some("may"))), "<a href=\"cio.html#may\">&lt;b&gt;</a>");
        assert_eq!(link(Target::Picture("pages/a.png".into())), "<a href=\"../pages/a.png\">&lt;b&gt;</a>");
        assert_eq!(
            link(Target::Outside("https://e.org/?a=1&b=\"".into())),
            "<a href=\"https://e.org/?a=1&amp;b=%22\" rel=\"noopener noreferrer\">&lt;b&gt;</a>"
        );
    }

    #[test]
    fn a_link_that_must_not_lead_is_only_its_words() {
        assert_eq!(link(Target::Outside("javascript:alert(1)".into())), "&lt;b&gt;");
    }
}
