//! Example pages, and what must hold of the HTML they become.

mod changes;
mod deadlines;
mod notes;
mod reports;
mod tasks;

use askama::Template;
use reports::{comparison, report, reports, verify};
use tasks::{case, counted, findings, worklist};
use texts::Language;

use super::{
    deadline::{Check, Deadline, Elsewhere, Lacking},
    error::{ErrorPage, Problem},
    graphiql::GraphiQl,
    layout::{Page, Section, SignedIn},
    licences::Licences,
    map::{Colour, Frame, Outline},
    sign_in::SignIn,
    start::{
        Coverage, District, EditionLink, HistoryEntry, Membership, Network, Offer, Period, PeriodLink, Start,
        SubProject, SubProjectGroup, WaitingEditions,
    },
    worklist::WorklistSummary,
};

fn page(language: Language) -> Page {
    Page {
        language,
        location: "/".to_owned(),
        section: Section::Other,
        account: Some(SignedIn { name: "Ada Beispiel".to_owned(), csrf: "token".to_owned() }),
        funder_line: Some("Kofinanziert von der Europäischen Union".to_owned()),
    }
}

fn district(ags: &str, name: &str, path: &str) -> District {
    District {
        ags: ags.to_owned(),
        name: name.to_owned(),
        kind: "Landkreis".to_owned(),
        nuts3: "DE276".to_owned(),
        population: 250_000,
        membership: Some(Membership {
            network: "Nord".to_owned(),
            colour: Colour::Red,
            verified: ags == "09001",
        }),
        path: path.to_owned(),
    }
}

fn sub_project(name: &str, invented: bool) -> SubProject {
    SubProject {
        code: name.to_uppercase(),
        name: name.to_owned(),
        organisation: None,
        city: Some("Augsburg".to_owned()),
        strand: None,
        years: Some("2023–2025".to_owned()),
        offers: vec![Offer { name: name.to_owned(), offer_type: "Coaching".to_owned() }],
        invented,
    }
}

fn start(language: Language, coverage: Coverage) -> Start {
    let square: Outline = vec![vec![vec![[10.0, 48.0], [11.0, 48.0], [11.0, 49.0], [10.0, 49.0]]]];
    let frame = Frame::around([&square]).expect("there are points");
    Start {
        page: Page { account: None, ..page(language) },
        periods: vec![PeriodLink {
            code: "IQ-2023".to_owned(),
            years: "2023–2025".to_owned(),
            selected: true,
        }],
        period: Period {
            code: "IQ-2023".to_owned(),
            name: "MigraNet plus".to_owned(),
            years: "2023–2025".to_owned(),
            network_form: "Regionale Integrationsnetzwerke".to_owned(),
            sub_project_term: "Teilvorhaben".to_owned(),
        },
        editions: vec![WaitingEditions {
            title: "Eine Fassung wartet".to_owned(),
            editions: vec![EditionLink {
                run: "7".to_owned(),
                unit: None,
                period: "IQ-2023".to_owned(),
                cut_off: "31.12.2024".to_owned(),
                state: "Fassung 2 · eingereicht".to_owned(),
            }],
            more: 1,
        }],
        deadline: Some(Deadline {
            due_on: "31.01.2026".to_owned(),
            left: "noch 69 Tage".to_owned(),
            cut_off: "31.12.2025".to_owned(),
            before: vec![("Vorprüfung".to_owned(), "10.01.2026".to_owned())],
            check: Some(check()),
        }),
        deadline_elsewhere: Some(Elsewhere {
            period: "IQ-2026".to_owned(),
            due_on: "15.01.2026".to_owned(),
            left: "noch 53 Tage".to_owned(),
            cut_off: "31.12.2025".to_owned(),
        }),
        worklist: Some(WorklistSummary { period: "IQ-2023".to_owned(), counts: counted() }),
        coverage,
        view_box: frame.view_box(),
        districts: vec![
            district("09001", "Musterkreis <Nord>", &frame.path(&square)),
            district("09002", "Musterkreis Süd", &frame.path(&square)),
        ],
        population_on: "31.12.2018".to_owned(),
        sub_projects: vec![SubProjectGroup {
            network: Some("Nord".to_owned()),
            colour: Colour::Red,
            sub_projects: vec![sub_project("Brücke", false), sub_project("Muster", true)],
        }],
        history: vec![HistoryEntry {
            years: "2005–2007".to_owned(),
            name: "Entwicklungspartnerschaft".to_owned(),
            network_form: "eine von sechs".to_owned(),
            focus: Some("Kompetenzfeststellung".to_owned()),
            funders: Vec::new(),
            administrators: Vec::new(),
            partners: Vec::new(),
        }],
    }
}

fn check() -> Check {
    Check {
        period: "IQ-2023".to_owned(),
        checked_at: "10.01.2026 01:00 UTC".to_owned(),
        reasons: vec!["Unvollständig".to_owned()],
        found: vec![Lacking {
            sub_project: "TV-1".to_owned(),
            name: "Brücke".to_owned(),
            counts: vec![3],
            missing: "Geschlecht 3".to_owned(),
        }],
    }
}

fn regional() -> Coverage {
    Coverage::Regional(vec![Network {
        name: "Nord".to_owned(),
        coordinator: Some("Beispiel gGmbH".to_owned()),
        colour: Colour::Red,
        districts: 2,
        population: 500_000,
    }])
}

fn html(template: &impl Template) -> String {
    template.render().expect("the template renders")
}

fn whole_pages(language: Language) -> Vec<String> {
    let sign_in = SignIn {
        page: Page { account: None, ..page(language) },
        csrf: "token".to_owned(),
        next: "/reports".to_owned(),
        email: "ada@example.org".to_owned(),
        error: Some("Das stimmt nicht.".to_owned()),
    };
    let error = ErrorPage { page: page(language), problem: Problem::NotFound, request_id: "7".to_owned() };
    let workbench =
        GraphiQl { page: page(language), endpoint: "/graphql".to_owned(), headers: "{}".to_owned() };
    vec![
        html(&start(language, regional())),
        html(&start(language, Coverage::Single)),
        html(&start(language, Coverage::Unknown)),
        html(&sign_in),
        html(&reports(language, Vec::new())),
        html(&worklist(language, vec![case(true), case(false)])),
        html(&worklist(language, Vec::new())),
        html(&findings(language)),
        html(&report(language)),
        html(&notes::notes(language)),
        html(&deadlines::deadlines(language)),
        html(&verify(language)),
        html(&comparison(language)),
        html(&changes::changes(language)),
        html(&error),
        html(&Licences { page: page(language) }),
        html(&workbench),
    ]
}

#[test]
fn no_page_has_inline_code_or_loads_from_elsewhere() {
    for page in Language::ALL.into_iter().flat_map(whole_pages) {
        for forbidden in
            ["<style", " style=", " onclick=", " onload=", "javascript:", "src=\"http", "href=\"http"]
        {
            assert!(!page.contains(forbidden), "{forbidden} in {page}");
        }
        assert_eq!(page.matches("<script ").count(), page.matches("></script>").count());
    }
}

#[test]
fn every_asset_a_page_names_is_served() {
    for page in Language::ALL.into_iter().flat_map(whole_pages) {
        let mut named = 0;
        for rest in page.split("/assets/").skip(1) {
            let address = rest.split('"').next().expect("a split has a first part");
            let (version, name) = address.split_once('/').expect("an address has a version and a name");
            assert!(crate::assets::find(version, name).is_some(), "{address}");
            named += 1;
        }
        assert!(named > 0);
    }
}

#[test]
fn every_text_of_a_page_exists() {
    for page in Language::ALL.into_iter().flat_map(whole_pages) {
        assert!(!page.contains(">web-") && !page.contains("\"web-"), "a key without a text in {page}");
    }
}

#[test]
fn the_map_has_a_shape_a_title_and_a_row_for_each_district() {
    let page = html(&start(Language::De, regional()));
    assert_eq!(page.matches("<path class=\"district district--red").count(), 2);
    assert!(page.contains("<title>Musterkreis Süd: Nord (Zuordnung nicht belegt)</title>"));
    assert_eq!(page.matches("scope=\"row\" lang=\"de\"").count(), 2);
    assert!(page.contains("250.000"));
    assert!(page.contains("© GeoBasis-DE / BKG (Daten verändert)"));
}

#[test]
fn what_comes_from_data_is_escaped() {
    let page = html(&start(Language::De, regional()));
    assert!(page.contains("Musterkreis &#60;Nord&#62;"));
    assert!(!page.contains("<Nord>"));
}

#[test]
fn a_period_without_regional_networks_says_which_case_it_is() {
    for (coverage, key) in [(Coverage::Single, "web-single-title"), (Coverage::Unknown, "web-unknown-title")]
    {
        let page = html(&start(Language::De, coverage));
        assert!(page.contains(&texts::text(Language::De, key)), "{key}");
        assert!(!page.contains("legend__item"));
    }
}

#[test]
fn invented_entries_are_marked() {
    let page = html(&start(Language::De, regional()));
    assert_eq!(page.matches("Erfundenes Beispiel<").count(), 1);
}

#[test]
fn forms_carry_their_token() {
    let page = html(&reports(Language::De, Vec::new()));
    let posts = page.matches("method=\"post\"").count();
    assert_eq!(
        posts, 4,
        "signing out, the request, the run that can be cancelled, and the file to be verified"
    );
    assert_eq!(page.matches("name=\"csrf\" value=\"token\"").count(), posts);
}
