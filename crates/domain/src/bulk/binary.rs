//! PostgreSQL's binary format of rows (`COPY … (FORMAT binary)`), for the types our tables have.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ActiveValue, Value};

const SIGNATURE: &[u8] = b"PGCOPY\n\xff\r\n\0";
const FLAGS_AND_EXTENSION: [u8; 8] = [0; 8];
const EPOCH: NaiveDate = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a date");

/// What a stream of rows begins with.
pub(super) fn header() -> Vec<u8> {
    [SIGNATURE, &FLAGS_AND_EXTENSION].concat()
}

/// What it ends with.
pub(super) fn end(message: &mut Vec<u8>) {
    message.extend((-1_i16).to_be_bytes());
}

/// Adds a row.
///
/// # Errors
/// What a value is that is missing or has a type that no table of ours has.
pub(super) fn append(
    message: &mut Vec<u8>,
    values: impl ExactSizeIterator<Item = ActiveValue<Value>>,
) -> Result<(), &'static str> {
    let count = i16::try_from(values.len()).map_err(|_| "too many columns")?;
    message.extend(count.to_be_bytes());
    for value in values {
        match value {
            ActiveValue::Set(value) | ActiveValue::Unchanged(value) => field(message, value)?,
            ActiveValue::NotSet => return Err("a column without a value"),
        }
    }
    Ok(())
}

fn field(message: &mut Vec<u8>, value: Value) -> Result<(), &'static str> {
    match value {
        Value::Uuid(Some(id)) => bytes(message, id.as_bytes()),
        Value::String(Some(text)) => bytes(message, text.as_bytes()),
        Value::Int(Some(number)) => bytes(message, &number.to_be_bytes()),
        Value::BigInt(Some(number)) => bytes(message, &number.to_be_bytes()),
        Value::Double(Some(number)) => bytes(message, &number.to_be_bytes()),
        Value::Bool(Some(flag)) => bytes(message, &[u8::from(flag)]),
        Value::ChronoDate(Some(day)) => bytes(message, &days(day)?.to_be_bytes()),
        Value::ChronoDateTimeUtc(Some(at)) => bytes(message, &microseconds(at).to_be_bytes()),
        Value::Uuid(None)
        | Value::String(None)
        | Value::Int(None)
        | Value::BigInt(None)
        | Value::Double(None)
        | Value::Bool(None)
        | Value::ChronoDate(None)
        | Value::ChronoDateTimeUtc(None) => {
            message.extend((-1_i32).to_be_bytes());
            Ok(())
        }
        _ => Err("a type that no table has"),
    }
}

fn bytes(message: &mut Vec<u8>, bytes: &[u8]) -> Result<(), &'static str> {
    let length = i32::try_from(bytes.len()).map_err(|_| "a text too long")?;
    message.extend(length.to_be_bytes());
    message.extend(bytes);
    Ok(())
}

fn days(day: NaiveDate) -> Result<i32, &'static str> {
    i32::try_from((day - EPOCH).num_days()).map_err(|_| "a day too far away")
}

fn microseconds(at: DateTime<Utc>) -> i64 {
    at.timestamp_micros() - EPOCH.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_micros()
}
