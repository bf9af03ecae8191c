//! Values as people write them: money, dates, lengths of time, references. Each reads with `parse`, which says what
//! is wrong and what was meant, and prints in one form that reads back.

mod clock;
mod currency;
mod date;
mod error;
mod formats;
mod id;
mod money;
mod one_or_many;
mod place;
mod prose;
mod reference;
mod reply_time;
mod time_span;
mod time_unit;
mod week_hours;

pub use clock::{Clock, ClockRange};
pub use currency::Currency;
pub(crate) use date::MONTHS;
pub use date::{Date, Month};
pub use error::ValueError;
pub use formats::{FORMATS, check_format};
pub use id::{Id, RESERVED_WORDS};
pub use money::Money;
pub use one_or_many::OneOrMany;
pub use place::{Language, TimeZone};
pub use prose::Prose;
pub use reference::{
    AnyRef, ChannelOrMeeting, ChannelOrOutside, ChannelOrRole, ChannelOrText, ChannelRef, EscalationRef,
    GradeRef, GroupRef, MeetingRef, OfferRef, PersonOrNone, PersonOrTeam, PersonOrText, PersonOrVacant,
    PersonRef, PolicyRef, Ref, ResponsibilityOrRole, ResponsibilityRef, RoleOrGrade, RoleOrNextStep,
    RoleOrNone, RoleOrRota, RoleRef, ServiceRef, SkillRef, Target, TeamRef,
};
pub use reply_time::ReplyTime;
pub use time_span::TimeSpan;
pub use time_unit::TimeUnit;
pub use week_hours::{WeekHours, WeekWindow, Weekday};
