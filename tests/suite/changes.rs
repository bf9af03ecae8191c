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
fn the_page_is_found_from_everywhere() {
    let folder = school();
    folder.write(".itcharter.yaml", "handbook: {site: 'https://h.example/'}\n");
    render(&folder, &["--changes", "v1", "--format", "html,markdown"]);
    let entry = "<entry>\n<id>https://h.example/what-changed.html#";
    let feed = folder.read("book/atom.xml");
    // All pages changed on one day, and the feed has room for fifty of them: this one comes first.
    assert_eq!(
        feed.split("<entry>").nth(1).map(|first| format!("<entry>{first}").starts_with(entry)),
        Some(true)
    );
    assert!(feed.contains("<summary>What is different in this charter, from v1 to now.</summary>"), "{feed}");
    for (file, wanted) in [
        ("book/index.html", "<li><a href=\"what-changed.html\">What changed</a></li>"),
        ("book/roles/it-manager.html", "<li><a href=\"../what-changed.html\">What changed</a></li>"),
        ("book/find.md", "\n- [What changed](what-changed.md)\n"),
        ("book/find.html", "<li><a href=\"what-changed.html\">What changed</a></li>\n</ul>"),
        ("book/sitemap.xml", "<loc>https://h.example/what-changed.html</loc><lastmod>2026-01-05</lastmod>"),
        ("book/llms.txt", "(https://h.example/what-changed.md): "),
    ] {
        let text = folder.read(file);
        assert!(text.contains(wanted), "{file}: {text}");
    }
    let files = crate::support::files_below(&folder.path().join("book"), "js");
    let holds = |file: &std::path::PathBuf| std::fs::read_to_string(file).unwrap().contains("what-changed");
    assert!(files.iter().any(holds), "the search does not know the page");
}

#[test]
fn what_changed_is_there_as_data() {
    let folder = school();
    render(&folder, &["--changes", "v1", "--format", "json"]);
    let read = |path: &str| serde_json::from_str::<serde_json::Value>(&folder.read(path)).unwrap();
    let wanted = serde_json::json!({
        "version": 1,
        "as_of": DAY,
        "kind": "change",
        "since": "v1",
        "page": "what-changed",
        "items": [{
            "class": "power-widened",
            "kind": "responsibility",
            "id": "buy-equipment",
            "name": "Buy equipment and software",
            "field": "approval/service-desk",
            "what": "changed",
            "sentence": "Service desk lead may now approve 500 GBP (was 100 GBP) for *Buy equipment and software*",
            "page": "decisions/buy-equipment",
        }],
    });
    assert_eq!(read("book/data/change.json"), wanted);
    let files = read("book/data/index.json")["files"].clone();
    let kinds: Vec<&str> =
        files.as_array().unwrap().iter().map(|file| file["kind"].as_str().unwrap()).collect();
    assert!(kinds.is_sorted() && kinds.contains(&"change"), "{kinds:?}");
    render(&folder, &["--format", "json"]);
    assert!(!folder.path().join("book/data/change.json").exists());
}

#[test]
fn the_settings_say_since_when_and_do_not_stop_where_that_is_not_there() {
    let folder = school();
    folder.write(".itcharter.yaml", "handbook: {changes: last tag}\n");
    let output = folder.run(&["render", "--as-of", DAY, "--out", "book", "--format", "markdown"]);
    assert!(!output.stderr.contains("not told"), "{output:?}");
    let lead = "What is different in this charter, from v1 to now\\.";
    let page = folder.read("book/what-changed.md");
    assert!(page.contains(lead) && page.contains("500 GBP"), "{page}");
    // A tag of what is published now is not what was before it.
    folder.git(&["tag", "v2"]);
    render(&folder, &["--format", "markdown"]);
    assert!(folder.read("book/what-changed.md").contains(lead));
    render(&folder, &["--format", "markdown", "--changes", "last tag..v2"]);
    let page = folder.read("book/what-changed.md");
    assert!(page.contains("from v1 to v2") && page.contains("500 GBP"), "{page}");
    folder.git(&["tag", "--delete", "v1"]);
    let output = folder.run(&["render", "--as-of", DAY, "--out", "book", "--format", "markdown"]);
    let note = "what changed is not told: there is no tag before this commit; `git tag` makes one, such as `git tag v1`";
    assert!(output.code == 0 && output.stderr.contains(&format!("note: {note}\n")), "{output:?}");
    assert!(!folder.path().join("book/what-changed.md").exists());
    let asked = folder.run(&["render", "--as-of", DAY, "--out", "book", "--changes", "last tag"]);
    assert!(asked.code == 2 && asked.stderr.contains("there is no tag before this commit"), "{asked:?}");
}

#[test]
fn a_clone_with_a_part_of_the_history_has_no_page_and_says_why() {
    let folder = school();
    folder.write(".itcharter.yaml", "handbook: {changes: last tag}\n");
    folder.git(&["add", "--all"]);
    folder.git(&["commit", "--quiet", "--message", "set"]);
    let clone = Folder::new();
    let from = format!("file://{}", folder.path().display());
    clone.git(&["clone", "--quiet", "--depth", "1", &from, "it"]);
    let output = clone.run(&["render", "-C", "it", "--as-of", DAY, "--out", "book", "--format", "markdown"]);
    let note = "note: what changed is not told: this clone has no tag before this commit; \
                `git fetch --unshallow --tags` brings the rest\n";
    assert!(output.code == 0 && output.stderr.contains(note), "{output:?}");
}

#[test]
fn in_a_handbook_in_arabic_sentences_are_marked_as_english() {
    let folder = school();
    folder.replace("charter.yaml", "language: en-GB", "language: ar");
    render(&folder, &["--changes", "v1", "--history", "--format", "html,markdown"]);
    let page = folder.read("book/what-changed.html");
    for wanted in [
        "<h1>ما الذي تغيّر</h1>",
        "من \u{2068}v1\u{2069} إلى الآن.",
        "<h2 id=\"power-widened\">صار يجوز لأحد أكثر مما كان</h2>",
        "<li><span lang=\"en\" dir=\"ltr\">Service desk lead may now approve 500 GBP (was 100 GBP) for “Buy equipment \
         and software”</span> <a href=\"decisions/buy-equipment.html\">Buy equipment and software</a></li>",
    ] {
        assert!(page.contains(wanted), "{wanted}\n{page}");
    }
    let here = folder.read("book/decisions/buy-equipment.html");
    let wanted =
        "<span class=\"soft\">5 يناير 2026:</span> <span lang=\"en\" dir=\"ltr\">Service desk lead may now";
    assert!(here.contains(wanted), "{here}");
    folder.replace("charter.yaml", "language: ar", "language: en-US");
    render(&folder, &["--changes", "2026-01-05", "--history", "--format", "markdown"]);
    assert!(folder.read("book/what-changed.md").contains("from January 5, 2026 to now"));
    assert!(folder.read("book/decisions/buy-equipment.md").contains("January 5, 2026: Service desk lead"));
    folder.replace("policies/conduct.md", "effective: ", "effective: 2026-07-04 # ");
    render(&folder, &["--changes", "v1", "--format", "markdown"]);
    let page = folder.read("book/what-changed.md");
    assert!(page.contains(" is now July 4, 2026 (was "), "{page}");
}

#[test]
fn days_and_ranges_can_be_named_and_a_part_of_the_history_is_said() {
    let folder = school();
    render(&folder, &["--changes", "v1..HEAD", "--format", "markdown"]);
    assert!(folder.read("book/what-changed.md").contains("500 GBP"));
    render(&folder, &["--changes", "2026-01-05", "--format", "markdown"]);
    assert!(folder.read("book/what-changed.md").contains("Nothing changed that stands in this handbook."));
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
    let role = folder.read("book/roles/it-manager.md");
    let quoted = "5 January 2026: IT manager may now decide alone: “Buy within the limits in Buy equipment and software.”";
    assert!(role.contains(quoted), "{role}");
    let page = folder.read("book/decisions/buy-equipment.md");
    assert!(page.contains("What happened here") && page.contains("500 GBP"), "{page}");
    render(&folder, &["--format", "markdown"]);
    assert!(!folder.read("book/decisions/buy-equipment.md").contains("What happened here"));
    let files = crate::support::files_below(&folder.path().join("book"), "md");
    render(&folder, &["--history", "--format", "markdown"]);
    assert!(files.iter().all(|file| !std::fs::read_to_string(file).unwrap().contains("Zebra")));
}

/// The school with a third version of its policy about private information, of which two statements changed.
fn versions() -> Folder {
    let folder = Folder::school();
    folder.commit_all();
    let path = "policies/confidentiality.md";
    let text = folder.read(path);
    let line = |number: &str| text.lines().find(|line| line.starts_with(&format!("- **{number}**"))).unwrap();
    let text = text.replace(line("S2"), "- **S2** We tell [[role:it-manager]].").replace(line("S4"), "");
    folder.write(path, text.replace("version: 3", "version: 4"));
    folder.git(&["commit", "--quiet", "--all", "--message", "next"]);
    folder
}

const SINCE: &str = "\
What changed since version 3

Version 4 came on 5 January 2026.

- S2 of **Keeping information private** changed. It said: We keep to ourselves anything we see by accident. We tell the \
data protection officer if it is serious.
- S4 of **Keeping information private** is gone. It said: The systems log what we open. Someone outside the work checks \
the log every month.

";

#[test]
fn a_change_leads_to_the_very_place() {
    let folder = versions();
    folder.git(&["tag", "v1", "HEAD~1"]);
    folder.replace("channels.yaml", "replies_within: 4 working hours", "replies_within: 5 working hours");
    folder.replace("channels.yaml", "result_within: 2 months", "result_within: 1 month");
    render(&folder, &["--changes", "v1", "--format", "markdown"]);
    let page = folder.read("book/what-changed.md");
    for wanted in [
        "- S2 of [Keeping information private](rules/confidentiality.md#S2) changed\n",
        "- **−** S4 of [Keeping information private](rules/confidentiality.md) is gone\n",
        "(get-help.md#channel-help-desk)",
        "(report-a-concern.md#channel-speak-up-people)",
    ] {
        assert!(page.contains(wanted), "{wanted}\n{page}");
    }
}

/// Returns the part about the version before on the page of the policy about private information.
fn since_before(folder: &Folder, more: &[&str]) -> String {
    render(folder, &[&["--history", "--format", "markdown"], more].concat());
    let page = folder.read("book/rules/confidentiality.md");
    let part = page.split("## <a id=\"since-the-version-before\"></a>").nth(1).unwrap_or_default();
    part.split("## ").next().unwrap_or_default().to_owned()
}

#[test]
fn a_rule_says_what_changed_since_its_version_before() {
    let folder = versions();
    assert_eq!(since_before(&folder, &[]), SINCE);
    assert_eq!(since_before(&folder, &["--audience", "managers"]), SINCE);
    // Versions that nothing is known of, and the first, have nothing to tell.
    let others = folder.read("book/rules/acceptable-use.md") + &folder.read("book/rules/conduct.md");
    assert!(!others.contains("What changed since"), "{others}");
    // A version that is not committed yet has no day.
    folder.replace("policies/confidentiality.md", "version: 4", "version: 5");
    folder.replace("policies/confidentiality.md", "We tell [[role:it-manager]].", "We ask.");
    let wanted = "What changed since version 4\n\n- S2 of **Keeping information private** changed. It said: We tell IT \
                  manager.\n\n";
    assert_eq!(since_before(&folder, &[]), wanted);
}

#[test]
fn a_rule_is_followed_to_the_file_that_it_had_before() {
    let folder = versions();
    folder.git(&["mv", "policies/confidentiality.md", "policies/private.md"]);
    for file in crate::support::files_below(folder.path(), "yaml") {
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, text.replace("confidentiality", "private")).unwrap();
    }
    for file in crate::support::files_below(folder.path(), "md") {
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, text.replace("policy:confidentiality", "policy:private")).unwrap();
    }
    folder.git(&["add", "--all"]);
    folder.git(&["commit", "--quiet", "--message", "rename"]);
    render(&folder, &["--history", "--format", "markdown"]);
    let page = folder.read("book/rules/private.md");
    assert!(page.contains("What changed since version 3") && page.contains("S4 of "), "{page}");
}

#[test]
fn what_a_rule_said_before_is_not_told_to_those_who_could_not_read_it_then() {
    let folder = Folder::school();
    let path = "policies/confidentiality.md";
    folder.replace(path, "read_by: everyone", "read_by: managers");
    folder.commit_all();
    folder.replace(path, "read_by: managers", "read_by: everyone");
    folder.replace(path, "version: 3", "version: 4");
    folder.replace(path, "We keep to ourselves anything", "We never tell anything");
    folder.git(&["commit", "--quiet", "--all", "--message", "open"]);
    assert_eq!(since_before(&folder, &[]), "");
    assert!(since_before(&folder, &["--audience", "managers"]).contains("We keep to ourselves anything"));
}

#[test]
fn a_clone_with_a_part_of_the_history_says_that_it_does_not_know_the_version_before() {
    let folder = versions();
    let clone = Folder::new();
    let from = format!("file://{}", folder.path().display());
    clone.git(&["clone", "--quiet", "--depth", "1", &from, "it"]);
    let wanted = "What changed since the version before\n\nNote: what happened earlier is not known: this clone has only a \
                  part of the history; `git fetch --unshallow` brings the rest.\n\n";
    assert_eq!(since_before(&clone, &["-C", "it"]), wanted);
}
