//! Words and sentences that people read.

use crate::check::Check;
use crate::check::texts::Looker;

/// Lists the rules of this folder with what they look with.
macro_rules! looks {
    ($($name:ident),+ $(,)?) => {
        checks! { $($name),+ }

        /// The rules about language, each with what it looks with.
        pub(in crate::check) static LOOKS: &[(&Check, Looker)] = &[$((&$name::CHECK, $name::look)),+];
    };
}

looks! {
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
