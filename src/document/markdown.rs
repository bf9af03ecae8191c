//! The one Markdown dialect of charters: GitHub's, with `[[kind:id]]` references and numbered statements.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, OffsetIter, Options, Parser, Tag, TagEnd};

/// What the checks need to know of a Markdown text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Headings, in order.
    pub headings: Vec<Heading>,
    /// Links and pictures, in order.
    pub links: Vec<Link>,
    /// Numbered statements, in order.
    pub statements: Vec<Statement>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Level, 1 to 6.
    pub level: u8,
    /// The words, without markup.
    pub text: String,
    /// Anchor, unique in the text.
    pub anchor: String,
    /// Place in the Markdown.
    pub range: Range<usize>,
}

/// A link, picture or reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The address, or what stands between the double brackets.
    pub to: String,
    /// What sort of link it is.
    pub sort: LinkSort,
    /// Place in the Markdown, markup included.
    pub range: Range<usize>,
}

/// What sort a [`Link`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkSort {
    /// An ordinary link.
    Address,
    /// A picture.
    Picture,
    /// A reference between double brackets.
    Mention,
}

/// A numbered statement of a policy: a list item or paragraph that starts with `**S3**`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its number, `S3`.
    pub id: String,
    /// Its words after the number, without markup.
    pub text: String,
    /// Place of the number in the Markdown.
    pub range: Range<usize>,
}

/// Returns the dialect's options.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_WIKILINKS
}

/// Parses Markdown into events with their ranges.
pub fn events(markdown: &str) -> OffsetIter<'_> {
    Parser::new_ext(markdown, options()).into_offset_iter()
}

/// The bytes that can mean something else than themselves in the middle of a line.
static MAY_BE_MARKUP: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = byte < 0x20
            || matches!(
                byte as u8,
                b'\\' | b'`' | b'*' | b'_' | b'~' | b'[' | b']' | b'<' | b'>' | b'&' | b'!' | b'|'
            );
        byte += 1;
    }
    table
};

/// Says whether a text is one line without any markup: a paragraph of just these words.
pub fn is_plain_line(markdown: &str) -> bool {
    let begins = markdown.starts_with(|first: char| first.is_alphabetic() || first == '"' || first == '\'');
    begins && !markdown.bytes().any(|byte| MAY_BE_MARKUP[usize::from(byte)])
}

/// Says whether a text is the number of a statement: `S` and digits.
pub fn is_statement_number(text: &str) -> bool {
    text.strip_prefix('S').is_some_and(|digits| {
        !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Returns the outline of a Markdown text.
pub fn outline(markdown: &str) -> Outline {
    let mut reader = Reader::default();
    if !is_plain_line(markdown) {
        events(markdown).for_each(|(event, range)| reader.take(event, range));
    }
    reader.outline
}

/// Returns the words of a heading of the first level that opens a text, and where it ends: the text's own title.
pub fn leading_title(markdown: &str) -> Option<(String, usize)> {
    if !markdown.contains(['#', '=']) {
        return None;
    }
    let first = outline(markdown).headings.into_iter().next()?;
    let opens = markdown[..first.range.start].trim().is_empty();
    (first.level == 1 && opens).then_some((first.text, first.range.end))
}

/// Gives headings the anchors that forges give them: lower case, blanks to hyphens, punctuation dropped, a number
/// behind repeated ones.
#[derive(Clone, Debug, Default)]
pub struct Anchors {
    taken: std::collections::BTreeMap<String, usize>,
}

impl Anchors {
    /// Returns the anchor for a heading with these words, unlike any returned before.
    pub fn claim(&mut self, words: &str) -> String {
        let base = slug(words);
        let mut anchor = base.clone();
        let mut count = self.taken.get(&base).copied().unwrap_or(0);
        while count > 0 && self.taken.contains_key(&anchor) {
            anchor = format!("{base}-{count}");
            count += 1;
        }
        self.taken.insert(base, count.max(1));
        self.taken.entry(anchor.clone()).or_insert(1);
        anchor
    }
}

/// Returns the words as an anchor: letters, digits, `-` and `_` in lower case, blanks as hyphens.
pub fn slug(words: &str) -> String {
    let slug: String = words
        .trim()
        .chars()
        .filter_map(|character| match character {
            ' ' | '-' => Some('-'),
            '_' => Some('_'),
            letter if letter.is_alphanumeric() => Some(letter),
            _ => None,
        })
        .flat_map(char::to_lowercase)
        .collect();
    if slug.is_empty() { "section".to_owned() } else { slug }
}

#[derive(Default)]
struct Reader {
    outline: Outline,
    anchors: Anchors,
    heading: Option<(u8, Option<String>, String, Range<usize>)>,
    /// Whether a block has just begun, so that a statement number may come.
    fresh: bool,
    strong: bool,
    statement: Option<usize>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => {
                self.fresh = false;
                self.words(&text);
            }
            Event::SoftBreak | Event::HardBreak => self.words(" "),
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::Rule
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, id, .. } => {
                self.heading = Some((level_number(level), id.map(CowStr::into_string), String::new(), range));
            }
            Tag::Paragraph | Tag::Item => {
                self.fresh = true;
                self.statement = None;
            }
            Tag::Strong => self.strong = true,
            Tag::Link { link_type, dest_url, .. } => {
                let mention = matches!(link_type, LinkType::WikiLink { .. });
                let sort = if mention { LinkSort::Mention } else { LinkSort::Address };
                let to = match (mention, link_type) {
                    (false, LinkType::Email) => format!("mailto:{dest_url}"),
                    _ => dest_url.into_string(),
                };
                self.outline.links.push(Link { to, sort, range });
            }
            Tag::Image { dest_url, .. } => {
                self.outline.links.push(Link { to: dest_url.into_string(), sort: LinkSort::Picture, range });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                if let Some((level, id, text, range)) = self.heading.take() {
                    let anchor = self.anchors.claim(id.as_deref().unwrap_or(&text));
                    self.outline.headings.push(Heading { level, text, anchor, range });
                }
            }
            TagEnd::Strong => self.strong = false,
            TagEnd::Paragraph | TagEnd::Item => {
                self.fresh = false;
                self.statement = None;
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let first = std::mem::take(&mut self.fresh);
        if first && self.strong && is_statement_number(text) {
            self.statement = Some(self.outline.statements.len());
            self.outline.statements.push(Statement { id: text.to_owned(), text: String::new(), range });
        } else {
            self.words(text);
        }
    }

    fn words(&mut self, text: &str) {
        if let Some((_, _, words, _)) = &mut self.heading {
            words.push_str(text);
        }
        if let Some(statement) = self.statement.and_then(|index| self.outline.statements.get_mut(index)) {
            let text = if statement.text.is_empty() { text.trim_start() } else { text };
            statement.text.push_str(text);
        }
    }
}

/// Returns a heading level as a number, 1 to 6.
pub fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::Event;

    use super::{Anchors, LinkSort, events, is_plain_line, leading_title, outline};

    #[test]
    fn a_title_is_a_first_heading_before_anything_else() {
        assert_eq!(leading_title("\n# My *day*\n\nText\n"), Some(("My day".to_owned(), 12)));
        assert_eq!(leading_title("Day\n===\nText\n"), Some(("Day".to_owned(), 8)));
        assert_eq!(leading_title("## Day\n"), None);
        assert_eq!(leading_title("Text\n\n# Day\n"), None);
    }

    #[test]
    fn repeated_headings_get_numbers_and_never_collide() {
        let mut anchors = Anchors::default();
        let claimed: Vec<String> = ["Why", "Why", "Why 1", "Why"].map(|words| anchors.claim(words)).into();
        assert_eq!(claimed, ["why", "why-1", "why-1-1", "why-2"]);
    }

    #[test]
    fn statements_links_and_headings_are_found() {
        let found =
            outline("# Hi *there*\n\n- **S1** We ask, see [[role:desk]].\n- **S2** [x](a.md) ![p](b.png)\n");
        assert_eq!(found.headings[0].anchor, "hi-there");
        let statements: Vec<_> = found.statements.iter().map(|s| (s.id.as_str(), s.text.as_str())).collect();
        assert_eq!(statements, [("S1", "We ask, see role:desk."), ("S2", "x p")]);
        let links: Vec<_> = found.links.iter().map(|link| (link.to.as_str(), link.sort)).collect();
        let wanted =
            [("role:desk", LinkSort::Mention), ("a.md", LinkSort::Address), ("b.png", LinkSort::Picture)];
        assert_eq!(links, wanted);
    }

    #[test]
    fn a_plain_line_is_a_paragraph_of_its_words_whatever_signs_it_holds() {
        let mut plain = String::new();
        for sign in (0..128).map(char::from).chain(['é', '—', '’']) {
            for text in [
                format!("A {sign}b{sign} c{sign} {sign}{sign} d"),
                format!("{sign} a"),
                format!("{sign}{sign}{sign}"),
            ] {
                if is_plain_line(&text) {
                    plain.push(sign);
                    let found: Vec<_> = events(&text).collect();
                    let words = Event::Text(text.as_str().into());
                    assert!(found.len() == 3 && found[1] == (words, 0..text.len()), "{found:?}");
                }
            }
        }
        assert!(plain.contains('(') && plain.contains('é') && !plain.contains('[') && !plain.contains('*'));
    }

    #[test]
    fn code_holds_no_references_and_a_number_in_the_middle_is_no_statement() {
        let found = outline("`[[role:a]]` and **S9** later\n\n    [[role:b]]\n");
        assert!(found.links.is_empty() && found.statements.is_empty(), "{found:?}");
    }
}
