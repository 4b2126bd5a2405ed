//! What a workbook was made from, by what it says of itself.

use domain::{
    Domain, Viewer, edition,
    id::ReportRunId,
    report::{self, Model},
};
use interchange::{named_text, property};
use reporting::{REPORT_NAME, REPORT_PROPERTY, bundled};
use uuid::Uuid;

use crate::{Error, FileStore, content::file_name};

/// The report that a workbook says it is of.
pub struct Origin {
    /// The run; of a workbook in a bundle, the bundle's run with the unit of the workbook.
    pub run: Box<Model>,
    /// The edition it became, if any.
    pub edition: Option<Box<edition::Model>>,
    /// The workbook as it was made; none when it is no longer stored.
    pub file: Option<Vec<u8>>,
    /// Whether it says so under its hidden name alone, its properties having been dropped.
    pub lacks_properties: bool,
}

/// The origin of a workbook, when the viewer may see it: of a workbook in a bundle, when they may see its unit.
pub async fn origin(
    domain: &Domain,
    files: &FileStore,
    (viewer, bytes): (&Viewer, &[u8]),
) -> Result<Option<Origin>, Error> {
    let by_property = property(bytes, REPORT_PROPERTY);
    let lacks_properties = by_property.is_none();
    let named = by_property.or_else(|| named_text(bytes, REPORT_NAME)).unwrap_or_default();
    // a workbook of a bundle names its file in it
    let (id, part) = named.split_once(' ').map_or((&*named, None), |(id, part)| (id, Some(part)));
    let Some(run) = run(domain, id).await? else { return Ok(None) };
    let sees = |run: &Model| viewer.reads().covers_unit(run.regional_network_id, run.sub_project_id);
    let Some(part) = part else {
        if !sees(&run) {
            return Ok(None);
        }
        let edition = edition::of_run(domain, viewer, run.id).await?.map(Box::new);
        let file = stored(domain, files, (viewer, &run)).await?;
        return Ok(Some(Origin { run: Box::new(run), edition, file, lacks_properties }));
    };
    let bundle = stored(domain, files, (viewer, &run)).await?;
    let file = bundle.as_deref().and_then(|bundle| bundled(bundle, part));
    let run = match (&bundle, &file) {
        (Some(_), None) => return Ok(None),
        (Some(_), Some(_)) => part_of(domain, (run, part), sees).await?,
        (None, _) => run,
    };
    Ok(sees(&run).then(|| Origin { run: Box::new(run), edition: None, file, lacks_properties }))
}

/// A run, whoever may see it.
async fn run(domain: &Domain, id: &str) -> Result<Option<Model>, Error> {
    let Ok(id) = Uuid::parse_str(id) else { return Ok(None) };
    match report::get(domain, &Viewer::worker(), ReportRunId(id)).await {
        Ok(run) => Ok(Some(run)),
        Err(domain::Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The file of a run; none, and noted, when it is gone from the store.
async fn stored(
    domain: &Domain,
    files: &FileStore,
    (viewer, run): (&Viewer, &Model),
) -> Result<Option<Vec<u8>>, Error> {
    let Some(key) = run.file_key.as_ref().filter(|_| run.file_removed_at.is_none()) else { return Ok(None) };
    match files.read(key).await {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.is_missing() => {
            report::lose(domain, viewer, run.id).await?;
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}

/// The report of a bundle whose workbook has a name, among those that are seen; the bundle when there is none.
async fn part_of(
    domain: &Domain,
    (bundle, name): (Model, &str),
    sees: impl Fn(&Model) -> bool,
) -> Result<Model, Error> {
    for part in report::parts(domain, &bundle).await?.into_iter().filter(sees) {
        let subject = report::subject(domain, &part).await?;
        if file_name(&part, &subject) == name {
            return Ok(part);
        }
    }
    Ok(bundle)
}
