//! Every sentence shown has a key, and every key is shown.

use std::collections::BTreeSet;

use super::{manifests::packages, none, repository};

/// Functions whose next string literal is a key.
const ASKS_FOR_A_TEXT: [&str; 2] = ["text(", "text_with("];

/// What stands before the name of something that may not be there.
const NAMES_WHAT_IS_MISSING: [&str; 4] =
    ["NotFound(\"", "not_found(\"", "const KIND: &str = \"", "const KIND: &'static str = \""];

/// The string literals of the sources, as far as keys are made of them.
#[derive(Default)]
struct Literals {
    /// Whole: `title`.
    words: BTreeSet<&'static str>,
    /// What stands before a gap: `report-` of `report-{key}`.
    beginnings: BTreeSet<&'static str>,
    /// What stands after a gap: `-title` of `{key}-title`.
    endings: BTreeSet<&'static str>,
}

impl Literals {
    fn of_the_sources() -> Self {
        let mut all = Self::default();
        for literal in sources().flat_map(|file| file.text.split('"')) {
            match literal.split_once('{') {
                Some((beginning, _)) if is_beginning(beginning) => all.beginnings.insert(beginning),
                Some(("", gap)) => gap.split_once('}').is_some_and(|(_, ending)| all.endings.insert(ending)),
                _ => all.words.insert(literal),
            };
        }
        all
    }

    /// Whether the key is a literal, or a beginning and a literal, or begins with two words of beginnings: then the
    /// rest comes from a closed set.
    fn make(&self, key: &str) -> bool {
        self.words.contains(key)
            || self.rests(key).any(|(words, rest)| words > 1 || self.make_rest(rest))
            || self
                .endings
                .iter()
                .any(|ending| key.strip_suffix(ending).is_some_and(|key| self.words.contains(key)))
    }

    fn make_rest(&self, key: &str) -> bool {
        self.words.contains(key) || self.rests(key).next().is_some()
    }

    /// What may stand in the gap after each beginning of the key, with the number of the beginning's words.
    fn rests<'a>(&self, key: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
        let words = |beginning: &str| beginning.matches('-').count();
        self.beginnings
            .iter()
            .filter_map(move |beginning| Some((words(beginning), key.strip_prefix(beginning)?)))
    }
}

#[test]
fn every_key_asked_for_exists() {
    let keys = keys();
    let beginnings = Literals::of_the_sources().beginnings;
    let exists = |key: &str| {
        keys.contains(key) || beginnings.iter().any(|beginning| keys.contains(&format!("{beginning}{key}")))
    };
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

#[test]
fn whatever_can_be_missing_has_words() {
    let said = |kind: &str, language| {
        ::texts::text_with(language, "error-not-found", &[("kind", ::texts::Arg::Text(kind))])
    };
    let kinds = speaking().filter(|file| !file.path.ends_with("tests.rs")).flat_map(|file| {
        NAMES_WHAT_IS_MISSING.iter().flat_map(|before| {
            let after = file.text.split(before).skip(1);
            after.filter_map(|after| after.split('"').next()).collect::<Vec<_>>()
        })
    });
    let kinds: BTreeSet<&str> = kinds.filter(|kind| is_kind(kind)).collect();
    let unsaid = |kind: &&str| {
        ::texts::Language::ALL.iter().any(|&language| said(kind, language) == said("", language))
    };
    assert!(kinds.contains("report_edition"), "{kinds:?}");
    none(
        "kinds that `error-not-found` has no words for",
        kinds.into_iter().filter(unsaid).map(str::to_owned).collect(),
    );
}

fn is_kind(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|char| char.is_ascii_lowercase() || char == '_')
}

fn keys() -> BTreeSet<String> {
    ::texts::keys(::texts::Language::De).into_iter().collect()
}

/// Sources and templates of the packages that know the texts.
fn speaking() -> impl Iterator<Item = &'static repository::File> {
    let knowing =
        packages().into_iter().filter(|package| package.dependencies().iter().any(|name| name == "texts"));
    let folders: Vec<_> = knowing.map(|package| format!("{}/", package.folder)).collect();
    sources().filter(move |file| folders.iter().any(|folder| file.path.starts_with(folder)))
}

/// Sources and templates, without tests. The codes of some texts come from packages that do not know them.
fn sources() -> impl Iterator<Item = &'static repository::File> {
    repository::files().iter().filter(|file| {
        let inside = |part: &str| file.path.starts_with("crates/") && file.path.contains(part);
        file.is("rs") && inside("/src/") || file.is("html") && inside("/templates/")
    })
}

/// The literal keys in calls of `call`, as in `text(language, "key")`; a row's `text` is a cell.
fn keys_asked_for<'a>(source: &'a str, call: &str) -> Vec<&'a str> {
    let calls = source
        .match_indices(call)
        .filter(|(at, _)| !source[..*at].ends_with(|char: char| char.is_alphanumeric() || char == '_'))
        .filter(|(at, _)| !source[..*at].ends_with("row."));
    let literals = calls.filter_map(|(at, _)| {
        let (before, rest) = source[at + call.len()..].split_once('"')?;
        let plain = !before.contains(['(', ')', ';', '{', '|']);
        plain.then(|| rest.split('"').next()).flatten()
    });
    literals.filter(|key| is_key(key)).collect()
}

fn is_beginning(text: &str) -> bool {
    is_key(text) && text.ends_with('-')
}

fn is_key(text: &str) -> bool {
    let allowed = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '-';
    text.starts_with(|first: char| first.is_ascii_lowercase()) && text.chars().all(allowed)
}
