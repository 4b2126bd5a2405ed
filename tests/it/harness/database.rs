//! A database and a data folder of a test's own, gone with it.

use std::path::Path;

use tempfile::TempDir;
use tokio::sync::OnceCell;

use super::{
    on_postgres::{OnPostgres, execute, name, server},
    postgres,
};

static MIGRATED_FILE: OnceCell<Vec<u8>> = OnceCell::const_new();
static MIGRATED_ON_POSTGRES: OnceCell<String> = OnceCell::const_new();

/// Name of the SQLite file in the data folder.
const FILE: &str = "migranet.sqlite";

/// The two databases the software runs on.
#[derive(Clone, Copy, Debug)]
pub enum Backend {
    /// In the binary.
    Sqlite,
    /// Where there is one.
    Postgres,
}

impl Backend {
    /// Whether tests on it can run here.
    pub fn is_there(self) -> bool {
        match self {
            Self::Sqlite => true,
            Self::Postgres => postgres::server().is_some(),
        }
    }

    /// A database with nothing in it.
    pub async fn empty(self) -> Database {
        match self {
            Self::Sqlite => Database::in_file(),
            Self::Postgres => Database::on_postgres("").await,
        }
    }

    /// A database after `migranet migrate`: the schema and the reference data.
    pub async fn migrated(self) -> Database {
        match self {
            Self::Sqlite => {
                let file = MIGRATED_FILE.get_or_init(migrated_file).await;
                let database = Database::in_file();
                database.file(FILE, file);
                database
            }
            Self::Postgres if server().is_ours() => {
                let template = MIGRATED_ON_POSTGRES.get_or_init(template_on_postgres).await;
                Database::on_postgres(&format!("TEMPLATE {template}")).await
            }
            Self::Postgres => {
                let database = self.empty().await;
                database.run_command(&["migrate"]).expect(0);
                database
            }
        }
    }
}

/// A database and a data folder.
#[derive(Debug)]
pub struct Database {
    url: String,
    folder: TempDir,
    _on_postgres: Option<OnPostgres>,
    variables: Vec<(&'static str, String)>,
}

impl Database {
    /// Its address, as in `DATABASE_URL`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The same for a binary with more variables in its environment.
    pub fn with_variables(mut self, variables: &[(&'static str, String)]) -> Self {
        self.variables.extend_from_slice(variables);
        self
    }

    /// The variables of its binary, beside those of every test.
    pub fn variables(&self) -> &[(&'static str, String)] {
        &self.variables
    }

    /// Does with SQL what the software itself would never do.
    pub async fn tamper(&self, statement: &str) {
        execute(&self.url, statement).await;
    }

    fn in_file() -> Self {
        let folder = folder();
        let url = format!("sqlite://{}", folder.path().join(FILE).display());
        Self { url, folder, _on_postgres: None, variables: Vec::new() }
    }

    async fn on_postgres(options: &str) -> Self {
        let database = OnPostgres::made(options).await;
        let url = database.url().to_owned();
        Self { url, folder: folder(), _on_postgres: Some(database), variables: Vec::new() }
    }
}

fn folder() -> TempDir {
    tempfile::Builder::new().prefix("migranet-test-").tempdir().expect("a folder")
}

async fn migrated_file() -> Vec<u8> {
    let database = Database::in_file();
    database.run_command(&["migrate"]).expect(0);
    execute(database.url(), "PRAGMA wal_checkpoint(TRUNCATE)").await;
    std::fs::read(database.folder().join(FILE)).expect("migrating makes the file")
}

/// The name of a migrated database, which goes with its server.
async fn template_on_postgres() -> String {
    let database = Backend::Postgres.empty().await;
    database.run_command(&["migrate"]).expect(0);
    let template = format!("{}_template", name(database.url()));
    execute(server().address(), &format!("ALTER DATABASE {} RENAME TO {template}", name(database.url())))
        .await;
    template
}
