//! Tables of entities and relations, for spreadsheets and statistics.
//!
//! The files begin with the mark of their encoding, without which Excel reads Chinese as gibberish; R and pandas know it.

use std::io::{Result, Write};

use csv::Writer;

use super::Drawing;
use super::tables::{ENTITIES, RELATIONS, Table};
use crate::network::Network;

pub(super) const FILES: &[(&str, Drawing)] = &[("entities.csv", entities), ("relations.csv", relations)];

const MARK: &str = "\u{feff}";

fn entities(network: &Network, out: &mut dyn Write) -> Result<()> {
    written(&ENTITIES, network, out)
}

fn relations(network: &Network, out: &mut dyn Write) -> Result<()> {
    written(&RELATIONS, network, out)
}

fn written(table: &Table, network: &Network, out: &mut dyn Write) -> Result<()> {
    write!(out, "{MARK}")?;
    let mut writer = Writer::from_writer(out);
    writer.write_record(table.columns.iter().map(|(name, _)| name))?;
    (table.rows)(network, &mut |row| Ok(writer.write_record(row)?))?;
    writer.flush()
}
