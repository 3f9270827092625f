//! How a network looks: colours, sizes, and where things stand in a drawing.

use std::collections::BTreeMap;

use crate::network::{Edge, EdgeKind, Network, NodeKind, layout};
use crate::query::unbroken;

/// Families that have Chinese characters, of the usual systems; what draws takes the first that it has.
pub(super) const FONTS: &str =
    "Noto Sans CJK SC,Source Han Sans SC,PingFang SC,Microsoft YaHei,WenQuanYi Micro Hei,SimHei,sans-serif";

/// The size of a label's characters, in pixels.
pub(super) const TEXT: f64 = 11.0;

/// The size of the characters of an edge's name, in pixels.
pub(super) const NAME: f64 = 8.0;

/// `#d55e00`
pub(super) fn colour(kind: NodeKind) -> String {
    let (r, g, b) = kind.colour();
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// Black or white, whichever can be read on a node's colour.
pub(super) fn text_colour(kind: NodeKind) -> &'static str {
    let (r, g, b) = kind.colour();
    // The luma of Rec. 601.
    if 0.299 * f64::from(r) + 0.587 * f64::from(g) + 0.114 * f64::from(b) > 140.0 { "#000000" } else { "#ffffff" }
}

/// The colour of an edge: ties that someone states are coloured, those by what things are are grey.
pub(super) fn edge_colour(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Holds | EdgeKind::Appointed | EdgeKind::Nominated | EdgeKind::Left | EdgeKind::Member => "#d55e00",
        EdgeKind::Pursues | EdgeKind::Initiative => "#009e73",
        EdgeKind::Cooperates | EdgeKind::Actor => "#0072b2",
        EdgeKind::Covers | EdgeKind::Author | EdgeKind::About | EdgeKind::Speaker => "#cc79a7",
        _ => "#bbbbbb",
    }
}

/// The diameter of a node, in pixels: its area is in proportion to its neighbours, and the smallest can be clicked.
pub(super) fn size(degree: usize) -> f64 {
    4.0 + 4.0 * f64::from(u32::try_from(degree).unwrap_or(u32::MAX)).sqrt()
}

/// To a tenth of a pixel.
pub(super) fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// Why an edge is there, as lines for a tooltip.
pub(super) fn explanation(network: &Network, edge: &Edge) -> std::io::Result<String> {
    let Some(found) = network.evidence(edge)? else { return Ok(edge.kind.name().to_owned()) };
    let statements = if edge.weight == 1 { String::new() } else { format!(" ({} statements)", edge.weight) };
    let known = [found.source.as_str(), &found.date, &found.confidence];
    let known: Vec<&str> = known.into_iter().filter(|part| !part.is_empty()).collect();
    Ok(format!("{}{statements}: {} [{}]", edge.kind.name(), unbroken(&found.sentence), known.join(", ")))
}

/// A network on a canvas, in pixels from its upper left corner.
pub(super) struct Picture {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) discs: Vec<Disc>,
    /// Which edges have room for their name, in the order of edges.
    pub(super) named: Vec<bool>,
    /// How far each edge bends from the straight line, in the order of edges: those that join the same two fan out.
    pub(super) bends: Vec<f64>,
}

/// A node.
pub(super) struct Disc {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) radius: f64,
    /// Where the middle of its label's foot is; nothing where the label has no room.
    pub(super) label: Option<(f64, f64)>,
}

/// Room around the picture; above it more, for the legend.
const MARGIN: f64 = 70.0;

pub(super) fn picture(network: &Network) -> Picture {
    let mut discs: Vec<Disc> = network
        .graph
        .node_indices()
        .zip(layout(network))
        .map(|(index, (x, y))| Disc { x, y, radius: 3.0 + size(network.degree(index)) / 2.0, label: None })
        .collect();
    spread(&mut discs);
    let (left, top) = corner(&discs, f64::min);
    for disc in &mut discs {
        (disc.x, disc.y) = (round(disc.x - left + MARGIN), round(disc.y - top + MARGIN + 30.0));
    }
    let (right, bottom) = corner(&discs, f64::max);
    let mut taken = label(network, &mut discs);
    // A label to the left of the leftmost node may stand outside.
    let outside = taken.iter().map(|place| place[0]).fold(10.0, f64::min);
    let shift = round(10.0 - outside);
    for disc in &mut discs {
        disc.x += shift;
        disc.label = disc.label.map(|(x, y)| (x + shift, y));
    }
    taken.iter_mut().for_each(|place| (place[0], place[2]) = (place[0] + shift, place[2] + shift));
    let right = taken.iter().map(|place| place[2]).fold(right + shift + MARGIN - 10.0, f64::max) + 10.0;
    let bends = bends(network);
    let named = name(network, &discs, &bends, &mut taken);
    let (width, height) = (round(right).max(560.0), round(bottom + MARGIN).max(120.0));
    Picture { width, height, discs, named, bends }
}

fn corner(discs: &[Disc], choose: fn(f64, f64) -> f64) -> (f64, f64) {
    let points = discs.iter().map(|disc| (disc.x, disc.y));
    points.reduce(|a, b| (choose(a.0, b.0), choose(a.1, b.1))).unwrap_or_default()
}

/// Scales the places to pixels and pushes apart what overlaps, wider than high because labels are.
fn spread(discs: &mut [Disc]) {
    let ((left, top), (right, bottom)) = (corner(discs, f64::min), corner(discs, f64::max));
    let room: f64 = discs.iter().map(|disc| (2.0 * disc.radius + 46.0) * (2.0 * disc.radius + 22.0)).sum();
    // Few nodes can have room for the names of their edges too.
    let roomy = if discs.len() < 100 { 5.0 } else { 2.5 };
    let scale = (room * roomy / ((right - left) * (bottom - top)).max(1.0)).sqrt();
    discs.iter_mut().for_each(|disc| (disc.x, disc.y) = (disc.x * scale, disc.y * scale));
    for _ in 0..60 {
        let mut moved = false;
        for i in 1..discs.len() {
            let (before, after) = discs.split_at_mut(i);
            for other in before {
                moved |= part(other, &mut after[0]);
            }
        }
        if !moved {
            break;
        }
    }
}

/// Moves two discs that are too near half of what is missing each. Whether they were.
fn part(a: &mut Disc, b: &mut Disc) -> bool {
    let (wide, high) = (a.radius + b.radius + 22.0, a.radius + b.radius + 12.0);
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let (missing_x, missing_y) = (wide - dx.abs(), high - dy.abs());
    if missing_x <= 0.1 || missing_y <= 0.1 {
        return false;
    }
    if missing_y < missing_x {
        let step = missing_y / 2.0 * if dy < 0.0 { -1.0 } else { 1.0 };
        (a.y, b.y) = (a.y - step, b.y + step);
    } else {
        let step = missing_x / 2.0 * if dx < 0.0 { -1.0 } else { 1.0 };
        (a.x, b.x) = (a.x - step, b.x + step);
    }
    true
}

/// Left, top, right, bottom.
type Place = [f64; 4];

fn free(taken: &[Place], place: Place) -> bool {
    let apart =
        |other: &Place| place[2] < other[0] || other[2] < place[0] || place[3] < other[1] || other[3] < place[1];
    taken.iter().all(apart)
}

/// Gives labels room, the best connected nodes first; one that would cover a node or another label is left out.
fn label(network: &Network, discs: &mut [Disc]) -> Vec<Place> {
    let labels: Vec<&str> = network.graph.node_weights().map(|node| node.label.as_str()).collect();
    let mut order: Vec<usize> = (0..discs.len()).collect();
    order.sort_by(|a, b| discs[*b].radius.total_cmp(&discs[*a].radius).then(a.cmp(b)));
    let around = |disc: &Disc| {
        let r = disc.radius - 1.0;
        [disc.x - r, disc.y - r, disc.x + r, disc.y + r]
    };
    let mut taken: Vec<Place> = discs.iter().map(around).collect();
    for i in order {
        let (half, disc) = (width(labels[i]) / 2.0, &mut discs[i]);
        let (beside, level) = (disc.radius + half + 2.0, disc.y + TEXT / 2.0 - 1.0);
        let feet = [
            (disc.x, disc.y + disc.radius + TEXT + 0.5),
            (disc.x + beside, level),
            (disc.x - beside, level),
            (disc.x, disc.y - disc.radius - 2.0),
        ];
        let place = |(x, y): (f64, f64)| [x - half, y - TEXT, x + half, y + 2.0];
        disc.label = feet.into_iter().find(|foot| free(&taken, place(*foot)));
        taken.extend(disc.label.map(place));
    }
    taken
}

/// Gives the names of edges room where any is left. What things are by nature is not named: the grey says it.
fn name(network: &Network, discs: &[Disc], bends: &[f64], taken: &mut Vec<Place>) -> Vec<bool> {
    let mut room = |(_, from, to, edge): (usize, _, _, &Edge), bend: f64| {
        if !edge.is_stated() {
            return false;
        }
        let (x, y) = curve(&discs[network.place(from)], &discs[network.place(to)], bend).1;
        let half = width(edge.kind.name()) / 2.0 * NAME / TEXT;
        let place = [x - half, y - NAME, x + half, y + 1.0];
        let free = free(taken, place);
        if free {
            taken.push(place);
        }
        free
    };
    network.edges().zip(bends).map(|(edge, bend)| room(edge, *bend)).collect()
}

/// A line from rim to rim that bends by so many pixels to its left, and its middle.
pub(super) fn curve(from: &Disc, to: &Disc, bend: f64) -> (String, (f64, f64)) {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx.hypot(dy).max(1.0);
    let (ux, uy) = (dx / length, dy / length);
    let start = (from.x + ux * from.radius, from.y + uy * from.radius);
    let end = (to.x - ux * (to.radius + 1.0), to.y - uy * (to.radius + 1.0));
    let middle = ((start.0 + end.0) / 2.0, (start.1 + end.1) / 2.0);
    let [x1, y1, x2, y2] = [start.0, start.1, end.0, end.1].map(round);
    // The curve passes half as far from the straight line as its control point stands.
    let seen = (round(middle.0 - uy * bend / 2.0), round(middle.1 + ux * bend / 2.0));
    if bend == 0.0 {
        return (format!("M{x1} {y1}L{x2} {y2}"), seen);
    }
    let (mx, my) = (round(middle.0 - uy * bend), round(middle.1 + ux * bend));
    (format!("M{x1} {y1}Q{mx} {my} {x2} {y2}"), seen)
}

/// The width of a label: Chinese characters are square, others about half as wide.
pub(super) fn width(label: &str) -> f64 {
    label.chars().map(|c| if c.is_ascii() { TEXT * 0.56 } else { TEXT }).sum()
}

fn bends(network: &Network) -> Vec<f64> {
    let mut between: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let step = |number: usize| f64::from(u32::try_from(number.div_ceil(2)).unwrap_or(0)) * 22.0;
    let bend = |(_, from, to, _): (usize, _, _, &Edge)| {
        let (from, to): (usize, usize) = (network.place(from), network.place(to));
        let number = between.entry((from.min(to), from.max(to))).or_default();
        // 0, 22, -22, 44 ...; seen from the lesser end, so that two edges of opposite directions part too.
        let side = if number.is_multiple_of(2) { 1.0 } else { -1.0 } * if from < to { 1.0 } else { -1.0 };
        let bend = step(*number) * side;
        *number += 1;
        bend
    };
    network.edges().map(bend).collect()
}
