//! The reason that somebody gives for what they do.

use crate::UserError;

/// The longest reason or remark, in characters.
pub const LONGEST_REASON: usize = 1000;

/// Letters that show nothing: fillers of Hangul.
const INVISIBLE: [char; 4] = ['\u{115f}', '\u{1160}', '\u{3164}', '\u{ffa0}'];

/// What somebody wrote, without the space around it; nothing when it has no letter or digit that can be seen.
pub(crate) fn given(reason: &str) -> Option<&str> {
    let can_be_read = |char: char| char.is_alphanumeric() && !INVISIBLE.contains(&char);
    reason.contains(can_be_read).then(|| reason.trim())
}

/// What is wrong with a reason: that it has no words, or too many.
pub(crate) fn mistake(reason: &str) -> Option<UserError> {
    let Some(given) = given(reason) else { return Some(UserError::new("reason-missing", "reason")) };
    let too_long = given.chars().count() > LONGEST_REASON;
    too_long.then(|| UserError::new("reason-too-long", "reason").with_value(LONGEST_REASON))
}

#[cfg(test)]
mod tests {
    use super::given;

    #[test]
    fn a_reason_can_be_seen() {
        for nothing in ["", " \t\n", "\u{a0}", "\u{200b}", "\u{2060}", "\u{3164}", "…"] {
            assert_eq!(given(nothing), None, "{nothing:?}");
        }
        assert_eq!(given(" falsch abgeschrieben\n"), Some("falsch abgeschrieben"));
    }
}
