//! The tables of entities and relations as Apache Parquet, for pandas, polars, DuckDB, Spark and R's arrow.
//!
//! Numbers are numbers there and empty cells are nulls. Written with the format's own library without Arrow's, which the
//! rows would only pass through.

use std::io::{Error, Result, Write};
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;

use super::Drawing;
use super::tables::{Cells, ENTITIES, RELATIONS, Table};
use crate::network::Network;

pub(super) const FILES: &[(&str, Drawing)] = &[("entities.parquet", entities), ("relations.parquet", relations)];

/// How many rows stand together, what readers take in one go.
const GROUP: usize = 100_000;

fn entities(network: &Network, out: &mut dyn Write) -> Result<()> {
    written(&ENTITIES, network, out)
}

fn relations(network: &Network, out: &mut dyn Write) -> Result<()> {
    written(&RELATIONS, network, out)
}

fn written(table: &Table, network: &Network, out: &mut dyn Write) -> Result<()> {
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let schema = Arc::new(schema(table).map_err(refused)?);
    // The library wants a writer that may go to other threads, which a console's does not. The packed table
    // is less than the network it is made of.
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties)).map_err(refused)?;
    let mut columns: Vec<Vec<String>> = vec![Vec::new(); table.columns.len()];
    (table.rows)(network, &mut |row| {
        columns.iter_mut().zip(row).for_each(|(column, cell)| column.push((*cell).to_owned()));
        if columns[0].len() == GROUP { group(table, &mut columns, &mut writer).map_err(refused) } else { Ok(()) }
    })?;
    group(table, &mut columns, &mut writer).map_err(refused)?;
    out.write_all(&writer.into_inner().map_err(refused)?)
}

fn schema(table: &Table) -> std::result::Result<Type, ParquetError> {
    let field = |(name, cells): &(&str, Cells)| {
        let (physical, logical) = match cells {
            Cells::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            Cells::Whole => (Physical::INT64, None),
            Cells::Decimal => (Physical::DOUBLE, None),
        };
        let field = Type::primitive_type_builder(name, physical).with_logical_type(logical);
        field.with_repetition(Repetition::OPTIONAL).build().map(Arc::new)
    };
    let fields = table.columns.iter().map(field).collect::<std::result::Result<_, _>>()?;
    Type::group_type_builder("table").with_fields(fields).build()
}

/// Writes what the columns hold, and empties them.
fn group(
    table: &Table,
    columns: &mut [Vec<String>],
    writer: &mut SerializedFileWriter<Vec<u8>>,
) -> std::result::Result<(), ParquetError> {
    let mut group = writer.next_row_group()?;
    for (cells, (_, kind)) in columns.iter_mut().zip(table.columns) {
        let cells: Vec<String> = std::mem::take(cells);
        let there: Vec<i16> = cells.iter().map(|cell| i16::from(holds(*kind, cell))).collect();
        let values = || cells.iter().filter(|cell| holds(*kind, cell));
        let mut column = group.next_column()?.expect("the schema has as many columns as the table");
        match column.untyped() {
            ColumnWriter::ByteArrayColumnWriter(column) => {
                let values: Vec<ByteArray> = values().map(|cell| cell.as_str().into()).collect();
                column.write_batch(&values, Some(&there), None)?
            }
            ColumnWriter::Int64ColumnWriter(column) => {
                let values: Vec<i64> = values().filter_map(|cell| cell.parse().ok()).collect();
                column.write_batch(&values, Some(&there), None)?
            }
            ColumnWriter::DoubleColumnWriter(column) => {
                let values: Vec<f64> = values().filter_map(|cell| cell.parse().ok()).collect();
                column.write_batch(&values, Some(&there), None)?
            }
            _ => unreachable!("the schema knows three kinds of columns"),
        };
        column.close()?;
    }
    group.close()?;
    Ok(())
}

/// Whether a cell has a value of its column's kind.
fn holds(kind: Cells, cell: &str) -> bool {
    match kind {
        Cells::Text => !cell.is_empty(),
        Cells::Whole => cell.parse::<i64>().is_ok(),
        Cells::Decimal => cell.parse::<f64>().is_ok(),
    }
}

fn refused(cause: ParquetError) -> Error {
    match cause {
        ParquetError::External(cause) => Error::other(cause),
        other => Error::other(other),
    }
}
