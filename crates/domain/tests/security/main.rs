//! Accounts, rights, tokens, sessions and the audit log, on a database of their own.

mod accounts;
mod audit_chain;
mod grants;
mod sessions;
mod sign_in;
mod tokens;
mod world;
