//! Opaque ids: base64url of `kind:uuid`.

use async_graphql::ID;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use uuid::Uuid;

use crate::error::{ApiError, Result};

/// What an id can be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// A funding period.
    FundingPeriod,
    /// An institution.
    Institution,
    /// A strand.
    Strand,
    /// An offer type.
    OfferType,
    /// A regional network.
    RegionalNetwork,
    /// An organisation.
    Organisation,
    /// A sub-project.
    SubProject,
    /// An offer.
    Offer,
    /// A report run.
    ReportRun,
    /// An edition of a report.
    ReportEdition,
    /// A recount.
    Recount,
    /// A consultation.
    Consultation,
    /// A training.
    Training,
    /// A qualification plan.
    QualificationPlan,
    /// A trainer of the pool.
    Trainer,
    /// A target.
    Target,
    /// A sample.
    Sample,
    /// A note on a figure.
    FigureNote,
}

/// The id of something.
pub fn encode(kind: Kind, key: Uuid) -> ID {
    let kind: &'static str = kind.into();
    URL_SAFE_NO_PAD.encode(format!("{kind}:{key}")).into()
}

/// What an id is of, and its key.
///
/// # Errors
/// `BAD_INPUT` when it is no id of ours.
pub fn decode(id: &ID) -> Result<(Kind, Uuid)> {
    parse(id).ok_or_else(|| ApiError::bad_input("not-an-id", "id"))
}

/// The key in an id of a certain kind.
///
/// # Errors
/// `BAD_INPUT` when it is no id of ours or of another kind.
pub fn key(id: &ID, expected: Kind) -> Result<Uuid> {
    match decode(id)? {
        (kind, key) if kind == expected => Ok(key),
        _ => Err(ApiError::bad_input("id-of-another-kind", "id")),
    }
}

fn parse(id: &ID) -> Option<(Kind, Uuid)> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(id.as_bytes()).ok()?).ok()?;
    let (kind, key) = text.split_once(':')?;
    Some((kind.parse().ok()?, key.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::{Kind, decode, encode, key};

    #[test]
    fn an_id_comes_back_as_what_it_was() {
        for kind in Kind::VARIANTS {
            let uuid = uuid::Uuid::from_u128(42);
            let id = encode(*kind, uuid);
            assert!(matches!(decode(&id), Ok((same, key)) if same == *kind && key == uuid));
        }
    }

    #[test]
    fn an_id_of_another_kind_or_none_at_all_is_refused() {
        let strand = encode(Kind::Strand, uuid::Uuid::from_u128(42));
        assert!(key(&strand, Kind::Offer).is_err());
        for nonsense in ["", "x", "c3RyYW5kOg", "bm90aGluZzo0Mg"] {
            assert!(decode(&nonsense.into()).is_err(), "{nonsense}");
        }
    }
}
