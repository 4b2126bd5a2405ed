//! The files of the repository: those git knows, or all that are there when there is no git.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

/// Folders that tools make and nobody writes.
const MADE_BY_TOOLS: [&str; 4] = [".git", "target", "migranet-data", "node_modules"];

static FILES: LazyLock<Vec<File>> = LazyLock::new(|| {
    let mut paths = known_to_git().unwrap_or_else(|| found_in(&root()));
    paths.sort();
    paths.into_iter().filter_map(File::read).collect()
});

/// A file of the repository.
pub struct File {
    /// Path below the top level, with `/`.
    pub path: String,
    /// What it says; empty when it is not text.
    pub text: String,
}

impl File {
    fn read(path: String) -> Option<Self> {
        let bytes = fs::read(root().join(&path)).ok()?;
        Some(Self { path, text: String::from_utf8(bytes).unwrap_or_default() })
    }

    /// Whether its name ends with `.extension`.
    pub fn is(&self, extension: &str) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, end)| end == extension)
    }

    /// Lines with their numbers, from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// Lines of Rust without what follows `//`.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines().map(|(number, line)| (number, line.split("//").next().unwrap_or_default()))
    }
}

/// All files.
pub fn files() -> &'static [File] {
    &FILES
}

/// Files whose name ends with `.extension`.
pub fn files_of(extension: &str) -> impl Iterator<Item = &'static File> {
    files().iter().filter(move |file| file.is(extension))
}

/// The file at `path`.
pub fn file(path: &str) -> &'static File {
    files().iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{path} is missing"))
}

/// The top level.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn known_to_git() -> Option<Vec<String>> {
    let listing = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output().ok()?;
    let names = String::from_utf8(listing.stdout).ok()?;
    let names: Vec<_> = names.split_terminator('\0').map(str::to_owned).collect();
    (listing.status.success() && !names.is_empty()).then_some(names)
}

fn found_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the checkout can be read");
    entries
        .map(|entry| entry.expect("the checkout can be read").path())
        .filter(|path| !path.file_name().is_some_and(|name| MADE_BY_TOOLS.iter().any(|made| name == *made)))
        .flat_map(|path| if path.is_dir() { found_in(&path) } else { vec![below_root(&path)] })
        .collect()
}

fn below_root(path: &Path) -> String {
    let below = path.strip_prefix(root()).expect("found below the top level");
    below.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}
