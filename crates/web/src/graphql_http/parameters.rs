//! The parameters of a request: `query`, `operationName`, `variables`, `extensions`.

use async_graphql::{Request, Variables};
use axum::{extract::Query, http::Uri};
use serde_json::{Map, Value};

use super::Refusal;

/// From the query string of a `GET`.
pub fn from_query(uri: &Uri) -> Result<Request, Refusal> {
    let Query(pairs) = Query::<Vec<(String, String)>>::try_from_uri(uri)
        .map_err(|_| Refusal::Malformed("The query string cannot be read."))?;
    let mut parameters = Map::new();
    for (name, value) in pairs {
        let value = match name.as_str() {
            "variables" | "extensions" if !value.is_empty() => serde_json::from_str(&value)
                .map_err(|_| Refusal::Malformed("`variables` and `extensions` are JSON objects."))?,
            "variables" | "extensions" => Value::Null,
            _ => Value::String(value),
        };
        parameters.insert(name, value);
    }
    request(parameters)
}

/// From the JSON body of a `POST`.
pub fn from_body(bytes: &[u8]) -> Result<Request, Refusal> {
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(parameters)) => request(parameters),
        Ok(Value::Array(_)) => Err(Refusal::Malformed("Send one operation per request.")),
        Ok(_) => Err(Refusal::Malformed("The body is a JSON object.")),
        Err(_) => Err(Refusal::Malformed("The body is not JSON.")),
    }
}

fn request(mut parameters: Map<String, Value>) -> Result<Request, Refusal> {
    let Some(Value::String(query)) = parameters.remove("query") else {
        return Err(Refusal::Malformed("`query` is a string and must be there."));
    };
    let mut request = Request::new(query);
    match parameters.remove("operationName") {
        None | Some(Value::Null) => {}
        Some(Value::String(name)) if name.is_empty() => {}
        Some(Value::String(name)) => request = request.operation_name(name),
        Some(_) => return Err(Refusal::Malformed("`operationName` is a string.")),
    }
    match parameters.remove("variables") {
        None | Some(Value::Null) => {}
        Some(variables @ Value::Object(_)) => request = request.variables(Variables::from_json(variables)),
        Some(_) => return Err(Refusal::Malformed("`variables` is an object.")),
    }
    match parameters.remove("extensions") {
        None | Some(Value::Null | Value::Object(_)) => Ok(request),
        Some(_) => Err(Refusal::Malformed("`extensions` is an object.")),
    }
}
