//! The command line's entry: everything happens in [`griffier::cli`].

fn main() -> std::process::ExitCode {
    griffier::cli::main()
}
