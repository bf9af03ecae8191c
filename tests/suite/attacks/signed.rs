//! Commits that claim something, and signatures that prove it or do not.

use std::path::PathBuf;
use std::process::Command;

use crate::attacks::{AMARA, Attack, CHLOE, GRACE, holds};
use crate::support::Folder;

/// A key, and the line that allows its owner to sign.
struct Key {
    path: PathBuf,
    line: String,
}

fn key(folder: &Folder, name: &str, address: &str) -> Key {
    let path = folder.path().join(name);
    let arguments = ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f"];
    let made = Command::new("ssh-keygen").args(arguments).arg(&path).status().unwrap();
    assert!(made.success());
    let line = format!("{address} namespaces=\"git\" {}", folder.read(&format!("{name}.pub")));
    Key { path, line }
}

/// Commits everything, signed with a key.
fn sign(attack: &Attack, key: &Key, who: &str, message: &str) {
    let signing = format!("user.signingKey={}", key.path.display());
    let commit = ["commit", "--quiet", "--all", "--allow-empty", "-S", "--author", who, "--message", message];
    attack.folder.git(&[&["-c", "gpg.format=ssh", "-c", &signing], &commit[..]].concat());
}

struct Keys {
    _folder: Folder,
    amara: Key,
    chloe: Key,
    mallory: Key,
}

fn keys() -> Keys {
    let folder = Folder::new();
    let amara = key(&folder, "amara", "amara.okafor@brookfield.example");
    let chloe = key(&folder, "chloe", "chloe.martin@brookfield.example");
    let mallory = key(&folder, "mallory", "grace.lewis@brookfield.example");
    Keys { _folder: folder, amara, chloe, mallory }
}

/// A school that knows the keys of Amara and Chloe.
fn school(keys: &Keys) -> Attack {
    Attack::on(|folder| folder.write(".allowed-signers", format!("{}{}", keys.amara.line, keys.chloe.line)))
}

const VERIFY: &str = "--verify-signatures";

#[test]
fn an_approval_that_a_commit_only_claims_does_not_count() {
    let attack = Attack::new();
    attack.raise().commit(CHLOE, &format!("raise\n\nApproved-by: {AMARA}\nReviewed-by: {GRACE}"));
    let text = attack.refused(&[]);
    let head = &attack.head()[..12];
    let claims = format!(
        "Claims in commits\n  - `Approved-by: {AMARA}` in commit `{head}` is only a claim: no signature of that person \
         proves it\n  - `Reviewed-by: {GRACE}` in commit `{head}` is only a claim: no signature of that person proves it\n"
    );
    holds(&text, &claims);
    holds(&text, "    [missing] IT manager (answers for it; the next step up): Amara Okafor\n");
}

#[test]
fn an_approval_in_an_empty_commit_that_the_person_signed_counts() {
    let keys = keys();
    let attack = school(&keys);
    attack.raise();
    sign(&attack, &keys.chloe, CHLOE, "raise");
    sign(&attack, &keys.amara, AMARA, &format!("I agree\n\nApproved-by: {AMARA}"));
    let output = attack.approvals(&[VERIFY]);
    assert_eq!(output.code, 0, "{}{}", output.stdout, output.stderr);
    holds(
        &output.stdout,
        "Agreed\n  - Amara Okafor: agreed in a signed commit\n\nWritten by\n  - Chloe Martin\n",
    );
    // Without verification it is a claim, and Amara an author.
    holds(&attack.refused(&[]), "is only a claim: no signature of that person proves it");
    // What comes after it is not what she agreed to.
    attack.folder.replace("responsibilities.yaml", "500 GBP", "900 GBP");
    sign(&attack, &keys.chloe, CHLOE, "more");
    holds(&attack.refused(&[VERIFY]), "is about older content than the newest commit has\n");
}

#[test]
fn an_approval_in_a_commit_that_somebody_else_signed_is_a_claim() {
    let keys = keys();
    let attack = school(&keys);
    attack.raise();
    sign(&attack, &keys.chloe, CHLOE, &format!("raise\n\nApproved-by: {AMARA}"));
    holds(&attack.refused(&[VERIFY]), "is only a claim: somebody else signed the commit\n");
}

#[test]
fn a_commit_without_a_signature_is_in_the_way_where_signatures_are_wanted() {
    let keys = keys();
    let attack = school(&keys);
    attack.raise().commit(CHLOE, "raise");
    let text = attack.refused(&[VERIFY, "--approved-by", "amara-okafor"]);
    holds(&text, &format!("In the way\n  - commit `{}` is not signed\n", &attack.head()[..12]));
}

#[test]
fn a_key_that_only_the_change_allows_is_not_known() {
    let keys = keys();
    let attack = school(&keys);
    attack.raise();
    attack.folder.append(".allowed-signers", &keys.mallory.line);
    sign(&attack, &keys.mallory, GRACE, &format!("raise\n\nApproved-by: {GRACE}"));
    let text = attack.refused(&[VERIFY, "--approved-by", "amara-okafor"]);
    holds(&text, "is signed with a key that the base does not know\n");
    holds(&text, "  - The file `.allowed-signers` changes, which guards the charter\n");
}

#[test]
fn a_commit_in_the_name_of_somebody_else_is_in_the_way() {
    let keys = keys();
    let attack = school(&keys);
    attack.raise();
    sign(&attack, &keys.chloe, GRACE, "raise");
    let text = attack.refused(&[VERIFY, "--approved-by", "amara-okafor"]);
    holds(&text, &format!("says that {GRACE} wrote it, and is signed by chloe-martin\n"));
}

#[test]
fn a_base_without_a_list_of_signers_is_an_error() {
    let attack = Attack::new();
    attack.raise().commit(CHLOE, "raise");
    attack.folder.write(".allowed-signers", keys().amara.line);
    let output = attack.commit(CHLOE, "list").approvals(&[VERIFY]);
    assert_eq!((output.code, output.stdout.as_str()), (2, ""));
    holds(&output.stderr, "there is no file `.allowed-signers` at the base, so no signature can be verified");
}
