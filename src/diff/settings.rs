//! Compares the tool's settings: what is checked less than before is a check weakened.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::{Level, OwnRule, Settings};
use crate::diagnostic::{Rule, Severity};
use crate::diff::change::{Change, Class, Gains, Spot};
use crate::diff::sentence::{Piece, Sentence, join};
use crate::diff::side::Side;
use crate::source::{Limit, Place};

/// The words for levels, by rank.
const LEVELS: [&str; 4] = ["off", "note", "warning", "error"];

/// What is found in the settings, before it has a place.
struct Found {
    field: String,
    before: Option<String>,
    after: Option<String>,
    class: Class,
    incomparable: bool,
    sentence: Sentence,
}

/// Returns the changes of the settings.
pub(super) fn compare(before: Side<'_>, after: Side<'_>) -> Vec<Change> {
    let (old, new) = (before.settings, after.settings);
    if old == new {
        return Vec::new();
    }
    let mut found = levels(old, new, after.rules);
    found.extend(paths(old, new));
    found.extend(thresholds(old, new));
    found.extend(limits(old, new));
    found.extend(words(old, new));
    found.extend(profile(old, new));
    found.extend(own_rules(old, new));
    found.extend(handbook(old, new));
    let (place_before, place_after) = (spot(before), spot(after));
    let change = |found: Found| Change {
        kind: None,
        id: ".itcharter.yaml".to_owned(),
        name: "Settings".to_owned(),
        field: found.field,
        before: found.before,
        after: found.after,
        class: found.class,
        incomparable: found.incomparable,
        gains: Gains::default(),
        sentence: found.sentence,
        place_before: place_before.clone(),
        place_after: place_after.clone(),
    };
    found.into_iter().map(change).collect()
}

fn spot(side: Side<'_>) -> Option<Spot> {
    let file = side.snapshot.files().find(|(_, file)| file.place == Place::Settings)?;
    Some(Spot { path: file.1.path.clone(), line: 1, column: 1 })
}

fn code(text: &str) -> Vec<Piece> {
    vec![Piece::Code(text.to_owned())]
}

fn plain(text: impl Into<String>) -> Vec<Piece> {
    vec![Piece::Words(text.into())]
}

/// Returns the level that a rule has in every file.
fn effective(settings: &Settings, rule: &Rule) -> Level {
    let set = settings.rules.get(rule.code).or_else(|| settings.rules.get(rule.group()));
    let default = match rule.severity {
        Severity::Note => Level::Note,
        Severity::Warning => Level::Warning,
        Severity::Error => Level::Error,
    };
    set.copied().unwrap_or(default)
}

/// Returns the class of another level.
fn class_of(old: u8, new: u8) -> Class {
    if new < old { Class::CheckWeakened } else { Class::CheckStrengthened }
}

fn rank(level: Level) -> u8 {
    match level {
        Level::Off => 0,
        Level::Note => 1,
        Level::Warning => 2,
        Level::Error => 3,
    }
}

fn word(level: Level) -> &'static str {
    LEVELS.get(usize::from(rank(level))).copied().unwrap_or("off")
}

/// Says which rules matter less or more; a group whose rules go the same way is said once.
fn levels(old: &Settings, new: &Settings, rules: &[&'static Rule]) -> Vec<Found> {
    let mut changed: BTreeMap<(&str, bool), [BTreeSet<u8>; 2]> = BTreeMap::new();
    for rule in rules {
        let (was, now) = (rank(effective(old, rule)), rank(effective(new, rule)));
        if was != now {
            let by_group = [old, new].iter().all(|settings| !settings.rules.contains_key(rule.code));
            let name = if by_group { rule.group() } else { rule.code };
            let [before, after] = changed.entry((name, now < was)).or_default();
            before.insert(was);
            after.insert(now);
        }
    }
    let words = |ranks: &BTreeSet<u8>| -> Vec<&'static str> {
        ranks.iter().map(|rank| LEVELS.get(usize::from(*rank)).copied().unwrap_or("off")).collect()
    };
    let found = changed.into_iter().map(|((name, weaker), [was, now])| {
        let pieces = |ranks: &BTreeSet<u8>| {
            let words: Vec<Vec<Piece>> = words(ranks).into_iter().map(code).collect();
            join(&words)
        };
        let values = [("name", code(name)), ("new", pieces(&now)), ("old", pieces(&was))];
        Found {
            field: format!("rules/{name}"),
            before: Some(words(&was).join(", ")),
            after: Some(words(&now).join(", ")),
            class: if weaker { Class::CheckWeakened } else { Class::CheckStrengthened },
            incomparable: false,
            sentence: Sentence::fill("findings of {name} now count as {new} (was {old})", &values),
        }
    });
    found.collect()
}

/// Says which levels differ in some files; without a level the general one holds, which has no order to it.
fn paths(old: &Settings, new: &Settings) -> Vec<Found> {
    let flat = |settings: &Settings| -> BTreeMap<(String, String), Level> {
        let levels = settings.paths.iter().flat_map(|(pattern, levels)| {
            levels.iter().map(|(name, level)| ((pattern.clone(), name.clone()), *level))
        });
        levels.collect()
    };
    let (old, new) = (flat(old), flat(new));
    let keys: BTreeSet<&(String, String)> = old.keys().chain(new.keys()).collect();
    let mut found = Vec::new();
    for key in keys {
        let (was, now) = (old.get(key).copied(), new.get(key).copied());
        if was == now {
            continue;
        }
        let (class, incomparable) = match (was, now) {
            (Some(was), Some(now)) => (class_of(rank(was), rank(now)), false),
            (None, Some(Level::Off)) => (Class::CheckWeakened, false),
            (Some(Level::Off), None) => (Class::CheckStrengthened, false),
            (_, _) => (Class::CheckWeakened, true),
        };
        let said = |level: Option<Level>| level.map_or_else(|| plain("not set"), |level| code(word(level)));
        let values = [("name", code(&key.1)), ("path", code(&key.0)), ("new", said(now)), ("old", said(was))];
        let sentence = Sentence::fill("in {path}, the level of {name} is now {new} (was {old})", &values);
        let written = |level: Option<Level>| level.map(|level| word(level).to_owned());
        let field = format!("paths/{}/{}", key.0, key.1);
        found.push(Found { field, before: written(was), after: written(now), class, incomparable, sentence });
    }
    found
}

/// Says which numbers differ. Whether more is stricter differs from rule to rule, so every other number ranks high.
fn thresholds(old: &Settings, new: &Settings) -> Vec<Found> {
    let keys: BTreeSet<&String> = old.thresholds.keys().chain(new.thresholds.keys()).collect();
    let mut found = Vec::new();
    for key in keys {
        let (was, now) = (old.thresholds.get(key), new.thresholds.get(key));
        if was == now {
            continue;
        }
        let said =
            |number: Option<&f64>| plain(number.map_or_else(|| "the usual".to_owned(), f64::to_string));
        let values = [("name", code(key)), ("new", said(now)), ("old", said(was))];
        found.push(Found {
            field: format!("thresholds/{key}"),
            before: was.map(f64::to_string),
            after: now.map(f64::to_string),
            class: Class::CheckWeakened,
            incomparable: true,
            sentence: Sentence::fill(
                "the number {name} that a rule compares with is now {new} (was {old})",
                &values,
            ),
        });
    }
    found
}

/// Says which limits of what is read are raised or lowered.
fn limits(old: &Settings, new: &Settings) -> Vec<Found> {
    let value = |settings: &Settings, limit: Limit| {
        settings.limits.get(limit.name()).copied().unwrap_or(limit.value())
    };
    let changed = Limit::ALL.into_iter().filter_map(|limit| {
        let (was, now) = (value(old, limit), value(new, limit));
        (was != now).then_some((limit.name(), was, now))
    });
    let found = changed.map(|(name, was, now)| {
        let class = if now > was { Class::CheckWeakened } else { Class::CheckStrengthened };
        let values = [("name", code(name)), ("new", plain(now.to_string())), ("old", plain(was.to_string()))];
        Found {
            field: format!("limits/{name}"),
            before: Some(was.to_string()),
            after: Some(now.to_string()),
            class,
            incomparable: false,
            sentence: Sentence::fill("the limit {name} of what is read is now {new} (was {old})", &values),
        }
    });
    found.collect()
}

fn words(old: &Settings, new: &Settings) -> Vec<Found> {
    let set = |settings: &Settings| -> BTreeSet<String> { settings.words.iter().cloned().collect() };
    let (old, new) = (set(old), set(new));
    let found = old.symmetric_difference(&new).map(|word| {
        let came = new.contains(word);
        let (template, class) = if came {
            ("rules about language now leave {word} alone", Class::CheckWeakened)
        } else {
            ("rules about language no longer leave {word} alone", Class::CheckStrengthened)
        };
        let sentence = Sentence::fill(template, &[("word", plain(format!("“{word}”")))]);
        let text = Some(word.clone());
        let (before, after) = if came { (None, text) } else { (text, None) };
        Found { field: "words".to_owned(), before, after, class, incomparable: false, sentence }
    });
    found.collect()
}

/// Says that the settings name other profiles. A profile sets many levels both ways, so another one ranks high.
fn profile(old: &Settings, new: &Settings) -> Option<Found> {
    let named = |settings: &Settings| settings.profile.as_ref().map(|names| names.join(", "));
    let (before, after) = (named(old), named(new));
    if before == after {
        return None;
    }
    let said = |names: &Option<String>| {
        names.as_deref().map_or_else(|| plain("as the charter says"), |names| plain(format!("“{names}”")))
    };
    let values = [("new", said(&after)), ("old", said(&before))];
    let sentence = Sentence::fill("the settings now take the profiles {new} (was {old})", &values);
    let field = "profile".to_owned();
    Some(Found { field, before, after, class: Class::CheckWeakened, incomparable: true, sentence })
}

/// Says which of the charter's own rules came, went or differ; what another expression finds cannot be told.
fn own_rules(old: &Settings, new: &Settings) -> Vec<Found> {
    fn by_code(settings: &Settings) -> BTreeMap<&str, &OwnRule> {
        settings.own_rules.iter().map(|rule| (rule.code.as_str(), rule)).collect()
    }
    let (old, new) = (by_code(old), by_code(new));
    let codes: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
    let changed = codes.into_iter().filter(|code| old.get(code) != new.get(code));
    let found = changed.map(|name| {
        let (template, class, incomparable) = match (old.contains_key(name), new.contains_key(name)) {
            (false, _) => ("the charter now has the rule {name} of its own", Class::CheckStrengthened, false),
            (true, false) => ("the charter's own rule {name} is gone", Class::CheckWeakened, false),
            (true, true) => ("the charter's own rule {name} changed", Class::CheckWeakened, true),
        };
        let assert = |rule: Option<&&OwnRule>| rule.map(|rule| rule.assert.clone());
        Found {
            field: format!("own-rules/{name}"),
            before: assert(old.get(name)),
            after: assert(new.get(name)),
            class,
            incomparable,
            sentence: Sentence::fill(template, &[("name", code(name))]),
        }
    });
    found.collect()
}

fn handbook(old: &Settings, new: &Settings) -> Vec<Found> {
    let pairs = [
        (
            "handbook/site",
            &old.handbook.site,
            &new.handbook.site,
            "the address at which the handbook is published",
        ),
        ("handbook/edit", &old.handbook.edit, &new.handbook.edit, "the address at which files are edited"),
        (
            "handbook/changes",
            &old.handbook.changes,
            &new.handbook.changes,
            "since when the handbook tells what changed",
        ),
    ];
    let changed = pairs.into_iter().filter(|(_, old, new, _)| old != new);
    let found = changed.map(|(field, old, new, phrase)| {
        let said = |text: &Option<String>| text.as_deref().map_or_else(|| plain("not set"), code);
        let values = [("new", said(new)), ("old", said(old))];
        Found {
            field: field.to_owned(),
            before: old.clone(),
            after: new.clone(),
            class: Class::Editorial,
            incomparable: false,
            sentence: Sentence::fill(&format!("{phrase} is now {{new}} (was {{old}})"), &values),
        }
    });
    found.collect()
}
