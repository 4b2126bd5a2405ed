//! Style sheets, scripts and fonts.

use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::assets;

/// `GET /assets/{version}/{name}`.
pub async fn file(Path((version, name)): Path<(String, String)>) -> Response {
    let Some(asset) = assets::find(&version, &name) else { return StatusCode::NOT_FOUND.into_response() };
    let headers =
        [(header::CONTENT_TYPE, asset.content_type), (header::CACHE_CONTROL, asset.cache_control.to_owned())];
    (headers, asset.bytes.into_owned()).into_response()
}
