//! Indicators: what figures count.

mod mutation;

use std::sync::Arc;

use async_graphql::{Context, Enum, Object};
use counting::Group;
use domain::{
    funding_period,
    indicator::{self, Bilingual, Catalogue},
    recount,
};
pub use mutation::IndicatorMutation;
use texts::Language;

use crate::{
    access::Access,
    caller::Called,
    error::{ApiError, Result},
    scalar::DateTime,
};

/// A language of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "Language")]
pub enum TextLanguage {
    /// German.
    De,
    /// English.
    En,
}

impl From<TextLanguage> for Language {
    fn from(language: TextLanguage) -> Self {
        match language {
            TextLanguage::De => Self::De,
            TextLanguage::En => Self::En,
        }
    }
}

impl From<Language> for TextLanguage {
    fn from(language: Language) -> Self {
        match language {
            Language::De => Self::De,
            Language::En => Self::En,
        }
    }
}

/// The kind of an indicator; for those of a law the part of the regulation's annex.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Group")]
pub enum IndicatorGroup {
    /// Participants (Gemeinsame Outputindikatoren für Teilnehmende), Annex I point 1.1.
    Participants,
    /// Characteristics that may stay unanswered (freiwillige Angaben), Annex I point 1.2.
    ParticipantsVoluntary,
    /// Everyone who took part, whatever is known of them (ESF 2014-20 only).
    GrandTotal,
    /// Supported entities (Einrichtungen), Annex I point 2.
    Entities,
    /// Projects of a certain kind (ESF 2014-20 only), Annex I point 2.
    Projects,
    /// Results upon leaving (unmittelbare Ergebnisse), Annex I point 3.
    ImmediateResults,
    /// Results six months after leaving (längerfristige Ergebnisse), Annex I point 4.
    LongerTermResults,
    /// What the programme does (Aktivitäten), by no legal act.
    Activities,
}

/// Who asks for an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "indicator::RulebookKind")]
pub enum RulebookKind {
    /// The law: the common indicators of the European Social Fund in the period.
    Law,
    /// The programme: indicators that an administrator defines for the period, such as those of the BMAS.
    Programme,
    /// The network: consultations, trainings, plans and whatever else its work consists of.
    Activities,
}

/// What a figure of an indicator counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "counting::Unit")]
pub enum CountUnit {
    /// People, each once: per operation for an indicator of a law, per sub-project for one of the programme.
    Persons,
    /// Organisations.
    Entities,
    /// Projects, each once.
    Projects,
    /// Contacts of a consultation (Beratungskontakte): somebody who comes twice is two.
    Contacts,
    /// Entries into measures (Eintritte): somebody who enters two is two.
    Entries,
    /// Things that took place, such as training events.
    Events,
    /// Attendances at events (Anwesenheiten): somebody who comes to two is two.
    Attendances,
    /// Minutes.
    Minutes,
    /// Plans.
    Plans,
    /// Trainers, each once per sub-project.
    Trainers,
    /// A number entered by hand; what it counts, the indicator's name says.
    Value,
}

/// An indicator of a period.
pub struct Indicator(pub Arc<indicator::Indicator>);

impl Indicator {
    /// A text in a language; that of the request unless another is asked for.
    fn text<'a>(ctx: &Context<'_>, text: &'a Bilingual, language: Option<TextLanguage>) -> &'a str {
        text.r#in(language.map_or(ctx.caller().language, Language::from))
    }
}

/// An indicator (Indikator): what is counted, by which definition and legal source.
#[Object]
impl Indicator {
    /// Code of the programme documents, e.g. `EECO01`; unique in a period.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Who asks for it.
    async fn kind(&self) -> RulebookKind {
        self.0.kind.into()
    }

    /// German name.
    async fn name_de(&self) -> &str {
        &self.0.name.de
    }

    /// English name.
    async fn name_en(&self) -> &str {
        &self.0.name.en
    }

    /// Name in a language; the one of the request unless another is asked for.
    async fn name(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Language of the answer.")] language: Option<TextLanguage>,
    ) -> &str {
        Self::text(ctx, &self.0.name, language)
    }

    /// What is counted (Definition).
    async fn definition(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Language of the answer.")] language: Option<TextLanguage>,
    ) -> &str {
        Self::text(ctx, &self.0.definition, language)
    }

    /// Whom the indicator can count (Grundgesamtheit).
    async fn eligible(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Language of the answer.")] language: Option<TextLanguage>,
    ) -> &str {
        Self::text(ctx, &self.0.eligible, language)
    }

    /// The moment the value describes (Bezugszeitpunkt).
    async fn reference(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Language of the answer.")] language: Option<TextLanguage>,
    ) -> &str {
        Self::text(ctx, &self.0.reference, language)
    }

    /// The regulation and the place in it, or the document that asks for it (Rechtsgrundlage).
    async fn legal_source(&self) -> &str {
        &self.0.legal_source
    }

    /// Counts up with every change of the definition.
    async fn version(&self) -> u16 {
        self.0.version
    }

    /// Its kind; for those of a law the part of the regulation's annex.
    async fn group(&self) -> IndicatorGroup {
        self.0.group.into()
    }

    /// What its figures count.
    async fn unit(&self) -> CountUnit {
        self.0.unit.into()
    }

    /// Whether it measures what came of the support, not the support itself (Ergebnis, nicht Output).
    async fn is_result(&self) -> bool {
        self.0.is_result
    }
}

/// The part of the query root about indicators.
#[derive(Default)]
pub struct IndicatorQuery;

#[Object]
impl IndicatorQuery {
    /// The indicators of a funding period in the order of its reports: those of the law, of the programme, of the network.
    #[graphql(guard = "Access::Public", complexity = "20 * child_complexity + 1")]
    async fn indicators(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Code of the funding period, e.g. `IQ-2023`.")] period: String,
        #[graphql(desc = "Only those that these ask for; null means all.")] kinds: Option<Vec<RulebookKind>>,
        #[graphql(desc = "Definitions as known at this moment; null means now.")] known_at: Option<DateTime>,
    ) -> Result<Vec<Indicator>> {
        let domain = &ctx.caller().domain;
        let db = &domain.db;
        let period = funding_period::store::by_code(db, &period).await?;
        let period = period.ok_or_else(|| ApiError::not_found("funding_period"))?;
        let moment = recount::moment(domain, period.id, known_at.map(|at| at.0)).await?;
        let catalogue = Catalogue::of(db, &period, moment).await?;
        let kinds: Option<Vec<indicator::RulebookKind>> =
            kinds.map(|kinds| kinds.into_iter().map(Into::into).collect());
        let wanted = catalogue
            .all()
            .iter()
            .filter(|indicator| kinds.as_ref().is_none_or(|kinds| kinds.contains(&indicator.kind)));
        Ok(wanted.map(|indicator| Indicator(Arc::clone(indicator))).collect())
    }
}
