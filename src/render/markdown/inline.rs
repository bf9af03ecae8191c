//! Pieces of lines as Markdown.

use crate::handbook::{Inline, Target};
use crate::render::address::Address;
use crate::render::markdown::escape::{escaped, plain, push};

/// Writes the pieces of a line.
pub(super) fn line(inlines: &[Inline], address: Address<'_>) -> String {
    write(inlines, address, false)
}

/// Writes the pieces of a line in a cell of a table.
pub(super) fn cell_line(inlines: &[Inline], address: Address<'_>) -> String {
    write(inlines, address, true)
}

/// Returns the address of a target as it stands between the brackets of a link.
pub(super) fn destination(target: &Target, address: Address<'_>) -> Option<String> {
    address.of(target).map(|address| address.replace('&', "&amp;"))
}

/// Writes words that end in a colon and stand out, for the start of a line.
pub(super) fn label(words: &str) -> String {
    let words = escaped(words);
    if words.is_empty() { words } else { format!("**{words}:**") }
}

/// Writes words between `marks`, or between tags where marks could be read in another way; `is_last` says that
/// nothing or white space follows.
pub(super) fn toned(out: &mut String, marks: &str, tag: &str, text: &str, is_last: bool) {
    let text = plain(text);
    let words = text.trim();
    if words.is_empty() {
        out.push_str(&text);
        return;
    }
    if text.starts_with(' ') {
        out.push(' ');
    }
    let opens = words.starts_with(char::is_alphanumeric) || out.is_empty() || out.ends_with(' ');
    let closes = words.ends_with(char::is_alphanumeric) || is_last || text.ends_with(' ');
    if opens && closes && !out.ends_with('*') {
        out.push_str(marks);
        push(out, words, false);
        out.push_str(marks);
    } else {
        out.push_str(&format!("<{tag}>"));
        push(out, words, false);
        out.push_str(&format!("</{tag}>"));
    }
    if text.ends_with(' ') {
        out.push(' ');
    }
}

fn write(inlines: &[Inline], address: Address<'_>, in_cell: bool) -> String {
    let (mut out, mut words) = (String::new(), String::new());
    for (index, inline) in inlines.iter().enumerate() {
        if let Inline::Text(text) | Inline::Soft(text) = inline {
            // Two pieces could be markup together that neither is alone. Markdown has no softer tone.
            words.push_str(text);
            continue;
        }
        flush(&mut out, &mut words);
        let is_last = match inlines.get(index + 1) {
            Some(Inline::Text(text) | Inline::Soft(text)) => text.starts_with(char::is_whitespace),
            Some(Inline::Strong(_) | Inline::Code(_) | Inline::Message(_) | Inline::Link { .. }) => false,
            None => true,
        };
        match inline {
            Inline::Text(_) | Inline::Soft(_) => {}
            Inline::Strong(text) => toned(&mut out, "**", "strong", text, is_last),
            Inline::Code(text) => code(&mut out, text, in_cell),
            Inline::Message(text) => out.push_str(&write(&apart(text), address, in_cell)),
            Inline::Link { text, target } => link(&mut out, text, target, address),
        }
    }
    flush(&mut out, &mut words);
    out.trim().to_owned()
}

/// Returns a message in pieces, set apart so that it keeps its own direction.
fn apart(text: &str) -> Vec<Inline> {
    let pieces = text.split('`').enumerate().map(|(index, piece)| {
        if index % 2 == 0 { Inline::Text(piece.to_owned()) } else { Inline::Code(piece.to_owned()) }
    });
    let [start, end] = ["\u{2066}", "\u{2069}"].map(|sign| Inline::Text(sign.to_owned()));
    std::iter::once(start).chain(pieces).chain([end]).collect()
}

fn flush(out: &mut String, words: &mut String) {
    let text = plain(words);
    words.clear();
    let starts_line = out.trim().is_empty();
    push(out, if starts_line { text.trim_start() } else { &text }, starts_line);
}

fn code(out: &mut String, text: &str, in_cell: bool) {
    let text = plain(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    if text.trim().is_empty() {
        out.push_str(&text);
    } else if (in_cell && text.contains('|')) || out.ends_with('`') {
        // Readers differ about a bar in code in a table; next to other code the marks would run together.
        out.push_str("<code>");
        push(out, &text, false);
        out.push_str("</code>");
    } else {
        let marks = "`".repeat(longest + 1);
        let space = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
        out.push_str(&format!("{marks}{space}{text}{space}{marks}"));
    }
}

fn link(out: &mut String, text: &str, target: &Target, address: Address<'_>) {
    let words = plain(text);
    let Some(destination) = destination(target, address) else {
        let starts_line = out.trim().is_empty();
        push(out, &words, starts_line);
        return;
    };
    if out.ends_with('!') {
        // With the bracket it would be a picture.
        out.insert(out.len() - 1, '\\');
    }
    out.push('[');
    push(out, words.trim(), false);
    out.push_str(&format!("]({destination})"));
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{ProptestConfig, Strategy, prop_assert_eq, prop_oneof, proptest};
    use pulldown_cmark::{Event, Parser, Tag};

    use crate::handbook::{Inline, Target};
    use crate::render::Format;
    use crate::render::address::Address;
    use crate::render::markdown::inline::{cell_line, line};
    use crate::render::testing::every_syntax;

    const HERE: Address<'_> = Address { page: "roles/dpo", format: Format::Markdown };

    fn text(text: &str) -> Inline {
        Inline::Text(text.into())
    }

    fn link(text: &str, target: Target) -> Inline {
        Inline::Link { text: text.into(), target }
    }

    fn page(path: &str) -> Target {
        Target::Page { path: path.into(), anchor: None }
    }

    #[test]
    fn each_tone_has_its_marks() {
        let pieces = [text("a "), Inline::Strong("b".into()), text(" "), Inline::Soft("c".into()), text(" ")];
        assert_eq!(line(&pieces, HERE), "a **b** c");
        assert_eq!(line(&[Inline::Code("d".into())], HERE), "`d`");
    }

    #[test]
    fn marks_that_could_be_read_in_another_way_are_tags() {
        assert_eq!(line(&[Inline::Strong("(a)".into())], HERE), "**(a)**");
        assert_eq!(line(&[text("b"), Inline::Strong("(a)".into())], HERE), "b<strong>(a)</strong>");
        assert_eq!(line(&[Inline::Strong("(a)".into()), text("b")], HERE), "<strong>(a)</strong>b");
        let touching = [Inline::Strong("a".into()), Inline::Strong("b".into()), Inline::Soft("c".into())];
        assert_eq!(line(&touching, HERE), "**a**<strong>b</strong>c");
        assert_eq!(line(&[Inline::Code("a".into()), Inline::Code("*".into())], HERE), "`a`<code>\\*</code>");
    }

    #[test]
    fn code_may_hold_backticks_and_bars() {
        assert_eq!(line(&[Inline::Code("a`b".into())], HERE), "``a`b``");
        assert_eq!(line(&[Inline::Code("`".into())], HERE), "`` ` ``");
        assert_eq!(line(&[Inline::Code("a|b".into())], HERE), "`a|b`");
        assert_eq!(cell_line(&[Inline::Code("a|b".into())], HERE), "<code>a\\|b</code>");
    }

    #[test]
    fn links_stay_in_the_markdown_handbook() {
        assert_eq!(line(&[link("Start", page("index"))], HERE), "[Start](../README.md)");
        assert_eq!(line(&[link("a]b", page("roles/cio"))], HERE), "[a\\]b](cio.md)");
        let out = Target::Outside("https://e.org/?a&copy=(b)".into());
        assert_eq!(line(&[link("x", out)], HERE), "[x](https://e.org/?a&amp;copy=%28b%29)");
        assert_eq!(line(&[link("*x*", Target::Outside("javascript:x".into()))], HERE), "\\*x\\*");
    }

    #[test]
    fn pieces_are_no_markup_together() {
        assert_eq!(line(&[text("1"), text(". a")], HERE), "1\\. a");
        assert_eq!(line(&[text("a!"), link("b", page("index"))], HERE), "a\\![b](../README.md)");
        assert_eq!(line(&[text(""), text(" - a")], HERE), "\\- a");
    }

    /// Returns all words of a line, in text and in code, without white space.
    fn read(markdown: &str) -> Result<String, String> {
        let mut words = String::new();
        for event in Parser::new_ext(markdown, every_syntax()) {
            match event {
                Event::Text(text) | Event::Code(text) => words.push_str(&text),
                Event::InlineHtml(_) | Event::End(_) => {}
                Event::Start(tag) => match tag {
                    Tag::Paragraph | Tag::Emphasis | Tag::Strong | Tag::Link { .. } => {}
                    other => return Err(format!("{other:?} in {markdown}")),
                },
                other => return Err(format!("{other:?} in {markdown}")),
            }
        }
        Ok(words.split_whitespace().collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3000) })]

        #[test]
        fn any_pieces_come_back_from_a_reader(pieces in vec(piece(), 0..5)) {
            let expected: String = crate::render::html::words(&pieces).split_whitespace().collect();
            prop_assert_eq!(read(&line(&pieces, HERE)), Ok(expected));
        }
    }

    fn piece() -> impl Strategy<Value = Inline> {
        let words = || "[-+=*_`~#<>\\[\\]()!&:.\\\\ 1ab\\n]{0,6}";
        prop_oneof![
            words().prop_map(Inline::Text),
            words().prop_map(Inline::Strong),
            words().prop_map(Inline::Soft),
            words().prop_map(Inline::Code),
            words().prop_map(|text| link(&text, page("index"))),
        ]
    }
}
