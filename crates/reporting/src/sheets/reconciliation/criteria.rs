//! Sums over the rows that are of something, by texts that may look like anything.

use std::collections::HashMap;

/// That a column holds the text of a cell, or another.
pub struct Condition {
    /// Index of the column.
    pub column: usize,
    /// The cell, or the text in quotation marks.
    pub is: String,
    /// How the text is told from the others of its column.
    pub by: Telling,
}

/// How a text is told from others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Telling {
    /// Programs that look for it find it alone.
    #[default]
    Plainly,
    /// Programs that look for it take it for a pattern, a comparison or the number that another is, too.
    ByEquality,
    /// Programs take another for equal, too, which differs in capital letters.
    Exactly,
}

/// How each of the texts of a column is told from the others.
pub struct Tellings(HashMap<String, Telling>);

impl Tellings {
    /// Those of these texts, each once or more.
    pub fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut all: HashMap<String, Telling> =
            texts.map(|text| (text.to_owned(), Telling::Plainly)).collect();
        let mut letters: HashMap<String, usize> = HashMap::new();
        let mut numbers: HashMap<String, usize> = HashMap::new();
        for text in all.keys() {
            *letters.entry(text.to_lowercase()).or_default() += 1;
            if let Some(number) = number(text) {
                *numbers.entry(number).or_default() += 1;
            }
        }
        for (text, telling) in &mut all {
            let is_pattern =
                text.is_empty() || text.starts_with(['=', '<', '>']) || text.contains(['*', '?', '~']);
            let is_same_number = number(text).is_some_and(|number| numbers[&number] > 1);
            *telling = match letters[&text.to_lowercase()] {
                2.. => Telling::Exactly,
                _ if is_pattern || is_same_number => Telling::ByEquality,
                _ => Telling::Plainly,
            };
        }
        Self(all)
    }

    /// That of a text.
    pub fn telling(&self, text: &str) -> Telling {
        self.0.get(text).copied().unwrap_or(Telling::Exactly)
    }
}

/// What programs may take a text for: a number, or some day or time.
fn number(text: &str) -> Option<String> {
    match text.trim().parse::<f64>() {
        Ok(number) => Some(number.to_string()),
        Err(_) => text
            .chars()
            .all(|char| char.is_ascii_digit() || "-./: +".contains(char))
            .then(|| "a day or a time".to_owned()),
    }
}

/// The formula that adds up a column over the rows that fulfil all conditions; `range` says where a column stands.
pub fn sum(range: impl Fn(usize) -> String, (added, conditions): (usize, &[Condition])) -> String {
    let added = range(added);
    match conditions.iter().map(|condition| condition.by).max().unwrap_or_default() {
        Telling::Plainly => {
            let told =
                conditions.iter().map(|condition| format!(",{},{}", range(condition.column), condition.is));
            format!("SUMIFS({added}{})", told.collect::<String>())
        }
        Telling::ByEquality | Telling::Exactly => {
            let told = conditions.iter().map(|Condition { column, is, by }| match by {
                Telling::Exactly => format!("EXACT({},{is})*", range(*column)),
                _ => format!("({}={is})*", range(*column)),
            });
            format!("SUMPRODUCT({}{added})", told.collect::<String>())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_programs_mistake_are_compared_one_by_one() {
        let texts = ["SP-1", "0901", "901", "TV*", "=1+1", "Aa", "aA", "1-2", "01-02", "77"];
        let tellings = Tellings::of(texts.into_iter());
        let of =
            |telling| texts.into_iter().filter(|text| tellings.telling(text) == telling).collect::<Vec<_>>();
        assert_eq!(of(Telling::Plainly), ["SP-1", "77"]);
        assert_eq!(of(Telling::ByEquality), ["0901", "901", "TV*", "=1+1", "1-2", "01-02"]);
        assert_eq!(of(Telling::Exactly), ["Aa", "aA"]);
    }

    #[test]
    fn a_sum_by_texts_that_programs_mistake_asks_them_for_no_search() {
        let range = |column: usize| format!("R{column}");
        let condition = |by| Condition { column: 1, is: "A5".into(), by };
        let sum =
            |by| sum(range, (7, &[condition(by), Condition { column: 2, ..condition(Telling::Plainly) }]));
        assert_eq!(sum(Telling::Plainly), "SUMIFS(R7,R1,A5,R2,A5)");
        assert_eq!(sum(Telling::ByEquality), "SUMPRODUCT((R1=A5)*(R2=A5)*R7)");
        assert_eq!(sum(Telling::Exactly), "SUMPRODUCT(EXACT(R1,A5)*(R2=A5)*R7)");
    }
}
