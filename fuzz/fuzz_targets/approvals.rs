#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| itcharter_fuzz::run("approvals", bytes));
