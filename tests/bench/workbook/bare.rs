//! The least that writes the same cells: the library alone, rows to disk as they come, days formatted by their columns.

use std::path::Path;

use counting::Gender;
use rust_xlsxwriter::{Format, Workbook};

use crate::cases::{Cases, INDICATORS};

/// Writes the cells of the evidence and nothing else.
pub fn write(cases: &Cases, out: &Path) -> anyhow::Result<()> {
    let mut workbook = Workbook::new();
    let directory = out.parent().unwrap_or(Path::new("."));
    workbook.set_tempdir(directory)?.use_zip_large_file(true);
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    let day = Format::new().set_num_format("dd.mm.yyyy");
    for column in [4, 5] {
        sheet.set_column_format(column, &day)?;
    }
    for (row, case) in (0..).zip(cases.iter()) {
        sheet.write_string(row, 0, case.sub_project.code.as_deref().unwrap_or_default())?;
        sheet.write_string(row, 1, "Stärker entwickelt")?;
        sheet.write_string(row, 2, case.reference.as_str())?;
        sheet.write_string(row, 3, case.gender.map_or("", word))?;
        for (column, day) in [(4, case.entered_on), (5, case.left_on)] {
            if let Some(day) = day {
                sheet.write_datetime(row, column, day)?;
            }
        }
        for (column, (_, quantity)) in (6..6 + INDICATORS as u16).zip(case.counts) {
            sheet.write_number(row, column, quantity as f64)?;
        }
    }
    Ok(workbook.save(out)?)
}

fn word(gender: Gender) -> &'static str {
    match gender {
        Gender::Female => "Frauen",
        Gender::Male => "Männer",
        Gender::NonBinary => "Nicht-binär",
        Gender::NotStated => "Ohne Eintrag",
    }
}
