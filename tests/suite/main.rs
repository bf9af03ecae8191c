//! Drives the built tool and the library from outside, one module for each topic.
