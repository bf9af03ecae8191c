//! Amounts of money inside sentences.

use crate::model::value::Money;

/// Returns the amounts that a text names with a currency code: `500 GBP`, `1,000 GBP`.
pub(super) fn amounts(text: &str) -> Vec<Money> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let amount = |pair: &[&str]| {
        let number = pair[0].trim_start_matches(|letter: char| !letter.is_ascii_digit()).replace(',', "");
        let code = pair[1].trim_end_matches(|letter: char| !letter.is_ascii_alphabetic());
        Money::parse(&format!("{number} {code}")).ok()
    };
    words.windows(2).filter_map(amount).collect()
}

#[cfg(test)]
mod tests {
    use super::amounts;

    #[test]
    fn amounts_are_found_in_a_sentence() {
        let found: Vec<String> = amounts("Spend (1,000 GBP), never more than 20.50 EUR. 3 people, 4")
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(found, ["1000 GBP", "20.50 EUR"]);
        assert!(amounts("").is_empty() && amounts("12").is_empty());
    }
}
