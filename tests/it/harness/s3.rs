//! An S3 server for tests: `moto_server` of the Python package moto, in memory and gone with the test.

use std::{
    io::Write,
    net::TcpStream,
    process::{Child, Command, Stdio},
};

use reqwest::StatusCode;

use super::{Database, environment, eventually, postgres::free_port};

const PROGRAM: &str = "moto_server";
/// Set to make a missing S3 server a failure.
const REQUIRE_S3: &str = "MIGRANET_TEST_REQUIRE_S3";
/// The bucket of a test, and what stands before every key in it.
const BUCKET: &str = "berichte";
const PREFIX: &str = "iq/netz";

/// An S3 server that can be stopped and started again, with nothing in it any more.
pub struct S3 {
    port: u16,
    process: Option<Child>,
}

impl S3 {
    /// A server with an empty bucket; none where the program is not installed.
    pub async fn start() -> Option<Self> {
        if !environment::program_folders().iter().any(|folder| folder.join(PROGRAM).is_file()) {
            let line = format!("{PROGRAM} not found: tests on S3 were NOT run (pip install 'moto[server]')");
            assert!(environment::variable(REQUIRE_S3).is_none(), "{line}");
            writeln!(std::io::stderr(), "{line}").expect("standard error is open");
            return None;
        }
        let mut server = Self { port: free_port(), process: None };
        server.go_on().await;
        Some(server)
    }

    /// Ends it as a power cut would.
    pub fn stop(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.kill().expect("it runs");
            process.wait().expect("it ends");
        }
    }

    /// Starts it on the same port with an empty bucket.
    pub async fn go_on(&mut self) {
        let port = self.port.to_string();
        let mut command = Command::new(PROGRAM);
        command.args(["-H", "127.0.0.1", "-p", &port]).stdout(Stdio::null()).stderr(Stdio::null());
        self.process = Some(command.spawn().expect("the program starts"));
        eventually("an S3 server that listens", async || TcpStream::connect(("127.0.0.1", self.port)).ok())
            .await;
        let made = self.http().put(format!("{}/{BUCKET}", self.address())).send().await.expect("an answer");
        assert_eq!(made.status(), StatusCode::OK);
    }

    /// The keys in the bucket.
    pub async fn keys(&self) -> Vec<String> {
        let list = self.http().get(format!("{}/{BUCKET}?list-type=2", self.address())).send().await;
        let list = list.expect("an answer").text().await.expect("a list");
        let keys = list.split("<Key>").skip(1).filter_map(|rest| rest.split("</Key>").next());
        keys.map(str::to_owned).collect()
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn http(&self) -> reqwest::Client {
        super::client::http()
    }
}

impl Drop for S3 {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Database {
    /// The same with its files in a bucket of an S3 server.
    pub fn with_files_on(self, server: &S3) -> Self {
        let variables = [
            ("MIGRANET_FILES_URL", format!("s3://{BUCKET}/{PREFIX}")),
            ("AWS_ENDPOINT_URL", server.address()),
            ("AWS_REGION", "eu-central-1".to_owned()),
            ("AWS_ACCESS_KEY_ID", "test".to_owned()),
            ("AWS_SECRET_ACCESS_KEY", "geheim".to_owned()),
        ];
        self.with_variables(&variables)
    }
}
