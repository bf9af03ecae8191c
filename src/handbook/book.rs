//! What every page is built from: the charter, its files, the findings and the day.

use crate::config::Settings;
use crate::diagnostic::Diagnostic;
use crate::document::markdown::{LinkSort, leading_title};
use crate::document::mention::{self, Mention};
use crate::handbook::audience::{instead_of, neutral};
use crate::handbook::inline::{link, text};
use crate::handbook::language::Language;
use crate::handbook::page::{Block, Foot, Inline, Target};
use crate::handbook::places::{self, page};
use crate::history::History;
use crate::model::audience::Hidden;
use crate::model::kinds::{ChannelKind, ReadBy, Role};
use crate::model::links::{Destination, Linker};
use crate::model::topics::Sign;
use crate::model::value::{Date, Prose, Ref, Target as Names};
use crate::model::{Charter, Entity, Registry};
use crate::source::{Kind, Snapshot};

/// What a handbook is made from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The files.
    pub snapshot: &'a Snapshot,
    /// Every entity with its place.
    pub registry: &'a Registry,
    /// The charter.
    pub charter: &'a Charter,
    /// What the check found.
    pub findings: &'a [Diagnostic],
    /// The day that the handbook is true for.
    pub as_of: Date,
    /// The settings.
    pub settings: &'a Settings,
    /// Who will read the handbook; what is for fewer people is left out.
    pub audience: ReadBy,
    /// What Git knows; `None` outside Git.
    pub history: Option<&'a History>,
}

/// A source with the ways to name and link what is in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Book<'a> {
    pub(super) charter: &'a Charter,
    pub(super) registry: &'a Registry,
    pub(super) snapshot: &'a Snapshot,
    pub(super) findings: &'a [Diagnostic],
    pub(super) as_of: Date,
    pub(super) settings: &'a Settings,
    pub(super) history: Option<&'a History>,
    pub(super) audience: ReadBy,
    pub(super) language: &'static Language,
    hidden: &'a Hidden,
    topics_of: &'a Charter,
}

impl<'a> Book<'a> {
    /// Makes a book of a source from which `hidden` was taken out.
    pub(super) fn new(source: Source<'a>, hidden: &'a Hidden) -> Self {
        let Source { snapshot, registry, charter, findings, as_of, settings, history, audience } = source;
        Self {
            charter,
            registry,
            snapshot,
            findings,
            as_of,
            settings,
            history,
            audience,
            language: Language::of(&tag_of(charter)),
            hidden,
            topics_of: charter,
        }
    }

    /// Has the ten topics looked for in another charter: what one audience may not read is not missing.
    pub(super) fn with_topics_of(self, charter: &'a Charter) -> Self {
        Self { topics_of: charter, ..self }
    }

    /// Says whether the charter has what speaks about a topic, whoever may read it.
    pub(super) fn is_there(&self, sign: &Sign) -> bool {
        sign.is_there(self.topics_of)
    }

    pub(super) fn linker(&self) -> Linker<'a> {
        Linker { snapshot: self.snapshot, registry: self.registry }
    }

    /// Returns the language tag of the charter.
    pub(super) fn tag(&self) -> String {
        tag_of(self.charter)
    }

    /// Returns the name that readers know a thing by.
    pub(super) fn title(&self, kind: Kind, id: &str) -> String {
        if self.hidden.has(kind, id) {
            return self.say(neutral(Some(kind))).to_owned();
        }
        self.name_of(kind, id).unwrap_or_else(|| id.to_owned())
    }

    /// Says whether a thing was taken out.
    pub(super) fn hides(&self, kind: Kind, id: &str) -> bool {
        self.hidden.has(kind, id)
    }

    fn name_of(&self, kind: Kind, id: &str) -> Option<String> {
        let charter = self.charter;
        Some(match kind {
            Kind::Charter => charter.head()?.name.clone(),
            Kind::Team => charter.teams.get(id)?.name.clone(),
            Kind::Person => charter.people.get(id)?.name.clone(),
            Kind::Role => charter.roles.get(id)?.name.clone(),
            Kind::Responsibility => charter.responsibilities.get(id)?.name.clone(),
            Kind::Policy => charter.policies.get(id)?.title.clone(),
            Kind::Norm => charter.norms.get(id)?.text.clone(),
            Kind::Channel => charter.channels.get(id)?.name.clone(),
            Kind::Service => charter.services.get(id)?.name.clone(),
            Kind::Term => charter.terms.get(id)?.term.clone(),
            Kind::Access => charter.access.get(id)?.name.clone(),
            Kind::Escalation => charter.escalations.get(id)?.name.clone(),
            Kind::Meeting => charter.meetings.get(id)?.name.clone(),
            Kind::Rota => charter.rotas.get(id)?.name.clone(),
            Kind::Worklife => self.say("section-working").to_owned(),
            Kind::Growth => self.say("section-growing").to_owned(),
            Kind::Rewards => self.say("section-pay").to_owned(),
            Kind::Kudos => self.say("common-thank-yous").to_owned(),
            Kind::Acknowledgement => self
                .fill("common-what-a-person-has-read", &[("person", (&charter.people.get(id)?.name).into())]),
            Kind::Exception => self.fill("exception-by-id", &[("id", id.into())]),
            Kind::Goal => charter.head()?.goals.iter().find(|goal| goal.id.as_str() == id)?.text.clone(),
            Kind::Skill => {
                charter.growth()?.skills.iter().find(|skill| skill.id.as_str() == id)?.name.clone()
            }
            Kind::Offer => {
                charter.growth()?.offers.iter().find(|offer| offer.id.as_str() == id)?.name.clone()
            }
            Kind::Grade => {
                charter.rewards()?.grades.iter().find(|grade| grade.id.as_str() == id)?.name.clone()
            }
            Kind::Award => {
                charter.rewards()?.awards.iter().find(|award| award.id.as_str() == id)?.name.clone()
            }
            Kind::Page => {
                let page = charter.pages.get(id)?;
                let own = || leading_title(page.body.as_str()).map(|(title, _)| title);
                page.title.clone().or_else(own).unwrap_or_else(|| places::page_title(id))
            }
        })
    }

    /// Returns a link to a thing, in its own name.
    pub(super) fn link(&self, kind: Kind, id: &str) -> Inline {
        if self.hidden.has(kind, id) {
            return text(self.say(neutral(Some(kind))));
        }
        link(self.title(kind, id), self.target(kind, id))
    }

    /// Returns where a thing stands; reporting channels stand on a page of their own.
    pub(super) fn target(&self, kind: Kind, id: &str) -> Target {
        let channel = self.charter.channels.get(id).filter(|_| kind == Kind::Channel);
        let reports = channel.is_some_and(|channel| channel.kind.contains(&ChannelKind::SpeakUp));
        match places::target(kind, id) {
            Target::Page { anchor, .. } if reports => {
                Target::Page { path: places::path::CONCERN.to_owned(), anchor }
            }
            target => target,
        }
    }

    /// Returns a reference as readers see it: a link in the thing's name, or the reserved word in words.
    pub(super) fn name<T: Names>(&self, reference: &Ref<T>) -> Vec<Inline> {
        if let Some(word) = reference.word() {
            return vec![text(self.reserved(word))];
        }
        let id = reference.as_str();
        match T::KINDS.iter().find(|kind| self.registry.find(**kind, id).is_some()) {
            Some(Kind::Role) => self.role(id),
            Some(kind) => vec![self.link(*kind, id)],
            None => match T::KINDS.iter().find(|kind| self.hidden.has(**kind, id)) {
                Some(kind) => vec![text(self.say(neutral(Some(*kind))))],
                None => vec![text(id)],
            },
        }
    }

    /// Returns a reserved word in words.
    fn reserved<'b>(&self, word: &'b str) -> &'b str {
        match word {
            "none" => self.say("word-none"),
            "outside" => self.say("word-outside"),
            "next step up" => self.say("word-next-step-up"),
            "everyone" => self.say("word-everyone"),
            word => word,
        }
    }

    /// Returns several references, `a, b and c`.
    pub(super) fn names<T: Names>(&self, references: &[Ref<T>]) -> Vec<Inline> {
        self.and(references.iter().map(|reference| self.name(reference)).collect())
    }

    /// Returns a role with the names of those who fill it: "IT manager (Amara Okafor)".
    pub(super) fn role(&self, id: &str) -> Vec<Inline> {
        let Some(role) = self.charter.roles.get(id) else { return vec![text(id)] };
        let name = link(role.name.clone(), page(&format!("roles/{id}")));
        let mut holders = self.holders(role);
        if holders.is_empty() {
            if role.contact.is_none() {
                return self.line("role-empty", &[("role", name.into())]);
            }
            return vec![name];
        }
        let others = if holders.len() > 3 { holders.split_off(2).len() } else { 0 };
        let people = self.language.join(holders);
        if others == 0 {
            return self.line("role-filled", &[("role", name.into()), ("people", people.into())]);
        }
        let values = [("role", name.into()), ("people", people.into()), ("others", others.into())];
        self.line("role-filled-by-many", &values)
    }

    /// Returns those who fill a role on the day, stand-ins marked.
    pub(super) fn holders(&self, role: &Role) -> Vec<Vec<Inline>> {
        let holders = self.charter.holders(role, self.as_of).into_iter();
        holders
            .map(|holder| {
                let person = self.link(Kind::Person, &holder.person.id);
                if holder.acting {
                    self.line("holder-acting", &[("person", person.into())])
                } else {
                    vec![person]
                }
            })
            .collect()
    }

    /// Returns a text field: plain words in which references in double brackets are links.
    pub(super) fn words(&self, words: &str) -> Vec<Inline> {
        let mut line = Vec::new();
        let mut at = 0;
        for (range, inside) in mention::find(words) {
            if range.start > at {
                line.push(text(&words[at..range.start]));
            }
            at = range.end;
            let own = Mention::parse(inside).words;
            line.push(match self.linker().mention(inside) {
                Ok(Destination::Entity { kind, id, anchor }) => {
                    let target = match (self.target(kind, &id), anchor) {
                        (Target::Page { path, .. }, Some(anchor)) => {
                            Target::Page { path, anchor: Some(anchor) }
                        }
                        (target, _) => target,
                    };
                    link(own.map_or_else(|| self.title(kind, &id), str::to_owned), target)
                }
                Ok(_) | Err(_) => text(own.unwrap_or_else(|| self.unresolved(inside))),
            });
        }
        if at < words.len() {
            line.push(text(&words[at..]));
        }
        // A large charter has hundreds of thousands of lines, of which most are one piece.
        line.shrink_to_fit();
        line
    }

    /// Returns the words of a reference that leads nowhere: what stands between the brackets, unless it names
    /// something that was taken out.
    pub(super) fn unresolved<'b>(&self, inside: &'b str) -> &'b str {
        instead_of(inside, self.hidden, self.registry, self.language).unwrap_or(inside)
    }

    /// Returns a text field that may be left out.
    pub(super) fn optional(&self, words: Option<&String>) -> Vec<Inline> {
        words.map(|words| self.words(words)).unwrap_or_default()
    }

    /// Returns a reference that may be left out.
    pub(super) fn optional_name<T: Names>(&self, reference: Option<&Ref<T>>) -> Vec<Inline> {
        reference.map(|reference| self.name(reference)).unwrap_or_default()
    }

    /// Returns a text field that may be an address outside: a link where it is one, otherwise its words.
    pub(super) fn address(&self, words: &str) -> Vec<Inline> {
        let whole = words.trim();
        match self.linker().resolve(LinkSort::Address, whole, "") {
            Ok(Destination::Outside(address)) if !whole.contains(char::is_whitespace) => {
                vec![link(whole, Target::Outside(address))]
            }
            Ok(_) | Err(_) => self.words(words),
        }
    }

    /// Returns a list of text fields.
    pub(super) fn list(&self, items: &[String]) -> Option<Block> {
        (!items.is_empty()).then(|| Block::List(items.iter().map(|item| self.words(item)).collect()))
    }

    /// Returns the Markdown that is a page's own text; a first heading that repeats the page's title is left out.
    pub(super) fn body(&self, markdown: &str, title: &str, from: &str, page: &str) -> Block {
        let repeated =
            leading_title(markdown).filter(|(words, _)| words.trim().eq_ignore_ascii_case(title.trim()));
        let start = repeated.map_or(0, |(_, end)| end);
        Block::Prose(self.prose(&markdown[start..], from, page, 2))
    }

    /// Returns the free Markdown of an entity.
    pub(super) fn more(&self, more: Option<&Prose>, from: &str, page: &str) -> Option<Block> {
        more.map(|prose| Block::Prose(self.prose(prose.as_str(), from, page, 3)))
    }

    /// Returns the channel for feedback that is open to everyone, or else the first for feedback.
    fn feedback(&self) -> Vec<Inline> {
        let channels = self.charter.channels.iter();
        let mut channels: Vec<_> =
            channels.filter(|channel| channel.kind.contains(&ChannelKind::Feedback)).collect();
        channels.sort_by_key(|channel| !channel.open_to.iter().any(|group| group.word() == Some("everyone")));
        channels.first().map(|channel| vec![self.link(Kind::Channel, &channel.id)]).unwrap_or_default()
    }

    /// Returns the foot of a page that the charter's owner answers for.
    pub(super) fn foot(&self, source: Option<&str>) -> Foot {
        let head = self.charter.head();
        Foot {
            owner: head.map(|head| self.name(&head.owner)).unwrap_or_default(),
            last_reviewed: head.map(|head| head.last_review.to_string()),
            version: None,
            source: source.map(str::to_owned),
            changed: self.history.zip(source).and_then(|(history, path)| history.files.get(path)).cloned(),
            feedback: self.feedback(),
        }
    }

    /// Returns the foot of a page that is made from one entity.
    pub(super) fn foot_of<T>(&self, entity: &Entity<T>) -> Foot {
        self.foot(Some(&entity.path))
    }
}

/// Returns the language tag of a charter.
pub(super) fn tag_of(charter: &Charter) -> String {
    let language = charter.head().and_then(|head| head.language.as_ref());
    language.map_or_else(|| "en".to_owned(), ToString::to_string)
}
