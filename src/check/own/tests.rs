//! The charter's own rules, from the settings to the findings.

mod hostile;

use crate::check::{self, Context, Texts, Thresholds};
use crate::config;
use crate::diagnostic::{Diagnostic, sort};
use crate::document;
use crate::model;
use crate::model::value::Date;
use crate::source::{LineIndex, Snapshot};

const ROLES: &str = "\
- {id: head, name: Head, purpose: Lead., reports_to: none, filled_by: ada}
- {id: desk, name: Desk, purpose: Help., reports_to: head, filled_by: vacant, critical: true}
- {id: net, name: Net, purpose: Keep., reports_to: head, filled_by: [ada], backup: ben}
";
const PEOPLE: &str = "\
- {id: ada, name: A, email: a@x.example, started: 2020-01-01}
- {id: ben, name: B, email: b@x.example, started: 2020-01-01}
";

/// The small charter with these settings; more files replace those of the same path.
fn texts<'a>(settings: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let small = [(".itcharter.yaml", settings), ("people.yaml", PEOPLE), ("roles.yaml", ROLES)];
    let kept = small.into_iter().filter(|(path, _)| more.iter().all(|(other, _)| other != path));
    kept.chain(more.iter().copied()).collect()
}

/// Runs everything over a small charter with these settings and more files; what rules of ours find is left out.
fn all(settings: &str, more: &[(&str, &str)]) -> Vec<Diagnostic> {
    let texts = texts(settings, more);
    let snapshot = Snapshot::from_texts(texts.iter().copied());
    let (documents, unread) = document::read(&snapshot);
    assert!(unread.iter().all(|finding| finding.rule.code == "yaml-surprise"), "{unread:#?}");
    let (settings, mut findings) = config::read(&snapshot, &documents, check::known());
    let model = model::build(&snapshot, &documents);
    let context = Context {
        snapshot: &snapshot,
        documents: &documents,
        registry: &model.registry,
        charter: &model.charter,
        as_of: Date::parse("2026-01-31").unwrap(),
        thresholds: &Thresholds::default(),
        settings: &settings,
        texts: &Texts::default(),
    };
    findings.extend(check::run(&context));
    check::set_levels(&mut findings, &context);
    let mut outcome = check::waive(&context, findings);
    sort(&mut outcome.findings);
    outcome.findings
}

/// Returns the findings of own rules and about settings and exceptions, in lines.
fn found(settings: &str, more: &[(&str, &str)]) -> Vec<String> {
    let ours = ["own", "settings", "value"];
    let kept = all(settings, more);
    let kept = kept.iter().filter(|finding| {
        ours.contains(&finding.rule.group())
            || ["exception-unused", "exception-unknown-rule"].contains(&finding.rule.code)
    });
    let texts = texts(settings, more);
    let snapshot = Snapshot::from_texts(texts.iter().copied());
    kept.map(|finding| {
        let file = snapshot.file(finding.primary.file);
        let place = LineIndex::new(&file.text).position(&file.text, finding.primary.span.start as usize);
        let (path, severity, code) = (&file.path, finding.severity, finding.rule.code);
        format!("{path}:{}:{} {severity} {code}: {}", place.line, place.column, finding.message)
    })
    .collect()
}

/// Settings with one rule about roles.
fn rule(fields: &str) -> String {
    let all = [
        ("code", "own-a"),
        ("for", "role"),
        ("assert", "this.id is undefined"),
        ("message", "m"),
        ("severity", "note"),
        ("why", "Because."),
    ];
    let written = |name: &str| fields.lines().any(|line| line.starts_with(&format!("{name}:")));
    let missing = all.iter().filter(|(name, _)| !written(name));
    let mut lines: Vec<String> = fields.lines().map(str::to_owned).collect();
    lines.extend(missing.map(|(name, value)| format!("{name}: {value}")));
    format!("own-rules:\n  - {}\n", lines.join("\n    "))
}

/// What is found for one expression: the messages of an own rule, or what is wrong.
fn asserted(expression: &str) -> Vec<String> {
    found(&rule(&format!("assert: \"{expression}\"\nmessage: '{{{{ this.id }}}}'")), &[])
        .iter()
        .map(|line| {
            line.split_once(' ').unwrap().1.replace("settings-own-rule-", "").replace("note own-a: ", "")
        })
        .collect()
}

/// The ids of the roles of which an expression holds.
fn holds(expression: &str) -> String {
    let broken = asserted(expression);
    assert!(broken.iter().all(|line| !line.contains(' ')), "{broken:?}");
    ["head", "desk", "net"]
        .into_iter()
        .filter(|id| !broken.iter().any(|line| line == id))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_rule_finds_what_does_not_hold_where_it_is_written() {
    let settings = rule(
        "where: this.reports_to == 'head'\nassert: this.backup is defined\nat: filled_by\n\
         message: '`{{ this.id }}` has no backup'\nseverity: warning\nhelp: Name one.",
    );
    let findings = all(&settings, &[]);
    let own: Vec<&Diagnostic> = findings.iter().filter(|finding| finding.rule.group() == "own").collect();
    assert_eq!(found(&settings, &[]), ["roles.yaml:2:71 warning own-a: `desk` has no backup"]);
    assert_eq!(own[0].help.as_deref(), Some("Name one."));
    assert_eq!((own[0].rule.why, own[0].rule.summary), ("Because.", "`…` has no backup"));
    let subject = own[0].subject.as_ref().unwrap();
    assert_eq!(
        (subject.kind.name(), subject.id.as_str(), subject.field.as_str()),
        ("role", "desk", "filled_by")
    );
}

#[test]
fn expressions_see_the_fields_the_collections_and_the_day() {
    for (expression, wanted) in [
        ("this.backup", "net"),
        ("this.backup is defined", "net"),
        ("not this.backup", "head desk"),
        ("this.critical", "desk"),
        ("this.team == 'it'", ""),
        ("this.team != 'it' and 'x' not in this.may and this.seats < 1", "head desk net"),
        ("this.critical == false", "head net"),
        ("'ada' in this.filled_by", "head net"),
        ("this.filled_by is vacant", "desk"),
        ("this.filled_by|first == 'ada'", "head net"),
        ("this['id'] == 'net'", "net"),
        ("holders(this.id)|length == 1", "head net"),
        ("roles|selectattr('reports_to', 'eq', this.id)|length == 2", "head"),
        ("this.id in roles|map(attribute='reports_to')", "head"),
        ("as_of == '2026-01-31' and as_of > '2025-12-31'", "head desk net"),
        ("days_until('2026-02-10') == 10 and days_until('2026-01-30') == -1", "head desk net"),
        ("words(this.purpose + ' Gladly.')|join('-')|lower == 'help.-gladly.'", "desk"),
        ("people|length == 2 and (people|last).id == 'ben'", "head desk net"),
        ("(people|map(attribute='id')|sort|unique|join) == 'adaben'", "head desk net"),
        ("charter is undefined and this.seats|default(1) == 1", "head desk net"),
        ("[3, 1, 2]|max == 3 and [3, 1]|min == 1 and [1, 2]|sum == 3", "head desk net"),
        ("['b', 'a']|reject('eq', 'a')|first == 'b'", "head desk net"),
        ("(this.name|upper) == 'NET' if this.backup else true", "head desk net"),
        ("1 < 2 <= 2 and 7 // 2 == 3 and 7 % 2 == 1", "head desk net"),
    ] {
        assert_eq!(holds(expression), wanted, "{expression}");
    }
}

#[test]
fn what_is_not_known_is_found_at_its_place_when_the_settings_are_read() {
    for (expression, wanted) in [
        ("this.backupp", "4:19 error expression: there is no field `backupp`"),
        ("this.id and this['nme']", "4:32 error expression: there is no field `nme`"),
        ("roles|selectattr('nam')", "4:32 error expression: there is no field `nam`"),
        ("(roles|first).nam", "4:28 error expression: there is no field `nam`"),
        ("rols|length", "4:14 error expression: no name is called `rols`"),
        ("this.id|lowr", "4:22 error expression: no filter is called `lowr`"),
        ("this.id is odd", "4:25 error expression: no test is called `odd`"),
        ("range(10**9)", "4:14 error expression: no function is called `range`"),
        ("this.id.x", "4:22 error expression: this value has no field `x`"),
        ("this.expect.x", "4:26 error expression: a list has no field `x`"),
        ("roles|select('matches', 'a')", "4:28 error expression: no comparison is called `matches`"),
        ("this.id ==", "4:"),
        ("self", "4:14 error expression: no name is called `self`"),
        ("this.__class__", "4:19 error expression: there is no field `__class__`"),
        ("this.id.upper()", "4:21 error expression: only functions can be called"),
        ("this[this.id]", "4:19 error expression: only a name or a number can stand in square brackets"),
        ("this.id[:2]", "4:18 error expression: parts of lists and texts"),
    ] {
        let lines = found(&rule(&format!("code: own-a\nfor: role\nassert: \"{expression}\"")), &[]);
        let said = lines[0].replace(".itcharter.yaml:", "").replace("settings-own-rule-", "");
        assert!(said.starts_with(wanted), "{expression}: {said}");
    }
}

#[test]
fn a_slip_has_its_suggestion() {
    let findings = all(&rule("assert: this.backupp"), &[]);
    let slip = findings.iter().find(|finding| finding.rule.group() == "settings").unwrap();
    assert_eq!(slip.help.as_deref(), Some("did you mean `backup`?"));
    let line = found(&rule("at: backupp"), &[]).remove(0);
    assert_eq!(line, ".itcharter.yaml:2:9 error settings-own-rule-expression: there is no field `backupp`");
}

#[test]
fn names_must_start_with_own_and_be_used_once() {
    let code = |code: &str| found(&rule(&format!("code: {code}")), &[]);
    for wrong in ["role-vacant", "own-", "own-A", "own-a_b", "own--a"] {
        let wanted = format!(
            ".itcharter.yaml:2:11 error settings-own-rule-bad: `{wrong}` is not the code of an own rule"
        );
        assert_eq!(code(wrong), [wanted]);
    }
    let twice =
        rule("assert: this.id is defined") + &rule("assert: this.id is defined").replace("own-rules:\n", "");
    let wanted = [".itcharter.yaml:8:11 error settings-own-rule-bad: two rules are called `own-a`"];
    let lines = found(&twice, &[]);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].ends_with(wanted[0].split_once(' ').unwrap().1), "{lines:?}");
    let unknown = found(&rule("for: rol"), &[]);
    assert_eq!(unknown, [".itcharter.yaml:2:10 error value-bad: `rol` is not a value of `for`"]);
}

/// An exception to a rule at the role `desk`.
fn exception(rule: &str) -> String {
    format!(
        "breaks: {{rule: {rule}, target: desk}}\nwhy: W\nrisk: R\ninstead: I\napproved_by: ada\n\
         approved: 2025-09-01\nuntil: 2026-08-31\n"
    )
}

#[test]
fn exceptions_set_own_findings_aside_and_are_said_when_nothing_needs_them() {
    let lines = |settings: &str, code: &str| found(settings, &[("exceptions/e.yaml", &exception(code))]);
    let vacant = rule("assert: not this.filled_by is vacant");
    assert_eq!(found(&vacant, &[]), ["roles.yaml:2:4 note own-a: m"]);
    assert!(lines(&vacant, "own-a").is_empty());
    let unused = [
        "exceptions/e.yaml:1:10 warning exception-unused: `own-a` finds nothing at `desk`, so exception `e` \
                   silences nothing",
    ];
    let fine = rule("assert: this.id is defined");
    assert_eq!(lines(&fine, "own-a"), unused);
    assert_eq!(
        lines(&fine, "own-b"),
        ["exceptions/e.yaml:1:16 error exception-unknown-rule: no rule is called `own-b`"]
    );
}

#[test]
fn an_exception_to_a_rule_that_cannot_be_used_is_left_alone() {
    for broken in ["assert: this.idd", "assert: this.id|sum > 1"] {
        let lines = found(&rule(broken), &[("exceptions/e.yaml", &exception("own-a"))]);
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(lines[0].contains("settings-own-rule-"), "{lines:?}");
    }
    let lines = found(&rule("severity: loud"), &[("exceptions/e.yaml", &exception("own-a"))]);
    assert_eq!(lines, [".itcharter.yaml:2:15 error value-bad: `loud` is not a value of `severity`"]);
}

#[test]
fn settings_give_own_rules_their_levels() {
    let level = |rules: &str| {
        let lines = found(&format!("rules: {rules}\n{}", rule("assert: not this.filled_by is vacant")), &[]);
        lines.iter().map(|line| line.split_once(' ').unwrap().1.to_owned()).collect::<Vec<_>>().join(";")
    };
    assert_eq!(level("{own-a: error}"), "error own-a: m");
    assert_eq!(level("{own: warning}"), "warning own-a: m");
    assert_eq!(level("{own-a: off}"), "");
    assert_eq!(
        level("{own-b: off}"),
        "error settings-unknown-rule: no rule or group of rules is called `own-b`"
    );
}

#[test]
fn what_fails_is_said_once_at_the_expression() {
    for (expression, wanted) in [
        ("this.needs.skills", "it uses a field that is not written"),
        ("this.id + 1 == 2", "tried to use + operator on unsupported types string and number"),
        ("this.id|sum > 1", "this needs a list, but got text"),
        ("roles|sum > 1", "only numbers can be added up"),
        ("days_until(this.id) > 1", "`head` is not a date"),
        ("holders('x')", "no role is called `x`"),
        ("1 / 0 > 1", "unable to calculate 1 / 0"),
        ("roles|join", "a group of fields cannot be written as text"),
        ("words(9)", "this needs text, but got a number"),
        ("this.id|lower(1)", ""),
        ("roles|map(x='id')", ""),
    ] {
        let lines = found(&rule(&format!("code: own-a\nassert: \"{expression}\"")), &[]);
        let start = ".itcharter.yaml:3:13 error settings-own-rule-failed: `own-a` could not be worked out for role `head`: ";
        assert_eq!(lines.len(), 1, "{expression}: {lines:?}");
        assert!(lines[0].starts_with(&format!("{start}{wanted}")), "{expression}: {lines:?}");
    }
    let lines = found(&rule("message: '{{ roles }}'"), &[]);
    assert_eq!(
        lines,
        [
            ".itcharter.yaml:2:14 error settings-own-rule-failed: `own-a` could not be worked out for role `head`: a list \
          cannot be written as text"
        ]
    );
}
