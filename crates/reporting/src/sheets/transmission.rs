//! The tables of outputs and of results that are transmitted, in the form that a layout says.

use chrono::{Datelike, NaiveDate};
use domain::figure::{Figure, Point};
use domain::indicator::RulebookKind;

use super::amount;
use super::cell_names::{CellNames, Counted};
use crate::Content;
use crate::layout::{LayoutColumn, LayoutKey, TransmissionLayout};
use crate::table::{Column, ColumnKind, Layout, Sheet, Table, Value, given, with_decimals};

/// The table of outputs.
pub fn outputs<'a>(content: &'a Content, names: &CellNames) -> Option<Sheet<'a>> {
    let layout = content.layout?;
    Part { content, layout, columns: &layout.outputs, key: "outputs" }
        .sheet(names, |figure| !figure.indicator.is_result)
}

/// The table of results.
pub fn results<'a>(content: &'a Content, names: &CellNames) -> Option<Sheet<'a>> {
    let layout = content.layout?;
    Part { content, layout, columns: &layout.results, key: "results" }
        .sheet(names, |figure| figure.indicator.is_result)
}

/// One of the two tables.
struct Part<'a> {
    content: &'a Content,
    layout: &'a TransmissionLayout,
    columns: &'a [LayoutColumn],
    key: &'static str,
}

impl<'a> Part<'a> {
    /// One row per category of region and indicator, zeros included; without any, it says so.
    fn sheet(&self, names: &CellNames, wanted: impl Fn(&Figure) -> bool) -> Option<Sheet<'a>> {
        let content = self.content;
        let figures = content.figures_of_unit(&[RulebookKind::Law]);
        let figures: Vec<_> = figures.into_iter().filter(|figure| wanted(figure)).collect();
        let nothing = figures.is_empty().then(|| content.text("line-nothing-to-transmit"));
        let columns = self.with_years();
        let value =
            |figure: &'a Figure| columns.iter().map(|column| self.value(names, figure, *column)).collect();
        let rows: Vec<_> = figures.into_iter().map(value).collect();
        let region = columns.iter().position(|(column, _)| column.key == LayoutKey::RegionCategory);
        Some(Sheet {
            name: content.text(&format!("sheet-{}", self.key)),
            layout: Layout::Page,
            title: content.text(&format!("title-{}", self.key)),
            lines: [content.scope_line(), self.layout_line()].into_iter().chain(nothing).collect(),
            tables: vec![Table {
                heading: None,
                columns: with_decimals(columns.iter().map(|column| self.column(*column)).collect(), &rows),
                grouped_by: region.into_iter().collect(),
                rows: given(rows),
            }],
            charts: Vec::new(),
        })
    }

    fn layout_line(&self) -> String {
        let args = [
            ("layout", self.layout.code.as_str().into()),
            ("source", self.layout.source(self.content.language).into()),
        ];
        self.content.text_with("line-layout", &args)
    }

    /// The columns, those that come every year once for each.
    fn with_years(&self) -> Vec<(&'a LayoutColumn, Option<i32>)> {
        let period = &self.content.period;
        let years = period.starts_on.year()..=period.ends_on.year();
        let groups = self.columns.chunk_by(|one, other| one.key.is_yearly() == other.key.is_yearly());
        groups
            .flat_map(|group| match group.first().is_some_and(|column| column.key.is_yearly()) {
                true => years
                    .clone()
                    .flat_map(|year| group.iter().map(move |column| (column, Some(year))))
                    .collect(),
                false => group.iter().map(|column| (column, None)).collect::<Vec<_>>(),
            })
            .collect()
    }

    fn column(&self, (column, year): (&LayoutColumn, Option<i32>)) -> Column {
        use LayoutKey as Key;
        let Content { language, period, .. } = self.content;
        let language = *language;
        let kind = match column.key {
            Key::Id => ColumnKind::Label,
            Key::Indicator | Key::Comments => ColumnKind::Prose,
            Key::Priority
            | Key::SpecificObjective
            | Key::Fund
            | Key::RegionCategory
            | Key::Breakdown
            | Key::Unit => ColumnKind::Text,
            Key::Total => ColumnKind::Total,
            _ => ColumnKind::Number,
        };
        let note = match column.key {
            Key::RegionCategory => Some("note-region-category"),
            Key::Milestone | Key::Reference | Key::Planned => Some("note-plan"),
            Key::Target => Some("note-target"),
            Key::Ratio => Some("note-ratio"),
            Key::Total => Some("note-total"),
            Key::YearTotal | Key::YearMen | Key::YearWomen => Some("note-year"),
            _ => None,
        };
        Column {
            note: note.map(|key| self.content.text(key)),
            ..Column::new(column.heading(language, year.unwrap_or(period.ends_on.year())), column.width, kind)
        }
    }

    fn value(
        &self,
        names: &CellNames,
        figure: &'a Figure,
        (column, year): (&LayoutColumn, Option<i32>),
    ) -> Value<'a> {
        use LayoutKey as Key;
        let content = self.content;
        let Figure { indicator, plan, .. } = figure;
        let planned = |value: f64| amount::planned(indicator, value);
        match column.key {
            Key::Priority => content.period.priority.as_deref().into(),
            Key::SpecificObjective => content.period.specific_objective.as_deref().into(),
            Key::Fund => self.layout.fund.as_str().into(),
            Key::RegionCategory => content.region(figure.region_category).into(),
            Key::Id => content.id(indicator).into(),
            Key::Indicator => Value::Text(content.name(indicator)),
            Key::Breakdown => figure.genders.map(|_| content.text("breakdown-gender")).into(),
            Key::Unit => content.unit_of(indicator).into(),
            Key::Milestone => plan.milestone.map_or(Value::Empty, planned),
            Key::Reference => plan.reference.map_or(Value::Empty, planned),
            Key::Planned => plan.planned.map_or(Value::Empty, planned),
            Key::Target => plan.target.map_or(Value::Empty, planned),
            Key::Women => names.value(content, figure, Counted::Women),
            Key::Men => names.value(content, figure, Counted::Men),
            Key::NonBinary => names.value(content, figure, Counted::NonBinary),
            Key::Total => names.value(content, figure, Counted::Total),
            Key::Ratio => figure.ratio().map_or(Value::Empty, Value::Ratio),
            Key::Comments => content.notes.on(figure).into(),
            Key::YearTotal => self.added(figure, year, |point| Some(point.total)),
            Key::YearMen => self.added(figure, year, |point| point.genders.map(|genders| genders.men)),
            Key::YearWomen => self.added(figure, year, |point| point.genders.map(|genders| genders.women)),
        }
    }

    /// What a year added to a figure, up to the cut-off; nothing for years that had not begun.
    fn added(
        &self,
        figure: &Figure,
        year: Option<i32>,
        count: impl Fn(&Point) -> Option<u64>,
    ) -> Value<'static> {
        let series = self.content.development.iter().find(|series| {
            series.figure.indicator == figure.indicator
                && series.figure.region_category == figure.region_category
        });
        let (Some(series), Some(year)) = (series, year) else { return Value::Empty };
        if self.content.cut_off.year() < year {
            return Value::Empty;
        }
        let until = |year: i32| {
            let end = NaiveDate::from_ymd_opt(year, 12, 31)?;
            series.points.iter().rev().find(|point| point.cut_off <= end).and_then(&count)
        };
        let before = until(year - 1).unwrap_or_default();
        match until(year) {
            Some(count) => Value::Integer(count.cast_signed() - before.cast_signed()),
            None => Value::Empty,
        }
    }
}
