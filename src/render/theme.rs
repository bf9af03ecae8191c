//! The templates: the built-in ones, overlaid one by one by the charter's own. The only user of the template engine.

use std::collections::BTreeMap;
use std::error::Error as _;
use std::io;

use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value};
use serde_json::{Map, Value as Json};

use crate::handbook::Language;
use crate::render::{RenderError, grammar, html, markdown};
use crate::source::{Limit, Limits};

/// The built-in templates by name, sorted.
const TEMPLATES: [(&str, &str); 13] = [
    (
        "handbook.css",
        concat!(
            include_str!("templates/styles/base.css"),
            include_str!("templates/styles/find.css"),
            include_str!("templates/styles/comfort.css"),
        ),
    ),
    ("nav.html.jinja", include_str!("templates/nav.html.jinja")),
    ("nav.md.jinja", include_str!("templates/nav.md.jinja")),
    ("page.html.jinja", include_str!("templates/page.html.jinja")),
    ("page.md.jinja", include_str!("templates/page.md.jinja")),
    ("policy.html.jinja", include_str!("templates/policy.html.jinja")),
    ("policy.md.jinja", include_str!("templates/policy.md.jinja")),
    ("role.html.jinja", include_str!("templates/role.html.jinja")),
    ("role.md.jinja", include_str!("templates/role.md.jinja")),
    ("sheet.html.jinja", include_str!("templates/sheet.html.jinja")),
    ("start.html.jinja", include_str!("templates/start.html.jinja")),
    ("start.md.jinja", include_str!("templates/start.md.jinja")),
    ("whole.html.jinja", include_str!("templates/whole.html.jinja")),
];
/// The script of every page, in parts. It is ours alone: a charter cannot replace it.
const SCRIPT: &str = concat!(
    include_str!("templates/scripts/theme.js"),
    include_str!("templates/scripts/cards.js"),
    include_str!("templates/scripts/search.js"),
    include_str!("templates/scripts/tables.js"),
);
/// The style of figures, on pages that have some; that of every page counts before it.
const STYLE_OF_FIGURES: &str = include_str!("templates/styles/figures.css");
/// The script of figures, on pages that have some.
const SCRIPT_OF_FIGURES: &str = include_str!("templates/scripts/figures.js");
/// What the style of a file that holds all pages has more.
const STYLE_OF_ONE_FILE: &str = include_str!("templates/styles/whole.css");
/// The script of a file that holds all pages, where the browser does the searching.
const SCRIPT_OF_ONE_FILE: &str = concat!(
    include_str!("templates/scripts/theme.js"),
    include_str!("templates/scripts/cards.js"),
    include_str!("templates/scripts/figures.js"),
    include_str!("templates/scripts/tables.js"),
);
/// The engine of the search, loaded when someone searches; ours alone as well.
const SEARCH: &str = concat!(
    "(() => {\n'use strict';\n",
    include_str!("templates/search/words.js"),
    include_str!("templates/search/index.js"),
    include_str!("templates/search/dialog.js"),
    "})();\n",
);
/// The style of the window of the search; that of every page counts before it.
const STYLE_OF_SEARCH: &str = include_str!("templates/styles/search.css");
/// What the stylesheet has besides for languages written from right to left.
const FROM_THE_RIGHT: &str = include_str!("templates/styles/rtl.css");
/// The one name above that is no template and is copied as it is.
const STYLESHEET: &str = "handbook.css";
/// How many bytes a template may write for each of its steps.
const BYTES: u64 = 64;

/// The templates of one handbook, ready to be filled in.
#[derive(Debug)]
pub(super) struct Theme {
    environment: Environment<'static>,
    stylesheet: String,
    words: String,
    search: String,
    /// How many bytes a template may write for one page.
    most: u64,
}

impl Theme {
    /// Reads the built-in templates and those that replace them.
    pub(super) fn new(
        overrides: &BTreeMap<String, String>,
        language: &'static Language,
        limits: &Limits,
    ) -> Result<Self, RenderError> {
        if let Some(name) = overrides.keys().find(|name| !TEMPLATES.iter().any(|(known, _)| known == name)) {
            return Err(unknown(name));
        }
        let mut environment = Environment::new();
        environment.set_debug(true);
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        let steps = limits.get(Limit::TemplateSteps);
        environment.set_fuel(Some(steps));
        grammar::WITHOUT.iter().for_each(|name| environment.remove_filter(name));
        ["debug", "namespace"].iter().for_each(|name| environment.remove_global(name));
        environment.set_auto_escape_callback(escape_for);
        environment.set_formatter(write_value);
        environment.add_filter("day", |text: &str| language.day(text));
        let mut stylesheet = String::new();
        for (name, built_in) in TEMPLATES {
            let text = overrides.get(name).map_or(built_in, String::as_str);
            if name != STYLESHEET
                && let Some((line, cause)) = grammar::refused(text)
            {
                return Err(RenderError::Template { template: name.to_owned(), line, cause });
            }
            if name == STYLESHEET {
                stylesheet = overrides.get(name).cloned().unwrap_or_else(|| lean_style(built_in));
                if language.is_right_to_left() {
                    stylesheet.push_str(&lean_style(FROM_THE_RIGHT));
                }
            } else {
                environment
                    .add_template_owned(name, text.to_owned())
                    .map_err(|error| explain(name, &error))?;
            }
        }
        Ok(Self {
            environment,
            stylesheet,
            words: words(language, "script-"),
            search: words(language, "search-"),
            most: steps.saturating_mul(BYTES),
        })
    }

    /// Fills in the template called `name`.
    pub(super) fn render(&self, name: &str, values: Value) -> Result<String, RenderError> {
        let template = self.environment.get_template(name).map_err(|error| explain(name, &error))?;
        let mut out = Counted { bytes: Vec::new(), left: self.most, is_full: false };
        let result = template.render_captured_to(values, &mut out).map(|_| ());
        if out.is_full || result.as_ref().is_err_and(is_spent) {
            return Err(RenderError::Steps { template: name.to_owned(), most: self.most / BYTES });
        }
        result.map_err(|error| explain(name, &error))?;
        Ok(String::from_utf8_lossy(&out.bytes).into_owned())
    }

    /// Returns the script.
    pub(super) fn script(&self) -> String {
        format!("{}{}", self.words, lean_script(SCRIPT))
    }

    /// Returns the stylesheet of a file that holds all pages.
    pub(super) fn style_of_one_file(&self) -> String {
        format!("{}{}{}", self.style_of_figures(), self.stylesheet, lean(STYLE_OF_ONE_FILE))
    }

    /// Returns the script of a file that holds all pages.
    pub(super) fn script_of_one_file(&self) -> String {
        format!("{}{}", self.words, lean_script(SCRIPT_OF_ONE_FILE))
    }

    /// Returns the engine of the search.
    pub(super) fn search(&self) -> String {
        lean(&SEARCH.replacen("'use strict';\n", &format!("'use strict';\n{}", self.search), 1))
    }

    /// Returns the stylesheet of figures.
    pub(super) fn style_of_figures(&self) -> String {
        lean_style(STYLE_OF_FIGURES)
    }

    /// Returns the script of figures, which needs that of every page.
    pub(super) fn script_of_figures(&self) -> String {
        lean_script(SCRIPT_OF_FIGURES)
    }

    /// Returns the stylesheet of the window of the search.
    pub(super) fn style_of_search(&self) -> String {
        lean_style(STYLE_OF_SEARCH)
    }

    /// Returns the stylesheet.
    pub(super) fn stylesheet(&self) -> &str {
        &self.stylesheet
    }

    /// Returns the picture of the browser tab.
    pub(super) fn icon(&self) -> &'static str {
        include_str!("templates/icon.svg")
    }
}

/// Takes what a template writes, up to a limit.
struct Counted {
    bytes: Vec<u8>,
    left: u64,
    is_full: bool,
}

impl io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.left.checked_sub(bytes.len() as u64) {
            Some(left) => {
                self.left = left;
                self.bytes.extend_from_slice(bytes);
                Ok(bytes.len())
            }
            None => {
                self.is_full = true;
                Err(io::Error::from(io::ErrorKind::FileTooLarge))
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Leaves out what only those who write our stylesheet and scripts need: remarks on lines of their own, and space
/// where lines start. Neither has a text of several lines.
fn lean(text: &str) -> String {
    let mut lean = String::with_capacity(text.len());
    let remark = |line: &str| line.starts_with("//") || (line.starts_with("/*") && line.ends_with("*/"));
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !remark(line)) {
        lean.push_str(line);
        if !line.ends_with(['{', ',', ';']) {
            lean.push('\n');
        }
    }
    lean
}

/// Leaves out of a script what [`lean`] does, and space that no text of ours in quotes holds.
fn lean_script(text: &str) -> String {
    const SHORT: [(&str, &str); 19] = [
        (" => ", "=>"),
        (" = ", "="),
        (" === ", "==="),
        (" !== ", "!=="),
        (" ??= ", "??="),
        (" && ", "&&"),
        (" || ", "||"),
        (" ?? ", "??"),
        (" + ", "+"),
        (" - ", "-"),
        (" < ", "<"),
        (" ? ", "?"),
        (" : ", ":"),
        (", ", ","),
        (") {", "){"),
        ("if (", "if("),
        ("for (", "for("),
        ("{ ", "{"),
        (" }", "}"),
    ];
    SHORT.iter().fold(lean(text), |script, (long, short)| script.replace(long, short)).replace(";}", "}")
}

/// Leaves out of a stylesheet what [`lean`] does, and the space around what stands on each line.
fn lean_style(text: &str) -> String {
    let mut style = String::with_capacity(text.len());
    for line in text.lines() {
        let declared = line.trim_end().ends_with([';', ',']).then(|| line.split_once(": ")).flatten();
        match (declared, line.trim_end().strip_suffix(" {")) {
            (Some((name, value)), _) => style.extend([name, ":", value]),
            (None, Some(selector)) => style.extend([selector, "{"]),
            (None, None) => style.push_str(line),
        }
        style.push('\n');
    }
    // No text of ours in quotes holds any of these.
    const SHORT: [(&str, &str); 8] = [
        (";}\n", "}"),
        ("}\n", "}"),
        (", ", ","),
        (" > ", ">"),
        ("(> ", "(>"),
        (" 0.", " ."),
        (":0.", ":."),
        ("@media (", "@media("),
    ];
    SHORT.iter().fold(lean(&style), |style, (long, short)| style.replace(long, short))
}

fn unknown(name: &str) -> RenderError {
    let known: Vec<&'static str> = TEMPLATES.iter().map(|(known, _)| *known).collect();
    let nearest = known
        .iter()
        .copied()
        .map(|known| (strsim::damerau_levenshtein(name, known), known))
        .min()
        .filter(|(distance, _)| *distance <= 4)
        .map(|(_, known)| known);
    RenderError::UnknownTemplate { name: name.to_owned(), nearest, known }
}

/// Finds the innermost place of an error: a mistake in a block or an included file is said where it is.
fn explain(name: &str, error: &Error) -> RenderError {
    let mut innermost = error;
    let mut next = error.source();
    while let Some(source) = next {
        if let Some(found) = source.downcast_ref::<Error>().filter(|found| found.line().is_some()) {
            innermost = found;
        }
        next = source.source();
    }
    let cause = match innermost.detail() {
        Some(detail) => format!("{}: {detail}", innermost.kind()),
        None => innermost.kind().to_string(),
    };
    RenderError::Template {
        template: innermost.name().unwrap_or(name).to_owned(),
        line: innermost.line().unwrap_or(1),
        cause,
    }
}

/// Says whether a template took more steps than it may.
fn is_spent(error: &Error) -> bool {
    let mut next: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = next {
        if error.downcast_ref::<Error>().is_some_and(|error| error.kind() == ErrorKind::OutOfFuel) {
            return true;
        }
        next = error.source();
    }
    false
}

fn escape_for(name: &str) -> AutoEscape {
    if name.ends_with(".md.jinja") { AutoEscape::Custom("markdown".into()) } else { AutoEscape::Html }
}

fn write_value(out: &mut Output, state: &mut State, value: &Value) -> Result<(), Error> {
    let other;
    let text = match value.as_str() {
        Some(text) => text,
        None if value.is_none() => return Ok(()),
        None => {
            other = value.to_string();
            other.as_str()
        }
    };
    if value.is_safe() || matches!(state.auto_escape(), AutoEscape::None) {
        out.write_str(text)?;
    } else if matches!(state.auto_escape(), AutoEscape::Html) {
        out.write_str(&html::escaped(text))?;
    } else {
        out.write_str(&markdown::escaped(text))?;
    }
    Ok(())
}

/// Writes the words of a script, those whose keys begin with `prefix`: `WORDS.choose` is `script-choose`.
fn words(language: &Language, prefix: &str) -> String {
    let mut words: Map<String, Json> = language.starting_with(prefix).collect();
    if prefix == "search-" {
        words.insert("lang".to_owned(), language.tag().into());
        words.insert("dir".to_owned(), language.direction().into());
    }
    format!("const WORDS = {};\n", Json::Object(words))
}

#[cfg(test)]
mod tests;
