//! Who gets what: each root field for each role. A field without a row fails.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    monitoring,
    records::KINDS,
    world::{World, world},
};

pub const OK: &str = "ok";
pub const MISTAKES: &str = "user errors";
pub const UNAUTHENTICATED: &str = "UNAUTHENTICATED";
pub const FORBIDDEN: &str = "FORBIDDEN";
pub const BAD_INPUT: &str = "BAD_INPUT";
pub const NOT_FOUND: &str = "NOT_FOUND";

/// What public, nobody, auditor, project staff, coordinator and administrator get.
pub type Outcomes = [&'static str; 6];

const EVERYBODY: Outcomes = [OK; 6];
pub const READERS: Outcomes = [UNAUTHENTICATED, FORBIDDEN, OK, OK, OK, OK];
pub const AUDITORS: Outcomes = [UNAUTHENTICATED, FORBIDDEN, OK, FORBIDDEN, FORBIDDEN, OK];
pub const ADMINISTRATORS: Outcomes = [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN, OK];
const ALL_SEEING: Outcomes = [UNAUTHENTICATED, FORBIDDEN, OK, NOT_FOUND, NOT_FOUND, OK];
const HIDDEN_FROM_OTHERS: Outcomes = [UNAUTHENTICATED, NOT_FOUND, OK, NOT_FOUND, NOT_FOUND, OK];

/// Root field, query, outcomes.
fn matrix(world: &World) -> Vec<(&'static str, String, Outcomes)> {
    let id = |id: domain::id::ReportRunId| opaque("report_run", &id.to_string());
    let (own, whole) = (id(world.run), id(world.whole_run));
    let figures =
        |unit: &str| format!("{{ figures(period: \"IQ-2023\", cutOff: \"2024-12-31\"{unit}) {{ total }} }}");
    let cases = |unit: &str| {
        let question =
            format!("period: \"IQ-2023\", cutOff: \"2024-12-31\", indicators: [\"EECO01\"], {unit}");
        format!(
            "{{ figures({question}) {{ cases {{ totalCount nodes {{ reference }} }} excludedCases {{ totalCount }} }} }}"
        )
    };
    let series = |figures: &str| {
        let days = "cutOffs: [\"2024-11-30\", \"2024-12-31\"]";
        format!("{{ figureSeries(period: \"IQ-2023\", {days}{figures}) {{ points {{ total }} }} }}")
    };
    let difference = |figures: &str| {
        let points = "from: {cutOff: \"2024-11-30\"}, to: {cutOff: \"2024-12-31\"}";
        format!(
            "{{ figureDifference(period: \"IQ-2023\", {points}{figures}) {{ causes {{ cause total }} }} }}"
        )
    };
    let request = |unit: &str| {
        let input = format!("{{period: \"IQ-2023\", cutOff: \"2024-12-31\"{unit}}}");
        format!("mutation {{ reportRequest(input: {input}) {{ reportRun {{ id }} userErrors {{ code }} }} }}")
    };
    let edition = opaque("report_edition", &world.edition.to_string());
    let step = |field: &str, input: &str| {
        format!("mutation {{ {field}(input: {{{input}}}) {{ edition {{ number }} userErrors {{ code }} }} }}")
    };
    let run = |field: &str, id: &str| {
        format!(
            "mutation {{ {field}(input: {{id: \"{id}\"}}) {{ reportRun {{ id }} userErrors {{ code }} }} }}"
        )
    };
    let change = |field: &str, what: &str| {
        let input = format!("{{period: \"IQ-2023\", reason: \"a test\", {what}}}");
        format!("mutation {{ {field}(input: {input}) {{ userErrors {{ code }} }} }}")
    };
    let definition = |name: &str| {
        format!(
            "{{code: \"B-1\", nameDe: \"{name}\", nameEn: \"A\", definitionDe: \"A\", definitionEn: \"A\", \
            source: \"by_hand\", count: \"value\", legalSource: \"A\"}}"
        )
    };
    let define = format!(
        "mutation {{ indicatorDefine(input: {{period: \"IQ-2023\", definition: {}}}) {{ userErrors {{ code }} }} }}",
        definition("A")
    );
    let changed = change("indicatorChange", &format!("definition: {}", definition("B")));
    let value = "indicator: \"B-1\", subProject: \"TV-00\", day: \"2024-01-01\", value: 1";
    let recount = opaque("recount", &world.recount.to_string());
    let mut rows = vec![
        ("viewer", "{ viewer { name } }".into(), EVERYBODY),
        ("districts", "{ districts { ags } }".into(), EVERYBODY),
        ("district", "{ district(ags: \"09162\") { name } }".into(), EVERYBODY),
        ("district", "{ district(ags: \"00000\") { name } }".into(), [NOT_FOUND; 6]),
        ("figures", figures(""), [OK, FORBIDDEN, OK, FORBIDDEN, FORBIDDEN, OK]),
        ("figures", figures(", network: \"SOB\""), [OK, FORBIDDEN, OK, BAD_INPUT, OK, OK]),
        ("figures", figures(", subProject: \"TV-00\""), [UNAUTHENTICATED, FORBIDDEN, OK, OK, OK, OK]),
        (
            "figures",
            figures(", subProject: \"TV-01\""),
            [UNAUTHENTICATED, FORBIDDEN, OK, BAD_INPUT, BAD_INPUT, OK],
        ),
        ("countingProfile", "{ countingProfile(period: \"IQ-2023\") { version } }".into(), EVERYBODY),
        ("countingProfile", "{ countingProfile(period: \"IQ-1\") { version } }".into(), [NOT_FOUND; 6]),
        (
            "countingProfileSet",
            change("countingProfileSet", "choices: [{key: \"ltu\", value: \"sgb3\"}]"),
            ADMINISTRATORS,
        ),
        ("reportDeadlines", "{ reportDeadlines(period: \"IQ-2023\") { cutOff dueOn } }".into(), READERS),
        ("reportPreChecks", "{ reportPreChecks(period: \"IQ-2023\") { cutOff } }".into(), READERS),
        ("reportHandIns", "{ reportHandIns(period: \"IQ-2023\", cutOff: \"2023-12-31\") { by } }".into(), READERS),
        (
            "reportDeadlineSet",
            change("reportDeadlineSet", "cutOff: \"2025-06-30\", dueOn: \"2025-08-15\""),
            ADMINISTRATORS,
        ),
        ("reportDeadlineEnd", change("reportDeadlineEnd", "cutOff: \"2025-06-30\""), ADMINISTRATORS),
        (
            "reportLeadTimesSet",
            change("reportLeadTimesSet", "preCheckDays: 20, subProjectDays: 10, coordinationDays: 5"),
            ADMINISTRATORS,
        ),
        ("indicators", "{ indicators(period: \"IQ-2023\") { code } }".into(), EVERYBODY),
        ("indicators", "{ indicators(period: \"IQ-1\") { code } }".into(), [NOT_FOUND; 6]),
        ("indicatorDefine", define, ADMINISTRATORS),
        ("indicatorChange", changed, ADMINISTRATORS),
        ("indicatorValueEnter", change("indicatorValueEnter", value), ADMINISTRATORS),
        ("indicatorRetire", change("indicatorRetire", "code: \"B-1\""), ADMINISTRATORS),
        ("recountStart", change("recountStart", ""), ADMINISTRATORS),
        ("recounts", "{ recounts { state parts } }".into(), AUDITORS),
        ("recount", format!("{{ recount(id: \"{recount}\") {{ state }} }}"), AUDITORS),
        ("figures", cases("subProject: \"TV-00\""), READERS),
        (
            "figures",
            cases("subProject: \"TV-01\""),
            [UNAUTHENTICATED, FORBIDDEN, OK, BAD_INPUT, BAD_INPUT, OK],
        ),
        ("figures", cases("network: \"SOB\""), [UNAUTHENTICATED, FORBIDDEN, OK, BAD_INPUT, OK, OK]),
        ("figureSeries", series(""), [OK, FORBIDDEN, OK, FORBIDDEN, FORBIDDEN, OK]),
        (
            "figureSeries",
            series(", figures: {subProject: \"TV-01\"}"),
            [UNAUTHENTICATED, FORBIDDEN, OK, BAD_INPUT, BAD_INPUT, OK],
        ),
        ("figureDifference", difference(""), [UNAUTHENTICATED, FORBIDDEN, OK, FORBIDDEN, FORBIDDEN, OK]),
        ("figureDifference", difference(", figures: {subProject: \"TV-00\"}"), READERS),
        (
            "figureDifference",
            difference(", figures: {subProject: \"TV-01\"}"),
            [UNAUTHENTICATED, FORBIDDEN, OK, BAD_INPUT, BAD_INPUT, OK],
        ),
        ("fundingPeriods", "{ fundingPeriods { code } }".into(), EVERYBODY),
        ("fundingPeriod", "{ fundingPeriod(code: \"IQ-2023\") { name } }".into(), EVERYBODY),
        ("fundingPeriod", "{ fundingPeriod(code: \"IQ-1\") { name } }".into(), [NOT_FOUND; 6]),
        ("institutions", "{ institutions { code } }".into(), EVERYBODY),
        ("offers", "{ offers { nodes { code } } }".into(), EVERYBODY),
        ("offerTypes", "{ offerTypes { code } }".into(), EVERYBODY),
        ("organisations", "{ organisations { nodes { code } } }".into(), EVERYBODY),
        ("organisation", "{ organisation(code: \"O-01\") { name } }".into(), EVERYBODY),
        ("organisation", "{ organisation(code: \"O-99\") { name } }".into(), [NOT_FOUND; 6]),
        ("subProjects", "{ subProjects { nodes { code } } }".into(), EVERYBODY),
        ("subProject", "{ subProject(code: \"TV-01\") { name } }".into(), EVERYBODY),
        ("subProject", "{ subProject(code: \"TV-99\") { name } }".into(), [NOT_FOUND; 6]),
        ("node", format!("{{ node(id: \"{own}\") {{ id }} }}"), READERS),
        ("node", format!("{{ node(id: \"{whole}\") {{ id }} }}"), ALL_SEEING),
        ("node", format!("{{ node(id: \"{recount}\") {{ id }} }}"), HIDDEN_FROM_OTHERS),
        ("reportRuns", "{ reportRuns { totalCount nodes { id } } }".into(), READERS),
        ("reportRun", format!("{{ reportRun(id: \"{own}\") {{ state }} }}"), READERS),
        ("reportRun", format!("{{ reportRun(id: \"{whole}\") {{ state }} }}"), ALL_SEEING),
        (
            "reportRequest",
            request(", network: \"SOB\""),
            [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, MISTAKES, OK, OK],
        ),
        (
            "reportRequest",
            request(", subProject: \"TV-00\""),
            [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, OK, OK, OK],
        ),
        (
            "reportRequest",
            request(", subProject: \"TV-01\""),
            [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, MISTAKES, MISTAKES, OK],
        ),
        ("reportRequest", request(""), [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN, OK]),
        (
            "reportRequest",
            request(", strand: \"NO-SUCH\""),
            [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN, MISTAKES],
        ),
        (
            "reportBundleRequest",
            "mutation { reportBundleRequest(input: {period: \"IQ-2023\", cutOff: \"2024-12-31\"}) { reportRun { id isBundle } userErrors { code } } }".into(),
            [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN, OK],
        ),
        (
            "reportCancel",
            run("reportCancel", &whole),
            [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, NOT_FOUND, NOT_FOUND, OK],
        ),
        (
            "reportRetry",
            run("reportRetry", &own),
            [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, MISTAKES, MISTAKES, MISTAKES],
        ),
        ("reportEditions", "{ reportEditions { totalCount nodes { number } } }".into(), READERS),
        ("reportEdition", format!("{{ reportEdition(id: \"{edition}\") {{ number }} }}"), ALL_SEEING),
        ("node", format!("{{ node(id: \"{edition}\") {{ id }} }}"), ALL_SEEING),
        ("fileIdentity", format!("{{ fileIdentity(sha256: \"{:064}\") {{ edition {{ number }} }} }}", 0), READERS),
        (
            "editionDraft",
            step("editionDraft", &format!("reportRun: \"{own}\"")),
            [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, MISTAKES, MISTAKES, MISTAKES],
        ),
        (
            "editionSubmit",
            step("editionSubmit", &format!("id: \"{edition}\"")),
            [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, NOT_FOUND, NOT_FOUND, OK],
        ),
        (
            "editionApprove",
            step("editionApprove", &format!("id: \"{edition}\"")),
            [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, NOT_FOUND, NOT_FOUND, OK],
        ),
        (
            "editionReturn",
            step("editionReturn", &format!("id: \"{edition}\", reason: \"\"")),
            [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, NOT_FOUND, NOT_FOUND, MISTAKES],
        ),
        ("consultations", "{ consultations { totalCount nodes { reference } } }".into(), READERS),
        ("trainings", "{ trainings { totalCount nodes { reference } } }".into(), READERS),
        ("qualificationPlans", "{ qualificationPlans { totalCount nodes { reference } } }".into(), READERS),
        ("trainers", "{ trainers { totalCount nodes { code } } }".into(), READERS),
        ("targets", "{ targets { totalCount nodes { indicator } } }".into(), READERS),
    ];
    rows.extend(monitoring::rows());
    rows
}

/// An id as the API writes it.
pub fn opaque(kind: &str, key: &str) -> String {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

    URL_SAFE_NO_PAD.encode(format!("{kind}:{key}"))
}

/// What an answer comes to.
fn outcome(answer: &Value) -> &str {
    if let Some(code) = answer["errors"][0]["extensions"]["code"].as_str() {
        return code;
    }
    let payloads = answer["data"].as_object().into_iter().flat_map(|fields| fields.values());
    let mut mistakes = payloads.filter_map(|payload| payload["userErrors"].as_array()).flatten();
    if mistakes.next().is_some() { MISTAKES } else { OK }
}

#[tokio::test]
async fn everybody_gets_what_the_matrix_says() {
    let world = world().await;
    let mut wrong = Vec::new();

    for (_, query, expected) in matrix(&world) {
        for ((role, viewer), expected) in world.people().into_iter().zip(expected) {
            let answer = world.ask_as(viewer, &query).await;
            if outcome(&answer) != expected {
                wrong.push(format!("{role} asked {query} and got {answer} instead of {expected}"));
            }
        }
    }

    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn records_of_others_are_not_found_by_their_ids() {
    let world = world().await;
    for (place, kind) in KINDS.into_iter().enumerate() {
        for (keys, expected) in [(world.records[0], READERS), (world.records[1], ALL_SEEING)] {
            let query = format!("{{ node(id: \"{}\") {{ id }} }}", opaque(kind, &keys[place].to_string()));
            for ((role, viewer), expected) in world.people().into_iter().zip(expected) {
                let answer = world.ask_as(viewer, &query).await;

                assert_eq!(outcome(&answer), expected, "{role} asked for a {kind} and got {answer}");
            }
        }
    }
}

#[tokio::test]
async fn every_root_field_has_a_row() {
    let world = world().await;
    let query = "{ __schema { queryType { fields { name } } mutationType { fields { name } } } }";

    let answer = world.ask(query).await;

    let roots = ["queryType", "mutationType"].map(|root| &answer["data"]["__schema"][root]["fields"]);
    let fields = roots.into_iter().filter_map(Value::as_array).flatten();
    let fields: BTreeSet<_> = fields.filter_map(|field| field["name"].as_str()).collect();
    let rows: BTreeSet<_> = matrix(&world).into_iter().map(|(field, ..)| field).collect();
    assert_eq!(fields, rows);
}

#[tokio::test]
async fn counts_follow_the_same_rules_as_rows() {
    let world = world().await;
    let lists = ["consultations", "trainings", "qualificationPlans", "trainers", "targets"];
    let lists = lists.into_iter().map(|list| (list, [0, 0, 50, 1, 1, 50]));
    for (list, expected) in lists.chain([("reportRuns", [0, 0, 51, 1, 1, 51])]) {
        let query = format!("{{ {list}(first: 100) {{ totalCount nodes {{ id }} }} }}");
        for ((role, viewer), expected) in world.people().into_iter().zip(expected) {
            let answer = world.ask_as(viewer, &query).await;

            let page = &answer["data"][list];
            let nodes = page["nodes"].as_array().map_or(0, Vec::len);
            let counted = page["totalCount"].as_i64().unwrap_or_default();
            assert_eq!((nodes as i64, counted), (expected, expected), "{role} asked for {list}");
        }
    }
}
