//! The binary, run to its end.

use std::{
    io::Read,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use serde_json::Value;

use super::Database;

/// How long a command may take.
const LONGEST: Duration = Duration::from_secs(120);

/// What a command said and how it ended.
#[derive(Debug)]
pub struct Outcome {
    /// Exit status; none when a signal ended it.
    pub status: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Outcome {
    /// The outcome, if the exit status is `status`.
    #[track_caller]
    pub fn expect(self, status: i32) -> Self {
        assert_eq!(self.status, Some(status), "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        self
    }

    /// Standard output as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| {
            panic!("not JSON: {error}\nstdout:\n{}\nstderr:\n{}", self.stdout, self.stderr)
        })
    }
}

/// The binary in `folder`, with nothing of the settings of whoever runs the tests.
pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_migranet"));
    command.env_clear().env("NO_COLOR", "1").env("MIGRANET_DATA_DIR", folder).current_dir(folder);
    command.stdin(Stdio::null());
    command
}

impl Database {
    /// The binary, set up for this database.
    pub fn command(&self) -> Command {
        let mut command = command(self.folder());
        command.env("DATABASE_URL", self.url()).envs(self.variables().iter().cloned());
        command
    }

    /// Runs the binary to its end; one that does not end is ended and fails the test.
    pub fn run_command(&self, arguments: &[&str]) -> Outcome {
        let mut command = self.command();
        command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command.spawn().expect("the binary starts");
        let stdout = read(process.stdout.take().expect("it is piped"));
        let stderr = read(process.stderr.take().expect("it is piped"));
        let Ok(stdout) = stdout.recv_timeout(LONGEST) else {
            process.kill().expect("it runs");
            panic!("{arguments:?} does not end:\n{}", stderr.recv().unwrap_or_default());
        };
        let status = process.wait().expect("it ends").code();
        Outcome { status, stdout, stderr: stderr.recv().unwrap_or_default() }
    }

    /// Writes a file into the data folder.
    pub fn file(&self, name: &str, contents: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder().join(name);
        std::fs::write(&path, contents).expect("the data folder can be written to");
        path
    }

    /// Imports the text of a CSV file of a kind; the outcome is JSON.
    pub fn import(&self, kind: &str, contents: &str) -> Outcome {
        let name = format!("{kind}.csv");
        self.file(&name, contents);
        self.run_command(&["import", &name, "--format", "json"])
    }
}

/// Reads to the end beside the caller, so that no process waits for a reader.
fn read(mut output: impl Read + Send + 'static) -> mpsc::Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        drop(output.read_to_end(&mut bytes));
        drop(sender.send(String::from_utf8_lossy(&bytes).into_owned()));
    });
    receiver
}
