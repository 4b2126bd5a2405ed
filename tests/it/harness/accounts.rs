//! Accounts of each role.

use std::{io::Write, process::Stdio};

use super::{Client, Database, Server};

/// The password of every account of a test.
const PASSWORD: &str = "ein langes Kennwort";

/// Who somebody is in a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Account {
    /// May do everything.
    Administrator,
    /// Coordinates the regional network SOB.
    Coordinator,
    /// Works in the sub-project SP-1.
    ProjectStaff,
    /// Reads everything, for a time.
    Auditor,
    /// Has an account and no grant.
    Nobody,
}

impl Account {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Administrator, Self::Coordinator, Self::ProjectStaff, Self::Auditor, Self::Nobody];

    /// The sign-in name.
    pub fn email(self) -> String {
        format!("{}@example.org", self.word())
    }

    /// The password.
    pub fn password(self) -> &'static str {
        PASSWORD
    }

    fn word(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Coordinator => "coordinator",
            Self::ProjectStaff => "staff",
            Self::Auditor => "auditor",
            Self::Nobody => "nobody",
        }
    }

    /// The arguments that name its grant.
    fn grant(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Administrator => Some(&["administrator"]),
            Self::Coordinator => Some(&["coordinator", "--period", "IQ-2023", "--network", "SOB"]),
            Self::ProjectStaff => Some(&["project_staff", "--sub-project", "SP-1"]),
            Self::Auditor => Some(&["auditor", "--from", "2020-01-01", "--to", "2099-12-31"]),
            Self::Nobody => None,
        }
    }
}

impl Database {
    /// Makes an account with its grant.
    pub fn with_account(self, account: Account) -> Self {
        let email = account.email();
        let mut adding = self.command();
        adding.args(["account", "add", &email, "--name", account.word(), "--password-stdin"]);
        adding.stdin(Stdio::piped()).stdout(Stdio::null());
        let mut adding = adding.spawn().expect("the binary starts");
        let mut input = adding.stdin.take().expect("it is piped");
        writeln!(input, "{PASSWORD}").expect("it reads the password");
        drop(input);
        assert!(adding.wait().expect("it ends").success(), "{email} was not added");
        if let Some(grant) = account.grant() {
            self.run_command(&[&["account", "grant", &email], grant].concat()).expect(0);
        }
        self
    }

    /// A new personal token of an account.
    pub fn token(&self, account: Account) -> String {
        let made = self.run_command(&["token", "create", &account.email(), "--name", "test"]).expect(0);
        made.stdout.trim().to_owned()
    }

    /// Makes an account of each role.
    pub fn with_accounts(self) -> Self {
        Account::ALL.into_iter().fold(self, Self::with_account)
    }
}

impl Server {
    /// The account, signed in.
    pub async fn signed_in(&self, account: Account) -> Client {
        let client = self.visitor();
        let answer = client.sign_in(&account.email(), account.password()).await;
        assert!(answer.status().is_redirection(), "{account:?} is not let in: {}", answer.status());
        client
    }
}
