//! The demonstration network: real structure, generated people.
