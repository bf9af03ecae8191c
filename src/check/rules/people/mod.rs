//! People and roles.

checks! {
    acting_forever,
    backup_not_real,
    bus_factor_one,
    leaver_still_here,
    lead_not_member,
    person_no_role,
    person_two_bosses,
    reports_cycle,
    reports_to_self,
    reports_two_tops,
    role_no_backup,
    role_no_limits,
    role_overload,
    role_vacant,
    title_gendered,
}
