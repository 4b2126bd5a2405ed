//! What an account must look like.

use std::ops::RangeInclusive;

use crate::{UserError, free_text};

/// How many characters a password has. Length is the only demand: rules about kinds of characters make passwords
/// that people write down (NIST SP 800-63B, section 3.1.1.2).
pub const PASSWORD_LENGTH: RangeInclusive<usize> = 12..=200;

/// The longest e-mail address (RFC 5321, section 4.5.3.1.3, without the angle brackets).
const EMAIL_LENGTH: usize = 254;

/// The longest name.
const NAME_LENGTH: usize = 200;

/// An account to be made.
#[derive(Clone)]
pub struct NewAccount {
    /// E-mail address, the sign-in name; kept in lower case.
    pub email: String,
    /// Name shown.
    pub name: String,
    /// Password, 12 to 200 characters.
    pub password: String,
}

/// The address as it is kept: without blanks around it and in lower case. None when it cannot be one.
pub fn email(given: &str) -> Option<String> {
    let email = given.trim().to_lowercase();
    let (mailbox, host) = email.split_once('@')?;
    let blank = |c: char| c.is_whitespace() || c.is_control();
    let fine = !mailbox.is_empty()
        && !host.is_empty()
        && !host.contains('@')
        && !email.contains(blank)
        && email.len() <= EMAIL_LENGTH;
    fine.then_some(email)
}

/// The mistakes in a new account.
pub fn check(new: &NewAccount) -> Vec<UserError> {
    let name = new.name.trim().chars().count();
    let mistakes = [
        email(&new.email).is_none().then(|| UserError::new("email", "email").with_value(&new.email)),
        (!(1..=NAME_LENGTH).contains(&name)).then(|| UserError::new("account-name", "name")),
        free_text::unseen(&new.name, "name"),
        check_password(&new.password),
    ];
    mistakes.into_iter().flatten().collect()
}

/// The mistake in a password.
pub fn check_password(password: &str) -> Option<UserError> {
    let fine = PASSWORD_LENGTH.contains(&password.chars().count());
    (!fine).then(|| UserError::new("password-length", "password"))
}

#[cfg(test)]
mod tests {
    use super::{NewAccount, check, email};

    #[test]
    fn addresses_are_kept_in_one_spelling() {
        for (given, kept) in [
            ("Ada@Example.ORG ", Some("ada@example.org")),
            ("ada@localhost", Some("ada@localhost")),
            ("ada", None),
            ("@example.org", None),
            ("ada@", None),
            ("ada@b@example.org", None),
            ("ada lovelace@example.org", None),
            ("", None),
        ] {
            assert_eq!(email(given).as_deref(), kept, "{given}");
        }
        assert_eq!(email(&format!("{}@example.org", "a".repeat(250))), None);
    }

    #[test]
    fn all_mistakes_come_at_once() {
        let account = |email: &str, name: &str, password: &str| NewAccount {
            email: email.into(),
            name: name.into(),
            password: password.into(),
        };
        for (new, codes) in [
            (account("a@example.org", "A", "twelve chars"), vec![]),
            (account("a", " ", "eleven char"), vec!["email", "account-name", "password-length"]),
            (account("a@example.org", "A", &"ä".repeat(200)), vec![]),
            (account("a@example.org", "A\u{202e}", "twelve chars"), vec!["text-unseen"]),
            (account("a@example.org", "A", &"ä".repeat(201)), vec!["password-length"]),
        ] {
            let found: Vec<_> = check(&new).into_iter().map(|mistake| mistake.code).collect();
            assert_eq!(found, codes);
        }
    }
}
