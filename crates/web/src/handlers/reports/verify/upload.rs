//! Receiving an uploaded file.

use axum::extract::{Multipart, multipart::Field};
use domain::{Error, Result};
use tokio::io::AsyncWriteExt;
use worker::LARGEST_WORKBOOK;

use crate::{form_token, visit::Visit};

/// Name of the file's field.
const FILE: &str = "file";
/// Bytes of a token.
const LONGEST_TOKEN: usize = 100;
/// A file that is too large is read on up to here: a browser shows the answer only once it has sent everything.
const MOST_TAKEN: u64 = 8 * LARGEST_WORKBOOK;

/// What came.
pub enum Received {
    /// A file.
    File {
        /// Its name, as it was sent.
        name: String,
        /// What is in it.
        bytes: Vec<u8>,
    },
    /// No file was chosen.
    Nothing,
    /// A file with nothing in it.
    Empty,
    /// A file larger than is looked at.
    TooLarge,
    /// No form of ours, or one of another session.
    Foreign,
    /// There is no room for it.
    NoRoom,
}

/// Receives the form: its token first, then the file, which goes to the disk as it comes.
pub async fn receive(visit: &Visit, mut form: Multipart) -> Result<Received> {
    let Ok(Some(token)) = form.next_field().await else { return Ok(Received::Foreign) };
    let is_token = token.name() == Some("csrf");
    let Some(token) = short(token).await.filter(|_| is_token) else { return Ok(Received::Foreign) };
    if !form_token::fits(&visit.session, &token).await? {
        return Ok(Received::Foreign);
    }
    match form.next_field().await {
        Ok(Some(file)) if file.name() == Some(FILE) => keep(visit, file).await,
        Ok(Some(_)) | Err(_) => Ok(Received::Foreign),
        Ok(None) => Ok(Received::Nothing),
    }
}

/// The text of a field that must not be long.
async fn short(mut field: Field<'_>) -> Option<String> {
    let mut text = Vec::new();
    while let Some(chunk) = field.chunk().await.ok()? {
        text.extend_from_slice(&chunk);
        if text.len() > LONGEST_TOKEN {
            return None;
        }
    }
    String::from_utf8(text).ok()
}

async fn keep(visit: &Visit, mut field: Field<'_>) -> Result<Received> {
    let name = field.file_name().unwrap_or_default().to_owned();
    let Ok(place) = visit.app.files.draft() else { return Ok(Received::NoRoom) };
    let Ok(mut file) = tokio::fs::File::create(&place).await else { return Ok(Received::NoRoom) };
    let mut size = 0_u64;
    loop {
        let chunk = match field.chunk().await {
            Ok(Some(chunk)) => chunk,
            Ok(None) => break,
            Err(_) => return Ok(Received::Foreign),
        };
        size += chunk.len() as u64;
        if size > MOST_TAKEN {
            break;
        }
        if size <= LARGEST_WORKBOOK && file.write_all(&chunk).await.is_err() {
            return Ok(Received::NoRoom);
        }
    }
    if size == 0 {
        return Ok(if name.is_empty() { Received::Nothing } else { Received::Empty });
    }
    if size > LARGEST_WORKBOOK {
        return Ok(Received::TooLarge);
    }
    if file.flush().await.is_err() {
        return Ok(Received::NoRoom);
    }
    let bytes = tokio::fs::read(&place).await;
    let failed = |error| Error::Internal { what: "reading an uploaded file", source: Box::new(error) };
    Ok(Received::File { name, bytes: bytes.map_err(failed)? })
}
