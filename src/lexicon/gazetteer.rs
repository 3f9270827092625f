//! The administrative divisions of GB/T 2260 with their names, and the townships and streets under them.

use super::packed::{Index, Numbers};
use super::tables::Tables;

pub(super) const DIVISIONS: &str = include_str!("../../data/gazetteer/divisions.tsv");
pub(super) const TOWNSHIPS: &str = include_str!("../../data/gazetteer/townships.tsv");

/// Bytes of a code, and of the code of a township.
pub(super) const CODE: usize = 6;
pub(super) const TOWNSHIP_CODE: usize = 9;

/// A division's number in its gazetteer; only meaningful there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DivisionId(pub(super) u32);

/// One administrative division.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Division {
    /// GB/T 2260: six digits, nine for townships and streets.
    pub code: &'static str,
    pub level: Level,
    pub parent: Option<DivisionId>,
    /// The full name.
    pub name: &'static str,
    short: &'static str,
    colloquial: &'static str,
    former: &'static str,
}

impl Division {
    /// Names that mean it anywhere (大通县).
    pub fn short(&self) -> impl Iterator<Item = &'static str> + use<> {
        names(self.short)
    }

    /// Names that mean it only where the context names it or one above it.
    pub fn colloquial(&self) -> impl Iterator<Item = &'static str> + use<> {
        names(self.colloquial)
    }

    /// Names that ended, with the year.
    pub fn former(&self) -> impl Iterator<Item = (&'static str, u16)> + use<> {
        names(self.former).filter_map(|name| name.split_once('@')).map(|(name, year)| (name, year.parse().unwrap_or(0)))
    }
}

/// The names in a column, separated by spaces.
fn names(column: &'static str) -> impl Iterator<Item = &'static str> {
    column.split(' ').filter(|name| !name.is_empty())
}

/// `zt:level`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    Province,
    Prefecture,
    County,
    Township,
}

impl Level {
    pub const ALL: [Level; 4] = [Level::Province, Level::Prefecture, Level::County, Level::Township];

    /// The local name of the concept in the ontology.
    pub fn name(self) -> &'static str {
        match self {
            Level::Province => "province",
            Level::Prefecture => "prefecture",
            Level::County => "county",
            Level::Township => "township",
        }
    }
}

/// What kind of name a surface is of a division.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    Full,
    Short,
    Colloquial,
    /// Until this year.
    Former(u16),
}

/// One reading of a place name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sense {
    pub division: DivisionId,
    pub form: Form,
}

/// All divisions. The rows stay in the tables; what the build packs says where each lies and how it is cut.
#[derive(Clone, Copy)]
pub struct Gazetteer {
    /// Rows of [`ROW`] numbers, counties and above first.
    rows: Numbers,
    codes: Index,
    divisions: &'static str,
    townships: &'static str,
}

/// Where the row begins in its table; parent (0 for none) above two bits of level; where the name begins; the lengths of
/// the name, the short, colloquial and former ones, a byte each.
const ROW: usize = 4;

impl Gazetteer {
    pub(super) fn new(rows: &'static [u8], codes: &'static [u8], tables: &Tables) -> Self {
        let Tables { divisions, townships, .. } = *tables;
        Self { rows: Numbers::new(rows), codes: Index::new(codes), divisions, townships }
    }

    /// The division with this number. Nothing here can panic, so that a caller who asks for one field pays for no other.
    #[inline]
    pub fn get(&self, id: DivisionId) -> Division {
        let [row, _, name, lengths] = self.rows.row::<ROW>(id.0 as usize);
        let level = self.level(id);
        let (table, code) = self.table(id);
        let cut = |from: u32, length: usize| table.get(from as usize..from as usize + length).unwrap_or("");
        let lengths = lengths.to_le_bytes();
        let column = |i: usize| {
            let before = lengths[..i].iter().map(|length| u32::from(*length) + 1).sum::<u32>();
            cut(name + before, usize::from(lengths[i]))
        };
        Division {
            code: cut(row, code),
            level,
            parent: self.parent(id),
            name: column(0),
            short: column(1),
            colloquial: column(2),
            former: column(3),
        }
    }

    /// The division's level.
    #[inline]
    pub fn level(&self, id: DivisionId) -> Level {
        Level::ALL[(self.place(id) & 3) as usize]
    }

    /// The division above.
    #[inline]
    pub fn parent(&self, id: DivisionId) -> Option<DivisionId> {
        (self.place(id) >> 2).checked_sub(1).map(DivisionId)
    }

    /// The division's code.
    #[inline]
    pub fn code(&self, id: DivisionId) -> &'static str {
        let (table, length) = self.table(id);
        let at = self.rows.get(id.0 as usize * ROW) as usize;
        table.get(at..at + length).unwrap_or("")
    }

    /// The division's full name.
    #[inline]
    pub fn name(&self, id: DivisionId) -> &'static str {
        let [_, _, at, lengths] = self.rows.row::<ROW>(id.0 as usize);
        self.table(id).0.get(at as usize..at as usize + (lengths & 0xff) as usize).unwrap_or("")
    }

    /// The table that the division stands in, and the length of its codes.
    #[inline]
    fn table(&self, id: DivisionId) -> (&'static str, usize) {
        if self.level(id) == Level::Township { (self.townships, TOWNSHIP_CODE) } else { (self.divisions, CODE) }
    }

    /// Parent and level, packed.
    fn place(&self, id: DivisionId) -> u32 {
        self.rows.get(id.0 as usize * ROW + 1)
    }

    /// The division with this code.
    pub fn by_code(&self, code: &str) -> Option<DivisionId> {
        self.codes.find(code.as_bytes(), |id| self.code(DivisionId(id)) == code).map(DivisionId)
    }

    /// All divisions in the order of the tables: down to counties, then townships and streets.
    pub fn divisions(&self) -> impl Iterator<Item = Division> + '_ {
        (0..self.rows.len() / ROW).map(|i| self.get(DivisionId(i as u32)))
    }

    /// The division itself, then its parent, up to the province.
    pub fn ancestry(&self, id: DivisionId) -> impl Iterator<Item = DivisionId> + '_ {
        std::iter::successors(Some(id), |&id| self.parent(id))
    }

    /// Whether `above` is `below` or one of its ancestors.
    pub fn holds(&self, above: DivisionId, below: DivisionId) -> bool {
        self.ancestry(below).any(|id| id == above)
    }

    /// The county-level division or the lowest one above it that `id` belongs to.
    pub fn county(&self, id: DivisionId) -> DivisionId {
        self.ancestry(id).find(|&id| self.level(id) < Level::Township).unwrap_or(id)
    }
}
