//! Currencies, by their ISO 4217 code.

use std::fmt;

use crate::model::value::error::{ValueError, quoted};

/// A currency that ISO 4217 knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// Reads a currency code such as `GBP`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        match iso_currency::Currency::from_code(text) {
            Some(currency) if currency.code() == text => Ok(Self(currency)),
            Some(_) | None => {
                let message = format!(
                    "{} is not a currency: write its three-letter code in capitals, such as `GBP`",
                    quoted(text)
                );
                Err(ValueError::new(message).suggest(near(text)))
            }
        }
    }

    /// Returns the three-letter code.
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// Returns the name in English: "Pound sterling".
    pub fn name(&self) -> &str {
        self.0.name()
    }

    /// Returns how many decimals an amount has: 2 for pounds and pence, 0 for yen.
    pub fn decimals(self) -> u32 {
        self.0.exponent().map_or(0, u32::from)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

/// Returns the currency that was surely meant: the same letters in another case, two letters swapped, or the
/// only current currency one letter away; or the currency of a sign that only one has.
pub(super) fn near(text: &str) -> Option<Currency> {
    match text.trim() {
        "£" => return Currency::parse("GBP").ok(),
        "€" => return Currency::parse("EUR").ok(),
        "₹" => return Currency::parse("INR").ok(),
        _ => {}
    }
    let upper = text.trim().to_ascii_uppercase();
    let letters: [u8; 3] = upper.as_bytes().try_into().ok()?;
    let [first, second, third] = letters;
    [letters, [second, first, third], [first, third, second]]
        .into_iter()
        .find_map(current)
        .or_else(|| one_letter_away(letters))
}

fn one_letter_away(letters: [u8; 3]) -> Option<Currency> {
    let mut found = (0..letters.len()).flat_map(|place| {
        (b'A'..=b'Z').filter_map(move |letter| {
            let mut changed = letters;
            changed[place] = letter;
            current(changed)
        })
    });
    let only = found.next()?;
    if found.next().is_none() { Some(only) } else { None }
}

fn current(letters: [u8; 3]) -> Option<Currency> {
    let code = std::str::from_utf8(&letters).ok()?;
    let currency = iso_currency::Currency::from_code(code)?;
    if currency.flags().is_empty() { Some(Currency(currency)) } else { None }
}

#[cfg(test)]
mod tests {
    use super::Currency;

    fn suggestion(text: &str) -> Option<String> {
        Currency::parse(text).unwrap_err().suggestion
    }

    #[test]
    fn a_code_is_known_with_its_decimals() {
        assert_eq!(Currency::parse("GBP").unwrap().decimals(), 2);
        assert_eq!(Currency::parse("JPY").unwrap().decimals(), 0);
        assert_eq!(Currency::parse("KWD").unwrap().decimals(), 3);
        assert_eq!(Currency::parse("GBP").unwrap().to_string(), "GBP");
    }

    #[test]
    fn a_slip_gets_the_code_that_was_meant() {
        assert_eq!(suggestion("gbp").as_deref(), Some("GBP"));
        assert_eq!(suggestion("GPB").as_deref(), Some("GBP"));
        assert_eq!(suggestion("£").as_deref(), Some("GBP"));
        assert_eq!(suggestion("pounds"), None);
        assert_eq!(
            Currency::parse("pounds").unwrap_err().message,
            "`pounds` is not a currency: write its three-letter code in capitals, such as `GBP`"
        );
    }
}
