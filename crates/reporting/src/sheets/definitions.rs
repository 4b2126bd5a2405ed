//! The sheet that says what was counted and how.

use std::borrow::Cow;

use domain::indicator::{Indicator, RulebookKind};
use texts::{Arg, Language};

use crate::Content;
use crate::layout::TransmissionLayout;
use crate::table::{ColumnKind, Layout, Sheet, Table, Value, given};

const COLUMNS: [(&str, u16, ColumnKind); 10] = [
    ("group", 17, ColumnKind::Text),
    ("id", 20, ColumnKind::Label),
    ("name", 34, ColumnKind::Prose),
    ("chosen", 24, ColumnKind::Prose),
    ("definition", 52, ColumnKind::Prose),
    ("eligible", 25, ColumnKind::Prose),
    ("reference-time", 20, ColumnKind::Prose),
    ("unit", 11, ColumnKind::Text),
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

fn of_indicator<'a>(content: &Content, indicator: &'a Indicator) -> Vec<Value<'a>> {
    let language = content.language;
    vec![
        content.text(&format!("group-{}", indicator.group)).into(),
        indicator.code.as_ref().into(),
        indicator.name.r#in(language).into(),
        Value::Empty,
        indicator.definition.r#in(language).into(),
        indicator.eligible.r#in(language).into(),
        indicator.reference.r#in(language).into(),
        content.text(&format!("unit-{}", indicator.unit)).into(),
        legal_source(content, indicator).into(),
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
    let source = &indicator.legal_source;
    match (indicator.kind, content.language) {
        (RulebookKind::Activities, _) => content.text("no-legal-act"),
        (RulebookKind::Law, Language::De) => source
            .replace("dropped by Regulation", "gestrichen durch die Verordnung")
            .replace("Regulation", "Verordnung")
            .replace("Annex", "Anhang")
            .replace("point", "Nummer"),
        (RulebookKind::Law, Language::En) | (RulebookKind::Programme, _) => source.clone().into_owned(),
    }
}
