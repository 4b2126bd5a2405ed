//! Why figures change.

/// Why a case makes a difference between two points.
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
pub enum DifferenceCause {
    /// A new record about days after the first cut-off.
    NewRecord,
    /// A new record about days before or on the first cut-off.
    LateEntry,
    /// A record was corrected.
    Correction,
    /// A record was withdrawn.
    Deletion,
    /// The rulebook, or the definition of an indicator, has a new version.
    Rules,
    /// The counting profile has a new version.
    Profile,
    /// The network changed: the case, or its sub-project, belongs elsewhere.
    Structure,
    /// Nothing was learnt; the cut-off moved over days that were known already.
    TimePassed,
}

impl DifferenceCause {
    /// The code.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}
