//! What is known of a value before anything is worked out: the shapes of the kinds, and the fields in them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::document::schema::{Field, Object, Shape, Text};
use crate::model::kinds;
use crate::source::{Kind, Layout};

/// The shapes of the kinds that rules can be about, each with its id.
static SHAPES: LazyLock<BTreeMap<Kind, Shape>> =
    LazyLock::new(|| kinds().map(|kind| (kind, shape(kind))).collect());

/// What is known of a value.
#[derive(Clone, Copy, Debug)]
pub(super) enum Type {
    /// Nothing.
    Any,
    /// It has this shape, or is missing.
    Of(&'static Shape),
    /// A list of values of this shape.
    ListOf(&'static Shape),
}

/// Iterates over the kinds that rules can be about and look at.
pub(super) fn kinds() -> impl Iterator<Item = Kind> {
    Kind::with_schema().filter(|kind| kind.layout() != Layout::Records)
}

/// Returns the shape of a kind's entries.
pub(super) fn shape_of(kind: Kind) -> Option<&'static Shape> {
    SHAPES.get(&kind)
}

fn shape(kind: Kind) -> Shape {
    let mut shape = Shape::from_schema(kinds::schema_of(kind).as_value());
    if let Shape::Object(Object { fields, .. }) = &mut shape {
        let description = "The short name that others refer to.".to_owned();
        let shape = Shape::Text(Text::default());
        fields.insert(0, Field { name: "id".to_owned(), required: true, description, shape });
    }
    shape
}

impl Type {
    /// Returns what the items of a list are.
    pub(super) fn item(self) -> Self {
        match self {
            Self::ListOf(shape) => Self::Of(shape),
            Self::Of(shape) => items_of(shape).map_or(Self::Any, Self::Of),
            Self::Any => Self::Any,
        }
    }

    /// Returns what the list of this value's items is.
    pub(super) fn list(self) -> Self {
        match self.item() {
            Self::Of(shape) => Self::ListOf(shape),
            Self::Any | Self::ListOf(_) => Self::Any,
        }
    }

    /// Returns what a field is; where there is no such field, what is wrong and the names there are.
    pub(super) fn field(self, name: &str) -> Result<Self, (String, Vec<&'static str>)> {
        let shape = match self {
            Self::Any => return Ok(Self::Any),
            Self::ListOf(_) => return Err((format!("a list has no field `{name}`"), Vec::new())),
            // What may be a list is read as one.
            Self::Of(shape) if items_of(shape).is_some() => {
                return Err((format!("a list has no field `{name}`"), Vec::new()));
            }
            Self::Of(shape) => shape,
        };
        let mut names = Vec::new();
        let mut fits = None;
        for form in forms(shape) {
            match form {
                Shape::Any => fits = fits.or(Some(Self::Any)),
                Shape::Map(value, _) => fits = fits.or(Some(Self::Of(value))),
                Shape::Object(object) => {
                    names.extend(object.fields.iter().map(|field| field.name.as_str()));
                    let field = object.fields.iter().find(|field| field.name == name);
                    fits = fits.or(field.map(|field| Self::Of(&field.shape)));
                }
                Shape::Text(_)
                | Shape::Integer(..)
                | Shape::Number
                | Shape::Boolean
                | Shape::List(..)
                | Shape::OneOf(_) => {}
            }
        }
        let what = if names.is_empty() { "this value has" } else { "there is" };
        fits.ok_or_else(|| (format!("{what} no field `{name}`"), names))
    }
}

/// Returns the forms that a value of this shape may have.
fn forms(shape: &'static Shape) -> Vec<&'static Shape> {
    match shape {
        Shape::OneOf(shapes) => shapes.iter().flat_map(forms).collect(),
        one => vec![one],
    }
}

/// Returns what the items are where a shape may be a list. One value may stand for a list of one; it is read as a list.
pub(super) fn items_of(shape: &'static Shape) -> Option<&'static Shape> {
    forms(shape)
        .into_iter()
        .find_map(|form| if let Shape::List(item, _) = form { Some(&**item) } else { None })
}

#[cfg(test)]
mod tests {
    use super::{Type, shape_of};
    use crate::source::Kind;

    #[test]
    fn fields_are_followed_and_what_is_not_one_is_said() {
        let role = Type::Of(shape_of(Kind::Role).unwrap());
        assert!(role.field("id").is_ok() && role.field("backup").is_ok());
        let (message, names) = role.field("backupp").unwrap_err();
        assert_eq!(message, "there is no field `backupp`");
        assert!(names.contains(&"backup"));
        let holder = role.field("filled_by").unwrap();
        assert_eq!(holder.field("person").unwrap_err().0, "a list has no field `person`");
        assert!(holder.item().field("person").is_ok());
        assert_eq!(holder.item().field("persn").unwrap_err().0, "there is no field `persn`");
        assert_eq!(role.field("id").unwrap().field("x").unwrap_err().0, "this value has no field `x`");
    }
}
