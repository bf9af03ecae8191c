//! Meetings, work and life, rotas.

mod turns;

#[cfg(test)]
mod testing;

checks! {
    meeting_lunch_not_rest,
    meeting_missing_kind,
    rota_nothing_in_return,
    rota_over_quarter,
    rota_primary_is_second,
    rota_too_few,
    worklife_no_relief,
    worklife_rest_short,
}
