//! The pseudonymous references of participants.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use domain::{id::ParticipantId, participant};

use crate::{
    error::{ApiError, Result},
    loader::Reads,
};

impl Loader<ParticipantId> for Reads {
    type Value = String;
    type Error = ApiError;

    async fn load(&self, keys: &[ParticipantId]) -> Result<HashMap<ParticipantId, String>> {
        Ok(participant::store::unscoped_references(&self.domain.db, keys).await?)
    }
}
