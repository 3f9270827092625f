//! `zhengtu export`: the graph, or a part of it, in canonical order.

use std::path::Path;
use std::process::ExitCode;

use crate::cli::arguments::{EdgeForm, Export, Part, Scope};
use crate::cli::output::{self, Usage};
use crate::cli::{network, query, sparql};
use crate::error::{Error, Result};
use crate::export::{self, Format};
use crate::network::{Edges, NodeKind, View};
use crate::query::{Sought, entity, is_date};
use crate::rdf::{Base, Quad, Same};
use crate::store::Store;

pub fn run(arguments: Export) -> anyhow::Result<ExitCode> {
    let format = sparql::graph_format(arguments.format.as_deref(), arguments.output.as_deref())?;
    let (store, base) = query::open(&arguments.place)?;
    let view = view(&store, &base, &arguments.part)?;
    // RDF says what each source said, and the decisions beside it; networks show one thing as one.
    let same = if format.is_rdf() { Same::default() } else { network::same(&store)? };
    let same = &same;
    let pieces = || store.graphs().map(|quads| quads.map(|quad| quad.map(|quad| same.apply(quad))));
    write(format, pieces, &view, arguments.output.as_deref())?;
    if let Some(path) = &arguments.output {
        output::note(&format!("wrote {} as {}", path.display(), format.name));
        if format.name == "neo4j" {
            output::note(&format!(
                "read it with: neo4j-admin database import full --nodes={0}/nodes.csv --relationships={0}/relationships.csv",
                path.display()
            ));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes a graph where it was asked for: a file, a folder, standard output.
pub fn write<P, Q>(format: &Format, pieces: impl Fn() -> P, view: &View, path: Option<&Path>) -> anyhow::Result<()>
where
    P: IntoIterator<Item = Q>,
    Q: IntoIterator<Item = Result<Quad>>,
{
    let folder = path.filter(|path| format.is_folder() && *path != Path::new("-"));
    if format.is_folder() && folder.is_none() {
        return Err(
            Usage(format!("the format {} is a folder of files: name it with --output FOLDER", format.name)).into()
        );
    }
    if let Some(folder) = folder {
        std::fs::create_dir_all(folder).map_err(|cause| Error::File { path: folder.to_owned(), cause })?;
    }
    export::write_view(format, pieces, view, |(name, fill)| -> anyhow::Result<()> {
        let inside = folder.map(|folder| folder.join(name));
        output::to(inside.as_deref().or(path), |out| Ok(fill(out)?))
    })
}

/// What the options say of the wanted part.
fn view(store: &Store, base: &Base, part: &Part) -> anyhow::Result<View> {
    Ok(View {
        kinds: part.kinds.iter().map(|name| kind(name)).collect::<anyhow::Result<_>>()?,
        edges: part.edges.map(|edges| match edges {
            EdgeForm::Shortcut => Edges::Shortcut,
            EdgeForm::Full => Edges::Full,
        }),
        isolated: part.isolated,
        ..scope(store, base, &part.scope)?
    })
}

/// What the options say of the wanted facts, with names of districts as people type them.
pub fn scope(store: &Store, base: &Base, scope: &Scope) -> anyhow::Result<View> {
    let districts = scope.districts.iter().map(|name| Ok(entity(store, base, Sought::Division, name)?.into_string()));
    Ok(View {
        divisions: districts.collect::<anyhow::Result<_>>()?,
        since: scope.since.as_deref().map(date).transpose()?,
        until: scope.until.as_deref().map(date).transpose()?,
        min_confidence: scope.min_confidence.map(confidence).transpose()?,
        ..View::default()
    })
}

/// A kind of entity, singular or plural as people type it.
pub fn kind(name: &str) -> anyhow::Result<NodeKind> {
    let found = NodeKind::ALL.into_iter().find(|kind| {
        let known = kind.name();
        name == known
            || name.strip_suffix('s') == Some(known)
            || known.strip_suffix('y').is_some_and(|stem| name.strip_suffix("ies") == Some(stem))
    });
    let aliases = [("districts", NodeKind::Division), ("district", NodeKind::Division)];
    found.or_else(|| aliases.iter().find(|(alias, _)| *alias == name).map(|(_, kind)| *kind)).ok_or_else(|| {
        let known: Vec<&str> = NodeKind::ALL.iter().map(|kind| kind.name()).collect();
        Usage(format!("`{name}` is no kind of entity: {}", known.join(", "))).into()
    })
}

pub fn date(typed: &str) -> anyhow::Result<String> {
    if is_date(typed) {
        return Ok(typed.to_owned());
    }
    Err(Usage(format!("`{typed}` is no date: 2024, 2024-05 or 2024-05-17")).into())
}

fn confidence(typed: f64) -> anyhow::Result<f64> {
    if (0.0..=1.0).contains(&typed) {
        return Ok(typed);
    }
    Err(Usage(format!("`{typed}` is no confidence: from 0 to 1, as 0.9")).into())
}
