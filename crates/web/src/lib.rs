//! HTTP: GraphQL, pages, downloads, sessions.
