//! Which bytes of a file are asked for (RFC 9110, section 14).

use std::ops::Range;

use axum::http::{HeaderMap, header};

/// What a request wants of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// All of it.
    Whole,
    /// These bytes.
    Part(Range<u64>),
    /// Bytes the file does not have.
    Nothing,
}

/// What `Range` and `If-Range` ask of a file with that tag and size. Several ranges at once, other units and whatever
/// cannot be read are answered by the whole file, as the standard allows.
pub fn wanted(headers: &HeaderMap, tag: &str, size: u64) -> Wanted {
    let unchanged = headers.get(header::IF_RANGE).is_none_or(|known| known.as_bytes() == tag.as_bytes());
    let asked = headers.get(header::RANGE).and_then(|value| value.to_str().ok());
    let bounds = asked.filter(|_| unchanged).and_then(|value| value.strip_prefix("bytes="));
    let Some((from, to)) = bounds.and_then(|bounds| bounds.trim().split_once('-')) else {
        return Wanted::Whole;
    };
    let range = match (from.parse::<u64>(), to.parse::<u64>()) {
        (Ok(from), Ok(to)) if from <= to => from..to.saturating_add(1).min(size),
        (Ok(from), Err(_)) if to.is_empty() => from..size,
        (Err(_), Ok(last)) if from.is_empty() => size.saturating_sub(last)..size,
        _ => return Wanted::Whole,
    };
    if range.is_empty() { Wanted::Nothing } else { Wanted::Part(range) }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue, header};

    use super::{Wanted, wanted};

    #[test]
    fn a_download_goes_on_where_it_stopped() {
        for (range, if_range, expected) in [
            ("bytes=0-9", None, Wanted::Part(0..10)),
            ("bytes=90-", None, Wanted::Part(90..100)),
            ("bytes=-10", None, Wanted::Part(90..100)),
            ("bytes=-1000", None, Wanted::Part(0..100)),
            ("bytes=50-1000", None, Wanted::Part(50..100)),
            ("bytes=100-", None, Wanted::Nothing),
            ("bytes=-0", None, Wanted::Nothing),
            ("bytes=9-3", None, Wanted::Whole),
            ("bytes=0-1,5-6", None, Wanted::Whole),
            ("pages=1-2", None, Wanted::Whole),
            ("bytes=x-", None, Wanted::Whole),
            ("bytes=90-", Some("\"same\""), Wanted::Part(90..100)),
            ("bytes=90-", Some("\"other\""), Wanted::Whole),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::RANGE, HeaderValue::from_static(range));
            if let Some(tag) = if_range {
                headers.insert(header::IF_RANGE, HeaderValue::from_static(tag));
            }
            assert_eq!(wanted(&headers, "\"same\"", 100), expected, "{range} {if_range:?}");
        }
        assert_eq!(wanted(&HeaderMap::new(), "\"same\"", 100), Wanted::Whole);
    }
}
