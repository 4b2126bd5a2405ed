//! Every sentence shown has a key, and every key is shown.

use std::collections::BTreeSet;

use super::{manifests::packages, none, repository};

/// Functions whose next string literal is a key.
const ASKS_FOR_A_TEXT: [&str; 2] = ["text(", "text_with("];

/// The string literals of the sources, as far as keys are made of them.
#[derive(Default)]
struct Literals {
    /// Whole words: `title`.
    words: BTreeSet<&'static str>,
    /// What stands before the gap of `report-{key}`: one word, which a package puts before its keys.
    shelves: BTreeSet<&'static str>,
    /// What stands before the gap of `report-state-{state}`: the words of a closed set follow.
    beginnings: BTreeSet<&'static str>,
}

impl Literals {
    fn of_the_sources() -> Self {
        let mut all = Self::default();
        for literal in speaking().flat_map(|file| file.text.split('"')) {
            match literal.split_once('{') {
                Some((beginning, _)) if is_shelf(beginning) => all.shelves.insert(beginning),
                Some((beginning, _)) if is_key(beginning) => all.beginnings.insert(beginning),
                _ => all.words.insert(literal),
            };
        }
        all
    }

    fn make(&self, key: &str) -> bool {
        self.say(key) || self.on_shelf(key).any(|rest| self.say(rest))
    }

    fn say(&self, key: &str) -> bool {
        self.words.contains(key) || self.beginnings.iter().any(|beginning| key.starts_with(beginning))
    }

    fn on_shelf<'a>(&self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.shelves.iter().filter_map(|shelf| key.strip_prefix(shelf))
    }
}

#[test]
fn every_key_asked_for_exists() {
    let keys = keys();
    let shelves = Literals::of_the_sources().shelves;
    let exists =
        |key: &str| keys.contains(key) || shelves.iter().any(|shelf| keys.contains(&format!("{shelf}{key}")));
    let offences = speaking().flat_map(|file| {
        let asked = ASKS_FOR_A_TEXT.iter().flat_map(|call| keys_asked_for(&file.text, call));
        asked.filter(|key| !exists(key)).map(|key| format!("{} asks for {key}", file.path))
    });
    none("keys without a text", offences.collect());
}

#[test]
fn every_text_is_asked_for() {
    let literals = Literals::of_the_sources();
    let offences = keys().into_iter().filter(|key| !literals.make(key));
    none("texts that nothing shows", offences.collect());
}

fn keys() -> BTreeSet<String> {
    ::texts::keys(::texts::Language::De).into_iter().collect()
}

/// Sources and templates of the packages that know the texts.
fn speaking() -> impl Iterator<Item = &'static repository::File> {
    let knowing =
        packages().into_iter().filter(|package| package.dependencies().iter().any(|name| name == "texts"));
    let folders: Vec<_> = knowing.map(|package| format!("{}/", package.folder)).collect();
    repository::files().iter().filter(move |file| {
        (file.is("rs") || file.is("html")) && folders.iter().any(|folder| file.path.starts_with(folder))
    })
}

/// The literal keys in calls of `call`: `text(language, "key")`.
fn keys_asked_for<'a>(source: &'a str, call: &str) -> Vec<&'a str> {
    let calls = source
        .match_indices(call)
        .filter(|(at, _)| !source[..*at].ends_with(|char: char| char.is_alphanumeric() || char == '_'));
    let literals = calls.filter_map(|(at, _)| {
        let (before, rest) = source[at + call.len()..].split_once('"')?;
        let plain = !before.contains(['(', ')', ';', '{', '|']);
        plain.then(|| rest.split('"').next()).flatten()
    });
    literals.filter(|key| is_key(key)).collect()
}

fn is_shelf(text: &str) -> bool {
    is_key(text) && text.ends_with('-') && text.matches('-').count() == 1
}

fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '-')
}
