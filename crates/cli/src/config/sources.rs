//! Where values come from.

use std::{fmt, fs, io};

use anyhow::{Context as _, bail};

use super::masked;

/// The file read when `MIGRANET_CONFIG` names no other; it may be missing.
const FILE: &str = "migranet.toml";

/// A value and where it is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Where it is from.
    pub origin: Origin,
}

/// Where a value is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nobody said otherwise.
    Default,
    /// The TOML file with this path.
    File(String),
    /// The environment.
    Environment,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Default => "default",
            Self::File(path) => path,
            Self::Environment => "environment",
        })
    }
}

/// What can be set.
pub struct Key<T> {
    /// Its name in the TOML file.
    pub name: &'static str,
    /// Its environment variable.
    pub variable: &'static str,
    /// Its value when nobody says otherwise.
    pub default: &'static str,
    /// What is allowed, for people.
    pub allowed: &'static str,
    /// Reads it; none when it is wrong.
    pub parse: fn(&str) -> Option<T>,
}

/// Tells the value of an environment variable.
type Environment = dyn Fn(&str) -> Option<String>;

/// The environment and the file.
pub struct Sources {
    variable: Box<Environment>,
    file: Option<(String, toml::Table)>,
}

impl Sources {
    /// Those of this process: its environment, and the file that `MIGRANET_CONFIG` names or `migranet.toml`.
    pub fn of_process(names: &[&str]) -> anyhow::Result<Self> {
        let named = variable("MIGRANET_CONFIG").filter(|path| !path.is_empty());
        let path = named.as_deref().unwrap_or(FILE);
        let file = match fs::read_to_string(path) {
            Ok(text) => Some((path, text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound && named.is_none() => None,
            Err(error) => return Err(error).with_context(|| format!("cannot read {path}")),
        };
        Self::new(variable, file.as_ref().map(|(path, text)| (*path, &**text)), names)
    }

    /// An environment and a file with its path and text, which may use `names` only.
    pub fn new(
        variable: impl Fn(&str) -> Option<String> + 'static,
        file: Option<(&str, &str)>,
        names: &[&str],
    ) -> anyhow::Result<Self> {
        let file = match file {
            Some((path, text)) => Some((path.to_owned(), table(path, text, names)?)),
            None => None,
        };
        Ok(Self { variable: Box::new(variable), file })
    }

    /// The setting, with its default when nobody said otherwise.
    pub fn get<T>(&self, key: &Key<T>) -> anyhow::Result<Setting<T>> {
        match self.given(key)? {
            Some(given) => Ok(given),
            None => read(key, key.default, Origin::Default),
        }
    }

    /// Those of some variables of the environment that are set, with their values. They are nothing for the file.
    pub fn variables(&self, names: &[&'static str]) -> Vec<(&'static str, String)> {
        let set =
            |name: &&'static str| Some((*name, (self.variable)(name).filter(|value| !value.is_empty())?));
        names.iter().filter_map(set).collect()
    }

    /// The setting, if somebody gave it. An empty variable is as good as none.
    pub fn given<T>(&self, key: &Key<T>) -> anyhow::Result<Option<Setting<T>>> {
        if let Some(given) = (self.variable)(key.variable).filter(|given| !given.is_empty()) {
            return read(key, &given, Origin::Environment).map(Some);
        }
        let Some((path, table)) = &self.file else { return Ok(None) };
        let Some(value) = table.get(key.name) else { return Ok(None) };
        let plain = match value {
            toml::Value::String(text) => text.clone(),
            toml::Value::Integer(number) => number.to_string(),
            toml::Value::Boolean(flag) => flag.to_string(),
            _ => bail!("{path}: `{}` has to be one plain value", key.name),
        };
        read(key, &plain, Origin::File(path.clone())).map(Some)
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where the environment is read")]
fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}

fn table(path: &str, text: &str, names: &[&str]) -> anyhow::Result<toml::Table> {
    let table: toml::Table = match text.parse() {
        Ok(table) => table,
        Err(error) => {
            let error: toml::de::Error = error;
            let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
            bail!("{path}, line {line}: {}", error.message().replace('\n', ", "))
        }
    };
    match table.keys().find(|name| !names.contains(&name.as_str())) {
        Some(unknown) => bail!("{path}: unknown name `{unknown}`; known are {}", names.join(", ")),
        None => Ok(table),
    }
}

fn read<T>(key: &Key<T>, given: &str, origin: Origin) -> anyhow::Result<Setting<T>> {
    match (key.parse)(given) {
        Some(value) => Ok(Setting { value, origin }),
        None => {
            let name = if origin == Origin::Environment { key.variable } else { key.name };
            bail!("{name} is `{}` ({origin}): allowed is {}", masked(given), key.allowed)
        }
    }
}
