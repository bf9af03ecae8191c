//! `rota-nothing-in-return`: being on call earns nothing.

use crate::check::wording::says_nothing;
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kinds::RotaKind;

static RULE: Rule = Rule {
    code: "rota-nothing-in-return",
    severity: Severity::Warning,
    summary: "being on call earns nothing",
    why: "Google's guide to reliable services (chapter 11) asks for time off or pay for work outside working hours; \
          without it, evenings are taken for nothing",
    explanation: "Looks at `in_return` of rotas of the kind `on-call` for words that say nothing, such as `none`, \
                  `n/a` or `tbd`. A field that is left out is reported as `key-missing`.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("rotas.yaml", "\
- id: evenings
  name: Evenings
  kind: on-call
  covers: [network]
  when: Mon-Fri 16:30-18:00
  shift: 1 week
  starts: 2026-01-05
  people: [ada, bob, cyd, dee]
  answers_within: 30 min
  escalation: outage
  in_return: none
")],
    passing: &[("rotas.yaml", "\
- id: evenings
  name: Evenings
  kind: on-call
  covers: [network]
  when: Mon-Fri 16:30-18:00
  shift: 1 week
  starts: 2026-01-05
  people: [ada, bob, cyd, dee]
  answers_within: 30 min
  escalation: outage
  in_return: Two hours off for every evening called.
")],
};

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let on_call = context.charter.rotas.iter().filter(|rota| rota.kind == RotaKind::OnCall);
    for rota in on_call.filter(|rota| says_nothing(&rota.in_return)) {
        let message = format!("people on call in `{}` get nothing in return", rota.id);
        findings.push(
            context
                .finding(&RULE, rota, "in_return", message, "no pay and no time off")
                .with_help("agree on pay or time off, with a limit, and write it here"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::work::testing::rota;
    use crate::check::testing::findings;

    fn found(kind: &str, in_return: &str) -> Vec<String> {
        let text = rota("a", kind, "always", "people: [ada]").replace("A day off.", in_return);
        findings(&RULE, &[("rotas.yaml", &text)])
    }

    #[test]
    fn fillers_are_nothing_and_deeds_are_something() {
        assert_eq!(found("on-call", "Nothing."), ["rotas.yaml:11:14 people on call in `a` get nothing in return"]);
        assert!(found("on-call", "Nothing but thanks and 50 GBP.").is_empty());
        assert!(found("desk", "none").is_empty());
    }
}
