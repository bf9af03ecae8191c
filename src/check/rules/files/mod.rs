//! Files, references and links.

checks! {
    date_backwards,
    id_bad,
    link_dead,
    ref_unknown,
    ref_wrong_kind,
    thing_unused,
}
