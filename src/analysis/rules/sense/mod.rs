//! Rules about whether what a letter says of a paper agrees with what is known of it. Each is silent where nothing is known.

mod joint_dossier_order;

use super::Rule;

/// In the order of the documentation.
pub(super) static RULES: &[&Rule] = &[&joint_dossier_order::RULE];
