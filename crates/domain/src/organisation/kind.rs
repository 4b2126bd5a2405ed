//! Kinds of organisations.

/// What kind of body an organisation is, as the network groups them.
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
pub enum Kind {
    /// Universität.
    University,
    /// Hochschule für angewandte Wissenschaften.
    UniversityOfAppliedSciences,
    /// Kammer.
    Chamber,
    /// Fachschule.
    TechnicalSchool,
    /// Unternehmen.
    Company,
    /// Freier Bildungsträger.
    FreeProvider,
    /// Kommune.
    Municipality,
    /// Migrant*innenorganisation.
    MigrantOrganisation,
    /// Verein, Verband.
    Association,
    /// Other public body.
    PublicBody,
    /// Anything else.
    Other,
}

impl Kind {
    /// The code stored and typed, e.g. `free_provider`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}
