//! Who reports to whom: the roles as boxes, with the names of those who fill them.

use std::collections::BTreeMap;

use crate::handbook::book::Book;
use crate::handbook::figure::{Drawing, Figure, Node, Tone};
use crate::handbook::figures::behind;
use crate::handbook::inline::{plain, row, text};
use crate::handbook::page::{Inline, Row};
use crate::model::Entity;
use crate::model::kinds::Role;
use crate::source::Kind;

/// Most roles that a picture is drawn of.
const MOST: usize = 400;

/// Draws the reporting lines; `None` where there are no lines to draw, or too many for one picture.
pub(in crate::handbook) fn figure(book: &Book<'_>) -> Option<Figure> {
    let roles: Vec<&Entity<Role>> = book.charter.roles.iter().collect();
    let order = in_order(&roles);
    if roles.len() > MOST || order.iter().all(|(_, parent)| parent.is_none()) {
        return None;
    }
    let nodes: Vec<Node> = order.iter().map(|(index, parent)| node(book, roles[*index], *parent)).collect();
    let rows: Vec<Row> = order.iter().map(|(index, _)| table_row(book, roles[*index])).collect();
    Some(Figure {
        id: "who-reports-to-whom".to_owned(),
        title: book.say("reports-who-reports-to-whom").to_owned(),
        text: explanation(book, &nodes),
        drawing: Drawing::Tree(nodes),
        table: behind(
            book.say("reports-roles-from-the-top-down"),
            &[book.say("common-role"), book.say("common-who-fills-it"), book.say("common-reports-to")],
            rows,
        ),
    })
}

/// Returns the roles so that each comes after the one it reports to, with the place of that one in the order. A
/// circle begins where it is met first.
fn in_order(roles: &[&Entity<Role>]) -> Vec<(usize, Option<usize>)> {
    let mut by_id: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, role) in roles.iter().enumerate() {
        by_id.entry(role.id.as_str()).or_insert(index);
    }
    let above = |index: usize| roles[index].reports_to.id().and_then(|id| by_id.get(id)).copied();
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); roles.len()];
    for index in 0..roles.len() {
        if let Some(above) = above(index) {
            below[above].push(index);
        }
    }
    let mut order: Vec<(usize, Option<usize>)> = Vec::new();
    let mut placed = vec![false; roles.len()];
    let tops = (0..roles.len()).filter(|index| above(*index).is_none());
    for top in tops.chain(0..roles.len()) {
        let mut open = vec![(top, None)];
        while let Some((index, parent)) = open.pop() {
            if std::mem::replace(&mut placed[index], true) {
                continue;
            }
            let here = order.len();
            order.push((index, parent));
            open.extend(below[index].iter().rev().map(|child| (*child, Some(here))));
        }
    }
    order
}

fn node(book: &Book<'_>, role: &Entity<Role>, parent: Option<usize>) -> Node {
    let holders = book.charter.holders(role, book.as_of);
    let mut lines: Vec<String> = holders
        .iter()
        .map(|holder| {
            let name = &holder.person.name;
            if holder.acting { book.fill("reports-acting", &[("person", name.into())]) } else { name.clone() }
        })
        .collect();
    if lines.len() > 3 {
        let others = lines.len() - 2;
        lines.truncate(2);
        lines.push(book.fill("reports-and-others", &[("others", others.into())]));
    }
    let vacant = holders.is_empty() && role.contact.is_none();
    if vacant {
        lines.push(book.say("common-vacant").to_owned());
    }
    if role.outside {
        lines.push(book.say("reports-outside-it").to_owned());
    }
    let tone = if vacant {
        Tone::Dashed
    } else if holders.iter().any(|holder| holder.acting) {
        Tone::Striped
    } else if role.outside {
        Tone::Quiet
    } else {
        Tone::Plain
    };
    let target = Some(book.target(Kind::Role, &role.id));
    Node { parent, title: role.name.clone(), lines, target, tone }
}

/// Says what the picture shows, and what the looks in it mean.
fn explanation(book: &Book<'_>, nodes: &[Node]) -> String {
    let mut sentence = book.say("reports-each-role-stands-below-the-one").to_owned();
    for (tone, meaning) in
        [(Tone::Dashed, "reports-dashed"), (Tone::Striped, "reports-striped"), (Tone::Quiet, "reports-quiet")]
    {
        if nodes.iter().any(|node| node.tone == tone) {
            sentence.push(' ');
            sentence += book.say(meaning);
        }
    }
    sentence
}

fn table_row(book: &Book<'_>, role: &Entity<Role>) -> Row {
    let holders = book.holders(role);
    let filled = match (&role.contact, holders.is_empty()) {
        (Some(contact), true) => book.words(contact),
        (None, true) => vec![text(book.say("common-vacant"))],
        (_, false) => book.and(holders),
    };
    let above: Vec<Inline> =
        role.reports_to.id().map(|id| vec![book.link(Kind::Role, id)]).unwrap_or_default();
    row(vec![vec![book.link(Kind::Role, &role.id)], filled, vec![text(plain(&above))]])
}

#[cfg(test)]
mod tests {
    use crate::handbook::figure::{Drawing, Tone};
    use crate::handbook::figures::reports::figure;
    use crate::handbook::testing::Sample;

    const PEOPLE: &str = "\
- {id: ada, name: Ada, email: a@x.example, started: 2020-01-01}
- {id: bob, name: Bob, email: b@x.example, started: 2020-01-01}
";

    /// Returns the boxes of a tree, each as parent, title, lines and look.
    fn boxes(roles: &str) -> Vec<String> {
        let sample = Sample::of(&[("people.yaml", PEOPLE), ("roles.yaml", roles)]);
        let Some(figure) = figure(&sample.book()) else { return Vec::new() };
        let Drawing::Tree(nodes) = figure.drawing else { return Vec::new() };
        let parent = |parent: Option<usize>| parent.map_or("-".to_owned(), |parent| parent.to_string());
        let line = nodes.iter().map(|node| {
            format!("{} {} {} {:?}", parent(node.parent), node.title, node.lines.join(", "), node.tone)
        });
        line.collect()
    }

    #[test]
    fn roles_stand_below_the_one_they_report_to() {
        let roles = "\
- {id: desk, name: Desk, purpose: P, reports_to: lead, filled_by: vacant}
- {id: lead, name: Lead, purpose: P, reports_to: head, filled_by: [{person: bob, from: 2026-01-01, until: 2026-02-01, acting: true}]}
- {id: head, name: Head, purpose: P, reports_to: none, filled_by: ada}
- {id: board, name: Board, purpose: P, reports_to: none, outside: true, contact: ring 5}
";
        assert_eq!(
            boxes(roles),
            [
                "- Head Ada Plain",
                "0 Lead Bob (standing in) Striped",
                "1 Desk vacant Dashed",
                "- Board outside IT Quiet"
            ]
        );
    }

    #[test]
    fn a_circle_begins_where_it_is_met_first() {
        let roles = "\
- {id: a, name: A, purpose: P, reports_to: b, filled_by: ada}
- {id: b, name: B, purpose: P, reports_to: a, filled_by: bob}
";
        assert_eq!(boxes(roles), ["- A Ada Plain", "0 B Bob Plain"]);
    }

    #[test]
    fn roles_without_lines_need_no_picture() {
        assert_eq!(boxes("- {id: a, name: A, purpose: P, reports_to: none, filled_by: ada}\n"), [""; 0]);
    }

    #[test]
    fn the_looks_that_are_used_are_explained() {
        let roles = "\
- {id: a, name: A, purpose: P, reports_to: none, filled_by: ada}
- {id: b, name: B, purpose: P, reports_to: a, filled_by: vacant}
";
        let sample = Sample::of(&[("people.yaml", PEOPLE), ("roles.yaml", roles)]);
        let figure = figure(&sample.book()).unwrap();
        assert_eq!(
            figure.text,
            "Each role stands below the one it reports to. A dashed outline: nobody fills it at present."
        );
        let Drawing::Tree(nodes) = figure.drawing else { return };
        assert_eq!(nodes[1].tone, Tone::Dashed);
    }
}
