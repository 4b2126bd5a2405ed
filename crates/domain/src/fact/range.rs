//! A stretch of an operation's people and records, small enough for one transaction.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect,
    Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Func},
};

use crate::{
    Result, consultation, id::SubProjectId, indicator_value, participation, record_query::OfSubProject,
    supported_entity, trainer, training,
};

/// Everything counted in some sub-projects whose key lies behind one key and up to another. The key is that of the
/// person; that of the record where it knows nobody.
#[derive(Clone, Debug)]
pub(crate) struct Range {
    /// The sub-projects: one whole operation.
    pub sub_projects: Vec<SubProjectId>,
    /// Behind this key; none means from the first.
    pub after: Option<Uuid>,
    /// Up to this key; none means to the last.
    pub to: Option<Uuid>,
}

impl Range {
    /// Whether a key lies in it.
    pub fn contains(&self, key: Uuid) -> bool {
        self.after.is_none_or(|after| key > after) && self.to.is_none_or(|to| key <= to)
    }

    /// The condition that a key lies in it.
    pub fn condition(&self, key: impl Into<Expr>) -> Condition {
        let key: Expr = key.into();
        Condition::all()
            .add_option(self.after.map(|after| key.clone().gt(after)))
            .add_option(self.to.map(|to| key.lte(to)))
    }

    /// The current rows of a table in it.
    pub fn of<E: OfSubProject>(&self, key: impl Into<Expr>) -> Select<E> {
        E::current()
            .filter(E::SUB_PROJECT_ID.is_in(self.sub_projects.iter().copied()))
            .filter(self.condition(key))
    }

    /// The first keys of people and records in it, ascending, each once; at most `limit`, when there is one.
    pub async fn keys(&self, db: &impl ConnectionTrait, limit: Option<u64>) -> Result<Vec<Uuid>> {
        let person = participation::Column::ParticipantId.into_expr();
        let mut keys = self.distinct::<participation::Entity>(db, (person, limit)).await?;
        keys.extend(self.distinct::<consultation::Entity>(db, (person_or_consultation(), limit)).await?);
        keys.extend(self.own::<training::Entity>(db, limit).await?);
        keys.extend(self.own::<supported_entity::Entity>(db, limit).await?);
        keys.extend(self.own::<trainer::Entity>(db, limit).await?);
        keys.extend(self.own::<indicator_value::Entity>(db, limit).await?);
        keys.sort_unstable();
        keys.dedup();
        keys.truncate(limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX));
        Ok(keys)
    }

    async fn own<E: OfSubProject>(&self, db: &impl ConnectionTrait, limit: Option<u64>) -> Result<Vec<Uuid>> {
        self.distinct::<E>(db, (E::ID.into_expr(), limit)).await
    }

    async fn distinct<E: OfSubProject>(
        &self,
        db: &impl ConnectionTrait,
        (key, limit): (Expr, Option<u64>),
    ) -> Result<Vec<Uuid>> {
        let select = self.of::<E>(key.clone()).select_only().expr_as(key.clone(), "key").distinct();
        Ok(select.order_by(key, Order::Asc).limit(limit).into_tuple().all(db).await?)
    }
}

/// The key of a consultation.
pub(crate) fn person_or_consultation() -> Expr {
    either(consultation::Entity, consultation::Column::ParticipantId, consultation::Column::Id)
}

/// The first of two columns that is there.
pub(crate) fn either<E: EntityTrait>(table: E, one: E::Column, other: E::Column) -> Expr {
    Func::coalesce([Expr::col((table, one)), Expr::col((table, other))]).into()
}
