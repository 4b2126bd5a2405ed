//! Sessions, forms, and the headers of every answer.

use web::Settings;

use crate::world::{Answer, EMAIL, PASSWORD, World, served, world};

/// The session's cookie as a browser would send it back.
pub fn cookie(answer: &Answer) -> String {
    let cookies = answer.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    let mut sessions = cookies.filter(|cookie| cookie.starts_with("migranet_session="));
    sessions.next().and_then(|cookie| cookie.split(';').next()).unwrap_or_default().to_owned()
}

/// The secret of the form on a page.
fn token(page: &str) -> &str {
    let (_, rest) = page.split_once("name=\"csrf\" value=\"").expect("a form");
    rest.split('"').next().expect("a value")
}

/// Signs in; the cookie before and after, and the answer.
pub async fn sign_in(world: &World, password: &str) -> (String, Answer) {
    let page = world.get("/sign-in?next=/reports", &[]).await;
    let before = cookie(&page);
    let form = format!(
        "email={EMAIL}&password={}&csrf={}&next=/reports",
        password.replace(' ', "+"),
        token(&page.text())
    );
    let answer = world.submit("/sign-in", &before, &form).await;
    (before, answer)
}

#[tokio::test]
async fn somebody_signs_in_works_and_signs_out() {
    let world = world().await.with_administrator().await;

    let (before, entered) = sign_in(&world, PASSWORD).await;
    let session = cookie(&entered);
    let page = world.get("/reports", &[("cookie", &session)]).await;
    let planted = world.get("/reports", &[("cookie", &before)]).await;
    let form = format!("csrf={}", token(&page.text()));
    let left = world.submit("/sign-out", &session, &form).await;
    let outside = world.get("/reports", &[("cookie", &session)]).await;

    assert_eq!((entered.status.as_u16(), entered.header("location")), (303, "/reports"));
    assert_ne!(session, before, "the secret from before signing in is worth nothing");
    assert_eq!(page.status, 200);
    assert!(page.text().contains("Ada"));
    assert_eq!(planted.status, 303);
    assert_eq!(left.status, 303);
    assert_eq!((outside.status.as_u16(), outside.header("location")), (303, "/sign-in?next=/reports"));
}

#[tokio::test]
async fn a_wrong_password_is_said_without_saying_why() {
    let (_, answer) = sign_in(&world().await, "guessed").await;

    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("role=\"alert\""));
    assert!(!answer.text().contains("guessed"));
}

#[tokio::test]
async fn a_form_from_elsewhere_is_refused() {
    let world = world().await;
    let page = world.get("/sign-in", &[]).await;
    let own = cookie(&page);
    let foreign = cookie(&world.get("/sign-in", &[]).await);
    let form = |csrf: &str| format!("email={EMAIL}&password=correct+horse+battery&csrf={csrf}&next=/");
    for (what, session, csrf) in [
        ("no session", "", token(&page.text())),
        ("another session", foreign.as_str(), token(&page.text())),
        ("no token", own.as_str(), ""),
    ] {
        let answer = world.submit("/sign-in", session, &form(csrf)).await;

        assert_eq!(answer.status, 400, "{what}");
    }
}

#[tokio::test]
async fn cookies_are_out_of_reach_of_scripts_and_other_sites() {
    for (https, parts) in [
        (false, vec!["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=28800"]),
        (true, vec!["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=28800", "Secure"]),
    ] {
        let answer = served(Settings { https }).await.get("/sign-in", &[]).await;

        let cookie = answer.header("set-cookie");
        for part in parts {
            assert!(cookie.contains(part), "{part} is missing in {cookie}");
        }
        assert_eq!(cookie.contains("Secure"), https);
        assert_eq!(!answer.header("strict-transport-security").is_empty(), https);
    }
}

#[tokio::test]
async fn every_answer_says_what_a_page_may_do_and_which_request_it_was() {
    let world = world().await;
    for (path, status) in [
        ("/", 200),
        ("/?period=EP-2005&lang=en", 200),
        ("/?period=nothing", 404),
        ("/sign-in", 200),
        ("/licences", 200),
        ("/nothing", 404),
        ("/graphql?query=%7B__typename%7D", 200),
        ("/reports", 303),
        ("/reports/x/file", 404),
    ] {
        let answer = world.get(path, &[]).await;

        assert_eq!(answer.status, status, "{path}");
        assert_eq!(answer.header("x-request-id").len(), 36, "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert!(answer.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'"), "{path}");
    }
    assert_eq!(world.get("/health", &[]).await.text(), "ok\n");
}

#[tokio::test]
async fn a_language_once_chosen_stays() {
    let world = world().await;

    let chosen = world.get("/sign-in?lang=en", &[]).await;

    assert!(chosen.text().contains("<html lang=\"en\">"));
    let kept = world.get("/sign-in", &[("cookie", "lang=en"), ("accept-language", "de")]).await;
    assert!(kept.text().contains("<html lang=\"en\">"));
    let cookies: Vec<_> = chosen.headers.get_all("set-cookie").iter().collect();
    assert!(cookies.iter().any(|cookie| cookie.as_bytes().starts_with(b"lang=en")), "{cookies:?}");
}
