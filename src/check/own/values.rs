//! The charter's entries as values that expressions can look at. Each look is counted.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::Value;
use minijinja::value::{Enumerator, Object, ObjectRepr};

use crate::check::Context;
use crate::check::own::meter::Meter;
use crate::check::own::types::{items_of, kinds, shape_of};
use crate::document::schema::Shape;
use crate::document::value;
use crate::model::kinds;
use crate::source::{Kind, Layout};

/// What an entry, or a part of it, says.
#[derive(Debug)]
enum Data {
    Text(Arc<str>),
    /// A number, a yes or no, or nothing.
    Plain(Value),
    List(Vec<Arc<Data>>),
    Map(Vec<(Arc<str>, Arc<Data>)>),
}

/// A list or group of fields that counts how often it is looked at.
struct Counted {
    data: Arc<Data>,
    meter: Arc<Meter>,
}

/// The entries of the charter that have their shape.
#[derive(Debug)]
pub(super) struct World {
    entries: BTreeMap<usize, Arc<Data>>,
    kinds: BTreeMap<Kind, Vec<usize>>,
    names: Vec<(&'static str, Value)>,
    meter: Arc<Meter>,
}

impl World {
    /// Reads the entries of a charter.
    pub(super) fn new(context: &Context<'_>, meter: Arc<Meter>) -> Self {
        let mut world = Self { entries: BTreeMap::new(), kinds: BTreeMap::new(), names: Vec::new(), meter };
        let defaults: BTreeMap<Kind, Vec<(String, Value)>> =
            kinds().map(|kind| (kind, defaults(kind))).collect();
        for (index, entry) in context.registry.entries().enumerate() {
            let Some(defaults) = defaults.get(&entry.kind).filter(|_| entry.sound) else { continue };
            world.entries.insert(index, Arc::new(read(context, index, defaults)));
            world.kinds.entry(entry.kind).or_default().push(index);
        }
        world.names = kinds().map(|kind| (kind.plural(), world.all(kind))).collect();
        world
    }

    /// Returns the entries of a kind, in the order of the files.
    pub(super) fn of_kind(&self, kind: Kind) -> &[usize] {
        self.kinds.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// Returns an entry as a value.
    pub(super) fn entry(&self, index: usize) -> Value {
        self.entries.get(&index).map_or(Value::UNDEFINED, |data| counted(data, &self.meter))
    }

    /// Returns the names that expressions can use beside `this`: each kind's entries as a list, or the one entry of
    /// kinds that have one.
    pub(super) fn names(&self) -> impl Iterator<Item = (&'static str, Value)> {
        self.names.iter().cloned()
    }

    fn all(&self, kind: Kind) -> Value {
        let indices = self.of_kind(kind);
        if kind.layout() == Layout::Single {
            return indices.first().map_or(Value::UNDEFINED, |index| self.entry(*index));
        }
        let items = indices.iter().filter_map(|index| self.entries.get(index).cloned()).collect();
        counted(&Arc::new(Data::List(items)), &self.meter)
    }
}

/// Returns the fields of a kind that have a value when they are not written.
fn defaults(kind: Kind) -> Vec<(String, Value)> {
    let schema = kinds::schema_of(kind);
    let properties = schema.get("properties").and_then(|properties| properties.as_object());
    let fields = properties.into_iter().flatten();
    let value = |(name, property): (&String, &serde_json::Value)| {
        let value = match property.get("default")? {
            serde_json::Value::Bool(yes) => Value::from(*yes),
            serde_json::Value::String(text) => Value::from(text.as_str()),
            serde_json::Value::Number(number) => Value::from(number.as_i64()?),
            serde_json::Value::Null | serde_json::Value::Array(_) | serde_json::Value::Object(_) => {
                return None;
            }
        };
        Some((name.clone(), value))
    };
    fields.filter_map(value).collect()
}

fn read(context: &Context<'_>, index: usize, defaults: &[(String, Value)]) -> Data {
    let entry = context.registry.entry(index);
    let tree = &context.documents[entry.document].tree;
    let mut fields: Vec<(Arc<str>, Arc<Data>)> =
        vec![("id".into(), Arc::new(Data::Text(entry.id.as_str().into())))];
    let mut add = |name: &str, data: Data| {
        if fields.iter().all(|(known, _)| **known != *name) {
            fields.push((name.into(), Arc::new(data)));
        }
    };
    if let (Some(serde_yaml::Value::Mapping(mapping)), Some(Shape::Object(object))) =
        (entry.node.map(|node| value::value(tree, node)), shape_of(entry.kind))
    {
        for (key, value) in &mapping {
            let Some(name) = key.as_str() else { continue };
            let shape = object.fields.iter().find(|field| field.name == name).map(|field| &field.shape);
            add(name, data(value, shape));
        }
    }
    if let (Some(name), Some(body)) = (kinds::body_field(entry.kind), entry.body) {
        let text = body.slice(context.text(index)).trim();
        if !text.is_empty() {
            add(name, Data::Text(text.into()));
        }
    }
    defaults.iter().for_each(|(name, value)| add(name, Data::Plain(value.clone())));
    Data::Map(fields)
}

/// Takes a value over. Where one value may stand for a list of one, it becomes that list.
fn data(value: &serde_yaml::Value, shape: Option<&'static Shape>) -> Data {
    let items = shape.and_then(items_of);
    match value {
        serde_yaml::Value::Sequence(list) => {
            Data::List(list.iter().map(|item| Arc::new(data(item, items))).collect())
        }
        serde_yaml::Value::Null => Data::Plain(Value::from(())),
        one if items.is_some() => Data::List(vec![Arc::new(data(one, items))]),
        serde_yaml::Value::Mapping(mapping) => {
            let fields = mapping.iter().filter_map(|(key, value)| {
                let name = key.as_str()?;
                Some((name.into(), Arc::new(data(value, inner(shape, name)))))
            });
            Data::Map(fields.collect())
        }
        serde_yaml::Value::String(text) => Data::Text(text.as_str().into()),
        serde_yaml::Value::Bool(yes) => Data::Plain(Value::from(*yes)),
        serde_yaml::Value::Number(number) => Data::Plain(match number.as_i64() {
            Some(whole) => Value::from(whole),
            None => Value::from(number.as_f64().unwrap_or(0.0)),
        }),
        serde_yaml::Value::Tagged(_) => Data::Plain(Value::from(())),
    }
}

/// Returns the shape of a field inside a value.
fn inner(shape: Option<&'static Shape>, name: &str) -> Option<&'static Shape> {
    match shape? {
        Shape::Object(object) => {
            object.fields.iter().find(|field| field.name == name).map(|field| &field.shape)
        }
        Shape::Map(value, _) => Some(value),
        Shape::OneOf(shapes) => shapes.iter().find_map(|shape| inner(Some(shape), name)),
        Shape::Any
        | Shape::Text(_)
        | Shape::Integer(..)
        | Shape::Number
        | Shape::Boolean
        | Shape::List(..) => None,
    }
}

fn counted(data: &Arc<Data>, meter: &Arc<Meter>) -> Value {
    match &**data {
        Data::Text(text) if meter.charge_text(text) => Value::from(Arc::clone(text)),
        Data::Plain(value) if meter.charge(1) => value.clone(),
        // Nothing more is looked at; that the meter is empty is said where the expression ends.
        Data::Text(_) | Data::Plain(_) => Value::UNDEFINED,
        Data::List(_) | Data::Map(_) => {
            Value::from_object(Counted { data: Arc::clone(data), meter: Arc::clone(meter) })
        }
    }
}

impl Object for Counted {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        match &*self.data {
            Data::List(_) => ObjectRepr::Seq,
            Data::Map(_) | Data::Text(_) | Data::Plain(_) => ObjectRepr::Map,
        }
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        if !self.meter.charge(1) {
            return None;
        }
        let found = match &*self.data {
            Data::List(items) => items.get(key.as_usize()?),
            Data::Map(fields) => {
                let name = key.as_str()?;
                fields.iter().find(|(known, _)| **known == *name).map(|(_, data)| data)
            }
            Data::Text(_) | Data::Plain(_) => None,
        };
        Some(counted(found?, &self.meter))
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        match &*self.data {
            // An empty meter ends a walk that has not begun; one that has begun gets nothing more to look at.
            _ if self.meter.is_empty() => Enumerator::Empty,
            Data::List(items) => Enumerator::Seq(items.len()),
            Data::Map(fields) => {
                self.meter.charge(fields.len());
                Enumerator::Values(fields.iter().map(|(name, _)| Value::from(Arc::clone(name))).collect())
            }
            Data::Text(_) | Data::Plain(_) => Enumerator::Empty,
        }
    }

    fn enumerator_len(self: &Arc<Self>) -> Option<usize> {
        Some(match &*self.data {
            Data::List(items) => items.len(),
            Data::Map(fields) => fields.len(),
            Data::Text(_) | Data::Plain(_) => 0,
        })
    }

    fn render(self: &Arc<Self>, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Never the whole of it: writing it out would be work that nobody counts.
        formatter.write_str(if matches!(*self.data, Data::List(_)) { "a list" } else { "a group of fields" })
    }
}

impl std::fmt::Debug for Counted {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Counted")
    }
}
