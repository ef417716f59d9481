//! From a JSON value to a message of JSON-RPC 2.0, or to the answer that it is none.
//!
//! It knows no method; batches, which LSP does not have, are refused.

use serde_json::{Map, Value};
use tower_lsp::jsonrpc::{Error, ErrorCode, Id, Request, Response};

/// What a frame holds.
#[derive(Debug, PartialEq)]
pub(super) enum Incoming {
    /// A request, or without an id a notification.
    Request(Request),
    /// The client's answer to something that we asked.
    Response(Response),
    /// Neither; the id is that of the answer, null where none can be read.
    Invalid(Id),
}

/// Tells what a frame holds.
pub(super) fn classify(value: Value) -> Incoming {
    let Value::Object(mut fields) = value else { return Incoming::Invalid(Id::Null) };
    let id = fields.remove("id");
    let known_id = id.as_ref().and_then(read_id);
    let version_2 = fields.get("jsonrpc").and_then(Value::as_str) == Some("2.0");
    match (fields.remove("method"), id, known_id) {
        (Some(Value::String(method)), None, _) if version_2 => match params(&mut fields) {
            Ok(params) => request(method, params, None),
            Err(()) => Incoming::Invalid(Id::Null),
        },
        (Some(Value::String(method)), _, Some(id)) if version_2 => match params(&mut fields) {
            Ok(params) => request(method, params, Some(id)),
            Err(()) => Incoming::Invalid(id),
        },
        (None, _, Some(id)) if version_2 => response(id, &mut fields),
        (_, _, id) => Incoming::Invalid(id.unwrap_or_default()),
    }
}

fn read_id(value: &Value) -> Option<Id> {
    match value {
        Value::Number(number) => number.as_i64().map(Id::Number),
        Value::String(text) => Some(Id::String(text.clone())),
        _ => None,
    }
}

fn params(fields: &mut Map<String, Value>) -> Result<Option<Value>, ()> {
    match fields.remove("params") {
        None | Some(Value::Null) => Ok(None),
        Some(params @ (Value::Object(_) | Value::Array(_))) => Ok(Some(params)),
        Some(_) => Err(()),
    }
}

fn request(method: String, params: Option<Value>, id: Option<Id>) -> Incoming {
    // Some clients send empty parameters along with `shutdown`, which has none; it must work all the same.
    let params = params.filter(|_| method != "shutdown");
    let mut request = Request::build(method);
    if let Some(params) = params {
        request = request.params(params);
    }
    if let Some(id) = id {
        request = request.id(id);
    }
    Incoming::Request(request.finish())
}

/// A request of ours as it is sent: the library writes `"params": null` where a method has none, and JSON-RPC knows no such parameters.
pub(super) fn outgoing(request: Request) -> Request {
    let (method, id, params) = request.into_parts();
    let mut request = Request::build(method);
    if let Some(params) = params.filter(|params| !params.is_null()) {
        request = request.params(params);
    }
    if let Some(id) = id {
        request = request.id(id);
    }
    request.finish()
}

fn response(id: Id, fields: &mut Map<String, Value>) -> Incoming {
    if let Some(mut error) = fields.remove("error").filter(|error| !error.is_null()) {
        let code =
            error.get("code").and_then(Value::as_i64).map_or(ErrorCode::InternalError, ErrorCode::from);
        let message = error.get("message").and_then(Value::as_str).unwrap_or_default().to_owned();
        let data = error.get_mut("data").map(Value::take);
        return Incoming::Response(Response::from_error(id, Error { code, message: message.into(), data }));
    }
    match fields.remove("result") {
        Some(result) => Incoming::Response(Response::from_ok(id, result)),
        None => Incoming::Invalid(id),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn requests_notifications_and_answers() {
        let hover = json!({"jsonrpc": "2.0", "id": "a", "method": "textDocument/hover", "params": {}});
        let expected = Request::build("textDocument/hover").params(json!({})).id("a").finish();
        assert_eq!(classify(hover), Incoming::Request(expected));

        let exit = json!({"jsonrpc": "2.0", "method": "exit", "params": null});
        assert_eq!(classify(exit), Incoming::Request(Request::build("exit").finish()));

        let shutdown = json!({"jsonrpc": "2.0", "id": 1, "method": "shutdown", "params": {}});
        assert_eq!(classify(shutdown), Incoming::Request(Request::build("shutdown").id(1).finish()));

        let answer = json!({"jsonrpc": "2.0", "id": 3, "result": null});
        assert_eq!(classify(answer), Incoming::Response(Response::from_ok(3.into(), Value::Null)));
    }

    #[test]
    fn an_error_of_the_client_may_have_fields_of_its_own() {
        let answer = json!({"jsonrpc": "2.0", "id": 3, "result": null, "error": {"code": -1, "message": "nee", "extra": 1}});
        let error = Error { code: ErrorCode::from(-1), message: "nee".into(), data: None };
        assert_eq!(classify(answer), Incoming::Response(Response::from_error(3.into(), error)));
    }

    #[test]
    fn what_is_no_message_is_answered_with_its_id_where_it_has_one() {
        for (value, id) in [
            (json!([]), Id::Null),
            (json!([{"jsonrpc": "2.0", "id": 1, "method": "shutdown"}]), Id::Null),
            (json!("hallo"), Id::Null),
            (json!({}), Id::Null),
            (json!({"jsonrpc": "1.0", "id": 1, "method": "shutdown"}), Id::Number(1)),
            (json!({"id": 1, "method": "shutdown"}), Id::Number(1)),
            (json!({"jsonrpc": "2.0", "id": 1}), Id::Number(1)),
            (json!({"jsonrpc": "2.0", "id": 1, "method": 2}), Id::Number(1)),
            (json!({"jsonrpc": "2.0", "id": null, "method": "shutdown"}), Id::Null),
            (json!({"jsonrpc": "2.0", "id": 1.5, "method": "shutdown"}), Id::Null),
            (json!({"jsonrpc": "2.0", "id": "x", "method": "a", "params": 3}), "x".into()),
        ] {
            assert_eq!(classify(value.clone()), Incoming::Invalid(id), "{value}");
        }
    }
}
