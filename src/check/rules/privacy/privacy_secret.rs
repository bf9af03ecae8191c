//! `privacy-secret`: a password, a key or a token.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use memchr::memmem;

use crate::check::rules::privacy::lines::{self, Wanted};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "privacy-secret",
    severity: Severity::Error,
    summary: "a password, a key or a token stands in a file",
    why: "everyone who can read the charter can use it, and Git keeps it even after it is deleted",
    explanation: "Looks in every line of every file, comments included, for private keys, for the tokens of \
                  well-known services, for passwords inside web addresses, and for `password`, `passphrase`, `pin`, \
                  `wifi`, `secret`, `token` or `api key` followed by `:` or `=` and one word of six characters or \
                  more that mixes letters with digits or signs. The message never repeats what was found.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("pages/first-day.md", "Get online on your first day.\n\nwifi: Sch00l!\n")],
    passing: &[("pages/first-day.md", "Get online on your first day.\n\nwifi: ask at the help desk\n")],
};

/// The beginnings of well-known tokens, with the fewest letters and digits that follow.
const TOKENS: [(&str, usize); 17] = [
    ("ghp_", 36),
    ("gho_", 36),
    ("ghu_", 36),
    ("ghs_", 36),
    ("ghr_", 36),
    ("github_pat_", 22),
    ("glpat-", 20),
    ("npm_", 36),
    ("AKIA", 16),
    ("ASIA", 16),
    ("AIza", 35),
    ("sk_live_", 16),
    ("rk_live_", 16),
    ("xoxb-", 20),
    ("xoxp-", 20),
    ("hf_", 30),
    ("dop_v1_", 40),
];

/// Names of what is secret, in lower case.
const NAMES: [&str; 14] = [
    "password", "passwort", "passwd", "passphrase", "passcode", "pwd", "pin", "wifi", "wi-fi", "secret", "token",
    "api key", "api_key", "apikey",
];

/// Finds what a line with a secret holds: the start of a key or token, a name of something secret, or an address.
static FINDER: LazyLock<AhoCorasick> = LazyLock::new(|| lines::finder(words()));

/// Iterates over what a line must hold.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    TOKENS.iter().map(|(begin, _)| *begin).chain(NAMES).chain(["-----BEGIN ", "://"])
}

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for line in lines::holding(context, Wanted::Secret) {
        for (what, range) in all(line.text) {
            let finding = line.finding(&RULE, range, format!("{what} stands here for everyone to read"));
            findings.push(finding.with_help(
                "change it where it is used, since Git keeps the old text; then delete it here and say where to ask",
            ));
        }
    }
}

/// Returns what secrets a line holds, each with its place.
pub(in crate::check) fn secrets(line: &str) -> Vec<(&'static str, Range<usize>)> {
    if FINDER.is_match(line) { all(line) } else { Vec::new() }
}

/// Does the same for a line that holds what a line with a secret must hold.
fn all(line: &str) -> Vec<(&'static str, Range<usize>)> {
    let mut found = Vec::new();
    let mut rest = Cow::Borrowed(line);
    while let Some((what, range)) = secret(&rest) {
        // No secret begins with this sign, so that what is left is never found again.
        rest.to_mut().replace_range(range.clone(), &"<".repeat(range.len()));
        found.push((what, range));
    }
    found
}

/// Returns what sort of secret a line holds, and where.
fn secret(line: &str) -> Option<(&'static str, Range<usize>)> {
    if let Some(at) = memmem::find(line.as_bytes(), b"-----BEGIN ").filter(|at| line[*at..].contains("PRIVATE KEY-----")) {
        return Some(("a private key", at..line.len()));
    }
    // No token is shorter than a long word.
    let long = line.split(' ').any(|word| word.len() >= LEAST);
    let token = lines::words(if long { line } else { "" }).find_map(|(at, word)| token(word).map(|inside| (at + inside.start)..(at + inside.end)));
    if let Some(range) = token {
        return Some(("a token", range));
    }
    // Only what stands behind one of these signs is an address, or the value of a name.
    if !line.bytes().any(|byte| matches!(byte, b':' | b'=')) {
        return None;
    }
    let address = address(line).map(|range| ("a password in a web address", range));
    address.or_else(|| named(line).map(|range| ("a password or key", range)))
}

/// Fewest characters of a word with a token in it.
const LEAST: usize = 20;

/// Finds a well-known token in a word.
fn token(word: &str) -> Option<Range<usize>> {
    // Most words are shorter than any token.
    if word.len() < LEAST {
        return None;
    }
    TOKENS.iter().find_map(|(begin, least)| {
        let at = word.find(begin)?;
        if word[..at].ends_with(|one: char| one.is_ascii_alphanumeric()) {
            return None;
        }
        let rest = &word[at + begin.len()..];
        let length = rest.bytes().take_while(|one| one.is_ascii_alphanumeric() || matches!(one, b'_' | b'-')).count();
        let digits = rest[..length].bytes().any(|one| one.is_ascii_digit());
        (length >= *least && digits).then(|| at..at + begin.len() + length)
    })
}

/// Finds a password in a web address such as `https://user:password@host`.
fn address(line: &str) -> Option<Range<usize>> {
    let start = line.find("://")? + 3;
    let end = line[start..].find(|one: char| one.is_whitespace() || "/\"'`<>()".contains(one));
    let host = &line[start..end.map_or(line.len(), |end| start + end)];
    let (login, _) = host.rsplit_once('@')?;
    let (_, password) = login.split_once(':')?;
    let placeholder = password.is_empty() || password.contains(['*', '$', '{']);
    let at = start + login.len() - password.len();
    (!placeholder).then(|| at..at + password.len())
}

/// Finds a word that looks like a password after the name of something secret.
fn named(line: &str) -> Option<Range<usize>> {
    let lower = line.to_ascii_lowercase();
    NAMES.iter().find_map(|name| {
        lower.match_indices(name).find_map(|(at, _)| {
            if lower[..at].ends_with(|one: char| one.is_alphanumeric()) {
                return None;
            }
            let after = at + name.len();
            let rest = line[after..].trim_start_matches(['"', '\'', '`', '*', ' ']);
            let value = rest.strip_prefix([':', '='])?.trim_start_matches(['"', '\'', '`', '*', ' ']);
            let start = line.len() - value.len();
            let end = value.find(|one: char| one.is_whitespace() || "\"'`,}]".contains(one)).unwrap_or(value.len());
            let word = value[..end].trim_end_matches('.');
            looks_secret(word).then(|| start..start + word.len())
        })
    })
}

/// Says whether a word mixes letters with digits or signs as passwords do, and names or times do not.
fn looks_secret(word: &str) -> bool {
    let has = |test: fn(&u8) -> bool| word.bytes().any(|one| test(&one));
    let letter = has(u8::is_ascii_alphabetic);
    let digit = has(u8::is_ascii_digit);
    let sign = word.bytes().any(|one| b"!#$%&?@^+~=".contains(&one));
    let is_id = word.contains('-') && word.bytes().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || one == b'-');
    let is_link = word.contains("://") || word.starts_with(['/', '$', '<', '[']) || word.contains("*");
    word.chars().count() >= 6 && letter && (digit || sign) && !is_id && !is_link && !word.contains(".example")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn found(line: &str) -> Vec<String> {
        findings(&RULE, &[("pages/a.md", &format!("{line}\n"))])
    }

    #[test]
    fn a_password_is_found_after_its_name_and_not_repeated() {
        assert_eq!(found("WiFi: Sch00l!"), ["pages/a.md:1:7 a password or key stands here for everyone to read"]);
        assert_eq!(found("The **password** is not here; `api_key = \"a1b2c3\"`.").len(), 1);
        for line in ["password: ask-desk-2", "token: 2025-01-01", "pin: hunter", "wifi: Sch0!", "shipin: Sch00l!"] {
            assert!(found(line).is_empty(), "{line}");
        }
    }

    #[test]
    fn well_known_tokens_and_keys_are_found_anywhere() {
        let token = format!("See ({}{}).", "ghp_", "a1".repeat(18));
        assert_eq!(found(&token), ["pages/a.md:1:6 a token stands here for everyone to read"]);
        assert!(found(&format!("See {}{}.", "ghp_", "a1".repeat(17))).is_empty());
        let key = format!("-----BEGIN {} KEY-----", "OPENSSH PRIVATE");
        assert_eq!(found(&key), ["pages/a.md:1:1 a private key stands here for everyone to read"]);
        assert!(found("-----BEGIN PUBLIC KEY-----").is_empty());
    }

    #[test]
    fn a_web_address_may_hold_a_password() {
        let wanted = ["pages/a.md:1:17 a password in a web address stands here for everyone to read"];
        assert_eq!(found("See https://ada:secret@x.example/a"), wanted);
        assert!(found("See https://x.example/a:b@c and ada@x.example").is_empty());
    }

    #[test]
    fn every_secret_of_a_line_is_found() {
        let wanted = [
            "pages/a.md:1:7 a password or key stands here for everyone to read",
            "pages/a.md:1:20 a password or key stands here for everyone to read",
        ];
        assert_eq!(found("wifi: Sch00l! pin: a1b2c3"), wanted);
        assert_eq!(found("password: Tr0ub4dor 2025x"), ["pages/a.md:1:11 a password or key stands here for everyone to read"]);
    }

    #[test]
    fn comments_are_read_too() {
        let roles = "- {id: a, name: A, purpose: P, reports_to: none} # password: Tr0ub4dor\n";
        assert_eq!(findings(&RULE, &[("roles.yaml", roles)]).len(), 1);
    }

    #[test]
    fn links_and_blanks_to_fill_in_are_no_passwords() {
        for word in ["https://a1b2c3", "$a1b2c3", "<a1b2c3>", "[a1b2c3]", "/a1b2c3", "a1b2*c3", "a1b2c3.example"] {
            assert!(found(&format!("password: {word}")).is_empty(), "{word}");
        }
    }
}
