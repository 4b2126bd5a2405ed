//! The sheet that says what was counted and how.

use std::borrow::Cow;

use counting::Indicator;
use texts::{Arg, Language};

use super::figure_columns::name;
use crate::Content;
use crate::table::{Column, ColumnKind, Sheet, Table, Value};

const COLUMNS: [(&str, u16, ColumnKind); 10] = [
    ("group", 21, ColumnKind::Text),
    ("id", 14, ColumnKind::Label),
    ("name", 38, ColumnKind::Prose),
    ("chosen", 16, ColumnKind::Prose),
    ("definition", 54, ColumnKind::Prose),
    ("eligible", 28, ColumnKind::Prose),
    ("reference-time", 22, ColumnKind::Prose),
    ("unit", 10, ColumnKind::Text),
    ("legal-source", 36, ColumnKind::Prose),
    ("version", 10, ColumnKind::Number),
];

/// One row per indicator, then one per choice of the counting profile.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    let indicators = content.rulebook.indicators.iter().map(|indicator| of_indicator(content, indicator));
    let choices = content.profile.choices().into_iter().map(|choice| of_choice(content, choice));
    let rows: Vec<_> = indicators.chain(choices).collect();
    Some(Sheet {
        name: content.text("sheet-definitions"),
        title: content.text("title-definitions"),
        lines: vec![content.rulebook_line()],
        tables: vec![Table {
            heading: None,
            columns: columns(content),
            grouped_by: Some(0),
            rows: Box::new(rows.into_iter()),
        }],
    })
}

fn columns(content: &Content) -> Vec<Column> {
    let column = |(key, width, kind): &(&str, u16, ColumnKind)| Column {
        header: content.text(&format!("column-{key}")),
        width: *width,
        kind: *kind,
        note: None,
    };
    COLUMNS.iter().map(column).collect()
}

fn of_indicator<'a>(content: &Content, indicator: &'static Indicator) -> Vec<Value<'a>> {
    let [definition, eligible, reference] = match content.language {
        Language::De => [indicator.definition_de, indicator.eligible_de, indicator.reference_de],
        Language::En => [indicator.definition_en, indicator.eligible_en, indicator.reference_en],
    };
    vec![
        content.text(&format!("group-{}", indicator.group)).into(),
        indicator.code.into(),
        name(content.language, indicator).into(),
        Value::Empty,
        definition.into(),
        eligible.into(),
        reference.into(),
        content.text(&format!("unit-{}", indicator.unit())).into(),
        legal_source(content.language, indicator.legal_source).into(),
        u64::from(indicator.version).into(),
    ]
}

fn of_choice<'a>(content: &Content, (key, value): (&'static str, Cow<'static, str>)) -> Vec<Value<'a>> {
    let meaning = texts::text_with(
        content.language,
        &format!("report-rule-{key}-text"),
        &[("value", Arg::Text(&value))],
    );
    vec![
        content.text("group-rule").into(),
        key.into(),
        content.text(&format!("rule-{key}")).into(),
        value.into_owned().into(),
        meaning.into(),
        Value::Empty,
        Value::Empty,
        Value::Empty,
        Value::Empty,
        u64::from(content.profile.version).into(),
    ]
}

/// The place in the law as lawyers of the language write it.
fn legal_source(language: Language, source: &str) -> String {
    match language {
        Language::De => {
            source.replace("Regulation", "Verordnung").replace("Annex", "Anhang").replace("point", "Nummer")
        }
        Language::En => source.to_owned(),
    }
}
