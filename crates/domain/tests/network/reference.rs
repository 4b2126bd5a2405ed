//! What the reference data says.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    counting_profile, district, funding_period, id::OrganisationId, institution, offer_type, organisation,
    regional_network, strand, working_group,
};
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::fixture::{Fixture, day};

#[tokio::test]
async fn the_periods_follow_each_other_and_say_what_they_were() {
    let fixture = Fixture::with_reference_data().await;
    let db = &fixture.domain.db;

    let periods = funding_period::store::all(db).await.expect("a reading");

    let codes: Vec<&str> = periods.iter().map(|period| period.code.as_str()).collect();
    assert_eq!(codes, ["EP-2005", "KMZ-2008", "IQ-2015", "IQ-2019", "IQ-2023", "IQ-2026"]);
    for both in periods.windows(2) {
        assert_eq!(both[0].ends_on.succ_opt(), Some(both[1].starts_on), "no gap after {}", both[0].code);
    }
    for (on, code) in [
        ("2004-12-31", None),
        ("2007-12-31", Some("EP-2005")),
        ("2024-06-01", Some("IQ-2023")),
        ("2026-01-01", Some("IQ-2026")),
    ] {
        let running = funding_period::store::running_on(db, day(on)).await.expect("a reading");
        assert_eq!(running.map(|period| period.code).as_deref(), code, "on {on}");
    }
    for period in periods {
        let since_2023 = period.starts_on >= day("2023-01-01");
        let term = if since_2023 { "Teilvorhaben" } else { "Teilprojekt" };
        assert_eq!(period.sub_project_term, term, "{}", period.code);
        let rulebook = match period.starts_on {
            start if start >= day("2023-01-01") => Some("ESF_PLUS_2021"),
            start if start >= day("2015-01-01") => Some("ESF_2014"),
            _ => None,
        };
        assert_eq!(period.rulebook.as_deref(), rulebook, "{}", period.code);
        let co_financed = period.funder_line.starts_with("Kofinanziert von der Europäischen Union");
        assert_eq!(co_financed, since_2023, "{}", period.code);
    }
}

#[tokio::test]
async fn every_rulebook_of_a_period_exists_and_has_a_counting_profile() {
    let fixture = Fixture::with_reference_data().await;
    let db = &fixture.domain.db;

    for period in funding_period::store::all(db).await.expect("a reading") {
        let profile = counting_profile::store::profile_of(db, period.id, None).await.expect("a reading");
        assert_eq!(profile, counting::Profile::default(), "{}", period.code);
        if let Some(code) = &period.rulebook {
            assert!(counting::rulebook(code).is_some(), "{code}");
        }
    }
    assert_eq!(counting_profile::Entity::find().count(db).await.expect("a count"), 4);
}

#[tokio::test]
async fn the_education_ministry_has_the_name_of_the_day() {
    let fixture = Fixture::with_reference_data().await;
    let db = &fixture.domain.db;
    let all = institution::store::all(db).await.expect("a reading");
    let ministry = all.iter().find(|institution| institution.code == "BMBF").expect("known").id;

    for (on, name) in [
        ("2024-06-01", "Bundesministerium für Bildung und Forschung"),
        ("2026-06-01", "Bundesministerium für Bildung, Familie, Senioren, Frauen und Jugend"),
    ] {
        let names = institution::store::names_on(db, &[ministry], day(on)).await.expect("a reading");
        assert_eq!(names[&ministry], name, "on {on}");
    }
}

#[tokio::test]
async fn institutions_change_their_roles_between_periods() {
    let fixture = Fixture::with_reference_data().await;

    for (period, role, expected) in [
        ("EP-2005", "funder", vec![]),
        ("KMZ-2008", "funder", vec!["BA", "BMAS"]),
        ("KMZ-2008", "administrator", vec![]),
        ("IQ-2015", "funder", vec!["BMAS", "ESF"]),
        ("IQ-2023", "funder", vec!["BMAS", "ESF_PLUS"]),
        ("IQ-2023", "administrator", vec!["BAMF"]),
        ("IQ-2023", "partner", vec!["BA", "BMBF"]),
    ] {
        assert_eq!(codes_in_role(&fixture, period, role).await, expected, "{role} in {period}");
    }
}

async fn codes_in_role(fixture: &Fixture, period: &str, role: &str) -> Vec<String> {
    let db = &fixture.domain.db;
    let roles = institution::store::roles_in(db, &[fixture.period(period).await]).await.expect("a reading");
    let ids: Vec<_> = roles.iter().filter(|row| row.role == role).map(|row| row.institution_id).collect();
    let institutions = institution::store::by_ids(db, &ids).await.expect("a reading");
    let codes: BTreeSet<String> = institutions.into_iter().map(|institution| institution.code).collect();
    codes.into_iter().collect()
}

#[tokio::test]
async fn two_strands_are_paid_for_by_the_ministry_of_labour_alone() {
    let fixture = Fixture::with_reference_data().await;
    let db = &fixture.domain.db;
    let strands = strand::store::of_periods(db, &[fixture.period("IQ-2019").await]).await.expect("a reading");
    let institutions = institution::store::all(db).await.expect("a reading");
    let ids: Vec<_> = strands.iter().map(|strand| strand.id).collect();

    let fundings = strand::store::funders_of(db, &ids).await.expect("a reading");

    let mut payers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for funding in &fundings {
        let strand = strands.iter().find(|strand| strand.id == funding.strand_id).expect("asked for");
        let payer = institutions.iter().find(|payer| payer.id == funding.institution_id).expect("known");
        payers.entry(&strand.code).or_default().insert(&payer.code);
    }
    let both = BTreeSet::from(["BMAS", "ESF"]);
    let alone = BTreeSet::from(["BMAS"]);
    assert_eq!(
        payers,
        BTreeMap::from([("HS1", both.clone()), ("HS2", both), ("HS3", alone.clone()), ("HS4", alone)])
    );
}

#[tokio::test]
async fn offer_types_and_working_groups_belong_to_periods() {
    let fixture = Fixture::with_reference_data().await;
    let db = &fixture.domain.db;
    let all = offer_type::store::all(db).await.expect("a reading");

    let valid =
        offer_type::store::valid_in(db, &[fixture.period("KMZ-2008").await]).await.expect("a reading");
    let groups =
        working_group::store::of_periods(db, &[fixture.period("KMZ-2008").await]).await.expect("a reading");

    assert_eq!(all.len(), 13);
    let [valid] = valid.as_slice() else { panic!("one offer type in 2008-2014") };
    let assessment = all.iter().find(|known| known.id == valid.offer_type_id).expect("known");
    assert_eq!(assessment.code, "KF");
    let names: Vec<&str> = groups.iter().map(|group| group.name.as_str()).collect();
    assert_eq!(names, ["Facharbeitskreis Kompetenzfeststellungsverfahren"]);
}

#[tokio::test]
async fn bavaria_has_96_districts_and_each_belongs_to_one_of_three_networks() {
    let fixture = Fixture::with_reference_data().await;
    let db = &fixture.domain.db;
    let period = fixture.period("IQ-2023").await;

    let districts = district::store::all(db).await.expect("a reading");
    let networks = regional_network::store::of_periods(db, &[period], None).await.expect("a reading");
    let ids: Vec<_> = networks.iter().map(|network| network.id).collect();
    let members = regional_network::store::districts_of(db, &ids, None).await.expect("a reading");

    assert_eq!(districts.len(), 96);
    assert!(districts.iter().all(|district| !district.polygons().expect("an outline").is_empty()));
    let sizes: BTreeMap<&str, usize> = networks
        .iter()
        .map(|network| {
            let of = members.iter().filter(|member| member.regional_network_id == network.id);
            (network.code.as_str(), of.count())
        })
        .collect();
    assert_eq!(sizes, BTreeMap::from([("FRA", 37), ("MUC", 9), ("SOB", 50)]));
    let colours: Vec<&str> = networks.iter().map(|network| network.colour.as_str()).collect();
    assert_eq!(colours, ["red", "yellow", "green"]);
    let known: BTreeSet<&str> = districts.iter().map(|district| district.ags.as_str()).collect();
    assert_eq!(members.iter().map(|member| member.ags.as_str()).collect::<BTreeSet<_>>(), known);
    assert!(members.iter().all(|member| !member.verified && member.note.is_some()));
}

#[tokio::test]
async fn tuer_an_tuer_coordinates_two_networks_and_munich_one() {
    let fixture = Fixture::with_reference_data().await;
    let db = &fixture.domain.db;

    for (code, expected) in [("TAT-IP", vec!["FRA", "SOB"]), ("LHM", vec!["MUC"])] {
        let owner = organisation::store::by_codes(db, &[code.to_owned()], None).await.expect("a reading");
        let ids: Vec<OrganisationId> = owner.iter().map(|owner| owner.id).collect();
        let networks = regional_network::store::coordinated_by(db, &ids, None).await.expect("a reading");
        let codes: Vec<String> = networks.into_iter().map(|network| network.code).collect();
        assert_eq!(codes, expected, "{code}");
    }
}

#[tokio::test]
async fn a_district_without_its_outline_is_the_same_district() {
    let fixture = Fixture::with_reference_data().await;
    let db = &fixture.domain.db;
    let keys = ["09162".to_owned(), "09761".to_owned()];

    let listed = district::store::listed(db).await.expect("a reading");
    let some = district::store::listed_by_ags(db, &keys).await.expect("a reading");
    let whole = district::store::by_ags(db, &keys).await.expect("a reading");

    assert_eq!((listed.len(), some.len(), whole.len()), (96, 2, 2));
    for district in whole {
        let listing = some.iter().find(|listing| listing.id == district.id).expect("listed");
        assert_eq!((&listing.ags, &listing.name), (&district.ags, &district.name));
    }
}
