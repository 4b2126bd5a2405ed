//! Words that people write as they like: reasons, answers, notes, methods, names of documents. What nobody can see in them is
//! not kept, since a text must say the same on a page, in a workbook, in a terminal and in a log.

use std::borrow::Cow;

use crate::UserError;

/// The code of the mistake that a text holds what nobody can see.
pub(crate) const UNSEEN: &str = "text-unseen";

/// What turns the direction of the words after it, so that they read otherwise than they stand.
const TURNING: [std::ops::RangeInclusive<char>; 2] = ['\u{202a}'..='\u{202e}', '\u{2066}'..='\u{2069}'];

/// A text as it is kept: without the space around it, each line ended as this system ends lines, whichever program it was
/// copied from.
pub(crate) fn kept(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(|char: char| char.is_whitespace() || char == '\u{feff}');
    if text.contains(['\r', '\u{2028}', '\u{2029}']) {
        text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").into()
    } else {
        text.into()
    }
}

/// What is wrong with the characters of a text: control characters other than the ends of lines and tabs, and what turns the
/// direction of words.
pub(crate) fn unseen(text: &str, field: &'static str) -> Option<UserError> {
    let found = text.chars().find(|char| {
        let is_control = char.is_control() && !['\n', '\r', '\t'].contains(char);
        is_control || TURNING.iter().any(|range| range.contains(char))
    })?;
    Some(UserError::new(UNSEEN, field).with_value(format!("U+{:04X}", u32::from(found))))
}

/// What is wrong with a text that may have so many characters at most, or be empty.
pub(crate) fn mistake(text: &str, (field, longest): (&'static str, usize)) -> Option<UserError> {
    let too_long = kept(text).chars().count() > longest;
    let too_long = too_long.then(|| UserError::new("text-too-long", field).with_value(longest));
    unseen(text, field).or(too_long)
}

#[cfg(test)]
mod tests {
    use super::{kept, mistake, unseen};

    #[test]
    fn what_nobody_can_see_is_named() {
        for (text, named) in [
            ("Ziele\u{7}fehlen", Some("U+0007")),
            ("\u{1b}[31mrot", Some("U+001B")),
            ("a\0b", Some("U+0000")),
            ("\u{202e}nebo", Some("U+202E")),
            ("a\u{2066}b", Some("U+2066")),
            ("a\u{85}b", Some("U+0085")),
            ("Erstens\nzweitens\r\n\tdrittens", None),
            ("naïve – „Zahl“ 🦉 \u{200d} שלום\u{200f}", None),
        ] {
            let mistake = unseen(text, "reason");
            assert_eq!(mistake.and_then(|mistake| mistake.value).as_deref(), named, "{text:?}");
        }
    }

    #[test]
    fn what_is_pasted_innocently_is_put_right() {
        for (text, expected) in [
            ("Ziele fehlen\r\n", "Ziele fehlen"),
            ("\u{feff} eins\r\nzwei\rdrei\u{2028}vier ", "eins\nzwei\ndrei\nvier"),
            ("eins\n\n\tzwei", "eins\n\n\tzwei"),
            (" \n", ""),
        ] {
            assert_eq!(kept(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_line_of_a_form_is_one_character() {
        assert_eq!(mistake("a\r\nb", ("document", 3)), None);
        assert_eq!(mistake("abcd", ("document", 3)).map(|mistake| mistake.code), Some("text-too-long"));
    }
}
