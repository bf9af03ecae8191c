//! The kinds that look after people.

use crate::model::kinds::samples::read;
use crate::model::kinds::{Access, Escalation, Growth, Meeting, Rewards, Service, Term, Worklife};
use crate::model::value::Weekday;
use crate::source::Kind;

#[test]
fn a_service_reads() {
    let service: Service = read(
        Kind::Service,
        "
name: Get a laptop
ask_for: [A new laptop, A replacement]
owner: service-desk
ask_in: help-desk
for: everyone
you_need: [Your line manager's yes]
decided_by: buy-equipment
takes: 10 working days
not_included: [Home printers]
",
    );
    assert_eq!(service.r#for.as_slice()[0].word(), Some("everyone"));
}

#[test]
fn a_term_reads() {
    let term: Term =
        read(Kind::Term, "{term: MIS, plain: The pupil record system., say_instead: pupil record system}");
    assert_eq!(term.say_instead.as_deref(), Some("pupil record system"));
}

#[test]
fn an_access_reads() {
    let access: Access = read(
        Kind::Access,
        "
name: Internet filter and firewall
kind: control
can_see: [systems-technician, it-manager]
what: Which websites a device visits.
when: When there is a safety or security alert.
approved_by: give-admin-rights
logged_in: Firewall log
checked_by: slt-digital-lead
checked_every: 1 month
emergency: {allowed: true, reviewed_within: 1 working day, by: slt-digital-lead}
you_are_told: In the acceptable use policy.
policy: confidentiality
",
    );
    assert!(access.emergency.unwrap().allowed);
}

#[test]
fn an_escalation_reads() {
    let escalation: Escalation = read(
        Kind::Escalation,
        "
name: We cannot agree
kind: conflict
steps:
  - {say: Talk to each other first. Bring a colleague if that helps.}
  - {who: it-manager, or: hr-lead, wait: 5 working days}
  - {who: chair-of-governors}
",
    );
    let waits: Vec<bool> = escalation.steps.iter().map(|step| step.wait.is_some()).collect();
    assert_eq!(waits, [false, true, false]);
}

#[test]
fn a_meeting_reads() {
    let meeting: Meeting = read(
        Kind::Meeting,
        "{name: Tech talk lunch, kind: [knowledge-sharing, cross-functional], every: 1 month, day: Wed, \
         time: \"12:30\", length: 40 min, led_by: service-desk, who: [everyone], optional: true, \
         gives: \"One common problem, solved.\", notes: staff-news}",
    );
    assert_eq!(meeting.day, Some(Weekday::Wed));
    assert_eq!(meeting.time.unwrap().minutes(), 750);
}

#[test]
fn worklife_reads() {
    let worklife: Worklife = read(
        Kind::Worklife,
        "
hours: {week: 37 hours, usual: \"07:30-16:30\", must_be_here: \"09:30-15:00\"}
quiet: {from: \"18:00\", to: \"07:00\", weekends: true, note: \"You may send. Nobody has to read or answer.\"}
flexible: Start between 07:30 and 09:30 on days you do not open the desk.
remote: {days_a_week: 1, when: Outside lesson weeks any day}
breaks: {after: 6 hours, at_least: 20 min, note: Away from the desk.}
leave: {days: 25, plus_public_holidays: true, cover: The backup named on the role.}
limits: {week: 48 hours, rest_between_days: 11 hours, rest_each_week: 35 hours, projects_each: 3}
workload_check: one-to-one
too_much: Say so. The IT manager must drop or move something within five working days.
support:
  - {name: Counselling line, how: 0800 000 0000, confidential: true, cost: free}
",
    );
    assert_eq!(worklife.hours.unwrap().usual.unwrap().minutes(), 540);
}

#[test]
fn growth_reads() {
    let growth: Growth = read(
        Kind::Growth,
        "
budget_each: 600 GBP
time_each: 1 day a month
skills:
  - {id: networks, name: Networks, levels: [Helps, Works alone, Leads, Teaches]}
offers:
  - {id: network-associate, name: Network associate, kind: certificate, for: [systems-technician], cost: 300 GBP, valid_for: 3 years}
  - {id: data-protection, name: Data protection, kind: course, for: [it], required: true, every: 12 months, paid_time: true, cost: 0 GBP}
",
    );
    assert_eq!(growth.offers.iter().map(|offer| offer.required).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn rewards_read() {
    let rewards: Rewards = read(
        Kind::Rewards,
        "
owner: hr-lead
pay:
  set_by: \"The national support staff scale, then skills and results.\"
  steps_up: One step a year when the yearly review is good.
  review_every: 12 months
  ask: hr-lead
  may_talk_about_pay: true
  benefits: [Pension, Counselling line, Term-time travel]
grades:
  - {id: g1, name: Apprentice,   level: 1, min: 18000 GBP, max: 21000 GBP}
awards:
  - {id: star, name: Star of the term, for: Making someone's day easier, who_can_win: [it], who_can_nominate: everyone, decided_by: [slt-digital-lead, hr-lead], prize: 50 GBP book token, every: 1 term, told_in: staff-news}
",
    );
    assert_eq!(rewards.grades[0].min.unwrap().display_long(), "18,000 GBP");
}

#[test]
fn a_field_that_is_not_ours_is_refused() {
    let error = serde_yaml::from_str::<Term>("{term: a, plain: b, birthday: c}").unwrap_err().to_string();
    assert!(error.starts_with("unknown field `birthday`"), "{error}");
}
