//! Mistakes are told by code, field and words that help.

use texts::Language;

use crate::world::world;

#[tokio::test]
async fn mistakes_say_what_is_wrong() {
    let world = world().await;
    let [.., (_, administrator)] = world.people();
    let long = "X".repeat(500);
    let figures = |more: &str| {
        format!("{{ figures(period: \"IQ-2023\", cutOff: \"2024-12-31\", {more}) {{ total }} }}")
    };
    let estimate = "{period: \"IQ-2023\", indicator: \"EECO16\", count: 5000000000, method: \"Asked\", validFrom: \"2024-01-01\"}";
    let choices = "choices: [{key: \"ltu\", value: \"sgb3\"}, {key: \"ltu\", value: \"ec\"}]";
    let days: Vec<String> = (0..300)
        .map(|day| chrono::NaiveDate::from_ymd_opt(2023, 1, 1).expect("a day") + chrono::Days::new(day))
        .map(|day| format!("\"{day}\""))
        .collect();
    for (query, code, field) in [
        (figures("network: \"SOB\", knownAt: \"2020-01-01T00:00:00Z\""), "nothing-known-yet", "knownAt"),
        (figures("subProject: \"TV-00\", knownAt: \"2020-01-01T00:00:00Z\""), "nothing-known-yet", "knownAt"),
        (figures("network: \"NOPE\", knownAt: \"2025-03-10T12:00:00Z\""), "network-unknown", "network"),
        (figures(&format!("network: \"{long}\"")), "network-unknown", "network"),
        (
            format!(
                "{{ figureSeries(period: \"IQ-2023\", cutOffs: [{}]) {{ points {{ total }} }} }}",
                days.join(", ")
            ),
            "series-days",
            "cutOffs",
        ),
        ("{ fileIdentity(sha256: \"zz\") { edition { number } } }".to_owned(), "not-a-sha256", "sha256"),
        (
            format!("{{ fileIdentity(sha256: \"{}\") {{ edition {{ number }} }} }}", "g".repeat(64)),
            "not-a-sha256",
            "sha256",
        ),
        (
            format!("mutation {{ estimateEnter(input: {estimate}) {{ userErrors {{ code field message }} }} }}"),
            "estimate-count",
            "count",
        ),
        (
            "mutation { sampleDraw(input: {period: \"IQ-2023\", cutOff: \"2024-12-31\", indicator: \"EECR05\", \
            seed: \"1\", expectedAnswers: 1e-300}) { userErrors { code field message } } }"
                .to_owned(),
            "sample-expected-answers",
            "expectedAnswers",
        ),
        (
            format!(
                "mutation {{ countingProfileSet(input: {{period: \"IQ-2023\", reason: \"a test\", {choices}}}) \
                {{ userErrors {{ code field message }} }} }}"
            ),
            "profile-key-twice",
            "choices",
        ),
    ] {
        let answer = world.ask_as(administrator.clone(), &query).await;

        let payload = answer["data"].as_object().and_then(|fields| fields.values().next());
        let mistakes = [&answer["errors"][0]["extensions"], payload.unwrap_or(&answer)];
        let mistake = mistakes.into_iter().find_map(|place| place["userErrors"].get(0)).unwrap_or(&answer);
        assert_eq!((&mistake["code"], &mistake["field"]), (&code.into(), &field.into()), "{query}: {answer}");
        let words = mistake["message"].as_str().unwrap_or_default();
        assert!(!words.is_empty() && words.len() < 250, "{words}");
        assert_eq!(words.contains('…'), query.contains(&long), "{words}");
    }
}

#[tokio::test]
async fn what_does_not_fit_is_told_in_the_language_of_the_request() {
    let world = world().await;
    let [.., (_, administrator)] = world.people();
    let figures = |more: &str| format!("{{ figures(period: \"IQ-2023\", {more}) {{ total }} }}");
    let request = |more: &str| {
        format!(
            "mutation {{ reportRequest(input: {{period: \"IQ-2023\", {more}}}) {{ userErrors {{ code }} }} }}"
        )
    };
    for (query, german, english) in [
        (
            figures("cutOff: \"31.12.2024\""),
            "„cutOff“ ist kein Tag: Ein Tag wird JJJJ-MM-TT geschrieben, etwa 2025-12-31.",
            "“cutOff” is no day: a day is written YYYY-MM-DD, e.g. 2025-12-31.",
        ),
        (
            figures("cutOff: \"2024-12-31\", knownAt: \"gestern\""),
            "„knownAt“ ist kein Zeitpunkt: Ein Zeitpunkt wird wie 2026-01-31T23:59:59Z geschrieben.",
            "“knownAt” is no moment: a moment is written like 2026-01-31T23:59:59Z.",
        ),
        (request("cutOff: 5"), "„input.cutOff“ ist kein Tag", "“input.cutOff” is no day"),
        (
            request("cutOff: \"2024-12-31\", language: FR"),
            "„FR“ steht für „input.language“ nicht zur Wahl.",
            "“FR” is no choice for “input.language”.",
        ),
        (
            figures("cutOff: \"2024-12-31\", network: 7"),
            "„network“ ist kein Wert des Typs String.",
            "“network” is no value of the type String.",
        ),
        (
            figures("cutOff: \"2024-12-31\", network: \"a\\u0000b\""),
            "Ein Text enthält das Zeichen NUL (U+0000), das sich nicht speichern lässt.",
            "A text holds the character NUL (U+0000), which cannot be stored.",
        ),
    ] {
        for (language, words) in [(Language::De, german), (Language::En, english)] {
            let answer = world.ask_in(language, administrator.clone(), &query).await;

            let error = &answer["errors"][0];
            assert_eq!(error["extensions"]["code"], "BAD_INPUT", "{query}: {answer}");
            let message = error["message"].as_str().unwrap_or_default();
            assert!(message.starts_with(words), "{query}: {message}");
        }
    }
}

#[tokio::test]
async fn what_the_program_did_has_a_name_in_the_language_of_the_request() {
    let world = world().await;
    let [.., (_, administrator)] = world.people();
    for (language, name) in [
        (Language::De, "Betrieb des Systems (Befehlszeile)"),
        (Language::En, "operator of the system (command line)"),
    ] {
        let answer = world.ask_in(language, administrator.clone(), "{ recounts { requestedBy } }").await;
        assert_eq!(answer["data"]["recounts"][0]["requestedBy"], name, "{answer}");
    }
}
