//! The one list of rules. Each rule's file has its tests; codes equal file names.

use crate::check::Check;

/// Declares the rules' files and the list of them.
macro_rules! list {
    ($count:literal: $($name:ident),+ $(,)?) => {
        $(mod $name;)+

        /// Every rule of this stage, sorted by code.
        pub static RULES: [Check; $count] = [$(Check { rule: &$name::RULE, run: $name::run }),+];
    };
}

list! { 7:
    date_backwards,
    id_bad,
    link_dead,
    ref_unknown,
    ref_wrong_kind,
    reports_cycle,
    thing_unused,
}
