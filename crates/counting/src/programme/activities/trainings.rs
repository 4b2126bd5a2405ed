//! Training events, their hours and who attended.

use super::{ACTIVITY, counts};
use crate::Indicator;
use crate::programme::{Count, Field, Source};

pub(super) const EVENTS: [Indicator; 6] = [
    Indicator {
        code: "TRAININGS",
        bit: 27,
        name_de: "Schulungen",
        name_en: "Training events",
        definition_de: "Durchgeführte Schulungen, unabhängig von Dauer und Zahl der Anwesenden.",
        definition_en: "Training events held, whatever their length and attendance.",
        condition: counts(Source::Trainings, Count::Events, &[]),
        ..TRAINING
    },
    Indicator {
        code: "TRAININGS_LABOUR_ADMINISTRATION",
        bit: 28,
        name_de: "Schulungen für Arbeitsagenturen und Jobcenter",
        name_en: "Training events for employment agencies and job centres",
        condition: counts(Source::Trainings, Count::Events, &[(Field::Audience, &["labour_administration"])]),
        ..TRAINING_BY_AUDIENCE
    },
    Indicator {
        code: "TRAININGS_MUNICIPALITY",
        bit: 29,
        name_de: "Schulungen für Kommunen",
        name_en: "Training events for municipalities",
        condition: counts(Source::Trainings, Count::Events, &[(Field::Audience, &["municipality"])]),
        ..TRAINING_BY_AUDIENCE
    },
    Indicator {
        code: "TRAININGS_SME",
        bit: 30,
        name_de: "Schulungen für kleine und mittlere Unternehmen",
        name_en: "Training events for small and medium-sized enterprises",
        condition: counts(Source::Trainings, Count::Events, &[(Field::Audience, &["sme"])]),
        ..TRAINING_BY_AUDIENCE
    },
    Indicator {
        code: "TRAININGS_ORGANISATION",
        bit: 31,
        name_de: "Schulungen für Organisationen",
        name_en: "Training events for organisations",
        condition: counts(Source::Trainings, Count::Events, &[(Field::Audience, &["organisation"])]),
        ..TRAINING_BY_AUDIENCE
    },
    Indicator {
        code: "TRAININGS_OTHER",
        bit: 32,
        name_de: "Schulungen für andere",
        name_en: "Training events for others",
        condition: counts(Source::Trainings, Count::Events, &[(Field::Audience, &["other"])]),
        ..TRAINING_BY_AUDIENCE
    },
];

pub(super) const ATTENDANCES: [Indicator; 7] = [
    Indicator {
        code: "ATTENDANCES",
        bit: 33,
        name_de: "Anwesenheiten bei Schulungen",
        name_en: "Attendances at training events",
        condition: counts(Source::Trainings, Count::Attendances, &[]),
        ..ATTENDANCE
    },
    Indicator {
        code: "ATTENDANCES_LABOUR_ADMINISTRATION",
        bit: 34,
        name_de: "Anwesenheiten bei Schulungen für Arbeitsagenturen und Jobcenter",
        name_en: "Attendances at training events for employment agencies and job centres",
        condition: counts(
            Source::Trainings,
            Count::Attendances,
            &[(Field::Audience, &["labour_administration"])],
        ),
        ..ATTENDANCE
    },
    Indicator {
        code: "ATTENDANCES_MUNICIPALITY",
        bit: 35,
        name_de: "Anwesenheiten bei Schulungen für Kommunen",
        name_en: "Attendances at training events for municipalities",
        condition: counts(Source::Trainings, Count::Attendances, &[(Field::Audience, &["municipality"])]),
        ..ATTENDANCE
    },
    Indicator {
        code: "ATTENDANCES_SME",
        bit: 36,
        name_de: "Anwesenheiten bei Schulungen für kleine und mittlere Unternehmen",
        name_en: "Attendances at training events for small and medium-sized enterprises",
        condition: counts(Source::Trainings, Count::Attendances, &[(Field::Audience, &["sme"])]),
        ..ATTENDANCE
    },
    Indicator {
        code: "ATTENDANCES_ORGANISATION",
        bit: 37,
        name_de: "Anwesenheiten bei Schulungen für Organisationen",
        name_en: "Attendances at training events for organisations",
        condition: counts(Source::Trainings, Count::Attendances, &[(Field::Audience, &["organisation"])]),
        ..ATTENDANCE
    },
    Indicator {
        code: "ATTENDANCES_OTHER",
        bit: 38,
        name_de: "Anwesenheiten bei Schulungen für andere",
        name_en: "Attendances at training events for others",
        condition: counts(Source::Trainings, Count::Attendances, &[(Field::Audience, &["other"])]),
        ..ATTENDANCE
    },
    Indicator {
        code: "TRAINING_MINUTES",
        // 39 was that of the same in full hours
        bit: 48,
        name_de: "Minuten der Schulungen",
        name_en: "Minutes of training events",
        definition_de: "Dauer der Schulungen in Minuten; 90 sind anderthalb Stunden.",
        definition_en: "Length of the training events in minutes; 90 are an hour and a half.",
        condition: counts(Source::Trainings, Count::Hours, &[]),
        ..TRAINING
    },
];

const TRAINING: Indicator = Indicator {
    eligible_de: "Alle erfassten Schulungen",
    eligible_en: "All recorded training events",
    reference_de: "Tag der Schulung",
    reference_en: "Day of the training event",
    ..ACTIVITY
};

const TRAINING_BY_AUDIENCE: Indicator = Indicator {
    definition_de: "Durchgeführte Schulungen für diesen Kreis.",
    definition_en: "Training events held for this audience.",
    ..TRAINING
};

const ATTENDANCE: Indicator = Indicator {
    definition_de: "Anwesende bei Schulungen; wer zwei Schulungen besucht, zählt zweimal. Wessen Geschlecht nicht erfasst ist, steht nur in der Summe.",
    definition_en: "People present at training events; whoever attends two counts twice. Those whose gender was not recorded stand in the total alone.",
    ..TRAINING
};
