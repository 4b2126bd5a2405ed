//! CO15 to CO19, which may stay unanswered, and CO20 to CO23, which count projects and enterprises.

use super::{ENTITIES, VOLUNTARY, is_migrant_or_minority};
use crate::condition::Condition::{AtEntry, Entity, Project};
use crate::condition::Verdict;
use crate::esf_plus::is_small_or_medium_enterprise;
use crate::{Group, Indicator};

/// The bits of CO15 to CO18.
pub(super) const DISADVANTAGES: [u8; 4] = [14, 15, 16, 17];

pub(super) const CHARACTERISTICS: [Indicator; 5] = [
    Indicator {
        code: "CO15",
        bit: DISADVANTAGES[0],
        name_de: "Zugewanderte, Teilnehmende ausländischer Herkunft, Minderheiten (auch marginalisierte Gemeinschaften wie Roma)",
        name_en: "Migrants, participants with a foreign background, minorities (including marginalised communities such as the Roma)",
        definition_de: "Ausländische Herkunft oder Minderheit auf Nachfrage bejaht, oder keine Staatsangehörigkeit eines EU-Mitgliedstaats.",
        definition_en: "Foreign background or minority affirmed when asked, or no citizenship of an EU member state.",
        condition: AtEntry(is_migrant_or_minority),
        ..VOLUNTARY
    },
    Indicator {
        code: "CO16",
        bit: DISADVANTAGES[1],
        name_de: "Teilnehmende mit Behinderungen",
        name_en: "Participants with disabilities",
        definition_de: "Behinderung nach nationaler Definition, auf Nachfrage bejaht.",
        definition_en: "Disability by the national definition, affirmed when asked.",
        condition: AtEntry(|entry| entry.has_disability()),
        ..VOLUNTARY
    },
    Indicator {
        code: "CO17",
        bit: DISADVANTAGES[2],
        name_de: "Sonstige benachteiligte Personen",
        name_en: "Other disadvantaged",
        definition_de: "Alle Teilnehmenden von Vorhaben, für die eine sonstige Benachteiligung Bedingung der Teilnahme ist; einzeln wird nicht danach gefragt.",
        definition_en: "All participants of operations that make another disadvantage a condition for taking part; nobody is asked for it individually.",
        condition: AtEntry(|_| Verdict::No),
        ..VOLUNTARY
    },
    Indicator {
        code: "CO18",
        bit: DISADVANTAGES[3],
        name_de: "Obdachlose oder von Ausgrenzung auf dem Wohnungsmarkt Betroffene",
        name_en: "Homeless or affected by housing exclusion",
        definition_de: "Ohne Wohnung oder in unsicherer oder unzureichender Wohnung, auf Nachfrage bejaht.",
        definition_en: "Without housing, or in insecure or inadequate housing, affirmed when asked.",
        condition: AtEntry(|entry| entry.is_excluded_from_housing()),
        ..VOLUNTARY
    },
    Indicator {
        code: "CO19",
        bit: 18,
        name_de: "Teilnehmende aus ländlichen Gebieten",
        name_en: "Participants from rural areas",
        definition_de: "Wohnort bei Eintritt dünn besiedelt (DEGURBA-Klasse 3).",
        definition_en: "Place of residence at entry thinly populated (DEGURBA class 3).",
        condition: AtEntry(|entry| entry.lives_in_rural_area()),
        ..VOLUNTARY
    },
];

const PROJECTS: Indicator = Indicator {
    group: Group::Projects,
    eligible_de: "Alle Projekte",
    eligible_en: "All projects",
    reference_de: "Beginn des Projekts",
    reference_en: "Start of the project",
    condition: Project,
    ..ENTITIES
};

pub(super) const PROJECTS_AND_ENTITIES: [Indicator; 4] = [
    Indicator {
        code: "CO20",
        bit: 19,
        name_de: "Projekte, die ganz oder teilweise von Sozialpartnern oder Nichtregierungsorganisationen durchgeführt werden",
        name_en: "Projects fully or partially implemented by social partners or non-governmental organisations",
        definition_de: "Projekte, zu deren Zielgruppe dieser Indikator angegeben ist.",
        definition_en: "Projects whose target group names this indicator.",
        ..PROJECTS
    },
    Indicator {
        code: "CO21",
        bit: 20,
        name_de: "Projekte für die dauerhafte Teilnahme von Frauen am Erwerbsleben und ihr berufliches Fortkommen",
        name_en: "Projects dedicated at sustainable participation and progress of women in employment",
        definition_de: "Projekte, zu deren Zielgruppe dieser Indikator angegeben ist.",
        definition_en: "Projects whose target group names this indicator.",
        ..PROJECTS
    },
    Indicator {
        code: "CO22",
        bit: 21,
        name_de: "Projekte für öffentliche Verwaltungen oder öffentliche Dienste",
        name_en: "Projects targeting public administrations or public services",
        definition_de: "Projekte, zu deren Zielgruppe dieser Indikator angegeben ist.",
        definition_en: "Projects whose target group names this indicator.",
        ..PROJECTS
    },
    Indicator {
        code: "CO23",
        bit: 22,
        name_de: "Unterstützte Kleinstunternehmen sowie kleine und mittlere Unternehmen",
        name_en: "Supported micro, small and medium-sized enterprises",
        definition_de: "Unternehmen mit weniger als 250 Beschäftigten, das selbst Unterstützung erhält, auch Genossenschaften und Unternehmen der Sozialwirtschaft.",
        definition_en: "Enterprise of fewer than 250 staff that is itself supported, cooperatives and enterprises of the social economy included.",
        condition: Entity(is_small_or_medium_enterprise),
        ..ENTITIES
    },
];
