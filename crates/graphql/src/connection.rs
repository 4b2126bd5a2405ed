//! Pages of long lists, by key: stable while rows come and go.

use std::borrow::Cow;

use async_graphql::{Object, OutputType, SimpleObject, TypeName};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::Part;
use futures::future::BoxFuture;
use serde::{Serialize, de::DeserializeOwned};

use crate::error::{ApiError, Result};

/// Rows on a page when the caller does not say.
pub const DEFAULT_PAGE_SIZE: usize = 20;
/// Rows a page may have at most.
pub const MAX_PAGE_SIZE: usize = 100;

/// How many rows a page may cost: what `first` says, within its bounds.
pub fn page_size(first: Option<i32>) -> usize {
    first
        .and_then(|first| usize::try_from(first).ok())
        .map_or(DEFAULT_PAGE_SIZE, |first| first.clamp(1, MAX_PAGE_SIZE))
}

/// Which page is wanted: `first` rows behind the key `after`.
#[derive(Clone, Debug)]
pub struct Wanted<K> {
    /// Of which list: the name of its field. A cursor holds for it alone.
    list: &'static str,
    /// How many rows, 1 to 100.
    pub first: usize,
    /// Behind which key.
    pub after: Option<K>,
}

impl<Id: Clone> Wanted<(String, Id)> {
    /// The page to read of a list sorted by a text and a key.
    pub fn page(&self) -> domain::Page<Id> {
        domain::Page { after: self.after.clone(), limit: self.first }
    }
}

impl<K: Serialize> Wanted<K> {
    /// The page of the rows read, each with its key and as its node.
    pub fn shown<R, N>(&self, part: Part<R>, key: impl Fn(&R) -> K, node: impl Fn(R) -> N) -> Page<N> {
        let edge = |row| Edge { cursor: write(&(self.list, key(&row))), node: node(row) };
        Page {
            edges: part.rows.into_iter().map(edge).collect(),
            has_previous_page: self.after.is_some(),
            has_next_page: part.goes_on,
        }
    }
}

impl<K: DeserializeOwned> Wanted<K> {
    /// Reads the arguments `first` and `after` of a list.
    ///
    /// # Errors
    /// `BAD_INPUT` when `first` is not within 1 to 100 or `after` is not a cursor of this list.
    pub fn new(list: &'static str, (first, after): (Option<i32>, Option<String>)) -> Result<Self> {
        if first.is_some_and(|first| !(1..=100).contains(&first)) {
            return Err(ApiError::bad_input("page-size", "first"));
        }
        let after = after
            .map(|cursor| read(list, &cursor).ok_or_else(|| ApiError::bad_input("not-a-cursor", "after")))
            .transpose()?;
        Ok(Self { list, first: page_size(first), after })
    }
}

fn read<K: DeserializeOwned>(list: &str, cursor: &str) -> Option<K> {
    let (of, key): (String, K) = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    (of == list).then_some(key)
}

fn write(key: &impl Serialize) -> String {
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(key).expect("keys are plain data"))
}

/// Counts the whole list when somebody asks.
type Count = Box<dyn Fn() -> BoxFuture<'static, domain::Result<u64>> + Send + Sync>;

/// A page of a list and how it goes on.
pub struct Connection<N> {
    edges: Vec<Edge<N>>,
    has_previous_page: bool,
    has_next_page: bool,
    count: Count,
}

/// A page that does not know yet how long the list is.
pub struct Page<N> {
    edges: Vec<Edge<N>>,
    has_previous_page: bool,
    has_next_page: bool,
}

impl<N> Page<N> {
    /// The page with a way to count the whole list.
    pub fn counted_by(
        self,
        count: impl Fn() -> BoxFuture<'static, domain::Result<u64>> + Send + Sync + 'static,
    ) -> Connection<N> {
        Connection {
            edges: self.edges,
            has_previous_page: self.has_previous_page,
            has_next_page: self.has_next_page,
            count: Box::new(count),
        }
    }
}

/// A page of a list. Ask for the next one with `after: pageInfo.endCursor`.
#[Object(name_type)]
impl<N: OutputType> Connection<N> {
    /// The entries of the page, each with its cursor.
    async fn edges(&self) -> &[Edge<N>] {
        &self.edges
    }

    /// The entries of the page.
    async fn nodes(&self) -> Vec<&N> {
        self.edges.iter().map(|edge| &edge.node).collect()
    }

    /// How the list goes on.
    async fn page_info(&self) -> PageInfo {
        PageInfo {
            has_previous_page: self.has_previous_page,
            has_next_page: self.has_next_page,
            start_cursor: self.edges.first().map(|edge| edge.cursor.clone()),
            end_cursor: self.edges.last().map(|edge| edge.cursor.clone()),
        }
    }

    /// How long the whole list is. Counted only when asked for.
    #[graphql(complexity = 10)]
    async fn total_count(&self) -> Result<u64> {
        Ok((self.count)().await?)
    }
}

impl<N: OutputType> TypeName for Connection<N> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Connection", N::type_name()).into()
    }
}

/// An entry of a page with its cursor.
pub struct Edge<N> {
    cursor: String,
    node: N,
}

/// An entry of a page with its cursor.
#[Object(name_type)]
impl<N: OutputType> Edge<N> {
    /// The place of the entry in the list; opaque.
    async fn cursor(&self) -> &str {
        &self.cursor
    }

    /// The entry.
    async fn node(&self) -> &N {
        &self.node
    }
}

impl<N: OutputType> TypeName for Edge<N> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Edge", N::type_name()).into()
    }
}

/// How a list goes on from a page.
#[derive(SimpleObject)]
pub struct PageInfo {
    /// Whether there are entries before the page.
    has_previous_page: bool,
    /// Whether there are entries behind the page.
    has_next_page: bool,
    /// Cursor of the first entry of the page.
    start_cursor: Option<String>,
    /// Cursor of the last entry of the page: `after` of the next.
    end_cursor: Option<String>,
}
