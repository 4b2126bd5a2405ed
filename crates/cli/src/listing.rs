//! Lists as tables, CSV or JSON: one object per row, its values under the names of the columns.

use std::io;

use clap::ValueEnum;
use interchange::write_csv;
use serde_json::Value;

use crate::output;

/// How a list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Table,
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
}

impl Format {
    /// Writes rows; `columns` are the names of their values, in order.
    pub fn show(self, columns: &[&str], rows: Vec<Value>) -> anyhow::Result<()> {
        let cells = |row: &Value| columns.iter().map(|column| plain(&row[*column])).collect::<Vec<_>>();
        match self {
            Self::Json => output::json(&rows)?,
            Self::Csv => write_csv(columns, rows.iter().map(cells), io::stdout().lock())?,
            Self::Table => output::table(columns, rows.iter().map(cells).collect())?,
        }
        Ok(())
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(";"),
        other => other.to_string(),
    }
}
