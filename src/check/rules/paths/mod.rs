//! Escalations: who is next.

checks! {
    escalation_boss_only,
    escalation_dead_end,
    escalation_goes_down,
    escalation_no_wait,
    escalation_repeats,
    escalation_too_long,
}
