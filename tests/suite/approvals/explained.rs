//! The rules that `approvals` and `codeowners` find by say in their examples what the commands say.

use itcharter::approval::codeowners::{Flavor, generate};
use itcharter::approval::{Evidence, Format, write};
use itcharter::check;

use crate::approvals::{Files, ask};
use crate::diff::sides::{Charter, side};

fn files(files: check::Files) -> Files {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn lines(bytes: Vec<u8>) -> Vec<String> {
    String::from_utf8(bytes).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn the_example_of_a_missing_approval_is_what_the_command_says() {
    let example = check::example("change-missing-approval").unwrap();
    let said = |agreed: &[&str], after: check::Files| {
        let evidence = Evidence {
            authors: vec![example.author.to_owned()],
            approved_by: agreed.iter().map(|who| (*who).to_owned()).collect(),
            ..Evidence::default()
        };
        let mut out = Vec::new();
        write(Format::Concise, &ask(&files(example.before), &files(after), &evidence), false, &mut out)
            .unwrap();
        lines(out)
    };
    assert_eq!(said(&[], example.failing), example.findings());
    assert_eq!(said(&["fay@x.example"], example.passing), Vec::<String>::new());
    assert_eq!(example.once, "once fay@x.example has agreed");
}

#[test]
fn the_example_of_code_owners_is_what_the_command_says() {
    let example = check::example("codeowners-drift").unwrap();
    let rules = check::rules();
    let said = |charter: check::Files| {
        let mut out = Vec::new();
        let owners = generate(&side(&Charter::new(&files(charter)), &rules), Flavor::Github);
        owners.findings.iter().for_each(|finding| finding.write(&mut out).unwrap());
        lines(out)
    };
    assert_eq!(said(example.failing), example.findings());
    assert_eq!(said(example.passing), Vec::<String>::new());
}
