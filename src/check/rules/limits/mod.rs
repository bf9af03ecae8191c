//! Limits of authority.

checks! {
    limit_inversion,
    limit_missing_on_money,
    limit_mixed_currency,
    limit_no_top,
    limit_out_of_order,
    limit_own_request_undecided,
    limit_prize_over,
    limit_same_person_twice,
    limit_splittable,
    limit_text_disagrees,
    limit_two_steps_one_person,
}
