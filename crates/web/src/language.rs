//! The language of an answer: what the address says, what was chosen before, what the browser prefers.

use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use cookie::{Cookie, SameSite, time::Duration};
use texts::Language;

/// Name of the cookie and of the parameter in the address.
const NAME: &str = "lang";

/// The language of the answer to a request.
pub fn of(request: &Request) -> Language {
    let headers = request.headers();
    asked(request).or_else(|| chosen(headers)).or_else(|| preferred(headers)).unwrap_or_default()
}

/// Keeps the language that an address asks for in a cookie.
pub async fn remember(request: Request, next: Next) -> Response {
    let asked = asked(&request);
    let mut response = next.run(request).await;
    if let Some(language) = asked {
        let cookie = Cookie::build((NAME, language.as_str()))
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .max_age(Duration::days(365));
        let value = HeaderValue::from_str(&cookie.to_string()).expect("a language code is plain text");
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

fn asked(request: &Request) -> Option<Language> {
    let pairs = request.uri().query()?.split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(name, _)| *name == NAME).find_map(|(_, code)| code.parse().ok())
}

fn chosen(headers: &HeaderMap) -> Option<Language> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut cookies = cookies.flat_map(Cookie::split_parse).filter_map(Result::ok);
    cookies.find(|cookie| cookie.name() == NAME)?.value().parse().ok()
}

fn preferred(headers: &HeaderMap) -> Option<Language> {
    Language::from_accept_language(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?)
}

#[cfg(test)]
mod tests {
    use axum::{body::Body, extract::Request};
    use texts::Language;

    use super::of;

    #[test]
    fn the_address_wins_over_the_cookie_and_the_cookie_over_the_browser() {
        for (address, cookie, browser, language) in [
            ("/", "", "", Language::De),
            ("/", "", "en-GB", Language::En),
            ("/", "lang=de", "en-GB", Language::De),
            ("/?lang=en", "lang=de", "de", Language::En),
            ("/?period=IQ-2023&lang=en", "a=b; lang=de", "", Language::En),
            ("/?lang=fr", "lang=xx", "en", Language::En),
        ] {
            let request = Request::builder()
                .uri(address)
                .header("cookie", cookie)
                .header("accept-language", browser)
                .body(Body::empty())
                .expect("a request");
            assert_eq!(of(&request), language, "{address} {cookie} {browser}");
        }
    }
}
