//! What a charter's own templates may say. Whoever proposes a change can write one, so nothing is available that makes
//! much out of little: a template places words, and what it writes is counted.

use minijinja::machinery::{Token, tokenize};
use minijinja::syntax::SyntaxConfig;

/// Statements that write where they stand. Those that keep what they write could double it again and again.
const STATEMENTS: [&str; 14] = [
    "autoescape",
    "block",
    "elif",
    "else",
    "endautoescape",
    "endblock",
    "endfor",
    "endif",
    "endwith",
    "extends",
    "for",
    "if",
    "include",
    "with",
];
/// Filters of the engine whose result is about as large as what they are given.
const FILTERS: [&str; 34] = [
    "abs",
    "attr",
    "bool",
    "capitalize",
    "count",
    "d",
    "default",
    "dictsort",
    "e",
    "escape",
    "first",
    "float",
    "int",
    "items",
    "last",
    "length",
    "list",
    "lower",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "reverse",
    "round",
    "safe",
    "select",
    "selectattr",
    "sort",
    "string",
    "title",
    "trim",
    "unique",
    "upper",
];

/// The engine's other filters, which `map` could reach by name.
pub(super) const WITHOUT: [&str; 15] = [
    "batch",
    "chain",
    "format",
    "groupby",
    "indent",
    "join",
    "lines",
    "pprint",
    "replace",
    "slice",
    "split",
    "sum",
    "tojson",
    "urlencode",
    "zip",
];

/// Returns the first thing in a template that is not available, with its line. Mistakes in the grammar are the engine's
/// to say.
pub(super) fn refused(source: &str) -> Option<(usize, String)> {
    let tokens: Vec<_> = tokenize(source, false, SyntaxConfig::default()).map_while(Result::ok).collect();
    let token = |at: usize| tokens.get(at).map(|(token, _)| token);
    tokens.iter().enumerate().find_map(|(at, (found, span))| {
        let before = at.checked_sub(1).and_then(token);
        let after = token(at + 1);
        let name = match found {
            Token::Plus => "+",
            Token::Mul => "*",
            Token::Pow => "**",
            Token::Tilde => "~",
            Token::Ident(name) => match before {
                Some(Token::BlockStart) if !STATEMENTS.contains(name) => name,
                Some(Token::Pipe) if *name != "day" && !FILTERS.contains(name) => name,
                // An argument: `map("upper")` names its filter as a text.
                _ if *name == "self" || *name == "namespace" || *name == "debug" => name,
                _ if *name == "super" || (*name == "loop" && matches!(after, Some(Token::ParenOpen))) => {
                    // Where it is written at once, nothing is kept.
                    if matches!(before, Some(Token::VariableStart)) && ends(&tokens[at + 1..]) {
                        return None;
                    }
                    name
                }
                _ => return None,
            },
            _ => return None,
        };
        Some((span.start_line as usize, format!("`{name}` is not available in templates")))
    })
}

/// Says whether a call is all there is up to the end of its brackets.
fn ends(tokens: &[(Token<'_>, minijinja::machinery::Span)]) -> bool {
    let mut depth = 0_usize;
    for (at, (token, _)) in tokens.iter().enumerate() {
        match token {
            Token::ParenOpen => depth += 1,
            Token::ParenClose => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return matches!(tokens.get(at + 1), Some((Token::VariableEnd, _)));
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::refused;

    /// The engine's statements besides those that we have.
    const ALL: [&str; 9] = ["break", "call", "continue", "do", "filter", "from", "import", "macro", "set"];

    /// Returns the rows of the table in the documentation: what is not available, and what to write instead.
    fn documented() -> Vec<(String, String)> {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/theme.md");
        let text = std::fs::read_to_string(path).unwrap();
        let table = text.split("| Not available | Write instead |").nth(1).unwrap();
        let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
        let cells = |row: &str| row.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
        rows.map(cells).map(|cells| (cells[1].clone(), cells[2].clone())).collect()
    }

    /// Returns what stands between backticks.
    fn code(text: &str) -> impl Iterator<Item = &str> {
        text.split('`').skip(1).step_by(2)
    }

    #[test]
    fn the_documentation_names_everything_that_is_refused_and_ways_that_are_not() {
        let rows = documented();
        let mut named: Vec<&str> = rows.iter().flat_map(|(not, _)| code(not)).collect();
        named.sort_unstable();
        let statements = ALL.into_iter().filter(|name| refused(&format!("{{% {name} %}}")).is_some());
        let operators = ["+", "*", "**", "~"].into_iter();
        let others = ["self", "namespace", "debug", "super()", "loop()"].into_iter();
        let mut wanted: Vec<&str> = statements.chain(super::WITHOUT).chain(operators).chain(others).collect();
        wanted.sort_unstable();
        assert_eq!(named, wanted);
        for name in super::WITHOUT {
            assert!(refused(&format!("{{{{ a|{name} }}}}")).is_some(), "{name}");
        }
        let ways: Vec<&str> = rows.iter().flat_map(|(_, instead)| code(instead)).collect();
        assert!(ways.len() >= 8, "{ways:?}");
        assert!(ways.iter().all(|way| refused(way).is_none()), "{ways:?}");
    }

    #[test]
    fn words_loops_and_choices_are_available() {
        for text in [
            "{% extends 'a' %}{% block b %}{{ super() }}{% endblock %}",
            "{% for a in b recursive %}{{ loop.index }}{{ loop(a.children) }}{% else %}x{% endfor %}",
            "{% if a and not b %}{{ a|upper|default('-') }}{% elif c is defined %}{{ c[0] - 1 }}{% endif %}",
            "{{ page.day | day }} * + ~ {# a * b #} {% include 'nav.html.jinja' %}",
        ] {
            assert_eq!(refused(text), None, "{text}");
        }
    }

    #[test]
    fn what_makes_much_out_of_little_is_not() {
        for (text, name) in [
            ("{{ 'a' * 99 }}", "*"),
            ("{{ 9 ** 9 }}", "**"),
            ("{{ a ~ a }}", "~"),
            ("{{ a + a }}", "+"),
            ("{% set a %}{{ b }}{% endset %}", "set"),
            ("{%- macro a() %}{% endmacro %}", "macro"),
            ("{% filter upper %}{% endfilter %}", "filter"),
            ("{% call a() %}{% endcall %}", "call"),
            ("{% import 'a' as b %}", "import"),
            ("{{ a|indent(9) }}", "indent"),
            ("{{ a | replace('', 'b') }}", "replace"),
            ("{{ a|join(b) }}", "join"),
            ("{{ super()|upper }}", "super"),
            ("{{ [super(), super()] }}", "super"),
            ("{{ loop(a)|upper }}", "loop"),
            ("{{ self.b() }}", "self"),
            ("{{ namespace() }}", "namespace"),
        ] {
            assert_eq!(
                refused(&format!("x\n{text}")),
                Some((2, format!("`{name}` is not available in templates")))
            );
        }
    }
}
