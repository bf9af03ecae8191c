//! `itcharter log` and `itcharter show`: what happened, and what there is.

use serde_json::Value;

use crate::support::{DAY, Folder, Output, run};

fn commit(folder: &Folder, author: &str, subject: &str) {
    folder.git(&["add", "--all"]);
    folder.git(&["commit", "--quiet", "--author", author, "--message", subject]);
}

/// The school, of which a role got another limit, then another id and file, then another purpose.
fn school() -> Folder {
    let folder = Folder::school();
    folder.commit_all();
    folder.replace("roles/service-desk.yaml", "purpose:", "contact: Room 2\npurpose:");
    commit(&folder, "amara <amara.old@x.example>", "say where");
    let files = ["yaml", "md"].map(|ending| crate::support::files_below(folder.path(), ending)).concat();
    for path in files.iter().filter(|path| !path.starts_with(folder.path().join("broken"))) {
        let text = std::fs::read_to_string(path).unwrap();
        std::fs::write(path, text.replace("service-desk", "desk-lead")).unwrap();
    }
    folder.rename("roles/service-desk.yaml", "roles/desk-lead.yaml");
    folder.write(".mailmap", "Amara Okafor <amara.okafor@brookfield.example> <amara.old@x.example>\n");
    commit(&folder, "Ben <ben@x.example>", "rename");
    folder.replace("roles/desk-lead.yaml", "contact: Room 2", "contact: Room 3");
    commit(&folder, "Ben <ben@x.example>", "move");
    folder
}

fn log(folder: &Folder, arguments: &[&str]) -> Output {
    folder.run(&[&["log", "--quiet"], arguments].concat())
}

/// Returns the days and authors, and the sentences, without commits.
fn told(output: &Output) -> Vec<String> {
    let line = |line: &str| match line.split_once("  ") {
        Some((who, _)) if !who.is_empty() => who.to_owned(),
        _ => line.trim().to_owned(),
    };
    output.stdout.lines().filter(|line| !line.is_empty()).map(line).collect()
}

#[test]
fn a_role_is_followed_over_another_id_and_file_and_authors_are_mapped() {
    let folder = school();
    let output = log(&folder, &["role:desk-lead"]);
    let wanted = [
        "5 January 2026, Ben",
        "- How to reach service desk lead is now “Room 3” (was “Room 2”)",
        "5 January 2026, Ben",
        "- `service-desk` is now called `desk-lead`",
        "5 January 2026, Amara Okafor",
        "- How to reach service desk lead is now “Room 2”; nothing was said before",
    ];
    let lines = told(&output);
    assert_eq!(lines[..6], wanted, "{output:?}");
    assert_eq!(lines[6], "5 January 2026, Ada", "{output:?}");
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    assert_eq!(log(&folder, &["desk-lead"]).stdout, output.stdout);
}

#[test]
fn revisions_days_formats_and_bare_repositories() {
    let folder = school();
    let since = log(&folder, &["desk-lead", "--since", "HEAD~1"]);
    assert_eq!(told(&since).len(), 2, "{since:?}");
    let until = log(&folder, &["service-desk", "--until", "HEAD~2", "--since", "HEAD~3"]);
    assert_eq!(told(&until).len(), 2, "{until:?}");
    assert_eq!(log(&folder, &["--since", "2026-01-06"]).stdout, "Nothing changed in this time.\n");
    assert_eq!(log(&folder, &["--until", "2026-01-04"]).stdout, "Nothing changed in this time.\n");
    let value: Value =
        serde_json::from_str(&log(&folder, &["desk-lead", "--format", "json"]).stdout).unwrap();
    assert_eq!(value["entity"]["id"], "desk-lead");
    assert_eq!(value["entries"][1]["events"][0]["field"], "id");
    assert_eq!(value["entries"][2]["events"][0]["id"], "service-desk");
    assert_eq!(value["entries"][2]["events"][0]["id_now"], "desk-lead");
    let markdown = log(&folder, &["desk-lead", "--format", "markdown", "--since", "HEAD~1"]).stdout;
    assert!(markdown.starts_with("### 5 January 2026, Ben\n\nmove (`"), "{markdown}");
    let bare = Folder::new();
    bare.git(&["clone", "--quiet", "--bare", folder.path().to_str().unwrap(), "it.git"]);
    let inside = run(&bare.path().join("it.git"), &["log", "desk-lead", "--since", "HEAD~1", "-q"]);
    assert_eq!(told(&inside), told(&since), "{inside:?}");
}

#[test]
fn a_shallow_clone_says_that_the_rest_is_not_known() {
    let folder = school();
    let clone = Folder::new();
    let from = format!("file://{}", folder.path().display());
    clone.git(&["clone", "--quiet", "--depth", "2", &from, "it"]);
    let output = run(&clone.path().join("it"), &["log", "desk-lead", "-q"]);
    assert_eq!(output.code, 0);
    assert_eq!(
        told(&output)[..2],
        ["5 January 2026, Ben", "- How to reach service desk lead is now “Room 3” (was “Room 2”)"]
    );
    assert!(output.stdout.ends_with("`git fetch --unshallow` brings the rest.\n"), "{output:?}");
    assert!(!output.stdout.contains("is a new role"), "{output:?}");
}

#[test]
fn what_is_gone_still_has_a_history_and_what_never_was_is_said() {
    let folder = school();
    let output = log(&folder, &["role:service-desk", "--since", "HEAD~3", "--until", "HEAD~2"]);
    assert!(output.stdout.contains("Room 2"), "{output:?}");
    let error = |arguments: &[&str]| {
        let output = log(&folder, arguments);
        assert_eq!((output.code, output.stdout.as_str()), (2, ""), "{output:?}");
        output.stderr
    };
    assert_eq!(
        error(&["desk-laed"]),
        "error: nothing in this charter is called `desk-laed`; did you mean `desk-lead`?\n"
    );
    assert_eq!(
        error(&["rule:desk-lead"]),
        "error: `rule` is no kind of thing in a charter; did you mean `role`?\n"
    );
    let hostile = error(&["role:\u{1b}[31mred"]);
    assert!(!hostile.contains('\u{1b}') && hostile.contains("\\u{1b}"), "{hostile}");
    let gone = folder.run(&["show", "role:service-desk", "--as-of", DAY, "-q"]);
    assert_eq!(gone.code, 2);
    assert!(gone.stderr.contains("`itcharter log role:service-desk` tells what became of it"), "{gone:?}");
}

#[test]
fn a_thing_is_shown_with_its_holders_and_both_directions() {
    let folder = Folder::school();
    folder.commit_all();
    let output = folder.run(&["show", "systems-technician", "--as-of", DAY, "-q"]);
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    let text = output.stdout;
    assert!(
        text.starts_with("Systems technician (role:systems-technician)\nroles/systems-technician.yaml:1\n\n"),
        "{text}"
    );
    assert!(text.contains("\nFilled on 21 November 2026 by: "), "{text}");
    assert!(text.contains("\nIt names:\n") && text.contains("(role:it-manager), in reports to\n"), "{text}");
    assert!(text.contains("\nIt is named by:\n") && text.contains(", in responsible\n"), "{text}");
    assert!(text.ends_with("\nTo change it, edit `roles/systems-technician.yaml`; `itcharter diff` then says what the change means.\n"), "{text}");
    let json = folder.run(&[
        "show",
        "systems-technician",
        "--as-of",
        DAY,
        "-q",
        "--format",
        "json",
        "--rev",
        "HEAD",
    ]);
    let value: Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!((&value["kind"], &value["line"]), (&"role".into(), &1.into()));
    assert!(value["named_by"].as_array().unwrap().len() > 3, "{value:#}");
    let several = folder.run(&["show", "it", "--as-of", DAY, "-q"]);
    assert!(several.code == 0 || several.stderr.contains("several things are called `it`"), "{several:?}");
}

/// The school, in which a limit, who fills a role, who answers for a policy and a record changed, a commit each.
fn named_elsewhere() -> Folder {
    let folder = Folder::school();
    folder.commit_all();
    let desk = "up_to: 100 GBP, by: service-desk";
    folder.replace("responsibilities.yaml", desk, "up_to: 500 GBP, by: service-desk");
    commit(&folder, "Ben <ben@x.example>", "raise");
    folder.replace("roles/service-desk.yaml", "{person: chloe-martin, from: 2022-09-01}", "ben-hughes");
    commit(&folder, "Ben <ben@x.example>", "swap");
    folder.replace("people/chloe-martin.yaml", "team: it", "team: office");
    commit(&folder, "Ben <ben@x.example>", "move");
    folder
}

#[test]
fn what_names_a_thing_is_told_with_it_and_what_only_stands_beside_is_not() {
    let folder = named_elsewhere();
    let since = |name: &str| told(&log(&folder, &[name, "--since", "HEAD~3"]));
    assert_eq!(
        since("role:service-desk"),
        [
            "5 January 2026, Ben",
            "- Ben Hughes now fills service desk lead (was Chloe Martin)",
            "5 January 2026, Ben",
            "- Service desk lead may now approve 500 GBP (was 100 GBP) for *Buy equipment and software*",
        ]
    );
    assert_eq!(since("role:it-manager"), ["Nothing changed in this time."]);
    assert_eq!(
        since("person:ben-hughes"),
        ["5 January 2026, Ben", "- Ben Hughes now fills service desk lead (was Chloe Martin)"]
    );
    assert_eq!(since("person:chloe-martin").len(), 4);
    assert_eq!(since("team:it").len(), 2);
}
