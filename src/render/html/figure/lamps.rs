//! Lamps: a list, in which each says in words what its light shows.

use crate::handbook::Lamp;
use crate::render::html::Writer;

impl Writer<'_> {
    /// Writes lamps; `false` where there are none.
    pub(super) fn lamps(&mut self, lamps: &[Lamp]) -> bool {
        if lamps.is_empty() {
            return false;
        }
        // Lists without marks are no lists to some screen readers unless they say so.
        self.raw("<ul class=\"lamps\" role=\"list\">\n");
        for lamp in lamps {
            self.raw(if lamp.on { "<li class=\"on\"><strong>" } else { "<li><strong>" });
            self.text(&lamp.title);
            self.raw("</strong> ");
            self.text(&lamp.text);
            self.raw("</li>\n");
        }
        self.raw("</ul>\n");
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::handbook::{Drawing, Lamp};
    use crate::render::html::figure::tests::{BAD, drawn, figure, html};

    #[test]
    fn a_lamp_says_what_it_shows() {
        let lamp = |title: &str, on, text: &str| Lamp { title: title.into(), on, text: text.into() };
        assert_eq!(
            drawn(Drawing::Lamps(vec![lamp("Pay", true, "covered"), lamp("Growth", false, "not covered")])),
            "<ul class=\"lamps\" role=\"list\">\n<li class=\"on\"><strong>Pay</strong> covered</li>\n\
             <li><strong>Growth</strong> not covered</li>\n</ul>\n"
        );
        let out = html(figure(Drawing::Lamps(vec![lamp(BAD, true, BAD)])));
        assert!(out.contains("class=\"on\"") && !out.contains("<script>"), "{out}");
    }
}
