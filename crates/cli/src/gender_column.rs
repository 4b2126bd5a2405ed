//! The gender columns of figures, as options name them.

use clap::ValueEnum;
use counting::Gender;

/// A gender column.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum GenderColumn {
    /// Women.
    Female,
    /// Men.
    Male,
    /// Non-binary people.
    NonBinary,
}

impl From<GenderColumn> for Gender {
    fn from(column: GenderColumn) -> Self {
        match column {
            GenderColumn::Female => Self::Female,
            GenderColumn::Male => Self::Male,
            GenderColumn::NonBinary => Self::NonBinary,
        }
    }
}
