//! Refuses operations that cost more than allowed, after validation and before execution.

use std::sync::Arc;

use async_graphql::{
    ServerError, ValidationResult,
    extensions::{Extension, ExtensionContext, ExtensionFactory, NextValidation},
};

use crate::error::{self, Code};

/// The most an operation may cost.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost(pub usize);

impl ExtensionFactory for Cost {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(*self)
    }
}

#[async_trait::async_trait]
impl Extension for Cost {
    async fn validation(
        &self,
        ctx: &ExtensionContext<'_>,
        next: NextValidation<'_>,
    ) -> Result<ValidationResult, Vec<ServerError>> {
        let result = next.run(ctx).await?;
        tracing::Span::current().record("operation.complexity", result.complexity);
        if result.complexity > self.0 {
            let message = format!(
                "The operation costs {}, but may cost {} at most. Ask for fewer rows (`first`) or fewer fields.",
                result.complexity, self.0
            );
            return Err(vec![error::refused(Code::Limit, message)]);
        }
        Ok(result)
    }
}
