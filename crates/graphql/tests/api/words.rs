//! Mistakes are told by code, field and words that help.

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
