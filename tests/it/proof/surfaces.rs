//! The same figures as each surface tells them.

use std::collections::BTreeMap;

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::{Value, json};

use crate::harness::{Client, Database};

/// When figures are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// What had happened by this day.
    pub cut_off: &'a str,
    /// As known at this moment.
    pub known_at: Option<&'a str>,
}

/// Level, code and category of region.
pub type Unit = (String, String, String);

/// The numbers of one figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub women: Option<u64>,
    pub men: Option<u64>,
    pub non_binary: Option<u64>,
    pub total: Option<u64>,
    pub persons: Option<u64>,
    pub excluded: Option<u64>,
}

impl Line {
    /// The columns that rules speak of.
    pub const COUNTS: [&'static str; 4] = ["women", "men", "non_binary", "total"];
}

/// Figures by unit and indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers(BTreeMap<(Unit, String), Line>);

impl Numbers {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The units, each once.
    pub fn units(&self) -> Vec<Unit> {
        let mut units: Vec<Unit> = self.0.keys().map(|(unit, _)| unit.clone()).collect();
        units.dedup();
        units
    }

    /// The figures of a unit.
    pub fn lines(&self, unit: &Unit) -> impl Iterator<Item = &Line> {
        self.0.iter().filter(move |((other, _), _)| other == unit).map(|(_, line)| line)
    }

    /// One number.
    pub fn count(&self, unit: &Unit, indicator: &str, column: &str) -> Option<u64> {
        let line = self.0.get(&(unit.clone(), indicator.to_owned()))?;
        match column {
            "women" => line.women,
            "men" => line.men,
            "non_binary" => line.non_binary,
            _ => line.total,
        }
    }

    /// The same without the count of distinct people, which a list of cases does not tell.
    pub fn without_people(&self) -> Self {
        let lines = self.0.iter().map(|(key, line)| (key.clone(), Line { persons: None, ..*line }));
        Self(lines.collect())
    }

    /// The same without one indicator.
    pub fn without_indicator(mut self, indicator: &str) -> Self {
        self.0.retain(|(_, code), _| code != indicator);
        self
    }

    /// Where these differ from others, in words.
    pub fn difference(&self, others: &Self) -> Option<String> {
        let keys = self.0.keys().chain(others.0.keys());
        let mut differing = keys.filter(|key| self.0.get(*key) != others.0.get(*key));
        differing.next().map(|key| format!("{key:?}: {:?} and {:?}", self.0.get(key), others.0.get(key)))
    }
}

/// Where figures are told.
pub struct Surfaces<'a> {
    pub database: &'a Database,
    pub client: &'a Client,
}

const LEVELS: [&str; 3] = ["period", "network", "sub-project"];

impl Surfaces<'_> {
    /// `migranet figures`, at every level.
    pub fn command(&self, moment: Moment<'_>) -> Numbers {
        let figures = LEVELS.into_iter().flat_map(|level| self.run(moment, level, &[]));
        Numbers(figures.map(|figure| (key(&figure, figure["indicator"].clone()), line(&figure))).collect())
    }

    /// The lists of cases, counted.
    pub fn cases(&self, moment: Moment<'_>) -> Numbers {
        let mut numbers = self.command(moment).without_people();
        for line in numbers.0.values_mut() {
            let none = line.women.map(|_| 0);
            *line = Line {
                women: none,
                men: none,
                non_binary: none,
                total: Some(0),
                persons: None,
                excluded: Some(0),
            };
        }
        for case in LEVELS.into_iter().flat_map(|level| self.run(moment, level, &["--cases"])) {
            let line =
                numbers.0.get_mut(&key(&case, case["indicator"].clone())).expect("a figure of the case");
            if case["counted"] == false {
                line.excluded = line.excluded.map(|count| count + 1);
                continue;
            }
            line.total = line.total.map(|count| count + 1);
            let column = match case["gender"].as_str() {
                Some("female") => &mut line.women,
                Some("male") => &mut line.men,
                Some(_) => &mut line.non_binary,
                None => continue,
            };
            *column = column.map(|count| count + 1);
        }
        numbers
    }

    fn run(&self, moment: Moment<'_>, level: &str, more: &[&str]) -> Vec<Value> {
        let mut arguments = vec!["figures", "--period", "IQ-2023", "--format", "json"];
        arguments.extend(["--cut-off", moment.cut_off, "--by", level]);
        arguments.extend(moment.known_at.iter().flat_map(|known_at| ["--known-at", known_at]));
        arguments.extend(more);
        let json = self.database.run_command(&arguments).expect(0).json();
        json.as_array().expect("a list").clone()
    }

    /// The query `figures`, at every level.
    pub async fn api(&self, moment: Moment<'_>) -> Numbers {
        let query = "query($cutOff: Date!, $knownAt: DateTime, $by: Breakdown) { \
            figures(period: \"IQ-2023\", cutOff: $cutOff, knownAt: $knownAt, by: $by) { \
            unit { kind code } regionCategory indicator { code } women men nonBinary total persons excluded } }";
        let mut numbers = BTreeMap::new();
        for level in ["PERIOD", "NETWORK", "SUB_PROJECT"] {
            let variables = json!({ "cutOff": moment.cut_off, "knownAt": moment.known_at, "by": level });
            let answer = self.client.ask_with(query, variables).await;
            let figures = answer["data"]["figures"].as_array().unwrap_or_else(|| panic!("{answer}"));
            for figure in figures {
                let unit = json!({
                    "unit": figure["unit"]["kind"].as_str().map(str::to_lowercase),
                    "code": figure["unit"]["code"],
                    "regionCategory": figure["regionCategory"],
                });
                numbers.insert(key(&unit, figure["indicator"]["code"].clone()), line(figure));
            }
        }
        Numbers(numbers)
    }

    /// The workbook, at every level.
    pub fn workbook(&self, moment: Moment<'_>) -> Numbers {
        let file = "proof.xlsx";
        let report =
            ["report", "--period", "IQ-2023", "--cut-off", moment.cut_off, "--lang", "en", "--out", file];
        self.database.run_command(&report).expect(0);
        let path = self.database.folder().join(file);
        let mut workbook: Xlsx<_> = open_workbook(path).expect("a workbook");
        let mut numbers = BTreeMap::new();
        for (level, sheet) in
            [("period", "Indicators"), ("network", "Regional networks"), ("sub_project", "Sub-projects")]
        {
            let range = workbook.worksheet_range(sheet).expect(sheet);
            let header =
                range.rows().position(|row| row.iter().any(|cell| cell == "Women")).expect("a header");
            let names = range.rows().nth(header).expect("a header");
            let place = |name: &str| names.iter().position(|cell| cell == name);
            for row in range.rows().skip(header + 1) {
                let cell = |name: &str| place(name).map_or(&Data::Empty, |place| &row[place]);
                let Data::String(indicator) = cell("ID") else { continue };
                let code = match (level, cell("Code")) {
                    ("period", _) => "IQ-2023".to_owned(),
                    (_, Data::String(code)) => code.clone(),
                    _ => String::new(),
                };
                let region = cell("Category of region").to_string().to_uppercase().replace(' ', "_");
                let unit = (level.to_owned(), code, region);
                let number = |name: &str| match cell(name) {
                    Data::Float(number) => Some(*number as u64),
                    Data::Int(number) => u64::try_from(*number).ok(),
                    _ => None,
                };
                let line = Line {
                    women: number("Women"),
                    men: number("Men"),
                    non_binary: number("Non-binary"),
                    total: number("Total"),
                    persons: number("Persons"),
                    excluded: number("Not counted"),
                };
                numbers.insert((unit, indicator.clone()), line);
            }
        }
        Numbers(numbers)
    }
}

fn key(figure: &Value, indicator: Value) -> (Unit, String) {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let unit = (text(&figure["unit"]), text(&figure["code"]), text(&figure["regionCategory"]));
    (unit, text(&indicator))
}

fn line(figure: &Value) -> Line {
    let number = |name: &str| figure[name].as_u64();
    Line {
        women: number("women"),
        men: number("men"),
        non_binary: number("nonBinary"),
        total: number("total"),
        persons: number("persons"),
        excluded: number("excluded"),
    }
}
