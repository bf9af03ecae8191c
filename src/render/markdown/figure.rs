//! Pictures as Markdown: the table, and a small tree as a diagram where forges draw it.

use crate::handbook::{Drawing, Figure, Node, Tone};
use crate::render::markdown::Writer;

/// Most boxes of a diagram; a larger one is drawn too small to read.
const MOST: usize = 40;

impl Writer<'_> {
    /// Writes a picture.
    pub(super) fn figure(&mut self, figure: &Figure) -> String {
        let table = self.table(&figure.table);
        match &figure.drawing {
            Drawing::Tree(nodes) if (1..=MOST).contains(&nodes.len()) => {
                format!("{}\n\n{table}", diagram(nodes))
            }
            Drawing::Tree(_)
            | Drawing::Stairs(_)
            | Drawing::Line { .. }
            | Drawing::Chart(_)
            | Drawing::Calendar(_)
            | Drawing::Matrix(_)
            | Drawing::Lamps(_)
            | Drawing::Picker(_) => table,
        }
    }
}

/// Writes a tree in the language that forges draw. Shapes and outlines tell boxes apart, never colours, because
/// nobody knows whether the page will be dark.
fn diagram(nodes: &[Node]) -> String {
    let mut out = "```mermaid\nflowchart TD\n".to_owned();
    for (index, node) in nodes.iter().enumerate() {
        let words: Vec<String> =
            std::iter::once(&node.title).chain(&node.lines).map(|line| quoted(line)).collect();
        let (start, end) = if node.tone == Tone::Quiet { ("([", "])") } else { ("[", "]") };
        out += &format!("  n{index}{start}\"{}\"{end}\n", words.join("<br>"));
    }
    for (index, node) in nodes.iter().enumerate() {
        if let Some(parent) = node.parent.filter(|parent| *parent < index) {
            out += &format!("  n{parent} --- n{index}\n");
        }
    }
    for (tone, style) in [(Tone::Dashed, "stroke-dasharray:6 4"), (Tone::Striped, "stroke-width:3px")] {
        let same: Vec<String> = nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| node.tone == tone)
            .map(|(index, _)| format!("n{index}"))
            .collect();
        if !same.is_empty() {
            let name = if tone == Tone::Dashed { "vacant" } else { "acting" };
            out += &format!("  classDef {name} {style}\n  class {} {name}\n", same.join(","));
        }
    }
    out + "```"
}

/// Writes words so that nothing in them means anything to the language of diagrams, nor to Markdown around it:
/// everything but letters, digits and spaces by its number.
fn quoted(words: &str) -> String {
    let mut out = String::new();
    for letter in words.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if letter.is_alphanumeric() || letter == ' ' {
            out.push(letter);
        } else if !letter.is_control() {
            out += &format!("#{};", u32::from(letter));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::handbook::{Block, Drawing, Figure, Node, Part, Table, Tone};
    use crate::render::Format;
    use crate::render::address::Address;
    use crate::render::markdown::Writer;

    fn node(parent: Option<usize>, title: &str, tone: Tone) -> Node {
        Node { parent, title: title.into(), lines: vec!["Ada".into()], target: None, tone }
    }

    fn markdown(drawing: Drawing) -> String {
        let table = Table { caption: "C".into(), columns: vec!["a".into()], rows: Vec::new() };
        let figure = Figure { id: "f".into(), title: "T".into(), text: String::new(), drawing, table };
        let part = Part { blocks: vec![Block::Figure(Box::new(figure))], ..Part::default() };
        Writer::new(Address { page: "a", format: Format::Markdown }, "A").part(&part).1
    }

    #[test]
    fn a_small_tree_is_a_diagram_and_a_table() {
        let nodes = vec![
            node(None, "Head", Tone::Plain),
            node(Some(0), "Desk", Tone::Dashed),
            node(Some(0), "Board", Tone::Quiet),
        ];
        assert_eq!(
            markdown(Drawing::Tree(nodes)),
            "```mermaid\nflowchart TD\n  n0[\"Head<br>Ada\"]\n  n1[\"Desk<br>Ada\"]\n  n2([\"Board<br>Ada\"])\n  \
             n0 --- n1\n  n0 --- n2\n  classDef vacant stroke-dasharray:6 4\n  class n1 vacant\n```\n\n*C*\n\n\
             | a |\n| --- |"
        );
    }

    #[test]
    fn a_large_tree_and_every_other_picture_is_its_table() {
        let nodes = vec![node(None, "Head", Tone::Plain); 41];
        assert_eq!(markdown(Drawing::Tree(nodes)), "*C*\n\n| a |\n| --- |");
        assert_eq!(markdown(Drawing::Picker("Who?".into())), "*C*\n\n| a |\n| --- |");
    }

    #[test]
    fn hostile_names_cannot_leave_their_box() {
        let bad = "\"]; click x%%{init:{}}%% <b>`\n```#35; [[a]]\u{202e}";
        let out = markdown(Drawing::Tree(vec![node(None, bad, Tone::Plain)]));
        assert!(
            out.starts_with(
                "```mermaid\nflowchart TD\n  n0[\"#34;#93;#59; click x#37;#37;#123;init#58;#123;#125;#125;#37;#37; \
                 #60;b#62;#96; #96;#96;#96;#35;35#59; #91;#91;a#93;#93;#8238;<br>Ada\"]\n```\n"
            ),
            "{out}"
        );
    }
}
