//! The filters, tests and functions of expressions: few, and each counts its work.

use std::collections::BTreeSet;
use std::sync::Arc;

use minijinja::value::{Kwargs, Rest, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Value};

use crate::check::Context;
use crate::check::own::meter::Meter;
use crate::model::value::Date;

/// The filters, sorted.
pub(super) const FILTERS: [&str; 18] = [
    "default",
    "first",
    "join",
    "last",
    "length",
    "lower",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "select",
    "selectattr",
    "sort",
    "sum",
    "trim",
    "unique",
    "upper",
];
/// The tests that stand behind `is`, sorted.
pub(super) const TESTS: [&str; 4] = ["defined", "none", "undefined", "vacant"];
/// The functions, sorted.
pub(super) const FUNCTIONS: [&str; 3] = ["days_until", "holders", "words"];
/// What `select`, `selectattr` and their opposites can compare with, sorted.
pub(super) const COMPARISONS: [&str; 9] = ["defined", "eq", "ge", "gt", "in", "le", "lt", "ne", "undefined"];

type Answer = Result<Value, Error>;

/// Adds everything to an environment that has nothing.
pub(super) fn add(environment: &mut Environment<'_>, context: &Context<'_>, meter: &Arc<Meter>) {
    texts(environment, meter);
    lists(environment, meter);
    numbers(environment, meter);
    environment.add_test("defined", |value: &Value| !value.is_undefined());
    environment.add_test("undefined", |value: &Value| value.is_undefined());
    environment.add_test("none", |value: &Value| value.is_none());
    environment.add_test(
        "vacant",
        with(meter, |meter, value: &Value, ()| {
            Ok(items(meter, value)?
                .iter()
                .all(|item| matches!(item.as_str(), Some("vacant" | "none")))
                .into())
        }),
    );
    functions(environment, context, meter);
}

/// Makes a filter or test of one value out of a function that also takes the meter.
fn with<F>(meter: &Arc<Meter>, run: F) -> impl Fn(&Value) -> Answer + Send + Sync + 'static
where
    F: Fn(&Meter, &Value, ()) -> Answer + Send + Sync + 'static,
{
    let meter = Arc::clone(meter);
    move |value: &Value| run(&meter, value, ())
}

fn wrong(detail: impl Into<String>) -> Error {
    Error::new(ErrorKind::InvalidOperation, detail.into())
}

fn spent() -> Error {
    Error::from(ErrorKind::OutOfFuel)
}

/// Returns a text that has been counted.
fn text<'a>(meter: &Meter, value: &'a Value) -> Result<&'a str, Error> {
    let Some(text) = value.as_str() else {
        return Err(wrong(format!("this needs text, but got {}", said(value))));
    };
    if meter.charge_text(text) { Ok(text) } else { Err(spent()) }
}

/// Returns the items of a list, counted. What is missing has none.
fn items(meter: &Meter, value: &Value) -> Result<Vec<Value>, Error> {
    if value.is_undefined() || value.is_none() {
        return Ok(Vec::new());
    }
    if !matches!(value.kind(), ValueKind::Seq | ValueKind::Iterable) {
        return Err(wrong(format!("this needs a list, but got {}", said(value))));
    }
    let mut items = Vec::new();
    for item in value.try_iter()? {
        if !meter.charge(1) {
            return Err(spent());
        }
        items.push(item);
    }
    Ok(items)
}

/// Returns the items of a list that are all text, or all numbers.
fn plain_items(meter: &Meter, value: &Value) -> Result<Vec<Value>, Error> {
    let items = items(meter, value)?;
    let texts = items.iter().filter(|item| item.as_str().is_some()).count();
    let numbers = items.iter().filter(|item| item.is_number()).count();
    if texts != items.len() && numbers != items.len() {
        return Err(wrong("this needs a list of texts or a list of numbers"));
    }
    for item in &items {
        if !item.as_str().is_none_or(|text| meter.charge_text(text)) {
            return Err(spent());
        }
    }
    Ok(items)
}

fn said(value: &Value) -> &'static str {
    match value.kind() {
        ValueKind::Undefined => "a field that is not written",
        ValueKind::None => "nothing",
        ValueKind::Bool => "a yes or no",
        ValueKind::Number => "a number",
        ValueKind::String => "text",
        ValueKind::Seq | ValueKind::Iterable => "a list",
        ValueKind::Map => "a group of fields",
        _ => "something else",
    }
}

fn texts(environment: &mut Environment<'_>, meter: &Arc<Meter>) {
    environment
        .add_filter("lower", with(meter, |meter, value, ()| Ok(text(meter, value)?.to_lowercase().into())));
    environment
        .add_filter("upper", with(meter, |meter, value, ()| Ok(text(meter, value)?.to_uppercase().into())));
    environment.add_filter("trim", with(meter, |meter, value, ()| Ok(text(meter, value)?.trim().into())));
    let counter = Arc::clone(meter);
    environment.add_filter("join", move |value: &Value, between: Option<&str>| -> Answer {
        let mut joined = String::new();
        for (index, item) in items(&counter, value)?.iter().enumerate() {
            let between = between.filter(|_| index > 0).unwrap_or("");
            let written = written(item)?;
            if !counter.charge_text(between) || !counter.charge_text(&written) {
                return Err(spent());
            }
            joined.push_str(between);
            joined.push_str(&written);
        }
        Ok(joined.into())
    });
}

/// Returns a value as it stands in a message: text, numbers, and yes or no.
pub(super) fn written(value: &Value) -> Result<String, Error> {
    match value.kind() {
        ValueKind::String | ValueKind::Number | ValueKind::Bool => Ok(value.to_string()),
        _ => Err(wrong(format!("{} cannot be written as text", said(value)))),
    }
}

fn lists(environment: &mut Environment<'_>, meter: &Arc<Meter>) {
    environment
        .add_filter("default", |value: Value, other: Value| if value.is_undefined() { other } else { value });
    environment.add_filter(
        "first",
        with(meter, |meter, value, ()| {
            Ok(items(meter, value)?.into_iter().next().unwrap_or(Value::UNDEFINED))
        }),
    );
    environment.add_filter(
        "last",
        with(meter, |meter, value, ()| Ok(items(meter, value)?.pop().unwrap_or(Value::UNDEFINED))),
    );
    environment.add_filter(
        "length",
        with(meter, |meter, value, ()| match value.as_str() {
            Some(_) => Ok(text(meter, value)?.chars().count().into()),
            None if value.kind() == ValueKind::Map => Ok(value.len().unwrap_or(0).into()),
            None => Ok(items(meter, value)?.len().into()),
        }),
    );
    environment.add_filter(
        "sort",
        with(meter, |meter, value, ()| {
            let mut items = plain_items(meter, value)?;
            items.sort();
            Ok(items.into())
        }),
    );
    environment.add_filter(
        "unique",
        with(meter, |meter, value, ()| {
            let mut seen = BTreeSet::new();
            let items = plain_items(meter, value)?;
            Ok(items.into_iter().filter(|item| seen.insert(item.clone())).collect::<Vec<Value>>().into())
        }),
    );
    let counter = Arc::clone(meter);
    environment.add_filter("map", move |value: &Value, named: Kwargs| -> Answer {
        let name: String = named.get("attribute")?;
        named.assert_all_used()?;
        let items = items(&counter, value)?;
        items.iter().map(|item| item.get_attr(&name)).collect::<Result<Vec<Value>, Error>>().map(Value::from)
    });
    for (name, wanted) in [("select", true), ("reject", false)] {
        let counter = Arc::clone(meter);
        environment.add_filter(name, move |value: &Value, rest: Rest<Value>| -> Answer {
            let mut kept = items(&counter, value)?;
            keep(&mut kept, |item| Ok(compare(&counter, item, &rest)? == wanted))?;
            Ok(kept.into())
        });
    }
    for (name, wanted) in [("selectattr", true), ("rejectattr", false)] {
        let counter = Arc::clone(meter);
        environment.add_filter(name, move |value: &Value, field: &str, rest: Rest<Value>| -> Answer {
            let mut kept = items(&counter, value)?;
            keep(&mut kept, |item| Ok(compare(&counter, &item.get_attr(field)?, &rest)? == wanted))?;
            Ok(kept.into())
        });
    }
}

fn keep(items: &mut Vec<Value>, mut wanted: impl FnMut(&Value) -> Result<bool, Error>) -> Result<(), Error> {
    let mut failed = None;
    items.retain(|item| {
        failed.is_none()
            && wanted(item).unwrap_or_else(|error| {
                failed = Some(error);
                false
            })
    });
    failed.map_or(Ok(()), Err)
}

/// Compares a value as the rest of a filter's arguments says; without any, asks whether it is true.
fn compare(meter: &Meter, value: &Value, rest: &[Value]) -> Result<bool, Error> {
    let (name, other) = match rest {
        [] => return Ok(value.is_true()),
        [name] => (name.as_str(), &Value::UNDEFINED),
        [name, other, ..] => (name.as_str(), other),
    };
    for one in [value, other] {
        // A list or group in memory is looked at without its own count.
        let size = one.as_str().map_or_else(|| one.len().unwrap_or(0), |text| text.len() / 16);
        if !meter.charge(1 + size) {
            return Err(spent());
        }
    }
    Ok(match name {
        Some("defined") => !value.is_undefined(),
        Some("undefined") => value.is_undefined(),
        Some("eq") => value == other,
        Some("ne") => value != other,
        Some("lt") => value < other,
        Some("le") => value <= other,
        Some("gt") => value > other,
        Some("ge") => value >= other,
        Some("in") => match (other.as_str(), value.as_str()) {
            (Some(whole), Some(part)) => whole.contains(part),
            (Some(_), None) => false,
            (None, _) => items(meter, other)?.contains(value),
        },
        _ => return Err(wrong("this comparison is not known")),
    })
}

fn numbers(environment: &mut Environment<'_>, meter: &Arc<Meter>) {
    environment.add_filter(
        "max",
        with(meter, |meter, value, ()| {
            Ok(plain_items(meter, value)?.into_iter().max().unwrap_or(Value::UNDEFINED))
        }),
    );
    environment.add_filter(
        "min",
        with(meter, |meter, value, ()| {
            Ok(plain_items(meter, value)?.into_iter().min().unwrap_or(Value::UNDEFINED))
        }),
    );
    environment.add_filter(
        "sum",
        with(meter, |meter, value, ()| {
            let items = items(meter, value)?;
            if items.iter().any(|item| !item.is_number()) {
                return Err(wrong("only numbers can be added up"));
            }
            let whole = items.iter().try_fold(0_i64, |sum, item| sum.checked_add(item.as_i64()?));
            let any = || items.iter().filter_map(|item| f64::try_from(item.clone()).ok()).sum::<f64>();
            Ok(whole.map_or_else(|| Value::from(any()), Value::from))
        }),
    );
}

fn functions(environment: &mut Environment<'_>, context: &Context<'_>, meter: &Arc<Meter>) {
    let as_of = context.as_of;
    let counter = Arc::clone(meter);
    environment.add_function("days_until", move |value: &Value| -> Answer {
        let written = text(&counter, value)?;
        let day = Date::parse(written).map_err(|_| wrong(format!("`{written:.40}` is not a date")))?;
        let days = as_of.civil().until(day.civil()).map_err(|_| wrong("this date is too far away"))?;
        Ok(days.get_days().into())
    });
    let holders: std::collections::BTreeMap<String, Vec<Value>> = context
        .charter
        .roles
        .iter()
        .map(|role| {
            let holders = context.charter.holders(role, as_of);
            (role.id.clone(), holders.iter().map(|holder| Value::from(holder.person.id.as_str())).collect())
        })
        .collect();
    let counter = Arc::clone(meter);
    environment.add_function("holders", move |role: &Value| -> Answer {
        let role = text(&counter, role)?;
        let found = holders.get(role).ok_or_else(|| wrong(format!("no role is called `{role:.40}`")))?;
        if counter.charge(found.len()) { Ok(found.clone().into()) } else { Err(spent()) }
    });
    let counter = Arc::clone(meter);
    environment.add_function("words", move |value: &Value| -> Answer {
        let words: Vec<&str> = text(&counter, value)?.split_whitespace().collect();
        if !counter.charge(words.len()) {
            return Err(spent());
        }
        Ok(words.into_iter().map(Value::from).collect::<Vec<Value>>().into())
    });
}
