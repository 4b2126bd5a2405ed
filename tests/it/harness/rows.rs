//! Rows of records: whole by default, and a test says only what it is about.

/// A row of a CSV file: columns by name.
#[derive(Clone, Debug)]
pub struct Row(Vec<(&'static str, String)>);

impl Row {
    /// A row of these cells.
    pub fn of(cells: &[(&'static str, &str)]) -> Self {
        Self(cells.iter().map(|(column, value)| (*column, (*value).to_owned())).collect())
    }

    /// The same row with another value.
    pub fn with(mut self, column: &'static str, value: &str) -> Self {
        self.0.retain(|(name, _)| *name != column);
        self.0.push((column, value.to_owned()));
        self
    }

    /// The same row with an empty cell.
    pub fn without(self, column: &'static str) -> Self {
        self.with(column, "")
    }

    fn cell(&self, column: &str) -> &str {
        self.0.iter().find(|(name, _)| *name == column).map(|(_, value)| value.as_str()).unwrap_or_default()
    }
}

/// A complete participation of an unemployed woman of 40 from outside the EU, who entered on 10 May 2023.
pub fn participation(participant: &str, sub_project: &str) -> Row {
    Row::of(&[
        ("participant", participant),
        ("sub_project", sub_project),
        ("entered_on", "2023-05-10"),
        ("birth_date", "1983-02-01"),
        ("gender", "female"),
        ("employment", "unemployed"),
        ("unemployed_since", "2023-03-01"),
        ("in_education", "no"),
        ("isced", "3"),
        ("citizenships", "UA"),
        ("foreign_background", "yes"),
        ("disability", "no"),
        ("minority", "no"),
        ("housing_exclusion", "no"),
        ("degurba", "1"),
    ])
}

/// The rows as a CSV file with every column that any of them has.
pub fn csv(rows: &[Row]) -> String {
    let mut columns: Vec<&str> = Vec::new();
    for (column, _) in rows.iter().flat_map(|row| &row.0) {
        if !columns.contains(column) {
            columns.push(column);
        }
    }
    let mut text = columns.join(",");
    for row in rows {
        let cells: Vec<_> = columns.iter().map(|column| row.cell(column)).collect();
        text.push('\n');
        text.push_str(&cells.join(","));
    }
    text + "\n"
}
