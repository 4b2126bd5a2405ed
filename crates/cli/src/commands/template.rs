//! `migranet template`: an empty workbook to fill in.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use clap::Args;
use domain::exchange::{Column, ColumnKind, Kind};
use reporting::{TemplateColumn, TemplateKind, TemplateSheet, write_template};
use strum::VariantArray;
use texts::{Language, text_with};

/// Write an empty workbook with a sheet per kind of records, drop-downs for codes and a note in each heading.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  migranet template vorlage.xlsx")]
pub struct Template {
    /// Where to write it
    file: PathBuf,
}

impl Template {
    /// Runs the command.
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let notes: Vec<Vec<Note>> =
            Kind::VARIANTS.iter().map(|kind| kind.columns().iter().map(Note::of).collect()).collect();
        let sheets: Vec<TemplateSheet<'_>> = Kind::VARIANTS
            .iter()
            .zip(&notes)
            .map(|(kind, notes)| TemplateSheet {
                name: kind.as_str(),
                columns: kind
                    .columns()
                    .iter()
                    .zip(notes)
                    .map(|(column, note)| filled_in(column, note))
                    .collect(),
            })
            .collect();
        write_template(&sheets, &self.file).with_context(|| format!("{}", self.file.display()))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// What a heading's note says, in both languages.
struct Note {
    de: String,
    en: String,
}

impl Note {
    fn of(column: &Column) -> Self {
        Self { de: note(column, Language::De), en: note(column, Language::En) }
    }
}

fn filled_in<'a>(column: &'a Column, note: &'a Note) -> TemplateColumn<'a> {
    let (kind, codes) = match column.kind {
        ColumnKind::Text | ColumnKind::Ags | ColumnKind::Reference(_) => (TemplateKind::Text, Vec::new()),
        ColumnKind::Date => (TemplateKind::Date, Vec::new()),
        ColumnKind::Decimal | ColumnKind::Count | ColumnKind::Year => (TemplateKind::Number, Vec::new()),
        ColumnKind::Answer => (TemplateKind::Text, vec!["yes", "no", "refused"]),
        ColumnKind::Code(codes) => (TemplateKind::Text, codes.to_vec()),
        ColumnKind::Country => (TemplateKind::Text, countries()),
        ColumnKind::Codes(_) | ColumnKind::Countries | ColumnKind::List => (TemplateKind::List, Vec::new()),
    };
    TemplateColumn {
        name: column.name,
        label_de: column.label_de,
        required: column.required,
        kind,
        codes,
        note_de: &note.de,
        note_en: &note.en,
    }
}

fn countries() -> Vec<&'static str> {
    counting::Country::all().map(counting::Country::as_str).collect()
}

/// What a heading's note says: what the column holds, in which form.
fn note(column: &Column, language: Language) -> String {
    let (key, codes) = match column.kind {
        ColumnKind::Text => ("text", String::new()),
        ColumnKind::Ags => ("ags", String::new()),
        ColumnKind::Date => ("date", String::new()),
        ColumnKind::Decimal => ("decimal", String::new()),
        ColumnKind::Count => ("count", String::new()),
        ColumnKind::Year => ("year", String::new()),
        ColumnKind::Answer => ("answer", String::new()),
        ColumnKind::Code(codes) => ("code", codes.join(", ")),
        ColumnKind::Codes(codes) => ("codes", codes.join(", ")),
        ColumnKind::List => ("list", String::new()),
        ColumnKind::Country => ("country", String::new()),
        ColumnKind::Countries => ("countries", String::new()),
        ColumnKind::Reference(kind) => ("reference", kind.to_owned()),
    };
    text_with(language, &format!("column-{key}"), &[("codes", (&codes).into())])
}
