//! What must not stand in a charter, and what must.

mod lines;

pub(in crate::check) use lines::{Marked, prepare as prepare_lines, prepare_beside as prepare_lines_beside};
pub(in crate::check) use privacy_secret::secrets;

checks! {
    cover_topic_missing,
    pay_secrecy,
    privacy_case_detail,
    privacy_forbidden_field,
    privacy_leak,
    privacy_secret,
}
