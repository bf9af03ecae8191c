//! A card as text for people and programs.

use std::io;

use anstyle::Style;
use serde::Serialize;

use crate::diagnostic::escape::{self, shown};
use crate::model::value::Date;
use crate::show::{Card, Link};

/// How many references are listed in each direction; the rest is counted.
const SHOWN: usize = 40;

/// Writes the card for people at a terminal; `place` is where it stands, as one would type it, and `editable` says
/// whether that is a file on disk.
pub fn text(
    card: &Card,
    (place, as_of, editable): (&str, Date, bool),
    color: bool,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let style = if color { Style::new().bold() } else { Style::new() };
    let head = format!("{} ({}:{})", card.name, card.kind.name(), card.id);
    writeln!(out, "{style}{}{style:#}", shown(&head))?;
    writeln!(out, "{}:{}\n", shown(place), card.line)?;
    for (name, lines) in &card.fields {
        field(name, lines, out)?;
    }
    if card.kind == crate::source::Kind::Role {
        let holders = if card.holders.is_empty() { "nobody".to_owned() } else { card.holders.join("; ") };
        writeln!(out, "\nFilled on {} by: {}", as_of.long(), shown(&holders))?;
    }
    links("It names", &card.names, out)?;
    links("It is named by", &card.named_by, out)?;
    if editable {
        writeln!(
            out,
            "\nTo change it, edit `{}`; `itcharter diff` then says what the change means.",
            shown(place)
        )?;
    }
    Ok(())
}

fn field(name: &str, lines: &[String], out: &mut dyn io::Write) -> io::Result<()> {
    let name = shown(&name.replace('_', " "));
    match lines {
        [line] => writeln!(out, "{name}: {}", shown(line)),
        lines => {
            writeln!(out, "{name}:")?;
            lines.iter().try_for_each(|line| writeln!(out, "  {}", shown(line)))
        }
    }
}

fn links(title: &str, links: &[Link], out: &mut dyn io::Write) -> io::Result<()> {
    if links.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{title}:")?;
    for Link { kind, id, name, field } in links.iter().take(SHOWN) {
        let field = field.replace('_', " ");
        writeln!(out, "  {}", shown(&format!("{name} ({}:{id}), in {field}", kind.name())))?;
    }
    match links.len().saturating_sub(SHOWN) {
        0 => Ok(()),
        rest => writeln!(out, "  and {rest} more; `--format json` lists them all"),
    }
}

#[derive(Serialize)]
struct Output<'a> {
    version: u32,
    kind: &'static str,
    id: &'a str,
    name: &'a str,
    path: &'a str,
    line: usize,
    as_of: String,
    fields: serde_json::Map<String, serde_json::Value>,
    holders: &'a [String],
    names: Vec<Other<'a>>,
    named_by: Vec<Other<'a>>,
}

#[derive(Serialize)]
struct Other<'a> {
    kind: &'static str,
    id: &'a str,
    name: &'a str,
    field: &'a str,
}

/// Writes the card as one JSON object; fields are only ever added, and if one had to change, `version` would rise.
/// Each field of the thing is a list of lines.
pub fn json(card: &Card, as_of: Date, out: &mut dyn io::Write) -> io::Result<()> {
    fn other(link: &Link) -> Other<'_> {
        Other { kind: link.kind.name(), id: &link.id, name: &link.name, field: &link.field }
    }
    let output = Output {
        version: 1,
        kind: card.kind.name(),
        id: &card.id,
        name: &card.name,
        path: &card.path,
        line: card.line,
        as_of: as_of.to_string(),
        fields: card.fields.iter().map(|(name, lines)| (name.clone(), lines.as_slice().into())).collect(),
        holders: &card.holders,
        names: card.names.iter().map(other).collect(),
        named_by: card.named_by.iter().map(other).collect(),
    };
    let text = serde_json::to_string_pretty(&output)?;
    writeln!(out, "{}", escape::json(&text))
}
