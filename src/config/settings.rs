//! What the settings say.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::config::handbook::HandbookSettings;
use crate::config::own::OwnRule;
use crate::config::pattern::matches;
use crate::config::theme::ThemeSettings;
use crate::diagnostic::Severity;

/// The names of the profiles.
pub const PROFILES: [&str; 8] = ["eu", "uk", "us", "au", "school", "healthcare", "open-source", "small-team"];

/// Levels by rule code or group.
type Levels = BTreeMap<String, Level>;

/// Settings of the tool. What the charter says never belongs here.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What kind of organisation this is and where, instead of `profile` in `charter.yaml`; of two profiles that set
    /// the same, the later counts. An empty list means none.
    #[schemars(extend("examples" = [["uk", "small-team"]]))]
    pub profile: Option<Vec<String>>,
    /// How much findings matter, by the code of a rule or by a group of rules, such as `text`. Counts before what a
    /// profile says.
    #[serde(default)]
    #[schemars(extend("examples" = [{"text-unknown-word": "off"}]))]
    pub rules: Levels,
    /// The numbers that rules compare with, by name. Count before what a profile says.
    #[serde(default)]
    #[schemars(extend("examples" = [{"text-long-sentence.words": 30}]))]
    pub thresholds: BTreeMap<String, f64>,
    /// How much findings matter in some files: a pattern such as `pages/**`, then levels as in `rules`.
    #[serde(default)]
    #[schemars(extend("examples" = [{"pages/**": {"text": "note"}}]))]
    pub paths: BTreeMap<String, Levels>,
    /// Words that rules about language leave alone, in capitals or not.
    #[serde(default)]
    #[schemars(extend("examples" = [["Moodle"]]))]
    pub words: Vec<String>,
    /// What the handbook looks like and where it is published.
    #[serde(default)]
    pub handbook: HandbookSettings,
    /// How the handbook looks: colours, logo, letters, width.
    #[serde(default)]
    pub theme: ThemeSettings,
    /// How much is read of the charter, and made from it, before the tool stops. Values are larger than any charter of
    /// people needs, and each can be raised up to its ceiling. A change can raise them too, so a check on changes of
    /// strangers should read them from the main branch: `--limits-from origin/main`.
    #[serde(default)]
    #[schemars(extend("examples" = [{"file-size": 2_000_000}]))]
    pub limits: BTreeMap<String, u64>,
    /// Rules of this charter's own, at most 100. Their findings are like any other: they have a place, a level that
    /// `rules` can change, and exceptions set them aside.
    #[serde(default, rename = "own-rules")]
    pub own_rules: Vec<OwnRule>,
}

/// How much a finding matters, or that it is not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Not said.
    Off,
    /// Worth knowing.
    Note,
    /// Should be mended.
    Warning,
    /// Must be mended: the check fails.
    Error,
}

impl From<Severity> for Level {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Note => Self::Note,
            Severity::Warning => Self::Warning,
            Severity::Error => Self::Error,
        }
    }
}

impl Level {
    /// Returns the word in settings.
    pub fn name(self) -> &'static str {
        self.severity().map_or("off", Severity::name)
    }

    /// Returns the severity; `None` where findings are not said.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Note => Some(Severity::Note),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

impl Settings {
    /// Returns the level of a rule in the file at `path`; `None` where nothing is set. A pattern counts before what
    /// holds everywhere, a longer pattern before a shorter one, and a code before its group.
    pub fn level(&self, code: &str, path: &str) -> Option<Level> {
        let mut fitting: Vec<(usize, Level)> = self
            .paths
            .iter()
            .filter_map(|(pattern, levels)| Some((pattern.len(), find(levels, code)?, pattern)))
            .filter(|(_, _, pattern)| matches(pattern, path))
            .map(|(length, level, _)| (length, level))
            .collect();
        fitting.sort_by_key(|(length, _)| *length);
        fitting.last().map(|(_, level)| *level).or_else(|| find(&self.rules, code))
    }

    /// Says whether a rule is off in every file.
    pub fn turns_off(&self, code: &str) -> bool {
        let off = |levels: &Levels| find(levels, code).map(|level| level == Level::Off);
        off(&self.rules) == Some(true) && self.paths.values().all(|levels| off(levels) != Some(false))
    }

    /// Says whether a word is left alone by rules about language.
    pub fn allows(&self, word: &str) -> bool {
        self.words.iter().any(|allowed| allowed.eq_ignore_ascii_case(word))
    }
}

/// Returns the level of a rule; a code counts before its group.
fn find(levels: &Levels, code: &str) -> Option<Level> {
    let group = code.split('-').next().unwrap_or(code);
    levels.get(code).or_else(|| levels.get(group)).copied()
}

#[cfg(test)]
mod tests {
    use super::{Level, Settings};

    #[test]
    fn no_profile_is_something_else_than_nothing_said() {
        let profile = |text: &str| serde_yaml::from_str::<Settings>(text).unwrap().profile;
        assert_eq!(profile("rules: {}\n"), None);
        assert_eq!(profile("profile: []\n"), Some(Vec::new()));
        assert_eq!(profile("profile: [uk]\n"), Some(vec!["uk".to_owned()]));
    }

    #[test]
    fn the_most_exact_level_counts() {
        let settings: Settings = serde_yaml::from_str(
            "rules: {text: note, text-a: error}\n\
             paths: {'pages/**': {text: 'off'}, 'pages/it/*': {text-a: warning}}\n",
        )
        .unwrap();
        assert_eq!(settings.level("text-a", "roles.yaml"), Some(Level::Error));
        assert_eq!(settings.level("text-b", "roles.yaml"), Some(Level::Note));
        assert_eq!(settings.level("text-a", "pages/x.md"), Some(Level::Off));
        assert_eq!(settings.level("text-a", "pages/it/x.md"), Some(Level::Warning));
        assert_eq!(settings.level("text-b", "pages/it/x.md"), Some(Level::Off));
        assert_eq!(settings.level("limit-a", "pages/it/x.md"), None);
    }
}
