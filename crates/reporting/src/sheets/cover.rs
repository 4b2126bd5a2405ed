//! The first sheet: what the report is, what is in it, how to read it.

use chrono::Days;
use texts::{Arg, Language, date};

use super::reconciliation::Standing;
use crate::Content;
use crate::layout::TransmissionLayout;
use crate::table::{Column, ColumnKind, Layout, Sheet, Table, Value, given};

const HOW_TO_READ: [&str; 5] = ["cumulative", "cases", "left-out", "provisional", "corrections"];

/// What the report is about, the list of the sheets after the cover, and how to read the figures.
pub fn sheet<'a>(content: &'a Content, (listed, standing): (&[Sheet<'_>], Standing)) -> Sheet<'a> {
    Sheet {
        name: content.text("sheet-cover"),
        layout: Layout::Cover,
        title: content.text("title"),
        lines: vec![content.period.name.clone()],
        tables: vec![about(content, standing), contents(content, listed), how_to_read(content)],
        charts: Vec::new(),
    }
}

fn about(content: &Content, standing: Standing) -> Table<'_> {
    let Content { period, language, .. } = content;
    let profile = content.profile.version.to_string();
    let rows = [
        ("funding", content.funding_line().into()),
        ("period", format!("{} ({})", period.name, period.code).into()),
        ("starts-on", Value::Date(period.starts_on)),
        ("ends-on", Value::Date(period.ends_on)),
        ("report-unit", content.unit.as_str().into()),
        ("cut-off", Value::Date(content.cut_off)),
        ("known-at", Value::Moment(content.known_at)),
        ("remark", remark(content).into()),
        ("language", texts::text(*language, "report-language").into()),
        ("requested-by", content.requested_by.as_str().into()),
        ("requested-at", Value::Moment(content.requested_at)),
        ("rulebook", content.rulebook.name.into()),
        (
            "profile",
            texts::text_with(*language, "report-profile", &[("version", Arg::Text(&profile))]).into(),
        ),
        ("layout", content.layout.map(|layout| form(content, layout)).into()),
        ("reconciliation", standing.in_words(content).into()),
        ("file", content.file_name.as_str().into()),
    ];
    let told = rows.into_iter().filter(|(_, value)| *value != Value::Empty);
    let rows = told
        .map(|(key, value)| vec![content.text(&format!("about-{key}")).into(), value])
        .collect::<Vec<_>>();
    Table { rows: given(rows), ..pair(content, "about") }
}

/// Where the form of the tables that are transmitted is laid down, and its code.
fn form(content: &Content, layout: &TransmissionLayout) -> String {
    format!("{} ({})", layout.source(content.language), layout.code)
}

/// That not even all of the cut-off day was known.
fn remark(content: &Content) -> Option<String> {
    let is_early = content.known_at.date_naive() <= content.cut_off;
    is_early.then(|| content.text("remark-known-before-cut-off"))
}

fn contents<'a>(content: &Content, listed: &[Sheet<'_>]) -> Table<'a> {
    let row = |sheet: &Sheet<'_>| {
        let rows = sheet.row_count().cast_signed();
        let number = texts::integer(content.language, rows);
        let args =
            [("title", Arg::Text(&sheet.title)), ("rows", Arg::Count(rows)), ("number", Arg::Text(&number))];
        vec![sheet.name.clone().into(), content.text_with("cover-contents-rows", &args).into()]
    };
    Table { rows: given(listed.iter().map(row).collect::<Vec<_>>()), ..pair(content, "contents") }
}

fn how_to_read<'a>(content: &Content) -> Table<'a> {
    let window_open_after = content.cut_off.checked_sub_days(Days::new(28)).unwrap_or(content.cut_off);
    let day = date(content.language, window_open_after);
    let row = move |(language, key): (Language, &str)| {
        let text =
            texts::text_with(language, &format!("report-read-{key}-text"), &[("day", Arg::Text(&day))]);
        vec![texts::text(language, &format!("report-read-{key}")).into(), text.into()]
    };
    let language = content.language;
    let rows = HOW_TO_READ.into_iter().map(move |key| row((language, key)));
    Table { rows: given(rows), ..pair(content, "read") }
}

/// A table of terms and what is said of them.
fn pair<'a>(content: &Content, key: &str) -> Table<'a> {
    let column =
        |part: &str, width, kind| Column::new(content.text(&format!("cover-{key}-{part}")), width, kind);
    Table {
        heading: Some(content.text(&format!("cover-{key}"))),
        columns: vec![column("term", 30, ColumnKind::Label), column("text", 90, ColumnKind::Prose)],
        grouped_by: Vec::new(),
        rows: given(Vec::new()),
    }
}
