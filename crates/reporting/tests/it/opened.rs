//! A written workbook, opened by a reader of another make.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use tempfile::TempDir;
use zip::ZipArchive;

pub struct Opened {
    workbook: Xlsx<BufReader<File>>,
    parts: ZipArchive<File>,
    _place: TempDir,
}

impl Opened {
    /// Opens what `write` leaves at the path it gets.
    pub fn after(write: impl FnOnce(&Path)) -> Self {
        let place = tempfile::tempdir().expect("a directory");
        let path = place.path().join("written.xlsx");
        write(&path);
        Self {
            workbook: open_workbook(&path).expect("a workbook"),
            parts: ZipArchive::new(File::open(&path).expect("a file")).expect("an archive"),
            _place: place,
        }
    }

    pub fn sheet_names(&self) -> Vec<String> {
        self.workbook.sheet_names()
    }

    /// The rows of a sheet below the header that begins with `first`, up to the first empty one.
    pub fn rows_below(&mut self, sheet: &str, first: &str) -> Vec<Vec<Data>> {
        let rows = self.rows(sheet);
        let header = rows.iter().position(|row| row[0] == text(first)).expect("the header");
        let filled = |row: &&Vec<Data>| row.iter().any(|cell| *cell != Data::Empty);
        rows[header + 1..].iter().take_while(filled).cloned().collect()
    }

    pub fn rows(&mut self, sheet: &str) -> Vec<Vec<Data>> {
        let range = self.workbook.worksheet_range(sheet).expect("the sheet");
        range.rows().map(<[Data]>::to_vec).collect()
    }

    /// The parts whose names begin so.
    pub fn parts_named(&mut self, beginning: &str) -> Vec<String> {
        let names: Vec<String> =
            self.parts.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
        let wanted = names.into_iter().filter(|name| name.starts_with(beginning));
        wanted.map(|name| self.part(&name)).collect()
    }

    pub fn part(&mut self, name: &str) -> String {
        let mut content = String::new();
        self.parts.by_name(name).expect("the part").read_to_string(&mut content).expect("text");
        content
    }
}

pub fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

pub fn number(number: u64) -> Data {
    Data::Float(number as f64)
}
