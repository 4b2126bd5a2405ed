//! A list needs no more statements for 10 or 50 rows than for one.

use crate::world::world;

/// Each list with all it leads to, `FIRST` rows of it, and the path to the rows.
const LISTS: [(&str, &str); 12] = [
    (
        "{ organisations(first: FIRST) { nodes { name kind district { name outline } coordinates { name }
            subProjects { code offers { code offerType { name } } } } } }",
        "/data/organisations/nodes",
    ),
    (
        "{ subProjects(first: FIRST, filter: {period: \"IQ-2023\", network: \"SOB\"}) { nodes { code
            fundingPeriod { name funders { name } strands { funders { name } } offerTypes { name } }
            organisation { name } regionalNetwork { name coordinator { name } } strand { name }
            offers { code } district { name } } } }",
        "/data/subProjects/nodes",
    ),
    (
        "{ offers(first: FIRST, filter: {period: \"IQ-2023\"}) { nodes { code offerType { name }
            subProject { organisation { name } regionalNetwork { districts { ags verified } } } } } }",
        "/data/offers/nodes",
    ),
    (
        "{ reportRuns(first: FIRST) { nodes { id state unit { kind code name } fundingPeriod { name } } } }",
        "/data/reportRuns/nodes",
    ),
    (
        "{ reportEditions(first: FIRST) { nodes { number may { submit approve return answer } events { state }
            reportRun { id unit { kind code name } edition { number } } } } }",
        "/data/reportEditions/nodes",
    ),
    (
        "{ worklist(period: \"IQ-2023\", cutOff: \"2024-12-31\", first: FIRST) { nodes { reference reason
            missing until responsible { staff office } } } }",
        "/data/worklist/nodes",
    ),
    (
        "{ findings(period: \"IQ-2023\", cutOff: \"2024-12-31\", first: FIRST) { nodes { key message remedy
            place { __typename } waiver { reason } } } }",
        "/data/findings/nodes",
    ),
    (
        "{ consultations(first: FIRST, filter: {period: \"IQ-2023\"}) { nodes { reference participant
            fundingPeriod { name } subProject { code organisation { name } } } } }",
        "/data/consultations/nodes",
    ),
    (
        "{ trainings(first: FIRST) { nodes { reference subProject { code } trainer { code topics } } } }",
        "/data/trainings/nodes",
    ),
    (
        "{ qualificationPlans(first: FIRST) { nodes { reference participant subProject { code } } } }",
        "/data/qualificationPlans/nodes",
    ),
    (
        "{ trainers(first: FIRST) { nodes { code subProject { code } trainings { reference heldOn } } } }",
        "/data/trainers/nodes",
    ),
    (
        "{ targets(first: FIRST, filter: {period: \"IQ-2023\"}) { nodes { indicator value
            fundingPeriod { name } subProject { code } regionalNetwork { code } } } }",
        "/data/targets/nodes",
    ),
];

/// What a statement for each row would add to the first row's at ten rows. How many a list needs depends a little on
/// how busy the machine is: two loads of one kind at different depths share a statement when both are asked for within
/// a loader's window.
const A_STATEMENT_PER_ROW: usize = 9;

#[tokio::test]
async fn statements_do_not_grow_with_rows() {
    let world = world().await;
    // the first question of a process that is about facts loads them
    let [.., (_, administrator)] = world.people();
    let facts = "{ figures(period: \"IQ-2023\", cutOff: \"2024-12-31\") { total } }";
    world.count_statements(administrator, facts).await;
    for (list, path) in LISTS {
        let mut needed = Vec::new();
        for rows in [1, 10, 50] {
            let [.., (_, administrator)] = world.people();
            let query = list.replace("FIRST", &rows.to_string());

            let (statements, answer) = world.count_statements(administrator, &query).await;

            assert!(answer.get("errors").is_none(), "{query}: {}", answer["errors"]);
            let nodes = answer.pointer(path).and_then(|nodes| nodes.as_array()).expect("rows");
            assert_eq!(nodes.len(), rows, "{query}");
            needed.push(statements);
        }
        let spread = needed.iter().max().zip(needed.iter().min()).map(|(most, fewest)| most - fewest);
        assert!(spread < Some(A_STATEMENT_PER_ROW), "{needed:?} statements for 1, 10 and 50 rows: {list}");
    }
}

#[tokio::test]
async fn the_whole_list_is_counted_only_when_asked_for() {
    let world = world().await;
    let [(_, public), ..] = world.people();

    let (without, _) = world.count_statements(public.clone(), "{ organisations { nodes { code } } }").await;
    let (with, answer) =
        world.count_statements(public, "{ organisations { totalCount nodes { code } } }").await;

    assert_eq!((without, with), (1, 2), "{answer}");
}

#[tokio::test]
async fn indicators_and_recounts_need_few_statements_however_many_there_are() {
    let world = world().await;
    let [.., (_, administrator)] = world.people();
    for (query, most) in [
        ("{ indicators(period: \"IQ-2023\") { code name definition } }", 4),
        ("{ countingProfile(period: \"IQ-2023\") { choices { key } history { version } } }", 3),
        ("{ recounts { state parts cases fundingPeriod { code } } }", 3),
    ] {
        let (statements, answer) = world.count_statements(administrator.clone(), query).await;

        assert!(answer.get("errors").is_none(), "{query}: {}", answer["errors"]);
        assert!(statements <= most, "{query} needs {statements} statements");
    }
}
