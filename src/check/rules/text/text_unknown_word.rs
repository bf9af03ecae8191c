//! `text-unknown-word`: a text uses a technical word that the glossary does not explain.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::check::texts::{self, Look, Passage, Sentence, for_everyone};
use crate::check::words::{Phrases, TECHNICAL};
use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};
use crate::model::Charter;
use crate::source::Span;

static RULE: Rule = Rule {
    code: "text-unknown-word",
    severity: Severity::Warning,
    summary: "a text uses a technical word that the glossary does not explain",
    why: "staff who do not know a word cannot follow the rule that uses it (Plain English: explain specialist terms)",
    explanation: "Looks in texts for everyone for about 180 technical words and for short forms in capitals. Words of \
                  the glossary (`term` and `also`), of names in the charter, in `words` of the settings and short \
                  forms that everyone knows, such as `PDF`, are left alone, and so is a short form that stands in \
                  brackets behind its words. Each word is reported once, at its first place.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[("norms.yaml", "- {id: a, from: it, text: We tell you before SAML changes., seen_when: It is told.}\n")],
    passing: &[
        ("norms.yaml", "- {id: a, from: it, text: We tell you before SAML changes., seen_when: It is told.}\n"),
        ("glossary.yaml", "- {term: SAML, plain: How one sign-in opens many systems.}\n"),
    ],
};

/// Short forms that everyone knows.
const EVERYDAY: [&str; 48] = [
    "am", "au", "bst", "cc", "cd", "ceo", "cet", "cv", "diy", "dvd", "eu", "eur", "faq", "faqs", "gb", "gbp", "gdpr",
    "gmt", "gp", "hr", "id", "ids", "it", "mb", "ngo", "ok", "pa", "pc", "pcs", "pdf", "pdfs", "pe", "pin", "pm", "ps",
    "rsvp", "sim", "sms", "tb", "tv", "uk", "un", "us", "usa", "usb", "usd", "utc", "vat",
];

/// Words that people write in capitals to stress them.
const STRESSED: [&str; 26] = [
    "all", "always", "and", "any", "as", "be", "been", "both", "but", "do", "each", "if", "is", "may", "must",
    "never", "no", "not", "off", "on", "only", "or", "shall", "use", "we", "you",
];

/// The places of one word.
struct Use {
    entry: usize,
    field: String,
    span: Span,
    times: usize,
}

pub(super) fn look<'a>(context: &'a Context<'a>) -> Box<dyn Look + 'a> {
    Box::new(Uses { context, known: Known::new(context), words: Mutex::default() })
}

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    texts::run(context, look, findings);
}

/// The words that nobody explains, with their uses in all files.
struct Uses<'a> {
    context: &'a Context<'a>,
    known: Known<'a>,
    words: Mutex<BTreeMap<String, Use>>,
}

impl Look for Uses<'_> {
    fn at(&self, texts: &[Passage], _: &mut Vec<Diagnostic>) {
        let mut words: BTreeMap<String, Use> = BTreeMap::new();
        for passage in for_everyone(self.context, texts) {
            let text = self.context.text(passage.entry);
            for sentence in &passage.sentences {
                for span in self.known.strangers(sentence, text, self.context) {
                    let place = || Use { entry: passage.entry, field: passage.field.clone(), span, times: 0 };
                    words.entry(span.slice(text).to_lowercase()).or_insert_with(place).times += 1;
                }
            }
        }
        if words.is_empty() {
            return;
        }
        let mut all = self.words.lock().unwrap_or_else(PoisonError::into_inner);
        for (word, found) in words {
            match all.get_mut(&word) {
                // Files come in any order; the first in the order of the charter is shown.
                Some(known) if found.entry < known.entry => {
                    *known = Use { times: known.times + found.times, ..found };
                }
                Some(known) => known.times += found.times,
                None => drop(all.insert(word, found)),
            }
        }
    }

    fn end(&self, findings: &mut Vec<Diagnostic>) {
        for one in self.words.lock().unwrap_or_else(PoisonError::into_inner).values() {
            let entry = self.context.registry.entry(one.entry);
            let written = one.span.slice(self.context.text(one.entry));
            let often = if one.times == 1 { String::new() } else { format!(" ({} times in all)", one.times) };
            findings.push(
                Diagnostic::new(
                    &RULE,
                    format!("`{written}` is a technical word that the glossary does not explain{often}"),
                    Label::new(entry.file, one.span, ""),
                )
                .with_help("say it in everyday words, or explain it in `glossary.yaml`")
                .about(entry.kind, &entry.id, &one.field),
            );
        }
    }
}

/// What readers can be expected to know.
struct Known<'a> {
    charter: &'a Charter,
    terms: Phrases,
    /// Words of names and those that everyone knows, once a word is not explained.
    words: OnceLock<BTreeSet<String>>,
}

impl<'a> Known<'a> {
    fn new(context: &Context<'a>) -> Self {
        let charter = context.charter;
        let terms = charter.terms.iter();
        let terms = terms.flat_map(|term| term.also.iter().chain([&term.term])).map(|term| (term.as_str(), ""));
        Self { charter, terms: Phrases::new(terms), words: OnceLock::new() }
    }

    fn words(&self) -> &BTreeSet<String> {
        self.words.get_or_init(|| names(self.charter))
    }

    /// Returns the places of the words of a sentence that readers may not know.
    fn strangers(&self, sentence: &Sentence, text: &str, context: &Context<'_>) -> Vec<Span> {
        let explained = self.terms.find(sentence, context.settings);
        let is_known = |span: Span| {
            let word = span.slice(text).to_lowercase();
            explained.iter().any(|term| term.span.start <= span.start && span.end <= term.span.end)
                || self.words().contains(word.as_str())
                || word.strip_suffix('s').is_some_and(|one| self.words().contains(one))
                || context.settings.allows(&word)
        };
        // Three words in capitals side by side are words that somebody shouts.
        let mut threes = sentence.words.windows(3);
        let shouting = threes.any(|words| words.iter().all(|word| is_in_capitals(word.span.slice(text))));
        let technical = TECHNICAL.find(sentence, context.settings).into_iter().map(|hit| hit.span);
        let mut found: Vec<Span> = technical.filter(|span| !is_known(*span)).collect();
        for word in sentence.words.iter().filter(|_| !shouting) {
            let written = word.span.slice(text);
            let introduced = text[..word.span.start as usize].ends_with('(');
            let counted = found.iter().any(|span| span.start <= word.span.start && word.span.end <= span.end);
            if is_short_form(written) && !introduced && !counted && !is_known(word.span) {
                found.push(word.span);
            }
        }
        found
    }
}

/// Returns the words of names in a charter, and those that everyone knows.
fn names(charter: &Charter) -> BTreeSet<String> {
    let names = charter.teams.iter().map(|one| one.name.as_str());
    let names = names
        .chain(charter.roles.iter().map(|one| one.name.as_str()))
        .chain(charter.services.iter().map(|one| one.name.as_str()))
        .chain(charter.channels.iter().map(|one| one.name.as_str()))
        .chain(charter.people.iter().map(|one| one.name.as_str()))
        .chain(charter.head().into_iter().flat_map(|head| [head.org.as_str(), head.name.as_str()]));
    let parts = names.flat_map(|name| name.split(|part: char| !part.is_alphanumeric()));
    parts.map(str::to_lowercase).chain(EVERYDAY.into_iter().chain(STRESSED).map(str::to_owned)).collect()
}

/// Says whether a word is two to six capitals, with or without an `s`.
fn is_short_form(word: &str) -> bool {
    let capitals = word.strip_suffix('s').unwrap_or(word);
    (2..=6).contains(&capitals.len()) && is_in_capitals(capitals)
}

fn is_in_capitals(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn norm(text: &str) -> Vec<String> {
        let norm = format!("- {{id: a, from: it, text: \"{text}\", seen_when: It is seen.}}\n");
        let terms = "- {term: VLAN, plain: A part of the network., also: [load balancer]}\n";
        findings(&RULE, &[("glossary.yaml", terms), ("norms.yaml", &norm), (".itcharter.yaml", "words: [MDM]\n")])
    }

    #[test]
    fn a_technical_word_and_a_short_form_are_found_once() {
        let found = norm("The hypervisor needs SAML; no hypervisor, no access");
        let wanted = [
            "norms.yaml:1:32 `hypervisor` is a technical word that the glossary does not explain (2 times in all)",
            "norms.yaml:1:49 `SAML` is a technical word that the glossary does not explain",
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn words_that_readers_know_are_left_alone() {
        assert!(norm("Send a PDF to HR over the VLAN and the load balancer, or the MDM").is_empty());
        assert!(norm("A list of work (ABC). Do NOT stay but please CLOSE THE DOOR").is_empty());
        assert!(norm("`SAML` and [[term:vlan]]").is_empty());
    }
}
