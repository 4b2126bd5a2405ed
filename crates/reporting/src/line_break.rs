//! How many lines a text takes.

/// Letters that take the room of a hundred digits in German and English words.
const LETTERS_PER_100_DIGITS: u32 = 112;
/// Digits' worth of room that the margins of a cell take.
const MARGINS: u32 = 2;

/// Lines that words broken at blanks take in a column as wide as `width` digits.
///
/// Programs differ in whether they fit row heights to broken text by themselves, so heights are set.
pub fn lines_needed(text: &str, width: u16) -> u32 {
    lines_of(text, u32::from(width)).len().max(1) as u32
}

/// The lines of a text whose words are broken at blanks in a place as wide as `width` digits.
pub fn lines_of(text: &str, width: u32) -> Vec<String> {
    wrapped(text, letters(width))
}

/// Letters on a line of a place as wide as `width` digits.
pub fn letters(width: u32) -> usize {
    (width.saturating_sub(MARGINS) * LETTERS_PER_100_DIGITS / 100).max(1) as usize
}

/// The lines of a text whose words are broken at blanks, each of so many letters at most.
pub fn wrapped(text: &str, letters: usize) -> Vec<String> {
    text.lines().flat_map(|paragraph| lines_of_paragraph(paragraph, letters * LETTER)).collect()
}

/// Hundredths of a usual letter that a text takes on a line.
pub fn length(text: &str) -> usize {
    text.chars().map(room).sum()
}

/// A usual letter, in hundredths.
const LETTER: usize = 100;

/// Hundredths of a usual letter that a letter takes: codes of capitals and digits are wider than words.
const fn room(letter: char) -> usize {
    match letter {
        'A'..='Z' => 135,
        '0'..='9' => 112,
        _ => LETTER,
    }
}

fn lines_of_paragraph(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in paragraph.split_whitespace() {
        if used > 0 && used + LETTER + length(word) > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += LETTER;
        }
        for letter in word.chars() {
            if used > 0 && used + room(letter) > width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(letter);
            used += room(letter);
        }
    }
    lines.push(line);
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
            ("one two three", 14, 1),
            ("one two three", 13, 2),
            ("one\ntwo", 10, 2),
            ("Donaudampfschifffahrt", 10, 3),
            ("an Donaudampfschifffahrt", 10, 4),
            ("EECO01, EECO04, EECO09, EECO13, EECO14", 40, 2),
            ("in Arbeit, auf der Suche, in der Ferne", 40, 1),
        ] {
            assert_eq!(lines_needed(text, width), lines, "{text:?} in {width}");
        }
    }
}
