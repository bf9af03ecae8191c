//! The rules about files, YAML text and structure that hold before anything is known of meaning.

use crate::diagnostic::{Rule, Severity};

/// Declares one rule of this stage.
macro_rules! rule {
    ($name:ident, $code:literal, $severity:ident, $summary:literal, $why:literal, $explanation:literal) => {
        #[doc = concat!("`", $code, "`: ", $summary, ".")]
        pub static $name: Rule = Rule {
            code: $code,
            severity: Severity::$severity,
            summary: $summary,
            why: $why,
            explanation: $explanation,
        };
    };
}

rule!(
    FILE_ENCODING,
    "file-encoding",
    Error,
    "a file is not UTF-8 text",
    "every editor, forge and browser reads UTF-8; another encoding turns names into riddles",
    "Every file of the charter, pictures aside, must be UTF-8. The finding points at the first byte \
     that is not. The file is not read further."
);
rule!(
    FILE_EXTENSION,
    "file-extension",
    Error,
    "a file has an ending that is not read",
    "a file that looks like part of the charter and is not read would be a promise nobody keeps",
    "Each place of the charter takes certain endings: `.yaml` or `.yml` for data, `.md` for text. A \
     file that lies in such a place with another ending is named here, because nothing in it is read."
);
rule!(
    FILE_HIDDEN_CHARACTER,
    "file-hidden-character",
    Error,
    "a text holds characters that nobody can see",
    "control and direction characters can make a text read differently from what it says (CVE-2021-42574)",
    "Counts control characters other than tabs and line ends, marks that turn the direction of text \
     around, and byte order marks inside a text, whether they stand there as they are or are written as \
     an escape. One finding for each line. Letters of every script are welcome."
);
rule!(
    FILE_LINE_ENDING,
    "file-line-ending",
    Note,
    "a file ends its lines the way Windows does",
    "mixed line endings make changes look larger than they are",
    "Counts lines that end with a carriage return. One finding for each file, at the first such line. \
     The file is read all the same."
);
rule!(
    FILE_LINK,
    "file-link",
    Error,
    "a symbolic link or submodule stands where a file belongs",
    "a link can lead out of the charter, so links are never followed",
    "A symbolic link or a Git submodule is never followed, wherever it leads. Put the file itself in \
     its place."
);
rule!(
    FILE_MISPLACED,
    "file-misplaced",
    Error,
    "a file lies where nothing is read",
    "a file that looks like part of the charter and is not read would be a promise nobody keeps",
    "Names files whose name is nearly that of a file of the charter, such as `role.yaml` for \
     `roles.yaml`, and files that lie deeper than the folder of their kind. Other files that the \
     charter does not know are left alone."
);
rule!(
    FILE_NAME_UNSAFE,
    "file-name-unsafe",
    Error,
    "a file has a name that no charter file has",
    "names with control characters or `..` have been used to reach files outside a folder",
    "Names with control characters, a part that is `..` or `.git`, and bytes that are not UTF-8 are \
     refused. The file is not read, and its name is shown with such characters spelled out."
);
rule!(
    FILE_TOO_LARGE,
    "file-too-large",
    Error,
    "a file is larger than the limit",
    "a limit keeps a check fast and safe on files that strangers send",
    "Each sort of file has a largest size, which the finding names together with the size of the file. \
     The limits are house defaults; `file-size` and `picture-size` under `limits` in the settings raise them."
);
rule!(
    FILE_TOO_MANY,
    "file-too-many",
    Error,
    "the charter has more files than are read",
    "a limit keeps a check fast and safe on charters that strangers send",
    "Counts files and folders, and the bytes of all files together. Past the limit nothing else is reported: what was \
     not read cannot be checked. No charter of people comes near it; `files` and `total-size` under `limits` in the \
     settings raise it."
);
rule!(
    FILE_TOO_MUCH,
    "file-too-much",
    Error,
    "a file has more than is read or listed",
    "a limit keeps a check fast and safe on files that strangers send",
    "Looks at how deep a file lies, how long its path is, and how much is wrong with its text and its structure. Past \
     the first two it is not read; past the third the rest is not listed. `depth`, `path-length` and `faults` under \
     `limits` in the settings raise them."
);
rule!(
    FILE_UNREADABLE,
    "file-unreadable",
    Error,
    "a file cannot be read",
    "a check that leaves a file out would say more than it knows",
    "The file is there, but its content could not be had: the disk refused, or the clone was made \
     without it. Everything else is still checked."
);
rule!(
    KEY_MISSING,
    "key-missing",
    Error,
    "a field that is needed is missing",
    "every later check and every page of the handbook relies on it",
    "Every kind of entry, and many a part of one, has fields that it cannot do without. The finding \
     points at the entry or the part and names the field."
);
rule!(
    KEY_TWICE,
    "key-twice",
    Error,
    "a field is written twice",
    "readers disagree on which of the two counts (YAML 1.2.2, 3.2.1.1: keys are unique)",
    "A mapping may hold each field once. The finding points at the second; the other place is shown \
     too. Only the first is read."
);
rule!(
    KEY_UNKNOWN,
    "key-unknown",
    Error,
    "a field is not known",
    "a misspelt field would be ignored in silence, and with it what it says",
    "Every field of an entry must be one that its kind has. The nearest known field is offered where \
     one is near."
);
rule!(
    VALUE_BAD,
    "value-bad",
    Error,
    "a value is not one that the field takes",
    "a value that cannot be read exactly cannot be checked or compared",
    "The value has the right form but is not one that the field takes: a word that is not on the list, \
     a day that is not in the calendar, an amount without a currency, a number out of range. The \
     finding says what the field takes."
);
rule!(
    VALUE_EMPTY,
    "value-empty",
    Error,
    "a field has no value",
    "an empty field looks answered and is not",
    "Reports fields with nothing after the colon, empty text, empty lists and empty files. Take out \
     what you have no answer for yet; do not leave it empty."
);
rule!(
    VALUE_TYPE,
    "value-type",
    Error,
    "a value is of the wrong sort",
    "a list where one value belongs, or a number where text belongs, is read differently by different readers",
    "Tells text, numbers, yes or no, lists and mappings apart, and reports a value of one sort where \
     the field takes another."
);
rule!(
    YAML_SURPRISE,
    "yaml-surprise",
    Warning,
    "YAML readers disagree on what this text means",
    "YAML 1.1 reads a bare `no` as false and `10:30` as 630; YAML 1.2 does not, and both are in use",
    "Reports text that is allowed but read in two ways: bare words such as `no` and `on`, numbers with \
     a leading zero, times without quotes, tabs, byte order marks, anchors, tags and second documents. \
     Quotes make most of them plain."
);
rule!(
    YAML_SYNTAX,
    "yaml-syntax",
    Error,
    "the text is not valid YAML",
    "nothing in the file can be read until it is",
    "The finding points at the place where reading stopped; the fault is there or a little before it. \
     Nothing in the file is checked until the text can be read."
);

rule!(
    YAML_TOO_MUCH,
    "yaml-too-much",
    Error,
    "a file nests deeper or holds more values than are read",
    "a small file can be made to cost much time and memory; limits hold before anything is built from it",
    "Lists and mappings may nest 32 deep, and one file may hold 200,000 keys, values and list items; `nesting` and \
     `nodes` under `limits` in the settings raise that. Aliases are never followed, so none can multiply. The rest of \
     the file is not read."
);

/// Every rule of this stage, sorted by code.
pub static RULES: [&Rule; 20] = [
    &FILE_ENCODING,
    &FILE_EXTENSION,
    &FILE_HIDDEN_CHARACTER,
    &FILE_LINE_ENDING,
    &FILE_LINK,
    &FILE_MISPLACED,
    &FILE_NAME_UNSAFE,
    &FILE_TOO_LARGE,
    &FILE_TOO_MANY,
    &FILE_TOO_MUCH,
    &FILE_UNREADABLE,
    &KEY_MISSING,
    &KEY_TWICE,
    &KEY_UNKNOWN,
    &VALUE_BAD,
    &VALUE_EMPTY,
    &VALUE_TYPE,
    &YAML_SURPRISE,
    &YAML_SYNTAX,
    &YAML_TOO_MUCH,
];

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn every_rule_explains_itself_and_the_codes_are_sorted() {
        for rule in RULES {
            assert!(rule.explanation.len() > 40 && rule.explanation.ends_with('.'), "{}", rule.code);
            assert!(!rule.explanation.contains("  "), "{}", rule.code);
            assert!(rule.why.len() > 20 && !rule.summary.ends_with('.'), "{}", rule.code);
        }
        assert!(RULES.windows(2).all(|pair| pair[0].code < pair[1].code));
    }
}
