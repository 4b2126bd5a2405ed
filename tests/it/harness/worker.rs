//! A running worker, in a process of its own.

use std::{
    io::{BufRead, BufReader, Read},
    process::{Child, Stdio},
    sync::{Arc, Mutex, mpsc},
    thread::{self, JoinHandle},
    time::Duration,
};

use super::{Database, Server};

/// How long a worker may take until it waits for jobs.
const START: Duration = Duration::from_secs(60);

/// What a worker says when it waits.
const READY: &str = "waiting for jobs";

/// A running `migranet worker`, killed when dropped.
pub struct Worker {
    process: Child,
    said: Arc<Mutex<String>>,
    listening: Vec<JoinHandle<()>>,
}

impl Database {
    /// `migranet worker`, as soon as it waits for jobs.
    pub fn work(&self) -> Worker {
        let mut command = self.command();
        command.arg("worker").stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command.spawn().expect("the binary starts");
        let said = Arc::default();
        let (ready, is_ready) = mpsc::channel();
        let stdout = listen(process.stdout.take().expect("it is piped"), &said, ready.clone());
        let stderr = listen(process.stderr.take().expect("it is piped"), &said, ready);
        let worker = Worker { process, said, listening: vec![stdout, stderr] };
        assert!(is_ready.recv_timeout(START).is_ok(), "the worker does not start:\n{}", worker.said());
        worker
    }

    /// `migranet serve` with no worker in it.
    pub fn serve_alone(&self) -> Server {
        let mut command = self.command();
        command.arg("serve").env("MIGRANET_LISTEN", "127.0.0.1:0").env("MIGRANET_WORKER", "off");
        Server::start(command)
    }
}

impl Worker {
    /// What it has said so far.
    pub fn said(&self) -> String {
        self.said.lock().expect("nobody panicked").clone()
    }

    /// Ends it with `kill -9`; all that it said.
    pub fn kill(mut self) -> String {
        self.process.kill().expect("it runs");
        self.process.wait().expect("it ends");
        for listening in self.listening.drain(..) {
            listening.join().expect("listening ends with the process");
        }
        self.said()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// Keeps what is said, so that the process never waits for a reader, and tells when it waits for jobs.
fn listen(
    output: impl Read + Send + 'static,
    said: &Arc<Mutex<String>>,
    ready: mpsc::Sender<()>,
) -> JoinHandle<()> {
    let said = Arc::clone(said);
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if line.contains(READY) {
                let _ = ready.send(());
            }
            let mut said = said.lock().expect("nobody panicked");
            said.push_str(&line);
            said.push('\n');
        }
    })
}
