//! What the XML files of a handbook share.

use std::borrow::Cow;

use crate::render::html;

/// Returns words as they may stand in XML: escaped, without the characters that no XML file can hold.
pub(super) fn escaped(words: &str) -> Cow<'_, str> {
    let fits = |letter: char| match letter {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        letter => letter >= ' ',
    };
    if words.chars().all(fits) {
        return html::escaped(words);
    }
    let words: String = words.chars().filter(|letter| fits(*letter)).collect();
    Cow::Owned(html::escaped(&words).into_owned())
}
