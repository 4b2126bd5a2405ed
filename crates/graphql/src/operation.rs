//! From a request to a reply: parse, weigh, execute, translate errors.

use std::{panic::AssertUnwindSafe, time::Instant};

use async_graphql::{
    Executor, Request, Response, ServerError, Value,
    parser::{
        parse_query,
        types::{DocumentOperations, ExecutableDocument, OperationDefinition, OperationType},
    },
};
use domain::{audit, id::RequestId};
use futures::{FutureExt, future::BoxFuture};
use serde::Serialize;
use texts::Language;
use tracing::Instrument;

use crate::{
    Api,
    caller::Caller,
    error::{self, Code},
    loader::Loaders,
    nullable::FieldErrors,
    variables, weight,
};

/// An answer names no more errors than this.
const MOST_ERRORS: usize = 20;

/// A request whose document has been parsed and is not too large.
pub struct Operation {
    request: Request,
    kind: Option<OperationType>,
}

impl Operation {
    /// Whether it changes something, so that only `POST` may carry it.
    pub fn is_mutation(&self) -> bool {
        self.kind == Some(OperationType::Mutation)
    }
}

/// What goes back to the client.
#[derive(Debug, Serialize)]
pub struct Reply {
    /// What went wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ServerError>,
    /// The answer; missing when nothing ran.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<Value>,
}

impl Reply {
    /// A request that was refused before anything ran.
    pub fn refused(code: Code, message: impl Into<String>) -> Self {
        Self { errors: vec![error::refused(code, message)], data: None }
    }

    /// Whether anything ran: if not, the request itself was at fault.
    pub fn has_run(&self) -> bool {
        self.data.is_some()
    }

    /// Errors from before execution have no path; they leave no data.
    fn new(response: Response) -> Self {
        let has_run = response.errors.iter().all(|error| !error.path.is_empty());
        Self { errors: response.errors, data: has_run.then_some(response.data) }
    }
}

impl Api {
    /// Parses and weighs the document of a request.
    ///
    /// # Errors
    /// The reply to send when it does not parse (`BAD_INPUT`) or is too large (`LIMIT`).
    pub fn prepare(&self, mut request: Request, language: Language) -> Result<Operation, Reply> {
        let too_much = |excess: weight::Excess| Reply::refused(Code::Limit, excess.message());
        weight::check_text(&self.limits, &request.query).map_err(too_much)?;
        if variables::hold_nul(&request.query, &request.variables) {
            return Err(Reply::refused(Code::BadInput, texts::text(language, "error-text-nul")));
        }
        let document = parse_query(&request.query).map_err(|error| {
            let mut error = ServerError::from(error);
            error::mark_as_bad_input(&mut error);
            Reply { errors: vec![error], data: None }
        })?;
        weight::check_document(&self.limits, &document).map_err(too_much)?;
        let chosen = chosen(&document, request.operation_name.as_deref());
        if let Some(mistake) = chosen.and_then(|chosen| variables::mistake(chosen, &request.variables)) {
            return Err(Reply::refused(Code::BadInput, mistake));
        }
        let kind = chosen.map(|chosen| chosen.ty);
        request.set_parsed_query(document);
        Ok(Operation { request, kind })
    }

    /// Executes an operation for a caller. A panic becomes an `INTERNAL` error.
    ///
    /// The future is boxed so that the resolvers are compiled here, once: an unboxed one is compiled by every crate that awaits it.
    pub fn execute(&self, operation: Operation, caller: Caller) -> BoxFuture<'_, Reply> {
        execute(&self.schema, operation, caller).boxed()
    }
}

async fn execute(schema: &impl Executor, operation: Operation, caller: Caller) -> Reply {
    let (language, request_id) = (caller.language, caller.viewer.request_id);
    let (domain, viewer) = (caller.domain.clone(), caller.viewer.clone());
    let span = tracing::info_span!(
        "graphql",
        request.id = %request_id,
        operation.kind = operation.kind.map(tracing::field::display),
        operation.complexity = tracing::field::Empty,
    );
    let start = Instant::now();
    let loaders = Loaders::new(&caller);
    let field_errors = FieldErrors::default();
    let request = operation.request.data(loaders).data(caller).data(field_errors.clone());
    let running = AssertUnwindSafe(schema.execute(request)).catch_unwind();
    let result = running.instrument(span.clone()).await;
    let mut reply = result.map_or_else(|_| panicked(language, request_id), Reply::new);
    reply.errors.extend(field_errors.take());
    reply.errors.truncate(MOST_ERRORS);
    for error in &mut reply.errors {
        span.in_scope(|| error::translate(error, language, request_id));
    }
    if reply.errors.iter().any(error::is_refusal) {
        audit::refused(&domain, &viewer, "graphql").await;
    }
    let _in_span = span.enter();
    tracing::info!(duration_ms = start.elapsed().as_millis(), errors = reply.errors.len(), "answered");
    reply
}

fn panicked(language: Language, request_id: RequestId) -> Reply {
    tracing::error!("a resolver panicked");
    Reply { errors: vec![error::panicked(language, request_id)], data: Some(Value::Null) }
}

/// The operation of a document that a request chooses, if it chooses one.
fn chosen<'a>(document: &'a ExecutableDocument, name: Option<&str>) -> Option<&'a OperationDefinition> {
    match (&document.operations, name) {
        (DocumentOperations::Single(operation), None) => Some(&operation.node),
        (DocumentOperations::Multiple(operations), Some(name)) => {
            operations.get(name).map(|operation| &operation.node)
        }
        (DocumentOperations::Multiple(operations), None) if operations.len() == 1 => {
            operations.values().next().map(|operation| &operation.node)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
