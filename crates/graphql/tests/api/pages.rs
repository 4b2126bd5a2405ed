//! Pages of a list: every row once, in order, also while rows come.

use crate::world::{ROWS, world};

#[tokio::test]
async fn pages_show_every_row_once() {
    let world = world().await;
    for size in [1, 7, 50, 100] {
        let (mut codes, mut after, mut pages) = (Vec::new(), String::new(), 0);
        loop {
            let query = format!(
                "{{ subProjects(first: {size}{after}) {{ nodes {{ code }} edges {{ cursor }}
                pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}"
            );

            let answer = world.ask(&query).await;

            let page = &answer["data"]["subProjects"];
            let nodes = page["nodes"].as_array().expect("rows");
            codes.extend(nodes.iter().map(|node| node["code"].as_str().expect("a code").to_owned()));
            assert_eq!(page["pageInfo"]["hasPreviousPage"], pages > 0, "{answer}");
            assert_eq!(page["edges"][nodes.len() - 1]["cursor"], page["pageInfo"]["endCursor"]);
            pages += 1;
            if page["pageInfo"]["hasNextPage"] == false {
                break;
            }
            after = format!(", after: {}", page["pageInfo"]["endCursor"]);
        }
        let expected: Vec<_> = (0..ROWS).map(|number| format!("TV-{number:02}")).collect();
        assert_eq!(codes, expected, "{size} rows a page");
        assert_eq!(pages, ROWS.div_ceil(size), "{size} rows a page");
    }
}

#[tokio::test]
async fn a_cursor_belongs_to_one_list() {
    let world = world().await;
    let [.., (_, administrator)] = world.people();
    let lists = [
        "organisations",
        "subProjects",
        "offers",
        "consultations",
        "trainings",
        "qualificationPlans",
        "trainers",
    ];
    let mut cursors = Vec::new();
    for list in lists {
        let query = format!("{{ {list}(first: 1) {{ pageInfo {{ endCursor }} }} }}");
        let answer = world.ask_as(administrator.clone(), &query).await;
        cursors.push(answer["data"][list]["pageInfo"]["endCursor"].as_str().expect("a cursor").to_owned());
    }
    for (place, list) in lists.into_iter().enumerate() {
        for (other, cursor) in cursors.iter().enumerate() {
            let query = format!("{{ {list}(first: 1, after: \"{cursor}\") {{ edges {{ cursor }} }} }}");

            let answer = world.ask_as(administrator.clone(), &query).await;

            let code = answer["errors"][0]["extensions"]["code"].as_str();
            let expected = (place != other).then_some("BAD_INPUT");
            assert_eq!(code, expected, "{list} behind a cursor of {}: {answer}", lists[other]);
        }
    }
}

#[tokio::test]
async fn a_list_can_be_narrowed_and_wrong_codes_are_named_all_at_once() {
    let world = world().await;
    for (filter, expected) in [
        ("{period: \"IQ-2023\"}", ROWS),
        ("{period: \"IQ-2019\"}", 0),
        ("{period: \"IQ-2023\", network: \"SOB\"}", ROWS),
        ("{period: \"IQ-2023\", network: \"FRA\"}", 0),
        ("{organisation: \"O-07\"}", 1),
    ] {
        let answer = world.ask(&format!("{{ subProjects(filter: {filter}) {{ totalCount }} }}")).await;

        assert_eq!(answer["data"]["subProjects"]["totalCount"], expected, "{filter}: {answer}");
    }
    let wrong = "{period: \"X\", network: \"Y\", organisation: \"Z\", offerType: \"W\"}";

    let answer = world.ask(&format!("{{ subProjects(filter: {wrong}) {{ totalCount }} }}")).await;

    let mistakes = answer["errors"][0]["extensions"]["userErrors"].as_array().expect("mistakes");
    let fields: Vec<_> = mistakes.iter().map(|mistake| mistake["field"].as_str().expect("a field")).collect();
    assert_eq!(fields, ["period", "organisation", "offerType"]);
}
