//! Who gets what of targets, the worklist, findings, estimates and samples: rows of the access matrix.

use crate::{
    access::{BAD_INPUT, FORBIDDEN, MISTAKES, NOT_FOUND, OK, Outcomes, READERS, UNAUTHENTICATED, opaque},
    cases::missing_education,
    world::world,
};

/// Root field, query, outcomes.
pub fn rows() -> Vec<(&'static str, String, Outcomes)> {
    let all_reading = [UNAUTHENTICATED, FORBIDDEN, OK, FORBIDDEN, FORBIDDEN, OK];
    let of_network = [UNAUTHENTICATED, FORBIDDEN, OK, BAD_INPUT, OK, OK];
    let of_another = [UNAUTHENTICATED, FORBIDDEN, OK, BAD_INPUT, BAD_INPUT, OK];
    let writers = [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, OK, OK, OK];
    let administrators_of_all = [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, MISTAKES, MISTAKES, OK];
    let period = "period: \"IQ-2023\"";
    let at = "period: \"IQ-2023\", cutOff: \"2024-12-31\"";
    let targets = |unit: &str| format!("{{ targetAttainments({at}{unit}) {{ target }} }}");
    let worklist =
        |filter: &str| format!("{{ worklist({at}{filter}) {{ totalCount nodes {{ reference }} }} }}");
    let findings = |unit: &str| format!("{{ findings({at}{unit}) {{ totalCount nodes {{ key }} }} }}");
    let another = missing_education(1);
    let waive = |finding: &str| {
        let input = format!("{{{at}, finding: \"{finding}\", reason: \"Asked twice\"}}");
        format!("mutation {{ findingWaive(input: {input}) {{ waiver {{ rule }} userErrors {{ code }} }} }}")
    };
    let revoke = format!(
        "mutation {{ findingWaiverRevoke(input: {{{period}, finding: \"{another}\"}})
            {{ waiver {{ rule }} userErrors {{ code }} }} }}"
    );
    let enter = |unit: &str| {
        let input = format!(
            "{{{period}{unit}, indicator: \"EECO16\", share: 0.1, method: \"Asked\", validFrom: \"2024-01-01\", reason: \"Again\"}}"
        );
        format!("mutation {{ estimateEnter(input: {input}) {{ entered userErrors {{ code }} }} }}")
    };
    let draw = format!(
        "mutation {{ sampleDraw(input: {{{at}, indicator: \"EECR05\", seed: \"1\"}}) {{ id userErrors {{ code }} }} }}"
    );
    let nobody_could_be_drawn = [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN, MISTAKES];
    let note = |unit: &str| {
        let input = format!("{{{period}, indicator: \"EECO01\", text: \"A\"{unit}}}");
        format!("mutation {{ figureNoteAdd(input: {input}) {{ note {{ by }} userErrors {{ code }} }} }}")
    };
    let no_note = opaque("figure_note", "00000000-0000-7000-8000-000000000000");
    let unknown = opaque("sample", "00000000-0000-7000-8000-000000000000");
    let unknown_sample = [UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, FORBIDDEN, FORBIDDEN, NOT_FOUND];
    vec![
        ("targetAttainments", targets(""), READERS),
        ("targetAttainments", targets(", network: \"SOB\""), of_network),
        ("targetAttainments", targets(", subProject: \"TV-01\""), of_another),
        ("worklist", worklist(""), READERS),
        ("worklist", worklist(", filter: {network: \"SOB\"}"), of_network),
        ("worklist", worklist(", filter: {subProject: \"TV-01\"}"), of_another),
        ("findings", findings(""), READERS),
        ("findings", findings(", network: \"SOB\""), of_network),
        ("findings", findings(", subProject: \"TV-01\""), of_another),
        ("findingWaive", waive(&another), administrators_of_all),
        ("findingWaiverRevoke", revoke, administrators_of_all),
        ("estimates", format!("{{ estimates({at}) {{ share }} }}"), READERS),
        ("figureNoteAdd", note(", subProject: \"TV-00\""), writers),
        ("figureNoteAdd", note(""), [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN, OK]),
        (
            "figureNoteWithdraw",
            format!(
                "mutation {{ figureNoteWithdraw(input: {{id: \"{no_note}\"}}) {{ userErrors {{ code }} }} }}"
            ),
            [UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, NOT_FOUND, NOT_FOUND, NOT_FOUND],
        ),
        ("estimateEnter", enter(", subProject: \"TV-00\""), writers),
        ("estimateEnter", enter(""), administrators_of_all),
        ("samples", format!("{{ samples({period}) {{ seed }} }}"), all_reading),
        ("sample", format!("{{ sample(id: \"{unknown}\") {{ answered }} }}"), unknown_sample),
        ("sampleDraw", draw, nobody_could_be_drawn),
    ]
}

#[tokio::test]
async fn counts_of_cases_and_findings_follow_the_same_rules_as_rows() {
    let world = world().await;
    let worklist = "worklist(period: \"IQ-2023\", cutOff: \"2024-12-31\", first: 100)";
    let findings = "findings(period: \"IQ-2023\", cutOff: \"2024-12-31\", first: 100)";
    // two reasons each: the status upon leaving is unknown, and a survey is due
    for ((role, viewer), expected) in world.people().into_iter().zip([0, 0, 100, 2, 2, 100]) {
        for list in [worklist, findings] {
            let query = format!("{{ page: {list} {{ totalCount nodes {{ __typename }} }} }}");

            let answer = world.ask_as(viewer.clone(), &query).await;

            let page = &answer["data"]["page"];
            let nodes = page["nodes"].as_array().map_or(0, Vec::len) as i64;
            let counted = page["totalCount"].as_i64().unwrap_or_default();
            assert_eq!(nodes, counted.min(100), "{role} asked for {list}");
            if list == worklist {
                assert_eq!(counted, expected, "{role} asked for {list}");
            } else {
                assert_eq!(counted > 0, expected > 0, "{role} asked for {list}: {answer}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_asked_for_twice_is_worked_out_once() {
    let world = world().await;
    let [.., (_, administrator)] = world.people();
    for list in ["worklist", "findings"] {
        let field = |name: &str| {
            format!(
                "{name}: {list}(period: \"IQ-2023\", cutOff: \"2024-12-31\", first: 1) {{ totalCount nodes {{ __typename }} }}"
            )
        };
        let page = format!("{{ {} }}", field("a"));
        // the first question of a process that is about facts loads them
        world.ask_as(administrator.clone(), &page).await;
        let (once, _) = world.count_statements(administrator.clone(), &page).await;
        let (twice, answer) = world
            .count_statements(administrator.clone(), &format!("{{ {} {} }}", field("a"), field("b")))
            .await;

        assert_eq!(answer["data"]["a"], answer["data"]["b"], "{answer}");
        assert!(twice - once < once, "{list}: {once} statements for one, {twice} for two");
        let many: String = (0..12).map(|number| field(&format!("a{number}"))).collect();
        let answer = world.ask_as(administrator.clone(), &format!("{{ {many} }}")).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], "LIMIT", "{list}: {answer}");
    }
}

#[tokio::test]
async fn findings_are_narrowed_to_those_that_stand_like_this() {
    let world = world().await;
    let [.., (_, administrator)] = world.people();
    let at = "period: \"IQ-2023\", cutOff: \"2024-12-31\", first: 100";
    let query = format!(
        "{{ all: findings({at}) {{ totalCount }} errors: findings({at}, state: ERROR) {{ totalCount nodes {{ state }} }}
        warnings: findings({at}, state: WARNING) {{ totalCount nodes {{ state severity }} }} }}"
    );

    let answer = world.ask_as(administrator, &query).await;

    let data = &answer["data"];
    let count = |name: &str| data[name]["totalCount"].as_i64().unwrap_or_else(|| panic!("{answer}"));
    assert_eq!(count("all"), count("errors") + count("warnings"));
    assert!(count("warnings") > 0);
    let warnings = data["warnings"]["nodes"].as_array().expect("warnings").iter();
    assert!(warnings.into_iter().all(|finding| finding["state"] == "WARNING"), "{answer}");
}

#[tokio::test]
async fn the_worklist_goes_on_where_a_page_ended() {
    let world = world().await;
    let [.., (_, administrator)] = world.people();
    let (mut seen, mut after) = (Vec::new(), String::new());
    loop {
        let query = format!(
            "{{ worklist(period: \"IQ-2023\", cutOff: \"2024-12-31\", first: 33{after}) {{
            nodes {{ subProject reference reason until daysLeft }} pageInfo {{ hasNextPage endCursor }} }} }}"
        );

        let answer = world.ask_as(administrator.clone(), &query).await;

        let page = &answer["data"]["worklist"];
        seen.extend(page["nodes"].as_array().expect("cases").iter().map(ToString::to_string));
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
        after = format!(", after: {}", page["pageInfo"]["endCursor"]);
    }
    assert_eq!(seen.len(), 100);
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 100, "no case comes twice");
}
