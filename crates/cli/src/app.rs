//! What commands work with: the configuration, and the domain once it is asked for.

use anyhow::{Context as _, bail};
use domain::{Clock, Domain, db};
use sea_orm::DatabaseConnection;
use worker::{FileStore, S3};

use crate::{
    config::{Config, FilesAt, masked},
    schema,
};

/// The program's parts.
#[derive(Clone, Debug)]
pub struct App {
    /// The configuration.
    pub config: Config,
}

impl App {
    /// The program as configured; nothing is opened yet.
    pub fn new(config: Config) -> Self {
        Self { config }
    }

    /// The domain, on a database whose schema is the program's.
    ///
    /// # Errors
    /// When the database does not answer, and when its schema is older or newer than the program.
    pub async fn domain(&self) -> anyhow::Result<Domain> {
        if let Some(file) = self.config.database_file().filter(|file| !file.exists()) {
            bail!("there is no database {}: run `migranet migrate`", file.display());
        }
        let db = self.connect().await?;
        schema::check(&db).await?;
        Ok(Domain::new(db, Clock::system()))
    }

    /// The database, whatever its schema. The data directory is made when it is missing.
    pub async fn connect(&self) -> anyhow::Result<DatabaseConnection> {
        self.make_data_dir()?;
        let url = &self.config.database_url.value;
        db::connect(url).await.with_context(|| format!("cannot open {}", masked(url)))
    }

    /// Where report files lie. A store on another machine is not asked yet whether it is there.
    pub fn files(&self) -> anyhow::Result<FileStore> {
        self.make_data_dir()?;
        let drafts = self.config.data_dir.value.join("drafts");
        let files = match &self.config.files_url.value {
            FilesAt::Folder(folder) => FileStore::in_folder(folder, drafts),
            FilesAt::S3 { bucket, prefix } => {
                let options =
                    self.config.store.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
                let (bucket, prefix) = (bucket.clone(), prefix.clone());
                FileStore::s3(&S3 { bucket, prefix, options: options.collect() }, drafts)
            }
        };
        files.with_context(|| format!("cannot open the files in {}", self.config.files_url.value))
    }

    /// Only its owner may look into the data directory: it holds records of participants.
    fn make_data_dir(&self) -> anyhow::Result<()> {
        let path = &self.config.data_dir.value;
        let mut directory = std::fs::DirBuilder::new();
        directory.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut directory, 0o700);
        directory.create(path).with_context(|| format!("cannot make the data directory {}", path.display()))
    }
}
