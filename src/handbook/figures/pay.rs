//! Pay grades along an axis of money.

use std::collections::BTreeMap;

use crate::handbook::figure::{Chart, ChartRow, Drawing, Tone};
use crate::handbook::figures::{behind, figure};
use crate::handbook::inline::{line, row};
use crate::handbook::language::Language;
use crate::handbook::page::Block;
use crate::model::kinds::{Grade, Rewards};
use crate::model::value::Money;

/// Draws the grades, a picture for each currency; grades without an amount are left out.
pub(in crate::handbook) fn bands(language: &Language, rewards: &Rewards) -> Vec<Block> {
    let mut currencies: BTreeMap<&str, Vec<(&Grade, Money, Money)>> = BTreeMap::new();
    for grade in &rewards.grades {
        let (Some(low), Some(high)) = (grade.min.or(grade.max), grade.max.or(grade.min)) else { continue };
        if low.compare(&high).is_some_and(std::cmp::Ordering::is_le) {
            currencies.entry(low.currency().code()).or_default().push((grade, low, high));
        }
    }
    currencies.into_iter().filter_map(|(code, grades)| picture(language, code, &grades)).collect()
}

fn picture(language: &Language, code: &str, grades: &[(&Grade, Money, Money)]) -> Option<Block> {
    let least = grades.iter().map(|(_, low, _)| low.minor_units()).min()?;
    let (_, _, top) = grades.iter().max_by_key(|(_, _, high)| high.minor_units())?;
    let (from, to, step) = scale(least, top.minor_units());
    let ticks = (0..).map(|index: u32| from + f64::from(index) * step).take_while(|mark| *mark <= to);
    let amount = |mark: f64| {
        let long = Money::from_minor_units(mark as u64, top.currency()).display_long();
        long.split(' ').next().unwrap_or_default().to_owned()
    };
    let rows = grades.iter().map(|(grade, low, high)| ChartRow {
        title: grade.name.clone(),
        bars: vec![(
            low.minor_units() as f64,
            high.minor_units() as f64,
            Tone::Plain,
            range(language, *low, *high),
        )],
        dots: Vec::new(),
    });
    let chart = Chart {
        from,
        to,
        ticks: ticks.map(|mark| (mark, amount(mark))).collect(),
        limits: Vec::new(),
        rows: rows.collect(),
    };
    let words = grades.iter().map(|(grade, low, high)| {
        row(vec![line(grade.name.clone()), line(language.money(*low)), line(language.money(*high))])
    });
    let caption = language.fill("pay-from-least-to-most", &[("currency", code.into())]);
    let table = behind(
        &caption,
        &[language.say("common-grade"), language.say("pay-least"), language.say("pay-most")],
        words.collect(),
    );
    let text = language.say("pay-a-bar-for-each-grade-where");
    let id = format!("bands-{}", code.to_lowercase());
    Some(figure(
        &id,
        &language.fill("pay-in-a-year", &[("currency", code.into())]),
        text,
        Drawing::Chart(chart),
        table,
    ))
}

fn range(language: &Language, low: Money, high: Money) -> String {
    if low == high {
        return language.money(low);
    }
    let long = low.display_long();
    let low = long.split(' ').next().unwrap_or_default();
    language.fill("pay-range", &[("least", low.into()), ("most", language.money(high).into())])
}

/// Returns where a scale starts and ends, and its steps of 1, 2, 5 or 10 with noughts behind: at most four.
fn scale(least: u64, most: u64) -> (f64, f64, f64) {
    let (least, most) = (least as f64, most as f64);
    let rough = ((most - least) / 3.0).max(1.0);
    let ten = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0].into_iter().map(|times| times * ten).find(|step| *step >= rough);
    let step = step.unwrap_or(10.0 * ten);
    let (from, to) = ((least / step).floor() * step, (most / step).ceil() * step);
    (from, if to > from { to } else { from + step }, step)
}

#[cfg(test)]
mod tests {
    use super::{bands, scale};
    use crate::handbook::figure::Drawing;
    use crate::handbook::language::Language;
    use crate::handbook::page::Block;
    use crate::model::kinds::Rewards;

    #[test]
    fn a_scale_has_round_steps() {
        assert_eq!(scale(2_200_000, 3_900_000), (2_000_000.0, 4_000_000.0, 1_000_000.0));
        assert_eq!(scale(0, 0), (0.0, 1.0, 1.0));
        assert_eq!(scale(100, 100), (100.0, 101.0, 1.0));
        let (from, to, step) = scale(0, u64::MAX);
        assert!(from < to && (to - from) / step < 5.0);
    }

    #[test]
    fn each_currency_has_a_picture_and_grades_without_amounts_none() {
        let text = "
owner: hr
grades:
  - {id: a, name: A, min: 22000 GBP, max: 26000 GBP}
  - {id: b, name: B, min: 25000 GBP}
  - {id: c, name: C}
  - {id: d, name: D, min: 30000 EUR, max: 20000 EUR}
  - {id: e, name: E, min: 30000 EUR, max: 40000 PLN}
  - {id: f, name: F, min: 30000 PLN, max: 40000 PLN}
";
        let rewards: Rewards = serde_yaml::from_str(text).unwrap();
        let bars: Vec<(String, Vec<String>)> = bands(Language::of("en"), &rewards)
            .into_iter()
            .map(|block| {
                let Block::Figure(figure) = block else { panic!("no figure") };
                let Drawing::Chart(chart) = figure.drawing else { panic!("no chart") };
                (
                    figure.id,
                    chart.rows.into_iter().map(|row| format!("{}: {}", row.title, row.bars[0].3)).collect(),
                )
            })
            .collect();
        assert_eq!(
            bars,
            [
                (
                    "bands-gbp".to_owned(),
                    vec!["A: 22,000 to 26,000 GBP".to_owned(), "B: 25,000 GBP".to_owned()]
                ),
                ("bands-pln".to_owned(), vec!["F: 30,000 to 40,000 PLN".to_owned()]),
            ]
        );
    }
}
