//! The forms of the tables that are transmitted, as data: see `layouts/`.

use std::sync::LazyLock;

use serde::Deserialize;
use texts::Language;

/// A form: which columns the tables of outputs and results have.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TransmissionLayout {
    /// Its version, e.g. `annex-vii-2021-1`. What is printed under a code never changes.
    pub code: String,
    /// The rulebooks whose figures it shows.
    pub rulebooks: Vec<String>,
    /// The fund, as its column names it.
    pub fund: String,
    /// Where the form is laid down, in German.
    pub source_de: String,
    /// Where the form is laid down, in English.
    pub source_en: String,
    /// Codes of the indicators that the chart over time shows.
    pub main: Vec<String>,
    /// The columns of outputs.
    pub outputs: Vec<LayoutColumn>,
    /// The columns of results.
    pub results: Vec<LayoutColumn>,
}

/// A column of a form.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LayoutColumn {
    /// What it shows.
    pub key: LayoutKey,
    /// Its heading in German; `{year}` stands for the year it is for, or for the last of the funding period.
    pub de: String,
    /// Its heading in English.
    pub en: String,
    /// Its width in characters.
    pub width: u16,
}

/// What a column of a form shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LayoutKey {
    /// Priority of the programme.
    Priority,
    /// Specific objective.
    SpecificObjective,
    /// The fund.
    Fund,
    /// Category of region.
    RegionCategory,
    /// Code of the indicator.
    Id,
    /// Its name.
    Indicator,
    /// By what the value is broken down.
    Breakdown,
    /// What is counted.
    Unit,
    /// Milestone, empty when none is recorded.
    Milestone,
    /// Target, empty when none is agreed.
    Target,
    /// Reference value, empty when none is recorded.
    Reference,
    /// Planned value of selected operations, empty when none is recorded.
    Planned,
    /// Cases of women.
    Women,
    /// Cases of men.
    Men,
    /// Cases of non-binary people.
    NonBinary,
    /// All cases.
    Total,
    /// Total by target, empty without a target and with target 0.
    Ratio,
    /// What was noted on the figure.
    Comments,
    /// What a year added to the total.
    YearTotal,
    /// What a year added to the cases of men.
    YearMen,
    /// What a year added to the cases of women.
    YearWomen,
}

impl LayoutKey {
    /// Whether the column comes once for every year of the period.
    pub const fn is_yearly(self) -> bool {
        matches!(self, Self::YearTotal | Self::YearMen | Self::YearWomen)
    }
}

impl LayoutColumn {
    /// Its heading, in the year it is for; a column that does not come every year is for the last of the period.
    pub fn heading(&self, language: Language, year: i32) -> String {
        let text = match language {
            Language::De => &self.de,
            Language::En => &self.en,
        };
        text.replace("{year}", &year.to_string())
    }
}

impl TransmissionLayout {
    /// The newest form for the figures of a rulebook.
    pub fn of(rulebook: &str) -> Option<&'static Self> {
        LAYOUTS.iter().rev().find(|layout| layout.rulebooks.iter().any(|code| code == rulebook))
    }

    /// Where it is laid down.
    pub fn source(&self, language: Language) -> &str {
        match language {
            Language::De => &self.source_de,
            Language::En => &self.source_en,
        }
    }
}

const FILES: [&str; 2] =
    [include_str!("../layouts/annex-vii-2021-1.toml"), include_str!("../layouts/esf-2014-1.toml")];

/// All forms, the newest of a rulebook last.
static LAYOUTS: LazyLock<Vec<TransmissionLayout>> = LazyLock::new(|| {
    let layout = |file: &&str| read(file).unwrap_or_else(|error| panic!("a form does not parse: {error}"));
    FILES.iter().map(layout).collect()
});

fn read(file: &str) -> Result<TransmissionLayout, toml::de::Error> {
    toml::from_str(file)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use texts::Language;

    use super::{FILES, LAYOUTS, LayoutKey, read};

    #[test]
    fn a_column_without_a_source_is_refused() {
        for unknown in ["shoe-size", "Women", ""] {
            let file = FILES[0].replacen("key = \"women\"", &format!("key = \"{unknown}\""), 1);
            assert!(read(&file).is_err_and(|error| error.message().contains("unknown variant")), "{unknown}");
        }
    }

    #[test]
    fn headings_stand_once_in_a_table() {
        for layout in &*LAYOUTS {
            for (columns, language) in [&layout.outputs, &layout.results]
                .into_iter()
                .flat_map(|all| Language::ALL.map(|one| (all, one)))
            {
                let headings: BTreeSet<_> =
                    columns.iter().map(|column| column.heading(language, 2025)).collect();
                assert_eq!(headings.len(), columns.len(), "{} {language}", layout.code);
            }
        }
    }

    #[test]
    fn the_annex_has_its_columns_in_its_order() {
        use LayoutKey::*;
        let keys =
            |columns: &[super::LayoutColumn]| columns.iter().map(|column| column.key).collect::<Vec<_>>();
        let layout = super::TransmissionLayout::of("ESF_PLUS_2021").expect("a form");
        let table = |fourth| {
            vec![
                Priority,
                SpecificObjective,
                Fund,
                RegionCategory,
                Id,
                Indicator,
                Breakdown,
                Unit,
                fourth,
                Target,
                Planned,
                Women,
                Men,
                NonBinary,
                Total,
                Ratio,
                Comments,
            ]
        };
        assert_eq!(keys(&layout.outputs), table(Milestone));
        assert_eq!(keys(&layout.results), table(Reference));
    }
}
