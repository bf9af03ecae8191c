//! Charters made from bytes, by the kinds' schemas: mostly of the right shape, with hostile words in every field.

use arbitrary::Unstructured;
use itcharter::model::kinds;
use itcharter::source::{Kind, Layout};
use serde_json::{Map, Value, json};

use crate::oracles::charter::Files;

/// Names that things refer to each other by; few, so that they often meet.
pub(crate) const IDS: [&str; 6] = ["head", "ada", "desk", "ops", "it", "x"];

/// Texts that have done harm elsewhere.
const WORDS: [&str; 26] = [
    "Plain words.",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "[a](javascript:alert(1))",
    "[a](java&#x73;cript&colon;alert(1))",
    "![a](data:image/svg+xml,<svg/onload=alert(1)>)",
    "<svg><style>*{background:url(//x)}</style></svg>",
    "</title></textarea></style>",
    "<!-- ",
    "\u{1b}[31mred\u{1b}]8;;http://x\u{7}",
    "\u{202e}desrever\u{2066}",
    "::error::x",
    "##[error]x",
    "@everyone #1 GH-1",
    "=cmd|'/c calc'!A1",
    "| a | b |\n|---|---|\n| c |",
    "```\n<b>\n",
    "[^1]\n\n[^1]: x",
    "{{ 1 }} {% for %}",
    "a\n---\nb: c",
    "\u{0}\u{85}\u{2028}\u{feff}",
    "]]> &amp; &lt; ${x}",
    "[@head](../../etc/passwd#\"x)",
    "https://x.example/\"><b>",
    "é😀 größe 変更",
];

/// Bytes as a row of choices; all zero where they end.
pub(crate) struct Dice<'a>(Unstructured<'a>);

impl<'a> Dice<'a> {
    /// Takes the bytes.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(Unstructured::new(bytes))
    }

    /// Returns a number below `most`.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0.int_in_range(0..=most - 1).unwrap_or(0)
    }

    /// Says yes once in so many times, and no where the bytes have ended.
    pub(crate) fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    /// Picks one.
    pub(crate) fn pick<'b>(&mut self, from: &[&'b str]) -> &'b str {
        from[self.below(from.len())]
    }

    fn is_over(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns a text that may do harm.
    pub(crate) fn text(&mut self) -> String {
        if self.one_in(6) {
            return self.0.arbitrary::<&str>().unwrap_or("").chars().take(80).collect();
        }
        let mut text = self.pick(&WORDS).to_owned();
        while self.one_in(4) {
            text.push_str(self.pick(&WORDS));
        }
        text
    }
}

/// Makes a charter.
pub(crate) fn charter(dice: &mut Dice<'_>) -> Files {
    let mut files = crate::oracles::small(&[]);
    for kind in Kind::with_schema() {
        let mut count = dice.below(3);
        while count > 0 && !dice.is_over() {
            count -= 1;
            let path = path(kind, dice);
            let value = value(kinds::schema_of(kind).as_value(), dice, 0);
            let value = if kind.layout() == Layout::Records { json!([value]) } else { value };
            files.insert(path.clone(), written(&path, value, dice));
        }
    }
    if dice.one_in(3) {
        let text = dice.text();
        files.insert("pages/a/b.md".to_owned(), text);
    }
    files
}

/// Makes a charter and what a change makes of it.
pub(crate) fn change(dice: &mut Dice<'_>) -> (Files, Files) {
    let old = charter(dice);
    let mut new = old.clone();
    for (path, text) in charter(dice) {
        if dice.one_in(2) {
            new.insert(path, text);
        } else if dice.one_in(2) {
            new.remove(&path);
        }
    }
    (old, new)
}

fn path(kind: Kind, dice: &mut Dice<'_>) -> String {
    let id = dice.pick(&IDS);
    match kind.layout() {
        Layout::Single => format!("{}.yaml", kind.name()),
        Layout::Records if kind == Kind::Kudos => "kudos/2026.yaml".to_owned(),
        Layout::Folder => format!("{}/{id}.md", kind.plural()),
        Layout::Records | Layout::ListOrFolder | Layout::Inside(_) => format!("{}/{id}.yaml", kind.plural()),
    }
}

fn written(path: &str, mut value: Value, dice: &mut Dice<'_>) -> String {
    if !path.ends_with(".md") {
        return serde_yaml::to_string(&value).unwrap();
    }
    let body = value.as_object_mut().and_then(|head| head.shift_remove("body"));
    let head = serde_yaml::to_string(&value).unwrap();
    let body = body.and_then(|body| Some(body.as_str()?.to_owned())).unwrap_or_else(|| dice.text());
    format!("---\n{head}---\n\n{body}\n")
}

fn value(schema: &Value, dice: &mut Dice<'_>, depth: usize) -> Value {
    if let Some(forms) = schema.get("anyOf").and_then(Value::as_array) {
        return value(&forms[dice.below(forms.len())], dice, depth);
    }
    match schema["type"].as_str() {
        Some("object") => object(schema, dice, depth),
        Some("array") => {
            let count = if depth > 6 { 0 } else { 1 + dice.below(3) };
            (0..count).map(|_| value(&schema["items"], dice, depth + 1)).collect()
        }
        Some("boolean") => json!(dice.one_in(2)),
        Some("integer" | "number") => json!([0, 1, 2, 7, 1000, -1, i64::MAX][dice.below(7)]),
        Some("string") => string(schema, dice),
        _ => Value::Null,
    }
}

fn object(schema: &Value, dice: &mut Dice<'_>, depth: usize) -> Value {
    let mut object = Map::new();
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
        let key = dice.pick(&IDS);
        object.insert(key.to_owned(), value(&schema["additionalProperties"], dice, depth + 1));
        return Value::Object(object);
    };
    let required = schema.get("required").and_then(Value::as_array);
    for (name, schema) in properties {
        let needed = required.is_some_and(|required| required.iter().any(|one| one == name));
        if needed || (!dice.is_over() && dice.one_in(2)) {
            let field = if name == "id" { json!(dice.pick(&IDS)) } else { value(schema, dice, depth + 1) };
            object.insert(name.clone(), field);
        }
    }
    Value::Object(object)
}

fn string(schema: &Value, dice: &mut Dice<'_>) -> Value {
    if dice.one_in(16) {
        return json!(dice.text());
    }
    if let Some(choices) = schema.get("enum").and_then(Value::as_array) {
        return choices[dice.below(choices.len())].clone();
    }
    if schema.get("x-reference").is_some() || schema["format"] == "id" {
        return json!(dice.pick(&IDS));
    }
    let examples: &[&str] = match schema["format"].as_str().unwrap_or("") {
        "money" => &["500 GBP", "0 GBP", "1,000,000 EUR", "99999999999999 USD"],
        "time-span" | "reply-time" => &["2 days", "1 hour", "12 months", "0 days", "same day"],
        "date" => &["2026-11-21", "2020-01-01", "0001-01-01", "9999-12-31"],
        "month" => &["2026-11", "9999-12"],
        "clock" => &["07:30", "00:00", "23:59"],
        "clock-range" => &["07:30-16:30", "22:00-06:00", "00:00-00:00"],
        "week-hours" => &["Mon-Fri 07:30-16:30", "Sat 00:00-24:00"],
        "time-zone" => &["Europe/London", "UTC"],
        "currency" => &["GBP", "EUR"],
        "language" => &["en", "ar"],
        _ => return json!(dice.text()),
    };
    json!(dice.pick(examples))
}
