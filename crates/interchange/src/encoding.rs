use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

use crate::ReadError;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// UTF-8 with or without a byte-order mark, else Windows-1252.
///
/// A damaged UTF-8 file must not pass as Windows-1252, where every byte means something: it would turn each umlaut
/// into two wrong letters. Text with more intact multi-byte characters than broken bytes is damaged UTF-8.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let unmarked = bytes.strip_prefix(BYTE_ORDER_MARK);
    let body = unmarked.unwrap_or(bytes);
    let error = match str::from_utf8(body) {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        Err(error) => error,
    };
    if unmarked.is_none() && !is_mostly_utf8(body) {
        return Ok(WINDOWS_1252.decode_without_bom_handling(body).0);
    }
    Err(if error.error_len().is_none() { ReadError::Truncated } else { ReadError::NotText })
}

fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut intact, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        intact += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    intact > broken
}
