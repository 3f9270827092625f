//! Which head belongs to which body: one optimisation over all of them.

use super::Place;
use super::affinity;
use super::assign::assign;
use super::body::Bodies;
use super::cues::Cues;
use super::item::Item;
use super::pair::{Pair, pairs};
use super::unit::{Role, Unit, rank};

/// Print order speaks where words do not. In points of affinity; a common district is worth about ten.
const BESIDE: f64 = 1.5;
/// As much again for the side on which the page puts its heads, as far as the clear cases agree.
const HABIT: f64 = 2.0;
/// The difference that makes a case clear.
const CLEAR: f64 = 2.0;
/// A head with less than this in common goes to no body but its neighbour.
const RELATED: f64 = 2.5;
/// A head that speaks of another body by so much more is not the head of its neighbour.
const ELSEWHERE: f64 = 3.5;
/// With fewer than this share of heads beside their bodies, heads are gathered elsewhere.
const GATHERED: f64 = 0.5;
/// Beyond this many pairs only print order is asked: no page of a paper has as many.
const PAIRS: usize = 40_000;

/// The units, those of several lines taken apart whose lines speak of different bodies, and for each the body that it heads.
pub(super) fn place(
    page: &str,
    items: &[Item],
    bodies: &Bodies,
    units: Vec<Unit>,
    flowing: bool,
    cues: &Cues,
    places: &dyn Fn(&str) -> Vec<Place>,
) -> (Vec<Unit>, Vec<Option<usize>>) {
    let count = bodies.bodies.len();
    if count <= 1 || units.is_empty() {
        let given = vec![(count == 1).then_some(0); units.len()];
        return (units, given);
    }
    // The web prints heads above what they head, and has no columns to mix them up.
    if flowing || units.len() * count > PAIRS {
        let given = units.iter().map(|unit| Some(unit.gap.min(count - 1))).collect();
        return (units, given);
    }
    let text = |numbers: &mut dyn Iterator<Item = usize>| joined(page, items, numbers);
    let texts: Vec<String> =
        bodies.bodies.iter().map(|body| text(&mut body.paras.iter().chain(&body.heads).copied())).collect();
    let lines: Vec<Unit> = units.iter().flat_map(lines).collect();
    let heads: Vec<String> = units.iter().chain(&lines).map(|unit| text(&mut unit.all())).collect();
    let mut content = affinity::affinities(&heads, &texts, cues, places);
    let apart = content.split_off(units.len());
    let (units, content) = take_apart(units, content, lines, apart);
    let given = Table::new(&units, content, bodies).solve();
    (units, given)
}

fn joined(page: &str, items: &[Item], numbers: &mut dyn Iterator<Item = usize>) -> String {
    let mut text = String::new();
    for i in numbers {
        items[i].spans.iter().for_each(|span| text.push_str(span.of(page)));
        text.push('\n');
    }
    text
}

/// The lines of a unit of several, each as a unit of its own.
fn lines(unit: &Unit) -> Vec<Unit> {
    if unit.items.len() < 2 || unit.role == Role::Credit {
        return Vec::new();
    }
    let alone = |(i, item): (usize, &usize)| Unit {
        items: vec![*item],
        credits: Vec::new(),
        blank: i == 0 && unit.blank,
        ..unit.clone()
    };
    let mut lines: Vec<Unit> = unit.items.iter().enumerate().map(alone).collect();
    if let Some(last) = lines.last_mut() {
        last.credits.clone_from(&unit.credits);
    }
    lines
}

/// Headlines gathered in one place stand close together like the lines of one: what they speak of parts them.
fn take_apart(
    units: Vec<Unit>,
    content: Vec<Vec<f64>>,
    lines: Vec<Unit>,
    apart: Vec<Vec<f64>>,
) -> (Vec<Unit>, Vec<Vec<f64>>) {
    let mut done: (Vec<Unit>, Vec<Vec<f64>>) = (Vec::with_capacity(units.len()), Vec::with_capacity(units.len()));
    // Where there are bodies enough for every line, less will do to part them.
    let bodies = content.first().map_or(0, Vec::len);
    let wanted: usize =
        units.iter().filter(|unit| unit.role == Role::Headline && unit.gap > 0).map(|unit| unit.items.len()).sum();
    let sure = if wanted <= bodies { 0.5 } else { 1.0 };
    let mut rest = lines.into_iter().zip(apart);
    for (unit, row) in units.into_iter().zip(content) {
        let count = if unit.items.len() < 2 || unit.role == Role::Credit { 0 } else { unit.items.len() };
        let lines: Vec<(Unit, Vec<f64>)> = rest.by_ref().take(count).collect();
        let subjects: Vec<Option<usize>> = lines.iter().map(|(_, row)| subject(row, sure)).collect();
        let mut clear: Vec<usize> = subjects.into_iter().flatten().collect();
        clear.sort_unstable();
        clear.dedup();
        if clear.len() >= 2 {
            done.extend(lines);
        } else {
            done.extend([(unit, row)]);
        }
    }
    rank(&mut done.0);
    done
}

/// The body that a head clearly speaks of; `sure` times as clearly as usual.
fn subject(row: &[f64], sure: f64) -> Option<usize> {
    let best = (0..row.len()).max_by(|a, b| row[*a].total_cmp(&row[*b]).then(b.cmp(a)))?;
    let second = (0..row.len()).filter(|b| *b != best).map(|b| row[b]).fold(0.0, f64::max);
    (row[best] >= sure * RELATED && row[best] - second >= sure * CLEAR).then_some(best)
}

/// Units against bodies, and what print order is worth on this page.
struct Table<'a> {
    units: &'a [Unit],
    pairs: Vec<Pair>,
    /// What each unit has in common with each body.
    content: Vec<Vec<f64>>,
    bodies: &'a Bodies,
    /// The share of heads printed before their bodies, among those whose words leave no doubt; a half if there are none.
    before: f64,
    /// The share of those printed beside their bodies at all.
    near: f64,
}

impl<'a> Table<'a> {
    fn new(units: &'a [Unit], content: Vec<Vec<f64>>, bodies: &'a Bodies) -> Self {
        let pairs = pairs(units, &content);
        let (mut before, mut after, mut far) = (0.0, 0.0, 0.0);
        for (unit, row) in units.iter().zip(&content) {
            match subject(row, 1.0) {
                Some(body) if body == unit.gap => before += 1.0,
                Some(body) if body + 1 == unit.gap => after += 1.0,
                Some(_) => far += 1.0,
                None => {}
            }
        }
        // As if one head had been seen on either side.
        let near = (1.0 + before + after) / (1.0 + before + after + far);
        Self { units, pairs, content, bodies, before: (1.0 + before) / (2.0 + before + after), near }
    }

    /// The better of two climbs: from all pairs held together, which pages in good order want, and from none, which
    /// pages without any order want.
    fn solve(&self) -> Vec<Option<usize>> {
        let (one, worth) = self.climb(true);
        let divided = self.pairs.iter().any(|pair| self.is_divided(pair));
        let (other, more) = if divided { self.climb(false) } else { (Vec::new(), worth) };
        let mut given = if more > worth { other } else { one };
        self.eliminate(&mut given);
        for u in 0..given.len() {
            if given[u].is_none() {
                given[u] = self.settle(u, &given);
            }
        }
        given
    }

    /// Whether the two of a pair would go to different bodies if they were free.
    fn is_divided(&self, pair: &Pair) -> bool {
        let worth = |u: usize, b: usize| self.content[u][b] + self.beside(u, None, b);
        let best = |u: usize| (0..self.bodies.bodies.len()).max_by(|a, b| worth(u, *a).total_cmp(&worth(u, *b)));
        best(pair.first) != best(pair.second)
    }

    /// Lets go of pairs, or holds them, as long as that gains.
    fn climb(&self, start: bool) -> (Vec<Option<usize>>, f64) {
        let mut held = vec![start; self.pairs.len()];
        let mut given = self.assigned(&held);
        let mut worth = self.worth(&given);
        for p in (0..held.len()).filter(|&p| self.is_divided(&self.pairs[p])) {
            held[p] = !start;
            let other = self.assigned(&held);
            let gain = self.worth(&other);
            if gain > worth {
                (given, worth) = (other, gain);
            } else {
                held[p] = start;
            }
        }
        (given, worth)
    }

    /// Headlines and bylines are given out apart, so that a body may have one of each from different places; a pair
    /// that is held goes together because its two have the same gains.
    fn assigned(&self, held: &[bool]) -> Vec<Option<usize>> {
        let mut partner = vec![None; self.units.len()];
        for (pair, _) in self.pairs.iter().zip(held).filter(|(_, held)| **held) {
            (partner[pair.first], partner[pair.second]) = (Some(pair.second), Some(pair.first));
        }
        let mut given = vec![None; self.units.len()];
        for role in [Role::Headline, Role::Byline] {
            let mine: Vec<usize> = (0..self.units.len()).filter(|&u| self.units[u].role == role).collect();
            let row = |u: &usize| self.gains(*u, partner[*u]).map(|gain| (gain * 1000.0) as i64).collect();
            let table: Vec<Vec<i64>> = mine.iter().map(row).collect();
            for (u, body) in mine.iter().zip(assign(&table)) {
                given[*u] = body;
            }
        }
        given
    }

    /// What the assignment is worth: every unit for itself, and the bonds of the pairs that are together.
    fn worth(&self, given: &[Option<usize>]) -> f64 {
        let single =
            |(u, body): (usize, &Option<usize>)| body.map_or(0.0, |b| self.content[u][b] + self.beside(u, None, b));
        let together = |pair: &&Pair| given[pair.first].is_some() && given[pair.first] == given[pair.second];
        given.iter().enumerate().map(single).sum::<f64>()
            + self.pairs.iter().filter(together).map(|pair| pair.bond).sum::<f64>()
    }

    /// What a unit, or its pair, gains with each body.
    fn gains(&self, u: usize, partner: Option<usize>) -> impl Iterator<Item = f64> {
        let common = move |b: usize| self.content[u][b] + partner.map_or(0.0, |other| self.content[other][b]);
        let bodies = 0..self.bodies.bodies.len();
        let best = bodies.clone().map(common).fold(0.0, f64::max);
        bodies.map(move |b| self.gain(b, common(b), best, self.beside(u, partner, b)))
    }

    /// The gain with body `b`, with which the unit has `mine` in common and with none more than `best`.
    fn gain(&self, b: usize, mine: f64, best: f64, beside: f64) -> f64 {
        let foreign = mine < RELATED && best - mine >= ELSEWHERE;
        let neighbour = beside > 0.0 && self.near >= GATHERED;
        if foreign || !neighbour && mine < 1.0 + (RELATED - 1.0) * self.near {
            return 0.0;
        }
        let gain = mine + beside;
        if self.bodies.bodies[b].continued { gain - 3.0 * BESIDE } else { gain }
    }

    /// The pull of print order between a unit, or its pair, and a body.
    fn beside(&self, u: usize, partner: Option<usize>, body: usize) -> f64 {
        let unit = &self.units[u];
        let place = partner.map_or(unit.place, |other| (unit.place + self.units[other].place) / 2.0);
        let (habit, place) = if body == unit.gap {
            (self.before, place)
        } else if body + 1 == unit.gap {
            (1.0 - self.before, 1.0 - place)
        } else {
            return 0.0;
        };
        self.near * (BESIDE + HABIT * habit + 0.5 * place)
    }

    /// Where headlines are gathered far from their bodies, those that say nothing go to the bodies that are left, in
    /// order, if there are enough of these.
    fn eliminate(&self, given: &mut [Option<usize>]) {
        let headlines = |u: &usize| self.units[*u].role == Role::Headline;
        let mute = |u: &usize| self.content[*u].iter().all(|common| *common < RELATED) && self.units[*u].gap > 0;
        let left: Vec<usize> = (0..given.len()).filter(|u| given[*u].is_none() && headlines(u)).collect();
        let taken: Vec<usize> = (0..given.len()).filter(headlines).filter_map(|u| given[u]).collect();
        let free = |b: &usize| !taken.contains(b) && !self.bodies.bodies[*b].continued;
        let free: Vec<usize> = (0..self.bodies.bodies.len()).filter(free).collect();
        if self.near < GATHERED && left.len() <= free.len() && left.iter().all(mute) {
            left.iter().zip(free).for_each(|(u, body)| given[*u] = Some(body));
        }
    }

    /// Units left over join the one printed beside them, or the body that they clearly speak of.
    fn settle(&self, u: usize, given: &[Option<usize>]) -> Option<usize> {
        let (units, row) = (self.units, &self.content[u]);
        let last = self.bodies.bodies.len() - 1;
        if units[u].role == Role::Credit {
            return Some(units[u].gap.min(last));
        }
        let foreign = |body: &usize| row[*body] < RELATED && row.iter().any(|other| other - row[*body] >= ELSEWHERE);
        let beside =
            |v: usize| (units[v].gap == units[u].gap).then(|| given[v]).flatten().filter(|body| !foreign(body));
        let near = [u.checked_sub(1).and_then(beside), units.get(u + 1).and_then(|_| beside(u + 1))];
        let near = near.into_iter().flatten().max_by(|a, b| row[*a].total_cmp(&row[*b]));
        // The first lines of a page may head all of it: they must speak twice as clearly, and of the body below them.
        let top = units[u].gap == 0;
        let spoken = subject(row, if top { 2.0 } else { 1.0 });
        near.or_else(|| spoken.filter(|body| !top || *body == 0 && !self.is_headed(*body, given)))
    }

    /// Whether a body has a headline and a byline already.
    fn is_headed(&self, body: usize, given: &[Option<usize>]) -> bool {
        let has = |role| self.units.iter().zip(given).any(|(unit, given)| *given == Some(body) && unit.role == role);
        has(Role::Headline) && has(Role::Byline)
    }
}
