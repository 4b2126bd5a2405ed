//! A field that may be null becomes null when it fails, and what is around it stays.
//!
//! The library does so for errors inside a value, but lets the error of a resolver or a guard empty the whole answer.

use std::sync::{Arc, Mutex};

use async_graphql::{
    ServerError, ServerResult, Value,
    extensions::{Extension, ExtensionContext, ExtensionFactory, NextResolve, ResolveInfo},
};

/// The errors of fields that became null; one list per request.
#[derive(Clone, Default)]
pub(crate) struct FieldErrors(Arc<Mutex<Vec<ServerError>>>);

impl FieldErrors {
    /// Takes the errors out.
    pub fn take(&self) -> Vec<ServerError> {
        self.0.lock().map(|mut errors| std::mem::take(&mut *errors)).unwrap_or_default()
    }

    fn add(&self, error: ServerError) {
        if let Ok(mut errors) = self.0.lock() {
            errors.push(error);
        }
    }
}

/// Turns failing fields into null where the schema allows it.
pub(crate) struct Nullable;

impl ExtensionFactory for Nullable {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(Self)
    }
}

#[async_trait::async_trait]
impl Extension for Nullable {
    async fn resolve(
        &self,
        ctx: &ExtensionContext<'_>,
        info: ResolveInfo<'_>,
        next: NextResolve<'_>,
    ) -> ServerResult<Option<Value>> {
        let may_be_null = !info.return_type.ends_with('!');
        let result = next.run(ctx, info).await;
        match (result, ctx.data_opt::<FieldErrors>()) {
            (Err(error), Some(errors)) if may_be_null => {
                errors.add(error);
                Ok(None)
            }
            (result, _) => result,
        }
    }
}
