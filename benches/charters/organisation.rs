//! An organisation of many sites with an IT team each: every site has a hundred entities of fifteen kinds.

use super::Files;

/// How many entities a site has.
const ENTITIES: usize = 100;
const PEOPLE: usize = 20;
const ROLES: usize = 19;
const RESPONSIBILITIES: usize = 10;
const POLICIES: usize = 5;
const RECORDS: usize = PEOPLE;
const SERVICES: usize = 8;

/// Returns the files that all sites share; `site-0` must be there as well.
pub(crate) fn head() -> Files {
    let charter = "org: Northgate\nname: IT charter\npurpose: >\n  We keep every site working, day and night,\n  \
                   so that everyone gets home on time.\nheadcount: 60000\ntimezone: Europe/Berlin\ncurrency: EUR\n\
                   language: en-GB\nowner: s0-r0\napprover: s0-r1\nreview_every: 12 months\n\
                   last_review: 2026-06-15\nspeak_up_owner: s0-r1\n";
    let growth = "budget_each: 1500 EUR\ntime_each: 2 days a month\nskills:\n  - {id: networks, name: Networks, \
                  levels: [Learns, Works alone, Leads]}\noffers:\n  - {id: data-protection, name: Data protection, \
                  kind: course, for: [everyone], required: true, every: 12 months, paid_time: true, cost: 0 EUR}\n";
    let worklife = "hours: {week: 38 hours, usual: \"08:00-17:00\", must_be_here: \"10:00-15:00\"}\n\
                    leave: {days: 30, plus_public_holidays: true, cover: The backup named on the role.}\n\
                    limits: {week: 48 hours, rest_between_days: 11 hours, rest_each_week: 35 hours}\n\
                    workload_check: s0-m0\nsupport: [{name: Counselling line, how: 0800 000 0000}]\n\
                    too_much: Say so. Your lead must drop or move something within five working days.\n";
    [("charter.yaml", charter), ("growth.yaml", growth), ("worklife.yaml", worklife)]
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .into()
}

/// Returns a site's files as they were first written.
pub(crate) fn site(site: usize) -> Files {
    (0..ENTITIES).map(|entity| file(site, entity, 0)).collect()
}

/// Returns one of the files of a site after so many changes.
pub(crate) fn file(site: usize, entity: usize, changes: usize) -> (String, String) {
    let s = format!("s{site}");
    let mut left = entity;
    for (count, write) in WRITERS {
        if left < *count {
            let (folder, name, text) = write(&s, left, changes);
            let ending = if text.starts_with("---\n") || folder == "pages" { "md" } else { "yaml" };
            return (format!("{folder}/{name}.{ending}"), text);
        }
        left -= count;
    }
    unreachable!("a site has {ENTITIES} entities")
}

/// Writes one entity of a site: its folder, its name and its text.
type Writer = fn(&str, usize, usize) -> (&'static str, String, String);

/// How many entities of each kind a site has, with what writes them.
const WRITERS: &[(usize, Writer)] = &[
    (1, team),
    (PEOPLE, person),
    (ROLES, role),
    (RESPONSIBILITIES, responsibility),
    (POLICIES, policy),
    (RECORDS, record),
    (SERVICES, service),
    (4, term),
    (2, norm),
    (2, channel),
    (3, access),
    (1, escalation),
    (2, meeting),
    (1, rota),
    (2, page),
];

fn team(s: &str, _: usize, changes: usize) -> (&'static str, String, String) {
    let text = format!(
        "name: IT team of {s}\nlead: {s}-r0\npurpose: Keep the technology of {s} working and safe. Told {changes} times.\n"
    );
    ("teams", s.to_owned(), text)
}

fn person(s: &str, number: usize, changes: usize) -> (&'static str, String, String) {
    let day = number % 27 + 1;
    let text = format!(
        "name: Person {number} of {s}\nemail: {s}-p{number}@northgate.example\nteam: {s}\nstarted: 2019-03-{day:02}\n\
         skills: {{networks: {}}}\nnext_growth_talk: 2027-01-{day:02}\n",
        changes % 3 + 1
    );
    ("people", format!("{s}-p{number}"), text)
}

fn role(s: &str, number: usize, changes: usize) -> (&'static str, String, String) {
    let above = match (s, number) {
        ("s0", 0) => "none".to_owned(),
        (_, 0) => "s0-r0".to_owned(),
        _ => format!("{s}-r{}", (number - 1) / 4),
    };
    let holder = (number + changes) % PEOPLE;
    let text = format!(
        "name: Technician {number} of {s}\nteam: {s}\npurpose: >\n  Keep the scanners, tablets and plans of hall \
         {number} working,\n  so that every pallet arrives as promised.\nreports_to: {above}\nfilled_by:\n  - \
         {{person: {s}-p{holder}, from: 2024-09-02}}\nbackup: {s}-p{}\ncontact: \"Call {number}\"\nexpect:\n  - \
         Answer every new request the same day, and say when it will be done.\n  - Test one restore every month.\n\
         may:\n  - \"Stop a change that puts a shift at risk, see [[policy:{s}-y0]].\"\nmust_ask:\n  - Before any \
         change during a shift, or one that costs more than 500 EUR.\nmust_never:\n  - Share a password, or ask \
         anyone for theirs.\nneeds:\n  skills: {{networks: 2}}\n",
        (holder + 1) % PEOPLE
    );
    ("roles", format!("{s}-r{number}"), text)
}

fn responsibility(s: &str, number: usize, changes: usize) -> (&'static str, String, String) {
    let text = format!(
        "name: Buy what hall {number} of {s} needs\nquestion: Who can say yes to buying for hall {number} of {s}?\n\
         area: money\nresponsible: [{s}-r{}]\naccountable: {s}-r0\nconsulted: [{s}-r1]\ninformed: [{s}-r2]\n\
         tell_by: {s}-c0\napproval:\n  - {{up_to: {} EUR, by: {s}-r1}}\n  - {{up_to: 10000 EUR, by: {s}-r0}}\n  - \
         {{above: 10000 EUR, by: s0-r3}}\ncount: per supplier per month\nown_requests: next step up\n\
         top_own_requests: s0-r4\n",
        number + 5,
        1000 + changes * 100
    );
    ("responsibilities", format!("{s}-d{number}"), text)
}

fn policy(s: &str, number: usize, changes: usize) -> (&'static str, String, String) {
    let kind = ["acceptable-use", "respect", "conduct", "on-call", "confidentiality"][number % POLICIES];
    let text = format!(
        "---\ntitle: Rule {number} of {s}\ntype: {kind}\nsummary: What you may do with the devices of hall \
         {number} of {s}, and what not.\nowner: {s}-r0\napprover: s0-r1\nversion: {}\nstatus: active\n\
         effective: 2025-07-01\nlast_review: 2026-06-02\nreview_every: 12 months\napplies_to: [{s}]\n\
         read_by: everyone\nacknowledge: {{who: [{s}], within: 30 days, every: 24 months}}\nexceptions_by: {s}-r0\n\
         ask: {s}-c0\nreport_to: [s0-c1]\n---\n\n## Why we have this\n\nA few rules keep the lorries moving and \
         your data safe. They are the same in the office and in the hall.\n\n## What you may do\n\n- **S1** You may \
         use your work phone for private things in your breaks, if it costs nothing.\n- **S2** You may ring home \
         when you will be late.\n\n## What keeps us safe\n\n- **S3** You keep your password to yourself, see \
         [[term:{s}-t0]].\n- **S4** You tell us within {} hours if you lose a device. Nobody will be cross.\n\n\
         ## If you break this\n\nYour lead talks with you. If it is serious, [the lead](../roles/{s}-r0.yaml) \
         decides what happens next.\n",
        changes + 1,
        changes % 5 + 1
    );
    ("policies", format!("{s}-y{number}"), text)
}

fn record(s: &str, number: usize, changes: usize) -> (&'static str, String, String) {
    let text = (0..POLICIES)
        .map(|policy| {
            format!(
                "- {{policy: {s}-y{policy}, version: {}, date: 2026-{:02}-14}}\n",
                1 + changes % 2,
                number % 10 + 1
            )
        })
        .collect();
    ("acknowledgements", format!("{s}-p{number}"), text)
}

fn service(s: &str, number: usize, changes: usize) -> (&'static str, String, String) {
    let text = format!(
        "name: Get a tablet for hall {number} of {s}\nask_for: [A new tablet, Another battery]\nowner: {s}-r{number}\n\
         ask_in: {s}-c0\nfor: everyone\nyou_need: [The number of the hall]\ndecided_by: {s}-d{number}\ntakes: {} \
         working days\nnot_included: [Tablets at home]\n",
        changes % 9 + 2
    );
    ("services", format!("{s}-v{number}"), text)
}

fn term(s: &str, number: usize, changes: usize) -> (&'static str, String, String) {
    let text = format!(
        "term: Dock board {number} of {s}\nplain: The board that shows which lorry is next. It has {} lines.\n",
        changes + 6
    );
    ("glossary", format!("{s}-t{number}"), text)
}

fn norm(s: &str, number: usize, changes: usize) -> (&'static str, String, String) {
    let text = format!(
        "from: it\ntext: We answer hall {number} of {s} in plain words.\nseen_when: Every reply fits on {} lines.\n",
        changes + 5
    );
    ("norms", format!("{s}-n{number}"), text)
}

fn channel(s: &str, number: usize, changes: usize) -> (&'static str, String, String) {
    let text = match number {
        0 => format!(
            "name: Help for {s}\nuse_for: Anything that does not work.\nkind: [query, feedback, update]\nhow: Call \
             {s}, or write to {s}@northgate.example\nopen_to: everyone\nreplies_within: {} hours\nowner: {s}-r3\n",
            changes % 4 + 1
        ),
        _ if s.len() > 2 => format!(
            "name: Settle a disagreement at {s}\nuse_for: When two people of {s} cannot agree.\nkind: [conflict]\n\
             how: Room 4 of {s}\nopen_to: everyone\nreplies_within: {} working days\nowner: {s}-r4\n",
            changes % 4 + 2
        ),
        // A few people hear what all sites report.
        _ => format!(
            "name: Report a concern at {s}\nuse_for: Harassment, bullying, unfair treatment or breaking the rules.\n\
             kind: [speak-up]\nhow: Room 4 of {s}\nopen_to: everyone\nhandled_by: [{s}-r4, s0-r5]\n\
             if_about_handler: outside\nanonymous: true\nreplies_within: {} working days\nresult_within: 2 months\n\
             hidden_from_it: true\noutside_help: Helpline 0800 000 0001\nprotects: s0-y1\nowner: {s}-r4\n",
            changes % 4 + 2
        ),
    };
    ("channels", format!("{s}-c{number}"), text)
}

fn access(s: &str, number: usize, changes: usize) -> (&'static str, String, String) {
    let text = format!(
        "name: Backup copies of hall {number} of {s}\nkind: control\ncan_see: [{s}-r6]\nwhat: Copies of every shared \
         file. We can put them back.\nwhen: For the monthly test, or when somebody asks.\napproved_by: {s}-d{number}\n\
         logged_in: Backup log\nchecked_by: {s}-r9\nchecked_every: 1 month\nyou_are_told: In the answer to your \
         request.\npolicy: {s}-y0\nkept_for: {} months\n",
        changes + 12
    );
    ("access", format!("{s}-a{number}"), text)
}

fn escalation(s: &str, _: usize, changes: usize) -> (&'static str, String, String) {
    let text = format!(
        "name: A hall of {s} stands still\nkind: incident\nsteps:\n  - {{who: {s}-r3, wait: {} min}}\n  - {{who: {s}-r0, \
         wait: 1 hour}}\n  - {{who: s0-r0}}\n",
        changes % 30 + 10
    );
    ("escalations", format!("{s}-e0"), text)
}

fn meeting(s: &str, number: usize, changes: usize) -> (&'static str, String, String) {
    let (hour, minute) = (10 + number, changes % 6 * 10);
    let text = format!(
        "name: Talk {number} of {s}\nkind: [update]\nevery: 1 week\nday: Wed\ntime: \"{hour}:{minute:02}\"\n\
         length: 30 min\nled_by: {s}-r0\nwho: [{s}]\ngives: What changes next week\nnotes: {s}-c0\n"
    );
    ("meetings", format!("{s}-m{number}"), text)
}

fn rota(s: &str, _: usize, changes: usize) -> (&'static str, String, String) {
    let people: Vec<String> = (0..6).map(|turn| format!("{s}-p{}", (turn + changes) % PEOPLE)).collect();
    let (first, second) = (people[..3].join(", "), people[3..].join(", "));
    let text = format!(
        "name: Evenings of {s}\nkind: on-call\ncovers: [{s}-v0, {s}-v1]\nwhen: Mon-Fri 17:00-20:00\nshift: 1 week\n\
         starts: 2026-01-05\npeople: [{first}]\nsecond: [{second}]\nanswers_within: 30 min\nescalation: {s}-e0\n\
         in_return: Two hours off for every evening with a call.\nload: [{{month: 2026-09, calls_per_shift: 0.4}}]\n"
    );
    ("rotas", format!("{s}-o0"), text)
}

fn page(s: &str, number: usize, changes: usize) -> (&'static str, String, String) {
    let text = format!(
        "# How hall {number} of {s} works\n\nThe first shift begins at six. Ask [the lead](../roles/{s}-r0.yaml) \
         before you move a gate.\n\n## Who is there\n\n| Shift | People |\n| --- | --- |\n| Early | {} |\n| Late | 4 \
         |\n\n- [ ] Look at the board.\n- [x] Read [[policy:{s}-y1]].\n\n> [!NOTE]\n> The gate closes by itself.\n",
        changes + 3
    );
    ("pages", format!("{s}-h{number}"), text)
}
