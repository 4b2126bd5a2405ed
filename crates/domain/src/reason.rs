//! The reason that somebody gives for what they do.

use crate::UserError;

/// The longest reason or remark, in characters.
pub const LONGEST_REASON: usize = 1000;

/// What is wrong with a reason: that it has no words, or too many.
pub(crate) fn mistake(reason: &str) -> Option<UserError> {
    if reason.trim().is_empty() {
        return Some(UserError::new("reason-missing", "reason"));
    }
    let too_long = reason.trim().chars().count() > LONGEST_REASON;
    too_long.then(|| UserError::new("reason-too-long", "reason").with_value(LONGEST_REASON))
}
