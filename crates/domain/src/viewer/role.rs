//! Roles.

/// A role of a grant.
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
pub enum Role {
    /// May do everything, everywhere.
    Administrator,
    /// Works for a regional network of a period.
    Coordinator,
    /// Works in a sub-project.
    ProjectStaff,
    /// Reads everything pseudonymously, for a time.
    Auditor,
}

impl Role {
    /// The code stored and typed: `administrator`, `coordinator`, `project_staff`, `auditor`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}
