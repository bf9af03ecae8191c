//! Trees: where boxes stand, and what is written.

use crate::handbook::{Drawing, Node, Target, Tone};
use crate::render::html::figure::tests::{BAD, drawn, figure, html};
use crate::render::html::figure::tree::{boxes, rows};

fn node(parent: Option<usize>, title: &str, tone: Tone) -> Node {
    Node { parent, title: title.into(), lines: Vec::new(), target: None, tone }
}

/// Returns the left upper corner of each box, each box 30 high.
fn corners(parents: &[Option<usize>]) -> Vec<(u32, u32)> {
    boxes(parents, &vec![30; parents.len()]).spots.iter().map(|spot| (spot.x, spot.y)).collect()
}

#[test]
fn one_box_below_another_stands_straight_below() {
    assert_eq!(corners(&[None, Some(0)]), [(0, 0), (0, 58)]);
}

#[test]
fn boxes_with_nothing_below_them_are_a_stack() {
    assert_eq!(corners(&[None, Some(0), Some(0)]), [(0, 0), (20, 58), (20, 98)]);
    let layout = boxes(&[None, Some(0), Some(0)], &[30; 3]);
    assert_eq!((layout.width, layout.height), (184, 128));
    assert_eq!(layout.edges, "M10 30V113M10 73H20M10 113H20");
}

#[test]
fn a_box_stands_above_the_middle_of_those_below_it() {
    assert_eq!(corners(&[None, Some(0), Some(1), Some(0)]), [(90, 0), (180, 58), (180, 116), (0, 58)]);
    let layout = boxes(&[None, Some(0), Some(1), Some(0)], &[30; 4]);
    assert_eq!(layout.edges, "M172 30V44H82V58M172 30V44H262V58M262 88V102H262V116");
}

#[test]
fn a_stack_stands_beside_larger_trees() {
    let parents = [None, Some(0), Some(0), Some(0), Some(3)];
    assert_eq!(corners(&parents), [(110, 0), (20, 58), (20, 98), (200, 58), (200, 116)]);
    assert!(
        boxes(&parents, &[30; 5]).edges.starts_with("M192 30V44H10V113M10 73H20M10 113H20M192 30V44H282V58")
    );
}

#[test]
fn tops_with_nothing_below_them_are_a_stack_too() {
    assert_eq!(corners(&[None, None]), [(20, 0), (20, 40)]);
}

#[test]
fn no_two_boxes_of_any_tree_share_a_place() {
    for seed in 0..40_usize {
        let parents: Vec<Option<usize>> =
            (0..30).map(|index| (index > 0).then(|| (index * 7 + seed * 13) % 31 % index)).collect();
        let layout = boxes(&parents, &[30; 30]);
        for (index, one) in layout.spots.iter().enumerate() {
            assert!(one.x + 164 <= layout.width, "{parents:?}");
            for other in &layout.spots[index + 1..] {
                let apart = one.x.abs_diff(other.x) >= 164 || one.y.abs_diff(other.y) >= 30;
                assert!(apart, "{one:?} {other:?} {parents:?}");
            }
        }
    }
}

#[test]
fn a_tree_that_is_too_wide_is_a_list() {
    let mut nodes = vec![node(None, "Top", Tone::Plain)];
    for index in 0..20 {
        nodes.push(node(Some(0), "Lead", Tone::Plain));
        nodes.push(node(Some(index * 2 + 1), "Desk", Tone::Plain));
    }
    let parents: Vec<Option<usize>> = nodes.iter().map(|node| node.parent).collect();
    let list = rows(&parents, &nodes);
    assert_eq!((list.width, list.height), (114, 41 * 28));
    assert!(list.edges.starts_with("M7 20V41H20M27 48V69H40M7 20V97H20"), "{}", list.edges);
    let out = drawn(Drawing::Tree(nodes));
    assert!(out.contains("height=\"1150\" viewBox=\"-1 -1 116 1150\""), "{out}");
}

#[test]
fn a_circle_or_a_wrong_parent_is_a_top() {
    let nodes = vec![node(Some(0), "a", Tone::Plain), node(Some(9), "b", Tone::Plain)];
    assert!(drawn(Drawing::Tree(nodes)).contains("translate(20 40)"));
}

#[test]
fn each_tone_has_a_look_besides_its_colour() {
    let tones = [Tone::Dashed, Tone::Striped, Tone::Quiet];
    let out = drawn(Drawing::Tree(tones.map(|tone| node(None, "a", tone)).to_vec()));
    assert!(out.contains("<g class=\"dashed\"") && out.contains("rx=\"14\""), "{out}");
    assert!(out.contains("<pattern id=\"stripes:f\"") && out.contains("fill=\"url(#stripes:f)\""), "{out}");
}

#[test]
fn a_small_tree_is_written_whole() {
    let target = Some(Target::Page { path: "roles/a".into(), anchor: None });
    let nodes = vec![Node { target, lines: vec!["Ada".into()], ..node(None, "Head", Tone::Plain) }];
    assert_eq!(
        drawn(Drawing::Tree(nodes)),
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Picture: T\">\n\
         <svg class=\"drawing\" width=\"166\" height=\"50\" viewBox=\"-1 -1 166 50\" role=\"group\">\
         <title>T</title><desc>D</desc>\n\
         <g class=\"plain\" transform=\"translate(0 0)\"><a href=\"../roles/a.html\"><rect class=\"shape\" \
         width=\"164\" height=\"48\" rx=\"4\"/><text class=\"b\" x=\"12\" y=\"18\">Head</text><text class=\"s\" \
         x=\"12\" y=\"36\">Ada</text></a></g>\n</svg>\n</div>\n"
    );
}

#[test]
fn hostile_words_stay_words() {
    let bad = |parent| Node { lines: vec![BAD.into()], ..node(parent, BAD, Tone::Striped) };
    let out = html(figure(Drawing::Tree(vec![bad(None), bad(Some(0))])));
    assert!(!out.contains("<script") && out.contains("&lt;script&gt;"), "{out}");
    let pattern = out.split_once("<pattern id=\"").unwrap().1.split_once('"').unwrap().0;
    assert_eq!(pattern, "stripes:-script--x-------");
    assert!(out.contains(&format!("url(#{pattern})")), "{out}");
}
