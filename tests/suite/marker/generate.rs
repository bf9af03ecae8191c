//! Fills every field of every kind from its schema.

use std::collections::BTreeMap;

use itcharter::model::kinds;
use itcharter::model::value::Date;
use itcharter::source::{Kind, Layout};
use serde_json::{Map, Value, json};

/// One filled field.
#[derive(Debug)]
pub(crate) struct Leaf {
    /// Kind and field path, list positions left out: `role/needs/skills`.
    pub(crate) name: String,
    /// The file it stands in.
    pub(crate) file: String,
    /// Where in the file.
    pub(crate) pointer: String,
    /// The words a reader should find; `None` where the value is no word of its own.
    pub(crate) words: Option<String>,
    /// Another good value.
    pub(crate) other: Value,
}

/// A charter with every field filled.
#[derive(Debug, Default)]
pub(crate) struct Marked {
    pub(crate) files: BTreeMap<String, Value>,
    pub(crate) leaves: Vec<Leaf>,
}

/// Makes the charter: of each kind one entity with every field, and a spare one to refer to instead.
pub(crate) fn charter() -> Marked {
    let mut marked = Marked::default();
    let mut count = 0;
    for kind in Kind::with_schema() {
        let schema = kinds::schema_of(kind);
        let path = path(kind, "full");
        let records = kind.layout() == Layout::Records;
        let at = if records { "/0" } else { "" };
        let mut filler = Filler {
            file: &path,
            leaves: &mut marked.leaves,
            count: &mut count,
            name: kind.name().to_owned(),
        };
        let value = filler.fill(schema.as_value(), at, kind.name());
        marked.files.insert(path.clone(), if records { json!([value]) } else { value });
        if matches!(kind.layout(), Layout::ListOrFolder | Layout::Folder) {
            let mut unused = Vec::new();
            let spare = self::path(kind, "spare");
            let mut filler =
                Filler { file: &spare, leaves: &mut unused, count: &mut count, name: String::new() };
            let value = filler.fill(schema.as_value(), "", kind.name());
            marked.files.insert(spare, value);
        }
    }
    marked
}

/// Writes a file's value as the file: Markdown files have their body below the head.
pub(crate) fn text_of(path: &str, value: &Value) -> String {
    let mut value = value.clone();
    if !path.ends_with(".md") {
        return serde_yaml::to_string(&value).unwrap();
    }
    let body = value.as_object_mut().and_then(|head| head.shift_remove("body"));
    let head = serde_yaml::to_string(&value).unwrap();
    format!("---\n{head}---\n\n{}\n", body.as_ref().and_then(Value::as_str).unwrap_or(""))
}

fn path(kind: Kind, which: &str) -> String {
    match kind.layout() {
        Layout::Single => format!("{}.yaml", kind.name()),
        Layout::Records if kind == Kind::Kudos => "kudos/2030.yaml".to_owned(),
        Layout::Records => format!("{}/{which}-person.yaml", kind.plural()),
        Layout::Folder => format!("{}/{which}-{}.md", kind.plural(), kind.name()),
        Layout::ListOrFolder | Layout::Inside(_) => format!("{}/{which}-{}.yaml", kind.plural(), kind.name()),
    }
}

struct Filler<'a> {
    file: &'a str,
    leaves: &'a mut Vec<Leaf>,
    count: &'a mut u32,
    name: String,
}

impl Filler<'_> {
    fn fill(&mut self, schema: &Value, at: &str, name: &str) -> Value {
        if let Some(forms) = schema.get("anyOf").and_then(Value::as_array) {
            let rank =
                |form: &&Value| ["object", "array", "string"].iter().position(|kind| form["type"] == *kind);
            return self.fill(forms.iter().min_by_key(rank).unwrap(), at, name);
        }
        match schema["type"].as_str() {
            Some("object") if schema.get("properties").is_none() => self.fill_map(schema, at, name),
            Some("object") => self.fill_object(schema, at, name),
            Some("array") => self.fill_list(schema, at, name),
            Some("boolean") => self.leaf(at, name, json!(true), None, json!(false)),
            Some("integer" | "number") => self.fill_number(schema, at, name),
            Some("string") => self.fill_text(schema, at, name),
            other => panic!("{name}: a schema of type {other:?}"),
        }
    }

    fn fill_object(&mut self, schema: &Value, at: &str, name: &str) -> Value {
        let entity = schema.get("x-entity").and_then(Value::as_str);
        let mut object = Map::new();
        for (field, schema) in schema["properties"].as_object().unwrap() {
            let value = match (entity, field.as_str()) {
                (Some(entity), "id") => {
                    json!(format!("{}-{entity}", if at.ends_with("/1") { "spare" } else { "full" }))
                }
                _ => self.fill(schema, &format!("{at}/{field}"), &format!("{name}/{field}")),
            };
            object.insert(field.clone(), value);
        }
        Value::Object(object)
    }

    fn fill_list(&mut self, schema: &Value, at: &str, name: &str) -> Value {
        let item = &schema["items"];
        let mut items = vec![self.fill(item, &format!("{at}/0"), name)];
        if item.get("x-entity").is_some() {
            items.push(self.fill(item, &format!("{at}/1"), name));
        }
        Value::Array(items)
    }

    fn fill_map(&mut self, schema: &Value, at: &str, name: &str) -> Value {
        let key = match schema.get("x-key-reference").and_then(Value::as_str) {
            Some(kind) => format!("full-{kind}"),
            None => self.word(),
        };
        let value = self.fill(&schema["additionalProperties"], &format!("{at}/{key}"), name);
        json!({ key: value })
    }

    fn fill_number(&mut self, schema: &Value, at: &str, name: &str) -> Value {
        let bound = |word: &str| schema.get(word).and_then(Value::as_f64);
        let (least, most) = (bound("minimum").unwrap_or(0.0), bound("maximum").unwrap_or(f64::MAX));
        *self.count += 1;
        let number = 1000 + *self.count;
        if f64::from(number) <= most && !name.ends_with("level") {
            return self.leaf(at, name, json!(number), Some(number.to_string()), json!(number + 4000));
        }
        let number = least.max(1.0) as u64;
        self.leaf(at, name, json!(number), None, json!(number + 1))
    }

    fn fill_text(&mut self, schema: &Value, at: &str, name: &str) -> Value {
        if let Some(reference) = schema.get("x-reference") {
            let kind = reference["kinds"][0].as_str().unwrap();
            // A reference to anything names a role, of which there are two.
            let kind = if kind == "charter" { "role" } else { kind };
            return self.leaf(at, name, json!(format!("full-{kind}")), None, json!(format!("spare-{kind}")));
        }
        if let Some(choices) = schema.get("enum").and_then(Value::as_array) {
            return self.leaf(at, name, choices[0].clone(), None, choices[choices.len() - 1].clone());
        }
        *self.count += 1;
        let number = *self.count;
        let format = schema.get("format").and_then(Value::as_str).unwrap_or("");
        let (value, words, other) = match format {
            "money" => (format!("1{number:03} GBP"), format!("1,{number:03} GBP"), "7 GBP".to_owned()),
            "time-span" | "reply-time" => {
                (format!("1{number:03} days"), format!("1{number:03} days"), "7 weeks".to_owned())
            }
            "date" => day(number),
            "month" => ("2033-03".to_owned(), "March 2033".to_owned(), "2034-04".to_owned()),
            "clock" => clock(number),
            "clock-range" => {
                let (from, words, _) = clock(number);
                (format!("{from}-23:59"), words, "00:01-00:02".to_owned())
            }
            "week-hours" => {
                ("Mon-Fri 07:31-08:32".to_owned(), "07:31".to_owned(), "Tue 01:02-03:04".to_owned())
            }
            "time-zone" => ("Europe/Paris".to_owned(), "Europe/Paris".to_owned(), "Asia/Tokyo".to_owned()),
            "currency" => ("CHF".to_owned(), "CHF".to_owned(), "SEK".to_owned()),
            "language" => ("en-NZ".to_owned(), "en-NZ".to_owned(), "en-IE".to_owned()),
            "id" | "" => {
                let word = self.word();
                (word.clone(), word, "otherword".to_owned())
            }
            other => panic!("{name}: no value is known for the format {other}"),
        };
        self.leaf(at, name, json!(value), Some(words), json!(other))
    }

    fn leaf(&mut self, at: &str, name: &str, value: Value, words: Option<String>, other: Value) -> Value {
        if !self.name.is_empty() {
            let (file, pointer) = (self.file.to_owned(), at.to_owned());
            self.leaves.push(Leaf { name: name.to_owned(), file, pointer, words, other });
        }
        value
    }

    /// Returns a word that stands nowhere else.
    fn word(&mut self) -> String {
        *self.count += 1;
        let digits = self.count.to_string();
        let letters: String = digits.bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
        format!("zq{letters}zq")
    }
}

fn day(number: u32) -> (String, String, String) {
    let (month, day) = (number / 28 % 12 + 1, number % 28 + 1);
    let year = 2000 + number / 336;
    let date = format!("{year}-{month:02}-{day:02}");
    let words = Date::parse(&date).unwrap().long();
    (date, words, "2099-09-09".to_owned())
}

fn clock(number: u32) -> (String, String, String) {
    let clock = format!("{:02}:{:02}", number / 60 % 23, number % 60);
    (clock.clone(), clock, "23:58".to_owned())
}
