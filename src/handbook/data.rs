//! The charter as data, as its readers may see it: made from the typed charter from which everything for fewer people
//! was taken out, so that a field nobody thought of cannot slip through.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Tag, TagEnd};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::document::markdown::level_number;
use crate::document::schema::{Reference, Shape};
use crate::handbook::book::Book;
use crate::handbook::inline::plain;
use crate::handbook::page::{Dataset, Page, ProseItem, Target};
use crate::model::kinds::{ReadBy, schema_of};
use crate::model::{Collection, Entity};
use crate::source::Kind;

/// Returns what there is of each kind that has files of its own, by the kind's name; kinds of which there is nothing
/// are left out.
pub(super) fn data(book: &Book<'_>, pages: &[Page]) -> Vec<Dataset> {
    let charter = book.charter;
    let mut writer =
        Writer { book, pages: pages.iter().map(|page| page.path.as_str()).collect(), sets: Vec::new() };
    writer.add(Kind::Charter, &charter.heads);
    writer.add(Kind::Team, &charter.teams);
    writer.add_with(Kind::Person, &charter.people, |person, item| {
        let roles: Vec<&str> =
            charter.roles_of(&person.id, book.as_of).map(|role| role.id.as_str()).collect();
        item.insert("roles".to_owned(), json!(roles));
    });
    writer.add_with(Kind::Role, &charter.roles, |role, item| {
        let holders = charter.holders(role, book.as_of).into_iter();
        let holders = holders.map(|holder| {
            json!({
                "person": &holder.person.id,
                "name": &holder.person.name,
                "acting": holder.acting,
                "until": holder.until,
                "cap": holder.cap,
            })
        });
        item.insert("holders".to_owned(), holders.collect());
    });
    writer.add(Kind::Responsibility, &charter.responsibilities);
    writer.add(Kind::Policy, &charter.policies);
    writer.add(Kind::Norm, &charter.norms);
    writer.add(Kind::Channel, &charter.channels);
    writer.add(Kind::Service, &charter.services);
    writer.add(Kind::Term, &charter.terms);
    writer.add(Kind::Access, &charter.access);
    writer.add(Kind::Escalation, &charter.escalations);
    writer.add(Kind::Meeting, &charter.meetings);
    writer.add(Kind::Worklife, &charter.worklives);
    writer.add(Kind::Growth, &charter.growths);
    writer.add(Kind::Rewards, &charter.reward_files);
    writer.add_with(Kind::Rota, &charter.rotas, |_, item| {
        // The page with the turns is the IT team's; others know of a rota that it is there.
        if book.audience < ReadBy::It {
            item.retain(|field, _| matches!(field.as_str(), "id" | "name"));
        }
    });
    writer.add(Kind::Acknowledgement, &charter.acknowledgements);
    writer.add(Kind::Exception, &charter.exceptions);
    writer.add(Kind::Kudos, &charter.kudos);
    writer.add(Kind::Page, &charter.pages);
    let mut sets = writer.sets;
    sets.sort_by_key(|set| set.kind.name());
    sets
}

struct Writer<'a, 'b> {
    book: &'a Book<'b>,
    pages: BTreeSet<&'a str>,
    sets: Vec<Dataset>,
}

impl Writer<'_, '_> {
    fn add<T: Serialize>(&mut self, kind: Kind, entities: &Collection<T>) {
        self.add_with(kind, entities, |_, _| {});
    }

    /// Adds the things of a kind, sorted by id; `more` adds to each what is known of it on the day, or takes away.
    fn add_with<T: Serialize>(
        &mut self,
        kind: Kind,
        entities: &Collection<T>,
        more: impl Fn(&Entity<T>, &mut Map<String, Value>),
    ) {
        let shape = Shape::from_schema(schema_of(kind).as_value());
        let mut entities: Vec<&Entity<T>> = entities.iter().collect();
        entities.sort_by(|left, right| left.id.cmp(&right.id));
        let mut items = Vec::new();
        for entity in entities {
            let Ok(value) = serde_json::to_value(&entity.value) else { continue };
            let mut item = Map::new();
            item.insert("id".to_owned(), Value::from(entity.id.as_str()));
            let place = Place { book: self.book, path: &entity.path };
            match value {
                Value::Array(entries) => {
                    let entries: Vec<Value> =
                        entries.into_iter().filter_map(|entry| place.seen(entry, &shape)).collect();
                    item.insert("entries".to_owned(), Value::Array(entries));
                }
                fields => {
                    if let Some(Value::Object(fields)) = place.seen(fields, &shape) {
                        item.extend(fields);
                    }
                }
            }
            more(entity, &mut item);
            if let Some(page) = self.page(kind, &entity.id) {
                item.insert("page".to_owned(), Value::from(page));
            }
            items.extend(without_nothing(Value::Object(item)));
        }
        if !items.is_empty() {
            self.sets.push(Dataset { kind, items });
        }
    }

    /// Returns the page on which a thing stands, with the anchor behind `#`.
    fn page(&self, kind: Kind, id: &str) -> Option<String> {
        match self.book.target(kind, id) {
            Target::Page { path, anchor } if self.pages.contains(path.as_str()) => {
                Some(anchor.map_or_else(|| path.clone(), |anchor| format!("{path}#{anchor}")))
            }
            Target::Page { .. } | Target::Picture(_) | Target::Outside(_) => None,
        }
    }
}

/// Where a value was written.
#[derive(Clone, Copy)]
struct Place<'a, 'b> {
    book: &'a Book<'b>,
    path: &'a str,
}

impl Place<'_, '_> {
    /// Returns a value as readers see it: references to what was taken out are gone, and texts are the words that
    /// pages show. What has no known shape is left out.
    fn seen(self, value: Value, shape: &Shape) -> Option<Value> {
        match (value, shape) {
            (value, Shape::OneOf(shapes)) => {
                let shape = shapes.iter().find(|shape| fits(&value, shape))?;
                self.seen(value, shape)
            }
            (Value::String(words), Shape::Text(text)) => match &text.reference {
                Some(reference) if !self.keeps(reference, &words) => None,
                Some(reference) if !reference.lenient => Some(Value::String(words)),
                None if text.format.is_some() || !text.choices.is_empty() => Some(Value::String(words)),
                None if text.prose => {
                    Some(Value::String(words_of(&self.book.prose(&words, self.path, "", 2).items)))
                }
                Some(_) | None => Some(Value::String(plain(&self.book.words(&words)))),
            },
            (Value::Array(items), Shape::List(shape, _)) => {
                Some(items.into_iter().filter_map(|item| self.seen(item, shape)).collect())
            }
            (Value::Object(fields), Shape::Map(shape, reference)) => {
                let keeps = |key: &str| reference.as_ref().is_none_or(|reference| self.keeps(reference, key));
                let fields = fields.into_iter().filter(|(key, _)| keeps(key));
                Some(Value::Object(
                    fields.filter_map(|(key, value)| Some((key, self.seen(value, shape)?))).collect(),
                ))
            }
            (Value::Object(mut fields), Shape::Object(object)) => {
                let known = object.fields.iter();
                let seen = known.filter_map(|field| {
                    let value = fields.shift_remove(&field.name)?;
                    Some((field.name.clone(), self.seen(value, &field.shape)?))
                });
                Some(Value::Object(seen.collect()))
            }
            (value @ Value::Number(_), Shape::Integer(..) | Shape::Number) => Some(value),
            (value @ Value::Bool(_), Shape::Boolean) => Some(value),
            (
                Value::Null
                | Value::Bool(_)
                | Value::Number(_)
                | Value::String(_)
                | Value::Array(_)
                | Value::Object(_),
                _,
            ) => None,
        }
    }

    /// Says whether readers may know what a reference names.
    fn keeps(self, reference: &Reference, id: &str) -> bool {
        reference.words.iter().any(|word| word == id)
            || reference.kinds.iter().any(|kind| self.book.registry.find(*kind, id).is_some())
            || !reference.kinds.iter().any(|kind| self.book.hides(*kind, id))
    }
}

fn fits(value: &Value, shape: &Shape) -> bool {
    match shape {
        Shape::Any => false,
        Shape::Text(_) => value.is_string(),
        Shape::Integer(..) | Shape::Number => value.is_number(),
        Shape::Boolean => value.is_boolean(),
        Shape::List(..) => value.is_array(),
        Shape::Map(..) | Shape::Object(_) => value.is_object(),
        Shape::OneOf(shapes) => shapes.iter().any(|shape| fits(value, shape)),
    }
}

/// Takes away what says nothing: fields that were left out, empty texts, empty lists.
fn without_nothing(value: Value) -> Option<Value> {
    let value = match value {
        Value::Array(items) => Value::Array(items.into_iter().filter_map(without_nothing).collect()),
        Value::Object(fields) => {
            let fields = fields.into_iter().filter_map(|(key, value)| Some((key, without_nothing(value)?)));
            Value::Object(fields.collect())
        }
        value @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => value,
    };
    let nothing = match &value {
        Value::Null => true,
        Value::String(words) => words.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    };
    (!nothing).then_some(value)
}

/// Returns the words of prose as plain text: paragraphs with a blank line between them, `-` before the items of a
/// list, `#` before headings.
fn words_of(items: &[ProseItem]) -> String {
    let mut out = String::new();
    for item in items {
        match item {
            ProseItem::Event(Event::Start(Tag::Heading { level, .. })) => {
                out.push_str(&"#".repeat(usize::from(level_number(*level))));
                out.push(' ');
            }
            ProseItem::Event(Event::Start(Tag::Item)) => {
                end_line(&mut out);
                out.push_str("- ");
            }
            ProseItem::Event(Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::List(_) | TagEnd::Table,
            )) => {
                end_line(&mut out);
                out.push('\n');
            }
            ProseItem::Event(Event::End(TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead)) => {
                end_line(&mut out);
            }
            ProseItem::Event(Event::End(TagEnd::TableCell)) => out.push_str(" | "),
            ProseItem::Event(Event::Text(words) | Event::Code(words)) => out.push_str(words),
            ProseItem::Event(Event::SoftBreak) => out.push(' '),
            ProseItem::Event(Event::HardBreak) => out.push('\n'),
            ProseItem::Picture { text, .. } => out.push_str(text),
            ProseItem::Event(_) | ProseItem::LinkStart(_) | ProseItem::LinkEnd | ProseItem::Statement(_) => {}
        }
    }
    while out.contains("\n\n\n") {
        out = out.replace("\n\n\n", "\n\n");
    }
    out.trim_end().to_owned()
}

fn end_line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::handbook::testing::Sample;
    use crate::handbook::{Source, build};
    use crate::model::kinds::ReadBy;

    /// Returns the things of a kind as an audience sees them.
    fn items(sample: &Sample, kind: &str, audience: ReadBy) -> Vec<Value> {
        let handbook = build(Source { audience, ..sample.source() });
        let set = handbook.data.into_iter().find(|set| set.kind.name() == kind);
        set.map(|set| set.items).unwrap_or_default()
    }

    const PERSON: &str = "name: Ada\nemail: ada@x.example\nstarted: 2020-01-01\nhandles: {forge: ada-secret}\nskills: {net: 2}\n";

    #[test]
    fn a_role_says_who_fills_it_on_the_day() {
        let role = "name: Desk\npurpose: Help [[person:ada]].\nreports_to: none\nfilled_by:\n\
                    - {person: ada, until: 2026-02-01, acting: true, cap: 50 GBP}\n- {person: ada, until: 2025-01-01}\n";
        let sample = Sample::of(&[("roles/desk.yaml", role), ("people/ada.yaml", PERSON)]);
        let wanted = json!({
            "id": "desk", "name": "Desk", "purpose": "Help Ada.", "reports_to": "none",
            "filled_by": [
                {"person": "ada", "until": "2026-02-01", "acting": true, "cap": "50 GBP"},
                {"person": "ada", "until": "2025-01-01", "acting": false},
            ],
            "outside": false, "critical": false,
            "holders": [{"person": "ada", "name": "Ada", "acting": true, "until": "2026-02-01", "cap": "50 GBP"}],
            "page": "roles/desk",
        });
        assert_eq!(items(&sample, "role", ReadBy::Everyone), [wanted]);
    }

    #[test]
    fn of_people_each_audience_has_its_fields() {
        let sample = Sample::of(&[("people/ada.yaml", PERSON)]);
        let everyone = json!({
            "id": "ada", "name": "Ada", "email": "ada@x.example", "started": "2020-01-01", "page": "people/ada",
        });
        assert_eq!(items(&sample, "person", ReadBy::Everyone), [everyone]);
        let it = items(&sample, "person", ReadBy::It);
        assert_eq!(
            (&it[0]["handles"], &it[0]["skills"]),
            (&json!({"forge": "ada-secret"}), &json!({"net": 2}))
        );
    }

    #[test]
    fn what_names_something_for_fewer_people_does_not_name_it_in_the_data() {
        let page = "---\ntitle: Open\n---\nSee [it](plan.md), [[page:plan]].\n\n- **One** <b>two</b>\n\n[x]: plan.md\n";
        let plan = "---\ntitle: The move\nread_by: managers\n---\nWe go.\n";
        let sample = Sample::of(&[("pages/open.md", page), ("pages/plan.md", plan)]);
        let open = items(&sample, "page", ReadBy::It);
        let body = "See it, a page that is not in this handbook.\n\n- One <b>two</b>";
        assert_eq!(open, [json!({"id": "open", "title": "Open", "body": body, "page": "pages/open"})]);
        assert_eq!(items(&sample, "page", ReadBy::Managers).len(), 2);
    }
}
