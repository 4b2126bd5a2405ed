//! Anything by its id.

use async_graphql::{Context, ID, Interface, Object};
use domain::{
    Error, consultation, edition, figure_note,
    id::{
        ConsultationId, EditionId, FigureNoteId, FundingPeriodId, InstitutionId, OfferId, OfferTypeId,
        OrganisationId, QualificationPlanId, RecountId, RegionalNetworkId, ReportRunId, SampleId, StrandId,
        SubProjectId, TargetId, TrainerId, TrainingId,
    },
    qualification_plan, record_list, recount, report, sample, target, trainer, training,
};
use uuid::Uuid;

use crate::{
    access::Access,
    caller::Called,
    consultation::Consultation,
    edition::ReportEdition,
    error::{ApiError, Result},
    figure_note::FigureNote,
    funding_period::FundingPeriod,
    id::{self, Kind},
    institution::Institution,
    loader::{AsOf, KnownAt},
    offer::Offer,
    offer_type::OfferType,
    organisation::Organisation,
    qualification_plan::QualificationPlan,
    recount::Recount,
    regional_network::RegionalNetwork,
    report::ReportRun,
    sample::Sample,
    scalar::DateTime,
    strand::Strand,
    sub_project::SubProject,
    target::Target,
    trainer::Trainer,
    training::Training,
};

/// Anything with an id.
#[derive(Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "Opaque id."))]
pub enum Node {
    /// A funding period.
    FundingPeriod(FundingPeriod),
    /// An institution.
    Institution(Institution),
    /// A strand.
    Strand(Strand),
    /// A type of offer.
    OfferType(OfferType),
    /// A regional network.
    RegionalNetwork(RegionalNetwork),
    /// An organisation.
    Organisation(Organisation),
    /// A sub-project.
    SubProject(SubProject),
    /// An offer.
    Offer(Offer),
    /// A report run.
    ReportRun(ReportRun),
    /// An edition of a report.
    ReportEdition(ReportEdition),
    /// A recount.
    Recount(Recount),
    /// A consultation.
    Consultation(Consultation),
    /// A training.
    Training(Training),
    /// A qualification plan.
    QualificationPlan(QualificationPlan),
    /// A trainer of the pool.
    Trainer(Trainer),
    /// A target.
    Target(Target),
    /// A sample.
    Sample(Sample),
    /// A note on a figure.
    FigureNote(FigureNote),
}

/// The part of the query root about ids.
#[derive(Default)]
pub struct NodeQuery;

#[Object]
impl NodeQuery {
    /// Anything the caller may see, by its id.
    #[graphql(guard = "Access::Public")]
    async fn node(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
        #[graphql(desc = "As known at this moment; null means now.")] known_at: Option<DateTime>,
    ) -> Result<Option<Node>> {
        let (kind, key) = id::decode(&id)?;
        let found = find(ctx, (kind, key), known_at.map(|at| at.0)).await?;
        found.map(Some).ok_or_else(|| ApiError::not_found("node"))
    }
}

async fn find(ctx: &Context<'_>, (kind, key): (Kind, Uuid), known_at: KnownAt) -> Result<Option<Node>> {
    let (caller, loaders) = (ctx.caller(), ctx.loaders());
    let (domain, viewer) = (&caller.domain, &caller.viewer);
    Ok(match kind {
        Kind::FundingPeriod => {
            let row = loaders.find(FundingPeriodId(key)).await?;
            row.map(|row| FundingPeriod { row, known_at }.into())
        }
        Kind::Institution => {
            let on = domain.clock.today();
            loaders.find(InstitutionId(key)).await?.map(|row| Institution { row, on }.into())
        }
        Kind::Strand => loaders.find(StrandId(key)).await?.map(|row| Strand(row).into()),
        Kind::OfferType => loaders.find(OfferTypeId(key)).await?.map(|row| OfferType(row).into()),
        Kind::RegionalNetwork => {
            let row = loaders.find(AsOf { key: RegionalNetworkId(key), known_at }).await?;
            row.map(|row| RegionalNetwork { row, known_at }.into())
        }
        Kind::Organisation => {
            let row = loaders.find(AsOf { key: OrganisationId(key), known_at }).await?;
            row.map(|row| Organisation { row, known_at }.into())
        }
        Kind::SubProject => {
            let row = loaders.find(AsOf { key: SubProjectId(key), known_at }).await?;
            row.map(|row| SubProject { row, known_at }.into())
        }
        Kind::Offer => {
            let row = loaders.find(AsOf { key: OfferId(key), known_at }).await?;
            row.map(|row| Offer { row, known_at }.into())
        }
        Kind::Recount => match recount::get(domain, viewer, RecountId(key)).await {
            Err(Error::Forbidden) => None,
            found => Some(Recount::new(found?).into()),
        },
        Kind::ReportRun => {
            let run = report::get(domain, viewer, ReportRunId(key)).await?;
            Some(ReportRun(run).into())
        }
        Kind::ReportEdition => {
            let found = edition::get(domain, viewer, EditionId(key)).await?;
            Some(ReportEdition(found).into())
        }
        Kind::Consultation => {
            let row =
                record_list::get::<consultation::Entity>(domain, viewer, (ConsultationId(key), known_at))
                    .await?;
            Some(Consultation { row, known_at }.into())
        }
        Kind::Training => {
            let row =
                record_list::get::<training::Entity>(domain, viewer, (TrainingId(key), known_at)).await?;
            Some(Training { row, known_at }.into())
        }
        Kind::QualificationPlan => {
            let row = record_list::get::<qualification_plan::Entity>(
                domain,
                viewer,
                (QualificationPlanId(key), known_at),
            )
            .await?;
            Some(QualificationPlan { row, known_at }.into())
        }
        Kind::Trainer => {
            let row = record_list::get::<trainer::Entity>(domain, viewer, (TrainerId(key), known_at)).await?;
            Some(Trainer { row, known_at }.into())
        }
        Kind::Target => {
            let row = target::store::get(domain, viewer, (TargetId(key), known_at)).await?;
            Some(Target { row, known_at }.into())
        }
        Kind::Sample => {
            let sample = sample::get(domain, viewer, SampleId(key)).await?;
            Some(Sample(sample.row).into())
        }
        Kind::FigureNote => {
            let note = figure_note::get(domain, viewer, FigureNoteId(key)).await?;
            Some(FigureNote(note).into())
        }
    })
}
