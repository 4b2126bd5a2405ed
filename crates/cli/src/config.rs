//! The configuration: each value from the environment, else from the TOML file, else its default.

mod files;
mod mask;
mod sources;

use std::{fmt, net::SocketAddr, path::PathBuf};

use chrono::TimeDelta;
use clap::ValueEnum;
use tracing_subscriber::EnvFilter;

pub use files::FilesAt;
pub use mask::masked;
use sources::{Key, Sources};
pub use sources::{Origin, Setting};

/// All settings.
#[derive(Clone, Debug)]
pub struct Config {
    /// Directory of the database file and the reports.
    pub data_dir: Setting<PathBuf>,
    /// The database.
    pub database_url: Setting<String>,
    /// Where finished reports are kept.
    pub files_url: Setting<FilesAt>,
    /// The variables of the S3 store that are set, with their values.
    pub store: Vec<(&'static str, String)>,
    /// Where the server listens.
    pub listen: Setting<SocketAddr>,
    /// Whether people reach the server by HTTPS.
    pub https: Setting<Switch>,
    /// Where background jobs run.
    pub worker: Setting<WorkerPlace>,
    /// How long reports are kept of which no edition was made.
    pub keep_days: Setting<Days>,
    /// How long drafts are kept that were not handed in.
    pub keep_drafts_days: Setting<Days>,
    /// Which log lines are written.
    pub log: Setting<String>,
    /// How log lines are written.
    pub log_format: Setting<LogFormat>,
}

/// Yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Switch {
    /// Yes.
    On,
    /// No.
    Off,
}

/// Where background jobs run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum WorkerPlace {
    /// In the server's process.
    InProcess,
    /// In processes of their own.
    Off,
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs: an object per line.
    Json,
}

/// A number of days, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days(pub TimeDelta);

impl Days {
    fn parse(given: &str) -> Option<Self> {
        let days: i64 = given.parse().ok()?;
        (1..=MOST_DAYS).contains(&days).then(|| Self(TimeDelta::days(days)))
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.num_days().fmt(f)
    }
}

/// A hundred years.
const MOST_DAYS: i64 = 36_500;

const DATA_DIR: Key<PathBuf> = Key {
    name: "data_dir",
    variable: "MIGRANET_DATA_DIR",
    default: "./migranet-data",
    allowed: "a directory",
    parse: |given| Some(given.into()),
};
const DATABASE_URL: Key<String> = Key {
    name: "database_url",
    variable: "DATABASE_URL",
    default: "",
    allowed: "sqlite://FILE or postgres://USER:PASSWORD@HOST/DATABASE",
    parse: |given| {
        let known = ["sqlite:", "postgres://", "postgresql://"];
        known.iter().any(|scheme| given.starts_with(scheme)).then(|| given.to_owned())
    },
};
const FILES_URL: Key<FilesAt> = Key {
    name: "files_url",
    variable: "MIGRANET_FILES_URL",
    default: "",
    allowed: "a folder, or s3://BUCKET or s3://BUCKET/PREFIX",
    parse: FilesAt::parse,
};
const LISTEN: Key<SocketAddr> = Key {
    name: "listen",
    variable: "MIGRANET_LISTEN",
    default: "127.0.0.1:8080",
    allowed: "an IP address and a port, such as 127.0.0.1:8080 or [::]:8080",
    parse: |given| given.parse().ok(),
};
const HTTPS: Key<Switch> =
    Key { name: "https", variable: "MIGRANET_HTTPS", default: "off", allowed: "on or off", parse: one_of };
const WORKER: Key<WorkerPlace> = Key {
    name: "worker",
    variable: "MIGRANET_WORKER",
    default: "in_process",
    allowed: "in_process or off",
    parse: one_of,
};
const KEEP_DAYS: Key<Days> = Key {
    name: "keep_days",
    variable: "MIGRANET_KEEP_DAYS",
    default: "90",
    allowed: "a whole number of days from 1 to 36500",
    parse: Days::parse,
};
const KEEP_DRAFTS_DAYS: Key<Days> = Key {
    name: "keep_drafts_days",
    variable: "MIGRANET_KEEP_DRAFTS_DAYS",
    default: "365",
    allowed: "a whole number of days from 1 to 36500",
    parse: Days::parse,
};
const LOG: Key<String> = Key {
    name: "log",
    variable: "MIGRANET_LOG",
    default: "info,apalis_core=warn,sea_orm_migration=warn",
    allowed: "a level (error, warn, info, debug, trace) or a filter such as info,worker=debug",
    parse: |given| EnvFilter::try_new(given).is_ok().then(|| given.to_owned()),
};
const LOG_FORMAT: Key<LogFormat> = Key {
    name: "log_format",
    variable: "MIGRANET_LOG_FORMAT",
    default: "text",
    allowed: "text or json",
    parse: one_of,
};

/// The names the TOML file may use.
const NAMES: [&str; 10] = [
    DATA_DIR.name,
    DATABASE_URL.name,
    FILES_URL.name,
    LISTEN.name,
    HTTPS.name,
    WORKER.name,
    KEEP_DAYS.name,
    KEEP_DRAFTS_DAYS.name,
    LOG.name,
    LOG_FORMAT.name,
];

fn one_of<T: ValueEnum>(given: &str) -> Option<T> {
    T::from_str(given, false).ok()
}

impl Config {
    /// The configuration of this process.
    ///
    /// # Errors
    /// One line about the first wrong value, unknown name or unreadable file: what, from where, what is allowed.
    pub fn load() -> anyhow::Result<Self> {
        Self::read(&Sources::of_process(&NAMES)?)
    }

    fn read(sources: &Sources) -> anyhow::Result<Self> {
        let data_dir = sources.get(&DATA_DIR)?;
        let database_url = match sources.given(&DATABASE_URL)? {
            Some(given) => given,
            None => Setting {
                value: format!("sqlite://{}", data_dir.value.join("migranet.db").display()),
                origin: Origin::Default,
            },
        };
        let files_url = match sources.given(&FILES_URL)? {
            Some(given) => given,
            None => {
                let folder = data_dir.value.join("files");
                Setting { value: FilesAt::Folder(folder), origin: Origin::Default }
            }
        };
        let store = match files_url.value {
            FilesAt::Folder(_) => Vec::new(),
            FilesAt::S3 { .. } => sources.variables(&files::VARIABLES),
        };
        Ok(Self {
            data_dir,
            database_url,
            files_url,
            store,
            listen: sources.get(&LISTEN)?,
            https: sources.get(&HTTPS)?,
            worker: sources.get(&WORKER)?,
            keep_days: sources.get(&KEEP_DAYS)?,
            keep_drafts_days: sources.get(&KEEP_DRAFTS_DAYS)?,
            log: sources.get(&LOG)?,
            log_format: sources.get(&LOG_FORMAT)?,
        })
    }

    /// The file of an SQLite database.
    pub fn database_file(&self) -> Option<PathBuf> {
        let path = self.database_url.value.strip_prefix("sqlite:")?;
        let path = path.strip_prefix("//").unwrap_or(path);
        let file = path.split_once('?').map_or(path, |(file, _)| file);
        (file != ":memory:").then(|| file.into())
    }

    /// Each setting for people: name, variable, value without secrets, origin.
    pub fn rows(&self) -> Vec<[String; 4]> {
        let mut rows = vec![
            row(&DATA_DIR, &self.data_dir, self.data_dir.value.display()),
            row(&DATABASE_URL, &self.database_url, masked(&self.database_url.value)),
            row(&FILES_URL, &self.files_url, &self.files_url.value),
            row(&LISTEN, &self.listen, self.listen.value),
            row(&HTTPS, &self.https, word(self.https.value)),
            row(&WORKER, &self.worker, word(self.worker.value)),
            row(&KEEP_DAYS, &self.keep_days, self.keep_days.value),
            row(&KEEP_DRAFTS_DAYS, &self.keep_drafts_days, self.keep_drafts_days.value),
            row(&LOG, &self.log, &self.log.value),
            row(&LOG_FORMAT, &self.log_format, word(self.log_format.value)),
        ];
        rows.extend(self.store.iter().map(|(name, value)| {
            let shown = files::masked_variable(name, value);
            [name.to_ascii_lowercase(), (*name).to_owned(), shown, Origin::Environment.to_string()]
        }));
        rows
    }
}

fn row<T>(key: &Key<T>, setting: &Setting<T>, shown: impl fmt::Display) -> [String; 4] {
    [key.name.to_owned(), key.variable.to_owned(), shown.to_string(), setting.origin.to_string()]
}

fn word(value: impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Config, NAMES, sources::Sources};

    fn read(environment: &[(&str, &str)], file: &str) -> Result<Config, String> {
        let environment: BTreeMap<String, String> =
            environment.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect();
        let variable = move |name: &str| environment.get(name).cloned();
        Sources::new(variable, Some(("migranet.toml", file)), &NAMES)
            .and_then(|sources| Config::read(&sources))
            .map_err(|error| format!("{error:#}"))
    }

    fn shown(config: &Config, name: &str) -> (String, String) {
        let [_, _, value, origin] =
            config.rows().into_iter().find(|row| row[0] == name).expect("a known name");
        (value, origin)
    }

    #[test]
    fn the_environment_wins_over_the_file_and_the_file_over_the_default() {
        let config =
            read(&[("MIGRANET_LOG", "debug")], "log = \"warn\"\nlisten = \"[::1]:80\"\n").expect("fine");
        for (name, value, origin) in [
            ("log", "debug", "environment"),
            ("listen", "[::1]:80", "migranet.toml"),
            ("worker", "in_process", "default"),
            ("https", "off", "default"),
        ] {
            assert_eq!(shown(&config, name), (value.to_owned(), origin.to_owned()), "{name}");
        }
    }

    #[test]
    fn the_database_lies_in_the_data_directory_unless_said_otherwise() {
        let config = read(&[("MIGRANET_DATA_DIR", "/srv/data"), ("DATABASE_URL", "")], "").expect("fine");
        assert_eq!(config.database_url.value, "sqlite:///srv/data/migranet.db");
        let config = read(&[("DATABASE_URL", "postgres://u:secret@h/d")], "").expect("fine");
        assert_eq!(shown(&config, "database_url").0, "postgres://u:***@h/d");
    }

    #[test]
    fn a_wrong_value_names_itself_its_origin_and_what_is_allowed() {
        for (environment, file, expected) in [
            (
                vec![("MIGRANET_LISTEN", "localhost")],
                "",
                "MIGRANET_LISTEN is `localhost` (environment): allowed is an IP address and a port, such as \
                 127.0.0.1:8080 or [::]:8080",
            ),
            (vec![], "https = \"yes\"", "https is `yes` (migranet.toml): allowed is on or off"),
            (
                vec![("DATABASE_URL", "mysql://u:secret@h/d")],
                "",
                "DATABASE_URL is `mysql://u:***@h/d` (environment): allowed is sqlite://FILE or \
                 postgres://USER:PASSWORD@HOST/DATABASE",
            ),
            (
                vec![],
                "lissten = \"x\"",
                "migranet.toml: unknown name `lissten`; known are data_dir, database_url, files_url, listen, \
                 https, worker, keep_days, keep_drafts_days, log, log_format",
            ),
            (vec![], "log = [1]", "migranet.toml: `log` has to be one plain value"),
        ] {
            assert_eq!(read(&environment, file).err().as_deref(), Some(expected));
        }
        let broken = read(&[], "listen = \"x\"\nlog =").expect_err("no TOML");
        assert!(broken.starts_with("migranet.toml, line 2: ") && !broken.contains('\n'), "{broken}");
    }
}
