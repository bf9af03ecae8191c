//! Reads the settings and says what is wrong in them.

use std::sync::LazyLock;

use crate::config::handbook::{is_range, is_site};
use crate::config::look;
use crate::config::own::own_codes;
use crate::config::rules::{SETTINGS_NOT_ALLOWED, SETTINGS_UNKNOWN_RULE, SETTINGS_UNKNOWN_THRESHOLD};
use crate::config::schema;
use crate::config::settings::Settings;
use crate::config::theme::ThemeSettings;
use crate::diagnostic::{Diagnostic, Label, Rule};
use crate::document::rules::{VALUE_BAD, YAML_SURPRISE};
use crate::document::schema::{Scope, Shape, check};
use crate::document::suggest::nearest;
use crate::document::{Document, NodeId, value};
use crate::source::{Place, Snapshot};

static SHAPE: LazyLock<Shape> = LazyLock::new(|| Shape::from_schema(&schema::value()));

/// What settings can name.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The codes of all rules.
    pub rules: &'a [&'a str],
    /// Those of them that always hold.
    pub fixed: &'a [&'a str],
    /// The names of all thresholds.
    pub thresholds: &'a [&'a str],
}

/// Reads the settings of a charter; without the file, or with faults in it, nothing is set. Findings come in no order.
pub fn read(snapshot: &Snapshot, documents: &[Document], known: Known<'_>) -> (Settings, Vec<Diagnostic>) {
    let found = documents.iter().find(|document| snapshot.file(document.file).place == Place::Settings);
    let Some((document, root)) = found.and_then(|document| Some((document, document.tree.root()?))) else {
        return (Settings::default(), Vec::new());
    };
    let text = &snapshot.file(document.file).text;
    let format = |_: &str, _: &str| Ok(());
    let scope = Scope { file: document.file, text, tree: &document.tree, kind: None, id: "", format };
    let checked = check(scope, &SHAPE, root);
    let own = own_codes(snapshot, documents);
    let mut reader = Reader { document, known, own, findings: checked.findings };
    // Nobody but this tool reads the file, and a bare `off` is what people write.
    reader.findings.retain(|finding| finding.rule.code != YAML_SURPRISE.code);
    reader.names(root);
    let settings = if checked.sound && reader.findings.is_empty() { reader.settings(root) } else { None };
    let mut settings = settings.unwrap_or_default();
    if let Some((_, theme)) = document.tree.entry(root, "theme").filter(|_| checked.sound) {
        let wrong = look::check(snapshot, document, theme);
        if !wrong.is_empty() {
            settings.theme = ThemeSettings::default();
        }
        reader.findings.extend(wrong);
    }
    (settings, reader.findings)
}

struct Reader<'a> {
    document: &'a Document,
    known: Known<'a>,
    /// The codes of the charter's own rules.
    own: Vec<&'a str>,
    findings: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn settings(&mut self, root: NodeId) -> Option<Settings> {
        let tree = &self.document.tree;
        match serde_yaml::from_value(value::value(tree, root)) {
            Ok(settings) => Some(settings),
            Err(error) => {
                let label = Label::new(self.document.file, tree.head(root), "");
                let message = format!("the settings cannot be read: {error}");
                self.findings.push(Diagnostic::new(&VALUE_BAD, message, label));
                None
            }
        }
    }

    /// Checks the names of rules and thresholds.
    fn names(&mut self, root: NodeId) {
        let tree = &self.document.tree;
        if let Some((_, rules)) = tree.entry(root, "rules") {
            self.levels(rules);
        }
        if let Some((_, paths)) = tree.entry(root, "paths") {
            tree.entries(paths).iter().for_each(|(_, levels)| self.levels(*levels));
        }
        if let Some((_, thresholds)) = tree.entry(root, "thresholds") {
            for (key, value) in tree.entries(thresholds) {
                self.threshold(*key, *value);
            }
        }
        if let Some((_, handbook)) = tree.entry(root, "handbook") {
            let site = "`site` must be the address of a folder on the web";
            let help = "write it like `https://handbook.example/it/`, without `?` and `#`";
            self.text(handbook, "site", is_site, (site, help));
            let changes = "`changes` must name a revision or a day, or two with `..` between";
            let help = "write it like `v1.2`, `2026-01-01..2026-06-30` or `last tag`";
            self.text(handbook, "changes", is_range, (changes, help));
        }
    }

    /// Checks the text of a field, where there is one.
    fn text(&mut self, group: NodeId, field: &str, is_good: fn(&str) -> bool, (message, help): (&str, &str)) {
        let tree = &self.document.tree;
        if let Some((_, value)) = tree.entry(group, field)
            && tree.text(value).is_some_and(|text| !is_good(text))
        {
            let label = Label::new(self.document.file, tree.span(value), "");
            self.findings.push(Diagnostic::new(&VALUE_BAD, message, label).with_help(help));
        }
    }

    fn levels(&mut self, levels: NodeId) {
        let tree = &self.document.tree;
        for (key, value) in tree.entries(levels) {
            let Some(name) = tree.text(*key) else { continue };
            let in_name = |code: &&&str| **code == name || code.split('-').next() == Some(name);
            let known = || self.known.rules.iter().chain(&self.own);
            let named: Vec<&str> = known().filter(in_name).copied().collect();
            if named.is_empty() {
                let groups = known().filter_map(|code| code.split('-').next());
                let names: Vec<&str> = known().copied().chain(groups).collect();
                self.unknown(&SETTINGS_UNKNOWN_RULE, *key, (name, "no rule or group of rules"), &names);
            } else if named.iter().any(|code| self.known.fixed.contains(code))
                && tree.text(*value) != Some("error")
            {
                self.not_allowed(*key, name, &named);
            }
        }
    }

    fn not_allowed(&mut self, key: NodeId, name: &str, named: &[&str]) {
        let free: Vec<String> = named
            .iter()
            .filter(|code| !self.known.fixed.contains(code))
            .map(|code| format!("`{code}`"))
            .collect();
        let message = match named {
            [only] if *only == name => format!("`{name}` always holds; its level cannot be changed"),
            _ => format!("the group `{name}` holds rules whose level cannot be changed"),
        };
        let help = match free.as_slice() {
            [] => "delete the line".to_owned(),
            free => format!("of this group only {} can be changed", free.join(" and ")),
        };
        let label = Label::new(self.document.file, self.document.tree.span(key), "");
        self.findings.push(Diagnostic::new(&SETTINGS_NOT_ALLOWED, message, label).with_help(help));
    }

    fn threshold(&mut self, key: NodeId, node: NodeId) {
        let tree = &self.document.tree;
        let Some(name) = tree.text(key) else { return };
        if !self.known.thresholds.contains(&name) {
            let known = self.known.thresholds;
            return self.unknown(&SETTINGS_UNKNOWN_THRESHOLD, key, (name, "no threshold"), known);
        }
        let number = value::value(tree, node).as_f64();
        if number.is_some_and(|number| !number.is_finite() || number < 0.0) {
            let label = Label::new(self.document.file, tree.span(node), "");
            let message = format!("`{name}` must be 0 or more");
            self.findings.push(Diagnostic::new(&VALUE_BAD, message, label));
        }
    }

    fn unknown(&mut self, rule: &'static Rule, key: NodeId, (name, what): (&str, &str), known: &[&str]) {
        let span = self.document.tree.span(key);
        let finding = Diagnostic::new(
            rule,
            format!("{what} is called `{name}`"),
            Label::new(self.document.file, span, "not known"),
        );
        self.findings.push(match nearest(name, known.iter().copied()) {
            Some(meant) => finding.with_help(format!("did you mean `{meant}`?")).with_fix(
                format!("rename to `{meant}`"),
                self.document.file,
                span,
                meant,
            ),
            None => finding.with_help("delete the line, or look the name up in a finding's square brackets"),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{Known, read};
    use crate::config::{Level, Settings, ThemeSettings};
    use crate::diagnostic::sort;
    use crate::document;
    use crate::source::{LineIndex, Snapshot};

    const KNOWN: Known<'_> = Known {
        rules: &["file-line-ending", "file-link", "reports-cycle", "text-long-sentence"],
        fixed: &["file-link"],
        thresholds: &["text-long-sentence.words"],
    };

    fn examine(text: &str) -> (Settings, Vec<String>) {
        let snapshot = Snapshot::from_texts([(".itcharter.yaml", text)]);
        let (documents, unread) = document::read(&snapshot);
        assert!(unread.is_empty(), "{unread:?}");
        let (settings, mut findings) = read(&snapshot, &documents, KNOWN);
        sort(&mut findings);
        let index = LineIndex::new(text);
        let say = |finding: &crate::diagnostic::Diagnostic| {
            let place = index.position(text, finding.primary.span.start as usize);
            format!("{}:{} {} {}", place.line, place.column, finding.rule.code, finding.message)
        };
        (settings, findings.iter().map(say).collect())
    }

    #[test]
    fn settings_are_read() {
        let (settings, findings) = examine(
            "rules: {reports-cycle: off, text: note}\nthresholds: {text-long-sentence.words: 30}\n\
             paths:\n  pages/**: {file-line-ending: error}\nwords: [Moodle]\n",
        );
        assert_eq!(findings, [""; 0]);
        assert_eq!(settings.level("reports-cycle", "roles.yaml"), Some(Level::Off));
        assert_eq!(settings.level("text-long-sentence", "roles.yaml"), Some(Level::Note));
        assert_eq!(settings.level("file-line-ending", "pages/a.md"), Some(Level::Error));
        assert_eq!(settings.thresholds.get("text-long-sentence.words"), Some(&30.0));
        assert!(settings.allows("moodle") && !settings.allows("SAML"));
    }

    #[test]
    fn the_address_of_the_handbook_is_one_on_the_web() {
        let (settings, findings) = examine("handbook: {site: 'https://handbook.example/it'}\n");
        assert_eq!(findings, [""; 0]);
        assert_eq!(settings.handbook.base().as_deref(), Some("https://handbook.example/it/"));
        let (_, findings) = examine("handbook: {site: 'javascript:x'}\n");
        assert_eq!(findings, ["1:18 value-bad `site` must be the address of a folder on the web"]);
    }

    #[test]
    fn changes_are_told_since_something_that_can_be_found() {
        let (settings, findings) = examine("handbook: {changes: last tag}\n");
        assert_eq!(findings, [""; 0]);
        assert_eq!(settings.handbook.changes.as_deref(), Some("last tag"));
        let (settings, findings) = examine("handbook: {changes: ':/fix'}\n");
        let wanted = "1:21 value-bad `changes` must name a revision or a day, or two with `..` between";
        assert_eq!(findings, [wanted]);
        assert_eq!(settings, Settings::default());
    }

    #[test]
    fn a_look_that_cannot_be_used_is_found_where_it_is_set_and_the_usual_one_stays() {
        let (settings, findings) = examine(
            "words: [Moodle]\ntheme:\n  accent: {light: '#d9822b', dark: teal}\n  band: {dark: '#12'}\n  \
             logo: {file: theme/no.png}\n  fonts: {text: ['a;b', Lato]}\n  \
             font-files: [{family: Lato, file: charter.yaml}]\n",
        );
        assert_eq!(
            findings,
            [
                "3:19 settings-low-contrast `#d9822b` has a contrast of 2.28 on `#e9e3d6` where pages are light",
                "3:36 value-bad `teal` is not a colour",
                "4:16 value-bad `#12` is not a colour",
                "5:16 value-bad no picture is at `theme/no.png`",
                "6:18 value-bad this is not the name of a family of letters",
                "7:37 value-bad no font is at `charter.yaml`",
            ]
        );
        assert_eq!(settings.theme, ThemeSettings::default());
        assert!(settings.allows("Moodle"));
    }

    #[test]
    fn a_look_is_read() {
        let (settings, findings) =
            examine("theme:\n  accent: {light: '#8a2b0f'}\n  fonts: {text: [Lato]}\n  width: 38\n");
        assert_eq!(findings, [""; 0]);
        assert_eq!(settings.theme.width, Some(38));
        let (_, findings) = examine("theme: {width: 99}\n");
        assert_eq!(findings.len(), 1, "{findings:?}");
    }

    #[test]
    fn an_empty_file_sets_nothing() {
        for text in ["", "# Nothing yet\n"] {
            assert_eq!(examine(text), (Settings::default(), Vec::new()));
        }
    }

    #[test]
    fn names_that_are_not_known_are_found_where_they_stand() {
        let (settings, findings) = examine(
            "rules: {reports-cicle: note}\nthresholds: {text-long-sentence.word: 30}\npaths: {a: {tekst: note}}\n",
        );
        assert_eq!(
            findings,
            [
                "1:9 settings-unknown-rule no rule or group of rules is called `reports-cicle`",
                "2:14 settings-unknown-threshold no threshold is called `text-long-sentence.word`",
                "3:13 settings-unknown-rule no rule or group of rules is called `tekst`",
            ]
        );
        assert_eq!(settings, Settings::default());
    }

    #[test]
    fn rules_that_always_hold_cannot_be_changed() {
        let (_, findings) = examine("rules: {file-link: off}\npaths: {a: {file: note}}\n");
        assert_eq!(
            findings,
            [
                "1:9 settings-not-allowed `file-link` always holds; its level cannot be changed",
                "2:13 settings-not-allowed the group `file` holds rules whose level cannot be changed",
            ]
        );
    }

    #[test]
    fn faults_of_shape_are_found_where_they_stand() {
        let (_, findings) = examine(
            "look: dark\nrules: {reports-cycle: loud}\nthresholds: {text-long-sentence.words: -1}\nwords: Moodle\n",
        );
        assert_eq!(
            findings,
            [
                "1:1 key-unknown `look` is not a field of the settings",
                "2:24 value-bad `loud` is not a value of `reports-cycle`",
                "3:40 value-bad `text-long-sentence.words` must be 0 or more",
                "4:8 value-type `words` must be a list, such as `[one, two]`, but this is text",
            ]
        );
        let (settings, findings) = examine("profile: [uk, scholl]\n");
        assert_eq!(findings, ["1:15 value-bad `scholl` is not a value of `profile`"]);
        assert_eq!(settings.profile, None);
        assert_eq!(
            examine("- a\n").1,
            ["1:3 value-type the settings must be a group of fields, but this is a list"]
        );
    }
}
