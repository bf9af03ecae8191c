//! Tests of the catalogues and of what is made of them.

use std::collections::BTreeSet;

use fluent_syntax::parser;

use crate::handbook::inline::{link, plain, text};
use crate::handbook::language::message::{Message, Piece};
use crate::handbook::language::{CATALOGUES, Language, Value};
use crate::handbook::page::{Inline, Target};
use crate::model::value::{Date, Money, TimeSpan, WeekHours};

const NONE: [String; 0] = [];

/// Visits every piece of a message, those of its choices as well.
fn each(message: &Message, visit: &mut impl FnMut(&Piece)) {
    for piece in &message.0 {
        visit(piece);
        if let Piece::Choice { variants, other, .. } = piece {
            variants.iter().for_each(|(_, message)| each(message, visit));
            each(other, visit);
        }
    }
}

fn slots(message: &Message) -> BTreeSet<&'static str> {
    let mut slots = BTreeSet::new();
    each(message, &mut |piece| {
        if let Piece::Slot(name) = piece {
            slots.insert(*name);
        }
    });
    slots
}

#[test]
fn catalogues_hold_nothing_that_cannot_be_read_and_no_key_twice() {
    for (tag, catalogues) in CATALOGUES {
        for catalogue in *catalogues {
            assert!(parser::parse(*catalogue).is_ok(), "{tag}");
            let keys: Vec<&str> = super::message::read(catalogue).iter().map(|(key, _)| *key).collect();
            let twice = keys.iter().find(|key| keys.iter().filter(|other| other == key).count() > 1);
            assert_eq!(twice, None, "{tag}");
        }
    }
}

#[test]
fn every_language_has_every_message_with_the_same_values() {
    let english = Language::of("en");
    for (tag, _) in CATALOGUES {
        let own = Language::known(tag).unwrap();
        assert_eq!(own.tag(), *tag);
        let mut wrong = BTreeSet::new();
        for (key, message) in english.sorted() {
            match own.messages.get(key) {
                None => wrong.insert(format!("{tag}: {key} is missing")),
                Some(other) if slots(other) != slots(message) => {
                    wrong.insert(format!("{tag}: {key}: {:?}, not {:?}", slots(other), slots(message)))
                }
                Some(_) => false,
            };
        }
        wrong.extend(
            own.messages
                .keys()
                .filter(|key| !english.messages.contains_key(*key))
                .map(|key| format!("{tag}: {key} is too much")),
        );
        assert_eq!(wrong, BTreeSet::new());
    }
}

#[test]
fn every_plural_has_the_forms_that_the_language_has() {
    for (tag, _) in CATALOGUES {
        let language = Language::known(tag).unwrap();
        let numbers = ["0", "1", "2", "3", "11", "100", "1000000", "0.5", "1.5"];
        let mut needed: BTreeSet<&str> = numbers.iter().map(|number| language.plural(number)).collect();
        needed.remove("other");
        for (key, message) in language.sorted() {
            each(message, &mut |piece| {
                let Piece::Choice { on, variants, .. } = piece else { return };
                let keys: BTreeSet<&str> = variants.iter().map(|(key, _)| *key).collect();
                if ["count", "others"].contains(on) {
                    assert_eq!(keys, needed, "{tag}: {key}");
                }
            });
        }
    }
    assert_eq!(
        ["0", "1", "2", "3", "11", "100"].map(|number| Language::of("ar").plural(number)),
        ["zero", "one", "two", "few", "many", "other"]
    );
}

#[test]
fn no_latin_letters_are_left_over_in_arabic() {
    let mut left = Vec::new();
    for (key, message) in Language::of("ar").sorted() {
        each(message, &mut |piece| {
            if let Piece::Words(words) = piece
                && key != "direction"
                && words.contains(|letter: char| letter.is_ascii_alphabetic())
            {
                left.push(format!("{key}: {words}"));
            }
        });
    }
    assert_eq!(left, NONE);
}

#[test]
fn messages_for_scripts_and_templates_are_words_and_values_alone() {
    for (tag, _) in CATALOGUES {
        for (key, message) in Language::known(tag).unwrap().sorted() {
            if ["script-", "search-", "template-"].iter().any(|start| key.starts_with(start)) {
                each(message, &mut |piece| {
                    assert!(matches!(piece, Piece::Words(_) | Piece::Slot(_)), "{tag}: {key}");
                });
            }
        }
    }
}

#[test]
fn a_tag_finds_its_region_then_its_language_then_english() {
    let tag = |tag: &str| Language::of(tag).tag();
    assert_eq!(
        ["en-GB", "en-us", "EN", "ar-EG", "de-DE", ""].map(tag),
        ["en", "en-US", "en", "ar", "en", "en"]
    );
    assert!(Language::known("de").is_none());
    assert_eq!([Language::of("en"), Language::of("ar")].map(Language::direction), ["ltr", "rtl"]);
}

#[test]
fn links_stay_links_and_words_keep_their_look() {
    let target = || Target::Outside("https://x.example".to_owned());
    let values = [
        ("exception", Value::from(link("E", target()))),
        ("day", "1 May 2026".into()),
        ("instead", vec![text("A second look.")].into()),
    ];
    let line = Language::of("en").line("exceptions-until", &values);
    let wanted = [link("E", target()), text(", until 1 May 2026: "), text("A second look.")];
    assert_eq!(line, wanted);
    let line = Language::of("en").line("rules-overdue-since", &[("day", "today".into())]);
    assert_eq!(line, [Inline::Strong("overdue".into()), text(" since today")]);
}

#[test]
fn values_are_said_as_people_say_them() {
    let date = Date::parse("2026-05-12").unwrap();
    let all = ["en-GB", "en-US", "ar"].map(Language::of);
    assert_eq!(all.map(|language| language.date(date)), ["12 May 2026", "May 12, 2026", "12 مايو 2026"]);
    assert_eq!(all.map(|language| language.short_date(date)), ["12 May", "May 12", "12 مايو"]);
    let [english, _, arabic] = all;
    let span = |text: &str| TimeSpan::parse(text).unwrap();
    let spans = ["1 hour", "2 hours", "4 working hours", "11 days", "0.5 days"];
    assert_eq!(spans.map(|text| english.span(span(text))), spans);
    assert_eq!(
        spans.map(|text| arabic.span(span(text))),
        ["ساعة واحدة", "ساعتين", "4 ساعات عمل", "11 يومًا", "0.5 يوم"]
    );
    assert_eq!(["1 week", "2 weeks"].map(|text| english.every(span(text))), ["every week", "every 2 weeks"]);
    let hours = WeekHours::parse("Mon-Wed,Fri 07:30-08:30; Sun 10:00-12:00").unwrap();
    assert_eq!(english.week_hours(&hours), hours.to_string());
    assert_eq!(arabic.week_hours(&hours), "الاثنين–الأربعاء، الجمعة 07:30-08:30؛ الأحد 10:00-12:00");
    let money = Money::parse("1600 GBP").unwrap();
    assert_eq!(english.money(money), "1,600 GBP");
    assert_eq!(arabic.money(money), "\u{2068}1,600 GBP\u{2069}");
}

#[test]
fn lists_are_joined_and_foreign_words_set_apart() {
    let lines = || ["a", "b", "c"].map(|word| vec![text(word)]).to_vec();
    assert_eq!(plain(&Language::of("en").and(lines())), "a, b and c");
    assert_eq!(plain(&Language::of("ar").and(lines())), "a، b وc");
    let words = |name: &str| Language::of("ar").fill("figure-named", &[("title", name.into())]);
    assert_eq!(words("Desk"), "صورة: \u{2068}Desk\u{2069}");
    assert_eq!(words("المكتب"), "صورة: المكتب");
}
