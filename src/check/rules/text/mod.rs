//! Words and sentences that people read.

use crate::check::Check;
use crate::check::texts::{Looker, Needs};

/// Lists the rules of this folder with what they look with, and what that needs to know.
macro_rules! looks {
    ($($name:ident $needs:ident),+ $(,)?) => {
        checks! { $($name),+ }

        /// The rules about language, each with what it looks with.
        pub(in crate::check) static LOOKS: &[(&Check, Looker, Needs)] =
            &[$((&$name::CHECK, $name::look, Needs::$needs)),+];
    };
}

looks! {
    text_gendered_person Charter,
    text_hard_to_read Settings,
    text_long_sentence Settings,
    text_no_alt Settings,
    text_nobody_acts Settings,
    text_not_inclusive Settings,
    text_say_instead Charter,
    text_talks_down Settings,
    text_unknown_word Charter,
    text_vague_limit Settings,
}
