//! The tool's own settings, `.itcharter.yaml`: how much findings matter, and what rules compare with. Entry point:
//! [`read`].

mod colour;
mod handbook;
mod limits;
mod look;
mod own;
mod pattern;
mod reading;
mod rules;
mod schema;
mod settings;
mod theme;

pub use colour::Colour;
pub use handbook::{HandbookSettings, LAST_TAG};
pub use limits::limits;
pub use own::{OwnRule, OwnSeverity, own_codes};
pub use reading::{Known, read};
pub use rules::{
    RULES, SETTINGS_LOW_CONTRAST, SETTINGS_NOT_ALLOWED, SETTINGS_OWN_RULE_BAD, SETTINGS_OWN_RULE_EXPRESSION,
    SETTINGS_OWN_RULE_FAILED, SETTINGS_UNKNOWN_RULE, SETTINGS_UNKNOWN_THRESHOLD,
};
pub use schema::schema;
pub use settings::{Level, PROFILES, Settings};
pub use theme::{Colours, DARK, FontFile, Fonts, LIGHT, Logo, ThemeSettings};
