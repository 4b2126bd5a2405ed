//! Each cause, where it is plain to see.

use std::collections::BTreeMap;

use domain::{
    exchange::Kind,
    fact::{self, Cause, head_entity},
    figure::{
        Breakdown, Change, ChangedCasesRequest, DifferenceCause, DifferenceQuery, Moment, changed_cases,
        difference,
    },
    sub_project::RegionCategory,
};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    differences::between,
    on_each_database,
    world::{World, day, operator, with_header},
};

/// A complete participation in a sub-project from a day on.
fn participation(reference: &str, sub_project: &str, (entered_on, gender): (&str, &str)) -> String {
    format!("{reference},{sub_project},{entered_on},1985-02-01,{gender},employed,no,3,UA,yes,no,no,no,1")
}

async fn write(world: &World, rows: &[String]) {
    let header = "participant,sub_project,entered_on,birth_date,gender,employment,in_education,isced,citizenships,\
        foreign_background,disability,minority,housing_exclusion,degurba";
    let outcome = world.write(Kind::Participations, &with_header(header, rows.iter().cloned())).await;
    assert_eq!(outcome.inserted + outcome.changed, rows.len(), "{:?}", outcome.findings);
}

/// Closes the open facts of a sub-project as a withdrawal of its records does.
async fn withdraw(world: &World, sub_project: &str) {
    let db = &world.domain.db;
    let rows = domain::sub_project::Entity::find().filter(domain::sub_project::Column::Code.eq(sub_project));
    let id = rows.one(db).await.expect("read").expect("it is there").id;
    fact::Entity::update_many()
        .col_expr(fact::Column::KnownUntil, Expr::value(world.now()))
        .col_expr(fact::Column::EndCause, Expr::value(Cause::Deletion.as_str()))
        .filter(fact::Column::SubProjectId.eq(id))
        .filter(fact::Column::KnownUntil.is_null())
        .exec(db)
        .await
        .expect("written");
    head_entity::Entity::update_many()
        .col_expr(head_entity::Column::Revision, Expr::col(head_entity::Column::Revision).add(1))
        .filter(head_entity::Column::SubProjectId.eq(id))
        .exec(db)
        .await
        .expect("written");
}

fn everybody(by: Breakdown, from: Moment, to: Moment) -> DifferenceQuery {
    DifferenceQuery { indicators: vec!["EECO01".to_owned()], ..between(by, from, to) }
}

on_each_database! {
    async fn every_case_has_the_cause_that_made_the_difference(backend) {
        let world = World::on(backend).await;
        write(&world, &[
            participation("P-STAYS", "SP-1", ("2025-02-01", "female")),
            participation("P-PASSED", "SP-1", ("2025-09-02", "female")),
            participation("P-MENDED", "SP-1", ("2025-02-01", "female")),
            participation("P-MOVED", "SP-2", ("2025-02-01", "male")),
            participation("P-GONE", "SP-4", ("2025-02-01", "male")),
        ]).await;
        let known = world.days_pass(1);
        write(&world, &[
            participation("P-LATE", "SP-1", ("2025-03-01", "male")),
            participation("P-NEW", "SP-1", ("2025-07-01", "female")),
        ]).await;
        world.days_pass(1);
        write(&world, &[participation("P-MENDED", "SP-1", ("2025-02-01", "male"))]).await;
        world.days_pass(1);
        world.move_to("SP-2", "MUC").await;
        world.days_pass(1);
        withdraw(&world, "SP-4").await;
        let from = Moment { cut_off: day("2025-06-30"), known_at: Some(known) };
        let to = Moment { cut_off: day("2025-12-31"), known_at: None };

        let differences = difference(&world.domain, &operator(), &everybody(Breakdown::Network, from, to)).await.expect("differences");

        let told: BTreeMap<_, _> = differences
            .iter()
            .filter(|one| !one.causes.is_empty())
            .map(|one| (one.unit.code.as_deref().unwrap_or("-"), one.causes.clone()))
            .collect();
        let change = |women, men| Change { women, men, non_binary: 0, total: women + men };
        let expected = BTreeMap::from([
            ("MUC", vec![
                (DifferenceCause::Deletion, change(0, -1)),
                (DifferenceCause::Structure, change(0, 1)),
            ]),
            ("SOB", vec![
                (DifferenceCause::NewRecord, change(1, 0)),
                (DifferenceCause::LateEntry, change(0, 1)),
                (DifferenceCause::Correction, change(-1, 1)),
                (DifferenceCause::Structure, change(0, -1)),
                (DifferenceCause::TimePassed, change(1, 0)),
            ]),
        ]);
        assert_eq!(told, expected);

        let request = ChangedCasesRequest {
            period: "IQ-2023".to_owned(),
            unit: (Breakdown::Network, Some("SOB".to_owned())),
            region_category: RegionCategory::MoreDeveloped,
            indicator: "EECO01".to_owned(),
            from,
            to,
            causes: Vec::new(),
            after: None,
            limit: 100,
        };
        let page = changed_cases(&world.domain, &operator(), &request).await.expect("cases");
        let causes: BTreeMap<_, _> = page.cases.iter().map(|case| (case.reference.as_str(), case.cause)).collect();
        assert_eq!(causes, BTreeMap::from([
            ("P-PASSED", DifferenceCause::TimePassed),
            ("P-MENDED", DifferenceCause::Correction),
            ("P-MOVED", DifferenceCause::Structure),
            ("P-LATE", DifferenceCause::LateEntry),
            ("P-NEW", DifferenceCause::NewRecord),
        ]));
    }

    async fn one_cause_can_be_asked_for_alone(backend) {
        let world = World::on(backend).await;
        write(&world, &[participation("P-1", "SP-1", ("2025-02-01", "female"))]).await;
        let known = world.days_pass(1);
        write(&world, &[participation("P-2", "SP-1", ("2025-02-02", "female"))]).await;
        let point = |known_at| Moment { cut_off: day("2025-12-31"), known_at };
        let request = |causes| ChangedCasesRequest {
            period: "IQ-2023".to_owned(),
            unit: (Breakdown::SubProject, Some("SP-1".to_owned())),
            region_category: RegionCategory::MoreDeveloped,
            indicator: "EECO01".to_owned(),
            from: point(Some(known)),
            to: point(None),
            causes,
            after: None,
            limit: 100,
        };
        for (causes, expected) in [
            (vec![], 1),
            (vec![DifferenceCause::LateEntry, DifferenceCause::Rules], 1),
            (vec![DifferenceCause::Correction], 0),
        ] {
            let page = changed_cases(&world.domain, &operator(), &request(causes.clone())).await.expect("cases");
            assert_eq!((page.cases.len(), page.total_count), (expected, expected as u64), "{causes:?}");
        }
    }
}
