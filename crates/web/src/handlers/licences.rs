//! The page of licences and notices.

use axum::response::Response;
use domain::Result;

use crate::{
    pages::{layout::Section, licences::Licences},
    visit::{Visit, html},
};

/// `GET /licences`.
pub async fn show(visit: Visit) -> Response {
    let result = page(&visit).await;
    visit.answer(result).await
}

async fn page(visit: &Visit) -> Result<Response> {
    html(&Licences { page: visit.page(Section::Other).await? })
}
