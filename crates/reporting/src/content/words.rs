//! The words of a report in its language.

use std::borrow::Cow;

use counting::{Gender, Unit};
use domain::indicator::{Indicator, RulebookKind};
use domain::sub_project::RegionCategory;
use texts::Arg;

use super::{Content, Period};
use crate::table::{Column, ColumnKind};

/// Characters of the longest name that a heading has room for behind a code.
const LONGEST_NAME: usize = 200;

impl Content {
    /// The message `report-<key>` in the report's language.
    pub(crate) fn text(&self, key: &str) -> String {
        texts::text(self.language, &format!("report-{key}"))
    }

    /// The message `report-<key>` with its variables filled in.
    pub(crate) fn text_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        texts::text_with(self.language, &format!("report-{key}"), args)
    }

    /// The column headed `report-column-<key>`, with its width and kind.
    pub(crate) fn column(&self, (key, width, kind): (&str, u16, ColumnKind)) -> Column {
        Column::new(self.text(&format!("column-{key}")), width, kind)
    }

    /// The same columns, those named with the note `report-note-<key>` on their header.
    pub(crate) fn columns(&self, columns: &[(&str, u16, ColumnKind)], explained: &[&str]) -> Vec<Column> {
        let column = |shape: &(&str, u16, ColumnKind)| Column {
            note: explained.contains(&shape.0).then(|| self.text(&format!("note-{}", shape.0))),
            ..self.column(*shape)
        };
        columns.iter().map(column).collect()
    }

    /// The message `report-<key>`, which speaks of sub-projects by the period's own term.
    pub(crate) fn sub_projects(&self, key: &str) -> String {
        self.text_with(key, &[("term", Arg::Text(&self.period.sub_project_term))])
    }

    /// A category of region.
    pub(crate) fn region(&self, category: RegionCategory) -> String {
        self.text(&format!("region-category-{}", category.as_str()))
    }

    /// A gender column.
    pub(crate) fn gender(&self, gender: Gender) -> String {
        self.text(&format!("gender-{}", gender.as_str()))
    }

    /// Who pays, in the report's language.
    pub(crate) fn funding_line(&self) -> String {
        let Period { code, funder_line, .. } = &self.period;
        let args =
            [("line", funder_line.into()), ("period", code.into()), ("rulebook", self.rulebook.code.into())];
        self.text_with("funding", &args)
    }

    /// The code that the law or the programme gives an indicator; the network's own are known by their names alone.
    pub(crate) fn id<'i>(&self, indicator: &'i Indicator) -> Option<&'i str> {
        (indicator.kind != RulebookKind::Activities).then_some(indicator.code.as_ref())
    }

    /// The name of an indicator. That of a duration names its unit, as figures show it in hours.
    pub(crate) fn name<'i>(&self, indicator: &'i Indicator) -> Cow<'i, str> {
        let name = self.own_words(&format!("indicator-name-{}", indicator.code));
        let name = name.map_or_else(|| indicator.name.r#in(self.language).into(), Cow::Owned);
        match indicator.unit {
            Unit::Minutes => self.text_with("name-in-hours", &[("name", Arg::Text(&name))]).into(),
            _ => name,
        }
    }

    /// What is counted.
    pub(crate) fn definition<'i>(&self, indicator: &'i Indicator) -> Cow<'i, str> {
        let own = self.own_words(&format!("indicator-definition-{}", indicator.code));
        own.map_or_else(|| indicator.definition.r#in(self.language).into(), Cow::Owned)
    }

    /// What the figures of an indicator count, such as persons or enterprises.
    pub(crate) fn unit_of(&self, indicator: &Indicator) -> String {
        let own = self.own_words(&format!("indicator-unit-{}", indicator.code));
        own.unwrap_or_else(|| self.text(&format!("unit-{}", indicator.unit)))
    }

    /// The name of an indicator as headings and charts have room for it, behind its code; the code alone where the name is
    /// too long for a heading.
    pub(crate) fn short_name(&self, indicator: &Indicator) -> String {
        let name = self
            .own_words(&format!("indicator-short-{}", indicator.code))
            .map_or_else(|| self.name(indicator), Cow::Owned);
        match self.id(indicator) {
            Some(code) if name.encode_utf16().count() > LONGEST_NAME => code.to_owned(),
            Some(code) => format!("{code} {name}"),
            None => name.into_owned(),
        }
    }

    /// The message of a key that only some indicators have.
    fn own_words(&self, key: &str) -> Option<String> {
        let words = texts::text(self.language, key);
        (words != key).then_some(words)
    }

    /// A narrow column of an indicator, headed by its code and short name, with the whole name as a note.
    pub(crate) fn indicator_column(&self, indicator: &Indicator, width: u16) -> Column {
        Column {
            note: Some(self.name(indicator).into_owned()),
            ..Column::new(self.short_name(indicator), width, ColumnKind::Number).downwards()
        }
    }

    /// What every sheet of figures is about: period, unit, cut-off and known-at.
    pub(crate) fn scope_line(&self) -> String {
        let args = [
            ("period", Arg::Text(&self.period.code)),
            ("unit", Arg::Text(&self.unit)),
            ("cutoff", Arg::Text(&texts::date(self.language, self.cut_off))),
            ("known", Arg::Text(&texts::moment(self.language, self.known_at))),
        ];
        self.text_with("line-scope", &args)
    }

    /// The rulebook and the version of the counting profile.
    pub(crate) fn rulebook_line(&self) -> String {
        let version = self.profile.version.to_string();
        self.text_with(
            "line-rulebook",
            &[("rulebook", Arg::Text(self.rulebook.name)), ("version", Arg::Text(&version))],
        )
    }
}
