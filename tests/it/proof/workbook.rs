//! What a workbook says beyond its figures: the tables that are transmitted, the cases behind the figures and the sums
//! over them.

use std::{collections::BTreeMap, fs::File, io::BufReader, path::Path};

use calamine::{Data, Reader, Xlsx, open_workbook};

use super::surfaces::{Line, Numbers, Unit};

/// A workbook in English.
pub struct Book(Xlsx<BufReader<File>>);

/// A sheet's table: the names of its columns and its rows.
struct Table {
    header: Vec<String>,
    rows: Vec<Vec<Data>>,
}

impl Table {
    fn cell<'a>(&self, row: &'a [Data], column: &str) -> &'a Data {
        let place = self.header.iter().position(|name| name == column);
        &row[place.unwrap_or_else(|| panic!("no column {column}"))]
    }
}

impl Book {
    pub fn open(path: &Path) -> Self {
        Self(open_workbook(path).expect("a workbook"))
    }

    /// The table of a sheet, whose first column has a name.
    fn table(&mut self, sheet: &str, first: &str) -> Table {
        let range = self.0.worksheet_range(sheet).expect(sheet);
        let mut rows = range.rows().skip_while(|row| row[0] != Data::String(first.to_owned()));
        let header = rows.next().expect("a header").iter().map(ToString::to_string).collect();
        let rows = rows.take_while(|row| row.iter().any(|cell| *cell != Data::Empty));
        Table { header, rows: rows.map(<[Data]>::to_vec).collect() }
    }

    /// Every check of the sums over the evidence holds, and there are some.
    pub fn require_agreement(&mut self, about: &str) {
        let checks = self.table("Reconciliation", "ID");
        assert!(checks.rows.len() > 50, "{about}: {} checks", checks.rows.len());
        for row in &checks.rows {
            assert_eq!(checks.cell(row, "Check"), &Data::String("OK".to_owned()), "{about}: {row:?}");
            assert_eq!(
                checks.cell(row, "From the evidence"),
                checks.cell(row, "In the report"),
                "{about}: {row:?}"
            );
        }
    }

    /// The tables of outputs and results show what the command tells of the period.
    pub fn require_transmission(&mut self, told: &Numbers, about: &str) {
        for sheet in ["Output indicators", "Result indicators"] {
            let table = self.table(sheet, "Priority");
            assert!(!table.rows.is_empty());
            for row in &table.rows {
                let unit = period(&table.cell(row, "Category of region").to_string());
                let code = table.cell(row, "ID").to_string();
                for (heading, column) in [
                    ("Achieved: women", "women"),
                    ("Achieved: men", "men"),
                    ("Achieved: non-binary", "non_binary"),
                    ("Achieved: total", "total"),
                ] {
                    let cell = number(table.cell(row, heading));
                    assert_eq!(cell, told.count(&unit, &code, column), "{about}: {code} {heading}");
                }
            }
        }
    }

    /// The rows of the evidence, added up by nobody but this test, are the figures of the period about people.
    pub fn require_evidence(&mut self, told: &Numbers, about: &str) {
        let table = self.table("Evidence", "Sub-project");
        let headings: Vec<String> =
            table.header.iter().skip_while(|name| *name != "Exit").skip(1).cloned().collect();
        let code_of = |heading: &str| heading.split(' ').next().unwrap_or_default().to_owned();
        let mut sums: BTreeMap<(String, String, &str), u64> = BTreeMap::new();
        for row in &table.rows {
            let region = table.cell(row, "Category of region").to_string();
            let gender = match table.cell(row, "Gender").to_string().as_str() {
                "Women" => "women",
                "Men" => "men",
                "Non-binary" => "non_binary",
                _ => "none",
            };
            for heading in &headings {
                let Some(count) = number(table.cell(row, heading)) else { continue };
                for column in [gender, "total"] {
                    *sums.entry((region.clone(), code_of(heading), column)).or_default() += count;
                }
            }
        }
        for (unit, region) in told.units().into_iter().filter_map(|unit| Some((unit.clone(), words(&unit)?)))
        {
            for code in headings.iter().map(|heading| code_of(heading)) {
                for column in Line::COUNTS {
                    let sum = sums.get(&(region.clone(), code.clone(), column)).copied().unwrap_or_default();
                    assert_eq!(
                        Some(sum),
                        told.count(&unit, &code, column),
                        "{about}: {code} {column} in {region}"
                    );
                }
            }
        }
    }
}

/// The unit of the whole period in a category of region.
fn period(region: &str) -> Unit {
    ("period".to_owned(), "IQ-2023".to_owned(), region.to_uppercase().replace(' ', "_"))
}

/// The words for the category of region of the whole period; none for other units.
fn words((level, _, region): &Unit) -> Option<String> {
    let words = match region.as_str() {
        "MORE_DEVELOPED" => "More developed",
        "LESS_DEVELOPED" => "Less developed",
        _ => "Transition",
    };
    (level == "period").then(|| words.to_owned())
}

fn number(cell: &Data) -> Option<u64> {
    match cell {
        Data::Float(number) => Some(*number as u64),
        Data::Int(number) => u64::try_from(*number).ok(),
        _ => None,
    }
}
