//! The sheet of what has changed since the report before: its last edition, where one was handed in.

use domain::figure::{DifferenceCause, FigureDifference};
use texts::Arg;

use super::amount;
use crate::Content;
use crate::content::Changes;
use crate::table::{Column, ColumnKind, Layout, Sheet, Table, Value, given};

const COLUMNS: [(&str, u16, ColumnKind); 9] = [
    ("region-category", 19, ColumnKind::Text),
    ("id", 12, ColumnKind::Label),
    ("indicator", 42, ColumnKind::Prose),
    ("before", 12, ColumnKind::Number),
    ("now", 12, ColumnKind::Number),
    ("change", 12, ColumnKind::Total),
    ("change-women", 12, ColumnKind::Number),
    ("change-men", 12, ColumnKind::Number),
    ("change-non-binary", 12, ColumnKind::Number),
];

/// The last column: a cause may move cases from one gender to another and leave the total as it is.
const BY_GENDER: (&str, u16, ColumnKind) = ("causes-by-gender", 34, ColumnKind::Prose);

/// The causes, in the order of their columns.
const CAUSES: [DifferenceCause; 8] = [
    DifferenceCause::NewRecord,
    DifferenceCause::LateEntry,
    DifferenceCause::Correction,
    DifferenceCause::Deletion,
    DifferenceCause::Rules,
    DifferenceCause::Profile,
    DifferenceCause::Structure,
    DifferenceCause::TimePassed,
];

/// One row per figure that has changed, with what each cause changed; a first edition says so.
pub fn sheet(content: &Content) -> Sheet<'_> {
    let told = content.changes.iter().flat_map(|changes| &changes.differences).filter(has_changed);
    let rows: Vec<_> = told.map(|difference| row(content, difference)).collect();
    let lines = match &content.changes {
        None => vec![content.text("line-first-edition")],
        Some(changes) if rows.is_empty() => {
            vec![before(content, changes), content.text("line-nothing-changed")]
        }
        Some(changes) => vec![before(content, changes), content.text("line-changes")],
    };
    let causes = CAUSES.iter().map(|cause| column(content, *cause));
    Sheet {
        name: content.text("sheet-changes"),
        layout: Layout::Page,
        title: content.text("title-changes"),
        lines: std::iter::once(content.scope_line()).chain(lines).collect(),
        tables: vec![Table {
            heading: None,
            columns: COLUMNS
                .iter()
                .map(|column| content.column(*column))
                .chain(causes)
                .chain([content.column(BY_GENDER)])
                .collect(),
            grouped_by: vec![0],
            rows: given(rows),
        }],
        charts: Vec::new(),
    }
}

fn before(content: &Content, changes: &Changes) -> String {
    let since = changes.since;
    let known = since.known_at.map(|at| texts::moment(content.language, at)).unwrap_or_default();
    let day = texts::date(content.language, since.cut_off);
    let mut args = vec![("cutoff", Arg::Text(&day)), ("known", Arg::Text(&known))];
    let number = changes.edition.map(|number| number.to_string());
    match &number {
        Some(number) => {
            args.push(("number", Arg::Text(number)));
            content.text_with("line-edition-before", &args)
        }
        None => content.text_with("line-report-before", &args),
    }
}

fn column(content: &Content, cause: DifferenceCause) -> Column {
    Column {
        note: Some(content.text(&format!("note-cause-{}", cause.as_str()))),
        ..Column::new(content.text(&format!("cause-{}", cause.as_str())), 15, ColumnKind::Number)
    }
}

fn has_changed(difference: &&FigureDifference) -> bool {
    difference.from != difference.to || !difference.causes.is_empty()
}

fn row<'a>(content: &'a Content, difference: &'a FigureDifference) -> Vec<Value<'a>> {
    let indicator = &difference.indicator;
    let (before, now) = (difference.from.total, difference.to.total);
    let values = [
        content.region(difference.region_category).into(),
        content.id(indicator).into(),
        Value::Text(content.name(indicator)),
        amount::count(indicator, before),
        amount::count(indicator, now),
        amount::change(indicator, now.cast_signed() - before.cast_signed()),
    ];
    let cause = |wanted: &DifferenceCause| {
        let change =
            difference.causes.iter().find(|(cause, _)| cause == wanted).map(|(_, change)| change.total);
        amount::change(indicator, change.unwrap_or_default())
    };
    values
        .into_iter()
        .chain(genders(difference))
        .chain(CAUSES.iter().map(cause))
        .chain([Value::from(causes_by_gender(content, difference))])
        .collect()
}

/// The change of each gender column; empty for indicators about entities.
fn genders<'a>(difference: &FigureDifference) -> [Value<'a>; 3] {
    let FigureDifference { from, to, .. } = difference;
    let change =
        |at: usize| Some(to.by_gender()?[at].1.cast_signed() - from.by_gender()?[at].1.cast_signed());
    [0, 1, 2].map(|at| change(at).map_or(Value::Empty, Value::Integer))
}

/// What each cause changed in the gender columns, in words.
fn causes_by_gender(content: &Content, difference: &FigureDifference) -> Option<String> {
    let told = difference.causes.iter().filter_map(|(cause, change)| {
        let name = content.text(&format!("cause-{}", cause.as_str()));
        Some(format!("{name}: {}", change.genders_in_words(content.language)?))
    });
    let told: Vec<_> = told.collect();
    (!told.is_empty()).then(|| told.join("; "))
}
