//! Indicators: what figures count, whoever asks for it: the law, the programme, or the network itself.

mod catalogue;
pub mod entity;
mod input;
mod programme;
mod rules;
mod service;
pub mod store;

use std::{borrow::Cow, fmt};

use counting::{Group, Unit};
use texts::Language;

pub use catalogue::Catalogue;
pub use entity::{ActiveModel, Column, Entity, Model};
pub use input::{About, DefinitionInput, Measures};
pub use programme::{ConditionText, Programme};
pub(crate) use service::period_of;
pub use service::{Change, change, define, retire};

/// How the audit log and errors name an indicator.
const KIND: &str = "indicator";

/// Who asks for an indicator.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum RulebookKind {
    /// The law: the common indicators of the European Social Fund in the period.
    Law,
    /// The programme: indicators that an administrator defines for the period.
    Programme,
    /// The network: consultations, trainings, plans and whatever else its work consists of.
    Activities,
}

/// Code of the rulebook that each period's own indicators belong to.
pub const PROGRAMME: &str = "PROGRAMME";

/// Code of the rulebook about the network's activities.
pub const ACTIVITIES: &str = "ACTIVITIES";

impl RulebookKind {
    /// The kind of the rulebook with a code.
    pub fn of(rulebook: &str) -> Self {
        match rulebook {
            PROGRAMME => Self::Programme,
            ACTIVITIES => Self::Activities,
            _ => Self::Law,
        }
    }

    /// The code, as the command line knows it.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A text in both languages.
#[derive(Clone, PartialEq, Eq)]
pub struct Bilingual {
    /// German.
    pub de: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Bilingual {
    /// The text in a language.
    pub fn r#in(&self, language: Language) -> &str {
        match language {
            Language::De => &self.de,
            Language::En => &self.en,
        }
    }
}

impl fmt::Debug for Bilingual {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.en.fmt(f)
    }
}

/// An indicator: its place among the others, its texts and what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Who asks for it.
    pub kind: RulebookKind,
    /// Its code, such as `EECO01`: unique in a period.
    pub code: Cow<'static, str>,
    /// Its place in the sets of its rulebook.
    pub bit: u8,
    /// The part of the rulebook it belongs to.
    pub group: Group,
    /// What it is called.
    pub name: Bilingual,
    /// What is counted.
    pub definition: Bilingual,
    /// Whom it can count.
    pub eligible: Bilingual,
    /// The moment the value describes.
    pub reference: Bilingual,
    /// What its figures count.
    pub unit: Unit,
    /// Whether it measures what came of the support, not the support itself.
    pub is_result: bool,
    /// Whether its figures have gender columns.
    pub is_personal: bool,
    /// Codes of the strands that owe it; empty means all.
    pub strands: Vec<String>,
    /// The act and the place in it, or the document that asks for it.
    pub legal_source: Cow<'static, str>,
    /// Counts up with every change of the definition.
    pub version: u16,
}

impl From<&'static counting::Indicator> for Indicator {
    fn from(law: &'static counting::Indicator) -> Self {
        let both = |de, en| Bilingual { de: Cow::Borrowed(de), en: Cow::Borrowed(en) };
        Self {
            kind: RulebookKind::Law,
            code: law.code.into(),
            bit: law.bit,
            group: law.group,
            name: both(law.name_de, law.name_en),
            definition: both(law.definition_de, law.definition_en),
            eligible: both(law.eligible_de, law.eligible_en),
            reference: both(law.reference_de, law.reference_en),
            unit: law.unit(),
            is_result: law.is_result(),
            is_personal: law.is_personal(),
            strands: Vec::new(),
            legal_source: law.legal_source.into(),
            version: law.version,
        }
    }
}
