//! Responsibilities: who decides what.

checks! {
    raci_accountable_below,
    raci_informed_how_missing,
    raci_no_responsible,
    raci_role_twice,
    raci_shared_accountable,
    responsibility_no_question,
}
