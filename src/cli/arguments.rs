//! What was typed: one struct a command, with the words that `--help` shows. Nothing here does anything.

mod analysis;
mod part;

pub use analysis::{
    Answering, Communities, Compare, Diff, Hash, Measure, Path, Rank, Resolve, Review, Reviewing, Similar,
};
pub use part::{EdgeForm, Part, Scope};

use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

const LONG: &str = "\
zhengtu reads Chinese local-government news and builds a knowledge graph of who holds which office, in which district, \
pursuing which initiative, reported by whom, with the sentence that says so behind every fact.

Start with:
  zhengtu build PAGES/                     read a folder of pages into ./zhengtu.db
  zhengtu query                            the questions you can ask
  zhengtu query shared-initiatives         one of them
  zhengtu export --format turtle           the whole graph";

/// Everything that can be typed.
#[derive(Debug, Parser)]
#[command(name = "zhengtu", version, about = "Local-government news in, a knowledge graph with evidence out", long_about = LONG)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read files, folders, archives or standard input into the store
    Build(Build),
    /// Ask a saved question; without a name, list them all
    Query(Query),
    /// Ask any SPARQL 1.1 query
    Sparql(Sparql),
    /// Write the graph in a format that other programs read
    Export(Export),
    /// Show what is known of a person, district, office or initiative, each line with its sentence
    Explain(Explain),
    /// List the entities that stand in the middle of the network
    Rank(Rank),
    /// Group the entities that hang together
    Communities(Communities),
    /// Show how two entities hang together, each step with its sentence
    Path(Path),
    /// Set two districts side by side: what both pursue, what only one does, who leads and who reports
    Compare(Compare),
    /// List the districts that pursue most of the same initiatives as one
    Similar(Similar),
    /// Propose who and what may be one: namesakes, shortened names; with a score and the reasons
    Resolve(Resolve),
    /// Decide which proposals are true, list the decisions, take them back
    Review(Review),
    /// Print a hash that is equal for equal graphs, whatever file or store they are in
    Hash(Hash),
    /// Show what changed: new holders, ended tenures, new initiatives, new links
    Diff(Diff),
    /// Read files or standard input and write the facts, without a store
    Extract(Extract),
    /// Check the graph: shapes that hold for everything, and questions that must have no answer
    Validate(Validate),
    /// Put N-Quads that `extract` wrote into the store; each source replaces what it said before
    Load(Load),
    /// Score the extraction against gold facts: precision, recall, F1 and the list of errors.
    Eval(super::eval::Eval),
    /// Make a folder of tables of your own, or check one
    Lexicon(Lexicon),
    /// Print completions for a shell
    Completions(Completions),
}

/// Which store.
#[derive(Debug, Clone, Args)]
pub struct Place {
    /// The folder of the store
    #[arg(
        long,
        env = "ZHENGTU_STORE",
        default_value = "zhengtu.db",
        global = true,
        value_name = "DIR",
        help_heading = "Store"
    )]
    pub store: PathBuf,

    /// What every identifier starts with
    #[arg(long, env = "ZHENGTU_BASE", global = true, value_name = "IRI", help_heading = "Store")]
    pub base: Option<String>,
}

/// What is known of the sources from outside their text.
#[derive(Debug, Clone, Args)]
pub struct About {
    /// The paper or site that all these sources are from
    #[arg(long, value_name = "NAME")]
    pub outlet: Option<String>,

    /// The day they were published: 2024-05-17, or shorter where less is known
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,

    /// Which columns of a table, or keys of its records, hold what: text=content,title=headline (id title date outlet
    /// author text url page); common names are known
    #[arg(long, value_name = "PART=NAME", value_delimiter = ',')]
    pub columns: Vec<String>,

    /// What to call the text that comes on standard input
    #[arg(long, value_name = "NAME", default_value = "stdin")]
    pub name: String,

    /// How many threads read [default: one a core]
    #[arg(short = 'j', long, value_name = "N")]
    pub threads: Option<usize>,

    /// The largest document: 64M
    #[arg(long, value_name = "SIZE", value_parser = super::inputs::size, help_heading = "Limits")]
    pub max_document: Option<u64>,

    /// What one archive may unpack to: 1T
    #[arg(long, value_name = "SIZE", value_parser = super::inputs::size, help_heading = "Limits")]
    pub max_unpacked: Option<u64>,

    #[command(flatten)]
    pub own: Own,
}

/// The user's own knowledge.
#[derive(Debug, Clone, Args)]
pub struct Own {
    /// A folder with tables of your own: titles, bodies, places, initiatives, names, outlets
    #[arg(long, env = "ZHENGTU_LEXICON", value_name = "DIR")]
    pub lexicon: Option<PathBuf>,
}

/// `zhengtu build`
#[derive(Debug, Args)]
pub struct Build {
    /// Files, archives (zip, tar, gz, zst, WARC), folders of them (at any depth) or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,

    #[command(flatten)]
    pub place: Place,

    #[command(flatten)]
    pub about: About,

    /// Read again what has not changed
    #[arg(long)]
    pub force: bool,

    /// Stop at the first source that cannot be read
    #[arg(long)]
    pub strict: bool,

    /// How many statements are committed at once
    #[arg(long, value_name = "N", default_value_t = crate::store::COMMIT, hide = true)]
    pub commit: usize,

    /// Show each thing that was not understood, with its place
    #[arg(short, long)]
    pub verbose: bool,

    /// Print the report as JSON on standard output
    #[arg(long)]
    pub json: bool,
}

/// `zhengtu query`
#[derive(Debug, Args)]
#[command(subcommand_value_name = "NAME", subcommand_help_heading = "Questions", disable_help_subcommand = true)]
pub struct Query {
    #[command(flatten)]
    pub place: Place,

    /// table csv tsv json xml; for a query that gives a graph: turtle gexf graphml and the others of `export`
    #[arg(short, long, global = true, value_name = "FORMAT")]
    pub format: Option<String>,

    /// Write to a file instead of standard output
    #[arg(short, long, global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// At most this many rows
    #[arg(long, global = true, value_name = "N")]
    pub limit: Option<usize>,

    /// Leave out this many rows first
    #[arg(long, global = true, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub offset: usize,

    /// A folder with *.rq files of your own
    #[arg(long, global = true, env = "ZHENGTU_QUERIES", value_name = "DIR")]
    pub queries: Option<PathBuf>,
}

/// `zhengtu sparql`
#[derive(Debug, Args)]
pub struct Sparql {
    /// The query; the prefixes zt org foaf schema skos dcterms prov cv nif rdf rdfs owl xsd are declared
    #[arg(required_unless_present = "file", conflicts_with = "file")]
    pub query: Option<String>,

    /// Read the query from a file, or - for standard input
    #[arg(short = 'F', long, value_name = "FILE")]
    pub file: Option<PathBuf>,

    /// Run it as an update, which changes the store
    #[arg(long)]
    pub update: bool,

    #[command(flatten)]
    pub place: Place,

    /// table csv tsv json xml; for CONSTRUCT: turtle gexf graphml and the others of `export`
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,

    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// At most this many rows
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
}

/// `zhengtu export`
#[derive(Debug, Args)]
pub struct Export {
    /// RDF: turtle trig ntriples nquads jsonld rdfxml; networks: gexf graphml cytoscape sigma dot neo4j csv; pictures: svg
    /// html [default: by the file's extension, else turtle]
    #[arg(short, long, value_name = "FORMAT")]
    pub format: Option<String>,

    /// Write to a file instead of standard output; for csv and neo4j a folder
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    #[command(flatten)]
    pub part: Part,

    #[command(flatten)]
    pub place: Place,
}

/// `zhengtu explain`
#[derive(Debug, Args)]
pub struct Explain {
    /// A name, alias, division code or identifier
    pub entity: String,

    #[command(flatten)]
    pub place: Place,

    /// Print it as JSON
    #[arg(long)]
    pub json: bool,
}

/// `zhengtu extract`
#[derive(Debug, Args)]
pub struct Extract {
    /// Files, archives, folders or - for standard input
    #[arg(default_value = "-", value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,

    #[command(flatten)]
    pub about: About,

    /// Read documents as JSON Lines (id, text, title, date, outlet, url) on standard input, without an end
    #[arg(long, conflicts_with = "inputs")]
    pub stream: bool,

    /// What to write [default: jsonl; nquads with --stream]
    #[arg(short, long, value_enum)]
    pub format: Option<FactFormat>,

    /// Stop at the first document that cannot be read
    #[arg(long)]
    pub strict: bool,

    /// What every identifier starts with
    #[arg(long, env = "ZHENGTU_BASE", value_name = "IRI")]
    pub base: Option<String>,

    /// Also write what was not understood, with its place, to standard error
    #[arg(short, long)]
    pub verbose: bool,
}

/// What `extract` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FactFormat {
    /// One fact a line, as JSON
    Jsonl,
    /// RDF, one statement a line
    Nquads,
}

/// `zhengtu load`
#[derive(Debug, Args)]
pub struct Load {
    /// Files of N-Quads (also gz, zst), folders of them as clusters write them, or - for standard input
    #[arg(required = true, value_name = "FILE")]
    pub inputs: Vec<PathBuf>,

    #[command(flatten)]
    pub place: Place,
}

/// `zhengtu lexicon`
#[derive(Debug, Args)]
pub struct Lexicon {
    #[command(subcommand)]
    pub action: LexiconAction,
}

#[derive(Debug, Subcommand)]
pub enum LexiconAction {
    /// Write empty tables that explain themselves, to fill in
    New {
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Check every row of a folder of tables and run its examples
    Check {
        /// The folder
        #[arg(env = "ZHENGTU_LEXICON", value_name = "DIR")]
        folder: PathBuf,
    },
}

/// `zhengtu validate`
#[derive(Debug, Args)]
#[command(after_help = "Exit code 0: nothing is wrong; 1: something is; 2: wrong usage.")]
pub struct Validate {
    #[command(flatten)]
    pub place: Place,

    /// What to write
    #[arg(short, long, value_enum, default_value_t = ValidateFormat::Text)]
    pub format: ValidateFormat,

    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Shapes of your own in Turtle (SHACL), in the place of ours
    #[arg(long, value_name = "FILE")]
    pub shapes: Option<PathBuf>,

    /// A folder with queries of your own; those in its folder `verify` must give no rows
    #[arg(long, env = "ZHENGTU_QUERIES", value_name = "DIR")]
    pub queries: Option<PathBuf>,
}

/// What `validate` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ValidateFormat {
    /// What is wrong, where, and what to do about it
    Text,
    /// All of it, for programs
    Json,
    /// A sh:ValidationReport, for programs that know SHACL
    Turtle,
}

/// `zhengtu completions`
#[derive(Debug, Args)]
pub struct Completions {
    pub shell: clap_complete::Shell,
}

/// The command line without the saved queries.
pub fn command() -> clap::Command {
    Cli::command()
}
