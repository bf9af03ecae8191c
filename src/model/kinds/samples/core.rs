//! The kinds that every charter has.

use crate::model::kinds::samples::read;
use crate::model::kinds::{
    ApprovalStep, Channel, CharterHead, Holder, Norm, Person, Policy, PolicyType, Responsibility, Role, Team,
};
use crate::model::value::{ReplyTime, TimeUnit};
use crate::source::Kind;

#[test]
fn a_charter_reads() {
    let charter: CharterHead = read(
        Kind::Charter,
        "
org: Brookfield Academy
name: IT team charter
headcount: 95
profile: [uk, school, small-team]
timezone: Europe/London
currency: GBP
language: en-GB
owner: it-manager
approver: head-teacher
review_every: 12 months
last_review: 2025-06-02
purpose: >
  We keep the school's computers, network and information working and safe,
  so that teachers can teach and pupils can learn.
does_not: [Fix personal phones, Write lesson content]
speak_up_owner: chair-of-governors
goals:
  - {id: printing, text: Staff can print., owner: service-desk, by: 2026-03-31, measure: Tickets, start: 14, target: 4, now: 9}
",
    );
    assert_eq!(
        charter.profile.iter().map(|profile| profile.name()).collect::<Vec<_>>(),
        ["uk", "school", "small-team"]
    );
    assert_eq!(charter.goals[0].start, Some(14.0));
    assert_eq!(charter.last_review.long(), "2 June 2025");
}

#[test]
fn a_team_reads() {
    let team: Team = read(
        Kind::Team,
        "{name: IT team, lead: it-manager, purpose: Keep the school's technology working and safe.}",
    );
    assert_eq!(team.lead.as_str(), "it-manager");
}

#[test]
fn a_norm_reads() {
    let norm: Norm = read(
        Kind::Norm,
        "
from: it
text: We explain what is wrong, and what happens next, without technical words.
seen_when: Every ticket reply can be understood by a new member of staff.
",
    );
    assert_eq!(norm.from.label(), "IT");
}

#[test]
fn a_person_reads() {
    let person: Person = read(
        Kind::Person,
        "
name: Ben Hughes
email: ben.hughes@brookfield.example
team: it
started: 2021-01-11
handles: {github: ben}
skills: {networks: 3}
certificates:
  - {offer: network-associate, got: 2023-04-02, expires: 2026-04-02}
plan:
  - {offer: network-associate, by: 2026-03-01, status: booked}
next_growth_talk: 2026-02-03
",
    );
    assert_eq!(person.plan[0].status.unwrap().label(), "booked");
    assert_eq!(person.skills.values().copied().collect::<Vec<_>>(), [3]);
}

#[test]
fn a_role_reads() {
    let role: Role = read(
        Kind::Role,
        "
name: Systems technician
team: it
purpose: Keep the network, servers and backups healthy.
reports_to: it-manager
filled_by:
  - ben-hughes
  - {person: ella-novak, from: 2026-02-02, until: 2026-03-13, acting: true, cap: 500 GBP}
  - vacant
backup: amara-okafor
critical: true
grade: g3
expect:
  - Test one backup restore every month.
may:
  - Restart any system outside lesson time.
must_ask:
  - Before any change during lessons.
must_never:
  - Give extra rights to their own account.
needs:
  skills: {networks: 3, backups: 3}
  certificates: [network-associate]
",
    );
    let people: Vec<Option<&str>> = role.filled_by.iter().map(Holder::person).collect();
    assert_eq!(people, [Some("ben-hughes"), Some("ella-novak"), None]);
    assert_eq!(role.backup.as_slice()[0].as_str(), "amara-okafor");
}

#[test]
fn an_outside_role_needs_no_named_person() {
    let role: Role = read(
        Kind::Role,
        "{name: Data protection officer, outside: true, purpose: Checks., reports_to: none, contact: dpo@trust.example}",
    );
    assert!(role.filled_by.is_empty());
    assert_eq!(role.reports_to.word(), Some("none"));
}

#[test]
fn a_responsibility_reads() {
    let responsibility: Responsibility = read(
        Kind::Responsibility,
        "
name: Buy equipment and software
question: Who can say yes to buying IT equipment?
area: money
responsible: [service-desk]
accountable: it-manager
consulted: [business-manager]
informed: [slt-digital-lead]
approval:
  - {up_to: 100 GBP,   by: service-desk}
  - {when: always, by: none}
  - {above: 10000 GBP, by: head-teacher, and: [business-manager]}
count: per supplier per month
own_requests: next step up
top_own_requests: chair-of-governors
keep_apart_from: [review-admin-use]
",
    );
    let by = |step: &ApprovalStep| step.by.word();
    assert_eq!(responsibility.approval.iter().map(by).collect::<Vec<_>>(), [None, Some("none"), None]);
    assert_eq!(responsibility.own_requests.unwrap().word(), Some("next step up"));
}

#[test]
fn a_policy_reads() {
    let policy: Policy = read(
        Kind::Policy,
        "
title: Keeping information private
type: confidentiality
summary: What IT staff may look at, when, and who checks them.
owner: it-manager
approver: head-teacher
version: 3
status: active
effective: 2025-07-01
last_review: 2025-06-02
review_every: 12 months
applies_to: [it]
read_by: everyone
acknowledge: {who: [it], within: 30 days, every: 12 months}
exceptions_by: head-teacher
ask: help-desk
report_to: [speak-up-people, speak-up-governors]
meets: [\"ISO27001:A.5.1\", \"ISO27001:A.6.6\"]
",
    );
    assert_eq!(policy.r#type, PolicyType::Confidentiality);
    assert!(policy.body.is_empty());
}

#[test]
fn a_channel_reads() {
    let channel: Channel = read(
        Kind::Channel,
        "
name: Report a concern to the people lead
use_for: Harassment, bullying, unfair treatment or breaking the rules.
kind: [speak-up]
how: Room 4, or concerns@brookfield.example
open_to: everyone
handled_by: [hr-lead]
if_about_handler: outside
anonymous: true
replies_within: 2 working days
result_within: 2 months
hidden_from_it: true
protects: respect
outside_help: ACAS helpline 0300 123 1100
works_without: [network, email]
owner: hr-lead
",
    );
    assert_eq!(channel.replies_within.span().map(|span| span.unit()), Some(TimeUnit::WorkingDay));
    assert_eq!(channel.open_to.as_slice()[0].word(), Some("everyone"));
    assert_eq!(channel.if_about_handler.unwrap().word(), Some("outside"));
    assert_eq!(ReplyTime::parse("none").unwrap().span(), None);
}
