//! Values read, print and read again as the same.

use std::fmt::{Debug, Display};

use itcharter::model::value::{
    Clock, ClockRange, Currency, Date, FORMATS, Id, Language, Money, Month, ReplyTime, TimeSpan, TimeZone,
    ValueError, WeekHours, check_format,
};

/// Any text as a value of every type: what reads prints in a form that reads as the same value and prints as the same
/// text; what does not read is explained.
pub(crate) fn hold(text: &str) {
    back(text, Clock::parse);
    back(text, ClockRange::parse);
    back(text, Currency::parse);
    back(text, Date::parse);
    back(text, Id::parse);
    back(text, Language::parse);
    back(text, Money::parse);
    back(text, Month::parse);
    back(text, ReplyTime::parse);
    back(text, TimeSpan::parse);
    back(text, TimeZone::parse);
    back(text, WeekHours::parse);
    for format in FORMATS {
        if let Err(error) = check_format(format, text) {
            assert!(!error.to_string().is_empty(), "{format}: {text:?} is refused without a word");
        }
    }
}

fn back<T: Debug + Display + PartialEq>(text: &str, parse: impl Fn(&str) -> Result<T, ValueError>) {
    match parse(text) {
        Ok(value) => {
            let printed = value.to_string();
            match parse(&printed) {
                Ok(again) => assert_eq!(value, again, "{text:?} prints as {printed:?}"),
                Err(error) => panic!("{text:?} prints as {printed:?}, which does not read: {error}"),
            }
        }
        Err(error) => assert!(!error.to_string().is_empty(), "{text:?} is refused without a word"),
    }
}
