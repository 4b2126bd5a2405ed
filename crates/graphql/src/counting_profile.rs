//! Counting profiles: what a period counts by where the law leaves a choice.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use counting::Profile;
use domain::{
    Error,
    counting_profile::{self, Model, ProfileChange},
};

use crate::{
    access::Access,
    caller::{Called, Caller},
    error::{Result, UserError},
    scalar::DateTime,
};

/// A choice of a counting profile.
#[derive(SimpleObject)]
pub struct CountingChoice {
    /// Its key, e.g. `ltu`.
    key: &'static str,
    /// Its value, e.g. `ec`.
    value: String,
    /// The values it can be set to; empty where no period has a choice.
    allowed: Vec<&'static str>,
}

/// What a funding period counts by (Zählprofil), as of a moment.
pub struct CountingProfile {
    profile: Profile,
    versions: Vec<Model>,
}

impl CountingProfile {
    /// The first of the versions.
    fn of(versions: Vec<Model>) -> Result<Self> {
        let profile = versions.first().map(Profile::try_from).transpose()?.unwrap_or_default();
        Ok(Self { profile, versions })
    }
}

/// What a funding period counts by (Zählprofil).
#[Object]
impl CountingProfile {
    /// Counts up with every change.
    async fn version(&self) -> u16 {
        self.profile.version
    }

    /// Every choice, those that cannot be changed included.
    async fn choices(&self) -> Vec<CountingChoice> {
        choices(&self.profile)
    }

    /// The versions up to this one, the latest first.
    #[graphql(complexity = "5 * child_complexity")]
    async fn history(&self) -> Result<Vec<CountingProfileVersion>> {
        let version = |row: &Model| {
            Ok(CountingProfileVersion {
                version: row.version,
                valid_from: DateTime(row.valid_from),
                reason: row.reason.clone(),
                choices: choices(&Profile::try_from(row)?),
            })
        };
        self.versions.iter().map(version).collect()
    }
}

/// A version of a counting profile.
#[derive(SimpleObject)]
pub struct CountingProfileVersion {
    /// Its number.
    version: i32,
    /// When it came into force.
    valid_from: DateTime,
    /// Why it replaced the one before.
    reason: Option<String>,
    /// Its choices.
    choices: Vec<CountingChoice>,
}

fn choices(profile: &Profile) -> Vec<CountingChoice> {
    let choice = |(key, value): (&'static str, std::borrow::Cow<'static, str>)| {
        let settable = Profile::SETTABLE.iter().find(|(known, _)| *known == key);
        CountingChoice {
            key,
            value: value.into_owned(),
            allowed: settable.map(|(_, values)| values.to_vec()).unwrap_or_default(),
        }
    };
    profile.choices().into_iter().filter(|(key, _)| *key != "version").map(choice).collect()
}

/// A choice to change.
#[derive(Debug, InputObject)]
pub struct CountingChoiceInput {
    /// Its key, e.g. `ltu`.
    key: String,
    /// The new value, e.g. `sgb3`.
    value: String,
}

/// Choices to change.
#[derive(Debug, InputObject)]
pub struct CountingProfileSetInput {
    /// Code of the funding period.
    period: String,
    /// The choices.
    #[graphql(validator(max_items = 40))]
    choices: Vec<CountingChoiceInput>,
    /// Why; kept with the version and in the audit log.
    reason: String,
}

/// What came of changing a profile.
#[derive(SimpleObject)]
pub struct CountingProfileSetPayload {
    /// The profile that is in force when the period is counted again; null when the input has mistakes.
    counting_profile: Option<CountingProfile>,
    /// All mistakes in the input; empty when it was changed.
    user_errors: Vec<UserError>,
}

/// The part of the query root about counting profiles.
#[derive(Default)]
pub struct CountingProfileQuery;

#[Object]
impl CountingProfileQuery {
    /// What a funding period counts by where the law leaves a choice.
    #[graphql(guard = "Access::Public", complexity = "20 * child_complexity + 1")]
    async fn counting_profile(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Code of the funding period, e.g. `IQ-2023`.")] period: String,
        #[graphql(desc = "As figures known at this moment follow it; null means now.")] known_at: Option<
            DateTime,
        >,
    ) -> Result<Option<CountingProfile>> {
        let versions =
            counting_profile::in_force(&ctx.caller().domain, &period, known_at.map(|at| at.0)).await?;
        Ok(Some(CountingProfile::of(versions)?))
    }
}

/// The part of the mutation root about counting profiles.
#[derive(Default)]
pub struct CountingProfileMutation;

#[Object]
impl CountingProfileMutation {
    /// Changes what a funding period counts by (Zählprofil ändern); a worker counts it again. What was known stays known.
    #[graphql(guard = "Access::Administrator")]
    async fn counting_profile_set(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which choices, and why.")] input: CountingProfileSetInput,
    ) -> Result<Option<CountingProfileSetPayload>> {
        let Caller { domain, viewer, language } = ctx.caller();
        let choices = input.choices.into_iter().map(|choice| (choice.key, choice.value)).collect();
        let change = ProfileChange { period: input.period, choices, reason: input.reason };
        match counting_profile::set(domain, viewer, &change).await {
            Ok(_) => {
                let (_, versions) = counting_profile::history(domain, &change.period).await?;
                let counting_profile = Some(CountingProfile::of(versions)?);
                Ok(Some(CountingProfileSetPayload { counting_profile, user_errors: Vec::new() }))
            }
            Err(Error::Invalid(mistakes)) => {
                let user_errors = UserError::all(&mistakes, *language);
                Ok(Some(CountingProfileSetPayload { counting_profile: None, user_errors }))
            }
            Err(error) => Err(error.into()),
        }
    }
}
