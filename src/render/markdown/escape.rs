//! Text inside Markdown.

/// Escapes text for any place in Markdown, the start of a line included; white space becomes single spaces.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    push(&mut out, plain(text).trim(), true);
    out
}

/// Makes every run of white space and control characters one space: in running text a line break means no more.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// Appends text, escaped; `starts_line` says that nothing but the text stands before it on its line.
pub(super) fn push(out: &mut String, text: &str, starts_line: bool) {
    let marker = if starts_line { line_marker(text) } else { None };
    let mut previous = None;
    for (index, c) in text.char_indices() {
        let rest = &text[index + c.len_utf8()..];
        if Some(index) == marker || is_special(c, previous, rest) {
            out.push('\\');
        }
        out.push(c);
        previous = Some(c);
    }
}

/// Returns where a character stands that would make the line a list item, a definition or the underline of a heading.
fn line_marker(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.as_bytes().get(digits) {
        Some(b'-' | b'+' | b'=' | b':') if digits == 0 => Some(0),
        Some(b'.' | b')') if digits > 0 => Some(digits),
        Some(_) | None => None,
    }
}

fn is_special(c: char, previous: Option<char>, rest: &str) -> bool {
    let next_is = |test: fn(char) -> bool| rest.starts_with(test);
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '^' | '$' | '{' | '}' => true,
        // References of forges: people, issues, merge requests, milestones.
        '#' | '@' => true,
        '!' => next_is(|c| c.is_ascii_digit()),
        '%' => next_is(|c| c.is_ascii_alphanumeric() || c == '"'),
        '&' => next_is(|c| c.is_ascii_digit() || c == '#') || is_reference(rest),
        // Addresses that forges turn into links by themselves.
        ':' => next_is(|c| c == '/'),
        '.' => previous.is_some_and(|c| c.eq_ignore_ascii_case(&'w')),
        _ => false,
    }
}

/// Says whether `rest` continues an ampersand to a named character: `amp;`.
fn is_reference(rest: &str) -> bool {
    let name = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    name > 0 && rest[name..].starts_with(';')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};
    use pulldown_cmark::{Event, Parser};

    use crate::render::markdown::escape::{escaped, plain};
    use crate::render::testing::every_syntax;

    #[test]
    fn words_cannot_become_markup() {
        assert_eq!(escaped("*x*|<b>"), "\\*x\\*\\|\\<b\\>");
        assert_eq!(escaped("[[a]](b)"), "\\[\\[a\\]\\](b)");
        assert_eq!(escaped("@name #12 !3 %4 &5 $6$"), "\\@name \\#12 \\!3 \\%4 \\&5 \\$6\\$");
        assert_eq!(escaped("a_b `c` ~d~ \\"), "a\\_b \\`c\\` \\~d\\~ \\\\");
        assert_eq!(escaped("&amp; https://e.org www.e.org"), "\\&amp; https\\://e.org www\\.e.org");
    }

    #[test]
    fn plain_words_stay_as_they_are() {
        for text in ["R&D, 50% (at most)!", "Who decides - and when? 3.5 days: no more.", "Zoë’s 文", ""]
        {
            assert_eq!(escaped(text), text);
        }
    }

    #[test]
    fn the_start_of_a_line_is_no_marker() {
        assert_eq!(escaped("- a"), "\\- a");
        assert_eq!(escaped(" + a"), "\\+ a");
        assert_eq!(escaped("==="), "\\===");
        assert_eq!(escaped(": a"), "\\: a");
        assert_eq!(escaped("1. a"), "1\\. a");
        assert_eq!(escaped("12) a"), "12\\) a");
        assert_eq!(escaped("# a"), "\\# a");
        assert_eq!(escaped("\ta\n\n- b\r\nc"), "a - b c");
    }

    /// Returns the text of a document that must be nothing but text, without white space.
    fn read(markdown: &str) -> Result<String, String> {
        let mut text = String::new();
        for event in Parser::new_ext(markdown, every_syntax()) {
            match event {
                Event::Text(words) => text.push_str(&words),
                Event::Start(_) | Event::End(_) | Event::SoftBreak => {}
                other => return Err(format!("{other:?} from {markdown}")),
            }
        }
        Ok(text.split_whitespace().collect())
    }

    fn check(text: &str) -> Result<(), String> {
        let expected: String = plain(text).replace('\0', "").split_whitespace().collect();
        let line = escaped(text);
        for document in [
            line.clone(),
            format!("# {line}"),
            format!("- {line}"),
            format!("> {line}"),
            format!("a\n{line}"),
        ] {
            let extra = if document.starts_with("a\n") { "a" } else { "" };
            let found = read(&document)?;
            if found != format!("{extra}{expected}") {
                return Err(format!("{document:?} reads as {found:?}, not {expected:?}"));
            }
            let blocks =
                Parser::new_ext(&document, every_syntax()).filter(|event| matches!(event, Event::Start(_)));
            if blocks.count() > 2 {
                return Err(format!("{document:?} has markup"));
            }
        }
        let table = format!("| a |\n| - |\n| {line} |");
        let found = read(&table)?;
        if found == format!("a{expected}") { Ok(()) } else { Err(format!("{table:?} reads as {found:?}")) }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

        #[test]
        fn any_words_come_back_from_a_reader(text in any::<String>()) {
            prop_assert_eq!(check(&text), Ok(()));
        }

        #[test]
        fn hostile_words_come_back_from_a_reader(text in "[-+=*_`~#@$^{}\\[\\]()<>|!&:;./\\\\ \"'0-9ab\\n\\t]{0,24}") {
            prop_assert_eq!(check(&text), Ok(()));
        }
    }
}
