//! Contacts and consulted people by the subject of the consultation.

use super::consultations::{CONSULTED_PERSON, CONTACT};
use super::counts;
use crate::Indicator;
use crate::programme::{Count, Field, Source};

pub(super) const CONTACTS_BY_SUBJECT: [Indicator; 7] = [
    Indicator {
        code: "CONTACTS_RECOGNITION",
        bit: 4,
        name_de: "Beratungskontakte zur Anerkennung",
        name_en: "Consultation contacts on recognition",
        condition: counts(Source::Consultations, Count::Contacts, &[(Field::Subject, &["recognition"])]),
        ..CONTACT_BY_SUBJECT
    },
    Indicator {
        code: "CONTACTS_QUALIFICATION",
        bit: 5,
        name_de: "Beratungskontakte zur Qualifizierung",
        name_en: "Consultation contacts on qualification",
        condition: counts(Source::Consultations, Count::Contacts, &[(Field::Subject, &["qualification"])]),
        ..CONTACT_BY_SUBJECT
    },
    Indicator {
        code: "CONTACTS_BOTH",
        bit: 6,
        name_de: "Beratungskontakte zu Anerkennung und Qualifizierung",
        name_en: "Consultation contacts on recognition and qualification",
        condition: counts(Source::Consultations, Count::Contacts, &[(Field::Subject, &["both"])]),
        ..CONTACT_BY_SUBJECT
    },
    Indicator {
        code: "CONTACTS_ACADEMIC_ONLY",
        bit: 7,
        name_de: "Beratungskontakte zu akademischen Abschlüssen nicht reglementierter Berufe",
        name_en: "Consultation contacts on academic degrees outside the regulated professions",
        condition: counts(Source::Consultations, Count::Contacts, &[(Field::Subject, &["academic_only"])]),
        ..CONTACT_BY_SUBJECT
    },
    Indicator {
        code: "CONTACTS_NO_FORMAL_QUALIFICATION",
        bit: 8,
        name_de: "Beratungskontakte ohne formale Qualifikation",
        name_en: "Consultation contacts of people without a formal qualification",
        condition: counts(
            Source::Consultations,
            Count::Contacts,
            &[(Field::Subject, &["no_formal_qualification"])],
        ),
        ..CONTACT_BY_SUBJECT
    },
    Indicator {
        code: "CONTACTS_FAIR_INTEGRATION",
        bit: 9,
        name_de: "Beratungskontakte zum Arbeits- und Sozialrecht (Faire Integration)",
        name_en: "Consultation contacts on labour and social law (Faire Integration)",
        condition: counts(Source::Consultations, Count::Contacts, &[(Field::Subject, &["fair_integration"])]),
        ..CONTACT_BY_SUBJECT
    },
    Indicator {
        code: "CONTACTS_OTHER",
        bit: 10,
        name_de: "Beratungskontakte zu anderen Themen",
        name_en: "Consultation contacts on other subjects",
        condition: counts(Source::Consultations, Count::Contacts, &[(Field::Subject, &["other"])]),
        ..CONTACT_BY_SUBJECT
    },
];

pub(super) const PERSONS_BY_SUBJECT: [Indicator; 7] = [
    Indicator {
        code: "CONSULTED_PERSONS_RECOGNITION",
        bit: 11,
        name_de: "Beratene Personen zur Anerkennung",
        name_en: "Persons consulted on recognition",
        condition: counts(Source::Consultations, Count::Persons, &[(Field::Subject, &["recognition"])]),
        ..PERSON_BY_SUBJECT
    },
    Indicator {
        code: "CONSULTED_PERSONS_QUALIFICATION",
        bit: 12,
        name_de: "Beratene Personen zur Qualifizierung",
        name_en: "Persons consulted on qualification",
        condition: counts(Source::Consultations, Count::Persons, &[(Field::Subject, &["qualification"])]),
        ..PERSON_BY_SUBJECT
    },
    Indicator {
        code: "CONSULTED_PERSONS_BOTH",
        bit: 13,
        name_de: "Beratene Personen zu Anerkennung und Qualifizierung",
        name_en: "Persons consulted on recognition and qualification",
        condition: counts(Source::Consultations, Count::Persons, &[(Field::Subject, &["both"])]),
        ..PERSON_BY_SUBJECT
    },
    Indicator {
        code: "CONSULTED_PERSONS_ACADEMIC_ONLY",
        bit: 14,
        name_de: "Beratene Personen zu akademischen Abschlüssen nicht reglementierter Berufe",
        name_en: "Persons consulted on academic degrees outside the regulated professions",
        condition: counts(Source::Consultations, Count::Persons, &[(Field::Subject, &["academic_only"])]),
        ..PERSON_BY_SUBJECT
    },
    Indicator {
        code: "CONSULTED_PERSONS_NO_FORMAL_QUALIFICATION",
        bit: 15,
        name_de: "Beratene Personen ohne formale Qualifikation",
        name_en: "Consulted persons without a formal qualification",
        condition: counts(
            Source::Consultations,
            Count::Persons,
            &[(Field::Subject, &["no_formal_qualification"])],
        ),
        ..PERSON_BY_SUBJECT
    },
    Indicator {
        code: "CONSULTED_PERSONS_FAIR_INTEGRATION",
        bit: 16,
        name_de: "Beratene Personen zum Arbeits- und Sozialrecht (Faire Integration)",
        name_en: "Persons consulted on labour and social law (Faire Integration)",
        condition: counts(Source::Consultations, Count::Persons, &[(Field::Subject, &["fair_integration"])]),
        ..PERSON_BY_SUBJECT
    },
    Indicator {
        code: "CONSULTED_PERSONS_OTHER",
        bit: 17,
        name_de: "Beratene Personen zu anderen Themen",
        name_en: "Persons consulted on other subjects",
        condition: counts(Source::Consultations, Count::Persons, &[(Field::Subject, &["other"])]),
        ..PERSON_BY_SUBJECT
    },
];

const CONTACT_BY_SUBJECT: Indicator = Indicator {
    definition_de: "Erst- und Folgekontakte zu diesem Thema; wer zweimal beraten wird, zählt zweimal.",
    definition_en: "First and follow-up contacts on this subject; whoever is consulted twice counts twice.",
    ..CONTACT
};

const PERSON_BY_SUBJECT: Indicator = Indicator {
    definition_de: "Personen mit wenigstens einem Beratungskontakt zu diesem Thema; jede zählt je Projekt einmal, bei mehreren Themen bei jedem.",
    definition_en: "Persons with at least one consultation contact on this subject; each counts once per project, with several subjects for each.",
    ..CONSULTED_PERSON
};
