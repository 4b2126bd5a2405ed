//! Variables, checked before anything runs: how many there are, and that those required were sent.

use async_graphql::{Name, Value, Variables, parser::types::OperationDefinition};

/// More variables than this no operation declares.
const MOST: usize = 100;

/// What is wrong with the variables of an operation, if anything.
pub fn mistake(operation: &OperationDefinition, sent: &Variables) -> Option<String> {
    let declared = &operation.variable_definitions;
    if declared.len() > MOST {
        return Some(format!(
            "The operation declares {} variables; at most {MOST} are allowed.",
            declared.len()
        ));
    }
    let missing = declared.iter().find(|variable| {
        let variable = &variable.node;
        let required = !variable.var_type.node.nullable && variable.default_value.is_none();
        required && !is_sent(sent, &variable.name.node)
    })?;
    let (name, kind) = (&missing.node.name.node, &missing.node.var_type.node);
    Some(format!("The variable ${name} of type {kind} is required and was not sent."))
}

fn is_sent(sent: &Variables, name: &Name) -> bool {
    sent.get(name).is_some_and(|value| !matches!(value, Value::Null))
}
