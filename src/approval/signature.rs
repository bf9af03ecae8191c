//! Signed commits: whose key signed one, by a list of allowed signers that the base keeps. The only user of the SSH
//! library.

use ssh_key::{HashAlg, PublicKey, SshSig};

use crate::history::Signature;
use crate::model::value::Date;

/// What Git signs as.
const NAMESPACE: &str = "git";

/// A line of a list of allowed signers: whose key it is.
#[derive(Clone, Debug)]
struct Signer {
    principals: Vec<String>,
    key: PublicKey,
    namespaces: Vec<String>,
    after: Option<String>,
    before: Option<String>,
}

/// The keys that may sign.
#[derive(Clone, Debug, Default)]
pub(super) struct Signers {
    signers: Vec<Signer>,
    /// Lines that could not be used, with the reason.
    pub(super) odd: Vec<(usize, &'static str)>,
}

/// Whose key signed something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Verified {
    /// The key's fingerprint, `SHA256:…`.
    pub(super) fingerprint: String,
    /// The addresses that the key stands for.
    pub(super) principals: Vec<String>,
}

impl Signers {
    /// Reads a list in the form of `ssh-keygen`.
    pub(super) fn read(text: &str) -> Self {
        let mut found = Self::default();
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match signer(line) {
                Ok(signer) => found.signers.push(signer),
                Err(reason) => found.odd.push((number, reason)),
            }
        }
        found
    }

    /// Returns whose key made a signature that holds on a day, else why none did.
    pub(super) fn verify(&self, signature: &Signature, day: Date) -> Result<Verified, &'static str> {
        if !signature.text.contains("BEGIN SSH SIGNATURE") {
            return Err("is not signed with an SSH key");
        }
        let Ok(found) = SshSig::from_pem(&signature.text) else {
            return Err("has a signature that cannot be read");
        };
        let key = PublicKey::new(found.public_key().clone(), "");
        let known: Vec<&Signer> =
            self.signers.iter().filter(|signer| signer.key.key_data() == key.key_data()).collect();
        if known.is_empty() {
            return Err("is signed with a key that the base does not know");
        }
        if key.verify(NAMESPACE, &signature.payload, &found).is_err() {
            return Err("has a signature that is not for this content");
        }
        let principals: Vec<String> = known
            .iter()
            .filter(|signer| signer.holds(day))
            .flat_map(|signer| signer.principals.clone())
            .collect();
        if principals.is_empty() {
            return Err("is signed with a key that may not sign commits on this day");
        }
        Ok(Verified { fingerprint: key.fingerprint(HashAlg::Sha256).to_string(), principals })
    }
}

impl Signer {
    fn holds(&self, day: Date) -> bool {
        let digits: String = day.to_string().chars().filter(char::is_ascii_digit).collect();
        let from = |limit: &String| limit.get(..8).is_some_and(|limit| limit <= digits.as_str());
        let until = |limit: &String| limit.get(..8).is_some_and(|limit| digits.as_str() < limit);
        let namespace = self.namespaces.is_empty() || self.namespaces.iter().any(|name| name == NAMESPACE);
        namespace && self.after.as_ref().is_none_or(from) && self.before.as_ref().is_none_or(until)
    }
}

/// Reads `address[,address] [options] type key [comment]`.
fn signer(line: &str) -> Result<Signer, &'static str> {
    let (principals, rest) = line.split_once([' ', '\t']).ok_or("it has no key")?;
    let principals: Vec<String> = principals.trim_matches('"').split(',').map(str::to_owned).collect();
    if principals.iter().any(|name| name.contains(['*', '?', '!'])) {
        return Err("it names addresses by a pattern, not one person");
    }
    let rest = rest.trim_start();
    let (options, key) = if is_key(rest) { ("", rest) } else { split_options(rest)? };
    let key = PublicKey::from_openssh(key).map_err(|_| "its key cannot be read")?;
    let mut signer = Signer { principals, key, namespaces: Vec::new(), after: None, before: None };
    for option in options_of(options) {
        let (name, value) = option.split_once('=').unwrap_or((option.as_str(), ""));
        let value = value.trim_matches('"');
        match name.to_ascii_lowercase().as_str() {
            "namespaces" => signer.namespaces = value.split(',').map(str::to_owned).collect(),
            "valid-after" => signer.after = Some(value.to_owned()),
            "valid-before" => signer.before = Some(value.to_owned()),
            "cert-authority" => return Err("it trusts certificates, which are not read"),
            _ => return Err("it has an option that is not known"),
        }
    }
    Ok(signer)
}

fn is_key(text: &str) -> bool {
    ["ssh-", "ecdsa-", "sk-"].iter().any(|start| text.starts_with(start))
}

/// Splits the options from the key at the first space that no quotation marks hold.
fn split_options(text: &str) -> Result<(&str, &str), &'static str> {
    let mut quoted = false;
    let end = text.char_indices().find(|(_, character)| {
        quoted ^= *character == '"';
        character.is_whitespace() && !quoted
    });
    let (at, _) = end.ok_or("it has no key")?;
    let key = text[at..].trim_start();
    if is_key(key) { Ok((&text[..at], key)) } else { Err("it has no key") }
}

fn options_of(text: &str) -> Vec<String> {
    let (mut options, mut quoted) = (vec![String::new()], false);
    for character in text.chars() {
        quoted ^= character == '"';
        match (character, options.last_mut()) {
            (',', _) if !quoted => options.push(String::new()),
            (_, Some(option)) => option.push(character),
            (_, None) => {}
        }
    }
    options.retain(|option| !option.is_empty());
    options
}

#[cfg(test)]
mod tests {
    use super::Signers;
    use crate::history::Signature;
    use crate::model::value::Date;

    const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPLACEHOLDER";

    fn odd(line: &str) -> Vec<&'static str> {
        Signers::read(line).odd.into_iter().map(|(_, reason)| reason).collect()
    }

    #[test]
    fn lines_that_stand_for_nobody_in_particular_are_left_out() {
        assert_eq!(odd(&format!("*@x.example {KEY}")), ["it names addresses by a pattern, not one person"]);
        assert_eq!(odd("ada@x.example"), ["it has no key"]);
        assert_eq!(odd("ada@x.example namespaces=\"git\" nothing"), ["it has no key"]);
        assert_eq!(odd(&format!("ada@x.example {KEY}")), ["its key cannot be read"]);
        assert!(odd("# a comment\n\n").is_empty());
    }

    #[test]
    fn what_is_no_ssh_signature_is_refused() {
        let day = Date::parse("2026-11-21").unwrap();
        let verify = |text: &str| {
            Signers::default().verify(&Signature { text: text.to_owned(), payload: Vec::new() }, day)
        };
        assert_eq!(verify("-----BEGIN PGP SIGNATURE-----"), Err("is not signed with an SSH key"));
        assert_eq!(verify("-----BEGIN SSH SIGNATURE-----\nx"), Err("has a signature that cannot be read"));
    }
}
