//! Sources of law in the words of a reader's language.

use crate::Language;

/// English phrases of the sources that rules and indicators name, with the German ones, longer before shorter.
const PHRASES: [(&str, &str); 28] = [
    ("Monitoring of the programme, by no legal act", "Monitoring des Programms, ohne Rechtsakt"),
    ("own plausibility check", "eigene Plausibilitätsprüfung"),
    ("DATES III: a person counts once per operation", "DATES III: Eine Person zählt je Vorhaben einmal"),
    (
        "ESF Plus data entry practice: exit data only with stored entry data",
        "Praxis der Dateneingabe im ESF Plus: Austrittsdaten nur zu gespeicherten Eintrittsdaten",
    ),
    ("ESF participant guidance 2014-2020", "Leitfaden zu ESF-Teilnehmenden 2014-2020"),
    ("characteristics as at first entry", "Merkmale wie beim ersten Eintritt"),
    ("exactly one labour-market status at entry", "genau ein Erwerbsstatus bei Eintritt"),
    ("ESF definitions 2014-2020", "ESF-Definitionen 2014-2020"),
    ("full-time students are inactive", "Vollzeitstudierende sind nichterwerbstätig"),
    ("SFC2021 and SFC2014 FAQs", "häufige Fragen in SFC2021 und SFC2014"),
    ("eligible status at entry", "passender Status bei Eintritt"),
    ("Eurostat labour force survey", "Arbeitskräfteerhebung von Eurostat"),
    (
        "employed and unemployed are aged 15 and above",
        "Erwerbstätige und Arbeitslose sind mindestens 15 Jahre alt",
    ),
    ("ESF monitoring guidance 2014-2020", "Leitfaden zum ESF-Monitoring 2014-2020"),
    ("internal consistency", "innere Stimmigkeit"),
    ("SFC2014 FAQ on ESF monitoring 2014-2020", "häufige Fragen zum ESF-Monitoring 2014-2020 in SFC2014"),
    ("SFC2021 FAQ", "häufige Fragen in SFC2021"),
    ("European Commission", "Europäische Kommission"),
    ("total number of participants", "Gesamtzahl der Teilnehmenden"),
    ("all personal data by gender", "alle Angaben zu Personen nach Geschlecht"),
    ("dropped by Regulation", "gestrichen durch die Verordnung"),
    ("Regulation (EU) 1304/2013", "Verordnung (EU) Nr. 1304/2013"),
    ("Regulation", "Verordnung"),
    ("Annex", "Anhang"),
    ("point", "Nummer"),
    ("Art. 17(5)", "Artikel 17 Absatz 5"),
    ("Art.", "Artikel"),
    (" and ", " und "),
];

/// A source that a rule or an indicator names, such as `Regulation (EU) 2021/1057, Annex I, point 1.2`, in a language.
/// What nobody translated stays as it is.
pub fn legal_source(language: Language, source: &str) -> String {
    match language {
        Language::En => source.to_owned(),
        Language::De => PHRASES
            .iter()
            .fold(source.to_owned(), |worded, (english, german)| worded.replace(english, german)),
    }
}

#[cfg(test)]
mod tests {
    use super::legal_source;
    use crate::Language;

    #[test]
    fn a_source_is_told_as_lawyers_of_the_language_write_it() {
        for (english, german) in [
            (
                "Regulation (EU) 2021/1057, Annex I, point 1.2",
                "Verordnung (EU) 2021/1057, Anhang I, Nummer 1.2",
            ),
            (
                "Regulation (EU) 2021/1057, Art. 17(5) and Annex I, point 1.1",
                "Verordnung (EU) 2021/1057, Artikel 17 Absatz 5 und Anhang I, Nummer 1.1",
            ),
            (
                "Regulation (EU) 1304/2013, Annex I, point 1; dropped by Regulation (EU, Euratom) 2018/1046",
                "Verordnung (EU) Nr. 1304/2013, Anhang I, Nummer 1; gestrichen durch die Verordnung (EU, Euratom) 2018/1046",
            ),
            ("Rundschreiben 3/2024", "Rundschreiben 3/2024"),
        ] {
            assert_eq!(legal_source(Language::De, english), german);
            assert_eq!(legal_source(Language::En, english), english);
        }
    }
}
