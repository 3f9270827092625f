//! Each saved query over a graph written for it (`tests/query/graph/*.ttl`), and what its parameters take.

mod cases;
pub mod graph;
mod values;
