//! Duties that are kept apart, and what IT can see.

checks! {
    access_checks_self,
    access_emergency_unreviewed,
    access_no_log,
    access_no_reason,
    access_not_told,
    access_too_wide,
    access_without_ack,
    sod_approve_and_do,
    sod_backup_collision,
    sod_conflict,
    sod_no_instead,
    sod_one_way,
}
