//! People and roles.

checks! {
    reports_cycle,
}
