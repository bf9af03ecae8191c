//! Markdown to sentences and words.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::check::texts::{Sentence, Word};
use crate::document::markdown::{events, is_plain_line, is_statement_number};
use crate::source::Span;

/// Words that end in a full stop and end no sentence.
const SHORT: [&str; 12] = ["e.g", "i.e", "etc", "mr", "mrs", "ms", "dr", "st", "no", "vs", "cf", "approx"];

/// How many words few sentences pass: room for so many is made at once.
const WORDS: usize = 24;

/// Reads the sentences of a Markdown text that starts at byte `base` of its file, and its pictures without words.
pub(super) fn read(markdown: &str, base: usize) -> (Vec<Sentence>, Vec<Span>) {
    let mut reader = Reader { markdown, base, ..Reader::default() };
    reader.words.reserve(WORDS);
    reader.lower.reserve(WORDS * 8);
    if is_plain_line(markdown) {
        reader.text(0..markdown.len());
    } else {
        events(markdown).for_each(|(event, range)| reader.take(event, range));
    }
    reader.close();
    (reader.sentences, reader.bare_pictures)
}

#[derive(Default)]
struct Reader<'a> {
    markdown: &'a str,
    base: usize,
    sentences: Vec<Sentence>,
    bare_pictures: Vec<Span>,
    words: Vec<Word>,
    /// The words in lower case, with blanks between them.
    lower: String,
    /// How many headings, table cells and the like are open.
    names: usize,
    /// How many blocks of code, links by address or by name and pictures are open.
    skipped: usize,
    stated: bool,
    quoted: bool,
    /// The picture that is open, and whether it has words.
    picture: Option<(Range<usize>, bool)>,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => {
                if let Some((_, worded)) = &mut self.picture {
                    *worded |= !text.trim().is_empty();
                }
                // An escape or entity stands for something else than itself.
                if self.skipped == 0 && self.markdown.get(range.clone()) == Some(&*text) {
                    self.text(range);
                }
            }
            Event::Code(text) => {
                if let Some((_, worded)) = &mut self.picture {
                    *worded |= !text.trim().is_empty();
                }
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { .. } | Tag::TableHead | Tag::TableCell => {
                self.close();
                self.names += 1;
            }
            Tag::Paragraph | Tag::Item => {
                self.close();
                self.stated = false;
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock => {
                self.close();
                self.skipped += 1;
            }
            Tag::Link { link_type: pulldown_cmark::LinkType::WikiLink { .. }, .. } => self.skipped += 1,
            Tag::Image { .. } => {
                self.skipped += 1;
                self.picture = Some((range, false));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::TableHead | TagEnd::TableCell => {
                self.close();
                self.names = self.names.saturating_sub(1);
            }
            TagEnd::CodeBlock | TagEnd::HtmlBlock => self.skipped = self.skipped.saturating_sub(1),
            TagEnd::Link if self.wiki() => self.skipped = self.skipped.saturating_sub(1),
            TagEnd::Image => {
                self.skipped = self.skipped.saturating_sub(1);
                if let Some((range, false)) = self.picture.take() {
                    self.bare_pictures.push(Span::new(self.base + range.start, self.base + range.end));
                }
            }
            TagEnd::Paragraph | TagEnd::Item => self.close(),
            _ => {}
        }
    }

    /// Says whether the link that ends is one by name: only those are left out.
    fn wiki(&self) -> bool {
        self.skipped > 0 && self.picture.is_none()
    }

    fn text(&mut self, range: Range<usize>) {
        let markdown = &self.markdown[..range.end];
        let mut start = range.start;
        while start < range.end {
            let rest = &markdown[start..];
            // Most of what stands between two blanks is a word and nothing else.
            let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            if matches!(rest.as_bytes().get(plain), None | Some(b' ')) {
                if plain > 0 {
                    self.add(&rest[..plain], start);
                }
                start += plain + 1;
                continue;
            }
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            if end > 0 {
                self.chunk(&rest[..end], start);
            }
            start += end + rest[end..].chars().next().map_or(0, char::len_utf8);
        }
    }

    /// Takes what stands between two blanks.
    fn chunk(&mut self, chunk: &str, start: usize) {
        if chunk.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return self.add(chunk, start);
        }
        let opens = chunk.trim_start_matches(['(', '[']).starts_with(['"', '“', '‘', '\'']);
        // A scalar's own quotes stand at its very start.
        self.quoted |= opens && start > 0;
        let address = chunk.contains([':', '@', '.'])
            && (chunk.contains("://") || chunk.contains('@') || chunk.starts_with("www."));
        let mut at = start;
        for part in chunk.split_inclusive(['/', '—', '–']) {
            if !address {
                self.word(part, at);
            }
            at += part.len();
        }
        let closed = chunk.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']']);
        if closed.ends_with(['"', '”', '’', '\'']) {
            self.quoted = false;
        }
        let bare = chunk.trim_end_matches(['"', '”', '’', '\'', ')', ']']);
        if bare.ends_with(['.', '!', '?']) {
            let word = bare.trim_end_matches('.').trim_start_matches(['(', '"', '“']).to_lowercase();
            if !(bare.ends_with('.') && SHORT.contains(&word.as_str())) {
                self.flush();
            }
        }
    }

    fn word(&mut self, part: &str, start: usize) {
        let word = part.trim_start_matches(|first: char| !first.is_alphanumeric());
        let start = start + part.len() - word.len();
        let word = word.trim_end_matches(|last: char| !last.is_alphanumeric());
        if !word.is_empty() {
            self.add(word, start);
        }
    }

    /// Adds a word to the sentence; the number of a statement is none.
    fn add(&mut self, word: &str, start: usize) {
        if self.words.is_empty() && is_statement_number(word) {
            self.stated = true;
            return;
        }
        if !self.lower.is_empty() {
            self.lower.push(' ');
        }
        let begin = self.lower.len();
        if word.is_ascii() {
            self.lower.push_str(word);
            self.lower[begin..].make_ascii_lowercase();
        } else {
            self.lower.push_str(&word.to_lowercase().replace('’', "'"));
        }
        let span = Span::new(self.base + start, self.base + start + word.len());
        self.words.push(Word { span, lower: Span::new(begin, self.lower.len()), quoted: self.quoted });
    }

    /// Ends a sentence.
    fn flush(&mut self) {
        self.quoted = false;
        if !self.words.is_empty() {
            let (words, lower) = (self.words.as_slice().into(), self.lower.as_str().into());
            self.sentences.push(Sentence { words, lower, prose: self.names == 0, stated: self.stated });
            self.words.clear();
            self.lower.clear();
        }
    }

    /// Ends a block.
    fn close(&mut self) {
        self.flush();
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    fn sentences(markdown: &str) -> Vec<String> {
        let (sentences, _) = read(markdown, 0);
        let words = |sentence: &super::Sentence| {
            let words: Vec<&str> = sentence.words.iter().map(|word| word.span.slice(markdown)).collect();
            words.join(" ")
        };
        sentences.iter().map(words).collect()
    }

    #[test]
    fn sentences_end_at_stops_and_blocks_and_not_at_short_forms() {
        let found = sentences(
            "# A title\n\nWe ask, e.g. by phone. Nobody waits!\n\n- **S1** First thing\n- Second\n",
        );
        assert_eq!(found, ["A title", "We ask e.g by phone", "Nobody waits", "First thing", "Second"]);
    }

    #[test]
    fn code_names_and_addresses_are_left_out() {
        let found = sentences(
            "Run `sudo` as [[role:desk]] on [this page](a/b.md), see https://a.example/b.\n\n    code\n",
        );
        assert_eq!(found, ["Run as on this page see"]);
    }

    #[test]
    fn what_others_say_is_quoted() {
        let (found, _) = read("We never say \"user error\" here.", 0);
        let quoted: Vec<bool> = found[0].words.iter().map(|word| word.quoted).collect();
        assert_eq!(quoted, [false, false, false, true, true, false]);
    }

    #[test]
    fn a_picture_without_words_is_found() {
        let (_, pictures) = read("![a door](a.png) ![](b.png)", 10);
        assert_eq!(pictures.len(), 1);
        assert_eq!((pictures[0].start, pictures[0].end), (27, 37));
    }
}
