//! Messages by key, out of the Fluent files of `locales/`.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::Language;

/// A value put into a message.
#[derive(Clone, Debug)]
pub enum Arg<'a> {
    /// Words, shown as they are.
    Text(&'a str),
    /// A whole number; selects the plural form.
    Count(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

macro_rules! files {
    ($language:literal: $($name:literal),+) => {
        &[$(include_str!(concat!("../locales/", $language, "/", $name, ".ftl"))),+]
    };
}

const DE: &[&str] =
    files!("de": "web", "report", "finding", "interchange", "error", "monitoring", "indicator");
const EN: &[&str] =
    files!("en": "web", "report", "finding", "interchange", "error", "monitoring", "indicator");

static GERMAN: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::De));
static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::En));

fn sources(language: Language) -> &'static [&'static str] {
    match language {
        Language::De => DE,
        Language::En => EN,
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let tag: LanguageIdentifier = language.as_str().parse().expect("our language codes are valid");
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    bundle.set_use_isolating(false);
    for source in sources(language) {
        let resource = FluentResource::try_new((*source).to_owned())
            .unwrap_or_else(|(_, errors)| panic!("a {language} file of texts does not parse: {errors:?}"));
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The message `key` in `language`. A key without a message comes back as it is, so that a gap shows.
pub fn text(language: Language, key: &str) -> String {
    text_with(language, key, &[])
}

/// The message `key` with its variables filled in.
pub fn text_with(language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    let bundle = match language {
        Language::De => &*GERMAN,
        Language::En => &*ENGLISH,
    };
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let args: FluentArgs<'_> = args
        .iter()
        .map(|(name, value)| {
            let value: FluentValue<'_> = match value {
                Arg::Text(text) => (*text).into(),
                Arg::Count(count) => (*count).into(),
            };
            (*name, value)
        })
        .collect();
    bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
}

/// Every key of a language, in the order of the files: for tests that compare languages.
pub fn keys(language: Language) -> Vec<String> {
    sources(language)
        .iter()
        .flat_map(|source| source.lines())
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" =").or_else(|| line.split_once('=')))
        .map(|(key, _)| key.trim().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{keys, text};
    use crate::Language;

    #[test]
    fn both_languages_have_the_same_keys_once() {
        let german = keys(Language::De);
        let english = keys(Language::En);
        let unique: BTreeSet<_> = german.iter().cloned().collect();
        assert_eq!(unique.len(), german.len(), "a German key stands twice");
        assert_eq!(unique, english.iter().cloned().collect());
        assert_eq!(english.len(), german.len(), "an English key stands twice");
    }

    #[test]
    fn every_key_has_a_text() {
        for language in Language::ALL {
            for key in keys(language) {
                assert_ne!(text(language, &key), key, "{language}");
            }
        }
    }
}
