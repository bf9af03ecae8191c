//! Merges: to bring a change up to date is not to write it, to hide something in a merge is.

use crate::attacks::{AMARA, Attack, CHLOE, ELLA, holds};

/// A raised limit, and something else on the default branch since.
fn parted() -> Attack {
    let attack = Attack::new();
    attack.raise().commit(CHLOE, "raise");
    attack.folder.git(&["checkout", "--quiet", "main"]);
    attack.folder.replace("glossary.yaml", "A guard that", "A wall that");
    attack.commit(ELLA, "elsewhere");
    attack.folder.git(&["checkout", "--quiet", "change"]);
    attack
}

fn merge(attack: &Attack) {
    attack.folder.git(&["merge", "--quiet", "--no-commit", "--no-ff", "main"]);
}

const WROTE: &str = "  - amara-okafor wrote the change, and nobody agrees to what they wrote themselves\n";

#[test]
fn who_brings_a_change_up_to_date_can_still_agree_to_it() {
    let attack = parted();
    merge(&attack);
    let output = attack.commit(AMARA, "update").approvals(&["--approved-by", "amara-okafor"]);
    assert_eq!(output.code, 0, "{}", output.stdout);
    holds(&output.stdout, "Written by\n  - Chloe Martin\n");
}

#[test]
fn who_hides_something_in_a_merge_wrote_it() {
    let attack = parted();
    merge(&attack);
    attack.folder.replace("responsibilities.yaml", "500 GBP", "900 GBP");
    let text = attack.commit(AMARA, "update").refused(&["--approved-by", "amara-okafor"]);
    holds(&text, WROTE);
    let taken_back = parted();
    merge(&taken_back);
    taken_back.folder.replace("glossary.yaml", "A wall that", "A guard that");
    holds(&taken_back.commit(AMARA, "update").refused(&["--approved-by", "amara-okafor"]), WROTE);
    let added = parted();
    merge(&added);
    added.folder.write("pages/more.md", "---\ntitle: More\nsummary: More.\n---\nMore.\n");
    holds(&added.commit(AMARA, "update").refused(&["--approved-by", "amara-okafor"]), WROTE);
}
