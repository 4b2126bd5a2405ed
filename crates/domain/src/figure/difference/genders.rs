//! What differs in the gender columns, in words: a total may stay as it is while they do not.

use counting::Gender;
use texts::Language;

use super::{Change, Count, FigureDifference};

impl FigureDifference {
    /// What a cause changed among women, men and non-binary people; nothing of each for indicators about entities.
    pub fn genders_of(&self, change: Change) -> [Option<i64>; 3] {
        change.by_gender().map(|(_, by)| self.to.genders.map(|_| by))
    }
}

impl Count {
    /// The gender columns; none for indicators about entities.
    pub fn by_gender(self) -> Option<[(Gender, u64); 3]> {
        let genders = self.genders?;
        Some([
            (Gender::Female, genders.women),
            (Gender::Male, genders.men),
            (Gender::NonBinary, genders.non_binary),
        ])
    }

    /// The gender columns that differ from those of another count with the same total, such as `Frauen 3, Männer 2`; none
    /// where none does, or where the totals differ.
    pub fn genders_unlike(self, other: Self, language: Language) -> Option<String> {
        if self.total != other.total {
            return None;
        }
        let columns = self.by_gender()?.into_iter().zip(other.by_gender()?);
        let unlike = columns.filter(|(own, other)| own != other).map(|(own, _)| own);
        let told = unlike.map(|(gender, count)| (gender, texts::integer(language, count.cast_signed())));
        in_words(language, told)
    }
}

impl Change {
    /// The gender columns.
    fn by_gender(self) -> [(Gender, i64); 3] {
        [(Gender::Female, self.women), (Gender::Male, self.men), (Gender::NonBinary, self.non_binary)]
    }

    /// What each gender column gained or lost, such as `Frauen −1, Männer +1`; none where none did.
    pub fn genders_in_words(self, language: Language) -> Option<String> {
        let changed = self.by_gender().into_iter().filter(|(_, by)| *by != 0);
        in_words(language, changed.map(|(gender, by)| (gender, texts::signed(language, by))))
    }
}

/// Gender columns with what is said of each; none without any.
fn in_words(language: Language, columns: impl Iterator<Item = (Gender, String)>) -> Option<String> {
    let name = |gender: Gender| texts::text(language, &format!("report-gender-{}", gender.as_str()));
    let told: Vec<_> = columns.map(|(gender, said)| format!("{} {said}", name(gender))).collect();
    (!told.is_empty()).then(|| told.join(", "))
}

#[cfg(test)]
mod tests {
    use texts::Language::{De, En};

    use super::{Change, Count};
    use crate::figure::Genders;

    #[test]
    fn a_total_that_stays_hides_no_gender() {
        let change = Change { women: -1, men: 1, non_binary: 0, total: 0 };
        assert_eq!(change.genders_in_words(De).as_deref(), Some("Frauen −1, Männer +1"));
        assert_eq!(Change { total: 3, ..Change::default() }.genders_in_words(En), None);

        let count = |women, men| Count {
            genders: Some(Genders { women, men, non_binary: 2 }),
            total: women + men + 2,
        };
        assert_eq!(count(3, 1).genders_unlike(count(2, 2), De).as_deref(), Some("Frauen 3, Männer 1"));
        assert_eq!(count(3, 1).genders_unlike(count(3, 1), De), None);
        assert_eq!(count(3, 1).genders_unlike(count(3, 2), De), None);
    }
}
