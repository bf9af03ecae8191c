//! Where and in which language people read: time zones and languages.

use std::fmt;

use jiff::tz::TimeZoneDatabase;

use crate::model::value::error::{ValueError, quoted};

/// A time zone by its IANA name: `Europe/London`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeZone(String);

impl TimeZone {
    /// Reads the name of a time zone.
    ///
    /// Only the names built into the program count, so that a charter reads the same on every machine.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let known: Vec<String> =
            TimeZoneDatabase::bundled().available().map(|name| name.as_str().to_owned()).collect();
        if known.iter().any(|name| name == text) {
            return Ok(Self(text.to_owned()));
        }
        let message = format!(
            "{} is not a time zone: write its continent and city, such as `Europe/London`",
            quoted(text)
        );
        Err(ValueError::new(message).suggest(near_zone(text, &known)))
    }

    /// Returns the name as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TimeZone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A language by its short code, with a country where the spelling differs: `en`, `en-GB`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(String);

impl Language {
    /// Reads a language code.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        match tidy_language(text) {
            Some(tidy) if tidy == text => Ok(Self(tidy)),
            meant => {
                let message = format!("{} is not a language code: write it as `en` or `en-GB`", quoted(text));
                Err(ValueError::new(message).suggest(meant))
            }
        }
    }

    /// Returns the code as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the language without script or country: `en` of `en-GB`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn near_zone(text: &str, known: &[String]) -> Option<String> {
    if text.len() > 64 {
        return None;
    }
    let wanted = text.trim().to_lowercase().replace([' ', '-'], "_");
    known
        .iter()
        .map(|name| {
            let lower = name.to_lowercase().replace('-', "_");
            let city = lower.rsplit('/').next() == Some(wanted.as_str());
            let distance = if city { 0 } else { strsim::damerau_levenshtein(&wanted, &lower) };
            (distance, name)
        })
        .filter(|(distance, name)| *distance <= 2 && distance * 4 <= name.len())
        .min()
        .map(|(_, name)| name.clone())
}

/// Returns the code in its usual case and with hyphens; `None` where its shape is no language code.
fn tidy_language(text: &str) -> Option<String> {
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let mut parts = text.trim().split(['-', '_']);
    let primary = parts.next().filter(|part| matches!(part.len(), 2 | 3) && letters(part))?;
    let mut tidy = primary.to_lowercase();
    let mut rest = parts.peekable();
    if let Some(script) = rest.next_if(|part| part.len() == 4 && letters(part)) {
        let (first, others) = script.split_at(1);
        tidy.push_str(&format!("-{}{}", first.to_uppercase(), others.to_lowercase()));
    }
    let is_region = |part: &&str| {
        (part.len() == 2 && letters(part))
            || (part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if let Some(region) = rest.next_if(is_region) {
        tidy.push_str(&format!("-{}", region.to_uppercase()));
    }
    rest.next().is_none().then_some(tidy)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::{Language, TimeZone};

    #[test]
    fn a_time_zone_has_one_spelling() {
        for text in ["Europe/London", "Etc/UTC", "UTC"] {
            assert_eq!(TimeZone::parse(text).unwrap().as_str(), text);
        }
        for text in ["europe/london", "Europe/Lodnon", "London"] {
            assert_eq!(
                TimeZone::parse(text).unwrap_err().suggestion.as_deref(),
                Some("Europe/London"),
                "{text}"
            );
        }
        let error = TimeZone::parse("Mars/Base").unwrap_err();
        assert_eq!(
            error.message,
            "`Mars/Base` is not a time zone: write its continent and city, such as `Europe/London`"
        );
        assert_eq!(error.suggestion, None);
    }

    #[test]
    fn a_language_has_one_spelling() {
        for text in ["en", "en-GB", "zh-Hant", "zh-Hant-TW", "es-419", "haw"] {
            assert_eq!(Language::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Language::parse("en_gb").unwrap_err().suggestion.as_deref(), Some("en-GB"));
        assert_eq!(Language::parse("English").unwrap_err().suggestion, None);
        assert_eq!(Language::parse("en-GB").unwrap().primary(), "en");
        assert_eq!(
            Language::parse("English").unwrap_err().message,
            "`English` is not a language code: write it as `en` or `en-GB`"
        );
    }

    proptest! {
        #[test]
        fn every_language_reads_back(text in "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?") {
            let language = Language::parse(&text).unwrap();
            prop_assert_eq!(Language::parse(&language.to_string()), Ok(language));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,20}") {
            drop(Language::parse(&text));
            drop(TimeZone::parse(&text));
        }
    }
}
