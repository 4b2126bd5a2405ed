//! Contacts and consulted people.

use super::{ACTIVITY, counts};
use crate::Indicator;
use crate::programme::{Count, Field, Source};

pub(super) const CONTACTS: [Indicator; 4] = [
    Indicator {
        code: "CONTACTS",
        bit: 0,
        name_de: "Beratungskontakte",
        name_en: "Consultation contacts",
        definition_de: "Erst- und Folgekontakte; wer zweimal beraten wird, zählt zweimal.",
        definition_en: "First and follow-up contacts; whoever is consulted twice counts twice.",
        condition: counts(Source::Consultations, Count::Contacts, &[]),
        ..CONTACT
    },
    Indicator {
        code: "FIRST_CONTACTS",
        bit: 1,
        name_de: "Erstkontakte der Beratung",
        name_en: "First consultation contacts",
        definition_de: "Kontakte, die als erster Kontakt erfasst sind.",
        definition_en: "Contacts recorded as first ones.",
        condition: counts(Source::Consultations, Count::Contacts, &[(Field::Contact, &["first"])]),
        ..CONTACT
    },
    Indicator {
        code: "FOLLOW_UP_CONTACTS",
        bit: 2,
        name_de: "Folgekontakte der Beratung",
        name_en: "Follow-up consultation contacts",
        definition_de: "Kontakte, die als weiterer Kontakt erfasst sind.",
        definition_en: "Contacts recorded as later ones.",
        condition: counts(Source::Consultations, Count::Contacts, &[(Field::Contact, &["follow_up"])]),
        ..CONTACT
    },
    Indicator {
        code: "CONSULTED_PERSONS",
        bit: 3,
        name_de: "Beratene Personen",
        name_en: "Consulted persons",
        definition_de: "Personen mit wenigstens einem Beratungskontakt; jede zählt je Projekt einmal.",
        definition_en: "Persons with at least one consultation contact; each counts once per project.",
        condition: counts(Source::Consultations, Count::Persons, &[]),
        ..CONSULTED_PERSON
    },
];

pub(super) const CONTACTS_BY_CHANNEL: [Indicator; 4] = [
    Indicator {
        code: "CONTACTS_IN_PERSON",
        bit: 18,
        name_de: "Beratungskontakte vor Ort",
        name_en: "Consultation contacts in person",
        condition: counts(Source::Consultations, Count::Contacts, &[(Field::Channel, &["in_person"])]),
        ..CONTACT_BY_CHANNEL
    },
    Indicator {
        code: "CONTACTS_PHONE",
        bit: 19,
        name_de: "Beratungskontakte am Telefon",
        name_en: "Consultation contacts by phone",
        condition: counts(Source::Consultations, Count::Contacts, &[(Field::Channel, &["phone"])]),
        ..CONTACT_BY_CHANNEL
    },
    Indicator {
        code: "CONTACTS_EMAIL",
        bit: 20,
        name_de: "Beratungskontakte per E-Mail",
        name_en: "Consultation contacts by e-mail",
        condition: counts(Source::Consultations, Count::Contacts, &[(Field::Channel, &["email"])]),
        ..CONTACT_BY_CHANNEL
    },
    Indicator {
        code: "CONTACTS_VIDEO",
        bit: 21,
        name_de: "Beratungskontakte per Video",
        name_en: "Consultation contacts by video",
        condition: counts(Source::Consultations, Count::Contacts, &[(Field::Channel, &["video"])]),
        ..CONTACT_BY_CHANNEL
    },
];

pub(super) const CONTACT: Indicator = Indicator {
    eligible_de: "Alle erfassten Beratungskontakte",
    eligible_en: "All recorded consultation contacts",
    reference_de: "Tag des Kontakts",
    reference_en: "Day of the contact",
    ..ACTIVITY
};

pub(super) const CONSULTED_PERSON: Indicator = Indicator {
    eligible_de: "Beratungskontakte mit dem Zeichen einer Person",
    eligible_en: "Consultation contacts with the reference of a person",
    reference_de: "Tag des ersten dieser Kontakte",
    reference_en: "Day of the first of these contacts",
    ..ACTIVITY
};

const CONTACT_BY_CHANNEL: Indicator = Indicator {
    definition_de: "Erst- und Folgekontakte auf diesem Weg; wer zweimal beraten wird, zählt zweimal.",
    definition_en: "First and follow-up contacts of this kind; whoever is consulted twice counts twice.",
    ..CONTACT
};
