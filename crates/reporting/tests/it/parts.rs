//! The parts of a written file, as text.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use reporting::WriteError;
use zip::ZipArchive;

/// The parts of a workbook by name.
#[derive(Clone)]
pub struct Parts(pub BTreeMap<String, String>);

/// One element of a part: its attributes as they stand there.
pub struct Element<'a>(&'a str);

impl Parts {
    /// The parts of what `write` leaves at the path it gets.
    pub fn after(write: impl FnOnce(&Path) -> Result<(), WriteError>) -> Self {
        let place = tempfile::tempdir().expect("a directory");
        let path = place.path().join("written.xlsx");
        write(&path).expect("a workbook");
        let mut archive = ZipArchive::new(File::open(&path).expect("a file")).expect("an archive");
        let mut part = |index| {
            let mut entry = archive.by_index(index).expect("an entry");
            let mut text = String::new();
            entry.read_to_string(&mut text).expect("text");
            (entry.name().expect("a name").into_owned(), text)
        };
        let count = ZipArchive::new(File::open(&path).expect("a file")).expect("an archive").len();
        Self((0..count).map(&mut part).collect())
    }

    pub fn part(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The sheets in order: name, part and the parts it points to.
    pub fn sheets(&self) -> Vec<(String, &str, Vec<String>)> {
        let names = elements(self.part("xl/workbook.xml"), "sheet");
        let sheet = |(number, element): (usize, &Element<'_>)| {
            let part = self.part(&format!("xl/worksheets/sheet{number}.xml"));
            let targets = self.part(&format!("xl/worksheets/_rels/sheet{number}.xml.rels"));
            let targets = elements(targets, "Relationship");
            let targets = targets.iter().map(|target| target.attribute("Target").replace("../", "xl/"));
            (unescaped(element.attribute("name")), part, targets.collect())
        };
        (1..).zip(&names).map(sheet).collect()
    }
}

/// The elements of a name in a part.
pub fn elements<'a>(part: &'a str, name: &str) -> Vec<Element<'a>> {
    let begin = format!("<{name}");
    let after = part.split(begin.as_str()).skip(1);
    let own = after.filter(|rest| rest.starts_with([' ', '>', '/']));
    own.map(|rest| Element(rest.split('>').next().unwrap_or_default())).collect()
}

/// What stands between the tags of the elements of a name.
pub fn contents<'a>(part: &'a str, name: &str) -> Vec<&'a str> {
    let (begin, end) = (format!("<{name}"), format!("</{name}>"));
    let after = part.split(begin.as_str()).skip(1).filter(|rest| rest.starts_with([' ', '>']));
    let inside = |rest: &'a str| {
        let (_, inside) = rest.split_once('>')?;
        Some(inside.split_once(end.as_str())?.0)
    };
    after.filter_map(inside).collect()
}

pub fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

impl<'a> Element<'a> {
    /// An element without attributes, for what is not there.
    pub const EMPTY: Self = Self("");

    pub fn attribute(&self, name: &str) -> &'a str {
        let begin = format!(" {name}=\"");
        let value = self.0.split_once(begin.as_str()).map(|(_, rest)| rest);
        value.and_then(|rest| rest.split('"').next()).unwrap_or_default()
    }
}
