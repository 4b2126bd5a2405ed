//! Rules between figures, and on what figures are about.

use super::{OWN, SUPPORT};
use crate::plausibility::Rule;
use crate::plausibility::Severity::{Error, Warning};

/// The participants are the unemployed, the inactive and the employed.
pub(in crate::plausibility) static V_21: Rule = Rule {
    id: "V-21",
    severity: Error,
    legal_source: "Regulation (EU) 1304/2013, Annex I (total number of participants)",
    remedy_de: "Fakten des Projekts neu zählen; jede Person hat bei Eintritt genau einen Status.",
    remedy_en: "Recount the facts of the project; everyone has exactly one status at entry.",
};

/// The long-term unemployed are unemployed (and those inactive outside education are inactive).
pub(in crate::plausibility) static V_22: Rule = Rule {
    id: "V-22",
    severity: Error,
    legal_source: "Regulation (EU) 2021/1057, Annex I; Regulation (EU) 1304/2013, Annex I",
    remedy_de: "Fakten des Projekts neu zählen; die engere Gruppe gehört ganz zur weiteren.",
    remedy_en: "Recount the facts of the project; the narrower group belongs to the wider one.",
};

/// The participants are those of all levels of education; ESF 2014-20 leaves out ISCED 0.
pub(in crate::plausibility) static V_23: Rule = Rule {
    id: "V-23",
    severity: Error,
    legal_source: "Regulation (EU) 2021/1057, Art. 17(5)",
    remedy_de: "Fakten des Projekts neu zählen; jede Person hat bei Eintritt genau einen Bildungsstand.",
    remedy_en: "Recount the facts of the project; everyone has exactly one level of education at entry.",
};

/// The age groups share nobody.
pub(in crate::plausibility) static V_24: Rule = Rule {
    id: "V-24",
    severity: Error,
    legal_source: "Regulation (EU) 2021/1057, Annex I; Regulation (EU) 1304/2013, Annex I",
    remedy_de: "Fakten des Projekts neu zählen; niemand gehört zu zwei Altersgruppen.",
    remedy_en: "Recount the facts of the project; nobody belongs to two age groups.",
};

/// Only the inactive can be newly looking for work.
pub(in crate::plausibility) static V_25: Rule = Rule {
    id: "V-25",
    severity: Error,
    legal_source: SUPPORT,
    remedy_de: "Fakten des Projekts neu zählen; nur wer bei Eintritt nichterwerbstätig war, kann neu auf Arbeitsuche sein.",
    remedy_en: "Recount the facts of the project; only those inactive at entry can be newly looking for work.",
};

/// Nobody both works and looks for work upon leaving, and only those without work at entry do.
pub(in crate::plausibility) static V_26: Rule = Rule {
    id: "V-26",
    severity: Error,
    legal_source: "European Commission, SFC2021 and SFC2014 FAQs",
    remedy_de: "Fakten des Projekts neu zählen; wer arbeitet, sucht nicht zugleich, und beides zählt nur bei vorher Arbeitslosen oder Nichterwerbstätigen.",
    remedy_en: "Recount the facts of the project; nobody works and looks for work at once, and both count only for those unemployed or inactive before.",
};

/// Only participants have results upon leaving. That they have left, the counting sees to.
pub(in crate::plausibility) static V_27: Rule = Rule {
    id: "V-27",
    severity: Error,
    legal_source: OWN,
    remedy_de: "Fakten des Projekts neu zählen; ein Ergebnis haben nur Teilnehmende.",
    remedy_en: "Recount the facts of the project; only participants have results.",
};

/// Longer-term results are those of people with the matching status at entry.
pub(in crate::plausibility) static V_28: Rule = Rule {
    id: "V-28",
    severity: Error,
    legal_source: SUPPORT,
    remedy_de: "Fakten des Projekts neu zählen; längerfristige Ergebnisse zählen nur bei Personen mit dem passenden Status bei Eintritt.",
    remedy_en: "Recount the facts of the project; longer-term results count only for people with the matching status at entry.",
};

/// The gender columns add up to the total.
pub(in crate::plausibility) static V_29: Rule = Rule {
    id: "V-29",
    severity: Error,
    legal_source: "Regulation (EU) 2021/1057, Annex I: all personal data by gender",
    remedy_de: "Fakten des Projekts neu zählen; jede Person steht in genau einer Spalte.",
    remedy_en: "Recount the facts of the project; everyone stands in exactly one column.",
};

/// A cumulative value does not fall from one transmission to the next, but for corrections.
pub(in crate::plausibility) static V_30: Rule = Rule {
    id: "V-30",
    severity: Warning,
    legal_source: SUPPORT,
    remedy_de: "Die Berichtigungen seit der letzten Übermittlung prüfen und begründen.",
    remedy_en: "Look through the corrections since the last transmission and give the reasons.",
};

/// Only participants have characteristics.
pub(in crate::plausibility) static V_31: Rule = Rule {
    id: "V-31",
    severity: Error,
    legal_source: OWN,
    remedy_de: "Fakten des Projekts neu zählen; ein Merkmal haben nur Teilnehmende.",
    remedy_en: "Recount the facts of the project; only participants have characteristics.",
};

/// A target makes progress, and within reason.
pub(in crate::plausibility) static V_32: Rule = Rule {
    id: "V-32",
    severity: Warning,
    legal_source: OWN,
    remedy_de: "Stand der Umsetzung prüfen; Zielwert oder Erfassung berichtigen.",
    remedy_en: "Look at the progress; correct the target or the records.",
};

/// Priority, specific objective and category of region exist in the programme.
pub(in crate::plausibility) static V_33: Rule = Rule {
    id: "V-33",
    severity: Error,
    legal_source: "Regulation (EU) 2021/1060, Art. 42 and Annex VII",
    remedy_de: "Priorität, spezifisches Ziel und Regionenkategorie des Projekts prüfen.",
    remedy_en: "Check priority, specific objective and category of region of the project.",
};

/// Participants belong to selected operations.
pub(in crate::plausibility) static V_34: Rule = Rule {
    id: "V-34",
    severity: Error,
    legal_source: "Regulation (EU) 2021/1060, Art. 42",
    remedy_de: "Kürzel prüfen oder das Teilvorhaben zuerst einlesen.",
    remedy_en: "Check the code, or import the sub-project first.",
};
