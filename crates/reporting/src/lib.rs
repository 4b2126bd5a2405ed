//! Sheets as plain tables, tables as workbooks.
