//! Nothing outside of the charter is read, and no name steers the terminal, whatever a work tree or a tree in Git holds.

use std::os::unix::fs::symlink;

use git2::{ObjectType, Oid, Repository, Signature};

use crate::oracles::output::hold_log;
use crate::support::{DAY, Folder, Output};

const FORMATS: [&str; 9] =
    ["full", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson"];

/// Runs a command and holds all that it says to what may reach a terminal.
fn quiet(folder: &Folder, arguments: &[&str]) -> Output {
    let output = folder.run(arguments);
    let what = if arguments.contains(&"github") { "Github".to_owned() } else { format!("{arguments:?}") };
    hold_log(&what, &output.stdout);
    hold_log("notes", &output.stderr);
    for text in [&output.stdout, &output.stderr] {
        assert!(!text.contains("the-secret"), "{arguments:?}: {text}");
    }
    output
}

/// Writes a tree as no honest Git would.
fn raw_tree(repository: &Repository, entries: &[(&str, &[u8], Oid)]) -> Oid {
    let mut bytes = Vec::new();
    for (mode, name, id) in entries {
        bytes.extend_from_slice(mode.as_bytes());
        bytes.push(b' ');
        bytes.extend_from_slice(name);
        bytes.push(0);
        bytes.extend_from_slice(id.as_bytes());
    }
    repository.odb().unwrap().write(ObjectType::Tree, &bytes).unwrap()
}

/// A repository whose commit holds names that lead elsewhere or steer a terminal, beside a small charter.
fn hostile() -> Folder {
    let folder = Folder::small();
    folder.commit_all();
    let repository = Repository::open(folder.path()).unwrap();
    let blob = repository.blob(b"name: N\npurpose: P.\nreports_to: none\n").unwrap();
    let link = repository.blob(b"/etc/passwd").unwrap();
    let names: [&[u8]; 10] = [
        b"..",
        b".GIT",
        b"../../x.yaml",
        b"a/b.yaml",
        b"a\\b.yaml",
        b"\x1b[2J\x1b]0;x\x07.yaml",
        b"\xff.yaml",
        b"\n::error::x.yaml",
        "\u{202e}lmay.yaml".as_bytes(),
        b"##[error]x.yaml",
    ];
    let mut entries: Vec<_> = names.iter().map(|name| ("100644", *name, blob)).collect();
    entries.push(("120000", b"link.yaml", link));
    let roles = raw_tree(&repository, &entries);
    let head = repository.head().unwrap().peel_to_tree().unwrap();
    let mut entries: Vec<(String, Vec<u8>, Oid)> = head
        .iter()
        .filter(|entry| entry.name() != Ok("roles"))
        .map(|entry| (format!("{:o}", entry.filemode()), entry.name_bytes().to_vec(), entry.id()))
        .collect();
    entries.push(("40000".to_owned(), b"roles".to_vec(), roles));
    entries.push(("40000".to_owned(), b"..".to_vec(), roles));
    let entries: Vec<(&str, &[u8], Oid)> =
        entries.iter().map(|(mode, name, id)| (mode.as_str(), &name[..], *id)).collect();
    let root = raw_tree(&repository, &entries);
    let who = Signature::now("A\u{1b}[31m", "a@x.example").unwrap();
    let parent = repository.head().unwrap().peel_to_commit().unwrap();
    let tree = repository.find_tree(root).unwrap();
    repository.commit(Some("refs/heads/evil"), &who, &who, "\u{1b}[31m\u{202e}", &tree, &[&parent]).unwrap();
    drop((head, parent, tree));
    folder
}

#[test]
fn a_tree_in_git_with_hostile_names_is_reported_in_every_format_without_harm() {
    let folder = hostile();
    for format in FORMATS {
        let output = quiet(&folder, &["validate", "--rev", "evil", "--as-of", DAY, "--format", format]);
        assert_eq!(output.code, 1, "{format}: {}", output.stderr);
    }
    let output = quiet(&folder, &["render", "--rev", "evil", "--as-of", DAY]);
    assert_eq!((output.code, folder.path().join("handbook").exists()), (1, false));
    for format in ["text", "markdown", "json", "html"] {
        quiet(&folder, &["diff", "main..evil", "--as-of", DAY, "--format", format]);
    }
}

#[test]
fn links_lead_nowhere() {
    let outside = Folder::new();
    outside.write("secret.yaml", "name: the-secret\npurpose: the-secret\nreports_to: none\n");
    outside.write("folder/secret.md", "the-secret\n");
    let folder = Folder::small();
    std::fs::create_dir_all(folder.path().join("pages")).unwrap();
    for (target, link) in [
        (outside.path().join("secret.yaml"), "roles/secret.yaml"),
        (outside.path().join("secret.yaml"), "norms.yaml"),
        (outside.path().join("folder"), "policies"),
        (outside.path().join("folder/secret.md"), "pages/secret.md"),
        (outside.path().join("folder"), "templates"),
        ("/dev/zero".into(), "glossary.yaml"),
        ("..".into(), "pages/up"),
        ("channels.yaml".into(), "channels.yaml"),
    ] {
        symlink(target, folder.path().join(link)).unwrap();
    }
    let output = quiet(&folder, &["validate", "--as-of", DAY, "--format", "concise"]);
    assert_eq!(output.stdout.matches("error[file-link]").count(), 8, "{}", output.stdout);
    quiet(&folder, &["render", "--as-of", DAY]);
    assert!(!folder.path().join("handbook").exists());
}

#[test]
fn settings_or_the_charter_file_as_a_link_are_not_followed() {
    let outside = Folder::new();
    outside.write("settings.yaml", "the-secret: [\n");
    for name in [".itcharter.yaml", "charter.yaml"] {
        let folder = Folder::small();
        std::fs::remove_file(folder.path().join(name)).unwrap();
        symlink(outside.path().join("settings.yaml"), folder.path().join(name)).unwrap();
        let output = quiet(&folder, &["validate", "--as-of", DAY, "--format", "concise"]);
        assert!(output.stdout.contains(&format!("{name}:1:1: error[file-link]")), "{}", output.stdout);
    }
}

#[test]
fn references_and_links_in_texts_open_no_file() {
    let folder = Folder::small();
    folder.write("pages/a.md", "[x](../../../etc/passwd) [y](/etc/passwd) ![z](../../../etc/hostname)\n");
    folder.append("roles/it-manager.yaml", "backup: ../../../etc/passwd\n");
    let output = quiet(&folder, &["validate", "--as-of", DAY, "--format", "full"]);
    assert!(!output.stdout.contains("root:"), "{}", output.stdout);
}

#[test]
fn a_revision_is_no_option_and_no_escape() {
    let folder = hostile();
    for revision in ["--upload-pack=x", "-x", "\u{1b}[31m", "a..b", "", ":/\u{1b}", "evil:roles", "HEAD^{/x}"]
    {
        let argument = format!("--rev={revision}");
        let output = quiet(&folder, &["validate", &argument]);
        assert_eq!(output.code, 2, "{revision:?}");
    }
}
