//! Data in and out: the kinds of records, their columns, import and export.
