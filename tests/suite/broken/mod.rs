//! One fault in a charter without any is one finding, at its place and in plain words.

mod fields;
mod files;
mod text;
mod values;

use crate::support::Folder;

/// Plants a fault into the example school and returns its one finding.
fn said(plant: impl FnOnce(&Folder)) -> String {
    let school = Folder::school();
    plant(&school);
    school.findings().trim_end_matches('\n').to_owned()
}

#[test]
fn the_example_has_no_finding_to_begin_with() {
    assert_eq!(said(|_| {}), "");
}
