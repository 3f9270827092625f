//! A picture that stands alone: Chinese labels by whatever fonts the reader has, sentences as tooltips.

use std::io::{Result, Write};

use super::picture::{self, NAME, Picture, TEXT};
use super::xml::{Xml, writable};
use crate::network::{EdgeKind, Network, NodeKind};

pub(super) fn svg(network: &Network, out: &mut dyn Write) -> Result<()> {
    let mut xml = Xml::new(out)?;
    draw(&mut xml, network)?;
    writeln!(xml.into_inner())
}

/// Draws into a document that has been begun. Nodes and edges carry `data-node` and `data-edge`, their numbers, for
/// programs that make the picture answer.
pub(super) fn draw(xml: &mut Xml<'_>, network: &Network) -> Result<()> {
    let picture = picture::picture(network);
    let (width, height) = (picture.width.to_string(), picture.height.to_string());
    let root = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("width", width.as_str()),
        ("height", &height),
        ("viewBox", &format!("0 0 {width} {height}")),
        ("font-family", picture::FONTS),
        ("font-size", &TEXT.to_string()),
    ];
    xml.element("svg", &root, |xml| {
        xml.empty("rect", &[("width", "100%"), ("height", "100%"), ("fill", "#ffffff")])?;
        arrows(xml)?;
        xml.element("g", &[("id", "edges"), ("fill", "none"), ("stroke-width", "1.3")], |xml| {
            edges(xml, network, &picture)
        })?;
        xml.element("g", &[("id", "nodes"), ("text-anchor", "middle")], |xml| nodes(xml, network, &picture))?;
        legend(xml, network)
    })
}

/// An arrowhead a colour: a marker cannot take the colour of its line in the older readers.
fn arrows(xml: &mut Xml<'_>) -> Result<()> {
    let mut colours: Vec<&str> = EdgeKind::EVERY.iter().map(|kind| picture::edge_colour(*kind)).collect();
    colours.sort_unstable();
    colours.dedup();
    xml.element("defs", &[], |xml| {
        colours.iter().try_for_each(|colour| {
            let marker = [
                ("id", arrow(colour)),
                ("viewBox", "0 0 8 8".to_owned()),
                ("refX", "8".to_owned()),
                ("refY", "4".to_owned()),
                ("markerWidth", "6".to_owned()),
                ("markerHeight", "6".to_owned()),
                ("orient", "auto".to_owned()),
            ];
            let marker: Vec<(&str, &str)> = marker.iter().map(|(name, value)| (*name, value.as_str())).collect();
            xml.element("marker", &marker, |xml| xml.empty("path", &[("d", "M0 0L8 4L0 8z"), ("fill", colour)]))
        })
    })
}

fn arrow(colour: &str) -> String {
    format!("arrow-{}", colour.trim_start_matches('#'))
}

fn edges(xml: &mut Xml<'_>, network: &Network, picture: &Picture) -> Result<()> {
    for (((id, from, to, edge), bend), named) in network.edges().zip(&picture.bends).zip(&picture.named) {
        let (from, to) = (&picture.discs[network.place(from)], &picture.discs[network.place(to)]);
        let (path, (x, y)) = picture::curve(from, to, *bend);
        let colour = picture::edge_colour(edge.kind);
        let line = [("d", path.as_str()), ("stroke", colour), ("marker-end", &format!("url(#{})", arrow(colour)))];
        xml.element("g", &[("data-edge", &id.to_string())], |xml| {
            xml.text("title", &[], &picture::explanation(network, edge)?)?;
            xml.empty("path", &line)?;
            if *named {
                let (x, y, size) = (x.to_string(), y.to_string(), NAME.to_string());
                let place = [("x", x.as_str()), ("y", &y), ("text-anchor", "middle")];
                let look = [("fill", colour), ("font-size", &size), ("stroke", "none")];
                xml.text("text", &[place, look].concat(), edge.kind.name())?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn nodes(xml: &mut Xml<'_>, network: &Network, picture: &Picture) -> Result<()> {
    for ((id, node), disc) in network.graph.node_weights().enumerate().zip(&picture.discs) {
        let [x, y, r] = [disc.x, disc.y, disc.radius].map(|value| picture::round(value).to_string());
        xml.element("g", &[("data-node", &id.to_string())], |xml| {
            xml.text("title", &[], &format!("{} ({})", node.label, node.kind.name()))?;
            let fill = picture::colour(node.kind);
            let circle = [("cx", x.as_str()), ("cy", &y), ("r", &r), ("fill", &fill), ("stroke", "#ffffff")];
            xml.empty("circle", &circle)?;
            let (x, y) = disc.label.unwrap_or((disc.x, disc.y + disc.radius + TEXT));
            let [x, y] = [x, y].map(|value| picture::round(value).to_string());
            let look = [("paint-order", "stroke"), ("stroke", "#ffffff"), ("stroke-width", "3")];
            let place = [("x", x.as_str()), ("y", &y)];
            // What has no room is there for programs that can show it, and for search.
            let hidden: &[(&str, &str)] =
                if disc.label.is_some() { &[] } else { &[("class", "minor"), ("display", "none")] };
            xml.text("text", &[&place[..], &look[..], hidden].concat(), &writable(&node.label))
        })?;
    }
    Ok(())
}

/// The kinds that occur, with their colours.
fn legend(xml: &mut Xml<'_>, network: &Network) -> Result<()> {
    let mut x = 14.0;
    xml.element("g", &[("id", "legend")], |xml| {
        for kind in NodeKind::ALL.into_iter().chain(NodeKind::FACTS) {
            if network.graph.node_weights().any(|node| node.kind == kind) {
                let (at, beside) = (picture::round(x + 5.0).to_string(), picture::round(x + 14.0).to_string());
                xml.empty("circle", &[("cx", &at), ("cy", "18"), ("r", "5"), ("fill", &picture::colour(kind))])?;
                xml.text("text", &[("x", &beside), ("y", "22")], kind.name())?;
                x += picture::width(kind.name()) + 30.0;
            }
        }
        let mut x = 14.0;
        for kind in EdgeKind::EVERY {
            if network.graph.edge_weights().any(|edge| edge.kind == kind) {
                let line = format!("M{} 38h16", picture::round(x));
                xml.empty("path", &[("d", &line), ("stroke", picture::edge_colour(kind)), ("stroke-width", "2")])?;
                xml.text("text", &[("x", &picture::round(x + 20.0).to_string()), ("y", "42")], kind.name())?;
                x += picture::width(kind.name()) + 36.0;
            }
        }
        Ok(())
    })
}
