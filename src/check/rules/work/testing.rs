//! Rotas for the tests of rules.

/// Writes one rota; `more` is `people: […], second: […]`, each put on a line of its own from line 8 on.
pub(super) fn rota(id: &str, kind: &str, when: &str, more: &str) -> String {
    let more = more.replace("], ", "]\n  ");
    format!(
        "- id: {id}\n  name: Rota\n  kind: {kind}\n  covers: [network]\n  when: {when}\n  shift: 1 week\n  \
         starts: 2026-01-05\n  {more}\n  answers_within: 30 min\n  escalation: outage\n  in_return: A day off.\n"
    )
}
