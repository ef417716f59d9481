//! Partial results: a long list goes to the client in pieces, where it has given a token for them.
//!
//! The pieces must arrive before the answer itself, which is then empty, so they go the same way as the answer: to the transport, which alone knows what is written after what.

use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Request, Response};

/// So many items make a piece. A list that is no longer than that is answered whole.
const PIECE: usize = 1_000;

/// The methods whose lists can be long.
const METHODS: [&str; 1] = ["textDocument/references"];

/// The token for pieces of the answer, where the request can have such and the client wants them.
pub(super) fn token(request: &Request) -> Option<Value> {
    let token = request.params()?.get("partialResultToken")?;
    let fits = METHODS.contains(&request.method()) && (token.is_string() || token.is_i64());
    fits.then(|| token.clone())
}

/// A long answer as pieces and what remains to be answered; a short one, or an error, stays as it is.
pub(super) fn split(response: Response, token: &Value) -> (Vec<Value>, Response) {
    let is_long = matches!(response.result(), Some(Value::Array(items)) if items.len() > PIECE);
    if !is_long {
        return (Vec::new(), response);
    }
    let (id, result) = response.into_parts();
    let Ok(Value::Array(items)) = result else { return (Vec::new(), Response::from_parts(id, result)) };
    let pieces = items.chunks(PIECE).map(|piece| {
        let params = json!({ "token": token, "value": piece });
        json!({ "jsonrpc": "2.0", "method": "$/progress", "params": params })
    });
    (pieces.collect(), Response::from_ok(id, json!([])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(method: &'static str, token: &Value) -> Request {
        Request::build(method).params(json!({ "partialResultToken": token })).id(7).finish()
    }

    #[test]
    fn only_who_asks_for_pieces_gets_them() {
        let references = "textDocument/references";
        assert_eq!(token(&request(references, &json!("stuk"))), Some(json!("stuk")));
        assert_eq!(token(&request(references, &json!(3))), Some(json!(3)));
        assert_eq!(token(&request(references, &json!(null))), None);
        assert_eq!(token(&request("textDocument/hover", &json!(3))), None);
        assert_eq!(token(&Request::build(references).id(7).finish()), None);
    }

    #[test]
    fn nothing_is_lost_and_nothing_told_twice() {
        for (count, pieces) in [(0, 0), (1_000, 0), (1_001, 2), (2_500, 3)] {
            let items: Vec<Value> = (0..count).map(Value::from).collect();
            let (told, answer) = split(Response::from_ok(7.into(), Value::Array(items.clone())), &json!("t"));
            assert_eq!(told.len(), pieces);
            let mut all: Vec<Value> =
                told.iter().flat_map(|told| told["params"]["value"].as_array().unwrap().clone()).collect();
            all.extend(answer.result().unwrap().as_array().unwrap().clone());
            assert_eq!(all, items);
        }
        let (told, answer) = split(Response::from_ok(7.into(), Value::Null), &json!("t"));
        assert_eq!((told.len(), answer.result()), (0, Some(&Value::Null)));
    }
}
