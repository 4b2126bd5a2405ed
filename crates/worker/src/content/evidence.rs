//! The rows of a report's evidence, read from the database while the workbook is written.

use std::{fmt, sync::Arc};

use domain::{
    Domain,
    figure::{self, EvidencePart, EvidenceRow},
};
use reporting::{Evidence, EvidenceSource, SourceError};
use tokio::{runtime::Handle, sync::mpsc};

/// Pages that may wait for the writer.
const WAITING: usize = 2;

/// Reads pages beside the thread that writes.
struct Feed {
    domain: Domain,
    evidence: Arc<figure::Evidence>,
    runtime: Handle,
}

impl fmt::Debug for Feed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.evidence.fmt(f)
    }
}

/// The evidence of a report.
pub fn evidence(domain: &Domain, evidence: Arc<figure::Evidence>) -> Evidence {
    Evidence {
        people: evidence.list(EvidencePart::People),
        others: evidence.list(EvidencePart::Others),
        source: Arc::new(Feed { domain: domain.clone(), evidence, runtime: Handle::current() }),
    }
}

type Page = Result<Vec<EvidenceRow>, SourceError>;

impl EvidenceSource for Feed {
    /// The rows, for a thread that may wait; reading ends when nobody takes them any more.
    fn rows(&self, part: EvidencePart) -> Box<dyn Iterator<Item = Result<EvidenceRow, SourceError>> + '_> {
        let (pages, mut heard) = mpsc::channel::<Page>(WAITING);
        let mut begun = Some((self.domain.clone(), Arc::clone(&self.evidence), pages));
        let page = move || {
            // nothing is read before the first row is asked for
            if let Some((domain, evidence, pages)) = begun.take() {
                self.runtime.spawn(read(domain, (evidence, part), pages));
            }
            heard.blocking_recv()
        };
        Box::new(std::iter::from_fn(page).flat_map(|page| match page {
            Ok(rows) => Rows::Read(rows.into_iter()),
            Err(error) => Rows::Failed(Some(error)),
        }))
    }
}

async fn read(
    domain: Domain,
    (evidence, part): (Arc<figure::Evidence>, EvidencePart),
    to: mpsc::Sender<Page>,
) {
    let mut pages = evidence.pages(part);
    loop {
        let page = match pages.next(&domain).await {
            Ok(None) => return,
            Ok(Some(rows)) => Ok(rows),
            Err(error) => Err(error.into()),
        };
        let failed = page.is_err();
        if to.send(page).await.is_err() || failed {
            return;
        }
    }
}

/// The rows of a page, or why there is none.
enum Rows {
    Read(std::vec::IntoIter<EvidenceRow>),
    Failed(Option<SourceError>),
}

impl Iterator for Rows {
    type Item = Result<EvidenceRow, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Read(rows) => rows.next().map(Ok),
            Self::Failed(error) => error.take().map(Err),
        }
    }
}
