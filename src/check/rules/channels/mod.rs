//! Channels, and the ways to report a concern.

checks! {
    channel_missing_kind,
    channel_promise_clash,
    channel_quiet_clash,
    channel_same_fate,
    channel_too_many,
    speak_up_no_outside,
    speak_up_no_safe_route,
    speak_up_readable_by_it,
    speak_up_single_route,
    speak_up_too_slow,
    speak_up_unprotected,
}
