//! The index of letters in adversity: killed, damaged, shared by several processes, and on disks that are full, closed or gone.
//!
//! Chance comes from a seed, which stands in every failure. `GRIFFIER_ROUNDS` multiplies the number of rounds, which is small here so that the tests stay fast.

#![expect(clippy::unwrap_used, reason = "what helpers of a test cannot do, the test cannot either")]
#![expect(clippy::needless_pass_by_value, reason = "a message is made where it is sent")]

mod damage;
mod hostile;
mod kill;
mod many;
mod server;
mod world;
