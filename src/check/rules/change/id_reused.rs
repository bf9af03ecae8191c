//! `id-reused`: an id that went away earlier now names something else.

use crate::check::Check;
use crate::check::change::{ChangeCheck, Since, at_rest};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};
use crate::source::Kind;

static RULE: Rule = Rule {
    code: "id-reused",
    severity: Severity::Warning,
    summary: "an id that went away earlier now names something else",
    why: "old records, links and minutes that name the id would point to the wrong thing",
    explanation: "Looks up every id that comes with the change in the history before it, in the files of its kind. \
                  Something that comes back under its old name is fine. Where Git has only a part of the history, \
                  only that part is looked at.",
};

pub(super) static CHECK: ChangeCheck = ChangeCheck {
    check: Check {
        rule: &RULE,
        run: at_rest,
        thresholds: &[],
        failing: &[("roles.yaml", "- {id: byod, name: Bicycle warden, purpose: P., reports_to: none}\n")],
        passing: &[("roles.yaml", "- {id: bicycles, name: Bicycle warden, purpose: P., reports_to: none}\n")],
    },
    run,
    before: &[("roles.yaml", "[]\n")],
    author: "",
    earlier: &[(Kind::Role, "byod", "Keeper of own devices")],
};

fn run(since: &Since<'_>, findings: &mut Vec<Diagnostic>) {
    for earlier in &since.recorded.earlier {
        let (kind, id) = (earlier.kind, earlier.id.as_str());
        let registry = since.after.registry;
        let Some(named) = registry.find(kind, id) else { continue };
        let now = registry.title(kind, id, since.after.documents).unwrap_or_else(|| id.to_owned());
        if now.eq_ignore_ascii_case(&earlier.name) {
            continue;
        }
        let (file, span) = registry.place(named, since.after.documents);
        let gone = earlier.gone.map(|day| format!(" until {}", day.long())).unwrap_or_default();
        let message = format!("`{id}` named another {} before: “{}”{gone}", kind.name(), earlier.name);
        findings.push(
            Diagnostic::new(&RULE, message, Label::new(file, span, "used again"))
                .about(kind, id, "")
                .with_help("choose an id that was never used, so that what was written earlier stays true"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::check::rules::change::found;

    #[test]
    fn another_name_is_found_at_the_id_and_the_same_name_is_not() {
        let to = |name: &str| {
            let role = format!("- {{id: byod, name: {name}, purpose: P., reports_to: none}}\n");
            found(&CHECK, CHECK.before, &[("roles.yaml", &role)], "")
        };
        let wanted =
            ["roles.yaml:1:8 `byod` named another role before: “Keeper of own devices” until 1 March 2025"];
        assert_eq!(to("Bicycle warden"), wanted);
        assert!(to("Keeper of own devices").is_empty());
    }
}
