//! The language server: the only module that names `tower_lsp`.
