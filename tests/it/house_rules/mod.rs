//! The rules of this repository that a machine can check.

mod dependencies;
mod imports;
mod layout;
mod manifests;
mod prose;
mod repository;
mod texts;

/// Fails with every offence at once.
#[track_caller]
fn none(rule: &str, offences: Vec<String>) {
    assert!(offences.is_empty(), "{rule}\n  {}", offences.join("\n  "));
}
