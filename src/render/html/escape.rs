//! Text inside HTML.

use std::borrow::Cow;

/// Escapes text for any place in HTML, attributes in quotes included.
pub(crate) fn escaped(text: &str) -> Cow<'_, str> {
    if text.bytes().any(needs_care) {
        let mut out = String::with_capacity(text.len() + 16);
        push(&mut out, text);
        Cow::Owned(out)
    } else {
        Cow::Borrowed(text)
    }
}

/// Appends text, escaped.
pub(super) fn push(out: &mut String, text: &str) {
    let mut start = 0;
    for (index, byte) in text.bytes().enumerate() {
        let replacement = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            // HTML has no way to write most control characters.
            _ if needs_care(byte) => "\u{FFFD}",
            _ => continue,
        };
        out.push_str(&text[start..index]);
        out.push_str(replacement);
        start = index + 1;
    }
    out.push_str(&text[start..]);
}

fn needs_care(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | 0x7F)
        || (byte < 0x20 && !matches!(byte, b'\n' | b'\t'))
}

#[cfg(test)]
mod tests {
    use crate::render::html::escaped;

    #[test]
    fn text_cannot_become_markup() {
        assert_eq!(escaped("<script>\"&'"), "&lt;script&gt;&quot;&amp;&#39;");
        assert_eq!(escaped("plain é — 文\n"), "plain é — 文\n");
        assert_eq!(escaped("a\0b\u{7f}é\r"), "a\u{FFFD}b\u{FFFD}é\u{FFFD}");
    }
}
