//! Which library is known where: so that replacing one costs one package.

use super::{none, repository};

/// A library and the only places that may name it.
struct Boundary {
    library: &'static str,
    places: &'static [&'static str],
}

/// The library alone, which a benchmark measures our writer against.
const COMPARED_WITH: &str = "tests/bench/workbook/bare.rs";

/// Tests of a package may look at what it makes with the library that reads it.
const TESTS: &str = "/tests/";

const BOUNDARIES: [Boundary; 9] = [
    Boundary {
        library: "sea_orm",
        places: &["crates/domain/", "crates/worker/", "crates/cli/", "migrations/"],
    },
    Boundary { library: "sea_orm_migration", places: &["crates/cli/", "migrations/"] },
    Boundary { library: "async_graphql", places: &["crates/graphql/", "crates/web/"] },
    Boundary { library: "apalis", places: &["crates/worker/"] },
    Boundary { library: "apalis_sqlite", places: &["crates/worker/"] },
    Boundary { library: "apalis_postgres", places: &["crates/worker/"] },
    Boundary { library: "calamine", places: &["crates/interchange/"] },
    Boundary { library: "askama", places: &["crates/web/"] },
    Boundary { library: "axum", places: &["crates/web/", "crates/cli/"] },
];

#[test]
fn libraries_stay_behind_their_boundary() {
    let files = repository::files_of("rs")
        .filter(|file| !file.path.contains(TESTS) && !file.path.starts_with("tests/"));
    let offences = files.flat_map(|file| {
        let foreign = BOUNDARIES
            .iter()
            .filter(|boundary| !boundary.places.iter().any(|place| file.path.starts_with(place)));
        foreign.flat_map(move |boundary| {
            let lines = file.code().filter(|(_, line)| names(line, boundary.library));
            lines.map(move |(number, _)| format!("{}:{number} names {}", file.path, boundary.library))
        })
    });
    none("libraries named outside their package", offences.collect());
}

#[test]
fn one_folder_writes_workbooks() {
    let writers: Vec<_> = repository::files_of("rs")
        .filter(|file| file.path.contains("/src/") || file.path.starts_with("tests/bench/"))
        .filter(|file| file.code().any(|(_, line)| names(line, "rust_xlsxwriter")))
        .map(|file| file.path.as_str())
        .collect();
    assert!(!writers.is_empty(), "nothing writes workbooks");
    let offences = writers
        .iter()
        .filter(|path| !path.starts_with("crates/reporting/src/workbook/") && **path != COMPARED_WITH);
    none("files outside the folder that writes workbooks", offences.map(|path| (*path).to_owned()).collect());
}

#[test]
fn transactions_begin_in_services() {
    let offences = repository::files_of("rs")
        .filter(|file| file.path.starts_with("crates/") && file.path.contains("/src/"))
        .filter(|file| !file.path.starts_with("crates/domain/"))
        .flat_map(|file| {
            let lines = file
                .code()
                .filter(|(_, line)| line.contains("db::begin(") || line.contains("begin_with_options("));
            lines.map(|(number, _)| format!("{}:{number}", file.path))
        });
    none("transactions begun outside the domain", offences.collect());
}

/// Whether the code names `word`, alone and not as a part of a longer name.
pub fn names(code: &str, word: &str) -> bool {
    let in_name = |char: char| char.is_alphanumeric() || char == '_';
    code.match_indices(word)
        .any(|(at, _)| !code[..at].ends_with(in_name) && !code[at + word.len()..].starts_with(in_name))
}
