//! Responsibilities: who decides what.

checks! {
    raci_accountable_below,
    raci_informed_how_missing,
    raci_no_responsible,
    raci_role_twice,
    raci_shared_accountable,
    raci_too_many_consulted,
    responsibility_no_question,
    responsibility_twins,
}
