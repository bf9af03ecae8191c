//! `itcharter man` and `itcharter completions`: what packages of the tool bring along.

use std::fs;

use crate::support::Folder;

#[test]
fn every_command_has_a_manual_page_and_the_page_says_what_it_does() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["man", "--out", "man"]).code, 0);
    let mut names: Vec<String> = fs::read_dir(folder.path().join("man"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    for name in ["itcharter.1", "itcharter-validate.1", "itcharter-hook.1", "itcharter-hook-pre-receive.1"] {
        assert!(names.iter().any(|found| found == name), "{names:?}");
    }
    let page = folder.run(&["man", "hook", "pre-receive"]);
    assert_eq!((page.code, page.stdout), (0, folder.read("man/itcharter-hook-pre-receive.1")));
    assert!(folder.read("man/itcharter.1").contains("Keeps an IT team\\*(Aqs charter"));
}

#[test]
fn a_manual_page_of_no_command_is_an_error() {
    let output = Folder::new().run(&["man", "hook", "post-receive"]);
    assert_eq!(
        (output.code, output.stderr.as_str()),
        (2, "error: there is no command `hook post-receive`\n")
    );
}

#[test]
fn completions_know_every_command() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = folder.run(&["completions", shell]);
        assert_eq!(output.code, 0);
        for command in ["validate", "render", "diff", "pre-receive", "completions"] {
            assert!(output.stdout.contains(command), "{shell} does not know `{command}`");
        }
    }
    assert_eq!(folder.run(&["completions", "tcsh"]).code, 2);
}
