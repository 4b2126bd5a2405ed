//! Variables, checked before anything runs: how many there are, that those required were sent, and that no text holds a
//! character that a database cannot.

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

/// Whether a text of the query or the variables holds the NUL character, which PostgreSQL cannot store.
pub fn hold_nul(query: &str, sent: &Variables) -> bool {
    query.contains('\0')
        || query.contains("\\u0000")
        || query.contains("\\u{0")
        || sent.values().any(holds_nul)
}

fn holds_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::List(items) => items.iter().any(holds_nul),
        Value::Object(fields) => fields.values().any(holds_nul),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Variables, hold_nul};

    #[test]
    fn a_nul_is_found_wherever_it_is() {
        for (sent, expected) in [
            (serde_json::json!({ "a": "b" }), false),
            (serde_json::json!({ "a": "b\u{0}" }), true),
            (serde_json::json!({ "a": { "b": [1, "\u{0}"] } }), true),
        ] {
            assert_eq!(hold_nul("{ a }", &Variables::from_json(sent.clone())), expected, "{sent}");
        }
    }
}
