//! Rights: a role, in a scope, for a time.

pub mod entity;
mod rights;
mod rules;
mod service;
mod store;

use chrono::NaiveDate;

pub use entity::{ActiveModel, Column, Entity, Model};
pub use rules::NewGrant;
pub use service::{grant, list, revoke};
pub(crate) use store::rights_of;

use crate::id::AccessGrantId;

/// How the audit log calls a grant.
pub(crate) const KIND: &str = "access_grant";

/// A grant as lists show it: by codes.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, sea_orm::FromQueryResult)]
pub struct Grant {
    /// Its key.
    pub id: AccessGrantId,
    /// Whose.
    pub email: String,
    /// The role's code, e.g. `coordinator`.
    pub role: String,
    /// Code of the regional network's period.
    pub period: Option<String>,
    /// Code of a coordinator's regional network.
    pub network: Option<String>,
    /// Code of the sub-project of project staff.
    pub sub_project: Option<String>,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day; none means until further notice.
    pub valid_to: Option<NaiveDate>,
}
