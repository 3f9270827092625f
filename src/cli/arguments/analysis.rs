//! What can be typed to look at the network, and to compare graphs.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{Place, Scope};

/// How a table is answered.
#[derive(Debug, Clone, Args)]
pub struct Answering {
    /// table csv tsv json xml
    #[arg(short, long, value_name = "FORMAT")]
    pub format: Option<String>,

    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    #[command(flatten)]
    pub place: Place,
}

/// `zhengtu rank`
#[derive(Debug, Args)]
pub struct Rank {
    /// What to sort by
    #[arg(long, value_enum, default_value_t = Measure::Pagerank)]
    pub by: Measure,

    /// Show only entities of this kind: official reporter office body division initiative
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,

    /// At most this many rows
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub limit: usize,

    #[command(flatten)]
    pub answering: Answering,

    #[command(flatten)]
    pub scope: Scope,
}

/// What makes an entity central.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Measure {
    /// How many others it is tied to
    Degree,
    /// How likely a long walk along ties is to be there
    Pagerank,
    /// How many shortest paths between others lead through it
    Betweenness,
}

/// `zhengtu communities`
#[derive(Debug, Args)]
pub struct Communities {
    /// More than 1 for more and smaller communities, less for fewer
    #[arg(long, value_name = "NUMBER", default_value_t = 1.0)]
    pub resolution: f64,

    /// A row for each member instead of a row for each community
    #[arg(long)]
    pub members: bool,

    /// Leave out communities of fewer members
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub smallest: usize,

    /// At most this many rows
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,

    #[command(flatten)]
    pub answering: Answering,

    #[command(flatten)]
    pub scope: Scope,
}

/// `zhengtu path`
#[derive(Debug, Args)]
#[command(mut_arg("format", |arg| arg.help("text table csv tsv json xml [default: text]")))]
pub struct Path {
    /// Where to begin: a name, alias, division code or identifier
    pub from: String,

    /// Where to end
    pub to: String,

    /// Ties not to use: holds postIn jurisdiction isPartOf pursues cooperates covers
    #[arg(long, value_name = "TIE,...", value_delimiter = ',')]
    pub without: Vec<String>,

    #[command(flatten)]
    pub answering: Answering,

    #[command(flatten)]
    pub scope: Scope,
}

/// `zhengtu compare`
#[derive(Debug, Args)]
pub struct Compare {
    /// A district, by name or code
    pub one: String,

    /// Another
    pub other: String,

    /// Count what lies under them too: for cities and provinces
    #[arg(long)]
    pub below: bool,

    #[command(flatten)]
    pub answering: Answering,

    #[command(flatten)]
    pub scope: Scope,
}

/// `zhengtu similar`
#[derive(Debug, Args)]
pub struct Similar {
    /// A district, by name or code
    pub district: String,

    /// Count what lies under it and the others too: for cities and provinces
    #[arg(long)]
    pub below: bool,

    /// At most this many rows
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub limit: usize,

    #[command(flatten)]
    pub answering: Answering,

    #[command(flatten)]
    pub scope: Scope,
}

/// `zhengtu hash`
#[derive(Debug, Args)]
pub struct Hash {
    /// A store or a file of RDF [default: the store of --store]
    pub graph: Option<PathBuf>,

    /// Leave out which source says what: then a Turtle file, which does not tell, has the hash of its store
    #[arg(long)]
    pub triples: bool,

    #[command(flatten)]
    pub place: Place,
}

/// `zhengtu diff`
#[derive(Debug, Args)]
#[command(mut_arg("format", |arg| {
    arg.help("table csv tsv json xml, or patch: the statements to take out and to put in, as an RDF Patch")
}))]
pub struct Diff {
    /// The earlier graph: a store or a file of RDF (nq, nt, ttl, trig, rdf, jsonld)
    #[arg(requires = "other", required_unless_present = "at", value_name = "EARLIER")]
    pub one: Option<PathBuf>,

    /// The later graph
    #[arg(value_name = "LATER")]
    pub other: Option<PathBuf>,

    /// Compare one store with itself: what was known on this day (facts without a date are left out)
    #[arg(long, value_name = "DATE", requires = "and", conflicts_with = "one")]
    pub at: Option<String>,

    /// ... and what was known on that day
    #[arg(long, value_name = "DATE", requires = "at")]
    pub and: Option<String>,

    #[command(flatten)]
    pub answering: Answering,
}

/// `zhengtu resolve`
#[derive(Debug, Args)]
pub struct Resolve {
    /// Leave out what is less likely, from 0 to 1
    #[arg(long, value_name = "NUMBER", default_value_t = 0.5)]
    pub least: f64,

    /// Show only proposals on this kind: person body initiative
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,

    /// Show also what was decided already
    #[arg(long)]
    pub all: bool,

    /// At most this many rows
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,

    #[command(flatten)]
    pub answering: Answering,
}

/// `zhengtu review`
#[derive(Debug, Args)]
pub struct Review {
    #[command(subcommand)]
    pub what: Option<Reviewing>,

    #[command(flatten)]
    pub answering: Answering,
}

#[derive(Debug, Subcommand)]
pub enum Reviewing {
    /// They are one: OTHER is ONE, and is called as ONE is
    Accept { one: String, other: String },
    /// They are two: do not propose them again
    Reject { one: String, other: String },
    /// Take back what was decided on the two
    Undo { one: String, other: String },
    /// Decide as a table says: what `resolve --format tsv` wrote, with `same` or `different` in the column `decision`
    Apply { file: PathBuf },
}
