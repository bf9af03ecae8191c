//! Meetings, work and life, rotas.

mod turns;

#[cfg(test)]
mod testing;

checks! {
    meeting_clash,
    meeting_heavy,
    meeting_lunch_not_rest,
    meeting_missing_kind,
    meeting_outside_hours,
    rota_answer_too_fast,
    rota_back_to_back,
    rota_no_night_rule,
    rota_nothing_in_return,
    rota_over_quarter,
    rota_primary_is_second,
    rota_too_few,
    rota_too_many_calls,
    worklife_leave_low,
    worklife_no_relief,
    worklife_over_48,
    worklife_rest_short,
}
