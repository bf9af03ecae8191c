//! The examples and the template hold what the README promises: no findings.

use std::fs;

use crate::support::{DAY, Folder, Output, project, run};

const CONCISE: [&str; 6] = ["validate", "--as-of", DAY, "--format", "concise", "--quiet"];

fn clean() -> Output {
    Output { code: 0, stdout: String::new(), stderr: String::new() }
}

#[test]
fn every_example_has_no_findings() {
    let mut found = 0;
    for entry in fs::read_dir(project().join("examples")).unwrap() {
        let path = entry.unwrap().path();
        if path.join("charter.yaml").exists() {
            found += 1;
            assert_eq!(run(&path, &CONCISE), clean(), "{}", path.display());
        }
    }
    assert!(found > 0, "there are no examples");
}

#[test]
fn a_new_charter_has_no_findings_whatever_the_organisation_is_called() {
    let long = "x".repeat(300);
    let names = [
        "Our school",
        "A \"B\" 'C': \\d #e",
        "{{today}} {{org}}",
        "😀 Zoë & Søn",
        "two\nlines",
        "- [x]: {y}",
        "no",
        "42",
        &long,
    ];
    for name in names {
        let folder = Folder::new();
        let output = folder.run(&["init", ".", &format!("--org={name}"), "--quiet"]);
        assert_eq!(output, clean(), "{name:?}");
        assert_eq!(folder.run(&["validate", "--format", "concise", "--quiet"]), clean(), "{name:?}");
        let head: serde_yaml::Value = serde_yaml::from_str(&folder.read("charter.yaml")).unwrap();
        assert_eq!(head["org"], name);
        assert!(!folder.read("people.yaml").contains("{{"), "a blank was left open");
    }
}

#[test]
fn a_name_that_nobody_can_see_is_refused() {
    for (name, reason) in
        [("", "the name is empty"), (" ", "the name is empty"), ("a\u{1b}b", "the name holds")]
    {
        let folder = Folder::new();
        let output = folder.run(&["init", "new", "--org", name]);
        assert_eq!(output.code, 2);
        assert!(output.stderr.contains(reason), "{}", output.stderr);
        assert!(!folder.path().join("new").exists());
    }
}

#[test]
fn a_new_charter_says_what_to_do_next() {
    let folder = Folder::new();
    let output = folder.run(&["init", "it/charter"]);
    assert_eq!((output.code, output.stdout.as_str()), (0, ""));
    let wanted = "\
Wrote 25 files to it/charter. Next:
  itcharter validate -C it/charter
  itcharter render -C it/charter --out handbook
Then put your own people and roles in the place of the examples; every field is explained where it stands.
";
    assert_eq!(output.stderr, wanted);
    assert_eq!(folder.run(&["validate", "-C", "it/charter"]).code, 0);
}

#[test]
fn checks_are_written_for_the_places_that_are_named() {
    let written = |places: &[&str]| {
        let folder = Folder::new();
        assert_eq!(folder.run(&[&["init", ".", "--quiet"], places].concat()), clean());
        let all = [
            ".github/workflows/charter-comment.yml",
            ".github/workflows/charter.yml",
            ".gitlab-ci.yml",
            ".pre-commit-config.yaml",
            "hooks/pre-receive",
        ];
        all.into_iter().filter(|path| folder.path().join(path).exists()).collect::<Vec<_>>()
    };
    let usual = [".github/workflows/charter-comment.yml", ".github/workflows/charter.yml", ".gitlab-ci.yml"];
    assert_eq!(written(&[]), usual);
    assert_eq!(written(&["--ci", "none"]), [""; 0]);
    assert_eq!(
        written(&["--ci", "pre-commit,server-hook"]),
        [".pre-commit-config.yaml", "hooks/pre-receive"]
    );
}

#[test]
fn a_hook_for_a_server_can_be_run() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    folder.run(&["init", ".", "--quiet", "--ci", "server-hook"]);
    let mode = |path: &str| fs::metadata(folder.path().join(path)).unwrap().permissions().mode() & 0o100;
    assert_eq!((mode("hooks/pre-receive"), mode("charter.yaml")), (0o100, 0));
    assert!(folder.read("hooks/pre-receive").ends_with("\nexec itcharter hook pre-receive\n"));
}

#[test]
fn the_checks_that_are_written_install_this_version() {
    let folder = Folder::new();
    folder.run(&["init", ".", "--quiet", "--ci", "github,gitlab,pre-commit"]);
    let version = env!("CARGO_PKG_VERSION");
    for (path, line) in [
        (".github/workflows/charter.yml", format!("  ITCHARTER_VERSION: \"{version}\"\n")),
        (".github/workflows/charter-comment.yml", format!("  ITCHARTER_VERSION: \"{version}\"\n")),
        (".gitlab-ci.yml", format!("  ITCHARTER_VERSION: \"{version}\"\n")),
        (".pre-commit-config.yaml", format!("[\"itcharter=={version}\"]\n")),
    ] {
        assert!(folder.read(path).contains(&line), "{path}");
    }
    let component = fs::read_to_string(project().join("templates/itcharter.yml")).unwrap();
    assert!(component.contains(&format!("      default: \"{version}\"\n")));
}

#[test]
fn a_new_charter_never_overwrites() {
    let folder = Folder::new();
    folder.write("teams.yaml", "mine\n");
    folder.write("roles/director.yaml", "mine\n");
    let output = folder.run(&["init", "."]);
    let wanted = "error: nothing was written, because these are there already: `./roles/director.yaml`, \
                  `./teams.yaml`\n";
    assert_eq!((output.stderr.as_str(), output.code), (wanted, 2));
    assert_eq!(
        (folder.read("teams.yaml"), folder.read("roles/director.yaml")),
        ("mine\n".into(), "mine\n".into())
    );
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn a_dangling_link_in_the_way_is_not_written_through() {
    let folder = Folder::new();
    std::os::unix::fs::symlink("elsewhere.yaml", folder.path().join("charter.yaml")).unwrap();
    assert_eq!(folder.run(&["init", "."]).code, 2);
    assert!(!folder.path().join("elsewhere.yaml").exists());
}
