//! Who may read something.

use crate::model::kinds::choice::choices;

choices! {
    /// Who may read something; decides in which handbook it appears. It does not protect the files themselves.
    ReadBy {
        /// Everyone in the organisation.
        Everyone = "everyone" / "everyone",
        /// The IT team.
        It = "it" / "the IT team",
        /// People who lead others.
        Managers = "managers" / "managers",
    }
}
