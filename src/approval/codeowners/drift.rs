//! Compares a forge's file of code owners with what the charter says.

use crate::approval::finding::Finding;
use crate::check::CODEOWNERS_DRIFT;
use crate::diff::Spot;

/// Returns the first line of the file at `path` that is not as the charter says; `found` is what the file holds, `None`
/// where it is not there. `help` says what to do.
pub fn drift(path: &str, found: Option<&str>, wanted: &str, help: &str) -> Option<Finding> {
    let (line, message) = match found.map(|text| text.replace("\r\n", "\n")) {
        None => (1, "the file is not there".to_owned()),
        Some(text) if text == wanted => return None,
        Some(text) => differs(&text, wanted),
    };
    Some(Finding {
        rule: &CODEOWNERS_DRIFT,
        severity: CODEOWNERS_DRIFT.severity,
        message,
        place: Some(Spot { path: path.to_owned(), line, column: 1 }),
        help: help.to_owned(),
    })
}

/// Returns the first line that differs, with what is to be said of it.
fn differs(found: &str, wanted: &str) -> (usize, String) {
    let (mut here, mut there) = (found.lines(), wanted.lines());
    let mut number = 1;
    loop {
        let message = match (here.next(), there.next()) {
            (Some(here), Some(there)) if here == there => {
                number += 1;
                continue;
            }
            (Some(here), Some(there)) => {
                format!("`{}` stands here, and the charter says `{}`", plain(here), plain(there))
            }
            (Some(here), None) => format!("`{}` stands here, and the charter has no such line", plain(here)),
            (None, Some(there)) => format!("here the charter also says `{}`", plain(there)),
            (None, None) => "the last line has no end".to_owned(),
        };
        return (number, message);
    }
}

/// Returns a line with one blank between its words.
fn plain(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::drift;

    #[test]
    fn the_first_line_that_differs_is_named() {
        let said = |found| {
            let finding = drift("CODEOWNERS", found, "# a\n* @ada\n/b  @bob\n", "h")?;
            Some((finding.place.unwrap().line, finding.message))
        };
        let line = |number: usize, text: &str| Some((number, text.to_owned()));
        assert_eq!(said(Some("# a\r\n* @ada\r\n/b  @bob\r\n")), None);
        assert_eq!(said(None), line(1, "the file is not there"));
        assert_eq!(
            said(Some("# a\n*   @eve\n/b  @bob\n")),
            line(2, "`* @eve` stands here, and the charter says `* @ada`")
        );
        assert_eq!(said(Some("# a\n* @ada\n")), line(3, "here the charter also says `/b @bob`"));
        let longer = "# a\n* @ada\n/b  @bob\n/c @eve\n";
        assert_eq!(said(Some(longer)), line(4, "`/c @eve` stands here, and the charter has no such line"));
        assert_eq!(said(Some("# a\n* @ada\n/b  @bob")), line(3 + 1, "the last line has no end"));
    }
}
