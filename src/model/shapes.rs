//! The shape of every kind's files, made from the types once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::document::schema::{Field, Object, Shape, Text};
use crate::model::kinds;
use crate::source::{Kind, Layout};

/// The shapes of one kind.
#[derive(Debug)]
pub(super) struct Shapes {
    /// An entity in a YAML file of its own, or in a list.
    pub(super) data: Shape,
    /// An entity in a Markdown file with text below the head, which fills one field.
    pub(super) with_body: Shape,
}

static SHAPES: LazyLock<BTreeMap<Kind, Shapes>> =
    LazyLock::new(|| Kind::with_schema().chain([Kind::Page]).map(|kind| (kind, shapes(kind))).collect());

/// Returns the shapes of a kind that has files of its own.
pub(super) fn of(kind: Kind) -> Option<&'static Shapes> {
    SHAPES.get(&kind)
}

fn shapes(kind: Kind) -> Shapes {
    let mut shape = Shape::from_schema(kinds::schema_of(kind).as_value());
    if let Shape::Object(object) = &mut shape
        && matches!(kind.layout(), Layout::ListOrFolder | Layout::Folder)
        && kind != Kind::Term
    {
        object.fields.insert(0, id_field());
    }
    let mut with_body = shape.clone();
    if let (Shape::Object(object), Some(name)) = (&mut with_body, kinds::body_field(kind)) {
        for field in object.fields.iter_mut().filter(|field| field.name == name) {
            field.required = false;
        }
    }
    if kind.layout() == Layout::Records {
        shape = Shape::List(Box::new(shape), 0);
    }
    Shapes { data: shape, with_body }
}

/// The field that names an entry of a list.
fn id_field() -> Field {
    let text = Text { format: Some("id".to_owned()), ..Text::default() };
    Field {
        name: "id".to_owned(),
        required: false,
        description: "The short name that others refer to, such as `help-desk`.".to_owned(),
        shape: Shape::Text(text),
    }
}

/// Returns the shape of an entry in a list, where the id must be written.
pub(super) fn in_list(shape: &Shape) -> Shape {
    let mut shape = shape.clone();
    if let Shape::Object(Object { fields, .. }) = &mut shape
        && let Some(field) = fields.first_mut().filter(|field| field.name == "id")
    {
        field.required = true;
    }
    shape
}
