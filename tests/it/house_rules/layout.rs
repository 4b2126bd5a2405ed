//! Where things are and how long they may be.

use std::collections::BTreeSet;

use super::{none, repository};

/// What the top level may hold, beside files and folders whose name begins with a dot.
const TOP_LEVEL: [&str; 8] =
    ["Cargo.toml", "Cargo.lock", "LICENSE", "README.md", "schema.graphql", "crates", "migrations", "tests"];

/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 8] = ["utils", "util", "common", "helpers", "helper", "types", "manager", "misc"];

const LONGEST: usize = 400;
const SHORT: usize = 120;

#[test]
fn the_top_level_is_what_the_client_asked_for() {
    let found: BTreeSet<_> = repository::files()
        .iter()
        .filter_map(|file| file.path.split('/').next())
        .filter(|name| !name.starts_with('.'))
        .collect();
    assert_eq!(found, BTreeSet::from(TOP_LEVEL));
}

#[test]
fn no_file_is_long_and_half_of_them_are_short() {
    let lengths: Vec<_> =
        repository::files_of("rs").map(|file| (file.path.as_str(), file.text.lines().count())).collect();
    let long = lengths.iter().filter(|(_, lines)| *lines > LONGEST);
    none("files above 400 lines", long.map(|(path, lines)| format!("{path}: {lines}")).collect());
    let short = lengths.iter().filter(|(_, lines)| *lines < SHORT).count();
    assert!(short * 2 >= lengths.len(), "only {short} of {} files are under {SHORT} lines", lengths.len());
}

#[test]
fn no_module_has_an_empty_name() {
    let offences = repository::files_of("rs").filter(|file| {
        let path = file.path.trim_end_matches(".rs");
        path.split('/').any(|part| EMPTY_NAMES.contains(&part))
    });
    none("modules named after nothing", offences.map(|file| file.path.clone()).collect());
}

#[test]
fn every_source_file_is_a_module() {
    let offences = repository::files_of("rs").filter_map(|file| {
        let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
        let stem = name.trim_end_matches(".rs");
        if is_crate_root(folder, stem) || named_in_a_manifest(&file.path) {
            return None;
        }
        let (folder, module) = match stem {
            "mod" => folder.rsplit_once('/')?,
            _ => (folder, stem),
        };
        let declared = parents(folder).iter().chain(&roots(folder)).any(|parent| declares(parent, module));
        (!declared).then(|| file.path.clone())
    });
    none("files that no `mod` names, so that nobody compiles them", offences.collect());
}

fn is_crate_root(folder: &str, stem: &str) -> bool {
    matches!(stem, "lib" | "main" | "build") || folder.ends_with("/benches") || folder.ends_with("/examples")
}

fn named_in_a_manifest(path: &str) -> bool {
    repository::files_of("toml").any(|manifest| manifest.text.contains(&format!("/{path}\"")))
}

/// The files that may declare the modules of `folder`.
fn parents(folder: &str) -> [String; 4] {
    ["/mod.rs", "/lib.rs", "/main.rs", ".rs"].map(|end| format!("{folder}{end}"))
}

/// The files of `folder` that a manifest makes the root of a program.
fn roots(folder: &str) -> Vec<String> {
    let here = repository::files_of("rs").map(|file| &file.path);
    here.filter(|path| path.rsplit_once('/').is_some_and(|(parent, _)| parent == folder))
        .filter(|path| named_in_a_manifest(path))
        .cloned()
        .collect()
}

fn declares(parent: &str, module: &str) -> bool {
    repository::files().iter().filter(|file| file.path == parent).flat_map(|file| file.code()).any(
        |(_, line)| {
            let line = line.trim();
            let declaration = line.strip_prefix("pub ").or(line.strip_prefix("pub(crate) ")).unwrap_or(line);
            declaration.strip_prefix("mod ").is_some_and(|rest| rest == format!("{module};"))
        },
    )
}
