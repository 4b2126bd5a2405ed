//! The manifests as tables.

use toml::{Table, Value};

use super::repository;

/// A package of ours.
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its folder below the top level, without a slash at the end.
    pub folder: String,
    manifest: Table,
}

impl Package {
    /// Names of what it depends on, without what only its tests need.
    pub fn dependencies(&self) -> Vec<String> {
        self.names("dependencies")
    }

    /// Names of what only its tests and benchmarks need.
    pub fn test_dependencies(&self) -> Vec<String> {
        self.names("dev-dependencies")
    }

    /// Whether it follows the lints of the workspace.
    pub fn follows_the_lints(&self) -> bool {
        self.manifest
            .get("lints")
            .and_then(|lints| lints.get("workspace"))
            .is_some_and(|on| *on == true.into())
    }

    fn names(&self, section: &str) -> Vec<String> {
        let table = self.manifest.get(section).and_then(Value::as_table);
        table.map(|table| table.keys().cloned().collect()).unwrap_or_default()
    }
}

/// The packages of the workspace.
pub fn packages() -> Vec<Package> {
    let manifests = repository::files().iter().filter_map(|file| {
        let folder = file.path.strip_suffix("/Cargo.toml")?;
        let manifest: Table = file.text.parse().expect("a manifest is TOML");
        let name = manifest["package"]["name"].as_str().expect("a package has a name").to_owned();
        Some(Package { name, folder: folder.to_owned(), manifest })
    });
    manifests.collect()
}

/// The lines of `[workspace.dependencies]` that name a dependency, with their numbers.
pub fn workspace_dependencies() -> Vec<(usize, &'static str)> {
    let lines = repository::file("Cargo.toml").lines();
    let section = lines
        .skip_while(|(_, line)| *line != "[workspace.dependencies]")
        .skip(1)
        .take_while(|(_, line)| !line.starts_with('['));
    section.filter(|(_, line)| line.starts_with(|first: char| first.is_ascii_lowercase())).collect()
}
