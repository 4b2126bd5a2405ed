//! Values that do not fit the type of their argument: the library says so in English, people are told in their language.

use texts::{Arg, Language};

/// How the library begins when a value does not fit.
const BEGINNING: &str = "Invalid value for argument \"";

/// What stands between the argument and the type it has to be of.
const TYPE: &str = "\", expected type \"";

/// What stands between the argument and the closed set that it has to be of.
const SET: &str = "\", enumeration type \"";

/// What stands between the closed set and the value.
const VALUE: &str = "\" does not contain the value \"";

/// The message of the library in words of a language, if it is one of these.
pub fn in_words(message: &str, language: Language) -> Option<String> {
    let rest = message.strip_prefix(BEGINNING)?.strip_suffix('"')?;
    let said = |key, argument, name, value| {
        texts::text_with(language, key, &[("argument", Arg::Text(argument)), (name, Arg::Text(value))])
    };
    if let Some((argument, kind)) = rest.split_once(TYPE) {
        return Some(match kind {
            "Date" => said("error-argument-date", argument, "type", kind),
            "DateTime" => said("error-argument-date-time", argument, "type", kind),
            _ => said("error-argument-type", argument, "type", kind),
        });
    }
    let (argument, set) = rest.split_once(SET)?;
    let (_, value) = set.split_once(VALUE)?;
    Some(said("error-argument-choice", argument, "value", value))
}

#[cfg(test)]
mod tests {
    use texts::Language;

    use super::in_words;

    #[test]
    fn other_messages_stay_as_they_are() {
        for message in
            ["Unknown field \"a\" on type \"Query\".", "Invalid value for argument \"a\", unknown field"]
        {
            assert_eq!(in_words(message, Language::De), None, "{message}");
        }
    }
}
