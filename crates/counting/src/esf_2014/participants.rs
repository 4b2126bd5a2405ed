//! CO01 to CO14 and the totals: participants by status, age, education and household.

use Employment::{Employed, Inactive, Unemployed};
use Isced::{Doctorate, LowerSecondary, PostSecondary, Primary, ShortCycleTertiary, UpperSecondary};

use super::{PARTICIPANTS, is_above_54};
use crate::condition::Condition::{AtEntry, Everyone};
use crate::condition::Verdict;
use crate::{Employment, Group, Indicator, Isced};

pub(super) const BY_STATUS_AND_AGE: [Indicator; 8] = [
    Indicator {
        code: "CO01",
        bit: 0,
        name_de: "Arbeitslose, auch Langzeitarbeitslose",
        name_en: "Unemployed, including long-term unemployed",
        definition_de: "Bei Eintritt ohne Arbeit, verfügbar und auf Arbeitsuche.",
        definition_en: "Without work, available and looking for work at entry.",
        condition: AtEntry(|entry| entry.is(Unemployed)),
        ..PARTICIPANTS
    },
    Indicator {
        code: "CO02",
        bit: 1,
        name_de: "Langzeitarbeitslose",
        name_en: "Long-term unemployed",
        definition_de: "Arbeitslose, deren Arbeitslosigkeit lang genug dauert; welche Regel gilt, sagt das Zählprofil. Wessen Dauer unbekannt ist, zählt nicht.",
        definition_en: "Unemployed for long enough by the rule that the counting profile names. Those whose duration is unknown do not count.",
        eligible_de: "Arbeitslose",
        eligible_en: "Unemployed",
        condition: AtEntry(|entry| entry.knows_duration().min(entry.is_long_term_unemployed())),
        ..PARTICIPANTS
    },
    Indicator {
        code: "CO03",
        bit: 2,
        name_de: "Nichterwerbstätige",
        name_en: "Inactive",
        definition_de: "Bei Eintritt weder erwerbstätig noch arbeitslos, auch Vollzeitstudierende.",
        definition_en: "Neither employed nor unemployed at entry, full-time students included.",
        condition: AtEntry(|entry| entry.is(Inactive)),
        ..PARTICIPANTS
    },
    Indicator {
        code: "CO04",
        bit: 3,
        name_de: "Nichterwerbstätige, die keine schulische oder berufliche Bildung absolvieren",
        name_en: "Inactive, not in education or training",
        definition_de: "Bei Eintritt nichterwerbstätig und nach eigener Angabe in keiner Bildung.",
        definition_en: "Inactive at entry and, as answered, in no education or training.",
        eligible_de: "Nichterwerbstätige",
        eligible_en: "Inactive",
        condition: AtEntry(|entry| entry.is(Inactive).min(entry.is_outside_education())),
        ..PARTICIPANTS
    },
    Indicator {
        code: "CO05",
        bit: 4,
        name_de: "Erwerbstätige, auch Selbstständige",
        name_en: "Employed, including self-employed",
        definition_de: "Bei Eintritt in Arbeit oder selbstständig.",
        definition_en: "In work or self-employed at entry.",
        condition: AtEntry(|entry| entry.is(Employed)),
        ..PARTICIPANTS
    },
    Indicator {
        code: "CO06",
        bit: 5,
        name_de: "Unter 25-Jährige",
        name_en: "Below 25 years of age",
        definition_de: "Bei Eintritt höchstens 24 vollendete Lebensjahre.",
        definition_en: "At most 24 completed years of age at entry.",
        condition: AtEntry(|entry| entry.is_aged(0..=24)),
        ..PARTICIPANTS
    },
    Indicator {
        code: "CO07",
        bit: 6,
        name_de: "Über 54-Jährige",
        name_en: "Above 54 years of age",
        definition_de: "Bei Eintritt mindestens 55 vollendete Lebensjahre.",
        definition_en: "At least 55 completed years of age at entry.",
        condition: AtEntry(is_above_54),
        ..PARTICIPANTS
    },
    Indicator {
        code: "CO08",
        bit: 7,
        name_de: "Über 54-Jährige, die arbeitslos sind, oder nichterwerbstätig und in keiner schulischen oder beruflichen Bildung",
        name_en: "Above 54 years of age who are unemployed, or inactive and not in education or training",
        definition_de: "Bei Eintritt mindestens 55 vollendete Lebensjahre und entweder arbeitslos oder nichterwerbstätig und nach eigener Angabe in keiner Bildung.",
        definition_en: "At least 55 completed years of age at entry and either unemployed, or inactive and, as answered, in no education or training.",
        eligible_de: "Über 54-Jährige",
        eligible_en: "Those above 54 years of age",
        condition: AtEntry(|entry| {
            let idle = entry.is(Inactive).min(entry.is_outside_education());
            is_above_54(entry).min(entry.is(Unemployed).max(idle))
        }),
        ..PARTICIPANTS
    },
];

pub(super) const BY_EDUCATION: [Indicator; 3] = [
    Indicator {
        code: "CO09",
        bit: 8,
        name_de: "Grundbildung oder Sekundarbildung Unterstufe (ISCED 1-2)",
        name_en: "Primary or lower secondary education (ISCED 1-2)",
        definition_de: "Höchster Abschluss bei Eintritt auf ISCED-Stufe 1 oder 2. Stufe 0 hat keinen Indikator.",
        definition_en: "Highest completed education at entry on ISCED level 1 or 2. Level 0 has no indicator.",
        condition: AtEntry(|entry| entry.has_education(Primary..=LowerSecondary)),
        ..PARTICIPANTS
    },
    Indicator {
        code: "CO10",
        bit: 9,
        name_de: "Sekundarbildung Oberstufe (ISCED 3) oder postsekundäre Bildung (ISCED 4)",
        name_en: "Upper secondary (ISCED 3) or post-secondary education (ISCED 4)",
        definition_de: "Höchster Abschluss bei Eintritt auf ISCED-Stufe 3 oder 4.",
        definition_en: "Highest completed education at entry on ISCED level 3 or 4.",
        condition: AtEntry(|entry| entry.has_education(UpperSecondary..=PostSecondary)),
        ..PARTICIPANTS
    },
    Indicator {
        code: "CO11",
        bit: 10,
        name_de: "Tertiäre Bildung (ISCED 5-8)",
        name_en: "Tertiary education (ISCED 5-8)",
        definition_de: "Höchster Abschluss bei Eintritt auf ISCED-Stufe 5 bis 8.",
        definition_en: "Highest completed education at entry on ISCED level 5 to 8.",
        condition: AtEntry(|entry| entry.has_education(ShortCycleTertiary..=Doctorate)),
        ..PARTICIPANTS
    },
];

pub(super) const BY_HOUSEHOLD: [Indicator; 3] = [
    Indicator {
        code: "CO12",
        bit: 11,
        name_de: "Teilnehmende, die in Erwerbslosenhaushalten leben",
        name_en: "Participants who live in jobless households",
        ..HOUSEHOLDS
    },
    Indicator {
        code: "CO13",
        bit: 12,
        name_de: "Teilnehmende, die in Erwerbslosenhaushalten mit unterhaltsberechtigten Kindern leben",
        name_en: "Participants who live in jobless households with dependent children",
        ..HOUSEHOLDS
    },
    Indicator {
        code: "CO14",
        bit: 13,
        name_de: "Teilnehmende, die in einem Haushalt mit einer einzelnen erwachsenen Person und unterhaltsberechtigten Kindern leben",
        name_en: "Participants who live in a single adult household with dependent children",
        ..HOUSEHOLDS
    },
];

const HOUSEHOLDS: Indicator = Indicator {
    definition_de: "Zählt niemanden: Angaben zum Haushalt werden nicht mehr erhoben.",
    definition_en: "Counts nobody: data on households are no longer collected.",
    eligible_de: "Niemand",
    eligible_en: "Nobody",
    legal_source: "Regulation (EU) 1304/2013, Annex I, point 1; dropped by Regulation (EU, Euratom) 2018/1046",
    ..PARTICIPANTS
};

pub(super) const TOTALS: [Indicator; 2] = [
    Indicator {
        code: "CO_TOTAL",
        bit: 23,
        name_de: "Teilnehmende insgesamt",
        name_en: "Total number of participants",
        definition_de: "CO01 + CO03 + CO05: Jede Person mit vollständigen Angaben zählt je Vorhaben einmal, ab dem ersten Eintritt.",
        definition_en: "CO01 + CO03 + CO05: each person with complete data counts once per operation, from the first entry on.",
        condition: AtEntry(has_status),
        ..PARTICIPANTS
    },
    Indicator {
        code: "CO_GRAND_TOTAL",
        bit: 24,
        group: Group::GrandTotal,
        name_de: "Gesamtzahl der Teilnehmenden, auch mit unvollständigen Angaben",
        name_en: "Grand total of participants, incomplete records included",
        definition_de: "Jede Person zählt je Vorhaben einmal, ab dem ersten Eintritt, auch wenn Angaben fehlen. Wessen Geschlecht keine Spalte hat, steht nur in der Summe.",
        definition_en: "Each person counts once per operation, from the first entry on, even when data are missing. Those whose gender has no column stand in the total alone.",
        eligible_de: "Alle Teilnehmenden",
        eligible_en: "All participants",
        condition: Everyone,
        ..PARTICIPANTS
    },
];

fn has_status(entry: &crate::entry::Entry<'_>) -> Verdict {
    entry.is(Unemployed).max(entry.is(Inactive)).max(entry.is(Employed))
}
