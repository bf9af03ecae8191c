//! Tree to [`serde_yaml::Value`], with the scalars of YAML 1.2's core schema as `serde_yaml` reads them.

use serde_yaml::{Mapping, Number, Value};

use crate::document::tree::{NodeId, NodeKind, Scalar, Tree};

/// Returns the value of a node. Of repeated keys the first counts; what was refused reads as nothing.
pub fn value(tree: &Tree, id: NodeId) -> Value {
    match tree.node(id).kind {
        NodeKind::Scalar(scalar) => scalar_value(scalar),
        NodeKind::Sequence(items) => Value::Sequence(items.iter().map(|item| value(tree, *item)).collect()),
        NodeKind::Mapping(entries) => {
            let mut mapping = Mapping::with_capacity(entries.len());
            for (key, entry) in entries {
                mapping.entry(value(tree, *key)).or_insert_with(|| value(tree, *entry));
            }
            Value::Mapping(mapping)
        }
        NodeKind::Refused => Value::Null,
    }
}

/// Returns the value of a scalar: quoted ones are text, plain ones what YAML 1.2 says.
pub fn scalar_value(scalar: Scalar<'_>) -> Value {
    not_text(scalar).unwrap_or_else(|| Value::String(scalar.text.to_owned()))
}

/// Says whether a scalar is text.
pub fn is_text(scalar: Scalar<'_>) -> bool {
    not_text(scalar).is_none()
}

/// Returns the value of a scalar that is not text; `None` for text.
pub fn not_text(scalar: Scalar<'_>) -> Option<Value> {
    match scalar.text {
        _ if !scalar.plain => None,
        "" | "~" | "null" | "Null" | "NULL" => Some(Value::Null),
        "true" | "True" | "TRUE" => Some(Value::Bool(true)),
        "false" | "False" | "FALSE" => Some(Value::Bool(false)),
        text => number(text).map(Value::Number),
    }
}

fn number(text: &str) -> Option<Number> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !unsigned.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return None;
    }
    // A leading zero means octal to some readers and decimal to others: it stays text.
    let digits = unsigned.as_bytes();
    if digits.len() > 1 && digits[0] == b'0' && digits[1..].iter().all(u8::is_ascii_digit) {
        return None;
    }
    integer(text, unsigned).or_else(|| float(text, unsigned))
}

fn integer(text: &str, unsigned: &str) -> Option<Number> {
    let (radix, digits) = match unsigned.get(..2) {
        Some("0x") => (16, &unsigned[2..]),
        Some("0o") => (8, &unsigned[2..]),
        Some("0b") => (2, &unsigned[2..]),
        _ => (10, unsigned),
    };
    if digits.starts_with(['+', '-']) {
        return None;
    }
    if text.starts_with('-') {
        return i64::from_str_radix(&format!("-{digits}"), radix).ok().map(Number::from);
    }
    u64::from_str_radix(digits, radix).ok().map(Number::from)
}

fn float(text: &str, unsigned: &str) -> Option<Number> {
    match (unsigned, text.starts_with('-')) {
        (".inf" | ".Inf" | ".INF", false) => return Some(f64::INFINITY.into()),
        (".inf" | ".Inf" | ".INF", true) => return Some(f64::NEG_INFINITY.into()),
        (".nan" | ".NaN" | ".NAN", _) if unsigned == text => return Some(f64::NAN.into()),
        _ => {}
    }
    text.parse::<f64>().ok().filter(|number| number.is_finite()).map(Number::from)
}

#[cfg(test)]
mod tests {
    use serde_yaml::Value;

    use super::scalar_value;
    use crate::document::Scalar;

    #[test]
    fn plain_scalars_read_as_serde_yaml_reads_them() {
        for text in [
            "",
            "~",
            "null",
            "NULL",
            "nULL",
            "true",
            "False",
            "no",
            "on",
            "y",
            "0",
            "-0",
            "+1",
            "12",
            "007",
            "0755",
            "0x1F",
            "0o17",
            "0b11",
            "1_000",
            "1e3",
            "-1.5",
            ".5",
            "5.",
            "+.inf",
            "-.INF",
            ".nan",
            "-.nan",
            "inf",
            "nan",
            "infinity",
            "1.2.3",
            "2025-11-21",
            "07:30",
            "18446744073709551615",
            "-9223372036854775808",
            "0x",
            "0x-1",
            "+-1",
            "-+1",
            "--1",
            ".",
            "+",
            "1,000",
            "0.0",
            "00.5",
            "1e400",
            "500 GBP",
        ] {
            let ours = scalar_value(Scalar { text, plain: true });
            let theirs: Value =
                serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{text:?}: {error}"));
            let same = ours == theirs || format!("{ours:?}") == format!("{theirs:?}");
            assert!(same, "{text:?}: ours {ours:?}, theirs {theirs:?}");
        }
    }

    #[test]
    fn quoted_scalars_are_text() {
        let quoted = Scalar { text: "true", plain: false };
        assert_eq!(scalar_value(quoted), Value::String("true".to_owned()));
    }
}
