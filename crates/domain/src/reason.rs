//! The reason that somebody gives for what they do.

use crate::{UserError, free_text};

/// The longest reason or remark, in characters.
pub const LONGEST_REASON: usize = 1000;

/// Letters that show nothing: fillers of Hangul.
const INVISIBLE: [char; 4] = ['\u{115f}', '\u{1160}', '\u{3164}', '\u{ffa0}'];

/// What somebody wrote, without the space around it; nothing when it has no letter or digit that can be seen.
pub(crate) fn given(reason: &str) -> Option<&str> {
    let can_be_read = |char: char| char.is_alphanumeric() && !INVISIBLE.contains(&char);
    reason.contains(can_be_read).then(|| reason.trim())
}

/// What is wrong with a reason: that it has no words, too many, or what nobody can see.
pub(crate) fn mistake(reason: &str) -> Option<UserError> {
    let Some(given) = given(reason) else { return Some(UserError::new("reason-missing", "reason")) };
    let too_long = free_text::kept(given).chars().count() > LONGEST_REASON;
    let too_long = too_long.then(|| UserError::new("reason-too-long", "reason").with_value(LONGEST_REASON));
    free_text::unseen(given, "reason").or(too_long)
}

/// The same, where one code says of a reason that it is missing and that it is too long.
pub(crate) fn mistake_by(code: &'static str, reason: &str) -> Option<UserError> {
    let mistake = mistake(reason)?;
    Some(if mistake.code == free_text::UNSEEN { mistake } else { UserError::new(code, mistake.field) })
}

#[cfg(test)]
mod tests {
    use super::{given, mistake, mistake_by};

    #[test]
    fn a_reason_can_be_seen() {
        for nothing in ["", " \t\n", "\u{a0}", "\u{200b}", "\u{2060}", "\u{3164}", "…"] {
            assert_eq!(given(nothing), None, "{nothing:?}");
        }
        assert_eq!(given(" falsch abgeschrieben\n"), Some("falsch abgeschrieben"));
    }

    #[test]
    fn what_is_wrong_with_a_reason_has_a_code() {
        for (reason, code, by_one_code) in [
            ("falsch abgeschrieben\r\n", None, None),
            (" ", Some("reason-missing"), Some("edition-reason")),
            (&*"x".repeat(1001), Some("reason-too-long"), Some("edition-reason")),
            ("a\u{7}", Some("text-unseen"), Some("text-unseen")),
        ] {
            assert_eq!(mistake(reason).map(|mistake| mistake.code), code, "{reason:?}");
            let found = mistake_by("edition-reason", reason).map(|mistake| mistake.code);
            assert_eq!(found, by_one_code, "{reason:?}");
        }
    }
}
