#![doc = include_str!("../README.md")]

mod access;
mod account;
mod caller;
mod connection;
mod consultation;
mod cost;
mod counting_profile;
mod deadline;
mod district;
mod edition;
mod error;
mod estimate;
mod figure;
mod figure_note;
mod finding;
mod funding_period;
mod id;
mod indicator;
mod institution;
mod limits;
mod loader;
mod misfit;
mod node;
mod nullable;
mod offer;
mod offer_type;
mod operation;
mod organisation;
mod participant;
mod qualification_plan;
mod record;
mod recount;
mod regional_network;
mod report;
mod sample;
mod scalar;
mod stored;
mod strand;
mod sub_project;
mod target;
mod target_attainment;
mod trainer;
mod training;
mod variables;
mod waiver;
mod weight;
mod working_group;
mod worklist;

use async_graphql::{EmptySubscription, MergedObject, SDLExportOptions, Schema};

pub use caller::Caller;
pub use error::Code;
pub use limits::Limits;
pub use operation::{Operation, Reply};

/// Everything that can be asked. The network's structure and public figures are open to anybody.
#[derive(MergedObject, Default)]
#[graphql(name = "Query")]
struct Query(
    account::AccountQuery,
    consultation::ConsultationQuery,
    counting_profile::CountingProfileQuery,
    deadline::DeadlineQuery,
    deadline::check::PreCheckQuery,
    edition::hand_in::HandInQuery,
    district::DistrictQuery,
    edition::EditionQueries,
    estimate::EstimateQuery,
    figure::FigureQuery,
    finding::FindingQuery,
    funding_period::FundingPeriodQuery,
    indicator::IndicatorQuery,
    institution::InstitutionQuery,
    node::NodeQuery,
    offer::OfferQuery,
    offer_type::OfferTypeQuery,
    organisation::OrganisationQuery,
    qualification_plan::QualificationPlanQuery,
    recount::RecountQuery,
    report::ReportQuery,
    sample::SampleQuery,
    sub_project::SubProjectQuery,
    target::TargetQuery,
    trainer::TrainerQuery,
    training::TrainingQuery,
    target_attainment::TargetAttainmentQuery,
    worklist::WorklistQuery,
);

/// Everything that can be done: one business action each.
#[derive(MergedObject, Default)]
#[graphql(name = "Mutation")]
struct Mutation(
    counting_profile::CountingProfileMutation,
    deadline::change::DeadlineMutation,
    indicator::IndicatorMutation,
    recount::RecountMutation,
    edition::change::EditionMutation,
    estimate::EstimateMutation,
    figure_note::FigureNoteMutation,
    report::ReportMutation,
    report::change::ReportChangeMutation,
    sample::SampleMutation,
    waiver::WaiverMutation,
);

/// The API: its schema and its limits.
#[derive(Clone)]
pub struct Api {
    schema: Schema<Query, Mutation, EmptySubscription>,
    limits: Limits,
}

impl Api {
    /// The API within limits. Needs no database: a request brings its own.
    pub fn new(limits: Limits) -> Self {
        let schema = Schema::build(Query::default(), Mutation::default(), EmptySubscription)
            .extension(cost::Cost(limits.complexity))
            .extension(nullable::Nullable)
            .finish();
        Self { schema, limits }
    }

    /// The schema in the schema definition language, as committed in `schema.graphql`.
    pub fn sdl(&self) -> String {
        let options = SDLExportOptions::new()
            .sorted_fields()
            .sorted_arguments()
            .sorted_enum_items()
            .prefer_single_line_descriptions()
            .use_space_ident();
        self.schema.sdl_with_options(options)
    }
}
