//! What a source file's text says about the shape of the code.

/// A source file of the tool.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// Path below `src`.
    pub(super) path: String,
    /// Its whole text.
    pub(super) text: String,
    /// Whether only tests are built from it.
    test: bool,
}

impl Source {
    /// Makes a source.
    pub(super) fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), test: false }
    }

    /// Returns the stage it belongs to: the first folder, or the name of a file that lies in none.
    pub(super) fn stage(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap_or("")
    }

    /// Iterates over the lines that ship, with their numbers: no comments, no tests.
    pub(super) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let shipped = match self.text.find("#[cfg(test)]\nmod tests {") {
            _ if self.test => "",
            Some(end) => &self.text[..end],
            None => &self.text,
        };
        let lines = (1..).zip(shipped.lines());
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

/// Marks the sources that only tests are built from: modules declared below `#[cfg(test)]`.
pub(super) fn mark_tests(sources: &mut [Source]) {
    let mut modules = Vec::new();
    for source in sources.iter() {
        let folder =
            source.path.trim_end_matches("mod.rs").trim_end_matches("lib.rs").trim_end_matches(".rs");
        let folder = folder.trim_end_matches('/');
        for (at, attribute) in source.text.match_indices("#[cfg(test)]\nmod ") {
            let name: String =
                source.text[at + attribute.len()..].chars().take_while(|next| *next != ';').collect();
            if !name.contains(' ') {
                modules.push(format!("{folder}/{name}"));
            }
        }
    }
    for source in sources {
        source.test = modules.iter().any(|module| {
            source
                .path
                .strip_prefix(module.as_str())
                .is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
        });
    }
}

/// The stages, each with those that it may import.
pub(super) const STAGES: [(&str, &[&str]); 14] = [
    ("source", &[]),
    ("diagnostic", &["source"]),
    ("document", &["source", "diagnostic"]),
    ("config", &["source", "diagnostic", "document"]),
    ("model", &["source", "diagnostic", "document"]),
    ("diff", &["source", "diagnostic", "document", "config", "model"]),
    ("history", &["source", "diagnostic", "document", "model"]),
    ("log", &["source", "diagnostic", "document", "config", "model", "diff", "history"]),
    ("show", &["source", "diagnostic", "document", "model"]),
    ("check", &["source", "diagnostic", "document", "config", "model", "diff", "history"]),
    ("handbook", &["source", "diagnostic", "document", "config", "model", "diff", "history", "log"]),
    ("render", &["source", "diagnostic", "document", "config", "model", "history", "handbook"]),
    ("report", &["source", "diagnostic", "check"]),
    ("approval", &["source", "diagnostic", "document", "model", "check", "history", "report", "diff"]),
];

/// What may use every stage and is used by none: the commands, and the two roots.
pub(super) const TOP: [&str; 3] = ["cli", "lib", "main"];

/// The crates that only some files may know, and which.
pub(super) const DOORS: [(&str, &[&str]); 16] = [
    ("git2", &["source/git.rs", "source/git/", "source/error.rs", "history/"]),
    ("ignore", &["source/worktree.rs"]),
    ("std::fs", &["source/worktree.rs", "source/worktree/", "cli/"]),
    ("granit_parser", &["document/builder.rs"]),
    (
        "minijinja",
        &["render/grammar.rs", "render/theme.rs", "render/context.rs", "render/whole.rs", "check/own/"],
    ),
    ("annotate_snippets", &["report/"]),
    ("iso_currency", &["model/value/currency.rs"]),
    ("include_dir", &["cli/init.rs"]),
    ("anyhow", &["cli/"]),
    ("clap", &["cli/"]),
    ("notify", &["cli/serve/watch.rs"]),
    ("httparse", &["cli/serve/server.rs"]),
    ("ctrlc", &["cli/serve/mod.rs"]),
    ("nix", &["cli/signals.rs"]),
    ("ssh_key", &["approval/signature.rs"]),
    ("unicode_normalization", &["handbook/search/words.rs"]),
];

/// The formats, which the arguments name themselves.
const CHOICES: [&str; 5] =
    ["report/mod.rs", "render/mod.rs", "diff/mod.rs", "approval/mod.rs", "approval/codeowners/mod.rs"];

/// Words that no shipped line holds.
const FORBIDDEN: [&str; 12] = [
    "println!",
    "eprintln!",
    "eprint!",
    "print!",
    "dbg!",
    "panic!",
    "todo!",
    "unimplemented!",
    ".unwrap()",
    ".expect(\"\")",
    "#[allow(",
    "::*;",
];

/// Returns the imports that point up, and files of no known stage.
pub(super) fn arrows_up(source: &Source) -> Vec<String> {
    let stage = source.stage();
    if TOP.contains(&stage) {
        return Vec::new();
    }
    let Some((_, allowed)) = STAGES.iter().find(|(name, _)| *name == stage) else {
        return vec![format!("{}: `{stage}` is no stage", source.path)];
    };
    let mut found = Vec::new();
    for (number, line) in source.code() {
        for (at, _) in line.match_indices("crate::").filter(|(at, _)| starts_word(line, *at)) {
            let rest = &line[at + "crate::".len()..];
            let word: String =
                rest.chars().take_while(|next| next.is_alphanumeric() || *next == '_').collect();
            if word != stage && !allowed.contains(&word.as_str()) {
                found.push(format!(
                    "{}:{number}: `{stage}` uses `{}`",
                    source.path,
                    if word.is_empty() { rest } else { &word }
                ));
            }
        }
    }
    found
}

/// Returns the uses of crates away from their doors.
pub(super) fn side_doors(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for (name, doors) in DOORS {
        if doors.iter().any(|door| source.path.starts_with(door)) {
            continue;
        }
        for (number, line) in source.code() {
            let choice =
                name == "clap" && CHOICES.contains(&source.path.as_str()) && line.contains("clap::ValueEnum");
            let mut uses = line.match_indices(name).filter(|(at, _)| {
                let after = &line[at + name.len()..];
                starts_word(line, *at)
                    && (after.starts_with("::") || line.trim_start().starts_with("use ") && !continues(after))
            });
            if uses.next().is_some() && !choice {
                found.push(format!("{}:{number}: `{name}` is not for this file", source.path));
            }
        }
    }
    found
}

/// Returns the shipped lines that hold a forbidden word.
pub(super) fn forbidden(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for (number, line) in source.code() {
        let words = FORBIDDEN.iter().filter(|word| {
            line.match_indices(**word)
                .any(|(at, _)| !word.starts_with(char::is_alphabetic) || starts_word(line, at))
        });
        found.extend(words.map(|word| format!("{}:{number}: `{word}`", source.path)));
    }
    found
}

/// Returns the code that a rule's file declares.
pub(super) fn rule_code(source: &Source) -> Option<&str> {
    let after = source.text.split_once("code: \"")?.1;
    after.split_once('"').map(|(code, _)| code)
}

/// Says whether no word goes on from before this place.
fn starts_word(line: &str, at: usize) -> bool {
    !line[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == ':')
}

fn continues(after: &str) -> bool {
    after.starts_with(|next: char| next.is_alphanumeric() || next == '_')
}
