//! The SRU service of the official publications, with which lists of papers are asked for.
//!
//! A question is put in CQL, and the answer comes in pages of XML. What is known of the service stands here; how a long list is walked stands in `harvest`.

mod page;
mod question;
mod record;

pub(super) use page::read;
pub(super) use question::address;
pub(super) use record::dossier_line;

/// The most records that the service gives on a page.
pub(super) const PAGE: usize = 1000;
