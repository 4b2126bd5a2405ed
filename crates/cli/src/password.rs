//! Passwords from the terminal, without echo, or from standard input.

use std::io::{self, BufRead};

use anyhow::{Context as _, ensure};
use clap::Args;

/// Where a password comes from.
#[derive(Args, Debug)]
pub struct PasswordInput {
    /// Read the password from the first line of standard input instead of asking for it
    #[arg(long)]
    password_stdin: bool,
}

impl PasswordInput {
    /// Reads the password; asks twice at a terminal.
    pub fn read(&self) -> anyhow::Result<String> {
        if self.password_stdin {
            let mut line = String::new();
            io::stdin().lock().read_line(&mut line).context("cannot read the password")?;
            return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
        }
        let ask = |prompt| rpassword::prompt_password(prompt).context("no terminal: use --password-stdin");
        let password = ask("Password (12 to 200 characters): ")?;
        ensure!(ask("Again: ")? == password, "the passwords differ");
        Ok(password)
    }
}
