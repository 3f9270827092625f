//! The file beside a source that says what is known of it: `NAME.meta.json` or `NAME.meta.toml`.

use super::names::{self, Part, Place};
use super::{Field, Metadata, Origin, day};

/// What a sidecar says. JSON where it opens with a brace, TOML otherwise; keys are called as columns of tables are, and
/// keys of other programs are left alone.
///
/// # Errors
/// Where it cannot be read, or holds a date that is none: why, with the line, and the way out.
pub fn sidecar(bytes: &[u8]) -> Result<Metadata, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8; save it as UTF-8".to_owned())?;
    let text = text.trim_start_matches('\u{feff}');
    let pairs: Vec<(String, String)> = if text.trim_start().starts_with('{') { json(text)? } else { toml(text)? };
    let mut said = Metadata::default();
    for (key, value) in pairs {
        let Some(Part::Known(field)) = names::part(Place::Column, &key) else { continue };
        let value = match field {
            Field::Date => day::day(&value)
                .ok_or_else(|| format!("`{value}` is no date; write 2024, 2024-05 or 2024-05-17 for `{key}`"))?,
            _ => value,
        };
        *said.slot(field) = Some(value);
    }
    Ok(Metadata::default().or(&said, Origin::Sidecar))
}

fn json(text: &str) -> Result<Vec<(String, String)>, String> {
    let object: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(text).map_err(|cause| format!("it is no JSON object ({cause}); mend that place"))?;
    let plain = |value: serde_json::Value| match value {
        serde_json::Value::String(text) => Some(text),
        serde_json::Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    Ok(object.into_iter().filter_map(|(key, value)| Some((key, plain(value)?))).collect())
}

fn toml(text: &str) -> Result<Vec<(String, String)>, String> {
    let table: toml::Table = text
        .parse()
        .map_err(|cause: toml::de::Error| format!("it is no TOML ({}); mend that place", cause.to_string().trim()))?;
    let plain = |value: toml::Value| match value {
        toml::Value::String(text) => Some(text),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Datetime(date) => Some(date.to_string()),
        _ => None,
    };
    Ok(table.into_iter().filter_map(|(key, value)| Some((key, plain(value)?))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_and_toml_say_the_same() {
        let json = sidecar("{\"来源\": \"海棠日报\", \"date\": \"2024/1/25\", \"page\": 3, \"other\": []}".as_bytes())
            .unwrap();
        let toml =
            sidecar("outlet = \"海棠日报\"\ndate = 2024-01-25\npage = \"3\"\n[more]\nx = 1\n".as_bytes()).unwrap();
        let said = |known: &Metadata| {
            [Field::Outlet, Field::Date, Field::Page].map(|field| known.get(field).map(str::to_owned))
        };
        assert_eq!(said(&json), said(&toml));
        assert_eq!(json.date.as_deref(), Some("2024-01-25"));
        assert!(json.origins.iter().all(|(_, origin)| *origin == Origin::Sidecar));
    }

    #[test]
    fn mistakes_are_named() {
        assert!(sidecar(b"{\"date\": \"May\"}").unwrap_err().contains("`May` is no date"));
        assert!(sidecar(b"{\"date\": ").unwrap_err().contains("line 1"));
        assert!(sidecar(b"date").unwrap_err().contains("TOML"));
        assert!(sidecar(b"\xff").unwrap_err().contains("UTF-8"));
    }
}
