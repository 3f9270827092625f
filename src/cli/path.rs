//! `zhengtu path`: how two entities hang together.

use std::process::ExitCode;

use crate::cli::arguments::Path;
use crate::cli::network::{EVIDENCE, Opened, evidence, named, number, open, text, write};
use crate::cli::output::{self, Usage};
use crate::network::{EdgeKind, Step, path};
use crate::query::{Sought, unbroken};

pub fn run(arguments: Path) -> anyhow::Result<ExitCode> {
    let without = arguments.without.iter().map(|name| tie(name)).collect::<anyhow::Result<Vec<_>>>()?;
    let opened = open(&arguments.answering, &arguments.scope)?;
    let (from, to) = (opened.node(Sought::Anything, &arguments.from)?, opened.node(Sought::Anything, &arguments.to)?);
    let Some(steps) = path(&opened.network, from, to, &without) else {
        output::note(&format!("nothing ties `{}` to `{}`", arguments.from, arguments.to));
        return Ok(ExitCode::SUCCESS);
    };
    if arguments.answering.format.as_deref().is_none_or(|format| format == "text") {
        let text = told(&opened, &steps)?;
        output::to(arguments.answering.output.as_deref(), |out| Ok(write!(out, "{text}")?))?;
        return Ok(ExitCode::SUCCESS);
    }
    let graph = &opened.network.graph;
    let rows = steps.iter().enumerate().map(|(i, step)| {
        let mut row = vec![number(i + 1)];
        row.extend(named(&graph[step.from]));
        row.push(text(&arrow(&opened, step)));
        row.extend(named(&graph[step.to]));
        row.extend(evidence(&opened.network, &graph[step.edge])?);
        Ok(row)
    });
    let rows = rows.collect::<anyhow::Result<_>>()?;
    let columns = [&["step", "from", "fromLabel", "tie", "to", "toLabel"][..], &EVIDENCE].concat();
    write(&columns, rows, &opened.base, &arguments.answering)?;
    Ok(ExitCode::SUCCESS)
}

/// `holds ->`, or `<- holds` where the tie is told against its direction.
fn arrow(opened: &Opened, step: &Step) -> String {
    let name = opened.network.graph[step.edge].kind.name();
    if step.forwards { format!("{name} ->") } else { format!("<- {name}") }
}

/// The chain as a person reads it: each step a line, with its sentence and source below.
fn told(opened: &Opened, steps: &[Step]) -> std::io::Result<String> {
    let graph = &opened.network.graph;
    let mut out = String::new();
    for (i, step) in steps.iter().enumerate() {
        let (from, to) = (&graph[step.from], &graph[step.to]);
        out.push_str(&format!("{}. {}  {}  {}\n", i + 1, from.label, arrow(opened, step), to.label));
        if let Some(found) = opened.network.evidence(&graph[step.edge])? {
            out.push_str(&format!("      {}\n", unbroken(&found.sentence)));
            let place = found.iri.split_once("#char=").map(|(_, at)| format!("characters {at}"));
            let known = [Some(found.source.clone()), place, Some(found.date.clone())];
            let known: Vec<String> = known.into_iter().flatten().filter(|part| !part.is_empty()).collect();
            out.push_str(&format!("      -- {}\n", known.join(", ")));
        }
    }
    if steps.is_empty() {
        out.push_str("both are the same\n");
    }
    Ok(out)
}

fn tie(name: &str) -> anyhow::Result<EdgeKind> {
    EdgeKind::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(name)).ok_or_else(|| {
        let known: Vec<&str> = EdgeKind::ALL.iter().map(|kind| kind.name()).collect();
        Usage(format!("`{name}` is no tie: {}", known.join(", "))).into()
    })
}
