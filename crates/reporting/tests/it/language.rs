//! What a report says, it says in the language of its reader.

use std::ops::ControlFlow;

use calamine::Data;
use counting::plausibility::RULES;
use counting::{ACTIVITIES, ESF_2014, ESF_PLUS, Profile};
use reporting::{Content, write_report};
use texts::Language;

use crate::opened::{Opened, text};
use crate::sample::{Sample, moment};

fn opened(content: &Content) -> Opened {
    Opened::after(|path| {
        write_report(content, path, &mut |_, _| ControlFlow::Continue(())).expect("a report");
    })
}

fn sample(language: Language) -> Content {
    Sample { language, left_out: 1 }.content()
}

/// The cell beside a term of the cover.
fn on_cover(content: &Content, term: &str) -> Option<String> {
    let mut opened = opened(content);
    let cover = opened.sheet_names().remove(0);
    let rows = opened.rows(&cover);
    rows.iter().find(|row| row[0] == text(term)).map(|row| row[1].to_string())
}

/// Words that no German source of law has.
const ENGLISH: [&str; 17] = [
    "regulation",
    "annex",
    "point",
    "art.",
    "and",
    "of",
    "the",
    "at",
    "on",
    "by",
    "with",
    "commission",
    "guidance",
    "faq",
    "check",
    "participants",
    "dropped",
];

#[test]
fn every_source_of_law_has_german_words() {
    let of_rules = RULES.iter().map(|rule| rule.legal_source);
    let rulebooks = [&ESF_PLUS, &ESF_2014, &ACTIVITIES].into_iter();
    let of_indicators = rulebooks.flat_map(|book| book.indicators).map(|indicator| indicator.legal_source);
    for source in of_rules.chain(of_indicators) {
        let german = texts::legal_source(Language::De, source);
        assert_ne!(german, source);
        for word in german.split([' ', ',', ';', ':', '(', ')']) {
            assert!(!ENGLISH.contains(&word.to_lowercase().as_str()), "{german}: {word}");
        }
    }
}

#[test]
fn indicators_of_the_law_have_names_that_headings_have_room_for() {
    for language in Language::ALL {
        for indicator in [&ESF_PLUS, &ESF_2014].into_iter().flat_map(|book| book.indicators) {
            let key = format!("indicator-short-{}", indicator.code);
            let short = match texts::text(language, &key) {
                short if short != key => short,
                _ if language == Language::De => indicator.name_de.to_owned(),
                _ => indicator.name_en.to_owned(),
            };
            assert!(short.chars().count() <= 36, "{}: {short}", indicator.code);
        }
    }
}

#[test]
fn definitions_name_the_law_in_the_language_of_the_report() {
    for (language, source) in [
        (Language::De, "Verordnung (EU) 2021/1057, Anhang I, Nummer 1.1"),
        (Language::En, "Regulation (EU) 2021/1057, Annex I, point 1.1"),
    ] {
        let mut opened = opened(&sample(language));
        let sheet = opened.sheet_names().pop().expect("the last sheet");
        let rows = opened.rows(&sheet);
        let row = rows.iter().find(|row| row[1] == text("EECO01")).expect("the definition");
        assert_eq!(row[8], text(source));
    }
}

#[test]
fn choices_of_the_profile_are_told_in_words() {
    let changed = [
        ("ltu", "sgb3"),
        ("operation", "network"),
        ("short_advice_hours", "7.5"),
        ("running_operations", "completed_only"),
        ("open_result_window", "closed_only"),
        ("six_months", "within"),
        ("education_result", "any_start"),
        ("target_group", "answers_only"),
    ];
    assert_eq!(changed.len(), Profile::SETTABLE.len());
    let other = changed.iter().try_fold(Profile::default(), |profile, (key, value)| profile.with(key, value));
    for profile in [Profile::default(), other.expect("choices")] {
        for language in Language::ALL {
            let mut content = sample(language);
            content.profile = profile;
            let mut opened = opened(&content);
            let sheet = opened.sheet_names().pop().expect("the last sheet");
            let rows = opened.rows(&sheet);
            for (key, value) in profile.choices().into_iter().skip(1) {
                let name = texts::text(language, &format!("report-rule-{key}"));
                let row = rows.iter().find(|row| row[2] == text(&name)).expect("a definition");
                assert_eq!(row[1], Data::Empty, "no code");
                for said in [&row[3], &row[4]] {
                    let said = said.to_string();
                    assert!(!said.is_empty() && !said.contains('_'), "{said}");
                    assert!(said != *value && !said.starts_with("report-"), "{said}");
                }
            }
        }
    }
}

#[test]
fn the_funding_line_of_every_real_period_has_english_words() {
    let data = include_str!("../../../domain/data/funding_periods.json");
    let value = |line: &str, key: &str| {
        let (_, rest) = line.split_once(&format!("\"{key}\": \""))?;
        Some(rest.trim_end().trim_end_matches(',').trim_end_matches('"').to_owned())
    };
    let codes = data.lines().filter_map(|line| value(line, "code"));
    let lines: Vec<_> = data.lines().filter_map(|line| value(line, "funder_line")).collect();
    let periods: Vec<_> = codes.filter(|code| code.contains("-20")).zip(&lines).collect();
    assert_eq!((periods.len(), lines.len()), (6, 6), "{periods:?}");
    for (code, line) in periods {
        let with = |language| {
            let mut content = sample(language);
            content.period.code = code.clone();
            content.period.funder_line = line.clone();
            content
        };
        assert_eq!(on_cover(&with(Language::De), "Förderung").as_ref(), Some(line));
        let english = on_cover(&with(Language::En), "Funding").expect("a line");
        for word in ["durch", "und", "gefördert", "Förderprogramm", "von", "für"] {
            assert!(!english.split(' ').any(|one| one.starts_with(word)), "{code}: {english}");
        }
        assert_eq!(
            line.starts_with("Kofinanziert von der Europäischen Union."),
            english.starts_with("Co-funded by the European Union.")
        );
    }
}

#[test]
fn a_period_that_is_new_keeps_its_line_below_what_the_union_demands() {
    let mut content = sample(Language::En);
    content.period.code = "IQ-2029".into();
    content.period.funder_line = "Gefördert aus ESF-Plus-Mitteln.".into();
    assert_eq!(
        on_cover(&content, "Funding").as_deref(),
        Some("Co-funded by the European Union. Gefördert aus ESF-Plus-Mitteln.")
    );
}

#[test]
fn the_cover_says_when_not_all_of_the_cut_off_day_was_known() {
    for (known_at, is_early) in
        [("2025-11-30T12:00:00Z", true), ("2025-12-31T23:59:59Z", true), ("2026-01-01T00:00:00Z", false)]
    {
        for (language, term, words) in [
            (Language::De, "Hinweis", "Der Kenntnisstand liegt vor dem Ende des Stichtags"),
            (Language::En, "Remark", "The moment of knowledge lies before the end of the cut-off day"),
        ] {
            let mut content = sample(language);
            content.known_at = moment(known_at);
            let said = on_cover(&content, term).map(|said| said.starts_with(words));
            assert_eq!(said, is_early.then_some(true), "{known_at}");
        }
    }
}

/// Codes that programs know things by, which nobody reads.
fn is_code(text: &str) -> bool {
    let is_part = |part: &str| part.chars().all(|char| char.is_ascii_uppercase() || char.is_ascii_digit());
    text.contains('_') && text.split(' ').any(|word| word.contains('_') && word.split('_').all(is_part))
        || ACTIVITIES.indicators.iter().any(|indicator| indicator.code == text)
}

#[test]
fn no_cell_shows_a_code_where_words_are_expected() {
    for language in Language::ALL {
        let mut opened = opened(&sample(language));
        for sheet in opened.sheet_names() {
            for cell in opened.rows(&sheet).into_iter().flatten() {
                assert!(!is_code(&cell.to_string()), "{sheet}: {cell}");
            }
        }
    }
    assert!(is_code("CONTACTS") && is_code("ESF_PLUS_2021") && !is_code("EECO01"));
}

#[test]
fn indicators_about_entities_name_what_they_count() {
    for (language, words) in
        [(Language::De, ["Einrichtungen", "Unternehmen"]), (Language::En, ["Entities", "Enterprises"])]
    {
        let mut opened = opened(&sample(language));
        let sheet = opened.sheet_names().remove(1);
        let rows = opened.rows(&sheet);
        let unit = |code: &str| rows.iter().find(|row| row[4] == text(code)).expect("the row")[7].to_string();
        assert_eq!(["EECO18", "EECO19"].map(unit), words);
    }
}
