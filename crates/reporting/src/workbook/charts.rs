//! Charts below the tables of a sheet.

use std::ops::Range;

use rust_xlsxwriter::{
    Chart as Drawn, ChartAxisDateUnitType, ChartDataLabel, ChartFont, ChartFormat, ChartLine,
    ChartLineDashType, ChartMarker, ChartMarkerType, ChartPatternFill, ChartPatternFillType, ChartSeries,
    ChartSolidFill, ChartType, Color, Worksheet, XlsxError,
};

use super::paper::Paper;
use super::sheet::{End, pixels};
use crate::table::{Chart, ChartKind, Part, Series};

const WIDTH: u32 = 960;
/// A chart over time that has the width of the tables for itself is not wider than this.
const WIDEST: u32 = 1_280;
const GAP: u32 = 20;
/// Pixels and points of a row of the usual height.
const ROW: u32 = 20;
const ROW_HEIGHT: f64 = 15.0;
/// Months that can be read beside one another at the axis of a chart over time.
const MOST_MONTHS: usize = 12;
/// Bars of a series that have room for their values.
const MOST_LABELLED: usize = 4;
/// Pixels of a column beside the tables.
const FREE_COLUMN: u32 = 64;
/// Dark enough to be told from white, and each of another brightness.
const COLORS: [u32; 6] = [0x0B_4F57, 0xB4_540A, 0x5B_3A8C, 0x3B_7A1E, 0x8A_1C3C, 0x51_646A];
const MARKERS: [ChartMarkerType; 6] = [
    ChartMarkerType::Circle,
    ChartMarkerType::Square,
    ChartMarkerType::Triangle,
    ChartMarkerType::Diamond,
    ChartMarkerType::X,
    ChartMarkerType::Star,
];
const DASHES: [ChartLineDashType; 6] = [
    ChartLineDashType::Solid,
    ChartLineDashType::Dash,
    ChartLineDashType::RoundDot,
    ChartLineDashType::LongDash,
    ChartLineDashType::DashDot,
    ChartLineDashType::SquareDot,
];
/// The first series is filled evenly.
const PATTERNS: [ChartPatternFillType; 5] = [
    ChartPatternFillType::DiagonalStripesWideUpwards,
    ChartPatternFillType::SmallGrid,
    ChartPatternFillType::HorizontalStripesNarrow,
    ChartPatternFillType::DiagonalStripesWideDownwards,
    ChartPatternFillType::VerticalStripesNarrow,
];

/// Puts the charts below the tables, two beside one another where the tables are wide enough: all on one page where
/// letters stay large enough for that, and else none across two pages.
pub fn insert(
    to: &mut Worksheet,
    (charts, parts): (&[Chart], &[Part]),
    (paper, widths, end): (Paper, &[u16], &mut End),
) -> Result<(), XlsxError> {
    let width: u32 = widths.iter().map(|width| pixels(*width)).sum();
    let beside = if width >= 2 * WIDTH + GAP { 2 } else { 1 };
    let size = match charts {
        [Chart { kind: ChartKind::Line, .. }] => Size::of(width.clamp(WIDTH, WIDEST)),
        _ => Size::of(WIDTH),
    };
    let rows = charts.chunks(beside);
    let is_one_page = paper.holds(widths, end.height + size.points() * rows.len() as f64);
    let page = paper.page_height(widths);
    end.is_one_page = is_one_page && !charts.is_empty();
    for row in rows {
        if !is_one_page && end.height > 0.0 && end.height % page + size.points() > page {
            end.breaks.push(end.row);
            end.height = 0.0;
        }
        for (place, chart) in (0..).zip(row) {
            let drawn = drawn(chart, (parts, size));
            to.insert_chart_with_offset(end.row, 0, &drawn, place * (WIDTH + GAP), 0)?;
        }
        end.row += size.rows();
        end.height += size.points();
    }
    if !charts.is_empty() {
        let missing = WIDTH.saturating_sub(width).div_ceil(FREE_COLUMN);
        end.columns += missing as usize;
    }
    Ok(())
}

/// The size of a chart in pixels: sixteen by nine.
#[derive(Clone, Copy)]
struct Size {
    width: u32,
    height: u32,
}

impl Size {
    const fn of(width: u32) -> Self {
        Self { width, height: width * 9 / 16 }
    }

    /// Rows of the usual height that it and the gap below it take.
    const fn rows(self) -> u32 {
        (self.height + GAP).div_ceil(ROW)
    }

    /// Points of these rows.
    fn points(self) -> f64 {
        f64::from(self.rows()) * ROW_HEIGHT
    }
}

fn drawn(chart: &Chart, (parts, size): (&[Part], Size)) -> Drawn {
    let mut drawn = Drawn::new(match chart.kind {
        ChartKind::Line => ChartType::Line,
        ChartKind::Column => ChartType::Column,
        ChartKind::Bar => ChartType::Bar,
    });
    drawn.set_width(size.width).set_height(size.height).set_alt_text(described(&chart.alternative));
    drawn.title().set_name(&chart.title).set_font(ChartFont::new().set_size(12));
    drawn.x_axis().set_name(&chart.category_title);
    drawn
        .y_axis()
        .set_name(&chart.value_title)
        .set_num_format("#,##0")
        .set_min(0)
        .set_major_gridlines_line(ChartLine::new().set_color(Color::RGB(0xD5_DFE1)).set_width(0.5));
    if chart.kind == ChartKind::Line {
        let points = chart.series.iter().map(|series| series.rows.len()).max().unwrap_or_default();
        let months = points.div_ceil(MOST_MONTHS).max(1) as f64;
        drawn.x_axis().set_date_axis(true).set_num_format("mm/yyyy");
        drawn.x_axis().set_major_unit(months).set_major_unit_date_type(ChartAxisDateUnitType::Months);
    }
    if chart.kind == ChartKind::Bar {
        // Lying bars are drawn from the bottom; readers begin at the top.
        drawn.x_axis().set_reverse();
    }
    match chart.series.len() {
        1 => drawn.legend().set_hidden(),
        _ => drawn.legend().set_position(rust_xlsxwriter::ChartLegendPosition::Bottom),
    };
    for (place, series) in chart.series.iter().enumerate() {
        if let Some(part) = parts.iter().find(|part| part.table == series.table) {
            drawn.push_series(&look(series, (part, place, chart.kind)));
        }
    }
    drawn
}

fn look(series: &Series, (part, place, kind): (&Part, usize, ChartKind)) -> ChartSeries {
    let range = |column: usize| {
        let Range { start, end } = series.rows;
        let column = column as u16;
        (part.sheet.as_str(), part.rows.start + start, column, part.rows.start + end - 1, column)
    };
    let color = Color::RGB(COLORS[place % COLORS.len()]);
    let mut drawn = ChartSeries::new();
    drawn.set_name(series.name.as_str());
    drawn.set_categories(range(series.categories)).set_values(range(series.values));
    match kind {
        ChartKind::Line => {
            let line = ChartLine::new()
                .set_color(color)
                .set_width(2)
                .set_dash_type(DASHES[place % DASHES.len()])
                .clone();
            let mut dot = ChartFormat::new()
                .set_solid_fill(ChartSolidFill::new().set_color(color))
                .set_border(ChartLine::new().set_color(color))
                .clone();
            let marker = ChartMarker::new()
                .set_type(MARKERS[place % MARKERS.len()])
                .set_size(7)
                .set_format(&mut dot)
                .clone();
            drawn.set_format(ChartFormat::new().set_line(&line)).set_marker(&marker);
        }
        ChartKind::Column | ChartKind::Bar => {
            let mut format = ChartFormat::new();
            match place.checked_sub(1) {
                None => format.set_solid_fill(ChartSolidFill::new().set_color(color)),
                Some(place) => format.set_pattern_fill(
                    ChartPatternFill::new()
                        .set_pattern(PATTERNS[place % PATTERNS.len()])
                        .set_foreground_color(color)
                        .set_background_color(Color::White),
                ),
            };
            format.set_border(ChartLine::new().set_color(color));
            drawn.set_format(&mut format);
            if series.rows.len() <= MOST_LABELLED {
                drawn.set_data_label(ChartDataLabel::new().show_value().set_num_format("#,##0"));
            }
        }
    }
    drawn
}

/// The longest description of a chart, in characters; programs take no longer one.
const LONGEST_DESCRIPTION: usize = 255;

/// A description as it fits: its first words, if need be.
fn described(alternative: &str) -> String {
    if alternative.chars().count() <= LONGEST_DESCRIPTION {
        return alternative.to_owned();
    }
    let start: String = alternative.chars().take(LONGEST_DESCRIPTION - 2).collect();
    let words = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    format!("{words} …")
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_DESCRIPTION, described};

    #[test]
    fn a_long_description_ends_with_a_whole_word() {
        let short = "Frauen und Männer je Monat";
        let long = described(&"Zielwert 120, erreicht 80; ".repeat(20));
        assert_eq!(described(short), short);
        assert!(long.chars().count() <= LONGEST_DESCRIPTION, "{long}");
        assert!(long.ends_with(" …") && !long.contains("  "), "{long}");
    }
}
