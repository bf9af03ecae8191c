//! Growth, pay, thanks and services.

mod ladder;

checks! {
    award_decider_can_win,
    growth_cert_expired,
    growth_cert_soon,
    growth_required_unpaid,
    kudos_odd,
    pay_gap,
    pay_inverted,
    pay_overlap,
    pay_spread,
    service_it_speak,
    service_thin,
}
