//! From outlines in degrees to shapes on the page.

use std::fmt::Write;

/// Polygons of a district, each a list of rings (the first is the outer one), each a list of
/// `[longitude, latitude]` in degrees.
pub type Outline = Vec<Vec<Vec<[f64; 2]>>>;

/// Longer side of the drawing, in units of the SVG's view box.
const SIZE: f64 = 600.0;

/// Keeps borders at the edge from being cut off, in units of the view box.
const MARGIN: f64 = 4.0;

/// Parallel on which a degree of longitude has its true length: the middle of Bavaria.
const TRUE_PARALLEL_DEGREES: f64 = 49.0;

/// Colour of a regional network on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Green, plain.
    Green,
    /// Red, with stripes.
    Red,
    /// Yellow, with dots.
    Yellow,
    /// Blue, with stripes the other way.
    Blue,
    /// Violet, with a grid.
    Violet,
    /// Grey, plain: no network.
    Grey,
}

impl Colour {
    /// Every colour.
    pub const ALL: [Self; 6] = [Self::Green, Self::Red, Self::Yellow, Self::Blue, Self::Violet, Self::Grey];

    /// Its name, as in the data and in the style sheet.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Red => "red",
            Self::Yellow => "yellow",
            Self::Blue => "blue",
            Self::Violet => "violet",
            Self::Grey => "grey",
        }
    }

    /// The colour of that name; grey for a name we don't know.
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|colour| colour.as_str() == name).unwrap_or(Self::Grey)
    }
}

/// Fits outlines into a drawing: equirectangular projection, north up.
#[derive(Clone, Debug)]
pub struct Frame {
    west: f64,
    north: f64,
    scale: f64,
    width: f64,
    height: f64,
}

impl Frame {
    /// The frame that holds all outlines; none when there is no point at all.
    pub fn around<'a>(outlines: impl IntoIterator<Item = &'a Outline>) -> Option<Self> {
        let mut points = outlines.into_iter().flatten().flatten().flatten().map(|point| flat(*point));
        let first = points.next()?;
        let (low, high) = points.fold((first, first), |(low, high), [x, y]| {
            ([low[0].min(x), low[1].min(y)], [high[0].max(x), high[1].max(y)])
        });
        let extent = [high[0] - low[0], high[1] - low[1]];
        let longer = extent[0].max(extent[1]).max(f64::EPSILON);
        let scale = (SIZE - 2.0 * MARGIN) / longer;
        Some(Self {
            west: low[0],
            north: low[1],
            scale,
            width: extent[0] * scale + 2.0 * MARGIN,
            height: extent[1] * scale + 2.0 * MARGIN,
        })
    }

    /// Value of the SVG's `viewBox`.
    pub fn view_box(&self) -> String {
        format!("0 0 {:.0} {:.0}", self.width.ceil(), self.height.ceil())
    }

    /// Value of a path's `d`, to be filled by the even-odd rule, so that inner rings are holes.
    pub fn path(&self, outline: &Outline) -> String {
        let mut path = String::new();
        for ring in outline.iter().flatten() {
            for (index, point) in ring.iter().enumerate() {
                let [x, y] = flat(*point);
                let command = if index == 0 { 'M' } else { 'L' };
                write!(
                    path,
                    "{command}{:.2} {:.2}",
                    (x - self.west) * self.scale + MARGIN,
                    (y - self.north) * self.scale + MARGIN
                )
                .expect("writing to a string cannot fail");
            }
            path.push('Z');
        }
        path
    }
}

/// The point on the plane, in degrees of latitude; the second value grows to the south.
fn flat([longitude, latitude]: [f64; 2]) -> [f64; 2] {
    [longitude * TRUE_PARALLEL_DEGREES.to_radians().cos(), -latitude]
}

#[cfg(test)]
mod tests {
    use super::{Colour, Frame, Outline};

    fn square(west: f64, south: f64, size: f64) -> Vec<[f64; 2]> {
        vec![[west, south], [west + size, south], [west + size, south + size], [west, south + size]]
    }

    #[test]
    fn north_is_up_and_the_longer_side_fills_the_drawing() {
        let outline: Outline = vec![vec![square(10.0, 48.0, 2.0)]];
        let frame = Frame::around([&outline]).expect("there are points");
        assert_eq!(frame.view_box(), "0 0 397 600");
        assert_eq!(frame.path(&outline), "M4.00 596.00L392.39 596.00L392.39 4.00L4.00 4.00Z");
    }

    #[test]
    fn holes_and_islands_are_rings_of_one_path() {
        let outline: Outline =
            vec![vec![square(10.0, 48.0, 2.0), square(10.5, 48.5, 0.5)], vec![square(13.0, 48.0, 0.5)]];
        let frame = Frame::around([&outline]).expect("there are points");
        let path = frame.path(&outline);
        assert_eq!(path.matches('M').count(), 3);
        assert_eq!(path.matches('Z').count(), 3);
    }

    #[test]
    fn nothing_has_no_frame() {
        assert!(Frame::around([&Outline::new()]).is_none());
    }

    #[test]
    fn a_colour_is_found_by_its_name() {
        for colour in Colour::ALL {
            assert_eq!(Colour::named(colour.as_str()), colour);
        }
        assert_eq!(Colour::named("turquoise"), Colour::Grey);
    }
}
