//! PostgreSQL for tests: a server somebody gives, or a throw-away cluster of this test process.
//!
//! The cluster is kept by a guardian, a small shell that waits for its standard input to end. It ends when the
//! test process does, however it does; then the guardian stops the cluster and removes its folder.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    os::unix::{fs::MetadataExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::LazyLock,
};

use super::environment::{self, POSTGRES_URL, REQUIRE_POSTGRES};

const GUARDIAN: &str = r#"
cd "$folder" || exit 1
settings="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off"
{
    "$programs/initdb" -D data -U postgres --auth=trust --encoding=UTF8 --locale=C --no-sync &&
    "$programs/pg_ctl" -D data -w -t 60 -l server.log -o "$settings" start
} >guardian.log 2>&1 && echo ready || { cat guardian.log server.log; rm -rf "$folder"; exit 1; }
cat >/dev/null
"$programs/pg_ctl" -D data -m immediate stop >/dev/null 2>&1
cd / && rm -rf "$folder"
"#;

static SERVER: LazyLock<Option<Server>> = LazyLock::new(|| {
    let server = environment::variable(POSTGRES_URL)
        .map(Server::Given)
        .or_else(|| newest_programs().map(|programs| Server::throw_away(&programs)));
    if server.is_none() {
        miss();
    }
    server
});

/// A server on which databases can be made and dropped.
pub enum Server {
    /// Somebody keeps it for us.
    Given(String),
    /// It lives as long as this process.
    ThrowAway {
        /// Address of its first database.
        url: String,
        /// Ends with this process.
        _guardian: Child,
    },
}

/// The server; none when there is no PostgreSQL.
pub fn server() -> Option<&'static Server> {
    SERVER.as_ref()
}

/// Says what is not run, past the test runner's capture of output.
fn miss() {
    let line = format!(
        "PostgreSQL not found: its half of the suite was NOT run (set {POSTGRES_URL} or install postgresql)"
    );
    assert!(environment::variable(REQUIRE_POSTGRES).is_none(), "{line}");
    writeln!(std::io::stderr(), "{line}").expect("standard error is open");
}

impl Server {
    /// The address of a database from which others can be made.
    pub fn address(&self) -> &str {
        match self {
            Self::Given(url) | Self::ThrowAway { url, .. } => url,
        }
    }

    /// Whether what is left on it goes with this process.
    pub fn is_ours(&self) -> bool {
        matches!(self, Self::ThrowAway { .. })
    }

    fn throw_away(programs: &Path) -> Self {
        let folder =
            tempfile::Builder::new().prefix("migranet-postgres-").tempdir().expect("a folder").keep();
        let port = free_port();
        let mut guardian = Command::new("sh");
        guardian
            .args(["-c", GUARDIAN])
            .env("folder", &folder)
            .env("programs", programs)
            .env("port", port.to_string())
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        if is_root(&folder) {
            let (user, group) =
                unprivileged_user().expect("PostgreSQL refuses root, and there is no other user");
            std::os::unix::fs::chown(&folder, Some(user), Some(group)).expect("root may give a folder away");
            guardian.uid(user).gid(group);
        }
        let mut guardian = guardian.spawn().expect("a shell");
        let mut said = String::new();
        let mut lines = BufReader::new(guardian.stdout.take().expect("its output is piped")).lines();
        let ready = loop {
            match lines.next() {
                Some(Ok(line)) if line == "ready" => break true,
                Some(Ok(line)) => said = said + &line + "\n",
                Some(Err(_)) | None => break false,
            }
        };
        assert!(ready, "the throw-away PostgreSQL does not start:\n{said}");
        Self::ThrowAway { url: format!("postgres://postgres@127.0.0.1:{port}/postgres"), _guardian: guardian }
    }
}

/// The folder with `initdb` and `pg_ctl`: the first of the search path, or the newest of Debian's.
fn newest_programs() -> Option<PathBuf> {
    let on_path = environment::program_folders().into_iter().find(|folder| has_programs(folder));
    on_path.or_else(|| {
        let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
        let versions = versions.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
        let folders =
            versions.map(|version| (version, PathBuf::from(format!("/usr/lib/postgresql/{version}/bin"))));
        folders.filter(|(_, folder)| has_programs(folder)).max().map(|(_, folder)| folder)
    })
}

fn has_programs(folder: &Path) -> bool {
    ["initdb", "pg_ctl"].iter().all(|name| folder.join(name).is_file())
}

fn is_root(own_folder: &Path) -> bool {
    fs::metadata(own_folder).expect("a folder just made").uid() == 0
}

/// Keys of the user and group `postgres`, or else `nobody`.
fn unprivileged_user() -> Option<(u32, u32)> {
    let users = fs::read_to_string("/etc/passwd").ok()?;
    ["postgres", "nobody"].iter().find_map(|name| {
        let fields = users.lines().map(|line| line.split(':').collect::<Vec<_>>());
        let user = fields.into_iter().find(|fields| fields.first() == Some(name))?;
        Some((user.get(2)?.parse().ok()?, user.get(3)?.parse().ok()?))
    })
}

/// A port nobody listens on.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    listener.local_addr().expect("it is bound").port()
}
