//! How many lines a text takes.

/// Letters that take the room of a hundred digits in German and English words.
const LETTERS_PER_100_DIGITS: u16 = 120;
/// Digits' worth of room that the margins of a cell take.
const MARGINS: u16 = 2;

/// Lines that words broken at blanks take in a column as wide as `width` digits.
///
/// Programs differ in whether they fit row heights to broken text by themselves, so heights are set.
pub fn lines_needed(text: &str, width: u16) -> u32 {
    let letters = usize::from(width.saturating_sub(MARGINS) * LETTERS_PER_100_DIGITS / 100);
    text.lines().map(|paragraph| lines_of_paragraph(paragraph, letters.max(1))).sum::<u32>().max(1)
}

fn lines_of_paragraph(paragraph: &str, width: usize) -> u32 {
    let mut lines = 1;
    let mut used = 0;
    for word in paragraph.split_whitespace() {
        let length = word.chars().count();
        let needed = if used == 0 { length } else { used + 1 + length };
        used = needed;
        if needed > width && needed > length {
            lines += 1;
            used = length;
        }
        while used > width {
            lines += 1;
            used -= width;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::lines_needed;

    #[test]
    fn words_that_do_not_fit_go_to_the_next_line() {
        for (text, width, lines) in [
            ("", 10, 1),
            ("one", 10, 1),
            ("one two three", 13, 1),
            ("one two three", 12, 2),
            ("one\ntwo", 10, 2),
            ("Donaudampfschifffahrt", 10, 3),
            ("an Donaudampfschifffahrt", 10, 4),
        ] {
            assert_eq!(lines_needed(text, width), lines, "{text:?} in {width}");
        }
    }
}
