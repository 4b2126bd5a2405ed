//! What must not be said, and what is said must be true.

use super::{none, repository};

/// Kinds of files that people write.
const WRITTEN: [&str; 9] = ["rs", "toml", "md", "html", "ftl", "graphql", "mjs", "css", "yml"];

/// Words that promise work instead of doing it.
const PROMISES: [&str; 5] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
    concat!("to", "do!("),
    concat!("unimple", "mented!("),
];

/// Where the repository happened to be when it was written.
const WORKPLACE: &str = concat!("/wo", "rk/");

#[test]
fn nothing_is_promised() {
    let offences = written().flat_map(|file| {
        let lines = file.lines().filter(|(_, line)| PROMISES.iter().any(|word| line.contains(word)));
        lines.map(|(number, line)| format!("{}:{number} {}", file.path, line.trim()))
    });
    none("work promised instead of done", offences.collect());
}

#[test]
fn no_path_of_a_workplace_is_named() {
    let offences = repository::files().iter().flat_map(|file| {
        let lines = file.lines().filter(|(_, line)| line.contains(WORKPLACE));
        lines.map(|(number, _)| format!("{}:{number}", file.path))
    });
    none("paths of the machine it was written on", offences.collect());
}

#[test]
fn every_path_the_readme_names_exists() {
    let readme = &repository::file("README.md").text;
    let paths = readme.split('`').skip(1).step_by(2).filter(|code| looks_like_a_path(code));
    let links = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let links = links.filter(|link| !link.contains("://") && !link.starts_with('#'));
    let offences = paths.chain(links).filter(|path| {
        let path = path.split('#').next().unwrap_or_default();
        !repository::root().join(path).exists()
    });
    none("paths in README.md that do not exist", offences.map(str::to_owned).collect());
}

fn written() -> impl Iterator<Item = &'static repository::File> {
    repository::files()
        .iter()
        .filter(|file| WRITTEN.iter().any(|extension| file.is(extension)) || file.path == ".ci/run")
}

fn looks_like_a_path(code: &str) -> bool {
    let places = ["crates/", "migrations/", "tests/", ".ci/"];
    places.iter().any(|place| code.starts_with(place)) && !code.contains([' ', '<', '*', '{', '…'])
}
