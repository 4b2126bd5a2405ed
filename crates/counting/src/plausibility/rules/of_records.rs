//! Rules on single records.

use super::{CONSISTENCY, OWN};
use crate::plausibility::Rule;
use crate::plausibility::Severity::{Error, Warning};

/// Data of Annex I, point 1.1 are there. The record comes in but counts for nothing until mended.
pub(in crate::plausibility) static V_01: Rule = Rule {
    id: "V-01",
    severity: Warning,
    legal_source: "Regulation (EU) 2021/1057, Art. 17(5) and Annex I, point 1.1",
    remedy_de: "Angabe nachtragen und die Zeile erneut einlesen; sie wirkt auf alle Stichtage ab dem Eintritt.",
    remedy_en: "Add the value and import the row again; it takes effect for every cut-off since the entry.",
};

/// Nobody leaves before entering.
pub(in crate::plausibility) static V_02: Rule = Rule {
    id: "V-02",
    severity: Error,
    legal_source: CONSISTENCY,
    remedy_de: "Eintritts- und Austrittsdatum prüfen.",
    remedy_en: "Check the days of entry and leaving.",
};

/// Birth before entry, age of at most 110 years.
pub(in crate::plausibility) static V_03: Rule = Rule {
    id: "V-03",
    severity: Error,
    legal_source: OWN,
    remedy_de: "Geburtsdatum und Eintritt prüfen.",
    remedy_en: "Check the birth date and the entry.",
};

/// Entry and exit lie in the operation's period.
pub(in crate::plausibility) static V_04: Rule = Rule {
    id: "V-04",
    severity: Warning,
    legal_source: OWN,
    remedy_de: "Datum prüfen oder die Laufzeit des Teilvorhabens berichtigen.",
    remedy_en: "Check the day, or correct the sub-project's duration.",
};

/// One labour-market status: who is registered as unemployed is not employed.
pub(in crate::plausibility) static V_05: Rule = Rule {
    id: "V-05",
    severity: Warning,
    legal_source: "ESF participant guidance 2014-2020: exactly one labour-market status at entry",
    remedy_de: "Erwerbsstatus beim Eintritt klären.",
    remedy_en: "Clarify the employment status at entry.",
};

/// A duration of unemployment for the unemployed only.
pub(in crate::plausibility) static V_06: Rule = Rule {
    id: "V-06",
    severity: Error,
    legal_source: CONSISTENCY,
    remedy_de: "Nur bei Arbeitslosen ausfüllen, mit einem Tag bis zum Eintritt.",
    remedy_en: "Fill it in for the unemployed only, with a day up to the entry.",
};

/// No labour-market activity before the age of 15.
pub(in crate::plausibility) static V_07: Rule = Rule {
    id: "V-07",
    severity: Warning,
    legal_source: "Eurostat labour force survey: employed and unemployed are aged 15 and above",
    remedy_de: "Geburtsdatum und Erwerbsstatus prüfen.",
    remedy_en: "Check the birth date and the employment status.",
};

/// A level of education that the age allows.
pub(in crate::plausibility) static V_08: Rule = Rule {
    id: "V-08",
    severity: Error,
    legal_source: OWN,
    remedy_de: "Höchsten abgeschlossenen Bildungsstand (ISCED 2011) und Geburtsdatum prüfen.",
    remedy_en: "Check the highest completed level (ISCED 2011) and the birth date.",
};

/// A gender from the closed list.
pub(in crate::plausibility) static V_09: Rule = Rule {
    id: "V-09",
    severity: Error,
    legal_source: "Regulation (EU) 2021/1057, Annex I",
    remedy_de: "Eine der Angaben verwenden; leer lassen, wenn nicht gefragt wurde.",
    remedy_en: "Use one of these; leave it empty when nobody asked.",
};

/// Full-time students are inactive.
pub(in crate::plausibility) static V_10: Rule = Rule {
    id: "V-10",
    severity: Warning,
    legal_source: "European Commission, ESF definitions 2014-2020: full-time students are inactive",
    remedy_de: "Erwerbsstatus beim Eintritt klären.",
    remedy_en: "Clarify the employment status at entry.",
};

/// Outcomes belong to an entry.
pub(in crate::plausibility) static V_11: Rule = Rule {
    id: "V-11",
    severity: Error,
    legal_source: "ESF Plus data entry practice: exit data only with stored entry data",
    remedy_de: "Zuerst die Teilnahme einlesen; Kennung, Teilvorhaben und Datum prüfen.",
    remedy_en: "Import the participation first; check reference, sub-project and day.",
};

/// A follow-up belongs to an exit.
pub(in crate::plausibility) static V_12: Rule = Rule {
    id: "V-12",
    severity: Error,
    legal_source: OWN,
    remedy_de: "Zuerst den Austritt erfassen.",
    remedy_en: "Record the leaving first.",
};

/// A follow-up is made six months after leaving at the earliest.
pub(in crate::plausibility) static V_13: Rule = Rule {
    id: "V-13",
    severity: Error,
    legal_source: "Regulation (EU) 2021/1057, Annex I, point 4",
    remedy_de: "Frühestens am selben Monatstag sechs Monate nach dem Austritt befragen.",
    remedy_en: "Survey on the same day of the month six months after leaving at the earliest.",
};

/// An immediate result happens up to the 28th day after leaving.
pub(in crate::plausibility) static V_14: Rule = Rule {
    id: "V-14",
    severity: Warning,
    legal_source: "Regulation (EU) 2021/1057, Annex I, point 3; European Commission, SFC2021 FAQ",
    remedy_de: "Nur der Stand bis zum 28. Tag zählt; Datum prüfen.",
    remedy_en: "Only the situation up to the 28th day counts; check the day.",
};

/// A person is in an operation once at a time.
pub(in crate::plausibility) static V_15: Rule = Rule {
    id: "V-15",
    severity: Warning,
    legal_source: "DATES III: a person counts once per operation",
    remedy_de: "Eintritt und Austritt beider Zeilen prüfen.",
    remedy_en: "Check entry and leaving of both rows.",
};

/// Characteristics are those of the first entry; another birth date is another person.
pub(in crate::plausibility) static V_16: Rule = Rule {
    id: "V-16",
    severity: Error,
    legal_source: "ESF participant guidance 2014-2020: characteristics as at first entry",
    remedy_de: "Bei anderem Geburtsdatum ist es eine andere Person: Kennung prüfen. Sonst die Angabe angleichen.",
    remedy_en: "With another birth date it is another person: check the reference. Otherwise make the value equal.",
};

/// "Refused" is kept apart from "not asked".
pub(in crate::plausibility) static V_17: Rule = Rule {
    id: "V-17",
    severity: Error,
    legal_source: CONSISTENCY,
    remedy_de: "„refused“ heißt gefragt und verweigert; leer heißt nicht gefragt.",
    remedy_en: "“refused” means asked and declined; empty means not asked.",
};

/// Degree of urbanisation 1 to 3, ISO country codes, ISCED 0 to 8.
pub(in crate::plausibility) static V_18: Rule = Rule {
    id: "V-18",
    severity: Error,
    legal_source: OWN,
    remedy_de: "Einen Wert aus der amtlichen Liste verwenden.",
    remedy_en: "Use a value of the official list.",
};

/// A result only for those who could achieve it: who counts decides the rulebook, so that a record
/// can at most answer what was not to be asked.
pub(in crate::plausibility) static V_19: Rule = Rule {
    id: "V-19",
    severity: Error,
    legal_source: "European Commission, SFC2021 and SFC2014 FAQs: eligible status at entry",
    remedy_de: "Angabe prüfen: Die Verbesserung zählt nur bei Personen, die bei Eintritt erwerbstätig waren.",
    remedy_en: "Check the answer: an improvement counts only for people employed at entry.",
};

/// The status after leaving is known once the 28 days are over; without it there is no result.
pub(in crate::plausibility) static V_20: Rule = Rule {
    id: "V-20",
    severity: Warning,
    legal_source: OWN,
    remedy_de: "Den Status nach dem Austritt erfragen und als Ergebnis erfassen.",
    remedy_en: "Ask for the status after leaving and record it as an outcome.",
};
