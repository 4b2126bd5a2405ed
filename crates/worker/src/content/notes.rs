//! What people noted on the figures of a report.

use domain::{
    Actor, Domain, Result, Viewer,
    figure::{Breakdown, Figure},
    figure_note::{self, FigureNote},
    report::{Model, Subject},
};
use reporting::Notes;
use texts::{Arg, Language};

/// The notes that stood at the run's known-at, on the figures of the report. Those on a regional network are about the
/// whole of it, so they are not in a report on a strand.
pub async fn notes(
    domain: &Domain,
    (run, subject): (&Model, &Subject),
    (figures, language): (&[Figure], Language),
) -> Result<Notes> {
    let wanted = (subject.period.code.as_str(), Some(run.known_at));
    let written = figure_note::list(domain, &Viewer::worker(), wanted).await?;
    let mut notes = Notes::default();
    for note in written {
        let is_about = |figure: &&Figure| {
            let whole = subject.strand.is_none() || figure.unit.kind == Breakdown::SubProject;
            whole && note.is_about(figure)
        };
        for figure in figures.iter().filter(is_about) {
            notes.add((figure, note.gender), in_words(&note, language));
        }
    }
    Ok(notes)
}

/// The note with its author and day, and the gender column it is about.
fn in_words(note: &FigureNote, language: Language) -> String {
    let day = texts::date(language, note.at.date_naive());
    let by = Actor::in_words(&note.by, language);
    let args = [("text", Arg::Text(&note.text)), ("by", Arg::Text(&by)), ("day", Arg::Text(&day))];
    let said = texts::text_with(language, "report-figure-note", &args);
    match note.gender {
        Some(gender) => {
            format!("{}: {said}", texts::text(language, &format!("report-gender-{}", gender.as_str())))
        }
        None => said,
    }
}
