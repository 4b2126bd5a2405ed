//! A test in a process of its own, elsewhere.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Words that make the test harness of a child run one test and tell it where to write.
const PLACE: &str = "--skip=write-to:";

/// Where this process was told to write, when it is a child.
pub fn place() -> Option<PathBuf> {
    std::env::args().find_map(|word| Some(PathBuf::from(word.strip_prefix(PLACE)?)))
}

/// The command that runs one test of this binary again, to write to a place.
pub fn command(test: &str, place: &Path) -> Vec<String> {
    let binary = std::env::current_exe().expect("this binary");
    let place = format!("{PLACE}{}", place.display());
    [&binary.display().to_string(), "--exact", test, &place].map(str::to_owned).into()
}

/// Runs a command to its good end.
pub fn run(words: &[String], with: impl FnOnce(&mut Command)) {
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]);
    with(&mut command);
    let output = command.output().expect("a process");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
