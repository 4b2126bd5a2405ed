//! The network's own data files and their way into the database.
