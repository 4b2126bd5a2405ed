//! The sheet that says what was counted and how.

use std::borrow::Cow;

use domain::indicator::{Indicator, RulebookKind};
use texts::Language;

use crate::Content;
use crate::layout::TransmissionLayout;
use crate::table::{ColumnKind, Layout, Sheet, Table, Value, given};

const COLUMNS: [(&str, u16, ColumnKind); 10] = [
    ("group", 17, ColumnKind::Text),
    ("id", 18, ColumnKind::Label),
    ("name", 34, ColumnKind::Prose),
    ("chosen", 24, ColumnKind::Prose),
    ("definition", 48, ColumnKind::Prose),
    ("eligible", 25, ColumnKind::Prose),
    ("reference-time", 20, ColumnKind::Prose),
    ("unit", 16, ColumnKind::Text),
    ("legal-source", 28, ColumnKind::Prose),
    ("version", 10, ColumnKind::Number),
];

/// One row per indicator, then one per choice of the counting profile, then the form of the tables that are transmitted.
pub fn sheet(content: &Content) -> Sheet<'_> {
    let indicators = content.catalogue.all().iter().map(|indicator| of_indicator(content, indicator));
    let choices = content.profile.choices().into_iter().map(|choice| of_choice(content, choice));
    let layout = content.layout.map(|layout| of_layout(content, layout));
    let rows: Vec<_> = indicators.chain(choices).chain(layout).collect();
    Sheet {
        name: content.text("sheet-definitions"),
        layout: Layout::Page,
        title: content.text("title-definitions"),
        lines: vec![content.rulebook_line()],
        tables: vec![Table {
            heading: None,
            columns: COLUMNS.map(|column| content.column(column)).to_vec(),
            grouped_by: vec![0],
            rows: given(rows),
        }],
        charts: Vec::new(),
    }
}

fn of_indicator<'a>(content: &'a Content, indicator: &'a Indicator) -> Vec<Value<'a>> {
    let language = content.language;
    vec![
        content.text(&format!("group-{}", indicator.group)).into(),
        content.id(indicator).into(),
        Value::Text(content.name(indicator)),
        Value::Empty,
        Value::Text(content.definition(indicator)),
        indicator.eligible.r#in(language).into(),
        indicator.reference.r#in(language).into(),
        content.unit_of(indicator).into(),
        legal_source(content, indicator).into(),
        u64::from(indicator.version).into(),
    ]
}

/// A choice in words.
fn of_choice<'a>(content: &Content, (key, value): (&'static str, Cow<'static, str>)) -> Vec<Value<'a>> {
    let written = match content.language {
        Language::De => value.replace('.', ","),
        Language::En => value.to_string(),
    };
    let words = |of: &str| content.text_with(&format!("rule-{key}-{of}"), &[("value", (&written).into())]);
    vec![
        content.text("group-rule").into(),
        Value::Empty,
        content.text(&format!("rule-{key}")).into(),
        words("value").into(),
        words("text").into(),
        Value::Empty,
        Value::Empty,
        Value::Empty,
        Value::Empty,
        u64::from(content.profile.version).into(),
    ]
}

fn of_layout<'a>(content: &Content, layout: &'a TransmissionLayout) -> Vec<Value<'a>> {
    vec![
        content.text("group-layout").into(),
        layout.code.as_str().into(),
        content.text("layout-name").into(),
        Value::Empty,
        content.text("layout-text").into(),
        Value::Empty,
        Value::Empty,
        Value::Empty,
        layout.source(content.language).into(),
        Value::Empty,
    ]
}

/// The place in the law as lawyers of the language write it; what the programme asks for has the words of who defined it.
fn legal_source(content: &Content, indicator: &Indicator) -> String {
    match indicator.kind {
        RulebookKind::Law | RulebookKind::Activities => {
            texts::legal_source(content.language, &indicator.legal_source)
        }
        RulebookKind::Programme => indicator.legal_source.clone().into_owned(),
    }
}
