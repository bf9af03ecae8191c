//! Single edits of the example school: what each means, in its class and its sentence.

/// A file, what is replaced in it and by what, and what is said of it.
pub(super) type Row = (&'static str, &'static str, &'static str, &'static [&'static str]);

pub(super) static ROWS: [Row; 45] = [
    (
        "policies/confidentiality.md",
        "only when the work needs it",
        "whenever we like",
        &["policy-meaning: S1 of *Keeping information private* changed; the version is still 3"],
    ),
    (
        "policies/confidentiality.md",
        "- **S5** Passwords, pupil data and supplier prices stay inside the school.\n",
        "",
        &["policy-meaning: S5 of *Keeping information private* is gone; the version is still 3"],
    ),
    (
        "policies/confidentiality.md",
        "We can open systems",
        "We are able to open systems",
        &["policy-wording: The words around the statements of *Keeping information private* changed"],
    ),
    (
        "policies/confidentiality.md",
        "version: 3",
        "version: 4",
        &["policy-meaning: *Keeping information private* is now version 4 (was 3)"],
    ),
    (
        "policies/confidentiality.md",
        "within: 30 days",
        "within: 90 days",
        &[
            "check-weakened: The time within which people say that they have read *Keeping information private* is now 90 days (was 30 days)",
        ],
    ),
    (
        "policies/confidentiality.md",
        "exceptions_by: head-teacher",
        "exceptions_by: it-manager",
        &[
            "check-weakened: The role that may allow exceptions to *Keeping information private* is now IT manager (was head teacher)",
        ],
    ),
    (
        "policies/confidentiality.md",
        "report_to: [speak-up-people, speak-up-trust]",
        "report_to: [speak-up-people]",
        &[
            "reporting-route: People can no longer say in *Report a concern outside the school* that *Keeping information private* was broken",
        ],
    ),
    (
        "policies/confidentiality.md",
        "status: active",
        "status: retired",
        &["policy-meaning: *Keeping information private* is now retired (was active)"],
    ),
    (
        "channels.yaml",
        "replies_within: 4 working hours",
        "replies_within: 2 working days",
        &[
            "check-weakened: At *Help desk*, the time until somebody answers is now 2 working days (was 4 working hours)",
        ],
    ),
    (
        "channels.yaml",
        "replies_within: 10 min",
        "replies_within: none",
        &[
            "check-weakened: At *Desk in the library*, the time until somebody answers is now never (was 10 minutes)",
        ],
    ),
    (
        "channels.yaml",
        "handled_by: [hr-lead]",
        "handled_by: [hr-lead, it-manager]",
        &[
            "reporting-route: What is reported in *Report a concern to the people lead* is now dealt with by IT manager",
        ],
    ),
    (
        "channels.yaml",
        "  anonymous: true\n",
        "",
        &[
            "reporting-route: People can no longer use *Report a concern to the people lead* without giving a name",
        ],
    ),
    (
        "channels.yaml",
        "Call 200, or go",
        "Call 300, or go",
        &[
            "editorial: How to reach *Help desk* is now “Call 300, or go to help.brookfield.example” (was “Call 200, or go to help.brookfield.example”)",
        ],
    ),
    (
        "access.yaml",
        "can_see: [systems-technician]\n",
        "can_see: [systems-technician, service-desk]\n",
        &["power-widened: Service desk lead can now see *Staff email*"],
    ),
    (
        "access.yaml",
        "  checked_by: information-officer\n",
        "",
        &[
            "check-weakened: Nobody checks any more who looked at *Staff email* (was school information officer)",
        ],
    ),
    (
        "access.yaml",
        "checked_every: 1 month",
        "checked_every: 1 term",
        &["check-weakened: Looks at *Staff email* are now checked every 1 term (was every 1 month)"],
    ),
    (
        "access.yaml",
        "checked_by: slt-digital-lead",
        "checked_by: it-manager",
        &["check-weakened: IT manager now checks who looked at *Pupil record system* (was digital lead)"],
    ),
    (
        "access.yaml",
        "emergency: {allowed: false}",
        "emergency: {allowed: true}",
        &["power-widened: One may now look at *Staff email* in an emergency without asking first"],
    ),
    (
        "access.yaml",
        "kept_for: 90 days",
        "kept_for: 12 months",
        &["power-widened: How long *Internet filter and firewall* is kept is now 12 months (was 90 days)"],
    ),
    (
        "escalations.yaml",
        "who: service-desk, wait: 2 min",
        "who: service-desk, wait: 1 hour",
        &[
            "check-weakened: How long to wait after service desk lead in *A lesson has stopped* is now 1 hour (was 2 minutes)",
        ],
    ),
    (
        "escalations.yaml",
        "    - {who: systems-technician, wait: 3 min}\n",
        "",
        &["check-weakened: *A lesson has stopped* no longer has the step systems technician"],
    ),
    (
        "escalations.yaml",
        "{who: hr-lead, wait: 2 working days}",
        "{who: it-manager, wait: 2 working days}",
        &["reporting-route: Step 1 of *Nobody has answered my concern* is now IT manager (was people lead)"],
    ),
    (
        "worklife.yaml",
        "week: 48 hours",
        "week: 60 hours",
        &["check-weakened: The most hours in a week is now 60 hours (was 48 hours)"],
    ),
    (
        "worklife.yaml",
        "rest_between_days: 11 hours, ",
        "",
        &["check-weakened: The shortest rest between two days of work is no longer said (was 11 hours)"],
    ),
    ("worklife.yaml", "days: 27", "days: 25", &["reward: The days off in a year is now 25 (was 27)"]),
    (
        "worklife.yaml",
        "  - {name: Occupational health, how: Ask the people lead, confidential: true, cost: free}\n",
        "",
        &["check-weakened: People can no longer find support at “Occupational health”"],
    ),
    (
        "rewards.yaml",
        "max: 46000 GBP",
        "max: 60000 GBP",
        &["reward: The highest pay in the grade *Manager* is now 60,000 GBP (was 46,000 GBP)"],
    ),
    (
        "rewards.yaml",
        "may_talk_about_pay: true",
        "may_talk_about_pay: false",
        &["reward: Whether people may talk about their pay is now no (was yes)"],
    ),
    (
        "growth.yaml",
        "required: true, ",
        "",
        &["check-weakened: Nobody has to do *Data protection at school* any more"],
    ),
    (
        "rotas.yaml",
        "people: [chloe-martin, ella-novak, ben-hughes, dev-patel]",
        "people: [ella-novak, chloe-martin, ben-hughes, dev-patel]",
        &["people: The order of turns in *Early desk* is another"],
    ),
    (
        "exceptions/backup-separation.yaml",
        "until: 2027-08-31",
        "until: 2028-08-31",
        &[
            "check-weakened: The last day of the exception `backup-separation` is now 31 August 2028 (was 31 August 2027)",
        ],
    ),
    (
        "acknowledgements/ella-novak.yaml",
        "- {policy: monitoring, version: 1, date: 2026-09-02}\n",
        "- {policy: monitoring, version: 1, date: 2026-09-02}\n- {policy: pay, version: 1, date: 2026-11-20}\n",
        &["record: Ella Novak says that they have read *How pay is set*, version 1"],
    ),
    (
        "acknowledgements/ella-novak.yaml",
        "{policy: respect, version: 2, date: 2026-09-02}",
        "{policy: respect, version: 3, date: 2026-09-02}",
        &["record: The record that Ella Novak has read *Respect at work*, version 3 was edited"],
    ),
    (
        "kudos/2026.yaml",
        "- {date: 2026-02-06, to: [it], from: \"The exams office\", for: \"Every mock exam started on time, in every room.\", ok_to_share: true}\n",
        "",
        &["record: A thank-you to IT team was taken out"],
    ),
    (
        "services.yaml",
        "takes: 15 min",
        "takes: 1 hour",
        &["check-weakened: How long *I forgot my password* takes is now 1 hour (was 15 minutes)"],
    ),
    (
        "glossary.yaml",
        "A guard that decides",
        "A wall that decides",
        &[
            "editorial: The meaning of *firewall* is now “A wall that decides what may come in from the internet and go out to it.” (was “A guard that decides what may come in from the internet and go out to it.”)",
        ],
    ),
    (
        "norms.yaml",
        "We say thank you when something works well.",
        "We say thank you when something works.",
        &[
            "policy-meaning: A promise now reads “We say thank you when something works.” (was “We say thank you when something works well.”)",
        ],
    ),
    (
        "meetings.yaml",
        "  private: true\n",
        "",
        &["check-weakened: What is said in *One-to-one* no longer stays there"],
    ),
    (
        "teams.yaml",
        "lead: it-manager",
        "lead: service-desk",
        &["accountability-moved: The role that leads IT team is now service desk lead (was IT manager)"],
    ),
    (
        "pages/your-first-day.md",
        "",
        "\nOne more line.\n",
        &["editorial: The text of the page `your-first-day` has new words"],
    ),
    (
        ".itcharter.yaml",
        "",
        "rules:\n  sod: off\n",
        &["check-weakened: Findings of `sod` now count as `off` (was `note`, `warning` and `error`)"],
    ),
    (
        ".itcharter.yaml",
        "",
        "rules:\n  bus-factor-one: error\n",
        &["check-strengthened: Findings of `bus-factor-one` now count as `error` (was `warning`)"],
    ),
    (
        ".itcharter.yaml",
        "",
        "profile: [eu]\n",
        &["check-weakened: The settings now take the profiles “eu” (was as the charter says)"],
    ),
    (
        ".itcharter.yaml",
        "",
        "own-rules:\n- {code: own-x, for: role, assert: this.backup, message: m, severity: note, why: w}\n",
        &["check-strengthened: The charter now has the rule `own-x` of its own"],
    ),
    (
        "templates/page.html.jinja",
        "",
        "<script>x</script>",
        &["template: The template `templates/page.html.jinja` is new"],
    ),
];
