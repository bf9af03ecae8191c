//! Growth, pay, thanks and services.

mod ladder;

checks! {
    growth_cert_expired,
    kudos_odd,
    pay_gap,
    pay_inverted,
    service_thin,
}
