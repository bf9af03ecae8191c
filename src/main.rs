//! The `itcharter` command.

use std::process::ExitCode;

use mimalloc::MiMalloc;

mod cli;

/// Reading a charter takes and gives back millions of small pieces of memory, from several threads.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    cli::main()
}
