//! `itcharter render --changes` and `--history`: what changed, in the handbook, for its readers only.

use crate::support::{DAY, Folder, Output};

fn render(folder: &Folder, more: &[&str]) -> Output {
    let output = folder.run(&[&["render", "--as-of", DAY, "--out", "book", "--quiet"], more].concat());
    assert_eq!(output.code, 0, "{output:?}");
    output
}

/// The school with a higher limit, and a policy that only managers read and that changed too.
fn school() -> Folder {
    let folder = Folder::school();
    let secret = folder.read("policies/pay.md").replace("read_by: everyone", "read_by: managers");
    let secret = secret.replace("title: ", "title: Zebra ");
    folder.write("policies/zebra.md", secret.replacen("read_by: it", "read_by: managers", 1));
    if !folder.read("policies/zebra.md").contains("read_by: managers") {
        folder.replace("policies/zebra.md", "status:", "read_by: managers\nstatus:");
    }
    folder.commit_all();
    folder.git(&["tag", "v1"]);
    folder.replace(
        "responsibilities.yaml",
        "up_to: 100 GBP, by: service-desk",
        "up_to: 500 GBP, by: service-desk",
    );
    folder.replace("policies/zebra.md", "version: ", "version: 1");
    folder.replace("people/ella-novak.yaml", "next_growth_talk: 2026-12-09", "next_growth_talk: 2026-12-10");
    folder.git(&["commit", "--quiet", "--all", "--message", "raise"]);
    folder
}

#[test]
fn what_changed_has_a_page_with_what_its_readers_may_know() {
    let folder = school();
    render(&folder, &["--changes", "v1", "--format", "html,markdown,json"]);
    let page = folder.read("book/what-changed.html");
    assert!(page.contains("Service desk lead may now approve 500 GBP (was 100 GBP)"), "{page}");
    let markdown = folder.read("book/what-changed.md");
    assert!(markdown.contains("# What changed") && markdown.contains("500 GBP"), "{markdown}");
    for path in ["book/what-changed.html", "book/what-changed.md"] {
        let text = folder.read(path);
        assert!(
            !text.contains("Zebra") && !text.contains("zebra") && !text.contains("growth talk"),
            "{text}"
        );
    }
    render(&folder, &["--changes", "v1", "--audience", "managers", "--format", "markdown"]);
    let managers = folder.read("book/what-changed.md");
    assert!(managers.contains("Zebra") && managers.contains("growth talk"), "{managers}");
}

#[test]
fn days_and_ranges_can_be_named_and_a_part_of_the_history_is_said() {
    let folder = school();
    render(&folder, &["--changes", "v1..HEAD", "--format", "markdown"]);
    assert!(folder.read("book/what-changed.md").contains("500 GBP"));
    render(&folder, &["--changes", "2026-01-05", "--format", "markdown"]);
    assert!(folder.read("book/what-changed.md").contains("Nothing that stands in this handbook."));
    let early = folder.run(&["render", "--as-of", DAY, "--out", "book", "--changes", "2025-01-01"]);
    assert_eq!((early.code, early.stdout.as_str()), (2, ""));
    assert!(early.stderr.contains("there is no commit from `2025-01-01` or before"), "{early:?}");
    let outside = Folder::school();
    let output = outside.run(&["render", "--as-of", DAY, "--out", "book", "--changes", "v1", "--history"]);
    assert!(output.code == 0 && output.stderr.contains("what changed is not told"), "{output:?}");
}

#[test]
fn on_request_each_page_tells_what_happened_to_it() {
    let folder = school();
    render(&folder, &["--history", "--format", "markdown"]);
    let page = folder.read("book/decisions/buy-equipment.md");
    assert!(page.contains("What happened here") && page.contains("500 GBP"), "{page}");
    render(&folder, &["--format", "markdown"]);
    assert!(!folder.read("book/decisions/buy-equipment.md").contains("What happened here"));
    let files = crate::support::files_below(&folder.path().join("book"), "md");
    render(&folder, &["--history", "--format", "markdown"]);
    assert!(files.iter().all(|file| !std::fs::read_to_string(file).unwrap().contains("Zebra")));
}
