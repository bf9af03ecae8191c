//! A charter's own templates stay in the handbook and within their means.

use crate::support::Folder;

fn rendered(name: &str, text: &str) -> (i32, String, bool) {
    let charter = Folder::small();
    charter.write(&format!("templates/{name}"), text);
    let output = charter.run(&["render", "--quiet", "--format", "html,markdown"]);
    (output.code, output.stderr, charter.path().join("handbook").exists())
}

#[test]
fn nothing_outside_of_the_templates_can_be_included() {
    for target in
        ["/etc/passwd", "../../../../etc/passwd", "../charter.yaml", "charter.yaml", "file:///etc/passwd"]
    {
        for word in ["include", "extends"] {
            let (code, said, written) = rendered("nav.html.jinja", &format!("{{% {word} '{target}' %}}"));
            assert_eq!((code, written), (2, false), "{target}");
            assert!(
                said.starts_with("error: template `nav.html.jinja`, line 1: ") && !said.contains("root:"),
                "{said}"
            );
        }
    }
}

#[test]
fn a_template_that_is_none_of_ours_is_refused() {
    for name in ["evil.html.jinja", "sub/page.html.jinja", "handbook.js", "page.html.jinja.bak"] {
        let (code, said, written) = rendered(name, "x");
        assert_eq!((code, written), (2, false), "{name}");
        assert!(said.starts_with(&format!("error: no template is called `{name}`")), "{said}");
    }
}

#[test]
fn what_makes_much_out_of_little_is_refused_before_it_runs() {
    for (text, name) in [
        ("{{ 'x' * 100000000 }}", "*"),
        ("{% set a = 'x' %}", "set"),
        ("{{ 'x'|indent(1000000000000000000) }}", "indent"),
        ("{{ ['x']|map('upper')|join('y') }}", "join"),
    ] {
        let (code, said, written) = rendered("page.md.jinja", text);
        assert_eq!((code, written), (2, false), "{text}");
        assert_eq!(
            said,
            format!("error: template `page.md.jinja`, line 1: `{name}` is not available in templates\n")
        );
    }
}

#[test]
fn a_filter_that_is_not_available_cannot_be_reached_by_its_name() {
    let (code, said, _) = rendered("page.md.jinja", "{{ ['x']|map('indent', 1000000000000000000)|list }}");
    assert_eq!(code, 2);
    assert!(said.contains("unknown filter"), "{said}");
}
