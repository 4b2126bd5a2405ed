//! ESF Plus 2021-27: the common indicators of Annex I of Regulation (EU) 2021/1057.
//!
//! An indicator is one entry of [`INDICATORS`]. What a group has in common stands in its base.

use Employment::{Employed, Inactive, Unemployed};
use Isced::{Doctorate, LessThanPrimary, LowerSecondary, PostSecondary, ShortCycleTertiary, UpperSecondary};

use crate::condition::Condition::{AtEntry, Entity, SixMonthsLater, UponLeaving};
use crate::condition::{Verdict, improves_later, learns, qualifies, searches, works, works_later};
use crate::plausibility::ESF_PLUS_BALANCES;
use crate::{Employment, EntityKind, Gender, Group, Indicator, Isced, Rulebook};

/// The common indicators of the ESF Plus 2021-27.
pub static ESF_PLUS: Rulebook = Rulebook {
    code: "ESF_PLUS_2021",
    name: "ESF Plus 2021-2027",
    genders: &[Gender::Female, Gender::Male, Gender::NonBinary],
    needs_unemployment_duration: true,
    indicators: &INDICATORS,
    balances: &ESF_PLUS_BALANCES,
};

static INDICATORS: [Indicator; 25] = [
    Indicator {
        code: "EECO01",
        bit: 0,
        name_de: "Gesamtzahl der Teilnehmenden",
        name_en: "Total number of participants",
        definition_de: "Jede Person zählt je Vorhaben einmal, ab dem ersten Eintritt.",
        definition_en: "Each person counts once per operation, from the first entry on.",
        condition: AtEntry(|_| Verdict::Yes),
        ..PARTICIPANTS
    },
    Indicator {
        code: "EECO02",
        bit: 1,
        name_de: "Arbeitslose, auch Langzeitarbeitslose",
        name_en: "Unemployed, including long-term unemployed",
        definition_de: "Bei Eintritt ohne Arbeit, verfügbar und auf Arbeitsuche.",
        definition_en: "Without work, available and looking for work at entry.",
        condition: AtEntry(|entry| entry.is(Unemployed)),
        ..PARTICIPANTS
    },
    Indicator {
        code: "EECO03",
        bit: 2,
        name_de: "Langzeitarbeitslose",
        name_en: "Long-term unemployed",
        definition_de: "Arbeitslose, deren Arbeitslosigkeit lang genug dauert; welche Regel gilt, sagt das Zählprofil.",
        definition_en: "Unemployed for long enough by the rule that the counting profile names.",
        eligible_de: "Arbeitslose",
        eligible_en: "Unemployed",
        condition: AtEntry(|entry| entry.is_long_term_unemployed()),
        ..PARTICIPANTS
    },
    Indicator {
        code: "EECO04",
        bit: 3,
        name_de: "Nichterwerbstätige",
        name_en: "Inactive",
        definition_de: "Bei Eintritt weder erwerbstätig noch arbeitslos, auch Vollzeitstudierende.",
        definition_en: "Neither employed nor unemployed at entry, full-time students included.",
        condition: AtEntry(|entry| entry.is(Inactive)),
        ..PARTICIPANTS
    },
    Indicator {
        code: "EECO05",
        bit: 4,
        name_de: "Erwerbstätige, auch Selbstständige",
        name_en: "Employed, including self-employed",
        definition_de: "Bei Eintritt in Arbeit oder selbstständig.",
        definition_en: "In work or self-employed at entry.",
        condition: AtEntry(|entry| entry.is(Employed)),
        ..PARTICIPANTS
    },
    Indicator {
        code: "EECO06",
        bit: 5,
        name_de: "Kinder unter 18 Jahren",
        name_en: "Children under 18",
        definition_de: "Bei Eintritt höchstens 17 vollendete Lebensjahre.",
        definition_en: "At most 17 completed years of age at entry.",
        condition: AtEntry(|entry| entry.is_aged(0..=17)),
        ..PARTICIPANTS
    },
    Indicator {
        code: "EECO07",
        bit: 6,
        name_de: "Junge Menschen im Alter von 18 bis 29 Jahren",
        name_en: "Young people aged 18 to 29",
        definition_de: "Bei Eintritt 18 bis 29 vollendete Lebensjahre.",
        definition_en: "18 to 29 completed years of age at entry.",
        condition: AtEntry(|entry| entry.is_aged(18..=29)),
        ..PARTICIPANTS
    },
    Indicator {
        code: "EECO08",
        bit: 7,
        name_de: "Teilnehmende ab 55 Jahren",
        name_en: "Participants aged 55 and above",
        definition_de: "Bei Eintritt mindestens 55 vollendete Lebensjahre.",
        definition_en: "At least 55 completed years of age at entry.",
        condition: AtEntry(|entry| entry.is_aged(55..=u32::MAX)),
        ..PARTICIPANTS
    },
    Indicator {
        code: "EECO09",
        bit: 8,
        name_de: "Höchstens Sekundarbildung Unterstufe (ISCED 0-2)",
        name_en: "Lower secondary education or less (ISCED 0-2)",
        definition_de: "Höchster Abschluss bei Eintritt auf ISCED-Stufe 0, 1 oder 2.",
        definition_en: "Highest completed education at entry on ISCED level 0, 1 or 2.",
        condition: AtEntry(|entry| entry.has_education(LessThanPrimary..=LowerSecondary)),
        ..PARTICIPANTS
    },
    Indicator {
        code: "EECO10",
        bit: 9,
        name_de: "Sekundarbildung Oberstufe (ISCED 3) oder postsekundäre Bildung (ISCED 4)",
        name_en: "Upper secondary (ISCED 3) or post-secondary education (ISCED 4)",
        definition_de: "Höchster Abschluss bei Eintritt auf ISCED-Stufe 3 oder 4.",
        definition_en: "Highest completed education at entry on ISCED level 3 or 4.",
        condition: AtEntry(|entry| entry.has_education(UpperSecondary..=PostSecondary)),
        ..PARTICIPANTS
    },
    Indicator {
        code: "EECO11",
        bit: 10,
        name_de: "Tertiäre Bildung (ISCED 5-8)",
        name_en: "Tertiary education (ISCED 5-8)",
        definition_de: "Höchster Abschluss bei Eintritt auf ISCED-Stufe 5 bis 8.",
        definition_en: "Highest completed education at entry on ISCED level 5 to 8.",
        condition: AtEntry(|entry| entry.has_education(ShortCycleTertiary..=Doctorate)),
        ..PARTICIPANTS
    },
    Indicator {
        code: "EECO12",
        bit: 11,
        name_de: "Teilnehmende mit Behinderungen",
        name_en: "Participants with disabilities",
        definition_de: "Behinderung nach nationaler Definition, auf Nachfrage bejaht.",
        definition_en: "Disability by the national definition, affirmed when asked.",
        condition: AtEntry(|entry| entry.has_disability()),
        ..VOLUNTARY
    },
    Indicator {
        code: "EECO13",
        bit: 12,
        name_de: "Drittstaatsangehörige",
        name_en: "Third-country nationals",
        definition_de: "Keine Staatsangehörigkeit eines EU-Mitgliedstaats, auch staatenlos oder ungeklärt.",
        definition_en: "No citizenship of an EU member state; stateless and undetermined included.",
        condition: AtEntry(|entry| entry.is_third_country_national()),
        ..VOLUNTARY
    },
    Indicator {
        code: "EECO14",
        bit: 13,
        name_de: "Teilnehmende ausländischer Herkunft",
        name_en: "Participants with a foreign background",
        definition_de: "Ausländische Herkunft nach nationaler Definition, auf Nachfrage bejaht.",
        definition_en: "Foreign background by the national definition, affirmed when asked.",
        condition: AtEntry(|entry| entry.has_foreign_background()),
        ..VOLUNTARY
    },
    Indicator {
        code: "EECO15",
        bit: 14,
        name_de: "Angehörige von Minderheiten",
        name_en: "Minorities",
        definition_de: "Minderheit nach nationaler Definition, auch marginalisierte Gemeinschaften wie Roma.",
        definition_en: "Minority by the national definition, marginalised communities such as Roma included.",
        condition: AtEntry(|entry| entry.belongs_to_minority()),
        ..VOLUNTARY
    },
    Indicator {
        code: "EECO16",
        bit: 15,
        name_de: "Obdachlose oder von Ausgrenzung auf dem Wohnungsmarkt Betroffene",
        name_en: "Homeless or affected by housing exclusion",
        definition_de: "Ohne Wohnung oder in unsicherer oder unzureichender Wohnung, auf Nachfrage bejaht.",
        definition_en: "Without housing, or in insecure or inadequate housing, affirmed when asked.",
        condition: AtEntry(|entry| entry.is_excluded_from_housing()),
        ..VOLUNTARY
    },
    Indicator {
        code: "EECO17",
        bit: 16,
        name_de: "Teilnehmende aus ländlichen Gebieten",
        name_en: "Participants from rural areas",
        definition_de: "Wohnort bei Eintritt dünn besiedelt (DEGURBA-Klasse 3).",
        definition_en: "Place of residence at entry thinly populated (DEGURBA class 3).",
        condition: AtEntry(|entry| entry.lives_in_rural_area()),
        ..VOLUNTARY
    },
    Indicator {
        code: "EECO18",
        bit: 17,
        name_de: "Unterstützte öffentliche Verwaltungen oder öffentliche Dienste",
        name_en: "Supported public administrations or public services",
        definition_de: "Einrichtung mit öffentlichen Aufgaben, die selbst Unterstützung erhält.",
        definition_en: "Body with public tasks that is itself supported.",
        condition: Entity(|kind| kind == EntityKind::PublicAdministration),
        ..ENTITIES
    },
    Indicator {
        code: "EECO19",
        bit: 18,
        name_de: "Unterstützte Kleinstunternehmen sowie kleine und mittlere Unternehmen",
        name_en: "Supported micro, small and medium-sized enterprises",
        definition_de: "Unternehmen mit weniger als 250 Beschäftigten, das selbst Unterstützung erhält, auch Genossenschaften und Sozialunternehmen.",
        definition_en: "Enterprise of fewer than 250 staff that is itself supported, cooperatives and social enterprises included.",
        condition: Entity(is_small_or_medium_enterprise),
        ..ENTITIES
    },
    Indicator {
        code: "EECR01",
        bit: 19,
        name_de: "Teilnehmende, die nach ihrer Teilnahme auf Arbeitsuche sind",
        name_en: "Participants engaged in job searching upon leaving",
        definition_de: "Bei Eintritt nichterwerbstätig; der letzte Arbeitsmarktstatus bis Tag 28 ist arbeitslos oder arbeitsuchend.",
        definition_en: "Inactive at entry; the last labour-market status up to day 28 is unemployed or looking for work.",
        eligible_de: "Nichterwerbstätige",
        eligible_en: "Inactive",
        condition: UponLeaving(searches),
        ..IMMEDIATE
    },
    Indicator {
        code: "EECR02",
        bit: 20,
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
        code: "EECR03",
        bit: 21,
        name_de: "Teilnehmende, die nach ihrer Teilnahme eine Qualifizierung erlangen",
        name_en: "Participants gaining a qualification upon leaving",
        definition_de: "Bestandene Prüfung durch eine zuständige Stelle vom Eintritt bis Tag 28; Anwesenheit genügt nicht.",
        definition_en: "Assessment passed before a competent body between entry and day 28; attendance is not enough.",
        condition: UponLeaving(qualifies),
        ..IMMEDIATE
    },
    Indicator {
        code: "EECR04",
        bit: 22,
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
        code: "EECR05",
        bit: 23,
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
        code: "EECR06",
        bit: 24,
        name_de: "Teilnehmende, deren Lage auf dem Arbeitsmarkt sich sechs Monate nach ihrer Teilnahme verbessert hat",
        name_en: "Participants with an improved labour-market situation six months after leaving",
        definition_de: "Bei Eintritt erwerbstätig; nach sechs Monaten sicherer, voller oder höher qualifiziert beschäftigt oder befördert; mehr Lohn allein genügt nicht.",
        definition_en: "Employed at entry; after six months in a more stable, fuller or more skilled job or promoted; higher pay alone is not enough.",
        eligible_de: "Erwerbstätige",
        eligible_en: "Employed",
        condition: SixMonthsLater(improves_later),
        ..LONGER_TERM
    },
];

const PARTICIPANTS: Indicator = Indicator {
    code: "",
    bit: 0,
    group: Group::Participants,
    name_de: "",
    name_en: "",
    definition_de: "",
    definition_en: "",
    eligible_de: "Alle Teilnehmenden mit vollständigen Angaben",
    eligible_en: "All participants with complete data",
    reference_de: "Eintritt in das Vorhaben",
    reference_en: "Entry into the operation",
    legal_source: "Regulation (EU) 2021/1057, Annex I, point 1.1",
    version: 1,
    condition: AtEntry(|_| Verdict::No),
};

const VOLUNTARY: Indicator = Indicator {
    group: Group::ParticipantsVoluntary,
    legal_source: "Regulation (EU) 2021/1057, Annex I, point 1.2",
    ..PARTICIPANTS
};

const ENTITIES: Indicator = Indicator {
    group: Group::Entities,
    eligible_de: "Unterstützte Einrichtungen und Unternehmen",
    eligible_en: "Supported bodies and enterprises",
    reference_de: "Beginn der Unterstützung",
    reference_en: "Start of the support",
    legal_source: "Regulation (EU) 2021/1057, Annex I, point 2",
    ..PARTICIPANTS
};

const IMMEDIATE: Indicator = Indicator {
    group: Group::ImmediateResults,
    reference_de: "Austritt bis 28 Tage danach",
    reference_en: "Leaving until 28 days later",
    legal_source: "Regulation (EU) 2021/1057, Annex I, point 3",
    ..PARTICIPANTS
};

const LONGER_TERM: Indicator = Indicator {
    group: Group::LongerTermResults,
    reference_de: "Sechs Monate nach dem Austritt",
    reference_en: "Six months after leaving",
    legal_source: "Regulation (EU) 2021/1057, Annex I, point 4",
    ..PARTICIPANTS
};

/// Recommendation 2003/361/EC.
pub(crate) fn is_small_or_medium_enterprise(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::MicroEnterprise | EntityKind::SmallEnterprise | EntityKind::MediumEnterprise)
}
