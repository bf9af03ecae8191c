//! Amounts of money.

use std::cmp::Ordering;
use std::fmt;

use crate::model::value::currency::{self, Currency};
use crate::model::value::error::{ValueError, quoted};

/// An exact amount in one currency: `500 GBP`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    minor_units: u64,
    currency: Currency,
}

impl Money {
    /// Makes an amount from the currency's smallest unit: pence for pounds.
    pub fn from_minor_units(minor_units: u64, currency: Currency) -> Self {
        Self { minor_units, currency }
    }

    /// Reads an amount, a space and a currency code.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let Some((amount, code)) = split(text) else {
            let message = format!(
                "{} is not an amount of money: write the amount, a space and the currency, such as `500 GBP`",
                quoted(text)
            );
            return Err(ValueError::new(message).suggest(guess(text)));
        };
        let currency = Currency::parse(code).map_err(|error| error.suggest(guess(text)))?;
        let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
        let decimals = currency.decimals();
        if fraction.len() > decimals as usize {
            let allowed = match decimals {
                0 => "no decimals".to_owned(),
                1 => "at most 1 decimal".to_owned(),
                more => format!("at most {more} decimals"),
            };
            let message = format!("{} is too exact: amounts in {currency} have {allowed}", quoted(text));
            return Err(ValueError::new(message));
        }
        minor_units(whole, fraction, decimals)
            .map(|minor_units| Self { minor_units, currency })
            .ok_or_else(|| ValueError::new(format!("{} is too large an amount", quoted(text))))
    }

    /// Returns the amount in the currency's smallest unit.
    pub fn minor_units(self) -> u64 {
        self.minor_units
    }

    /// Returns the currency.
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// Compares two amounts; `None` if their currencies differ.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        (self.currency == other.currency).then(|| self.minor_units.cmp(&other.minor_units))
    }

    /// Returns the amount for readers, with thousands set apart: "1,000 GBP".
    pub fn display_long(&self) -> String {
        let written = self.to_string();
        let end = written.find(['.', ' ']).unwrap_or(written.len());
        let (whole, rest) = written.split_at(end);
        let mut long = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                long.push(',');
            }
            long.push(digit);
        }
        long + rest
    }
}

impl fmt::Display for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = self.currency.decimals();
        let scale = 10_u64.pow(decimals);
        let (whole, rest) = (self.minor_units / scale, self.minor_units % scale);
        if rest == 0 {
            write!(formatter, "{whole} {}", self.currency)
        } else {
            write!(formatter, "{whole}.{rest:0width$} {}", self.currency, width = decimals as usize)
        }
    }
}

/// Splits `500.50 GBP` into a plain number and a word; `None` where the form is another.
fn split(text: &str) -> Option<(&str, &str)> {
    let (amount, code) = text.split_once(' ')?;
    let is_code = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphabetic());
    if is_number(amount) && is_code { Some((amount, code)) } else { None }
}

fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(text),
    }
}

fn minor_units(whole: &str, fraction: &str, decimals: u32) -> Option<u64> {
    let padded = format!("{fraction:0<width$}", width = decimals as usize);
    format!("{whole}{padded}").parse().ok()
}

/// Returns the amount that was surely meant by another way of writing it: `£500`, `1,000 gbp`, `EUR500`.
fn guess(text: &str) -> Option<Money> {
    let is_numeric = |character: char| character.is_ascii_digit() || matches!(character, '.' | ',');
    let text = text.trim();
    let start = text.find(is_numeric)?;
    let end = text.rfind(is_numeric)? + 1;
    let (before, number, after) = (text[..start].trim(), &text[start..end], text[end..].trim());
    let code = match (before, after) {
        (code, "") | ("", code) => code,
        _ => return None,
    };
    let currency = Currency::parse(code).ok().or_else(|| currency::near(code))?;
    let amount = plain_number(number)?;
    if text == format!("{amount} {currency}") {
        return None;
    }
    Money::parse(&format!("{amount} {currency}")).ok()
}

/// Returns the number without thousands marks and with a decimal point; `None` where it could be read two ways.
fn plain_number(number: &str) -> Option<String> {
    if is_number(number) {
        return Some(number.to_owned());
    }
    let (whole, fraction) = match number.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    let groups: Vec<&str> = whole.split([',', ' ', '\u{a0}', '\u{202f}', '_', '\'']).collect();
    let plain = match (groups.as_slice(), fraction) {
        ([euros, cents], None) if cents.len() == 2 => format!("{euros}.{cents}"),
        ([first, rest @ ..], _) if first.len() <= 3 && rest.iter().all(|group| group.len() == 3) => {
            let joined = groups.concat();
            fraction.map_or(joined.clone(), |fraction| format!("{joined}.{fraction}"))
        }
        _ => return None,
    };
    is_number(&plain).then_some(plain)
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::{Currency, Money};

    fn money(text: &str) -> Money {
        Money::parse(text).unwrap()
    }

    fn suggestion(text: &str) -> Option<String> {
        Money::parse(text).unwrap_err().suggestion
    }

    #[test]
    fn an_amount_prints_in_its_shortest_exact_form() {
        assert_eq!(money("500 GBP").to_string(), "500 GBP");
        assert_eq!(money("500.5 GBP").to_string(), "500.50 GBP");
        assert_eq!(money("500.00 GBP"), money("500 GBP"));
        assert_eq!(money("0.05 KWD").to_string(), "0.050 KWD");
        assert_eq!(money("18000 JPY").display_long(), "18,000 JPY");
        assert_eq!(money("1234567.80 GBP").display_long(), "1,234,567.80 GBP");
        assert_eq!(money("999 GBP").display_long(), "999 GBP");
    }

    #[test]
    fn another_way_of_writing_gets_the_amount_that_was_meant() {
        let error = Money::parse("500GBP").unwrap_err();
        assert_eq!(
            error.message,
            "`500GBP` is not an amount of money: write the amount, a space and the currency, such as `500 GBP`"
        );
        assert_eq!(error.suggestion.as_deref(), Some("500 GBP"));
        assert_eq!(suggestion("£500").as_deref(), Some("500 GBP"));
        assert_eq!(suggestion("1,000 GBP").as_deref(), Some("1000 GBP"));
        assert_eq!(suggestion("12 500.50 EUR").as_deref(), Some("12500.50 EUR"));
        assert_eq!(suggestion("500,50 €").as_deref(), Some("500.50 EUR"));
        assert_eq!(suggestion("GBP 500").as_deref(), Some("500 GBP"));
        assert_eq!(suggestion("500 gbp").as_deref(), Some("500 GBP"));
        assert_eq!(suggestion("500 GPB").as_deref(), Some("500 GBP"));
    }

    #[test]
    fn a_text_that_could_mean_two_things_gets_no_suggestion() {
        for text in ["500", "$500", "1.000,50 EUR", "-5 GBP", "about 500 GBP", "", "1e3 GBP", "GBP"] {
            assert_eq!(suggestion(text), None, "{text}");
        }
    }

    #[test]
    fn an_amount_cannot_be_more_exact_than_its_currency() {
        assert_eq!(
            Money::parse("1.505 GBP").unwrap_err().message,
            "`1.505 GBP` is too exact: amounts in GBP have at most 2 decimals"
        );
        assert_eq!(
            Money::parse("1.5 JPY").unwrap_err().message,
            "`1.5 JPY` is too exact: amounts in JPY have no decimals"
        );
    }

    #[test]
    fn a_huge_amount_is_refused_without_a_panic() {
        let text = format!("{} GBP", "9".repeat(40));
        assert!(Money::parse(&text).unwrap_err().message.ends_with("is too large an amount"));
    }

    #[test]
    fn amounts_compare_within_one_currency_only() {
        assert_eq!(money("1 GBP").compare(&money("2 GBP")), Some(Ordering::Less));
        assert_eq!(money("1 GBP").compare(&money("1 EUR")), None);
    }

    proptest! {
        #[test]
        fn every_amount_reads_back(minor_units in any::<u64>(), code in 0..4_usize) {
            let currency = Currency::parse(["GBP", "JPY", "KWD", "XAU"][code]).unwrap();
            let money = Money::from_minor_units(minor_units, currency);
            prop_assert_eq!(Money::parse(&money.to_string()), Ok(money));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,20}", number in "[0-9., ]{0,9}") {
            drop(Money::parse(&text));
            drop(Money::parse(&format!("{number} GBP")));
        }
    }
}
