//! From the bytes of a stream to JSON values, one a frame, and back.
//!
//! The codec of `tower-lsp` ends the server at a malformed frame, at a header in lower case, at a third header and at a `Content-Type` without a charset; clients that send those exist.
//! So this one reads every header that HTTP would, says which frames are bad, and finds the next good one.
//! It knows nothing of JSON-RPC, and does no I/O.

use std::ops::Range;

use serde::Serialize;
use serde_json::Value;

/// No letter comes near this many bytes; what claims to is a lie or an attack.
const LONGEST_BODY: usize = 256 << 20;
/// A head that has not ended after so many bytes is none.
const LONGEST_HEAD: usize = 16 << 10;
/// More bytes than the line `Content-Length: 12345678901234567890` has.
const LONGEST_LENGTH_LINE: usize = 128;

/// Why a frame could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub(super) enum BadFrame {
    /// A line that is no header.
    #[error("a malformed header")]
    Header,
    /// No `Content-Length`, one that is no number, or two that differ.
    #[error("no length")]
    Length,
    /// Longer than anything that can be meant.
    #[error("a body of more than {LONGEST_BODY} bytes")]
    TooLong,
    /// The text is not in UTF-8.
    #[error("a character set other than UTF-8")]
    Charset,
    /// The next frame begins before this one ends.
    #[error("a body shorter than its length says")]
    CutShort,
    /// The body is not JSON in UTF-8.
    #[error("a body that is not JSON")]
    Json,
}

/// Takes bytes as they arrive and gives frames as they are complete.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    buffer: Vec<u8>,
    /// Everything before it has been dealt with.
    start: usize,
    /// Everything before it holds no hidden head of a frame; never before `start`.
    searched: usize,
    state: State,
}

#[derive(Clone, Copy, Debug, Default)]
enum State {
    #[default]
    Head,
    /// So many bytes of JSON are expected.
    Body(usize),
    /// After a bad frame nothing is read until a line with a length.
    Lost,
}

impl Decoder {
    pub(super) fn push(&mut self, bytes: &[u8]) {
        if self.start > self.buffer.len() / 2 {
            self.buffer.drain(..self.start);
            self.searched = self.searched.saturating_sub(self.start);
            self.start = 0;
        }
        self.buffer.extend_from_slice(bytes);
    }

    /// The next frame; `None` where more bytes are needed.
    pub(super) fn next(&mut self) -> Option<Result<Value, BadFrame>> {
        loop {
            let frame = match self.state {
                State::Head => match self.head()? {
                    Ok(length) => {
                        self.state = State::Body(length);
                        continue;
                    }
                    Err(bad) => Err(bad),
                },
                State::Body(length) => self.body(length)?,
                State::Lost => {
                    self.start = self.find_hidden_head(self.buffer.len())?;
                    self.state = State::Head;
                    continue;
                }
            };
            self.state = if frame.is_ok() { State::Head } else { State::Lost };
            self.searched = self.searched.max(self.start);
            return Some(frame);
        }
    }

    /// Reads the headers and gives the length of the body. A bad head is left where it is, for the search of the next one.
    fn head(&mut self) -> Option<Result<usize, BadFrame>> {
        let mut at = self.start;
        let mut length = None;
        let mut bad = None;
        loop {
            let rest = &self.buffer[at..];
            let Some(end) = memchr::memchr(b'\n', rest) else {
                let too_long = self.buffer.len() - self.start > LONGEST_HEAD;
                return too_long.then_some(Err(BadFrame::Header));
            };
            let line = rest[..end].trim_ascii();
            at += end + 1;
            if line.is_empty() {
                if length.is_none() && bad.is_none() && rest_is_blank(&self.buffer[self.start..at]) {
                    // A stray line end between two frames does no harm.
                    self.start = at;
                    continue;
                }
                break;
            }
            match header(line, &mut length) {
                Ok(()) => {}
                // Not advanced: the head of the next frame may stand at the end of this very line.
                Err(BadFrame::Header) => return Some(Err(BadFrame::Header)),
                Err(problem) => bad = Some(problem),
            }
        }
        if let Some(bad) = bad {
            self.start = at;
            return Some(Err(bad));
        }
        let Some(length) = length else { return Some(Err(BadFrame::Length)) };
        self.start = at;
        self.searched = at;
        Some(if length > LONGEST_BODY { Err(BadFrame::TooLong) } else { Ok(length) })
    }

    fn body(&mut self, length: usize) -> Option<Result<Value, BadFrame>> {
        let end = self.start + length;
        let received = self.buffer.len().min(end);
        // JSON has no raw line end within a string, so a line with a length cannot be part of a body.
        if let Some(hidden) = self.find_hidden_head(received) {
            self.start = hidden;
            return Some(Err(BadFrame::CutShort));
        }
        if self.buffer.len() < end {
            return None;
        }
        let value = serde_json::from_slice(&self.buffer[self.start..end]).map_err(|_| BadFrame::Json);
        self.start = end;
        if self.start == self.buffer.len() {
            self.buffer.clear();
            (self.start, self.searched) = (0, 0);
            // One long letter should not keep its memory for the rest of the day.
            self.buffer.shrink_to(1 << 20);
        }
        Some(value)
    }

    /// The first byte of a line with a length between `searched` and `until`. What was searched in vain is not searched again.
    fn find_hidden_head(&mut self, until: usize) -> Option<usize> {
        let from = self.searched.max(self.start);
        for end in memchr::memchr_iter(b'\n', &self.buffer[from..until]) {
            let end = from + end;
            let line = self.start.max(end.saturating_sub(LONGEST_LENGTH_LINE))..end;
            if let Some(found) = length_line(&self.buffer, line) {
                return Some(found);
            }
        }
        self.searched = until;
        if matches!(self.state, State::Lost) {
            // The line may still be arriving, so its first part is kept.
            self.start = self.start.max(until.saturating_sub(LONGEST_LENGTH_LINE));
        }
        None
    }
}

fn rest_is_blank(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_whitespace)
}

/// Where `Content-Length: 123` begins, if the line ends with that.
fn length_line(buffer: &[u8], line: Range<usize>) -> Option<usize> {
    let start = line.start;
    let text = buffer[line].trim_ascii_end();
    let digits = text.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let name = text[..text.len() - digits].trim_ascii_end().strip_suffix(b":")?.trim_ascii_end();
    let at = name.len().checked_sub(b"content-length".len())?;
    (digits > 0 && name[at..].eq_ignore_ascii_case(b"content-length")).then_some(start + at)
}

fn header(line: &[u8], length: &mut Option<usize>) -> Result<(), BadFrame> {
    let line = std::str::from_utf8(line).map_err(|_| BadFrame::Header)?;
    let (name, value) = line.split_once(':').ok_or(BadFrame::Header)?;
    let (name, value) = (name.trim_ascii(), value.trim_ascii());
    if name.eq_ignore_ascii_case("content-length") {
        if !value.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(BadFrame::Length);
        }
        // More digits than a number of this machine has are too long as well.
        let value = value.parse().map_err(|_| BadFrame::TooLong)?;
        if length.replace(value).is_some_and(|before| before != value) {
            return Err(BadFrame::Length);
        }
    } else if name.eq_ignore_ascii_case("content-type") {
        let charset = value.split(';').filter_map(|part| part.split_once('=')).find_map(|(key, charset)| {
            key.trim_ascii().eq_ignore_ascii_case("charset").then(|| charset.trim_ascii().trim_matches('"'))
        });
        let utf8 = |name: &str| name.eq_ignore_ascii_case("utf-8") || name.eq_ignore_ascii_case("utf8");
        if !charset.is_none_or(utf8) {
            return Err(BadFrame::Charset);
        }
    }
    Ok(())
}

/// A message as a frame.
///
/// # Errors
/// Where the message cannot be written as JSON.
pub(super) fn encode(message: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    let body = serde_json::to_vec(message)?;
    let mut frame = format!("Content-Length: {}\r\n\r\n", body.len()).into_bytes();
    frame.extend_from_slice(&body);
    Ok(frame)
}

#[cfg(test)]
mod tests;
