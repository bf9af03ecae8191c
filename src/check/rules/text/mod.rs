//! Words and sentences that people read.

checks! {
    text_gendered_person,
    text_hard_to_read,
    text_long_sentence,
    text_no_alt,
    text_nobody_acts,
    text_not_inclusive,
    text_say_instead,
    text_talks_down,
    text_unknown_word,
    text_vague_limit,
}
