//! A letter's text: bytes, lines, positions, encodings.
//!
//! Layer 1. The rope lives here and nowhere else.
//! Above this module and below `lsp` a place in a text is a [`Span`] of UTF-8 bytes and nothing else.

mod buffer;
mod decode;
mod encode;
mod mojibake;
mod position;
mod span;

pub use buffer::{Buffer, Change, Edit, OutOfStep};
pub use decode::{Decoded, FileEncoding, NotText, decode, decode_as};
pub use encode::{Unwritable, encode, rewrite};
pub use mojibake::{Restored, encoded_twice, restore};
pub use position::{Position, PositionEncoding, Range};
pub use span::Span;
