//! `speak-up-too-slow`: whoever reports a concern waits too long for an answer or a result.

use crate::check::routes::speak_up;
use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};
use crate::model::value::{TimeSpan, TimeUnit};
use crate::source::Kind;

static RULE: Rule = Rule {
    code: "speak-up-too-slow",
    severity: Severity::Warning,
    summary: "whoever reports a concern waits too long for an answer or a result",
    why: "people who hear nothing think that nobody cares; Directive 2019/1937, article 9(1)(b) and (f), gives seven \
          days to say that a report has arrived and three months to say what came of it",
    explanation: "Compares `replies_within` of channels of the kind `speak-up` with 7 days, and `result_within` with 3 \
                  months (Directive 2019/1937). Working time counts as it passes: five working days are a week. The \
                  `headcount` is the size from which a profile may make this an error. This is not legal advice.",
};

/// How long an answer may take.
static ANSWER: Threshold = Threshold {
    name: "speak-up-too-slow.days",
    default: 7.0,
    counts: "days until somebody says that a report has arrived",
    source: "Directive 2019/1937, article 9(1)(b)",
};

/// How long a result may take.
static RESULT: Threshold = Threshold {
    name: "speak-up-too-slow.months",
    default: 3.0,
    counts: "months until the person hears what came of it",
    source: "Directive 2019/1937, article 9(1)(f)",
};

/// The size from which the law asks for ways to report.
static SIZE: Threshold = Threshold {
    name: "speak-up-too-slow.headcount",
    default: 50.0,
    counts: "people in the organisation from which this is an error",
    source: "Directive 2019/1937, article 8(3)",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&ANSWER, &RESULT, &SIZE],
    failing: &[
        (
            "channels.yaml",
            "\
- id: concerns
  name: Report a concern
  use_for: Anything unfair.
  kind: [speak-up]
  how: Room 4
  open_to: everyone
  replies_within: 10 working days
  owner: people-lead
  handled_by: [people-lead]
",
        ),
    ],
    passing: &[
        (
            "channels.yaml",
            "\
- id: concerns
  name: Report a concern
  use_for: Anything unfair.
  kind: [speak-up]
  how: Room 4
  open_to: everyone
  replies_within: 5 working days
  owner: people-lead
  handled_by: [people-lead]
",
        ),
    ],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for channel in speak_up(context) {
        let mut report = |field: &str, message: String, limit: (&Threshold, TimeUnit)| {
            let label = context.label(channel.entry, field, "too long");
            let finding = fix(context, Diagnostic::new(&RULE, message, label.clone()), label, limit)
                .about(Kind::Channel, &channel.id, field);
            findings.push(finding);
        };
        let answer = (&ANSWER, TimeUnit::Day);
        match channel.replies_within.span() {
            None => report("replies_within", "nobody answers whoever reports a concern here".to_owned(), answer),
            Some(reply) if exceeds(context, reply, answer) => {
                let message = format!(
                    "whoever reports a concern here waits {reply} for an answer, longer than {} days",
                    context.threshold(&ANSWER)
                );
                report("replies_within", message, answer);
            }
            Some(_) => {}
        }
        let result = (&RESULT, TimeUnit::Month);
        if let Some(span) = channel.result_within.filter(|span| exceeds(context, *span, result)) {
            let message = format!(
                "whoever reports a concern here waits {span} for the result, longer than {} months",
                context.threshold(&RESULT)
            );
            report("result_within", message, result);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "no length of time has so many minutes")]
fn exceeds(context: &Context<'_>, span: TimeSpan, (limit, unit): (&Threshold, TimeUnit)) -> bool {
    let unit = TimeSpan::new(1, unit).approximate_elapsed_minutes() as f64;
    span.approximate_elapsed_minutes() as f64 > context.threshold(limit) * unit
}

/// Adds a fix that promises as long as the limit allows, where that is a whole number.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the number is whole and small")]
fn fix(context: &Context<'_>, finding: Diagnostic, at: Label, (limit, unit): (&Threshold, TimeUnit)) -> Diagnostic {
    let count = context.threshold(limit);
    let finding = finding.with_help("promise an earlier answer, and make sure that it can be kept");
    if count.fract() != 0.0 || !(1.0..1000.0).contains(&count) {
        return finding;
    }
    let span = TimeSpan::new(count as u32, unit).to_string();
    finding.with_fix(format!("promise {span}"), at.file, at.span, span)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{findings, in_full};

    fn found(reply: &str, result: &str) -> Vec<String> {
        let channel = format!(
            "- {{id: c, name: C, use_for: U, kind: [speak-up], how: H, open_to: everyone, owner: r, \
             replies_within: {reply}, result_within: {result}}}\n"
        );
        findings(&RULE, &[("channels.yaml", &channel)])
    }

    #[test]
    fn an_answer_takes_at_most_a_week() {
        let wanted = ["channels.yaml:1:103 whoever reports a concern here waits 8 days for an answer, longer than 7 days"];
        assert_eq!(found("8 days", "1 month"), wanted);
        assert_eq!(found("6 working days", "1 month").len(), 1);
        let wanted = ["channels.yaml:1:103 nobody answers whoever reports a concern here"];
        assert_eq!(found("none", "1 month"), wanted);
        assert!(found("7 days", "1 month").is_empty());
        assert!(found("5 working days", "1 month").is_empty());
    }

    #[test]
    fn a_result_takes_at_most_three_months() {
        let wanted = ["channels.yaml:1:126 whoever reports a concern here waits 1 term for the result, longer than 3 months"];
        assert_eq!(found("7 days", "1 term"), wanted);
        assert!(found("7 days", "3 months").is_empty());
        assert!(found("7 days", "90 days").is_empty());
    }

    #[test]
    fn a_promise_is_offered_where_the_limit_is_a_whole_number() {
        let channel = "- {id: c, name: C, use_for: U, kind: [speak-up], how: H, open_to: everyone, owner: r, \
                       replies_within: 9 days}\n";
        let fixes = |limit: &str| {
            let settings = format!("thresholds: {{speak-up-too-slow.days: {limit}}}\n");
            let told = in_full(&RULE, &[(".itcharter.yaml", &settings), ("channels.yaml", channel)]);
            told.into_iter().filter(|line| line.starts_with("  fix")).collect::<Vec<String>>()
        };
        assert_eq!(fixes("7"), ["  fix promise 7 days"]);
        assert!(fixes("7.5").is_empty());
    }
}
