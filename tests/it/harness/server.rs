//! The running binary.

use std::{
    io::{BufRead, BufReader, Read},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, mpsc},
    thread,
    time::Duration,
};

use super::{Client, Database};

/// How long a server may take until it listens: one may make 25,000 people of a demonstration first, beside other tests.
const START: Duration = Duration::from_secs(180);

type Said = Arc<Mutex<String>>;

/// A running `migranet`, killed when dropped.
pub struct Server {
    process: Child,
    address: String,
}

impl Database {
    /// `migranet serve` on a free port of the loopback interface, as soon as it listens.
    pub fn serve(&self) -> Server {
        let mut command = self.command();
        command.arg("serve").env("MIGRANET_LISTEN", "127.0.0.1:0");
        Server::start(command)
    }
}

impl Server {
    /// Starts a command that serves and waits until it says where.
    pub fn start(mut command: Command) -> Self {
        let mut process =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary starts");
        let said = Said::default();
        let (found, address) = mpsc::channel();
        listen(process.stdout.take().expect("it is piped"), &said, found.clone());
        listen(process.stderr.take().expect("it is piped"), &said, found);
        let Ok(address) = address.recv_timeout(START) else {
            drop(process.kill());
            panic!("the server does not listen:\n{}", said.lock().expect("nobody panicked"));
        };
        Self { process, address }
    }

    /// Its address: `http://127.0.0.1:PORT`.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Somebody who is not signed in.
    pub fn visitor(&self) -> Client {
        Client::of(&self.address)
    }

    /// Ends it as a power cut would, with no chance to tidy up.
    pub fn kill(mut self) {
        self.process.kill().expect("it runs");
        self.process.wait().expect("it ends");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// Keeps what is said, so that the process never waits for a reader, and tells the first address in it.
fn listen(output: impl Read + Send + 'static, said: &Said, found: mpsc::Sender<String>) {
    let said = Arc::clone(said);
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some(address) = address_in(&line) {
                drop(found.send(address));
            }
            let mut said = said.lock().expect("nobody panicked");
            said.push_str(&line);
            said.push('\n');
        }
    });
}

fn address_in(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("http://")?;
    let end = rest.find(|char: char| !char.is_ascii_alphanumeric() && !".:-[]".contains(char));
    let authority = &rest[..end.unwrap_or(rest.len())];
    authority.contains(':').then(|| format!("http://{authority}"))
}
