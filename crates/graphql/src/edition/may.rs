//! What the caller may do with an edition next.

use std::collections::HashMap;

use async_graphql::{SimpleObject, dataloader::Loader};
use domain::{
    edition::{self, May, State},
    id::EditionId,
};

use crate::{
    error::{ApiError, Result},
    loader::Reads,
};

/// What the caller may do with an edition now.
#[derive(SimpleObject)]
pub struct EditionMay {
    /// Hand it in (`editionSubmit`).
    submit: bool,
    /// Accept it (`editionApprove`): not whoever submitted it, where four eyes are required.
    approve: bool,
    /// Send it back (`editionReturn`).
    #[graphql(name = "return")]
    give_back: bool,
    /// Answer why it was returned: hand it in again with an answer, or draft the next edition.
    answer: bool,
}

impl From<May> for EditionMay {
    fn from(may: May) -> Self {
        let May { submit, give_back, approve, answer } = may;
        Self { submit, approve, give_back, answer }
    }
}

/// What may be done with an edition while it is in a state.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct MayIn(pub EditionId, pub State);

impl Loader<MayIn> for Reads {
    type Value = May;
    type Error = ApiError;

    async fn load(&self, keys: &[MayIn]) -> Result<HashMap<MayIn, May>> {
        let ids: Vec<EditionId> = keys.iter().map(|key| key.0).collect();
        let editions = edition::by_ids(&self.domain, &self.viewer, &ids).await?;
        let may = edition::may_each(&self.domain, &self.viewer, &editions).await?;
        Ok(keys.iter().filter_map(|key| Some((*key, *may.get(&key.0)?))).collect())
    }
}
