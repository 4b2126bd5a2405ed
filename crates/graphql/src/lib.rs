//! The API: types, resolvers, limits.
