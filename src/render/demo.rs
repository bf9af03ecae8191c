//! A small handbook with every block, for tests of this stage.

use crate::handbook::{
    Block, Card, Dataset, Foot, Glossary, Handbook, Inline, Language, LeftOut, Page, Part, Picture,
    ProseItem, Row, Section, Table, Target,
};
use crate::render::testing::parsed;
use crate::source::{Kind, Limits};

/// Sections of the demo: path and title.
const SECTIONS: [(&str, &str); 10] = [
    ("get-help", "Get help"),
    ("ask-for", "What you can ask for"),
    ("who-decides", "Who decides what"),
    ("what-it-sees", "What IT can see"),
    ("report-a-concern", "Report a concern"),
    ("norms", "Our norms"),
    ("rules", "Rules"),
    ("words", "Plain words"),
    ("team", "The team"),
    ("roles", "Roles"),
];

/// Makes the handbook.
pub(super) fn demo() -> Handbook {
    let mut pages = vec![start(), role(), decisions(), policy(), free_page()];
    for (index, (path, title)) in SECTIONS.into_iter().enumerate() {
        if !pages.iter().any(|page| page.path == path) {
            pages.push(Page { section: Some(index), ..page(path, "page", title, "More to come.") });
        }
    }
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    let section = |(index, (path, title)): (usize, (&str, &str))| {
        let others = pages.iter().filter(|page| page.section == Some(index) && page.path != path);
        let order = std::iter::once(path).chain(others.map(|page| page.path.as_str()));
        Section { path: path.into(), title: title.into(), pages: order.map(Into::into).collect() }
    };
    Handbook {
        org: "Riverside School Trust".into(),
        name: "IT handbook".into(),
        language: "en-GB".into(),
        words: Language::of("en-GB"),
        version: "3f9c2a71".into(),
        as_of: "2026-05-12".into(),
        sections: SECTIONS.into_iter().enumerate().map(section).collect(),
        pages,
        synonyms: vec![vec!["laptop".into(), "notebook".into()]],
        pictures: vec![Picture { path: "pages/plan.png".into(), bytes: vec![0x89, b'P', b'N', b'G'] }],
        left_out: LeftOut::default(),
        limits: Limits::default(),
        agenda: None,
        site: None,
        theme: crate::config::ThemeSettings::default(),
        data: vec![Dataset {
            kind: Kind::Term,
            items: vec![serde_json::json!({"id": "x", "term": "</script> \u{202e}"})],
        }],
        changes: None,
        glossary: Glossary::default(),
        edit: Some("https://git.example/it/charter/edit/main/{path}?from=\"handbook\"&x".into()),
    }
}

/// Makes a page without parts.
pub(super) fn page(path: &str, template: &'static str, title: &str, lead: &str) -> Page {
    Page {
        path: path.into(),
        template,
        title: title.into(),
        lead: words(lead),
        trail: vec![("Start".into(), to("index"))],
        section: None,
        parts: Vec::new(),
        foot: Foot {
            changed: None,
            owner: vec![link("IT manager", "roles/it-manager"), text(", Chloe Martin")],
            last_reviewed: Some("2026-03-02".into()),
            version: None,
            source: Some("charter.yaml".into()),
            feedback: Vec::new(),
        },
    }
}

/// Makes a role page of ordinary length.
pub(super) fn role_page(path: &str, title: &str) -> Page {
    let may =
        ["Approve purchases up to 500 GBP", "Reset a forgotten password", "Lend a laptop for up to 14 days"];
    Page {
        section: Some(9),
        trail: vec![("Start".into(), to("index")), ("Roles".into(), to("roles"))],
        parts: vec![
            part(
                "about",
                "At a glance",
                vec![
                    Block::Notice {
                        title: "Acting".into(),
                        text: words(
                            "Sam Okafor stands in until 30 June 2026, while the post is being filled.",
                        ),
                    },
                    Block::Facts(vec![
                        ("Held by".into(), vec![vec![link("Sam Okafor", "team"), soft(" (acting)")]]),
                        ("Reports to".into(), vec![vec![link("IT manager", "roles/it-manager")]]),
                        ("Stands in".into(), vec![words("Priya Shah, first"), words("Tom Reid, second")]),
                        ("Mailbox".into(), vec![vec![Inline::Code("servicedesk@riverside.example".into())]]),
                    ]),
                ],
            ),
            part("may", "May decide alone", vec![Block::List(may.into_iter().map(words).collect())]),
            part("must-ask", "Must ask first", vec![Block::Table(questions())]),
            part(
                "steps",
                "How a request travels",
                vec![Block::Steps(vec![
                    words("You ask, by the portal, by phone or at the desk."),
                    words(
                        "Within 4 working hours somebody who can help has read it and tells you what happens next.",
                    ),
                    words("If it needs a yes from somebody else, we ask them, not you."),
                ])],
            ),
            part("more", "In their own words", vec![Block::Prose(parsed(PROSE))]),
        ],
        ..page(path, "role", title, "The first person you reach when something with IT does not work.")
    }
}

fn questions() -> Table {
    Table {
        caption: "What needs somebody else’s yes".into(),
        columns: vec!["What".into(), "Up to".into(), "Who says yes".into(), "If they are away".into()],
        rows: vec![
            row("buy", &["Buy IT equipment", "2,500 GBP", "IT manager", "Head of operations"]),
            row("access", &["Give access to pupil records", "–", "Data protection officer", "Head teacher"]),
            row("outage", &["Take a service down in school hours", "30 minutes", "IT manager", "Wait"]),
        ],
    }
}

fn start() -> Page {
    let card = |title: &str, path: &str, sentence: &str| Card {
        title: title.into(),
        target: to(path),
        text: words(sentence),
    };
    Page {
        trail: Vec::new(),
        parts: vec![
            Part {
                blocks: vec![Block::Cards(vec![
                    card(
                        "Get help",
                        "get-help",
                        "How to reach us, how fast we answer, and what to do if nobody does.",
                    ),
                    card(
                        "Who decides?",
                        "who-decides",
                        "Who can say yes to what, up to how much, and who stands in.",
                    ),
                    card(
                        "Report a concern",
                        "report-a-concern",
                        "Safely, without your name if you like, past anyone it is about.",
                    ),
                    card(
                        "What IT can see",
                        "what-it-sees",
                        "What we can look at, when, who checks us, and when you are told.",
                    ),
                ])],
                ..Part::default()
            },
            part(
                "promise",
                "What you can expect of us",
                vec![
                    Block::Paragraph(words(
                        "We look after the computers, accounts and networks of nine schools, so that teaching never has to wait for them.",
                    )),
                    Block::List(vec![
                        words("We answer in plain words."),
                        words("We tell you when we get something wrong."),
                        words("We never read your messages out of curiosity."),
                    ]),
                ],
            ),
        ],
        ..page(
            "index",
            "start",
            "How can IT help you today?",
            "Who looks after what, who may decide, and what you may expect of us, in plain words.",
        )
    }
}

fn role() -> Page {
    role_page("roles/service-desk-lead", "Service desk lead")
}

fn decisions() -> Page {
    Page {
        section: Some(2),
        parts: vec![
            part(
                "money",
                "Money",
                vec![Block::Table(Table {
                    caption: "Who can say yes to spending".into(),
                    columns: vec![
                        "Decision".into(),
                        "Decides".into(),
                        "Is asked first".into(),
                        "Is told".into(),
                    ],
                    rows: vec![
                        row(
                            "small",
                            &["Buy IT equipment up to 500 GBP", "Service desk lead", "–", "IT manager"],
                        ),
                        row(
                            "large",
                            &[
                                "Buy IT equipment up to 10,000 GBP",
                                "IT manager",
                                "Finance office\nService desk lead",
                                "Head teacher",
                            ],
                        ),
                    ],
                })],
            ),
            part(
                "people",
                "People",
                vec![Block::Paragraph(words("Who may open an account, and who may close one."))],
            ),
            part(
                "data",
                "Data",
                vec![
                    Block::Heading { id: "logs".into(), text: words("Logs") },
                    Block::Paragraph(words("Nobody alone. Two people, one of them from outside IT.")),
                ],
            ),
        ],
        ..page(
            "who-decides",
            "page",
            "Who decides what",
            "Find the decision, see who can say yes, up to how much, and who stands in when they are away.",
        )
    }
}

fn policy() -> Page {
    let mut items = parsed(
        "1. Nobody in IT reads your mail unless you asked for help with it.\n2. Every look is written down.",
    )
    .items;
    for (index, id) in [(2, "s1"), (6, "s2")] {
        items.insert(index, ProseItem::Statement(id.into()));
    }
    Page {
        section: Some(6),
        trail: vec![("Start".into(), to("index")), ("Rules".into(), to("rules"))],
        parts: vec![
            Part {
                blocks: vec![Block::Notice {
                    title: "Draft".into(),
                    text: words("Not in force yet. Tell us what you think by 1 June 2026."),
                }],
                ..Part::default()
            },
            part("rule", "The rule", vec![Block::Prose(crate::render::testing::prose_of(items))]),
        ],
        ..page(
            "policies/looking",
            "policy",
            "Looking at other people’s data",
            "When we may look, who must agree, and how you find out.",
        )
    }
}

fn free_page() -> Page {
    Page {
        section: Some(5),
        parts: vec![Part { blocks: vec![Block::Prose(parsed(FREE))], ..Part::default() }],
        ..page(
            "pages/hostile",
            "page",
            "<script>alert(1)</script> *x*|[[a]] @name #12",
            "1. \"onmouseover= `x` <b>",
        )
    }
}

fn part(id: &str, title: &str, blocks: Vec<Block>) -> Part {
    Part { id: id.into(), title: title.into(), blocks }
}

fn row(id: &str, cells: &[&str]) -> Row {
    Row { id: Some(id.into()), cells: cells.iter().map(|cell| cell.lines().map(words).collect()).collect() }
}

fn to(path: &str) -> Target {
    Target::Page { path: path.into(), anchor: None }
}

fn link(text: &str, path: &str) -> Inline {
    Inline::Link { text: text.into(), target: to(path) }
}

fn text(text: &str) -> Inline {
    Inline::Text(text.into())
}

fn soft(text: &str) -> Inline {
    Inline::Soft(text.into())
}

fn words(words: &str) -> Vec<Inline> {
    vec![text(words)]
}

const PROSE: &str = "\
People do not ring us because they like computers. They ring because **something they need** stands still.

> [!TIP]
> If the network is down, ring *extension 4400* or use the red phone in the office.

### What I ask of my team {#ask}

- [x] Say who you are, and when you will be back in touch.
- [ ] Never make anybody feel foolish.

Read more about [how we work](norms) and the [national guidance](https://example.org/guidance).[^1]

[^1]: The guidance is for schools; we follow it in all our offices.
";

const FREE: &str = "\
## First {#first}

A line with <b>raw</b> HTML, `code | bar` and a [link](https://example.org/?a=1&b=2).

> [!WARNING]
> Careful.

> [!CAUTION]
> Very careful.

> [!IMPORTANT]
> Really.

> [!NOTE]
> Noted.

## Second {#second}

| Day | Open | Visitors |
|-----|:----:|---------:|
| Monday | yes | 1,204 |
| Tuesday | no | 12 |

```yaml
name: service-desk-lead
a_very_long_line: that would have to scroll sideways if it did not wrap at the end of the measure of this page
```

## Third {#third}

> A quotation from somebody.

1. One
2. Two
   - nested
   - list

* * *

~~Gone~~
";
