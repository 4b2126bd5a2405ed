//! Reading one row: every cell checked, every finding noted.

use std::{ops::RangeInclusive, str::FromStr};

use chrono::NaiveDate;
use counting::plausibility::{self, Severity};
use interchange::{BadValue, Cell, Row, value};

use super::{Behind, Column, ColumnKind, Finding, heading::Heading};
use crate::id::EditionId;

/// The largest count that a row can hold, such as of attendances at one event.
const LARGEST_COUNT: u32 = 1_000_000;

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

    /// A number from 0 to `most`.
    pub fn amount(&mut self, name: &'static str, most: u32) -> Option<f64> {
        let amount = self.parsed(name, value::decimal)?;
        if !(0.0..=f64::from(most)).contains(&amount) {
            self.out_of_range(name, most);
        }
        Some(amount)
    }

    /// A number from 0 to `most` that must be there.
    pub fn required_amount(&mut self, name: &'static str, most: u32) -> Option<f64> {
        let amount = self.amount(name, most);
        self.required(name, amount)
    }

    /// Notes a number below 0 or above what makes sense, by rule I-40.
    fn out_of_range(&mut self, name: &'static str, most: u32) {
        self.broken("I-40", name);
        self.allowing(format!("0 – {most}"));
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

    /// A whole number from 0 to [`LARGEST_COUNT`].
    pub fn count(&mut self, name: &'static str) -> Option<i32> {
        let cell = self.cell(name)?;
        let number = value::decimal(cell).ok().flatten().filter(|number| number.fract() == 0.0);
        if number.is_some_and(|number| !(0.0..=f64::from(LARGEST_COUNT)).contains(&number)) {
            self.out_of_range(name, LARGEST_COUNT);
            return None;
        }
        self.parsed(name, value::integer).and_then(|count| i32::try_from(count).ok())
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

    /// A code out of a list, in capitals or not, as the list spells it.
    pub fn one_of(&mut self, name: &'static str, list: &[&'static str]) -> Option<String> {
        let text = self.text(name)?;
        let code = list.iter().find(|code| code.eq_ignore_ascii_case(&text)).map(|code| (*code).to_owned());
        if code.is_none() {
            self.broken("I-05", name);
        }
        code
    }

    /// A code out of a list that must be there.
    pub fn required_one_of(&mut self, name: &'static str, list: &[&'static str]) -> Option<String> {
        if self.text(name).is_none() {
            return self.required(name, None);
        }
        self.one_of(name, list)
    }

    /// A country by its ISO alpha-2 code, by rule V-18; none when empty.
    pub fn country(&mut self, name: &'static str) -> Option<String> {
        let country: Option<counting::Country> = self.code(name, "V-18");
        country.map(|country| country.as_str().to_owned())
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

    /// Any number of words, separated by `;` or `|`.
    pub fn items(&mut self, name: &'static str) -> Vec<String> {
        match self.cell(name).map(value::list) {
            Some(Ok(items)) => items,
            Some(Err(_)) => {
                self.note("I-04", Severity::Error, name, None);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Any number of codes of a closed set; each other code breaks `rule`.
    pub fn codes<T: FromStr>(&mut self, name: &'static str, rule: &'static str) -> Vec<T> {
        let items = self.items(name);
        let mut codes = Vec::with_capacity(items.len());
        for item in items {
            match item.parse() {
                Ok(code) => codes.push(code),
                Err(_) => self.broken(rule, name),
            }
        }
        codes
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

    /// Notes a broken rule in its own severity.
    pub fn broken(&mut self, rule: &'static str, name: &'static str) {
        let rule_of_law = plausibility::rule(rule);
        let severity = rule_of_law.map_or(Severity::Error, |rule| rule.severity);
        self.note(rule, severity, name, rule_of_law.map(|rule| rule.legal_source));
    }

    /// Notes a broken rule of files that lets the row in.
    pub fn remark(&mut self, rule: &'static str, name: &'static str) {
        self.note(rule, Severity::Warning, name, None);
    }

    /// Says what would have been allowed where a rule was broken just now.
    pub fn allowing(&mut self, allowed: String) {
        if let Some(last) = self.findings.last_mut() {
            last.allowed = allowed;
        }
    }

    /// Notes a day outside the sub-project's duration, by rule V-04.
    pub fn within_duration(
        &mut self,
        name: &'static str,
        day: NaiveDate,
        duration: Option<(NaiveDate, NaiveDate)>,
    ) {
        if duration.is_some_and(|(first, last)| !(first..=last).contains(&day)) {
            self.broken("V-04", name);
        }
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

    /// Notes that the row names no record.
    pub fn nothing_named(&mut self) {
        self.note("I-23", Severity::Error, self.heading.kind.key()[0], None);
    }

    /// Notes that another row of this import says something else about the same record.
    pub fn contradiction(&mut self) {
        let column = self.heading.kind.columns()[0].name;
        self.note("I-07", Severity::Error, column, None);
    }

    /// Notes that the record is behind an edition that was handed in.
    pub fn frozen(&mut self, edition: EditionId) {
        self.note("I-25", Severity::Error, self.heading.kind.key()[0], None);
        if let Some(last) = self.findings.last_mut() {
            last.behind = Some(Behind { edition, name: None });
        }
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
        self.heading.cell(self.row, name)
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

    pub(super) fn note(
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
            behind: None,
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
        ColumnKind::Count => "0, 12".to_owned(),
        ColumnKind::Year => "2024".to_owned(),
        ColumnKind::Country | ColumnKind::Countries => "DE, UA, SY … XX".to_owned(),
        ColumnKind::Text | ColumnKind::List | ColumnKind::Ags | ColumnKind::Reference(_) => String::new(),
    }
}
