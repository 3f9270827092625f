//! What can be typed to choose a part of the graph.

use clap::{Args, ValueEnum};

/// Which facts.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Part of the graph")]
pub struct Scope {
    /// Only facts about these districts, by name or code, and about what lies under them
    #[arg(long, value_name = "NAME,...", value_delimiter = ',')]
    pub districts: Vec<String>,

    /// Only facts of this day or later: 2024-05-17, 2024-05, 2024; facts without a date are left out
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,

    /// Only facts of this day or earlier; facts without a date are left out
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,

    /// Only facts at least this sure, from 0 to 1
    #[arg(long, value_name = "NUMBER")]
    pub min_confidence: Option<f64>,
}

/// Which part of the graph, and how.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Part of the graph")]
pub struct Part {
    #[command(flatten)]
    pub scope: Scope,

    /// Only entities of these kinds and what ties them: official reporter office body division initiative
    #[arg(long, value_name = "KIND,...", value_delimiter = ',')]
    pub kinds: Vec<String>,

    /// How facts are written [default: full for RDF, shortcut for networks and pictures]
    #[arg(long, value_enum)]
    pub edges: Option<EdgeForm>,

    /// Keep entities that nothing ties to another
    #[arg(long)]
    pub isolated: bool,
}

/// How facts are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum EdgeForm {
    /// As an edge between the entities they speak of
    Shortcut,
    /// As a node of their own: who, what, how, since when
    Full,
}
