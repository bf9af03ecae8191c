//! The charter file: what IT is for, who answers for it, and its goals.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::kinds::choice::choices;
use crate::model::value::{Currency, Date, Id, Language, Prose, RoleRef, TimeSpan, TimeZone};

/// What IT is for, who answers for the charter, and its goals. Read first; there is one per charter.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CharterHead {
    /// The organisation's name.
    #[schemars(example = &"Brookfield Academy")]
    pub org: String,
    /// The charter's name, shown at the top of the handbook.
    #[schemars(example = &"IT team charter")]
    pub name: String,
    /// What IT is for, in plain words that everyone understands. Markdown.
    pub purpose: Prose,
    /// The role that keeps the charter true.
    #[schemars(example = &"it-manager")]
    pub owner: RoleRef,
    /// The role that agrees to changes of the charter; not filled by the same person as the owner.
    #[schemars(example = &"head-teacher")]
    pub approver: RoleRef,
    /// How often the whole charter is read again.
    #[schemars(example = &"12 months")]
    pub review_every: TimeSpan,
    /// The day on which the whole charter was last read again.
    pub last_review: Date,
    /// The time zone of all times in the charter.
    pub timezone: Option<TimeZone>,
    /// The currency of all amounts in the charter.
    pub currency: Option<Currency>,
    /// The language in which the charter is written.
    pub language: Option<Language>,
    /// How many people work in the whole organisation, not only in IT. Some rules start at 50 or 100 people.
    #[schemars(example = 95)]
    pub headcount: Option<u32>,
    /// What kind of organisation this is and where; sets how strict the rules are.
    #[serde(default)]
    pub profile: Vec<Profile>,
    /// What IT does not do, so that nobody waits for it.
    #[serde(default)]
    pub does_not: Vec<String>,
    /// The role outside IT that must agree to any change of the channels for reporting a concern.
    #[schemars(example = &"chair-of-governors")]
    pub speak_up_owner: Option<RoleRef>,
    /// Who must agree to which changes of the charter, besides those who must agree anyway.
    #[serde(default)]
    pub agreements: Vec<Agreement>,
    /// What IT wants to reach.
    #[serde(default)]
    pub goals: Vec<Goal>,
}

/// Who else must agree to one class of changes. It only ever adds: nobody who must agree anyway is left out for it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// The class of changes, as `itcharter diff` names it.
    pub to: ChangeClass,
    /// The roles that must agree as well: one person of each.
    #[serde(default)]
    #[schemars(extend("examples" = [["data-protection-officer"]]))]
    pub roles: Vec<RoleRef>,
    /// How many different people must agree at least.
    #[schemars(range(min = 1, max = 9), example = 2)]
    pub people: Option<u8>,
}

/// Something IT wants to reach by a day.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-entity" = "goal"))]
pub struct Goal {
    /// The goal's id.
    #[schemars(example = &"printing")]
    pub id: Id,
    /// The goal, in one plain sentence.
    #[schemars(example = &"Staff can print from any classroom.")]
    pub text: String,
    /// The role that leads the work.
    pub owner: RoleRef,
    /// The day by which it should be reached.
    pub by: Date,
    /// What is counted to see how far it is.
    #[schemars(example = &"Print tickets a week")]
    pub measure: Option<String>,
    /// The measure when the work began.
    #[schemars(example = 14)]
    pub start: Option<f64>,
    /// The measure when the goal is reached.
    #[schemars(example = 4)]
    pub target: Option<f64>,
    /// The measure today.
    #[schemars(example = 9)]
    pub now: Option<f64>,
}

choices! {
    /// What a change does to the charter.
    ChangeClass {
        /// Somebody may do, see or approve more than before.
        PowerWidened = "power-widened" / "somebody may do more",
        /// A check, a promise or a protection holds less than before.
        CheckWeakened = "check-weakened" / "a check holds less",
        /// The ways to report a concern change.
        ReportingRoute = "reporting-route" / "the ways to report a concern change",
        /// Somebody else answers for something.
        AccountabilityMoved = "accountability-moved" / "somebody else answers for something",
        /// A template that decides what the handbook shows changes.
        Template = "template" / "a template of the handbook changes",
        /// A rule says something else.
        PolicyMeaning = "policy-meaning" / "a rule says something else",
        /// Who fills a role, takes a turn or works here changes.
        People = "people" / "somebody else fills a role",
        /// Pay, grades, benefits and awards change.
        Reward = "reward" / "pay or awards change",
        /// Somebody may do, see or approve less than before.
        PowerNarrowed = "power-narrowed" / "somebody may do less",
        /// A check, a promise or a protection holds more than before.
        CheckStrengthened = "check-strengthened" / "a check holds more",
        /// A rule says the same in other words.
        PolicyWording = "policy-wording" / "a rule says the same in other words",
        /// Something that happened is written down.
        Record = "record" / "something that happened is written down",
        /// Words and descriptions that decide nothing.
        Editorial = "editorial" / "words that decide nothing change",
    }

    /// A kind of organisation, or where it is; sets how strict the rules are.
    Profile {
        /// In the European Union.
        Eu = "eu" / "European Union",
        /// In the United Kingdom.
        Uk = "uk" / "United Kingdom",
        /// In the United States.
        Us = "us" / "United States",
        /// In Australia.
        Au = "au" / "Australia",
        /// A school, college or university.
        School = "school" / "school",
        /// A hospital, surgery or care provider.
        Healthcare = "healthcare" / "healthcare",
        /// A project whose people mostly work in the open and as volunteers.
        OpenSource = "open-source" / "open-source project",
        /// A team too small to keep every task in separate hands.
        SmallTeam = "small-team" / "small team",
    }
}

impl ChangeClass {
    /// Returns who must agree where the charter says nothing more, in words.
    pub fn agreed_by(self) -> &'static str {
        match self {
            Self::PowerWidened => {
                "the next step up, or the role above; for what IT can see, those who decide and check"
            }
            Self::CheckWeakened => "who answers for it, and who is no longer asked",
            Self::ReportingRoute => "the role that looks after the ways to report a concern",
            Self::AccountabilityMoved => "who answered for it before, and who does from now on",
            Self::Template => "the role that agrees to changes of the charter",
            Self::PolicyMeaning => "the role that agrees to changes of the rule",
            Self::People => "the role above",
            Self::Reward => "the role that keeps pay and awards true",
            Self::PowerNarrowed | Self::CheckStrengthened => "who answers for it",
            Self::PolicyWording => "the role that keeps the rule true",
            Self::Record => {
                "the person whose record it is; for an edited one, the role that agrees to changes of the charter"
            }
            Self::Editorial => "anyone who answers for something",
        }
    }
}
