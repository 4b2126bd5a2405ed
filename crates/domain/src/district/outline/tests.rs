//! The outlines of Bavaria's districts are whole, in place and of the right size.

use std::collections::BTreeSet;

use super::*;

const BAVARIA: &str = include_str!("../../../data/bavaria-districts.topojson");

fn bavaria() -> BTreeMap<String, Outline> {
    outlines(BAVARIA).expect("the topology is readable")
}

/// Area of a ring in square kilometres, by the shoelace formula on a cylinder that is true at its latitude.
fn area_km2(ring: &Ring) -> f64 {
    const KM_PER_DEGREE: f64 = 111.2;
    let latitude = ring.iter().map(|at| at[1]).sum::<f64>() / ring.len() as f64;
    let twice: f64 = ring.windows(2).map(|line| line[0][0] * line[1][1] - line[1][0] * line[0][1]).sum();
    (twice / 2.0).abs() * KM_PER_DEGREE.powi(2) * latitude.to_radians().cos()
}

fn district_area_km2(outline: &Outline) -> f64 {
    let of = |polygon: &Polygon| area_km2(&polygon[0]) - polygon[1..].iter().map(area_km2).sum::<f64>();
    outline.iter().map(of).sum()
}

/// Lines between neighbouring positions, without direction.
fn lines(outline: &Outline) -> BTreeSet<[[i64; 2]; 2]> {
    let key = |at: &Position| [(at[0] * 1e5).round() as i64, (at[1] * 1e5).round() as i64];
    let rings = outline.iter().flatten();
    rings
        .flat_map(|ring| ring.windows(2))
        .map(|line| {
            let (a, b) = (key(&line[0]), key(&line[1]));
            [a.min(b), a.max(b)]
        })
        .collect()
}

#[test]
fn there_are_96_districts_of_closed_rings() {
    let districts = bavaria();

    assert_eq!(districts.len(), 96);
    for (ags, outline) in &districts {
        assert!(!outline.is_empty(), "{ags} has a part");
        for ring in outline.iter().flatten() {
            assert!(ring.len() >= 4, "a ring of {ags} encloses something");
            assert_eq!(ring.first(), ring.last(), "a ring of {ags} is closed");
        }
    }
}

#[test]
fn every_position_lies_in_bavaria() {
    for (ags, outline) in &bavaria() {
        for [longitude, latitude] in outline.iter().flatten().flatten() {
            assert!((8.97..13.85).contains(longitude), "{ags} reaches longitude {longitude}");
            assert!((47.26..50.57).contains(latitude), "{ags} reaches latitude {latitude}");
        }
    }
}

#[test]
fn munich_lies_around_its_centre_and_has_its_size() {
    let districts = bavaria();
    let outline = &districts["09162"];

    let [polygon] = outline.as_slice() else { panic!("München is one part") };
    let area = district_area_km2(outline);

    let inside = |[x, y]: Position| {
        let crosses = |line: &[Position]| {
            let [[ax, ay], [bx, by]] = [line[0], line[1]];
            (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax
        };
        polygon[0].windows(2).filter(|line| crosses(line)).count() % 2 == 1
    };
    assert!(inside([11.5755, 48.1374]), "Marienplatz is in München");
    assert!(!inside([10.8978, 48.3705]), "Augsburg is not");
    assert!((295.0..326.0).contains(&area), "München has about 310 km², not {area}");
}

#[test]
fn every_district_has_about_its_official_area() {
    let register: serde_json::Value =
        serde_json::from_str(include_str!("../../../data/districts.json")).expect("readable");
    let districts = bavaria();

    for entry in register["districts"].as_array().expect("a list") {
        let ags = entry["ags"].as_str().expect("a key");
        let official = entry["area_km2"].as_f64().expect("an area");
        let drawn = district_area_km2(&districts[ags]);
        let lost_by_simplifying = official * 0.02 + 8.0;
        assert!(
            (drawn - official).abs() < lost_by_simplifying,
            "{ags} is drawn with {drawn} km² instead of {official}"
        );
    }
}

#[test]
fn neighbours_share_their_border_exactly() {
    let districts = bavaria();
    let (city, surroundings) = (lines(&districts["09162"]), lines(&districts["09184"]));

    let shared = city.intersection(&surroundings).count();

    assert!(shared * 2 > city.len(), "most of München's border is the district of München's: {shared}");
    let mut seen: BTreeMap<[[i64; 2]; 2], usize> = BTreeMap::new();
    for line in districts.values().flat_map(lines) {
        *seen.entry(line).or_default() += 1;
    }
    assert!(seen.values().all(|&times| times <= 2), "a line separates two districts, never three");
    let borders = seen.values().filter(|&&times| times == 2).count();
    assert!(borders * 2 > seen.len(), "most lines separate two districts of Bavaria");
}

#[test]
fn a_topology_with_a_missing_arc_is_refused() {
    let topology = r#"{"transform":{"scale":[1,1],"translate":[0,0]},"arcs":[],
        "objects":{"districts":{"geometries":[{"type":"Polygon","properties":{"ags":"x"},"arcs":[[3]]}]}}}"#;

    assert!(matches!(outlines(topology), Err(Unreadable::Arc(3))));
}

#[test]
fn arcs_are_steps_that_rings_follow_in_both_directions() {
    let topology = r#"{"transform":{"scale":[0.5,2],"translate":[10,40]},"arcs":[[[0,0],[2,0],[0,1]],[[0,0],[2,1]]],
        "objects":{"districts":{"geometries":[{"type":"Polygon","properties":{"ags":"x"},"arcs":[[0,-2]]}]}}}"#;

    let outline = &outlines(topology).expect("readable")["x"];

    assert_eq!(outline, &vec![vec![vec![[10.0, 40.0], [11.0, 40.0], [11.0, 42.0], [10.0, 40.0]]]]);
}
