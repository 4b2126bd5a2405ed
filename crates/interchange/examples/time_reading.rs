//! How long files of the usual shape take: `cargo run --release -p interchange --example time_reading`.

use std::{
    error::Error,
    io::{Write, stdout},
    time::Instant,
};

use interchange::{Limits, Table, read_csv, read_workbook, write_csv};
use rust_xlsxwriter::Workbook;

const ROWS: u32 = 25_000;
const COLUMNS: u16 = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let limits = Limits::default();
    let (csv, workbook) = (csv()?, workbook()?);
    timed("CSV", &csv, |bytes| Ok(vec![read_csv("rows.csv", bytes, &limits)?]))?;
    timed("XLSX", &workbook, |bytes| Ok(read_workbook("rows.xlsx", bytes, &limits)?))
}

fn timed(
    what: &str,
    bytes: &[u8],
    read: impl Fn(&[u8]) -> Result<Vec<Table>, Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let tables = read(bytes)?;
    let (spent, rows) = (start.elapsed(), tables[0].rows.len());
    writeln!(stdout(), "{what}: {rows} rows, {} KiB, {spent:.0?}", bytes.len() >> 10)?;
    Ok(())
}

fn value(row: u32, column: u16) -> String {
    match column % 4 {
        0 => format!("SN-{row:05}"),
        1 => format!("2023-05-{:02}", row % 28 + 1),
        2 => (row % 9).to_string(),
        _ => format!("Angebot {} für {}", row % 700, column),
    }
}

fn csv() -> Result<Vec<u8>, Box<dyn Error>> {
    let names: Vec<String> = (0..COLUMNS).map(|column| format!("column {column}")).collect();
    let header: Vec<&str> = names.iter().map(String::as_str).collect();
    let rows = (0..ROWS).map(|row| (0..COLUMNS).map(|column| value(row, column)).collect());
    let mut bytes = Vec::new();
    write_csv(&header, rows, &mut bytes)?;
    Ok(bytes)
}

fn workbook() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for column in 0..COLUMNS {
        sheet.write(0, column, format!("column {column}"))?;
        for row in 0..ROWS {
            sheet.write(row + 1, column, value(row, column))?;
        }
    }
    Ok(book.save_to_buffer()?)
}
