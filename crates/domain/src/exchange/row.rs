//! Reading one row: every cell checked, every finding noted.

use std::{collections::HashMap, ops::RangeInclusive, str::FromStr};

use chrono::NaiveDate;
use counting::plausibility::{self, Severity};
use interchange::{BadValue, Cell, Row, Table, value};

use super::{Book, Column, ColumnKind, Finding, Kind};
use crate::{
    id::{FundingPeriodId, ParticipantId},
    sub_project,
};

/// The longest pseudonymous reference, in characters.
const LONGEST_REFERENCE: usize = 100;
/// The source of rule V-34: participants only in selected operations.
const SELECTED_OPERATIONS: &str = "Regulation (EU) 2021/1060, Art. 42";

/// A table whose columns are known.
pub(crate) struct Heading<'a> {
    pub kind: Kind,
    pub table: &'a Table,
    places: HashMap<&'static str, usize>,
}

impl<'a> Heading<'a> {
    /// Finds the columns of `kind` in the heading of `table`; the findings are unknown and missing columns.
    pub fn new(kind: Kind, table: &'a Table) -> (Self, Vec<Finding>) {
        let mut places = HashMap::new();
        let mut findings = Vec::new();
        let about = |column: &str, rule, severity, allowed: String| Finding {
            file: table.file.clone(),
            sheet: table.sheet.clone(),
            kind: Some(kind),
            row: None,
            column: column.to_owned(),
            value: String::new(),
            rule,
            severity,
            allowed,
            legal_source: None,
        };
        for (place, heading) in table.header.iter().enumerate() {
            match kind.columns().iter().find(|column| column.is_called(heading)) {
                Some(column) => {
                    places.entry(column.name).or_insert(place);
                }
                None => {
                    let known: Vec<_> = kind.columns().iter().map(|column| column.name).collect();
                    findings.push(about(heading, "I-02", Severity::Warning, known.join(", ")));
                }
            }
        }
        for column in kind.columns().iter().filter(|column| column.required) {
            if !places.contains_key(column.name) {
                findings.push(about(column.name, "I-01", Severity::Error, table.header.join(", ")));
            }
        }
        (Self { kind, table, places }, findings)
    }

    /// What stands in a column, row by row, where anything does.
    pub fn values(&self, name: &str) -> impl Iterator<Item = String> {
        let place = self.places.get(name).copied();
        let cells = self.table.rows.iter().filter_map(move |row| row.cells.get(place?));
        cells.filter_map(|cell| value::text(cell).ok().flatten())
    }

    /// Whether the column kept as `stored` is one of the kind's but not in the file.
    pub fn lacks(&self, stored: &str) -> bool {
        let column = self.kind.columns().iter().find(|column| column.stored == stored);
        column.is_some_and(|column| !self.places.contains_key(column.name))
    }
}

/// Reads the cells of one row and notes what is wrong with them.
pub(crate) struct RowReader<'a> {
    heading: &'a Heading<'a>,
    row: &'a Row,
    findings: &'a mut Vec<Finding>,
    /// How many findings there were before this row.
    noted_before: usize,
    held_back: bool,
}

impl<'a> RowReader<'a> {
    pub fn new(heading: &'a Heading<'a>, row: &'a Row, findings: &'a mut Vec<Finding>) -> Self {
        let noted_before = findings.len();
        let mut reader = Self { heading, row, findings, noted_before, held_back: false };
        if row.extra_cells {
            reader.note("I-08", Severity::Warning, "", None);
        }
        reader
    }

    /// Whether an error keeps the row out.
    pub fn is_held_back(&self) -> bool {
        self.held_back
    }

    /// Words; none when empty.
    pub fn text(&mut self, name: &'static str) -> Option<String> {
        self.parsed(name, value::text)
    }

    /// Words that must be there.
    pub fn required_text(&mut self, name: &'static str) -> Option<String> {
        let text = self.text(name);
        self.required(name, text)
    }

    /// A day; none when empty.
    pub fn date(&mut self, name: &'static str) -> Option<NaiveDate> {
        self.parsed(name, value::date)
    }

    /// A day that must be there.
    pub fn required_date(&mut self, name: &'static str) -> Option<NaiveDate> {
        let date = self.date(name);
        self.required(name, date)
    }

    /// A number that is not negative.
    pub fn amount(&mut self, name: &'static str) -> Option<f64> {
        let amount = self.parsed(name, value::decimal)?;
        if amount < 0.0 {
            self.note("I-04", Severity::Error, name, None);
        }
        Some(amount)
    }

    /// A whole number out of a range, by rule V-18.
    pub fn level(&mut self, name: &'static str, range: RangeInclusive<i32>) -> Option<i32> {
        let cell = self.cell(name)?;
        let level = value::integer(cell).ok().flatten().and_then(|level| i32::try_from(level).ok());
        match level.filter(|level| range.contains(level)) {
            None if !cell.is_empty() => {
                self.broken("V-18", name);
                None
            }
            level => level,
        }
    }

    /// A code of a closed set; `rule` is broken by any other.
    pub fn code<T: FromStr>(&mut self, name: &'static str, rule: &'static str) -> Option<T> {
        let text = self.text(name)?.to_lowercase();
        let code = text.parse().ok();
        if code.is_none() {
            self.broken(rule, name);
        }
        code
    }

    /// A code of a closed set that must be there.
    pub fn required_code<T: FromStr>(&mut self, name: &'static str, rule: &'static str) -> Option<T> {
        if self.text(name).is_none() {
            return self.required(name, None);
        }
        self.code(name, rule)
    }

    /// An answer: `yes no refused`, `ja nein verweigert`, `y n`, or a true/false cell.
    pub fn answer(&mut self, name: &'static str) -> Option<counting::Answer> {
        let text = self.text(name)?.to_lowercase();
        let answer = match text.as_str() {
            "yes" | "ja" | "y" | "j" | "true" => Some(counting::Answer::Yes),
            "no" | "nein" | "n" | "false" => Some(counting::Answer::No),
            "refused" | "verweigert" => Some(counting::Answer::Refused),
            _ => None,
        };
        if answer.is_none() {
            self.broken("V-17", name);
        }
        answer
    }

    /// Any number of codes of a closed set; each other code breaks `rule`.
    pub fn codes<T: FromStr>(&mut self, name: &'static str, rule: &'static str) -> Vec<T> {
        let items = match self.cell(name).map(value::list) {
            Some(Ok(items)) => items,
            Some(Err(_)) => {
                self.note("I-04", Severity::Error, name, None);
                Vec::new()
            }
            None => Vec::new(),
        };
        let mut codes = Vec::with_capacity(items.len());
        for item in items {
            match item.parse() {
                Ok(code) => codes.push(code),
                Err(_) => self.broken(rule, name),
            }
        }
        codes
    }

    /// The person behind a reference that must be there.
    pub fn participant(&mut self, name: &'static str, book: &mut Book) -> Option<ParticipantId> {
        let reference = self.required_text(name)?;
        if reference.chars().count() > LONGEST_REFERENCE {
            self.note("I-12", Severity::Error, name, None);
            return None;
        }
        Some(book.participants.key(&reference))
    }

    /// The funding period of a code that must be there.
    pub fn period(&mut self, name: &'static str, book: &Book) -> Option<FundingPeriodId> {
        let code = self.required_text(name)?;
        let id = book.periods.get(&code).map(|row| row.id);
        if id.is_none() {
            self.unknown(name);
        }
        id
    }

    /// The sub-project of a code that must be there and may be written to, by rule V-34.
    pub fn sub_project<'b>(&mut self, name: &'static str, book: &'b Book) -> Option<&'b sub_project::Model> {
        let code = self.required_text(name)?;
        let row = book.writable(&code);
        if row.is_none() {
            self.note("V-34", Severity::Error, name, Some(SELECTED_OPERATIONS));
        }
        row
    }

    /// The key of a district; none when empty.
    pub fn district(&mut self, name: &'static str, book: &Book) -> Option<String> {
        let ags = self.text(name)?;
        if !book.districts.contains(&ags) {
            self.note("I-13", Severity::Warning, name, None);
        }
        Some(ags)
    }

    /// Codes out of a list, joined by `;` in the order of the list.
    pub fn one_of_each(&mut self, name: &'static str, list: &[&str]) -> String {
        let items: Vec<String> = self.codes(name, "I-05");
        if items.iter().any(|item| !list.contains(&item.as_str())) {
            self.broken("I-05", name);
        }
        list.iter()
            .filter(|code| items.iter().any(|item| item == *code))
            .copied()
            .collect::<Vec<_>>()
            .join(";")
    }

    /// Notes that a code names nothing known.
    pub fn unknown(&mut self, name: &'static str) {
        self.note("I-06", Severity::Error, name, None);
    }

    /// Notes a broken rule in its own severity.
    pub fn broken(&mut self, rule: &'static str, name: &'static str) {
        let rule_of_law = plausibility::rule(rule);
        let severity = rule_of_law.map_or(Severity::Error, |rule| rule.severity);
        self.note(rule, severity, name, rule_of_law.map(|rule| rule.legal_source));
    }

    /// Notes what a check of the record found.
    pub fn found(&mut self, findings: Vec<plausibility::Finding>) {
        for finding in findings {
            if finding.rule.id == "V-01" && self.is_wrong(finding.field) {
                continue;
            }
            self.note(finding.rule.id, finding.severity, finding.field, Some(finding.rule.legal_source));
        }
    }

    /// Notes that another row of this import says something else about the same record.
    pub fn contradiction(&mut self) {
        let column = self.heading.kind.columns()[0].name;
        self.note("I-07", Severity::Error, column, None);
    }

    /// Whether an error about this row's cell is noted already.
    fn is_wrong(&self, name: &str) -> bool {
        let of_this_row = self.findings[self.noted_before..].iter();
        of_this_row
            .filter(|finding| finding.severity == Severity::Error)
            .any(|finding| finding.column == name)
    }

    /// Lets in a row that says what is known already: what was accepted once is not refused now.
    pub fn accept(&mut self) {
        self.held_back = false;
        for finding in &mut self.findings[self.noted_before..] {
            finding.severity = Severity::Warning;
        }
    }

    fn cell(&self, name: &str) -> Option<&'a Cell> {
        self.heading.places.get(name).and_then(|place| self.row.cells.get(*place))
    }

    fn parsed<T>(
        &mut self,
        name: &'static str,
        parse: fn(&Cell) -> Result<Option<T>, BadValue>,
    ) -> Option<T> {
        match parse(self.cell(name)?) {
            Ok(value) => value,
            Err(_) => {
                self.note("I-04", Severity::Error, name, None);
                None
            }
        }
    }

    fn required<T>(&mut self, name: &'static str, value: Option<T>) -> Option<T> {
        if value.is_none() && self.cell(name).is_none_or(Cell::is_empty) {
            self.note("I-03", Severity::Error, name, None);
        }
        value
    }

    fn note(
        &mut self,
        rule: &'static str,
        severity: Severity,
        name: &str,
        legal_source: Option<&'static str>,
    ) {
        self.held_back |= severity == Severity::Error;
        let column = self.heading.kind.columns().iter().find(|column| column.name == name);
        self.findings.push(Finding {
            file: self.heading.table.file.clone(),
            sheet: self.heading.table.sheet.clone(),
            kind: Some(self.heading.kind),
            row: Some(self.row.number),
            column: name.to_owned(),
            value: self.cell(name).map(shown).unwrap_or_default(),
            rule,
            severity,
            allowed: column.map(allowed).unwrap_or_default(),
            legal_source,
        });
    }
}

/// What stands in a cell, error values included.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Invalid(text) => text.clone(),
        cell => value::text(cell).ok().flatten().unwrap_or_default(),
    }
}

/// What a column allows, in the words of the file.
fn allowed(column: &Column) -> String {
    match column.kind {
        ColumnKind::Code(codes) | ColumnKind::Codes(codes) => codes.join(", "),
        ColumnKind::Answer => "yes, no, refused".to_owned(),
        ColumnKind::Date => "2023-05-10, 10.05.2023".to_owned(),
        ColumnKind::Decimal => "1.5, 1,5".to_owned(),
        ColumnKind::Countries => "DE, UA, SY … XX".to_owned(),
        ColumnKind::Text | ColumnKind::Ags | ColumnKind::Reference(_) => String::new(),
    }
}
