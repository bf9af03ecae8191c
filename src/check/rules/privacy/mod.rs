//! What must not stand in a charter, and what must.

mod lines;

checks! {
    cover_topic_missing,
    privacy_case_detail,
    privacy_forbidden_field,
    privacy_secret,
}
