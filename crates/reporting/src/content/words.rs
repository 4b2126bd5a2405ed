//! The words of a report in its language.

use std::borrow::Cow;

use counting::Gender;
use domain::indicator::Indicator;
use domain::sub_project::RegionCategory;
use texts::Arg;

use super::{Content, Period};
use crate::table::{Column, ColumnKind};

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

    /// The name of an indicator as headings and charts have room for it.
    pub(crate) fn short_name<'i>(&self, indicator: &'i Indicator) -> Cow<'i, str> {
        let key = format!("indicator-short-{}", indicator.code);
        match texts::text(self.language, &key) {
            short if short != key => short.into(),
            _ => indicator.name.r#in(self.language).into(),
        }
    }

    /// A narrow column of an indicator, headed by its code and short name, with the whole name as a note.
    pub(crate) fn indicator_column(&self, indicator: &Indicator, width: u16) -> Column {
        let header = format!("{} {}", indicator.code, self.short_name(indicator));
        Column {
            note: Some(indicator.name.r#in(self.language).to_owned()),
            ..Column::new(header, width, ColumnKind::Number).downwards()
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
