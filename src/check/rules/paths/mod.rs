//! Escalations: who is next.

mod steps;

checks! {
    escalation_boss_only,
    escalation_dead_end,
    escalation_goes_down,
    escalation_no_wait,
    escalation_repeats,
    escalation_too_long,
}
