//! Building all reports of a moment as one file.

mod index;

use std::{collections::BTreeSet, ops::ControlFlow};

use domain::report::{self, Model, Progress, Stage};
use reporting::{Bundle, WriteError};
use sha2::{Digest, Sha256};
use texts::Language;
use tokio::sync::watch;

use super::report::{BuildError, Built, ReportJob};
use crate::content::content;

/// A file of the bundle: its name, what it is about, the hashes of its figures and of itself.
type Line = [String; 4];

/// Builds every workbook of a bundle, one after the other, and packs them with an index.
pub async fn build(
    job: &ReportJob,
    run: &Model,
    tell: &watch::Sender<Progress>,
) -> Result<Built, BuildError> {
    let parts = report::parts(&job.domain, run).await.map_err(BuildError::Content)?;
    let total = parts.len() as u64;
    let draft = job.files.draft()?;
    let mut bundle = Bundle::begin(&draft)?;
    let mut lines: Vec<Line> = Vec::new();
    let language = run.language.parse().unwrap_or(Language::De);
    let index_name = index::name(language);
    let mut names = BTreeSet::from([index_name.clone()]);
    for (part, done) in parts.iter().zip(0..) {
        let unit = report::subject(&job.domain, part).await.map_err(BuildError::Content)?.unit;
        tell.send_replace(Progress { stage: Stage::Writing, done, total, at_work_on: Some(unit.clone()) });
        let mut content = content(&job.domain, part).await.map_err(BuildError::Content)?;
        let name = unused(&content.file_name, &mut names);
        content.report_id = format!("{} {name}", run.id);
        let (write, workbook, heard) = (job.write.clone(), job.files.draft()?, tell.clone());
        let written = tokio::task::spawn_blocking(move || -> Result<(Bundle, Line), WriteError> {
            write(&content, &workbook, &mut |_, _| going_on(&heard))?;
            let sha256 = bundle.add(&name, &workbook)?;
            Ok((bundle, [name, unit, content.data_sha256(), sha256]))
        });
        let line;
        (bundle, line) = written.await??;
        lines.push(line);
    }
    tell.send_replace(Progress { stage: Stage::Storing, done: total, total, at_work_on: None });
    let subject = report::subject(&job.domain, run).await.map_err(BuildError::Content)?;
    let name = texts::text(language, "bundle-name");
    let name = format!("{name}_{}_{}.zip", subject.period.code, run.cut_off);
    let (index, data_sha256, of) = (job.files.draft()?, hash(&lines), run.clone());
    tokio::task::spawn_blocking(move || -> Result<(), WriteError> {
        index::write(lines, (&of, &subject, language), &index)?;
        bundle.add(&index_name, &index)?;
        bundle.finish()
    })
    .await??;
    Ok(Built { draft, name, data_sha256, extension: "zip" })
}

/// Goes on while somebody listens.
fn going_on(tell: &watch::Sender<Progress>) -> ControlFlow<()> {
    if tell.is_closed() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}

/// The name, with a number where it is taken, also where large and small letters are the same.
fn unused(name: &str, taken: &mut BTreeSet<String>) -> String {
    let stem = name.strip_suffix(".xlsx").unwrap_or(name);
    let numbered = (2..).map(|number| format!("{stem}_{number}.xlsx"));
    let free =
        std::iter::once(name.to_owned()).chain(numbered).find(|name| taken.insert(name.to_lowercase()));
    free.unwrap_or_default()
}

/// The hash of all figures: that of the names and hashes of the files.
fn hash(lines: &[Line]) -> String {
    let mut hash = Sha256::new();
    for [name, _, data_sha256, _] in lines {
        hash.update(format!("{name} {data_sha256}\n"));
    }
    hex::encode(hash.finalize())
}
