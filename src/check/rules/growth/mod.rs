//! Growth, pay, thanks and services.

mod ladder;

checks! {
    award_decider_can_win,
    growth_cert_expired,
    growth_cert_soon,
    growth_no_money,
    growth_required_unpaid,
    growth_skill_single,
    growth_talk_overdue,
    kudos_odd,
    pay_gap,
    pay_inverted,
    pay_overlap,
    pay_spread,
    role_no_grade,
    service_it_speak,
    service_thin,
}
