//! The GraphQL workbench.

use askama::Template;

use super::layout::Page;

/// The workbench, `GET /graphql` for a browser.
///
/// The editor writes style elements and attributes while it runs, so this page alone needs
/// `style-src 'self' 'unsafe-inline'` and `worker-src 'self'`; scripts stay under `script-src 'self'`.
#[derive(Clone, Debug, Template)]
#[template(path = "graphiql.html")]
pub struct GraphiQl {
    /// The frame.
    pub page: Page,
    /// Where queries go, e.g. `/graphql`.
    pub endpoint: String,
    /// Headers sent with each query, as a JSON object, e.g. `{"x-csrf-token":"…"}`.
    pub headers: String,
}
