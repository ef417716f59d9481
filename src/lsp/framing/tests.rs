//! Frames, good and bad, in every cut.

use serde_json::json;

use super::*;

/// What comes of `bytes`, whether they arrive at once or one by one.
fn frames(bytes: impl AsRef<[u8]>) -> Vec<Result<Value, BadFrame>> {
    let bytes = bytes.as_ref();
    let mut at_once = Decoder::default();
    at_once.push(bytes);
    let all: Vec<_> = std::iter::from_fn(|| at_once.next()).take(100).collect();

    let mut dripping = Decoder::default();
    let mut dripped = Vec::new();
    for byte in bytes {
        dripping.push(&[*byte]);
        dripped.extend(std::iter::from_fn(|| dripping.next()));
    }
    assert_eq!(all, dripped, "the cut made a difference");
    all
}

fn frame(body: &str) -> String {
    format!("Content-Length: {}\r\n\r\n{body}", body.len())
}

#[test]
fn frames_follow_each_other_without_a_gap() {
    let bytes = frame(r#"{"a":"één"}"#) + &frame("[1]");
    assert_eq!(frames(bytes), [Ok(json!({"a": "één"})), Ok(json!([1]))]);
}

#[test]
fn headers_in_any_case_order_and_number() {
    for head in [
        "content-length: 2\r\n\r\n",
        "CONTENT-LENGTH:2\r\n\r\n",
        "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n",
        "Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf8\r\n\r\n",
        "Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc\r\n\r\n",
        "Content-Length: 2\r\ncontent-type: application/json; Charset=\"UTF-8\"\r\n\r\n",
        "X-One: 1\r\nX-Two: a:b\r\nX-Three:\r\nContent-Length : 2\r\n\r\n",
        "Content-Length: 2\n\n",
        "\r\n\r\nContent-Length: 2\r\n\r\n",
    ] {
        assert_eq!(frames(format!("{head}{{}}")), [Ok(json!({}))], "{head:?}");
    }
}

#[test]
fn a_bad_frame_is_told_once_and_the_next_one_is_read() {
    let good = frame("{}");
    for (bad, why) in [
        ("hallo\r\n", BadFrame::Header),
        ("Content-Length\r\n\r\n{}", BadFrame::Header),
        ("Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", BadFrame::Length),
        ("Content-Type: application/json\r\n\r\n{}", BadFrame::Length),
        ("Content-Length: twee\r\n\r\n{}", BadFrame::Length),
        ("Content-Length: -2\r\n\r\n{}", BadFrame::Length),
        ("Content-Length: 99999999999\r\n\r\n{}", BadFrame::TooLong),
        ("Content-Length: 99999999999999999999999999\r\n\r\n{}", BadFrame::TooLong),
        ("Content-Length: 2\r\nContent-Type: x; charset=latin1\r\n\r\n{}", BadFrame::Charset),
        ("Content-Length: 0\r\n\r\n", BadFrame::Json),
        ("Content-Length: 8\r\n\r\n{\"a\":1,}", BadFrame::Json),
        // Too short a length, and then too long a one.
        ("Content-Length: 5\r\n\r\n{\"a\":1}", BadFrame::Json),
        ("Content-Length: 300\r\n\r\n{\"a\":1}", BadFrame::CutShort),
    ] {
        assert_eq!(frames(format!("{bad}{good}")), [Err(why), Ok(json!({}))], "{bad:?}");
    }
}

#[test]
fn bytes_that_are_not_utf8_are_a_bad_frame() {
    let mut bytes = b"Content-Length: 9\r\n\r\n{\"a\":\"\xFF\"}".to_vec();
    bytes.extend_from_slice(frame("{}").as_bytes());
    assert_eq!(frames(bytes), [Err(BadFrame::Json), Ok(json!({}))]);
}

#[test]
fn a_letter_about_content_length_is_a_letter() {
    let body = json!({"text": "Content-Length: 12\r\n\r\nKamerstuk 29 521, nr. 385"}).to_string();
    assert_eq!(frames(frame(&body)).len(), 1);
    assert!(frames(frame(&body))[0].is_ok());
}

#[test]
fn json_on_many_lines_is_read() {
    assert_eq!(frames(frame("{\r\n  \"a\":\r\n1\r\n}")), [Ok(json!({"a": 1}))]);
}

#[test]
fn noise_without_end_does_not_fill_the_memory() {
    let mut decoder = Decoder::default();
    let mut bad = 0;
    for _ in 0..1000 {
        decoder.push(&[b'x'; 4096]);
        bad += std::iter::from_fn(|| decoder.next()).count();
    }
    assert_eq!(bad, 1);
    assert!(decoder.buffer.len() < 64 << 10, "{}", decoder.buffer.len());
    decoder.push(format!("\r\n{}", frame("{}")).as_bytes());
    assert_eq!(decoder.next(), Some(Ok(json!({}))));
}

#[test]
fn what_is_written_can_be_read() {
    let message = json!({"jsonrpc": "2.0", "result": "één"});
    assert_eq!(frames(encode(&message).unwrap()), [Ok(message)]);
}
