//! Which organisations a list holds.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{BinOper, Expr, Func},
};

use super::{Column, Entity};
use crate::Versioned;

/// A list of organisations; each part left out leaves nothing out.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// As it was known at that moment; none means now.
    pub known_at: Option<DateTime<Utc>>,
    /// Words in the present or a former name. Case does not matter, on SQLite for A to Z only.
    pub named: Option<String>,
}

impl Query {
    pub(super) fn select(&self) -> Select<Entity> {
        let all = Entity::known_at(self.known_at);
        match &self.named {
            None => all,
            Some(words) => {
                let ever = Entity::find()
                    .apply_if(self.known_at, |versions, at| versions.filter(Column::RecordedAt.lte(at)))
                    .filter(contains(words))
                    .select_only()
                    .column(Column::Id);
                all.filter(Column::Id.in_subquery(ever.into_query()))
            }
        }
    }
}

/// The name contains the words. Both sides are lowered by the database, since it may know fewer letters than Rust.
fn contains(words: &str) -> Expr {
    let mut pattern = String::from("%");
    for letter in words.chars() {
        if matches!(letter, '%' | '_' | ESCAPE) {
            pattern.push(ESCAPE);
        }
        pattern.push(letter);
    }
    pattern.push('%');
    let pattern: Expr = Func::lower(Expr::val(pattern)).into();
    let escaped = pattern.binary(BinOper::Escape, Expr::val(ESCAPE.to_string()));
    Expr::expr(Func::lower(Column::Name.into_expr())).binary(BinOper::Like, escaped)
}

const ESCAPE: char = '!';
