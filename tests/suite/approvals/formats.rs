//! The same answer in every format.

use serde_json::{Value, json};

use crate::attacks::{Attack, CHLOE};

fn raised() -> Attack {
    let attack = Attack::new();
    attack.raise().commit(CHLOE, "raise");
    attack
}

#[test]
fn people_at_a_terminal_read_what_changes_and_who_must_agree() {
    let text = raised().refused(&["--approved-by", "ella-novak"]);
    let wanted = "\
Power widened (1)
  - Service desk lead may now approve 500 GBP (was 100 GBP) for *Buy equipment and software*  responsibilities.yaml:14
  Must agree:
    [missing] IT manager (answers for it; the next step up): Amara Okafor

Agreed
  - Ella Novak: named as having agreed

Written by
  - Chloe Martin

Still to agree: Amara Okafor (IT manager). [change-missing-approval]
";
    assert_eq!(text, wanted);
}

#[test]
fn a_pull_request_gets_a_comment_that_says_the_answer_first() {
    let attack = raised();
    let wanted = "\
<!-- itcharter-approvals -->
### Who must agree to this

**Everybody who must agree has agreed.**

<details><summary><b>Power widened</b> (1): agreed</summary>

- Service desk lead may now approve 500 GBP (was 100 GBP) for *Buy equipment and software* — `responsibilities.yaml:14`

| | Must agree | Why | Who |
| :-- | :-- | :-- | :-- |
| agreed | IT manager | answers for it; the next step up | Amara Okafor |

</details>

**Agreed**

- Amara Okafor: named as having agreed

**Written by**

- Chloe Martin
";
    let output = attack.approvals(&["--approved-by", "amara-okafor", "--format", "markdown"]);
    assert_eq!((output.code, output.stdout.as_str()), (0, wanted));
}

#[test]
fn programs_get_every_seat_with_who_can_take_it() {
    let text = raised().refused(&["--approved-by", "chloe-martin", "--format", "json"]);
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        (&value["version"], &value["missing"], &value["day"]),
        (&1.into(), &true.into(), &"2026-11-21".into())
    );
    assert_eq!(value["summary"], "Still to agree: Amara Okafor (IT manager).");
    let requirement = &value["requirements"][0];
    assert_eq!((&requirement["class"], &requirement["met"]), (&"power-widened".into(), &false.into()));
    assert_eq!(requirement["changes"][0]["place"]["line"], 14);
    let seat = json!({
        "role": "it-manager",
        "name": "IT manager",
        "because": "answers for it; the next step up",
        "people": ["amara-okafor"],
        "steps": [],
        "agreed": [],
        "by_writing": false,
    });
    assert_eq!(requirement["seats"], json!([seat]));
    assert_eq!(value["authors"], json!(["chloe-martin"]));
    let why = "wrote the change, and nobody agrees to what they wrote themselves";
    assert_eq!(value["ignored"], json!([{ "what": "chloe-martin", "why": why }]));
}

#[test]
fn where_nothing_changes_nobody_has_to_agree() {
    let attack = Attack::new();
    attack.commit("Eve <eve@elsewhere.example>", "nothing");
    let output = attack.approvals(&[]);
    assert_eq!(
        (output.code, output.stdout.lines().last()),
        (0, Some("Nothing in the charter changes, so nobody has to agree."))
    );
}

#[test]
fn who_has_not_agreed_is_a_finding_at_the_change_until_they_have() {
    let attack = raised();
    let wanted = "\
responsibilities.yaml:14:8: error[change-missing-approval] Amara Okafor has not agreed, as IT manager: Service desk \
lead may now approve 500 GBP (was 100 GBP) for *Buy equipment and software*
help: ask for their agreement to the newest commit, then run this again
";
    assert_eq!(attack.refused(&["--format", "concise"]), wanted);
    let value: Value = serde_json::from_str(&attack.refused(&["--format", "json"])).unwrap();
    let finding = &value["findings"][0];
    assert_eq!(
        (&finding["code"], &finding["severity"]),
        (&json!("change-missing-approval"), &json!("error"))
    );
    assert_eq!(finding["place"], json!({"path": "responsibilities.yaml", "line": 14, "column": 8}));
    let agreed = attack.approvals(&["--approved-by", "amara-okafor", "--format", "concise"]);
    assert_eq!((agreed.code, agreed.stdout.as_str()), (0, ""));
}
