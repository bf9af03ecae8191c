//! The one table of values written as text: their formats, and what editors say about them.

use std::borrow::Cow;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use crate::model::value::{
    Clock, ClockRange, Currency, Date, Id, Language, Money, Month, ReplyTime, TimeSpan, TimeZone, ValueError,
    WeekHours,
};

/// Writes, for each line of the table, how the value is read from a file and described to editors.
macro_rules! formats {
    ($($value:ident, $format:literal, $pattern:expr, [$($example:literal),+], $description:literal;)+) => {
        /// The names of all formats, in the order of the table.
        pub const FORMATS: &[&str] = &[$($format),+];

        /// Checks a text against a format by name; a format that is none of ours takes any text.
        pub fn check_format(format: &str, text: &str) -> Result<(), ValueError> {
            match format {
                $($format => $value::parse(text).map(drop),)+
                _ => Ok(()),
            }
        }

        $(
            impl FromStr for $value {
                type Err = ValueError;

                fn from_str(text: &str) -> Result<Self, Self::Err> {
                    Self::parse(text)
                }
            }

            impl<'de> Deserialize<'de> for $value {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let text = String::deserialize(deserializer)?;
                    Self::parse(&text).map_err(D::Error::custom)
                }
            }

            impl Serialize for $value {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.collect_str(self)
                }
            }

            impl JsonSchema for $value {
                fn inline_schema() -> bool {
                    true
                }

                fn schema_name() -> Cow<'static, str> {
                    Cow::Borrowed(stringify!($value))
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    let mut schema = json_schema!({
                        "type": "string",
                        "format": $format,
                        "description": $description,
                        "examples": [$($example),+],
                    });
                    let pattern: Option<&str> = $pattern;
                    if let Some(pattern) = pattern {
                        schema.insert("pattern".to_owned(), pattern.into());
                    }
                    schema
                }
            }
        )+
    };
}

formats! {
    Id, "id", Some("^[a-z0-9]+(-[a-z0-9]+)*$"), ["it-manager", "help-desk"],
        "A short name: lower-case words joined by `-`.";
    Money, "money", Some("^[0-9]+(\\.[0-9]+)? [A-Z]{3}$"), ["500 GBP", "99.50 EUR"],
        "An amount of money: the amount, a space and the currency.";
    TimeSpan, "time-span", Some("^[0-9]+(\\.[0-9]{1,2})? [a-z]+( [a-z]+)?$"), ["15 min", "4 working hours", "12 months"],
        "A length of time: a number, a space and a unit.";
    Date, "date", Some("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), ["2025-11-21"],
        "A date: year, month and day.";
    Month, "month", Some("^[0-9]{4}-[0-9]{2}$"), ["2025-09"],
        "A month: year and month.";
    Clock, "clock", Some("^([01][0-9]|2[0-3]):[0-5][0-9]$"), ["07:30"],
        "A time of day on the 24-hour clock.";
    ClockRange, "clock-range", Some("^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$"), ["07:30-16:30"],
        "A stretch of the day: two times joined by a hyphen.";
    WeekHours, "week-hours", None, ["Mon-Fri 07:30-08:30", "Sat,Sun 09:00-12:00; Mon 18:00-20:00", "always"],
        "Days and hours of the week, or `always`.";
    TimeZone, "time-zone", None, ["Europe/London"],
        "A time zone: continent and city.";
    Currency, "currency", Some("^[A-Z]{3}$"), ["GBP", "EUR"],
        "The three-letter code of a currency.";
    Language, "language", Some("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"), ["en", "en-GB"],
        "The code of a language.";
    ReplyTime, "reply-time", None, ["4 working hours", "none"],
        "A length of time, or `none`.";
}

#[cfg(test)]
mod tests {
    use schemars::generate::SchemaSettings;
    use schemars::{JsonSchema, Schema};

    use super::{FORMATS, Money, check_format};
    use crate::model::value::{
        Clock, ClockRange, Currency, Date, Id, Language, Month, ReplyTime, TimeSpan, TimeZone, WeekHours,
    };

    fn schema_of<T: JsonSchema>() -> Schema {
        T::json_schema(&mut SchemaSettings::draft07().into_generator())
    }

    #[test]
    fn every_example_fits_its_own_format_and_pattern() {
        let schemas = [
            schema_of::<Id>(),
            schema_of::<Money>(),
            schema_of::<TimeSpan>(),
            schema_of::<Date>(),
            schema_of::<Month>(),
            schema_of::<Clock>(),
            schema_of::<ClockRange>(),
            schema_of::<WeekHours>(),
            schema_of::<TimeZone>(),
            schema_of::<Currency>(),
            schema_of::<Language>(),
            schema_of::<ReplyTime>(),
        ];
        for schema in schemas {
            let format = schema.get("format").and_then(|format| format.as_str()).unwrap();
            assert!(FORMATS.contains(&format), "{format}");
            let validator = jsonschema::draft7::new(schema.as_value()).unwrap();
            for example in schema.get("examples").and_then(|examples| examples.as_array()).unwrap() {
                assert_eq!(check_format(format, example.as_str().unwrap()), Ok(()));
                assert!(validator.is_valid(example), "{example}");
            }
        }
    }

    #[test]
    fn an_unknown_format_takes_any_text() {
        assert_eq!(check_format("email", "anything"), Ok(()));
        assert!(check_format("money", "anything").is_err());
    }

    #[test]
    fn a_value_reads_from_yaml_with_its_own_message() {
        assert_eq!(serde_yaml::from_str::<Money>("500 GBP").unwrap().to_string(), "500 GBP");
        let error = serde_yaml::from_str::<Money>("£500").unwrap_err().to_string();
        assert!(error.starts_with("`£500` is not an amount of money"), "{error}");
    }
}
