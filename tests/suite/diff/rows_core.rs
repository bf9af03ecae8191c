//! Single edits of the example school: what each means, in its class and its sentence.

/// A file, what is replaced in it and by what, what is said of it, and the seats for each class with who can take them.
pub(super) type Row =
    (&'static str, &'static str, &'static str, &'static [&'static str], &'static [&'static str]);

pub(super) static ROWS: [Row; 43] = [
    (
        "responsibilities.yaml",
        "up_to: 100 GBP, by: service-desk",
        "up_to: 500 GBP, by: service-desk",
        &[
            "power-widened: Service desk lead may now approve 500 GBP (was 100 GBP) for *Buy equipment and software*",
        ],
        &["it-manager (amara-okafor)"],
    ),
    (
        "responsibilities.yaml",
        "up_to: 100 GBP, by: service-desk",
        "up_to: 50 GBP, by: service-desk",
        &[
            "power-narrowed: Service desk lead may now approve 50 GBP (was 100 GBP) for *Buy equipment and software*",
        ],
        &["it-manager (amara-okafor)"],
    ),
    (
        "responsibilities.yaml",
        "up_to: 100 GBP, by: service-desk",
        "up_to: 100 EUR, by: service-desk",
        &[
            "power-widened: Service desk lead may now approve 100 EUR (was 100 GBP) for *Buy equipment and software*",
        ],
        &["it-manager (amara-okafor)"],
    ),
    (
        "responsibilities.yaml",
        "    - {up_to: 1000 GBP, by: it-manager}\n    - {up_to: 10000",
        "    - {up_to: 10000",
        &["power-narrowed: IT manager may no longer approve *Buy equipment and software* (was 1,000 GBP)"],
        &["it-manager (amara-okafor)"],
    ),
    (
        "responsibilities.yaml",
        ", by: head-teacher, and: [chair-of-governors]}",
        ", by: head-teacher}",
        &[
            "check-weakened: Where head teacher approves *Buy equipment and software*, chair of governors no longer has to agree too",
        ],
        &["chair-of-governors (ruth-cole) + it-manager (amara-okafor)"],
    ),
    (
        "responsibilities.yaml",
        "    - {above: 1000 GBP, by: hr-lead}\n",
        "",
        &[
            "check-weakened: It is no longer said who must agree to the largest amounts for *Say yes to a course or a conference*",
            "power-narrowed: People lead may no longer approve *Say yes to a course or a conference* (was any amount)",
        ],
        &["head-teacher (grace-lewis)", "hr-lead (nina-shah)"],
    ),
    (
        "responsibilities.yaml",
        "{when: in lessons, by: slt-digital-lead}",
        "{when: in lessons, by: it-manager}",
        &[
            "power-widened: IT manager may now approve *Change the network* in lessons",
            "power-narrowed: Digital lead may no longer approve *Change the network* in lessons",
        ],
        &["slt-digital-lead (omar-farah)", "it-manager (amara-okafor)"],
    ),
    (
        "responsibilities.yaml",
        "    - {when: in public exams, by: none}\n",
        "",
        &["check-weakened: *Change the network* in public exams is no longer forbidden"],
        &["slt-digital-lead (omar-farah)"],
    ),
    (
        "responsibilities.yaml",
        "{when: in public exams, by: none}",
        "{when: in public exams, by: head-teacher}",
        &[
            "power-widened: Head teacher may now approve *Change the network* in public exams",
            "check-weakened: *Change the network* in public exams is no longer forbidden",
        ],
        &["slt-digital-lead (omar-farah)", "slt-digital-lead (omar-farah)"],
    ),
    (
        "responsibilities.yaml",
        "  approval:\n    - {when: always, by: head-teacher, and: [data-protection-officer]}\n",
        "",
        &[
            "check-weakened: *Open a person's mailbox or files without them* no longer needs anybody's approval (was data protection officer and head teacher)",
        ],
        &["chair-of-governors (ruth-cole)"],
    ),
    (
        "responsibilities.yaml",
        "accountable: it-manager\n  consulted: [business",
        "accountable: business-manager\n  consulted: [business",
        &[
            "accountability-moved: *Buy equipment and software* is now answered for by business manager (was IT manager)",
        ],
        &["it-manager (amara-okafor) + business-manager (tom-reed)"],
    ),
    (
        "responsibilities.yaml",
        "responsible: [service-desk]\n",
        "responsible: [service-desk, apprentice]\n",
        &["accountability-moved: *Buy equipment and software* is now done by IT apprentice"],
        &["it-manager (amara-okafor)"],
    ),
    (
        "responsibilities.yaml",
        "  consulted: [business-manager]\n",
        "",
        &["check-weakened: Business manager is no longer asked before *Buy equipment and software*"],
        &["business-manager (tom-reed)"],
    ),
    (
        "responsibilities.yaml",
        "  own_requests: next step up\n",
        "",
        &[
            "check-weakened: Who decides on *Buy equipment and software* when the one who would decide asks for themselves is no longer said (was the next step up)",
        ],
        &["slt-digital-lead (omar-farah)"],
    ),
    (
        "responsibilities.yaml",
        "top_own_requests: chair-of-governors",
        "top_own_requests: head-teacher",
        &[
            "check-weakened: Who decides on *Buy equipment and software* when the last step asks for itself is now head teacher (was chair of governors)",
        ],
        &["chair-of-governors (ruth-cole) + it-manager (amara-okafor)"],
    ),
    (
        "responsibilities.yaml",
        "  keep_apart_from: [pay-supplier]\n",
        "",
        &[
            "check-weakened: The same people may now have both *Buy equipment and software* and *Pay a supplier's bill*",
        ],
        &["head-teacher (ruth-cole)"],
    ),
    (
        "responsibilities.yaml",
        "  count: per supplier per month       # small orders add up, so nobody splits one\n",
        "",
        &[
            "check-weakened: How small orders add up for *Buy equipment and software* is no longer said (was “per supplier per month”)",
        ],
        &["slt-digital-lead (omar-farah)"],
    ),
    (
        "roles/service-desk.yaml",
        "  - Lend equipment for up to one week.\n",
        "  - Lend equipment for up to one week.\n  - Give administrator rights.\n",
        &["power-widened: Service desk lead may now decide alone: “Give administrator rights.”"],
        &["it-manager (amara-okafor)"],
    ),
    (
        "roles/service-desk.yaml",
        "up to one week",
        "up to one year",
        &[
            "power-widened: What service desk lead may decide alone now reads “Lend equipment for up to one year.” (was “Lend equipment for up to one week.”)",
        ],
        &["it-manager (amara-okafor)"],
    ),
    (
        "roles/service-desk.yaml",
        "  - Before lending equipment for more than a week.\n",
        "",
        &[
            "power-widened: Service desk lead no longer has to ask: “Before lending equipment for more than a week.”",
        ],
        &["it-manager (amara-okafor)"],
    ),
    (
        "roles/service-desk.yaml",
        "  - Ask anyone for their password.\n",
        "",
        &["power-widened: Service desk lead is no longer forbidden to: “Ask anyone for their password.”"],
        &["it-manager (amara-okafor)"],
    ),
    (
        "roles/service-desk.yaml",
        "cap: 50 GBP",
        "cap: 500 GBP",
        &["power-widened: Dev Patel may now approve up to 500 GBP as service desk lead (was 50 GBP)"],
        &["it-manager (amara-okafor)"],
    ),
    (
        "roles/service-desk.yaml",
        ", cap: 50 GBP",
        "",
        &[
            "power-widened: Nothing limits any more what Dev Patel may approve as service desk lead (was 50 GBP)",
        ],
        &["it-manager (amara-okafor)"],
    ),
    (
        "roles/service-desk.yaml",
        "until: 2027-02-12",
        "until: 2027-03-12",
        &[
            "people: Dev Patel stands in as service desk lead from 11 Jan to 12 Mar 2027 (was from 11 Jan to 12 Feb 2027)",
        ],
        &["it-manager (amara-okafor)"],
    ),
    (
        "roles/systems-technician.yaml",
        "filled_by: ben-hughes",
        "filled_by:\n  - ben-hughes\n  - {person: ella-novak, from: 2026-02-02, until: 2026-03-13, acting: true}",
        &["people: Ella Novak stands in as systems technician from 2 Feb to 13 Mar 2026"],
        &["it-manager (amara-okafor)"],
    ),
    (
        "roles/systems-technician.yaml",
        "filled_by: ben-hughes",
        "filled_by: ella-novak",
        &["people: Ella Novak now fills systems technician (was Ben Hughes)"],
        &["it-manager (amara-okafor)"],
    ),
    (
        "roles/systems-technician.yaml",
        "filled_by: ben-hughes",
        "filled_by: vacant",
        &["people: Ben Hughes no longer fills systems technician"],
        &["it-manager (amara-okafor)"],
    ),
    (
        "roles/systems-technician.yaml",
        "backup: amara-okafor",
        "backup: none",
        &["people: Amara Okafor no longer takes over when nobody who fills systems technician is there"],
        &["it-manager (amara-okafor)"],
    ),
    (
        "roles/systems-technician.yaml",
        "critical: true\n",
        "",
        &["check-weakened: Work no longer counts as stopping when nobody fills systems technician"],
        &["it-manager (amara-okafor)"],
    ),
    (
        "roles/systems-technician.yaml",
        "grade: g3",
        "grade: g4",
        &["reward: The pay grade of systems technician is now *Manager* (was *Specialist*)"],
        &["hr-lead (nina-shah)"],
    ),
    (
        "roles/systems-technician.yaml",
        "networks: 3",
        "networks: 2",
        &["check-weakened: The level that systems technician needs in *Networks* is now 2 (was 3)"],
        &["it-manager (amara-okafor)"],
    ),
    (
        "roles/systems-technician.yaml",
        "reports_to: it-manager",
        "reports_to: slt-digital-lead",
        &["accountability-moved: Systems technician now reports to digital lead (was IT manager)"],
        &["it-manager (amara-okafor) + slt-digital-lead (omar-farah)"],
    ),
    (
        "roles/systems-technician.yaml",
        "name: Systems technician",
        "name: Network engineer",
        &["editorial: The role “Systems technician” is now called “Network engineer”"],
        &["anyone"],
    ),
    (
        "charter.yaml",
        "approver: head-teacher",
        "approver: it-manager",
        &[
            "accountability-moved: The role that agrees to changes of the charter is now IT manager (was head teacher)",
        ],
        &["head-teacher (grace-lewis) + it-manager (amara-okafor)"],
    ),
    (
        "charter.yaml",
        "review_every: 12 months",
        "review_every: 3 years",
        &["check-weakened: The charter is now read again every 3 years (was every 12 months)"],
        &["head-teacher (grace-lewis)"],
    ),
    (
        "charter.yaml",
        "speak_up_owner: chair-of-governors",
        "speak_up_owner: it-manager",
        &[
            "reporting-route: The role that agrees to changes of the ways to report a concern is now IT manager (was chair of governors)",
        ],
        &["chair-of-governors (ruth-cole)"],
    ),
    (
        "charter.yaml",
        "by: 2027-03-31",
        "by: 2028-03-31",
        &[
            "accountability-moved: The day by which *Staff can print from any classroom.* should be reached is now 31 March 2028 (was 31 March 2027)",
        ],
        &["it-manager (amara-okafor)"],
    ),
    (
        "charter.yaml",
        "  - Fix personal phones\n",
        "",
        &["editorial: The things IT does not do no longer include “Fix personal phones”"],
        &["anyone"],
    ),
    (
        "people/ella-novak.yaml",
        "team: it\n",
        "team: it\ngit: [eve@elsewhere.example]\n",
        &["check-weakened: Commits by “eve@elsewhere.example” now count as those of Ella Novak"],
        &["service-desk (chloe-martin)"],
    ),
    (
        "people/ella-novak.yaml",
        "team: it\n",
        "team: it\nhandles: {github: eve}\n",
        &["check-weakened: The account of Ella Novak on `github` is now “eve”; nothing was said before"],
        &["service-desk (chloe-martin)"],
    ),
    (
        "people/ella-novak.yaml",
        "ella.novak@",
        "eve@",
        &[
            "check-weakened: What “eve@brookfield.example” writes now counts as written by Ella Novak (was “ella.novak@brookfield.example”)",
        ],
        &["service-desk (chloe-martin)"],
    ),
    (
        "people/ella-novak.yaml",
        "team: it\n",
        "team: it\nleft: 2027-08-31\n",
        &["people: Ella Novak leaves; the last day is 31 August 2027"],
        &["service-desk (chloe-martin)"],
    ),
    (
        "people/ella-novak.yaml",
        "status: wanted",
        "status: booked",
        &["people: How far Ella Novak is with *Network associate* is now booked (was wanted)"],
        &["service-desk (chloe-martin)"],
    ),
];
