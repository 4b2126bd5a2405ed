//! Categories of region.

/// Category of region of a financial allocation, Regulation (EU) 2021/1060, Article 108(2). It belongs to the
/// allocation, not to where people live.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum RegionCategory {
    /// More developed region: all of Bavaria.
    #[default]
    MoreDeveloped,
    /// Transition region.
    Transition,
    /// Less developed region.
    LessDeveloped,
}

impl RegionCategory {
    /// The code stored and typed, e.g. `MORE_DEVELOPED`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}
