//! Errors as clients see them: a code of a closed set, words in the caller's language, and nothing from inside.

use std::{error::Error as _, sync::Arc};

use async_graphql::{ErrorExtensionValues, ServerError, SimpleObject, Value};
use domain::id::RequestId;
use serde_json::json;
use texts::Language;

use crate::misfit;

/// `extensions.code` of every error. The set is closed: a client may match on it exhaustively.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Code {
    /// Nobody is signed in, and the field asks for somebody.
    Unauthenticated,
    /// The caller may not do this. What the caller may not see is `NotFound` instead.
    Forbidden,
    /// There is no such thing, or the caller may not see it.
    NotFound,
    /// The request does not parse, does not fit the schema, or breaks a rule.
    BadInput,
    /// The request is larger, deeper or costlier than allowed, or comes while the database is busy: the message says
    /// which, and whether trying again helps.
    Limit,
    /// Our fault; `extensions.requestId` leads to the cause in the log.
    Internal,
}

impl Code {
    /// The code as it is sent, e.g. `NOT_FOUND`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// After so many seconds it is worth while to ask a busy database again.
const RETRY_AFTER: u32 = 30;

/// Why a resolver failed.
///
/// It deliberately has no `Display`: an internal error cannot become a message by way of `?`.
#[derive(Clone)]
pub struct ApiError(Arc<domain::Error>);

/// What resolvers return.
pub type Result<T> = std::result::Result<T, ApiError>;

impl ApiError {
    /// The mistake `code` in the argument `field`.
    pub fn bad_input(code: &'static str, field: &'static str) -> Self {
        domain::Error::invalid(domain::UserError::new(code, field)).into()
    }

    /// The thing asked for does not exist for the caller.
    pub fn not_found(what: &'static str) -> Self {
        domain::Error::NotFound(what).into()
    }

    /// The code it is sent with.
    fn code(&self) -> Code {
        match &*self.0 {
            domain::Error::Unauthenticated => Code::Unauthenticated,
            domain::Error::Forbidden => Code::Forbidden,
            domain::Error::NotFound(_) => Code::NotFound,
            domain::Error::Invalid(_) => Code::BadInput,
            domain::Error::Busy(_) => Code::Limit,
            _ => Code::Internal,
        }
    }

    /// The mistakes in the input, if that is what it is about.
    fn user_errors(&self) -> &[domain::UserError] {
        match &*self.0 {
            domain::Error::Invalid(errors) => errors,
            _ => &[],
        }
    }

    /// What happened, in words that reveal nothing.
    fn message(&self, language: Language) -> String {
        self.0.message(language).unwrap_or_else(|| internal(language))
    }
}

impl From<domain::Error> for ApiError {
    fn from(error: domain::Error) -> Self {
        Self(Arc::new(error))
    }
}

impl From<ApiError> for async_graphql::Error {
    fn from(error: ApiError) -> Self {
        Self { message: error.code().as_str().to_owned(), source: Some(Arc::new(error)), extensions: None }
    }
}

/// One mistake in an input, with the place and the rule.
#[derive(SimpleObject)]
pub struct UserError {
    /// Stable code of the rule.
    code: &'static str,
    /// Name of the input field, e.g. `cutOff`.
    field: &'static str,
    /// What is wrong and how to mend it, in the language of the request.
    message: String,
    /// The rule's source (Rechtsgrundlage), when it has one.
    legal_source: Option<String>,
}

impl UserError {
    /// Mistakes in words.
    pub fn all(errors: &[domain::UserError], language: Language) -> Vec<Self> {
        let one = |error: &domain::UserError| Self {
            code: error.code,
            field: error.field,
            message: error.message(language),
            legal_source: error.legal_source.map(|source| texts::legal_source(language, source)),
        };
        errors.iter().map(one).collect()
    }
}

/// What came of a change as payloads tell it: the thing changed, or the mistakes of the user in words.
///
/// # Errors
/// Whatever else went wrong.
pub fn told<T>(outcome: domain::Result<T>, language: Language) -> Result<(Option<T>, Vec<UserError>)> {
    match outcome {
        Ok(changed) => Ok((Some(changed), Vec::new())),
        Err(domain::Error::Invalid(mistakes)) => Ok((None, UserError::all(&mistakes, language))),
        Err(error) => Err(error.into()),
    }
}

/// The words for what is our fault.
fn internal(language: Language) -> String {
    texts::text(language, "error-internal")
}

/// An error that stopped a request before anything ran.
pub(crate) fn refused(code: Code, message: impl Into<String>) -> ServerError {
    let mut error = ServerError::new(message, None);
    set(&mut error, "code", code.as_str().into());
    error
}

/// The error of a request that panicked.
pub(crate) fn panicked(language: Language, request_id: RequestId) -> ServerError {
    let mut error = refused(Code::Internal, internal(language));
    set(&mut error, "requestId", request_id.to_string().into());
    error
}

/// Gives an error its code and its words, and logs the cause of an internal one: this is where it is handled.
pub(crate) fn translate(error: &mut ServerError, language: Language, request_id: RequestId) {
    let Some(cause) = error.source::<ApiError>().cloned() else {
        if error.extensions.as_ref().is_none_or(|extensions| extensions.get("code").is_none()) {
            mark_as_bad_input(error);
        }
        if let Some(words) = misfit::in_words(&error.message, language) {
            error.message = words;
        }
        return;
    };
    error.message = cause.message(language);
    error.source = None;
    set(error, "code", cause.code().as_str().into());
    if let domain::Error::Busy(busy) = &*cause.0 {
        tracing::warn!(request.id = %request_id, error = %busy, "the database is busy");
        set(error, "retryAfter", RETRY_AFTER.into());
    }
    if cause.code() == Code::Internal {
        set(error, "requestId", request_id.to_string().into());
        log(&cause.0, request_id);
    }
    if !cause.user_errors().is_empty() {
        set(error, "userErrors", in_words(cause.user_errors(), language));
    }
}

/// Whether the error says that somebody may not do or see something.
pub(crate) fn is_refusal(error: &ServerError) -> bool {
    let code = error.extensions.as_ref().and_then(|extensions| extensions.get("code"));
    [Code::Forbidden, Code::NotFound].iter().any(|refusal| code == Some(&Value::from(refusal.as_str())))
}

/// Marks an error of the parser.
pub(crate) fn mark_as_bad_input(error: &mut ServerError) {
    set(error, "code", Code::BadInput.as_str().into());
}

fn set(error: &mut ServerError, name: &str, value: Value) {
    error.extensions.get_or_insert_with(ErrorExtensionValues::default).set(name, value);
}

fn in_words(errors: &[domain::UserError], language: Language) -> Value {
    let list = UserError::all(errors, language).into_iter().map(|error| {
        let words = json!({
            "code": error.code,
            "field": error.field,
            "message": error.message,
            "legalSource": error.legal_source,
        });
        Value::from_json(words).unwrap_or_default()
    });
    Value::List(list.collect())
}

fn log(error: &domain::Error, request_id: RequestId) {
    let mut cause = error.source();
    let mut chain = error.to_string();
    while let Some(error) = cause {
        chain = format!("{chain}: {error}");
        cause = error.source();
    }
    tracing::error!(request.id = %request_id, error = chain, "a resolver failed");
}
