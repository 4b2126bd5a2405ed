//! CR01 to CR09: what came of taking part.

use super::{IMMEDIATE, LONGER_TERM, is_above_54, is_disadvantaged};
use crate::Indicator;
use crate::condition::Condition::{SixMonthsLater, UponLeaving};
use crate::condition::{Verdict, improves_later, learns, qualifies, searches, works, works_later};
use crate::entry::Entry;
use crate::leaving::Leaving;

pub(super) const IMMEDIATE_RESULTS: [Indicator; 5] = [
    Indicator {
        code: "CR01",
        bit: 25,
        name_de: "Nichterwerbstätige Teilnehmende, die nach ihrer Teilnahme auf Arbeitsuche sind",
        name_en: "Inactive participants engaged in job searching upon leaving",
        definition_de: "Bei Eintritt nichterwerbstätig; der letzte Arbeitsmarktstatus bis Tag 28 ist arbeitslos oder arbeitsuchend.",
        definition_en: "Inactive at entry; the last labour-market status up to day 28 is unemployed or looking for work.",
        eligible_de: "Nichterwerbstätige",
        eligible_en: "Inactive",
        condition: UponLeaving(searches),
        ..IMMEDIATE
    },
    Indicator {
        code: "CR02",
        bit: 26,
        name_de: "Teilnehmende, die nach ihrer Teilnahme eine schulische oder berufliche Bildung absolvieren",
        name_en: "Participants in education or training upon leaving",
        definition_de: "Bei Eintritt in keiner Bildung; Beginn einer schulischen oder beruflichen Bildung bis Tag 28.",
        definition_en: "In no education at entry; starts education or training up to day 28.",
        eligible_de: "Teilnehmende, die bei Eintritt in keiner Bildung sind",
        eligible_en: "Participants in no education at entry",
        condition: UponLeaving(learns),
        ..IMMEDIATE
    },
    Indicator {
        code: "CR03",
        bit: 27,
        name_de: "Teilnehmende, die nach ihrer Teilnahme eine Qualifizierung erlangen",
        name_en: "Participants gaining a qualification upon leaving",
        definition_de: "Bestandene Prüfung durch eine zuständige Stelle vom Eintritt bis Tag 28; Anwesenheit genügt nicht.",
        definition_en: "Assessment passed before a competent body between entry and day 28; attendance is not enough.",
        condition: UponLeaving(qualifies),
        ..IMMEDIATE
    },
    Indicator {
        code: "CR04",
        bit: 28,
        name_de: "Teilnehmende, die nach ihrer Teilnahme einen Arbeitsplatz haben, einschließlich Selbstständiger",
        name_en: "Participants in employment, including self-employment, upon leaving",
        definition_de: "Bei Eintritt ohne Arbeit; der letzte Arbeitsmarktstatus bis Tag 28 ist erwerbstätig.",
        definition_en: "Without work at entry; the last labour-market status up to day 28 is employed.",
        eligible_de: "Arbeitslose und Nichterwerbstätige",
        eligible_en: "Unemployed and inactive",
        condition: UponLeaving(works),
        ..IMMEDIATE
    },
    Indicator {
        code: "CR05",
        bit: 29,
        name_de: "Benachteiligte Teilnehmende, die nach ihrer Teilnahme auf Arbeitsuche sind, eine Bildung absolvieren, eine Qualifizierung erlangen oder einen Arbeitsplatz haben",
        name_en: "Disadvantaged participants engaged in job searching, education or training, gaining a qualification, or in employment upon leaving",
        definition_de: "Zählt bei CO15, CO16, CO17 oder CO18 und bei wenigstens einem von CR01 bis CR04; je Person einmal.",
        definition_en: "Counts for CO15, CO16, CO17 or CO18 and for at least one of CR01 to CR04; each person once.",
        eligible_de: "Benachteiligte (CO15 bis CO18)",
        eligible_en: "Disadvantaged (CO15 to CO18)",
        condition: UponLeaving(|entry, leaving| is_disadvantaged(entry).min(has_any_result(entry, leaving))),
        ..IMMEDIATE
    },
];

pub(super) const LONGER_TERM_RESULTS: [Indicator; 4] = [
    Indicator {
        code: "CR06",
        bit: 30,
        name_de: "Teilnehmende, die sechs Monate nach ihrer Teilnahme einen Arbeitsplatz haben, einschließlich Selbstständiger",
        name_en: "Participants in employment, including self-employment, six months after leaving",
        definition_de: "Bei Eintritt ohne Arbeit; nach sechs Monaten laut Befragung erwerbstätig.",
        definition_en: "Without work at entry; employed after six months, as surveyed.",
        eligible_de: "Arbeitslose und Nichterwerbstätige",
        eligible_en: "Unemployed and inactive",
        condition: SixMonthsLater(works_later),
        ..LONGER_TERM
    },
    Indicator {
        code: "CR07",
        bit: 31,
        name_de: "Teilnehmende, deren Lage auf dem Arbeitsmarkt sich sechs Monate nach ihrer Teilnahme verbessert hat",
        name_en: "Participants with an improved labour-market situation six months after leaving",
        definition_de: "Bei Eintritt erwerbstätig; nach sechs Monaten sicherer, voller oder höher qualifiziert beschäftigt oder befördert; mehr Lohn allein genügt nicht.",
        definition_en: "Employed at entry; after six months in a more stable, fuller or more skilled job or promoted; higher pay alone is not enough.",
        eligible_de: "Erwerbstätige",
        eligible_en: "Employed",
        condition: SixMonthsLater(improves_later),
        ..LONGER_TERM
    },
    Indicator {
        code: "CR08",
        bit: 32,
        name_de: "Über 54-jährige Teilnehmende, die sechs Monate nach ihrer Teilnahme einen Arbeitsplatz haben, einschließlich Selbstständiger",
        name_en: "Participants above 54 years of age in employment, including self-employment, six months after leaving",
        definition_de: "Bei Eintritt mindestens 55 vollendete Lebensjahre und ohne Arbeit; nach sechs Monaten laut Befragung erwerbstätig.",
        definition_en: "At least 55 completed years of age and without work at entry; employed after six months, as surveyed.",
        eligible_de: "Arbeitslose und Nichterwerbstätige über 54 Jahren",
        eligible_en: "Unemployed and inactive above 54 years of age",
        condition: SixMonthsLater(|entry, later| is_above_54(entry).min(works_later(entry, later))),
        ..LONGER_TERM
    },
    Indicator {
        code: "CR09",
        bit: 33,
        name_de: "Benachteiligte Teilnehmende, die sechs Monate nach ihrer Teilnahme einen Arbeitsplatz haben, einschließlich Selbstständiger",
        name_en: "Disadvantaged participants in employment, including self-employment, six months after leaving",
        definition_de: "Zählt bei CO15, CO16, CO17 oder CO18 und bei CR06.",
        definition_en: "Counts for CO15, CO16, CO17 or CO18 and for CR06.",
        eligible_de: "Benachteiligte (CO15 bis CO18) ohne Arbeit bei Eintritt",
        eligible_en: "Disadvantaged (CO15 to CO18) without work at entry",
        condition: SixMonthsLater(|entry, later| is_disadvantaged(entry).min(works_later(entry, later))),
        ..LONGER_TERM
    },
];

fn has_any_result(entry: &Entry<'_>, leaving: &Leaving) -> Verdict {
    searches(entry, leaving)
        .max(learns(entry, leaving))
        .max(qualifies(entry, leaving))
        .max(works(entry, leaving))
}
