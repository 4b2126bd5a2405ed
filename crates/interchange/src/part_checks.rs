use crate::{Measure, ReadError};

const HEAD_BYTES: usize = 8 << 10;
const BYTES_PER_SHARED_STRING: u64 = 16;
const MAX_STYLES_BYTES: u64 = 8 << 20;
const MAX_STYLES_TAG_BYTES: u64 = 4 << 10;

/// Watches the two parts from which calamine takes sizes on trust while they are unpacked for the first time.
///
/// It reserves memory for as many shared strings as the part's first tag announces, and copies a style's font name
/// and number format into each cell format that refers to it. A small file could claim all memory with either.
pub(crate) enum Watch {
    Nothing,
    SharedStrings { head: Vec<u8>, most: u64 },
    Styles { size: u64, since_tag: u64 },
}

impl Watch {
    /// The watch for a part with this name in lower case, of which `allowed` bytes may be unpacked.
    pub(crate) fn of(name: &str, allowed: u64) -> Self {
        if name.ends_with("sharedstrings.xml") {
            Self::SharedStrings { head: Vec::new(), most: allowed / BYTES_PER_SHARED_STRING }
        } else if name.ends_with("styles.xml") {
            Self::Styles { size: 0, since_tag: 0 }
        } else {
            Self::Nothing
        }
    }

    pub(crate) fn see(&mut self, chunk: &[u8]) -> Result<(), ReadError> {
        match self {
            Self::Nothing => Ok(()),
            Self::SharedStrings { head, .. } => {
                let wanted = chunk.len().min(HEAD_BYTES - head.len());
                head.extend_from_slice(&chunk[..wanted]);
                Ok(())
            }
            Self::Styles { size, since_tag } => {
                *size += chunk.len() as u64;
                Measure::UncompressedBytes.check(*size, MAX_STYLES_BYTES)?;
                for byte in chunk {
                    *since_tag = if *byte == b'<' { 0 } else { *since_tag + 1 };
                    Measure::UncompressedBytes.check(*since_tag, MAX_STYLES_TAG_BYTES)?;
                }
                Ok(())
            }
        }
    }

    pub(crate) fn finish(&self) -> Result<(), ReadError> {
        match self {
            Self::SharedStrings { head, most } => check_announced_count(head, *most),
            _ => Ok(()),
        }
    }
}

fn check_announced_count(head: &[u8], most: u64) -> Result<(), ReadError> {
    let head = String::from_utf8_lossy(head);
    let tag = root_tag(&head).filter(|tag| local_name(tag) == "sst");
    let tag = tag.ok_or_else(|| ReadError::Unreadable("no table of shared strings".into()))?;
    let announced = tag.split(['"', '\'']).filter_map(|value| value.parse().ok()).max();
    Measure::UncompressedBytes.check(announced.unwrap_or(0), most)
}

/// What stands between the angle brackets of the first element. Only an XML declaration may come before it.
fn root_tag(head: &str) -> Option<&str> {
    let body = head.trim_start_matches('\u{FEFF}').trim_start();
    let body = match body.strip_prefix("<?") {
        Some(declaration) => declaration.split_once("?>")?.1.trim_start(),
        None => body,
    };
    let tag = body.strip_prefix('<')?;
    let mut quote = None;
    let end = tag.find(|letter| {
        match quote {
            Some(open) if open == letter => quote = None,
            None if matches!(letter, '"' | '\'') => quote = Some(letter),
            _ => {}
        }
        quote.is_none() && letter == '>'
    })?;
    Some(&tag[..end])
}

fn local_name(tag: &str) -> &str {
    let name = tag.split(|letter: char| letter.is_whitespace() || letter == '/').next();
    name.and_then(|name| name.rsplit(':').next()).unwrap_or_default()
}
