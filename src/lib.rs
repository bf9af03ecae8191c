//! Keeps an IT team's charter as plain files, checks it, and publishes it as a handbook.
