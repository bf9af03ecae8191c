//! `text-hard-to-read`: a text is hard to read.

use crate::check::texts::{self, Audience, Look, Passage, Sentence, for_everyone, for_it};
use crate::check::{Check, Context, Threshold};
use crate::diagnostic::{Diagnostic, Label, Rule, Severity};

static RULE: Rule = Rule {
    code: "text-hard-to-read",
    severity: Severity::Warning,
    summary: "a text is hard to read",
    why: "a rule that people cannot read is a rule they cannot follow; 60 to 70 is plain English (Flesch, 1948)",
    explanation: "Works out the Flesch reading ease of each text that has 100 words or more: 206.835 − 1.015 × words \
                  per sentence − 84.6 × syllables per word. A text for everyone needs 60 points, and one for IT only \
                  (`read_by: it`) 45. Syllables are counted by a simple rule, so \
                  the score is near, not exact. Headings, tables, code, addresses and names in double brackets do not \
                  count. The finding shows the three hardest sentences: mend those first.",
};

/// The least reading ease.
static EASE: Threshold = Threshold {
    name: "text-hard-to-read.ease",
    default: 60.0,
    counts: "points of reading ease, from 0 (very hard) to 100 (very easy)",
    source: "Flesch, 1948: 60 to 70 is plain English",
};

/// The least reading ease of a text for IT only.
static IT_EASE: Threshold = Threshold {
    name: "text-hard-to-read.it_ease",
    default: 45.0,
    counts: "points of reading ease for texts that only the IT team reads",
    source: "house default",
};

/// The fewest words that a score means something for.
static LENGTH: Threshold = Threshold {
    name: "text-hard-to-read.words",
    default: 100.0,
    counts: "words from which on a text is scored",
    source: "Flesch, 1948: samples of 100 words",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[&EASE, &IT_EASE, &LENGTH],
    failing: &[("pages/access.md", HARD)],
    passing: &[("pages/access.md", EASY)],
};

const HARD: &str = "\
Privileged authorisation necessitates documented line-management approval. Administrative
personnel periodically evaluate organisational responsibilities. Unauthorised modification
constitutes unacceptable behaviour. Configuration alterations necessitate comprehensive
documentation. Responsible individuals continuously demonstrate professional accountability.
Departmental representatives coordinate operational communication. Confidential information
necessitates appropriate classification. Technological infrastructure requires systematic
maintenance. Procurement procedures necessitate managerial authorisation. Supplementary
documentation facilitates independent verification. Environmental considerations influence
equipment selection. Occupational regulations govern installation activities. Educational
initiatives strengthen organisational capability. Collaborative relationships facilitate
continuous improvement. Quantitative measurement demonstrates operational effectiveness.
Regulatory obligations necessitate retention procedures. Significant modifications necessitate
representative consultation. Inappropriate utilisation necessitates immediate investigation.
Additional clarification remains available electronically. Subsequent amendments supersede
preceding documentation. Organisational continuity necessitates contingency preparation.
";

const EASY: &str = "\
You ask us, and your head of team says yes. We write down who asked and who said yes. Each
term we look at the list with the head. If you no longer need a key, you give it back. If
you lose it, you tell us the same day. Nobody will be cross. We change the lock, and you get
a new key. You do not lend your key to a friend. If a friend needs to get in, the friend
asks us too. We say yes or no in two days. If we say no, we tell you why. You can ask the
head to look at it once more. The head has the last word. You will hear from us in a week.
";

pub(super) fn look<'a>(context: &'a Context<'a>) -> Box<dyn Look + 'a> {
    Box::new(move |texts: &[Passage], findings: &mut Vec<Diagnostic>| {
        for passage in for_everyone(context, texts) {
            findings.extend(examine(context, passage, &EASE));
        }
        for passage in for_it(context, texts) {
            findings.extend(examine(context, passage, &IT_EASE));
        }
    })
}

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    texts::run(context, look, findings);
}

fn examine(context: &Context<'_>, passage: &Passage, ease_wanted: &Threshold) -> Option<Diagnostic> {
    let prose = || passage.sentences.iter().filter(|sentence| sentence.prose);
    let words: usize = prose().map(|sentence| sentence.words.len()).sum();
    if (words as f64) < context.threshold(&LENGTH) {
        return None;
    }
    let mut sentences: Vec<(f64, &Sentence)> = Vec::new();
    let mut syllables = 0;
    for sentence in prose() {
        let sounds = sentence.words.iter().map(|word| count_syllables(sentence.lower(word))).sum::<usize>();
        syllables += sounds;
        // A few words alone say little of how hard a text is.
        if sentence.words.len() >= 5 {
            sentences.push((ease(1, sentence.words.len(), sounds), sentence));
        }
    }
    let score = ease(prose().count(), words, syllables);
    let least = context.threshold(ease_wanted);
    if score.round() >= least {
        return None;
    }
    sentences.sort_by(|(left, _), (right, _)| left.total_cmp(right));
    let text = context.text(passage.entry);
    let place = |sentence: &Sentence, words: &str| Label::new(passage.file, sentence.place(text), words);
    let mut hardest = sentences.iter().take(3).map(|(_, sentence)| *sentence);
    let entry = context.registry.entry(passage.entry);
    let readers = if passage.audience == Audience::It { "a text for IT needs" } else { "plain English" };
    let message = format!("this text is hard to read: it scores {score:.0}, and {readers} {least} or more");
    let finding = Diagnostic::new(&RULE, message, place(hardest.next()?, "the hardest sentence"))
        .with_help("write shorter sentences and shorter words; start with the sentences shown")
        .about(entry.kind, &entry.id, &passage.field);
    Some(hardest.fold(finding, |finding, sentence| finding.with_related(place(sentence, "hard too"))))
}

/// Returns the Flesch reading ease.
fn ease(sentences: usize, words: usize, syllables: usize) -> f64 {
    if sentences == 0 || words == 0 {
        return 100.0;
    }
    let (sentences, words, syllables) = (sentences as f64, words as f64, syllables as f64);
    206.835 - 1.015 * words / sentences - 84.6 * syllables / words
}

/// Counts groups of vowels; a silent `e` at the end and the `e` of most `-ed` and `-es` are left out.
fn count_syllables(word: &str) -> usize {
    let is_vowel = |letter: u8| b"aeiouy".contains(&letter);
    let bytes = word.as_bytes();
    let starts = |index: usize| is_vowel(bytes[index]) && (index == 0 || !is_vowel(bytes[index - 1]));
    let groups = (0..bytes.len()).filter(|index| starts(*index)).count();
    let before = |ending: &str| word.strip_suffix(ending).and_then(|stem| stem.as_bytes().last().copied());
    let silent = before("e").is_some_and(|letter| letter != b'l' && !is_vowel(letter))
        || before("ed").is_some_and(|letter| !b"td".contains(&letter) && !is_vowel(letter))
        || before("es").is_some_and(|letter| !b"scxzhg".contains(&letter) && !is_vowel(letter));
    groups.saturating_sub(usize::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::{EASY, HARD, RULE, count_syllables};
    use crate::check::testing::findings;

    #[test]
    fn syllables_are_counted_as_they_sound() {
        for (word, count) in [
            ("ask", 1),
            ("made", 1),
            ("table", 2),
            ("looked", 1),
            ("wanted", 2),
            ("boxes", 2),
            ("rules", 1),
            ("policy", 3),
            ("authorisation", 5),
            ("tsk", 1),
        ] {
            assert_eq!(count_syllables(word), count, "{word}");
        }
    }

    #[test]
    fn a_text_shorter_than_a_hundred_words_is_not_scored() {
        let short: String = HARD.lines().take(3).collect();
        assert!(findings(&RULE, &[("pages/a.md", &short)]).is_empty());
    }

    #[test]
    fn a_hard_text_is_found_at_its_hardest_sentence() {
        let text = format!("{EASY}\n{HARD}");
        let found = findings(&RULE, &[("pages/a.md", &text)]);
        let wanted = "pages/a.md:8:76 this text is hard to read: it scores -7, and plain English 60 or more";
        assert_eq!(found, [wanted]);
    }
    #[test]
    fn a_text_for_it_only_may_be_harder() {
        let found = |reader: &str, easy: usize| {
            let text = format!("---\nread_by: {reader}\n---\n{HARD}\n{}", EASY.repeat(easy));
            findings(&RULE, &[("pages/a.md", &text)])
        };
        let score = |found: &[String]| found.first().and_then(|line| line.split("scores ").nth(1)?.split(',').next()?.parse().ok());
        // Enough easy text brings the whole to between 45 and 60.
        let easy = (1..20).find(|easy| score(&found("everyone", *easy)).is_some_and(|score: f64| score >= 45.0)).unwrap();
        assert_eq!((found("everyone", easy).len(), found("it", easy).len()), (1, 0));
        let hard = &found("it", 0)[0];
        assert!(hard.ends_with("and a text for IT needs 45 or more"), "{hard}");
    }
}
