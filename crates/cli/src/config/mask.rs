//! Addresses without their secrets.

/// The address of a database as it may be shown: without passwords.
pub fn masked(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    // The last `@` ends the user, whatever an unescaped password holds.
    let (user, place) = rest.rsplit_once('@').map_or((None, rest), |(user, place)| (Some(user), place));
    let (host, query) = place.split_once('?').map_or((place, None), |(host, query)| (host, Some(query)));
    let mut shown = match user.map(|user| user.split_once(':').unwrap_or((user, ""))) {
        Some((user, "")) => format!("{scheme}://{user}@{host}"),
        Some((user, _)) => format!("{scheme}://{user}:***@{host}"),
        None => format!("{scheme}://{host}"),
    };
    if let Some(query) = query {
        let mask = |part: &str| match part.split_once('=') {
            Some((name, _)) if name.eq_ignore_ascii_case("password") => format!("{name}=***"),
            _ => part.to_owned(),
        };
        shown.push('?');
        shown.push_str(&query.split('&').map(mask).collect::<Vec<_>>().join("&"));
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn passwords_do_not_show() {
        for (url, shown) in [
            ("postgres://ada:secret@db/iq", "postgres://ada:***@db/iq"),
            ("postgres://ada:se/cr@et@db/iq", "postgres://ada:***@db/iq"),
            ("postgres://ada@db/iq", "postgres://ada@db/iq"),
            ("postgres://db/iq?user=a&password=secret&x=1", "postgres://db/iq?user=a&password=***&x=1"),
            ("postgres://ada:sec?ret@db/iq", "postgres://ada:***@db/iq"),
            ("sqlite:///srv/x.db?mode=rwc", "sqlite:///srv/x.db?mode=rwc"),
            ("nonsense", "nonsense"),
        ] {
            assert_eq!(masked(url), shown);
        }
    }
}
