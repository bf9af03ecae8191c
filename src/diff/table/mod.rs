//! What a change of each field means: the one table of classes and sentences. A test holds it complete against the
//! kinds' schemas.

mod care;
mod core;
mod records;
mod things;

use crate::diff::change::Class;
use crate::source::Kind;

pub(super) use things::thing;

/// How two values of a field are compared.
#[derive(Clone, Copy, Debug)]
pub(super) enum Compare {
    /// Another value is a change of this class.
    Plain(Class),
    /// Values have an order: classes of more and of less, and what no value counts as.
    Ordered(Class, Class, Absent),
    /// A list whose order means nothing: classes of what comes and of what goes.
    Set(Class, Class),
    /// A list whose order counts.
    Sequence(Class),
    /// Yes or no, no where nothing is said: classes of yes and of no.
    Flag(Class, Class),
    /// Somebody or something that checks: none is weaker, one where there was none stronger, another in its place
    /// counts as weaker.
    Guard,
    /// Levels by name; none is level 0: classes of more and of less.
    Levels(Class, Class),
    /// Texts by name.
    Names(Class),
    /// Fields of its own, which have lines of their own.
    Inside,
    /// A list of fields, told apart by one of them: classes of what comes and of what goes.
    Keyed(&'static str, Class, Class),
    /// The steps of an approval.
    Ladder,
    /// Who fills a role.
    Holders,
    /// The steps of an escalation.
    Steps,
    /// The text of a rule, with numbered statements.
    Statements,
    /// Compared with the list it stands in.
    Within,
}

/// What no value of an ordered field counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Absent {
    /// As more than any value: without a limit.
    Most,
    /// As less than any value.
    Least,
}

/// What a change of one field means.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// The field; parts joined by `/`, with `*` for an entry of a list.
    pub(super) field: &'static str,
    /// How it is compared.
    pub(super) compare: Compare,
    /// What it is called in a sentence; `{name}` stands for the thing.
    pub(super) phrase: &'static str,
    /// Sentences of its own for what comes, what goes and what changes; empty where the general one does.
    pub(super) said: [&'static str; 3],
}

impl Row {
    /// Gives sentences of its own.
    const fn said(mut self, comes: &'static str, goes: &'static str, changes: &'static str) -> Self {
        self.said = [comes, goes, changes];
        self
    }
}

const fn row(field: &'static str, compare: Compare, phrase: &'static str) -> Row {
    Row { field, compare, phrase, said: ["", "", ""] }
}

/// A thing's name: its change is said with both names.
const fn name(field: &'static str) -> Row {
    row(field, Compare::Plain(Class::Editorial), "the name of {name}").said(
        "",
        "",
        "{old} is now called {new}",
    )
}

/// Anything else worth saying.
const fn more() -> Row {
    row("more", Compare::Plain(Class::Editorial), "what else is said of {name}")
}

/// Returns the rows of a kind.
pub(super) fn rows(kind: Kind) -> &'static [Row] {
    match kind {
        Kind::Charter => &core::CHARTER,
        Kind::Team => &core::TEAM,
        Kind::Person => &core::PERSON,
        Kind::Role => &core::ROLE,
        Kind::Responsibility => &core::RESPONSIBILITY,
        Kind::Policy => &core::POLICY,
        Kind::Norm => &core::NORM,
        Kind::Channel => &care::CHANNEL,
        Kind::Service => &care::SERVICE,
        Kind::Term => &care::TERM,
        Kind::Access => &care::ACCESS,
        Kind::Escalation => &care::ESCALATION,
        Kind::Meeting => &care::MEETING,
        Kind::Worklife => &care::WORKLIFE,
        Kind::Growth => &records::GROWTH,
        Kind::Rewards => &records::REWARDS,
        Kind::Rota => &records::ROTA,
        Kind::Acknowledgement => &records::ACKNOWLEDGEMENT,
        Kind::Exception => &records::EXCEPTION,
        Kind::Kudos => &records::KUDOS,
        Kind::Goal => &core::GOAL,
        Kind::Skill => &records::SKILL,
        Kind::Offer => &records::OFFER,
        Kind::Grade => &records::GRADE,
        Kind::Award => &records::AWARD,
        Kind::Page => &records::PAGE,
    }
}

/// Returns the row of a field; a field that is in no schema is compared as it is.
pub(super) fn find(kind: Kind, field: &str) -> &'static Row {
    static UNKNOWN: Row =
        row("", Compare::Plain(Class::CheckWeakened), "a field of {name} that is not known");
    rows(kind).iter().find(|row| row.field == field).unwrap_or(&UNKNOWN)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::rows;
    use crate::document::schema::Shape;
    use crate::model::kinds::schema_of;
    use crate::source::Kind;

    fn collect(shape: &Shape, path: &str, top: bool, fields: &mut BTreeSet<String>) {
        match shape {
            Shape::Object(object) if !top && object.entity.is_some() => {}
            Shape::Object(object) => {
                for field in &object.fields {
                    let path =
                        if path.is_empty() { field.name.clone() } else { format!("{path}/{}", field.name) };
                    let own = matches!(&field.shape, Shape::List(item, _) if matches!(&**item, Shape::Object(inner) if inner.entity.is_some()));
                    // An id names the thing; lists of things with ids have rows under their own kind.
                    if field.name != "id" && !own {
                        fields.insert(path.clone());
                        collect(&field.shape, &path, false, fields);
                    }
                }
            }
            Shape::List(item, _) => collect(item, &format!("{path}/*"), false, fields),
            Shape::OneOf(shapes) => {
                // A lone value stands for a list of one.
                let list = shapes.iter().any(|shape| matches!(shape, Shape::List(..)));
                for shape in shapes {
                    let entry = list && !matches!(shape, Shape::List(..));
                    collect(shape, &if entry { format!("{path}/*") } else { path.to_owned() }, false, fields);
                }
            }
            Shape::Any
            | Shape::Text(_)
            | Shape::Integer(..)
            | Shape::Number
            | Shape::Boolean
            | Shape::Map(..) => {}
        }
    }

    #[test]
    fn every_field_of_every_kind_has_a_class_and_no_class_is_left_over() {
        for kind in Kind::ALL {
            let mut fields = BTreeSet::new();
            collect(&Shape::from_schema(schema_of(kind).as_value()), "", true, &mut fields);
            let listed: BTreeSet<String> = rows(kind).iter().map(|row| row.field.to_owned()).collect();
            assert_eq!(listed.len(), rows(kind).len(), "{}: a field has two rows", kind.name());
            assert_eq!(
                fields.difference(&listed).collect::<Vec<_>>(),
                Vec::<&String>::new(),
                "{}: no row",
                kind.name()
            );
            assert_eq!(
                listed.difference(&fields).collect::<Vec<_>>(),
                Vec::<&String>::new(),
                "{}: no field",
                kind.name()
            );
        }
    }
}
