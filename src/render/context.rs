//! What templates get: the handbook, a page, the navigation. All words a template prints are escaped there, except
//! those marked safe here.

use std::collections::BTreeMap;

use minijinja::{Value, context};

use crate::handbook::{Block, Handbook, Page, Target};
use crate::render::address::{Address, depth, encode, file_of};
use crate::render::theme::Theme;
use crate::render::{Format, RenderError, feed, html, markdown, site};

/// Fewest entries that make a table of contents worth its place.
const CONTENTS_FROM: usize = 3;

/// What all pages of one format share.
pub(super) struct Shared<'a> {
    handbook: &'a Handbook,
    format: Format,
    values: Value,
    words: Value,
    /// The navigation as it looks from a page.
    navigation: BTreeMap<Standpoint, Value>,
    /// Of each page that has one its place in the reading order: the section's pages and the index among them.
    places: BTreeMap<&'a str, (&'a [String], usize)>,
}

/// Everything the look of the navigation depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Standpoint {
    depth: usize,
    section: Option<usize>,
    /// The page is the first of its section, or the start page.
    first: bool,
}

impl<'a> Shared<'a> {
    /// Prepares what all pages share, the navigation among it: once per section and folder depth, not per page.
    pub(super) fn new(handbook: &'a Handbook, format: Format, theme: &Theme) -> Result<Self, RenderError> {
        let values = context! {
            org => &handbook.org,
            name => &handbook.name,
            language => &handbook.language,
            direction => direction(&handbook.language),
            version => &handbook.version,
            as_of => &handbook.as_of,
            feed => feed::is_there(handbook).then_some(feed::FILE),
            logo => logo(handbook, |path| Some(encode(path))),
            fonts => !handbook.theme.font_files.is_empty(),
            find => handbook.pages.iter().any(|page| page.path == "find"),
            made_from => handbook.words.fill("handbook-made-from", &[
                ("handbook", (&handbook.name).into()),
                ("org", (&handbook.org).into()),
                ("day", handbook.words.day(&handbook.as_of).into()),
            ]),
        };
        let orders = handbook.sections.iter().map(|section| section.pages.as_slice());
        let places = orders
            .flat_map(|order| {
                order.iter().enumerate().map(move |(index, path)| (path.as_str(), (order, index)))
            })
            .collect();
        let words = templates(handbook);
        let mut shared = Self { handbook, format, values, words, navigation: BTreeMap::new(), places };
        for page in &handbook.pages {
            let standpoint = shared.standpoint(page);
            if !shared.navigation.contains_key(&standpoint) {
                let text = theme.render(
                    &format!("nav.{}.jinja", format.ending()),
                    shared.navigation_values(standpoint, &"../".repeat(standpoint.depth)),
                )?;
                shared.navigation.insert(standpoint, safe(text.trim_end().to_owned()));
            }
        }
        Ok(shared)
    }

    /// Returns what the template of `page` gets.
    pub(super) fn page(&self, page: &Page) -> Value {
        let address = Address { page: &page.path, format: self.format };
        let (body, root) = (Body::new(page, address, self.handbook), address.root());
        let parts = page.parts.iter().zip(body.parts).map(|(part, (anchor, text))| {
            context! {
                id => &part.id,
                href => safe(format!("#{}", encode(&part.id))),
                title => &part.title,
                link => self.handbook.words.fill("link-to", &[("title", (&part.title).into())]),
                anchor => safe(anchor),
                body => safe(text),
            }
        });
        let contents = body.contents.iter().map(|entry| {
            context! { href => safe(format!("#{}", encode(&entry.id))), title => &entry.title }
        });
        let trail =
            page.trail.iter().map(|(title, target)| context! { title, href => href(address, target) });
        let (previous, next) = self.neighbours(page);
        let neighbour = |page: &Page| {
            let target = Target::Page { path: page.path.clone(), anchor: None };
            context! { title => &page.title, href => href(address, &target) }
        };
        context! {
            handbook => &self.values,
            words => &self.words,
            nav => self.navigation.get(&self.standpoint(page)),
            home => safe(format!("{root}{}", file_of("index", self.format))),
            root => safe(root),
            page => context! {
                path => &page.path,
                address => self.address(page),
                title => &page.title,
                summary => html::words(&page.lead),
                lead => safe(body.lead),
                trail => trail.collect::<Value>(),
                parts => parts.collect::<Value>(),
                toc => contents.collect::<Value>(),
                figures => page.parts.iter().any(|part| part.blocks.iter().any(is_figure)),
                previous => previous.map(neighbour),
                next => next.map(neighbour),
                foot => context! {
                    owner => safe(body.owner),
                    last_reviewed => page.foot.last_reviewed.as_deref().unwrap_or_default(),
                    version => page.foot.version.as_ref().unwrap_or(&self.handbook.version),
                    changed => page.foot.changed.as_ref().map(|change| context! {
                        date => change.date.to_string(),
                        commit => &change.commit,
                        words => self.handbook.words.fill("changed-in", &[
                            ("day", self.handbook.words.date(change.date).into()),
                            ("commit", (&change.commit).into()),
                        ]),
                    }),
                    source => page.foot.source.as_deref().unwrap_or_default(),
                    edit => self.edit(page, address),
                    feedback => safe(body.feedback),
                },
            },
        }
    }

    /// Returns the whole address of a page, where the handbook is published at one.
    fn address(&self, page: &Page) -> Option<Value> {
        let site = self.handbook.site.as_deref()?;
        Some(safe(html::escaped(&site::address(site, &page.path, None)).into_owned()))
    }

    /// Returns the pages before and after a page in the order of its section.
    fn neighbours(&self, page: &Page) -> (Option<&'a Page>, Option<&'a Page>) {
        let Some((order, index)) = self.places.get(page.path.as_str()) else { return (None, None) };
        let pages = &self.handbook.pages;
        let at = |index: usize| {
            let path = order.get(index)?;
            pages.binary_search_by(|page| page.path.cmp(path)).ok().map(|found| &pages[found])
        };
        (index.checked_sub(1).and_then(at), at(index + 1))
    }

    /// Returns where the file that a page was made from can be edited.
    fn edit(&self, page: &Page, address: Address<'_>) -> Option<Value> {
        let (edit, source) = (self.handbook.edit.as_ref()?, page.foot.source.as_ref()?);
        let target = Target::Outside(edit.replace("{path}", &encode(source)));
        address.of(&target).map(|_| href(address, &target))
    }

    fn standpoint(&self, page: &Page) -> Standpoint {
        let first = match page.section {
            Some(index) => self.handbook.sections.get(index).is_some_and(|section| section.path == page.path),
            None => page.path == "index",
        };
        Standpoint { depth: depth(&page.path), section: page.section, first }
    }

    fn navigation_values(&self, standpoint: Standpoint, root: &str) -> Value {
        let href = |path: &str| safe(format!("{root}{}", encode(&file_of(path, self.format))));
        let current = |index: Option<usize>| match (standpoint.section == index, standpoint.first) {
            (true, true) => "page",
            (true, false) if index.is_some() => "true",
            (true | false, _) => "",
        };
        let listed = self.handbook.sections.iter().any(|section| section.path == "index");
        let sections = self.handbook.sections.iter().enumerate().map(|(index, section)| {
            context! { title => &section.title, href => href(&section.path), current => current(Some(index)) }
        });
        context! {
            handbook => &self.values,
            words => &self.words,
            root => safe(root.to_owned()),
            home => context! { href => href("index"), current => current(None), listed => listed },
            sections => sections.collect::<Value>(),
        }
    }
}

/// The charter's words on a page, written in one format.
struct Body {
    lead: String,
    owner: String,
    feedback: String,
    /// Of each part the anchor in its heading and its body.
    parts: Vec<(String, String)>,
    contents: Vec<html::Entry>,
}

impl Body {
    fn new(page: &Page, address: Address<'_>, handbook: &Handbook) -> Self {
        let mut body = match address.format {
            Format::Html => {
                let mut writer = html::Writer::new(address).with(&handbook.glossary).speaking(handbook.words);
                Self {
                    lead: writer.told_line(&page.lead),
                    owner: writer.line(&page.foot.owner),
                    feedback: writer.line(&page.foot.feedback),
                    parts: page.parts.iter().map(|part| (String::new(), writer.part(part))).collect(),
                    contents: writer.contents(),
                }
            }
            // The data have no pages, so nobody asks.
            Format::Markdown | Format::Json => {
                let mut writer = markdown::Writer::new(address, &page.title).speaking(handbook.words);
                Self {
                    lead: writer.line(&page.lead),
                    owner: writer.line(&page.foot.owner),
                    feedback: writer.line(&page.foot.feedback),
                    parts: page.parts.iter().map(|part| writer.part(part)).collect(),
                    contents: Vec::new(),
                }
            }
        };
        if body.contents.len() < CONTENTS_FROM {
            body.contents.clear();
        }
        body
    }
}

fn is_figure(block: &Block) -> bool {
    matches!(block, Block::Figure(_))
}

/// Returns the address of a target as it stands in an attribute or between brackets.
fn href(address: Address<'_>, target: &Target) -> Value {
    safe(html::escaped(&address.of(target).unwrap_or_default()).into_owned())
}

pub(super) fn safe(text: String) -> Value {
    Value::from_safe_string(text)
}

/// Returns the logo, where there is one: its address and what it shows.
pub(super) fn logo(handbook: &Handbook, address: impl Fn(&str) -> Option<String>) -> Option<Value> {
    let logo = handbook.theme.logo.as_ref()?;
    let file = handbook.pictures.iter().find(|picture| picture.path == logo.file)?;
    let address = address(&file.path)?;
    Some(context! { address => safe(address), text => &logo.text })
}

/// Returns the words of the templates, by the rest of their keys: `words.skip` is `template-skip`. What `words.lang`
/// holds stands in the tag of an element with such words: it says their language where the charter has another.
pub(super) fn templates(handbook: &Handbook) -> Value {
    let language = handbook.words;
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let lang = if primary(&handbook.language) == primary(language.tag()) {
        String::new()
    } else {
        format!(" lang=\"{}\" dir=\"{}\"", language.tag(), language.direction())
    };
    let words = language.starting_with::<Value>("template-").chain([("lang".to_owned(), safe(lang))]);
    Value::from(words.collect::<BTreeMap<_, _>>())
}

/// Returns the direction in which a language is written.
pub(super) fn direction(language: &str) -> &'static str {
    let primary = language.split('-').next().unwrap_or_default();
    if ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(&primary) {
        "rtl"
    } else {
        "ltr"
    }
}
