//! Days in English sentences of the tool, in the order in which a region says them.

use std::borrow::Cow;

use crate::handbook::language::Language;
use crate::model::value::MONTHS;

impl Language {
    /// Returns a sentence of the tool with its days as this English says them: "12 May 2026" is "May 12, 2026" in the
    /// United States. What stands in quotation marks stays as it is.
    pub(in crate::handbook) fn with_own_days<'a>(&self, sentence: &'a str) -> Cow<'a, str> {
        if !self.is_english() || self.tag() == "en" {
            return sentence.into();
        }
        let words: Vec<&str> = sentence.split(' ').collect();
        let mut said = Vec::new();
        let (mut at, mut quotes) = (0, 0_usize);
        while let Some(word) = words.get(at) {
            let own = if quotes == 0 { self.day_at(&words[at..]) } else { None };
            let (day, used) = own.unwrap_or_else(|| ((*word).to_owned(), 1));
            quotes = (quotes + word.matches('“').count()).saturating_sub(word.matches('”').count());
            said.push(day);
            at += used;
        }
        said.join(" ").into()
    }

    /// Returns the day that words begin with, with what stands around it and the number of words; `None` where they
    /// begin with none.
    fn day_at(&self, words: &[&str]) -> Option<(String, usize)> {
        let [first, second, rest @ ..] = words else { return None };
        let start = first.find(|letter: char| letter.is_ascii_digit())?;
        let (before, day) = first.split_at(start);
        day.parse::<u8>().ok().filter(|day| (1..=31).contains(day))?;
        let (month, behind_month) = cut(second, |letter| letter.is_ascii_alphabetic());
        let is_month = |name: &str| name == month || (month.len() == 3 && name.starts_with(month));
        MONTHS.into_iter().find(|name| is_month(name))?;
        let year = rest.first().map(|year| cut(year, |letter| letter.is_ascii_digit()));
        let year = year.filter(|(year, _)| year.len() == 4 && behind_month.is_empty());
        let values = [("day", day.into()), ("month", month.into())];
        Some(match year {
            Some((year, behind)) => {
                let [day, month] = values;
                let said = self.fill("date", &[day, month, ("year", year.into())]);
                (format!("{before}{said}{behind}"), 3)
            }
            None => (format!("{before}{}{behind_month}", self.fill("date-short", &values)), 2),
        })
    }
}

/// Cuts a word where letters of a sort end.
fn cut(word: &str, is_of_sort: impl Fn(char) -> bool) -> (&str, &str) {
    word.split_at(word.find(|letter| !is_of_sort(letter)).unwrap_or(word.len()))
}

#[cfg(test)]
mod tests {
    use crate::handbook::language::Language;

    #[test]
    fn days_are_said_as_the_region_says_them() {
        let said = |sentence: &'static str| Language::of("en-US").with_own_days(sentence).into_owned();
        assert_eq!(
            said("the day is now 4 July 2026 (was 1 September 2025)"),
            "the day is now July 4, 2026 (was September 1, 2025)"
        );
        assert_eq!(said("from 11 Jan to 12 Feb 2026, twice"), "from Jan 11 to Feb 12, 2026, twice");
        assert_eq!(said("(until 31 August)"), "(until August 31)");
        for same in [
            "",
            " ",
            "in 2 Mayfair",
            "40 May 2026",
            "5 GBP",
            "since “the 4 July 2026 party”",
            "3 é May",
            "May",
        ] {
            assert_eq!(said(same), same);
        }
        assert_eq!(Language::of("en").with_own_days("on 4 July 2026"), "on 4 July 2026");
        assert_eq!(Language::of("ar").with_own_days("on 4 July 2026"), "on 4 July 2026");
    }
}
