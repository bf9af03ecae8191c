//! References: fields that name another entity, or say one of a few words instead.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::source::Kind;

/// What a reference may name.
pub trait Target {
    /// The kinds of entities it may name, in the order in which they are looked up.
    const KINDS: &'static [Kind];
    /// The words that may stand instead, with a meaning of their own.
    const WORDS: &'static [&'static str];
    /// What it is, for messages and editors: "a role, or `none`".
    const NAME: &'static str;
    /// Whether a text that names nothing is just text.
    const LENIENT: bool;
}

/// A reference as written; whether it names something is checked over the whole charter.
pub struct Ref<T: Target> {
    text: String,
    target: PhantomData<T>,
}

impl<T: Target> Ref<T> {
    /// Makes a reference from its text.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), target: PhantomData }
    }

    /// Returns the text as written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the word that stands instead of an id, if it is one.
    pub fn word(&self) -> Option<&'static str> {
        T::WORDS.iter().copied().find(|word| *word == self.text)
    }

    /// Returns the id it names; `None` if it is a word.
    pub fn id(&self) -> Option<&str> {
        if self.word().is_some() { None } else { Some(&self.text) }
    }
}

impl<T: Target> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Self::new(self.text.clone())
    }
}

impl<T: Target> fmt::Debug for Ref<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, formatter)
    }
}

impl<T: Target> fmt::Display for Ref<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl<T: Target> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T: Target> Eq for Ref<T> {}

impl<T: Target> PartialOrd for Ref<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Target> Ord for Ref<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl<'de, T: Target> Deserialize<'de> for Ref<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

impl<T: Target> Serialize for Ref<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<T: Target> JsonSchema for Ref<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Reference to {}", T::NAME).into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let kinds: Vec<&str> = T::KINDS.iter().map(|kind| kind.name()).collect();
        let mut reference = json_schema!({ "kinds": kinds, "words": T::WORDS });
        if T::LENIENT {
            reference.insert("lenient".to_owned(), true.into());
        }
        json_schema!({
            "type": "string",
            "description": format!("Names {}.", T::NAME),
            "x-reference": reference,
        })
    }
}

/// Writes, for each line of the table, the marker of a target and the name of its reference.
macro_rules! targets {
    ($($reference:ident => $marker:ident($kinds:expr, $words:expr, $lenient:literal): $name:literal;)+) => {
        $(
            #[doc = concat!("Marks references that name ", $name, ".")]
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub enum $marker {}

            impl Target for $marker {
                const KINDS: &'static [Kind] = &$kinds;
                const WORDS: &'static [&'static str] = &$words;
                const NAME: &'static str = $name;
                const LENIENT: bool = $lenient;
            }

            #[doc = concat!("Names ", $name, ".")]
            pub type $reference = Ref<$marker>;
        )+
    };
}

targets! {
    RoleRef => ToRole([Kind::Role], [], false): "a role";
    RoleOrNone => ToRoleOrNone([Kind::Role], ["none"], false): "a role, or `none`";
    RoleOrGrade => ToRoleOrGrade([Kind::Role, Kind::Grade], [], false): "a role or a pay grade";
    RoleOrRota => ToRoleOrRota([Kind::Role, Kind::Rota], [], false): "a role or a rota";
    RoleOrNextStep => ToRoleOrNextStep([Kind::Role], ["next step up"], false): "a role, or `next step up`";
    PersonRef => ToPerson([Kind::Person], [], false): "a person";
    PersonOrVacant => ToPersonOrVacant([Kind::Person], ["vacant"], false): "a person, or `vacant`";
    PersonOrNone => ToPersonOrNone([Kind::Person], ["none"], false): "a person, or `none`";
    PersonOrTeam => ToPersonOrTeam([Kind::Person, Kind::Team], [], false): "a person or a team";
    PersonOrText => ToPersonOrText([Kind::Person], [], true): "a person, or says in words who it is";
    TeamRef => ToTeam([Kind::Team], [], false): "a team";
    GroupRef => ToGroup([Kind::Team, Kind::Role], ["everyone"], false): "a team, a role, or `everyone`";
    PolicyRef => ToPolicy([Kind::Policy], [], false): "a policy";
    ChannelRef => ToChannel([Kind::Channel], [], false): "a channel";
    ChannelOrOutside => ToChannelOrOutside([Kind::Channel], ["outside"], false): "a channel, or `outside`";
    ChannelOrMeeting => ToChannelOrMeeting([Kind::Channel, Kind::Meeting], [], false): "a channel or a meeting";
    ChannelOrRole => ToChannelOrRole([Kind::Channel, Kind::Role], [], false): "a channel or a role";
    ChannelOrText => ToChannelOrText([Kind::Channel], [], true): "a channel, or says in words where it is";
    ServiceRef => ToService([Kind::Service], [], false): "a service";
    ResponsibilityRef => ToResponsibility([Kind::Responsibility], [], false): "a responsibility";
    ResponsibilityOrRole => ToResponsibilityOrRole([Kind::Responsibility, Kind::Role], [], false):
        "a responsibility or a role";
    EscalationRef => ToEscalation([Kind::Escalation], [], false): "an escalation";
    MeetingRef => ToMeeting([Kind::Meeting], [], false): "a meeting";
    SkillRef => ToSkill([Kind::Skill], [], false): "a skill";
    OfferRef => ToOffer([Kind::Offer], [], false): "a training offer";
    GradeRef => ToGrade([Kind::Grade], [], false): "a pay grade";
    AnyRef => ToAny(Kind::ALL, [], false): "any entry of the charter";
}

#[cfg(test)]
mod tests {
    use schemars::JsonSchema;
    use schemars::generate::SchemaSettings;

    use super::{ChannelOrText, GroupRef, Kind, RoleOrNextStep, RoleOrNone, Target, ToAny};

    #[test]
    fn a_word_is_told_apart_from_an_id() {
        assert_eq!(RoleOrNone::new("none").word(), Some("none"));
        assert_eq!(RoleOrNone::new("none").id(), None);
        assert_eq!(RoleOrNone::new("it-manager").id(), Some("it-manager"));
        assert_eq!(RoleOrNextStep::new("next step up").word(), Some("next step up"));
        assert_eq!(GroupRef::new("none").word(), None);
    }

    #[test]
    fn any_text_reads_because_references_are_checked_later() {
        let reference: GroupRef = serde_yaml::from_str("Not an id").unwrap();
        assert_eq!(reference.as_str(), "Not an id");
        assert_eq!(format!("{reference:?} {reference}"), "\"Not an id\" Not an id");
    }

    #[test]
    fn the_schema_says_what_may_be_named() {
        let mut generator = SchemaSettings::draft07().into_generator();
        assert_eq!(
            GroupRef::json_schema(&mut generator).to_value(),
            serde_json::json!({
                "type": "string",
                "description": "Names a team, a role, or `everyone`.",
                "x-reference": { "kinds": ["team", "role"], "words": ["everyone"] },
            })
        );
        assert_eq!(
            ChannelOrText::json_schema(&mut generator).get("x-reference"),
            Some(&serde_json::json!({ "kinds": ["channel"], "words": [], "lenient": true }))
        );
        assert_eq!(ToAny::KINDS.len(), Kind::ALL.len());
    }
}
