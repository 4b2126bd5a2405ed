//! Measures, qualification plans, supported entities and the pool of trainers.

use super::{ACTIVITY, counts};
use crate::Indicator;
use crate::programme::{Count, Field, Source};

pub(super) const ENTRIES_AND_PLANS: [Indicator; 5] = [
    Indicator {
        code: "ENTRIES",
        bit: 22,
        name_de: "Eintritte in Maßnahmen",
        name_en: "Entries into measures",
        definition_de: "Jeder Eintritt zählt, auch ohne vollständige Angaben; wer zweimal eintritt, zählt zweimal.",
        definition_en: "Each entry counts, even without complete data; whoever enters twice counts twice.",
        eligible_de: "Alle erfassten Teilnahmen",
        eligible_en: "All recorded participations",
        reference_de: "Tag des Eintritts",
        reference_en: "Day of entry",
        condition: counts(Source::Participations, Count::Entries, &[]),
        ..ACTIVITY
    },
    Indicator {
        code: "PERSONS_IN_MEASURES",
        bit: 23,
        name_de: "Personen in Maßnahmen",
        name_en: "Persons in measures",
        definition_de: "Personen mit wenigstens einem Eintritt, auch ohne vollständige Angaben; jede zählt je Projekt einmal.",
        definition_en: "Persons with at least one entry, even without complete data; each counts once per project.",
        eligible_de: "Alle erfassten Teilnahmen",
        eligible_en: "All recorded participations",
        reference_de: "Tag des ersten Eintritts",
        reference_en: "Day of the first entry",
        condition: counts(Source::Participations, Count::Persons, &[]),
        ..ACTIVITY
    },
    Indicator {
        code: "PLANS_AGREED",
        bit: 24,
        name_de: "Vereinbarte Qualifizierungspläne",
        name_en: "Qualification plans agreed",
        definition_de: "Alle vereinbarten Pläne, auch abgeschlossene und abgebrochene.",
        definition_en: "All plans agreed, completed and abandoned ones included.",
        condition: counts(Source::QualificationPlans, Count::Plans, &[]),
        ..PLAN
    },
    Indicator {
        code: "PERSONS_WITH_PLAN",
        bit: 25,
        name_de: "Personen mit Qualifizierungsplan",
        name_en: "Persons with a qualification plan",
        definition_de: "Personen, mit denen wenigstens ein Plan vereinbart wurde; jede zählt je Projekt einmal.",
        definition_en: "Persons with whom at least one plan was agreed; each counts once per project.",
        condition: counts(Source::QualificationPlans, Count::Persons, &[]),
        ..PLAN
    },
    Indicator {
        code: "PLANS_COMPLETED",
        bit: 26,
        name_de: "Abgeschlossene Qualifizierungspläne",
        name_en: "Qualification plans completed",
        definition_de: "Pläne mit dem Status abgeschlossen, ab dem Tag ihres Abschlusses.",
        definition_en: "Plans with the status completed, from the day they were closed on.",
        reference_de: "Tag des Abschlusses",
        reference_en: "Day of closing",
        condition: counts(Source::QualificationPlans, Count::Plans, &[(Field::Status, &["completed"])]),
        ..PLAN
    },
];

const PLAN: Indicator = Indicator {
    eligible_de: "Alle erfassten Qualifizierungspläne",
    eligible_en: "All recorded qualification plans",
    reference_de: "Tag der Vereinbarung",
    reference_en: "Day of the agreement",
    ..ACTIVITY
};

pub(super) const ENTITIES: [Indicator; 7] = [
    Indicator {
        code: "SUPPORTED_ENTITIES",
        bit: 40,
        name_de: "Unterstützte Einrichtungen und Unternehmen",
        name_en: "Supported entities",
        definition_de: "Jede unterstützte Einrichtung zählt je Projekt einmal, auch solche, die kein Indikator eines Rechtsakts zählt.",
        definition_en: "Each supported entity counts once per project, also those that no indicator of a legal act counts.",
        condition: counts(Source::SupportedEntities, Count::Entities, &[]),
        ..ENTITY
    },
    Indicator {
        code: "SUPPORTED_PUBLIC_ADMINISTRATION",
        bit: 41,
        name_de: "Unterstützte öffentliche Verwaltungen und Dienste",
        name_en: "Supported public administrations and services",
        condition: counts(
            Source::SupportedEntities,
            Count::Entities,
            &[(Field::Kind, &["public_administration"])],
        ),
        ..ENTITY
    },
    Indicator {
        code: "SUPPORTED_MICRO_ENTERPRISE",
        bit: 42,
        name_de: "Unterstützte Kleinstunternehmen",
        name_en: "Supported micro-enterprises",
        condition: counts(
            Source::SupportedEntities,
            Count::Entities,
            &[(Field::Kind, &["micro_enterprise"])],
        ),
        ..ENTITY
    },
    Indicator {
        code: "SUPPORTED_SMALL_ENTERPRISE",
        bit: 43,
        name_de: "Unterstützte kleine Unternehmen",
        name_en: "Supported small enterprises",
        condition: counts(
            Source::SupportedEntities,
            Count::Entities,
            &[(Field::Kind, &["small_enterprise"])],
        ),
        ..ENTITY
    },
    Indicator {
        code: "SUPPORTED_MEDIUM_ENTERPRISE",
        bit: 44,
        name_de: "Unterstützte mittlere Unternehmen",
        name_en: "Supported medium-sized enterprises",
        condition: counts(
            Source::SupportedEntities,
            Count::Entities,
            &[(Field::Kind, &["medium_enterprise"])],
        ),
        ..ENTITY
    },
    Indicator {
        code: "SUPPORTED_LARGE_ENTERPRISE",
        bit: 45,
        name_de: "Unterstützte große Unternehmen",
        name_en: "Supported large enterprises",
        condition: counts(
            Source::SupportedEntities,
            Count::Entities,
            &[(Field::Kind, &["large_enterprise"])],
        ),
        ..ENTITY
    },
    Indicator {
        code: "SUPPORTED_OTHER",
        bit: 46,
        name_de: "Andere unterstützte Einrichtungen",
        name_en: "Other supported entities",
        condition: counts(Source::SupportedEntities, Count::Entities, &[(Field::Kind, &["other"])]),
        ..ENTITY
    },
];

const ENTITY: Indicator = Indicator {
    definition_de: "Jede unterstützte Einrichtung dieser Art zählt je Projekt einmal.",
    definition_en: "Each supported entity of this kind counts once per project.",
    eligible_de: "Alle erfassten unterstützten Einrichtungen",
    eligible_en: "All recorded supported entities",
    reference_de: "Beginn der Unterstützung",
    reference_en: "Start of the support",
    ..ACTIVITY
};

pub(super) const TRAINERS: [Indicator; 1] = [Indicator {
    code: "TRAINERS",
    bit: 47,
    name_de: "Trainerinnen und Trainer im Pool",
    name_en: "Trainers in the pool",
    definition_de: "Trainerinnen und Trainer, die am Stichtag zum Pool gehören.",
    definition_en: "Trainers who belong to the pool on the cut-off day.",
    eligible_de: "Alle erfassten Trainerinnen und Trainer",
    eligible_en: "All recorded trainers",
    reference_de: "Stichtag",
    reference_en: "Cut-off day",
    condition: counts(Source::Trainers, Count::Trainers, &[]),
    ..ACTIVITY
}];
