//! The few settings tests take from outside.

use std::path::PathBuf;

/// Address of a PostgreSQL server on which tests may make and drop databases.
pub const POSTGRES_URL: &str = "MIGRANET_TEST_POSTGRES_URL";

/// Set to make a missing PostgreSQL a failure.
pub const REQUIRE_POSTGRES: &str = "MIGRANET_TEST_REQUIRE_POSTGRES";

/// The variable's value, when it is set and not empty.
#[expect(clippy::disallowed_methods, reason = "the one place where tests read the environment")]
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The folders in which programs are looked for.
#[expect(clippy::disallowed_methods, reason = "the one place where tests read the environment")]
pub fn program_folders() -> Vec<PathBuf> {
    std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default()
}
