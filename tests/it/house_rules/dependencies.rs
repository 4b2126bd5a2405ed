//! What depends on what, and why.

use super::{
    imports::names,
    manifests::{packages, workspace_dependencies},
    none, repository,
};

/// Our packages from the bottom up: each may depend on those of lower layers only.
const LAYERS: [&[&str]; 6] = [
    &["counting", "texts", "interchange", "migrations"],
    &["domain"],
    &["graphql", "reporting"],
    &["worker"],
    &["web"],
    &["migranet"],
];

fn layer(package: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&package))
}

#[test]
fn dependencies_point_down() {
    let mut offences = Vec::new();
    for package in packages() {
        let Some(own) = layer(&package.name) else {
            offences.push(format!("{} has no layer", package.name));
            continue;
        };
        let upwards = package.dependencies().into_iter().filter(|name| layer(name) >= Some(own));
        offences.extend(upwards.map(|name| format!("{} depends on {name}", package.name)));
    }
    none("dependencies that do not point down", offences);
}

#[test]
fn counting_knows_dates_and_nothing_else() {
    let counting = packages().into_iter().find(|package| package.name == "counting").expect("counting");
    assert_eq!(counting.dependencies(), ["chrono"]);
}

#[test]
fn every_package_follows_the_lints_of_the_workspace() {
    let offences = packages().into_iter().filter(|package| !package.follows_the_lints());
    none("packages without `[lints] workspace = true`", offences.map(|package| package.name).collect());
}

#[test]
fn every_dependency_has_a_reason() {
    let lines = workspace_dependencies();
    assert!(lines.len() > 10, "the dependencies were not found");
    let offences = lines
        .into_iter()
        .filter(|(_, line)| line.rsplit_once("# ").is_none_or(|(_, reason)| reason.trim().is_empty()));
    none(
        "dependencies without a reason",
        offences.map(|(number, _)| format!("Cargo.toml:{number}")).collect(),
    );
}

#[test]
fn every_dependency_of_a_package_is_used() {
    let mut offences = Vec::new();
    for package in packages() {
        let sources = format!("{}/src/", package.folder);
        let unused = |path: &dyn Fn(&str) -> bool, dependency: &String| {
            let word = dependency.replace('-', "_");
            let mut files = repository::files_of("rs").filter(|file| path(&file.path));
            !files.any(|file| file.code().any(|(_, line)| names(line, &word)))
        };
        let in_sources = |path: &str| path.starts_with(&sources);
        let in_package = |path: &str| belongs(path, &package.folder);
        let needless = package.dependencies().into_iter().filter(|name| unused(&in_sources, name));
        let needless =
            needless.chain(package.test_dependencies().into_iter().filter(|name| unused(&in_package, name)));
        offences.extend(needless.map(|dependency| format!("{} lists {dependency}", package.name)));
    }
    none("dependencies that nothing uses", offences);
}

#[test]
fn every_dependency_of_the_workspace_is_used() {
    let used: Vec<_> = packages()
        .iter()
        .flat_map(|package| [package.dependencies(), package.test_dependencies()].concat())
        .collect();
    let listed =
        workspace_dependencies().into_iter().filter_map(|(_, line)| line.split([' ', '.', '=']).next());
    let offences = listed.filter(|name| !used.iter().any(|used| used == name));
    none("dependencies that no package lists", offences.map(str::to_owned).collect());
}

/// Whether a file belongs to the package in `folder`; the binary's tests and benchmarks lie in `tests`, and a benchmark of
/// the worker's among them.
fn belongs(path: &str, folder: &str) -> bool {
    let elsewhere = match folder {
        "crates/cli" => &["tests/it/", "tests/bench/"][..],
        "crates/worker" => &["tests/bench/workbook"],
        _ => &[],
    };
    path.starts_with(&format!("{folder}/")) || elsewhere.iter().any(|place| path.starts_with(place))
}
