//! What a push wants to change, as Git tells its hooks: a line for each branch or tag.

use std::io::{self, BufRead as _};

use anyhow::{Context as _, Result, bail};
use itcharter::report::escape;

/// Most bytes that are read; a line has some hundreds.
const LIMIT: u64 = 16 * 1024 * 1024;

/// A branch or tag that a push changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Update {
    /// The commit it names now; `None` where it is new.
    pub(super) old: Option<String>,
    /// The commit it shall name; `None` where it shall go away.
    pub(super) new: Option<String>,
    /// Its name, safe to print: `main`, `tag v1.2`.
    pub(super) name: String,
}

/// Reads what Git writes to the standard input of a hook.
pub(super) fn read(input: impl io::Read) -> Result<Vec<Update>> {
    let lines = io::BufReader::new(input.take(LIMIT)).split(b'\n');
    let mut updates = Vec::new();
    for line in lines {
        let line = line.context("failed to read from standard input what is pushed")?;
        updates.push(parse(&line)?);
    }
    if updates.is_empty() {
        bail!(
            "nothing was said on standard input: this command is meant to be run by Git as `hooks/pre-receive`"
        );
    }
    Ok(updates)
}

fn parse(line: &[u8]) -> Result<Update> {
    let mut words = line.splitn(3, |byte| *byte == b' ');
    let mut digits = || Some(commit(words.next()?)).flatten();
    let (old, new) = (digits(), digits());
    let (Some(old), Some(new), Some(name)) = (old, new, words.next().filter(|name| !name.is_empty())) else {
        bail!(
            "a line on standard input is not what Git gives a hook: an old commit, a new commit and a name"
        );
    };
    let name = String::from_utf8_lossy(name);
    let name = match (name.strip_prefix("refs/heads/"), name.strip_prefix("refs/tags/")) {
        (Some(branch), _) => branch.to_owned(),
        (None, Some(tag)) => format!("tag {tag}"),
        (None, None) => name.into_owned(),
    };
    let name = escape::line(&name).into_owned();
    let real = |commit: &str| commit.bytes().any(|digit| digit != b'0').then(|| commit.to_owned());
    Ok(Update { old: real(old), new: real(new), name })
}

/// Returns the digits of a commit, of either object format.
fn commit(word: &[u8]) -> Option<&str> {
    let digits = str::from_utf8(word).ok()?;
    let hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    (hexadecimal && matches!(digits.len(), 40 | 64)).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::{Update, read};

    const ONE: &str = "1111111111111111111111111111111111111111";
    const NONE: &str = "0000000000000000000000000000000000000000";

    fn update(old: Option<&str>, new: Option<&str>, name: &str) -> Update {
        Update { old: old.map(str::to_owned), new: new.map(str::to_owned), name: name.to_owned() }
    }

    #[test]
    fn each_line_is_an_update_and_zeros_stand_for_nothing() {
        let text = format!(
            "{ONE} {NONE} refs/heads/old\n{NONE} {ONE} refs/tags/v1\n{ONE} {ONE} refs/heads/a b\n{NONE} {ONE} HEAD\n"
        );
        let wanted = [
            update(Some(ONE), None, "old"),
            update(None, Some(ONE), "tag v1"),
            update(Some(ONE), Some(ONE), "a b"),
            update(None, Some(ONE), "HEAD"),
        ];
        assert_eq!(read(text.as_bytes()).unwrap(), wanted);
    }

    #[test]
    fn a_name_cannot_steer_the_terminal_of_who_pushes() {
        let text = format!("{NONE} {ONE} refs/heads/a\u{1b}[31m\u{202e}\n");
        assert_eq!(read(text.as_bytes()).unwrap()[0].name, r"a\u{1b}[31m\u{202e}");
    }

    #[test]
    fn anything_else_is_an_error_and_so_is_nothing() {
        let said = |text: &str| read(text.as_bytes()).unwrap_err().to_string();
        let wanted =
            "a line on standard input is not what Git gives a hook: an old commit, a new commit and a name";
        for text in ["\n", "x y z\n", &format!("{ONE} {ONE}\n"), &format!("{ONE} {ONE} \n"), &ONE[1..]] {
            assert_eq!(said(text), wanted, "{text:?}");
        }
        assert!(said("").starts_with("nothing was said on standard input"));
    }
}
