//! What a token must look like.

use chrono::{DateTime, TimeDelta, Utc};

use crate::UserError;

/// The longest a token may live.
pub const LONGEST_LIFE: TimeDelta = TimeDelta::days(366);

/// The longest name.
const NAME_LENGTH: usize = 100;

/// A token to be made.
#[derive(Clone, Debug)]
pub struct NewToken {
    /// Address of the account it acts for.
    pub email: String,
    /// What it is for, 1 to 100 characters.
    pub name: String,
    /// When it ends: in the future, at most [`LONGEST_LIFE`] away.
    pub expires_at: DateTime<Utc>,
}

/// The mistakes in a new token.
pub fn check(new: &NewToken, now: DateTime<Utc>) -> Vec<UserError> {
    let name = new.name.trim().chars().count();
    [
        (!(1..=NAME_LENGTH).contains(&name), "token-name", "name"),
        (new.expires_at <= now, "token-ends-in-past", "expiresAt"),
        (new.expires_at > now + LONGEST_LIFE, "token-lives-too-long", "expiresAt"),
    ]
    .into_iter()
    .filter(|(wrong, ..)| *wrong)
    .map(|(_, code, field)| UserError::new(code, field))
    .collect()
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};

    use super::{LONGEST_LIFE, NewToken, check};

    #[test]
    fn a_token_has_a_name_and_ends() {
        let now = DateTime::UNIX_EPOCH;
        let second = TimeDelta::seconds(1);
        for (name, life, codes) in [
            ("export", second, vec![]),
            ("export", LONGEST_LIFE, vec![]),
            ("export", LONGEST_LIFE + second, vec!["token-lives-too-long"]),
            (" ", TimeDelta::zero(), vec!["token-name", "token-ends-in-past"]),
            (&*"n".repeat(101), second, vec!["token-name"]),
        ] {
            let token = NewToken { email: "a@example.org".into(), name: name.into(), expires_at: now + life };
            let found: Vec<_> = check(&token, now).into_iter().map(|mistake| mistake.code).collect();
            assert_eq!(found, codes, "{name} {life}");
        }
    }
}
