//! Says in plain words what a YAML parser complains of, at the place where people look for it.

/// A complaint in plain words.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Complaint {
    /// What is wrong.
    pub(super) message: String,
    /// Where, as an offset in the text.
    pub(super) offset: usize,
    /// What to do.
    pub(super) help: String,
}

/// One common slip: looks at the text around the parser's complaint and recognises it, or not.
type Slip = fn(&Around<'_>) -> Option<Complaint>;

/// The slips in the order in which they are tried.
const SLIPS: [Slip; 7] =
    [tab_indent, open_quote, after_quote, second_colon, reserved_start, open_bracket, indentation];

/// Turns a parser's complaint about `text` at `offset` into plain words.
pub(super) fn explain(complaint: &str, text: &str, offset: usize) -> Complaint {
    let around =
        Around { complaint, text, offset, line: text[..offset].rfind('\n').map_or(0, |end| end + 1) };
    SLIPS.iter().find_map(|slip| slip(&around)).unwrap_or_else(|| Complaint {
        message: format!("this is not valid YAML: {complaint}"),
        offset,
        help: "check this line and the one before: fields of one thing start in the same column, list items with `- `"
            .to_owned(),
    })
}

struct Around<'a> {
    complaint: &'a str,
    text: &'a str,
    offset: usize,
    /// Where the line of the complaint starts.
    line: usize,
}

impl<'a> Around<'a> {
    fn line(&self) -> &'a str {
        self.text[self.line..].lines().next().unwrap_or("")
    }

    /// Returns where the line before starts, and the line.
    fn line_before(&self) -> Option<(usize, &'a str)> {
        let before = self.text.get(..self.line.checked_sub(1)?)?;
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        Some((start, &before[start..]))
    }

    fn found(&self, message: impl Into<String>, offset: usize, help: impl Into<String>) -> Option<Complaint> {
        Some(Complaint { message: message.into(), offset, help: help.into() })
    }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// A tab at the start of the line, of the line before or of the line after.
fn tab_indent(around: &Around<'_>) -> Option<Complaint> {
    let before = around.line_before().map_or(around.line, |(start, _)| start);
    let after = around.text[around.line..].find('\n').map(|step| around.line + step + 1);
    let tab = [Some(before), Some(around.line), after].into_iter().flatten().find_map(|start| {
        let line = around.text[start..].lines().next()?;
        let blank = line.find(|character: char| character != ' ' && character != '\t')?;
        line[..blank].find('\t').map(|tab| start + tab)
    })?;
    around.found("a tab stands where YAML wants spaces", tab, "replace the tab with two spaces for each step")
}

/// A value that opens with a quotation mark and does not close it on its line or any line up to the complaint.
fn open_quote(around: &Around<'_>) -> Option<Complaint> {
    let mut open = None;
    let mut start = 0;
    for line in around.text[..around.offset].split_inclusive('\n') {
        if let Some((at, quote)) = quote_at(line) {
            let closes = line[at + 1..].matches(quote).count() % 2 == 1;
            open = (!closes).then_some((start + at, quote));
        }
        start += line.len();
    }
    let (at, quote) = open?;
    let message = format!("a quotation mark {quote} opens here and never closes");
    around.found(message, at, format!("add {quote} at the end of the value"))
}

/// Returns where the value of a line starts, if it starts with a quotation mark.
fn quote_at(line: &str) -> Option<(usize, char)> {
    let value = line.find(": ").or_else(|| line.find("- ")).map(|at| at + 2)?;
    let at = value + line[value..].len() - line[value..].trim_start().len();
    line[at..].chars().next().filter(|first| matches!(first, '"' | '\'')).map(|quote| (at, quote))
}

/// Text after a closing quotation mark, as in `'it's'`.
fn after_quote(around: &Around<'_>) -> Option<Complaint> {
    if !around.complaint.contains("after") || !around.complaint.contains("quoted") {
        return None;
    }
    let help = "put the whole value between double quotes; inside them write \\\" for a quotation mark";
    around.found("the text goes on after its closing quotation mark", around.offset, help)
}

/// A second `: ` in an unquoted value.
fn second_colon(around: &Around<'_>) -> Option<Complaint> {
    let line = around.line();
    let first = line.find(": ")? + 2;
    let value = &line[first..];
    let in_brackets = opens(line).is_some_and(|(at, _)| at < first);
    if in_brackets || value.trim_start().starts_with(['"', '\'', '[', '{', '&', '|', '>', '#']) {
        return None;
    }
    let second = value.find(": ").or_else(|| value.ends_with(':').then(|| value.len() - 1))?;
    let help = format!("put the value in quotes: `{}\"{}\"`", line[..first].trim_start(), value.trim_end());
    around.found("a second colon stands on one line", around.line + first + second, help)
}

/// A value that starts with a character that YAML keeps for itself.
fn reserved_start(around: &Around<'_>) -> Option<Complaint> {
    let first =
        around.text[around.offset..].chars().next().filter(|first| matches!(first, '@' | '`' | '%'))?;
    around.found(format!("a value cannot start with {first}"), around.offset, "put the value in quotes")
}

/// A list or group in brackets that never closes.
fn open_bracket(around: &Around<'_>) -> Option<Complaint> {
    let (start, line) = match around.line_before() {
        Some((start, line)) if opens(line).is_some() => (start, line),
        _ => (around.line, around.line()),
    };
    let (at, bracket) = opens(line)?;
    let (what, close) = if bracket == '[' { ("list", ']') } else { ("group", '}') };
    let message = format!("a {what} opens here with {bracket} and never closes");
    around.found(message, start + at, format!("add {close} at its end"))
}

/// Returns the first bracket of a line that the line does not close.
fn opens(line: &str) -> Option<(usize, char)> {
    let mut open = Vec::new();
    for (at, character) in line.char_indices() {
        match character {
            '[' | '{' => open.push((at, character)),
            ']' | '}' => {
                open.pop();
            }
            '#' if open.is_empty() => break,
            _ => {}
        }
    }
    open.first().copied()
}

/// A line that is indented deeper or less deep than its neighbours, or a list item among fields.
fn indentation(around: &Around<'_>) -> Option<Complaint> {
    let line = around.line();
    let at = around.line + indent(line);
    let (_, before) = around.line_before()?;
    let deeper = indent(line) > indent(before);
    if line.trim_start().starts_with("- ") && !before.trim_start().starts_with("- ") && !deeper {
        let help = "give the list a name first, such as `expect:`, or take the `- ` away";
        return around.found("a list item stands where a field belongs", at, help);
    }
    if indent(line) == indent(before) {
        return None;
    }
    let (how, so) = if deeper { ("deeper", "fewer") } else { ("less deep", "more") };
    let message = format!("this line is indented {how} than the line before, and belongs to nothing");
    around.found(
        message,
        at,
        format!("start it with {so} spaces: fields of one thing start in the same column"),
    )
}

#[cfg(test)]
mod tests {
    use super::explain;
    use crate::document::builder;
    use crate::source::{Limits, LineIndex, Snapshot, Span};

    /// Returns `line:column message` of the one complaint about a text.
    fn complaint(text: &str) -> String {
        let snapshot = Snapshot::from_texts([("roles/x.yaml", text)]);
        let file = snapshot.find("roles/x.yaml").unwrap();
        let mut findings = Vec::new();
        builder::parse(file, &text.into(), Span::new(0, text.len()), &Limits::default(), &mut findings);
        let [finding] = findings.as_slice() else { panic!("{findings:#?}") };
        let position = LineIndex::new(text).position(text, finding.primary.span.start as usize);
        format!("{}:{} {}", position.line, position.column, finding.message)
    }

    #[test]
    fn common_slips_are_named_where_they_are() {
        let cases = [
            ("name: A\n\tpurpose: x\n", "2:1 a tab stands where YAML wants spaces"),
            ("name: \"A\npurpose: x\n", "1:7 a quotation mark \" opens here and never closes"),
            ("name: 'it's'\n", "1:11 the text goes on after its closing quotation mark"),
            ("name: A: b\n", "1:8 a second colon stands on one line"),
            ("name: @ada\n", "1:7 a value cannot start with @"),
            ("a: b\nmay: [c, d\ne: f\n", "2:6 a list opens here with [ and never closes"),
            ("- {id: a, name: [b\n", "1:3 a group opens here with { and never closes"),
            ("- {id: a, name: b\n- {id: c}\n", "1:3 a group opens here with { and never closes"),
            ("name: A\n- b: c\n", "2:1 a list item stands where a field belongs"),
            (
                "name: A\n  b: c\n",
                "2:3 this line is indented deeper than the line before, and belongs to nothing",
            ),
            (
                "may:\n  - a\n - b\n",
                "3:2 this line is indented less deep than the line before, and belongs to nothing",
            ),
        ];
        for (text, wanted) in cases {
            assert_eq!(complaint(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn an_unknown_complaint_is_passed_on() {
        let explained = explain("something odd", "a: b\n", 0);
        assert_eq!(explained.message, "this is not valid YAML: something odd");
    }
}
