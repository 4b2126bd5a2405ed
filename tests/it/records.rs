//! Consultations, trainings, qualification plans, trainers and targets: in and out by file.

use domain::{id::VersionId, target};
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::Value;

use crate::harness::{Backend, Database, Outcome, on_each_database, participation};

/// A kind, a file with two rows in it, and the same file with the second row corrected.
type Case = (&'static str, &'static str, (&'static str, &'static str));

const CASES: [Case; 5] = [
    (
        "trainers",
        "code,sub_project,topics,active_from,active_until\n\
         T-1,SP-1,Recht|Vielfalt,2023-02-01,\nT-2,SP-2,,2023-03-01,2024-12-31\n",
        ("2024-12-31", "2025-06-30"),
    ),
    (
        "consultations",
        "ref,sub_project,held_on,contact,participant,subject,channel,referral,gender,age_band,nationality,\
         country_of_qualification,qualification_level,reference_profession,residence_title,german_level,benefits,\
         outcome\n\
         B-1,SP-1,2023-05-10,first,P-1,recognition,in_person,Jobcenter,female,25-34,UA,UA,higher_education,Lehrkraft,\
         Aufenthaltserlaubnis,B1,SGB II,Antrag\n\
         B-2,SP-2,2023-05-11,follow_up,,,,,,,,,,,,,,\n",
        ("follow_up,,,", "follow_up,,both,"),
    ),
    (
        "trainings",
        "ref,sub_project,held_on,audience,topic,format,hours,attendances,attendances_female,attendances_male,\
         attendances_non_binary,trainer\n\
         S-1,SP-1,2023-05-10,sme,Vielfalt,Seminar,1.5,12,7,4,1,T-1\n\
         S-2,SP-3,2023-05-11,other,,,,,3,2,,\n",
        (",,3,2,,", ",,4,2,,"),
    ),
    (
        "qualification_plans",
        "ref,participant,sub_project,agreed_on,reference_profession,target,status,closed_on\n\
         Q-1,P-1,SP-1,2023-06-01,Lehrkraft,volle Anerkennung,completed,2024-02-01\n\
         Q-2,P-1,SP-1,2023-07-01,,,,\n",
        ("2023-07-01,,,,", "2023-07-01,,,abandoned,2023-09-01"),
    ),
    (
        "targets",
        "period,indicator,value,sub_project,network,region_category,gender,kind,year,valid_from,document\n\
         IQ-2023,EECO01,1000,,,,,,,,\n\
         IQ-2023,EECR03,12.5,SP-1,SOB,MORE_DEVELOPED,female,per_year,2024,2024-01-01,Bescheid\n",
        ("12.5", "15"),
    ),
];

/// How many rows went in, were changed, were the same, were held back.
fn counts(outcome: &Outcome) -> [u64; 4] {
    let json = outcome.json();
    ["inserted", "changed", "unchanged", "held_back"].map(|key| json[key].as_u64().expect(key))
}

/// Rule, column and severity of each finding.
fn findings(outcome: &Outcome) -> Vec<(String, String, String)> {
    let json = outcome.json();
    let word = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let findings = json["findings"].as_array().expect("a list");
    findings.iter().map(|f| (word(f, "rule"), word(f, "column"), word(f, "severity"))).collect()
}

fn export(database: &Database, kind: &str) -> String {
    database.run_command(&["export", kind, "--period", "IQ-2023"]).expect(0).stdout
}

async fn network(backend: Backend) -> Database {
    backend.migrated().await.with_network().with_participations(&[participation("P-1", "SP-1")])
}

on_each_database! {
    async fn each_kind_comes_in_goes_out_and_comes_back(backend) {
        let database = network(backend).await;
        for (kind, file, (known, corrected)) in CASES {
            let first = database.import(kind, file).expect(0);
            let again = database.import(kind, file).expect(0);
            let exported = database.import(kind, &export(&database, kind)).expect(0);
            let correction = file.replacen(known, corrected, 1);
            let changed = database.import(kind, &correction).expect(0);
            let after = database.import(kind, &export(&database, kind)).expect(0);

            assert_eq!(findings(&first), [], "{kind}");
            assert_eq!(counts(&first), [2, 0, 0, 0], "{kind}");
            assert_eq!(counts(&again), [0, 0, 2, 0], "{kind}");
            assert_eq!(counts(&exported), [0, 0, 2, 0], "{kind}");
            assert_eq!(counts(&changed), [0, 1, 1, 0], "{kind}");
            assert_eq!(counts(&after), [0, 0, 2, 0], "{kind}");
        }
    }

    async fn a_target_has_one_current_version(backend) {
        let database = network(backend).await;
        database.import("targets", CASES[4].1).expect(0);
        let db = domain::db::connect(database.url()).await.expect("a connection");
        for row in target::Entity::find().all(&db).await.expect("targets") {
            let same = target::Model { version_id: VersionId::fresh(), value: 7.0, ..row };

            let refused = target::Entity::insert(same.into_active_model()).exec_without_returning(&db).await;

            assert!(refused.as_ref().is_err_and(domain::db::is_duplicate), "{refused:?}");
        }
    }
}

#[tokio::test]
async fn workbooks_carry_each_kind_too() {
    let database = network(Backend::Sqlite).await;
    for (kind, file, _) in CASES {
        database.import(kind, file).expect(0);
        database.run_command(&["export", kind, "--period", "IQ-2023", "--out", "out.xlsx"]).expect(0);

        let outcome = database.run_command(&["import", "out.xlsx", "--format", "json"]).expect(0);

        assert_eq!(counts(&outcome), [0, 0, 2, 0], "{kind}");
    }
}

#[tokio::test]
async fn what_is_left_out_is_filled_in() {
    let database = network(Backend::Sqlite).await;
    for (kind, file, _) in CASES {
        database.import(kind, file).expect(0);
    }

    let trainings = export(&database, "trainings");
    assert!(
        trainings.contains("S-2,SP-3,2023-05-11,other,,,,5,3,2,,"),
        "attendances are summed: {trainings}"
    );
    let plans = export(&database, "qualification_plans");
    assert!(plans.contains("Q-2,P-1,SP-1,2023-07-01,,,open,"), "a plan is open: {plans}");
    let targets = export(&database, "targets");
    assert!(targets.contains("IQ-2023,EECO01,1000,,,,,cumulative,,,"), "a target is cumulative: {targets}");
}

#[tokio::test]
async fn every_mistake_is_named_by_its_rule() {
    let database = network(Backend::Sqlite).await;
    for (kind, file, _) in CASES {
        database.import(kind, file).expect(0);
    }
    let consultation = "ref,sub_project,held_on,contact,participant,subject,channel,gender,nationality,\
        country_of_qualification,qualification_level,german_level";
    let training =
        "ref,sub_project,held_on,audience,hours,attendances,attendances_female,attendances_male,trainer";
    let plan = "ref,participant,sub_project,agreed_on,status,closed_on";
    let target = "period,indicator,value,sub_project,network,gender,kind,year";
    let long = "x".repeat(101);
    let cases = [
        ("consultations", consultation, "B-3,NO-SUCH,2023-05-10,first,,,,,,,,", "V-34 sub_project E"),
        ("consultations", consultation, "B-3,SP-1,2023-05-10,second,,,,,,,,", "I-05 contact E"),
        ("consultations", consultation, "B-3,SP-1,2023-05-10,,,,,,,,,", "I-03 contact E"),
        ("consultations", consultation, ",SP-1,2023-05-10,first,,,,,,,,", "I-03 ref E"),
        ("consultations", consultation, "B-3,SP-1,,first,,,,,,,,", "I-03 held_on E"),
        ("consultations", consultation, "B-3,SP-1,2022-05-10,first,,,,,,,,", "V-04 held_on W"),
        ("consultations", consultation, "B-4,SP-1,2023-05-10,first,,advice,,,,,,", "I-05 subject E"),
        ("consultations", consultation, "B-4,SP-1,2023-05-10,first,,,fax,,,,,", "I-05 channel E"),
        ("consultations", consultation, "B-4,SP-1,2023-05-10,first,,,,other,,,,", "V-09 gender E"),
        ("consultations", consultation, "B-4,SP-1,2023-05-10,first,,,,,QQ,,,", "V-18 nationality E"),
        (
            "consultations",
            consultation,
            "B-4,SP-1,2023-05-10,first,,,,,,Ukraine,,",
            "V-18 country_of_qualification E",
        ),
        (
            "consultations",
            consultation,
            "B-4,SP-1,2023-05-10,first,,,,,,,master,",
            "I-05 qualification_level E",
        ),
        ("consultations", consultation, "B-4,SP-1,2023-05-10,first,,,,,,,,B3", "I-05 german_level E"),
        ("trainings", training, "S-3,SP-1,2023-05-10,everybody,,,,,", "I-05 audience E"),
        ("trainings", training, "S-3,SP-1,2023-05-10,sme,-1,,,,", "I-40 hours E"),
        ("trainings", training, "S-3,SP-1,2023-05-10,sme,,-1,,,", "I-40 attendances E"),
        ("trainings", training, "S-3,SP-1,2023-05-10,sme,,1.5,,,", "I-04 attendances E"),
        ("trainings", training, "S-3,SP-1,2023-05-10,sme,,5,3,3,", "I-15 attendances E"),
        ("trainings", training, "S-3,SP-1,2023-05-10,sme,,6,3,3,T-9", "I-18 trainer W"),
        ("qualification_plans", plan, "Q-3,P-1,SP-1,2023-06-01,open,2023-07-01", "I-16 closed_on E"),
        ("qualification_plans", plan, "Q-3,P-1,SP-1,2023-06-01,,2023-07-01", "I-16 closed_on E"),
        ("qualification_plans", plan, "Q-3,P-1,SP-1,2023-06-01,completed,2023-05-01", "I-10 closed_on E"),
        ("qualification_plans", plan, "Q-3,P-1,SP-1,2023-06-01,waiting,", "I-05 status E"),
        ("qualification_plans", plan, "Q-3,,SP-1,2023-06-01,,", "I-03 participant E"),
        ("qualification_plans", plan, "Q-3,P-7,SP-2,2023-06-01,,", "I-17 participant W"),
        (
            "trainers",
            "code,sub_project,active_from,active_until",
            "T-3,SP-1,2024-01-01,2023-01-01",
            "I-10 active_until E",
        ),
        ("targets", target, "IQ-2023,EECX99,5,,,,,", "I-20 indicator E"),
        ("targets", target, "IQ-2023,EECO01,-5,,,,,", "I-40 value E"),
        ("targets", target, "IQ-2023,EECO01,,,,,,", "I-03 value E"),
        ("targets", target, "IQ-2000,EECO01,5,,,,,", "I-06 period E"),
        ("targets", target, "IQ-2023,EECO01,5,NO-SUCH,,,,", "V-34 sub_project E"),
        ("targets", target, "IQ-2023,EECO01,5,,NO-SUCH,,,", "I-06 network E"),
        ("targets", target, "IQ-2023,EECO01,5,SP-3,SOB,,,", "I-21 network E"),
        ("targets", target, "IQ-2019,EECO01,5,SP-1,,,,", "I-21 sub_project E"),
        ("targets", target, "IQ-2023,EECO01,5,,,,per_year,", "I-19 year E"),
        ("targets", target, "IQ-2023,EECO01,5,,,,stock,2024", "I-19 year E"),
        ("targets", target, "IQ-2023,EECO01,5,,,,per_year,24", "V-18 year E"),
        ("targets", target, "IQ-2023,EECO01,5,,,not_stated,,", "I-05 gender E"),
        ("targets", target, "IQ-2023,EECO01,5,,,,ever,", "I-05 kind E"),
    ];
    let too_long = format!("{long},SP-1,2023-05-10,first,,,,,,,,");
    let cases = cases.into_iter().chain([("consultations", consultation, too_long.as_str(), "I-12 ref E")]);
    for (kind, header, row, expected) in cases {
        let outcome = database.import(kind, &format!("{header}\n{row}\n"));

        let found: Vec<_> = findings(&outcome)
            .into_iter()
            .map(|(rule, column, severity)| format!("{rule} {column} {severity}"))
            .collect();
        assert!(found.iter().any(|finding| finding == expected), "{row}: {found:?} instead of {expected}");
        let held_back = expected.ends_with('E');
        assert_eq!(outcome.status, Some(i32::from(held_back)), "{row}");
        for finding in outcome.json()["findings"].as_array().expect("a list") {
            for text in [&finding["message"]["de"], &finding["remedy"]["en"]] {
                assert!(text.as_str().is_some_and(|words| words.contains(' ')), "{row}: {text} is a key");
            }
        }
    }
}

#[tokio::test]
async fn two_rows_that_contradict_each_other_are_not_both_believed() {
    let database = network(Backend::Sqlite).await;
    let rows = "ref,sub_project,held_on,contact\nB-1,SP-1,2023-05-10,first\nB-1,SP-1,2023-05-11,first\n";

    let outcome = database.import("consultations", rows).expect(1);

    assert_eq!(counts(&outcome), [1, 0, 0, 1]);
    assert_eq!(findings(&outcome), [("I-07".to_owned(), "ref".to_owned(), "E".to_owned())]);
}

#[tokio::test]
async fn a_column_left_out_keeps_what_is_known() {
    let database = network(Backend::Sqlite).await;
    for (kind, file, _) in CASES {
        database.import(kind, file).expect(0);
    }

    let partial = "ref,participant,sub_project,agreed_on\nQ-1,P-1,SP-1,2023-06-02\n";
    let outcome = database.import("qualification_plans", partial).expect(0);

    assert_eq!(counts(&outcome), [0, 1, 0, 0]);
    let plans = export(&database, "qualification_plans");
    assert!(
        plans.contains("Q-1,P-1,SP-1,2023-06-02,Lehrkraft,volle Anerkennung,completed,2024-02-01"),
        "{plans}"
    );
}

#[tokio::test]
async fn the_template_offers_every_kind_with_its_codes() {
    let database = Backend::Sqlite.empty().await;
    database.run_command(&["template", "vorlage.xlsx"]).expect(0);
    let bytes = std::fs::read(database.folder().join("vorlage.xlsx")).expect("the file");

    let tables = interchange::read_workbook("vorlage.xlsx", &bytes, &interchange::Limits::default());

    let tables = tables.expect("a workbook");
    for (kind, file, _) in CASES {
        let sheet = tables.iter().find(|table| table.sheet.as_deref() == Some(kind)).expect(kind);
        let header: Vec<_> = file.lines().next().expect("a heading").split(',').collect();
        assert_eq!(sheet.header, header, "{kind}");
    }
}
