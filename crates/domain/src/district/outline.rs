//! Outlines of districts, out of a TopoJSON topology in which neighbours share the arc between them.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A place: longitude and latitude in degrees.
pub type Position = [f64; 2];
/// A closed line: the last position is the first again.
pub type Ring = Vec<Position>;
/// An outer ring and the rings of its holes.
pub type Polygon = Vec<Ring>;
/// All parts of a district.
pub type Outline = Vec<Polygon>;

/// Why a topology cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// It is not the TopoJSON expected.
    #[error("not a quantized topology of districts")]
    Shape(#[from] serde_json::Error),
    /// A ring names an arc that does not exist.
    #[error("there is no arc {0}")]
    Arc(i64),
}

/// Reads the outline of each district in the collection `districts` of a quantized topology, by AGS.
///
/// Positions are rounded to five decimals, about a metre. Both neighbours take a common border from the same arc,
/// so it comes out identical.
pub fn outlines(topology: &str) -> Result<BTreeMap<String, Outline>, Unreadable> {
    let topology: Topology = serde_json::from_str(topology)?;
    let arcs: Vec<Ring> = topology.arcs.iter().map(|arc| topology.transform.positions(arc)).collect();
    let mut outlines = BTreeMap::new();
    for geometry in topology.objects.districts.geometries {
        let (properties, polygons) = match geometry {
            Geometry::Polygon { properties, arcs } => (properties, vec![arcs]),
            Geometry::MultiPolygon { properties, arcs } => (properties, arcs),
        };
        let outline = polygons
            .iter()
            .map(|rings| rings.iter().map(|ring| join(&arcs, ring)).collect())
            .collect::<Result<Outline, Unreadable>>()?;
        outlines.insert(properties.ags, outline);
    }
    Ok(outlines)
}

/// Joins arcs to a ring. Arcs meet in a common position; `!n` means arc `n` backwards.
fn join(arcs: &[Ring], ring: &[i64]) -> Result<Ring, Unreadable> {
    let mut joined = Ring::new();
    for &number in ring {
        let backwards = number < 0;
        let index = usize::try_from(if backwards { !number } else { number }).ok();
        let mut arc = index.and_then(|index| arcs.get(index)).ok_or(Unreadable::Arc(number))?.clone();
        if backwards {
            arc.reverse();
        }
        joined.pop();
        joined.extend(arc);
    }
    Ok(joined)
}

#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    objects: Objects,
    arcs: Vec<Vec<[i64; 2]>>,
}

#[derive(Deserialize)]
struct Transform {
    scale: Position,
    translate: Position,
}

impl Transform {
    /// The positions of an arc, whose points are given as steps from the one before.
    fn positions(&self, steps: &[[i64; 2]]) -> Ring {
        let mut at = [0, 0];
        let place = |step: &[i64; 2]| {
            at = [at[0] + step[0], at[1] + step[1]];
            [self.degrees(at, 0), self.degrees(at, 1)]
        };
        steps.iter().map(place).collect()
    }

    fn degrees(&self, at: [i64; 2], axis: usize) -> f64 {
        let exact = at[axis] as f64 * self.scale[axis] + self.translate[axis];
        (exact * 1e5).round() / 1e5
    }
}

#[derive(Deserialize)]
struct Objects {
    districts: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    Polygon { properties: Properties, arcs: Vec<Vec<i64>> },
    MultiPolygon { properties: Properties, arcs: Vec<Vec<Vec<i64>>> },
}

#[derive(Deserialize)]
struct Properties {
    ags: String,
}

#[cfg(test)]
mod tests;
