use std::collections::BTreeMap;

use minijinja::{Value, context};

use crate::handbook::Language;
use crate::render::theme::{
    SCRIPT, SEARCH, STYLE_OF_ONE_FILE, STYLE_OF_SEARCH, TEMPLATES, Theme, lean, lean_style,
};
use crate::source::Limits;

fn theme(name: &str, text: &str) -> Result<Theme, String> {
    Theme::new(&BTreeMap::from([(name.to_owned(), text.to_owned())]), Language::of("en"), &Limits::default())
        .map_err(|error| error.to_string())
}

fn filled(name: &str, text: &str, values: Value) -> Result<String, String> {
    theme(name, text)?.render(name, values).map_err(|error| error.to_string())
}

#[test]
fn the_built_in_templates_can_be_read() {
    assert!(Theme::new(&BTreeMap::new(), Language::of("en"), &Limits::default()).is_ok());
}

#[test]
fn an_unknown_template_is_said_with_the_names_there_are() {
    assert_eq!(
        theme("pge.html.jinja", "").unwrap_err(),
        "no template is called `pge.html.jinja`; did you mean `page.html.jinja`? the templates are handbook.css, \
         nav.html.jinja, nav.md.jinja, page.html.jinja, page.md.jinja, policy.html.jinja, policy.md.jinja, \
         role.html.jinja, role.md.jinja, sheet.html.jinja, start.html.jinja, start.md.jinja, whole.html.jinja"
    );
    assert!(
        theme("footer.txt", "").unwrap_err().starts_with("no template is called `footer.txt`; the templates")
    );
}

#[test]
fn a_wrong_variable_is_said_with_template_and_line() {
    let values = context! { page => context! { title => "x" } };
    assert_eq!(
        filled("nav.html.jinja", "<p>\n{{ page.tittle }}", values).unwrap_err(),
        "template `nav.html.jinja`, line 2: undefined value: `page.tittle` is undefined"
    );
}

#[test]
fn a_wrong_variable_in_a_condition_is_no_silent_no() {
    let error = filled("nav.html.jinja", "\n\n{% if handbok %}x{% endif %}", context! {}).unwrap_err();
    assert!(error.starts_with("template `nav.html.jinja`, line 3: undefined value"), "{error}");
}

#[test]
fn a_mistake_in_a_parent_template_is_said_where_it_is() {
    let overrides = BTreeMap::from([
        ("page.html.jinja".to_owned(), "a\n{% block body %}{{ nope }}{% endblock %}".to_owned()),
        ("role.html.jinja".to_owned(), "{% extends \"page.html.jinja\" %}".to_owned()),
    ]);
    let error = Theme::new(&overrides, Language::of("en"), &Limits::default())
        .unwrap()
        .render("role.html.jinja", context! {})
        .unwrap_err()
        .to_string();
    assert!(error.starts_with("template `page.html.jinja`, line 2: undefined value"), "{error}");
}

#[test]
fn a_mistake_in_the_grammar_is_said_with_template_and_line() {
    let error = theme("role.md.jinja", "x\n{% iff %}").unwrap_err();
    assert_eq!(error, "template `role.md.jinja`, line 2: `iff` is not available in templates");
}

#[test]
fn a_template_that_never_ends_is_stopped() {
    let error = filled(
        "nav.md.jinja",
        "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        context! {},
    );
    let wanted = "template `nav.md.jinja` takes more than 2000000 steps for one page, or writes as much; if it \
                  must be so, raise it in `.itcharter.yaml`: `limits: {template-steps: 4000000}`";
    assert_eq!(error.unwrap_err(), wanted);
}

#[test]
fn a_template_that_includes_itself_or_writes_without_end_is_stopped() {
    let long = "x".repeat(100_000);
    for text in [
        "{% for a in range(99) %}{% include 'nav.md.jinja' %}{% endfor %}".to_owned(),
        format!("{{% for a in range(99999) %}}{long}{{% endfor %}}"),
        format!(
            "{{% block b %}}{long}{{% for a in range(999) %}}{{% include 'nav.md.jinja' %}}{{% endfor %}}{{% endblock %}}"
        ),
    ] {
        let error = filled("nav.md.jinja", &text, context! {}).unwrap_err();
        let stopped = error.contains("takes more than 2000000 steps") || error.contains("recursion limit");
        assert!(stopped, "{error:.300}");
    }
}

#[test]
fn values_are_escaped_by_the_ending_of_the_template() {
    let values =
        || context! { title => "<b>*x*|'\"/", safe => Value::from_safe_string("<b>".into()), number => 3 };
    let text = "{{ title }} {{ safe }} {{ number }}";
    assert_eq!(filled("nav.html.jinja", text, values()).unwrap(), "&lt;b&gt;*x*|&#39;&quot;/ <b> 3");
    assert_eq!(filled("nav.md.jinja", text, values()).unwrap(), "\\<b\\>\\*x\\*\\|'\"/ <b> 3");
}

#[test]
fn remarks_and_spaces_of_ours_are_left_out() {
    assert_eq!(lean("/* A. */\n\na {\n  b: c;\n}\n// d\nlet e =\n  f;\n"), "a {b: c;}\nlet e =\nf;");
    assert_eq!(
        lean_style(
            "a,\nb > c {\n  d: 0.5e 0.1f;\n  g:\n    h(1, 2),\n    i;\n}\n@media (j: k) {\n  l::m {\n    n: \"o: p\";\n  }\n}\n"
        ),
        "a,b>c{d:.5e .1f;g:\nh(1,2),i}@media(j: k){l::m{n:\"o: p\"}}"
    );
    let own = theme("handbook.css", "/* Ours */\n  a {}\n").unwrap();
    assert_eq!(own.stylesheet(), "/* Ours */\n  a {}\n");
}

#[test]
fn no_remark_and_no_text_of_ours_goes_over_lines() {
    for text in [SCRIPT, SEARCH, TEMPLATES[0].1, STYLE_OF_ONE_FILE, STYLE_OF_SEARCH] {
        let even = |line: &str| line.matches('`').count().is_multiple_of(2);
        let apart = |line: &str| !line.contains("//") || line.trim_start().starts_with("//");
        let whole = |line: &str| even(line) && apart(line) && line.contains("/*") == line.contains("*/");
        assert!(text.lines().all(whole));
    }
}

#[test]
fn days_are_written_the_way_people_say_them() {
    let day = |text: &str| filled("nav.html.jinja", "{{ text | day }}", context! { text }).unwrap();
    assert_eq!(day("2026-05-02"), "2 May 2026");
    assert_eq!(day("2026-13-02"), "2026-13-02");
    assert_eq!(day("soon"), "soon");
    assert_eq!(day(""), "");
}
