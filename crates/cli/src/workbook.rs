//! What commands say of a report's workbook.

use domain::{Domain, edition, report};
use interchange::Comparison;

use crate::output;

/// The edition in words.
pub fn numbered(edition: &edition::Model, title: &str) -> String {
    format!("edition {} of {title}, {}", edition.number, edition.state)
}

/// The report in words: period, unit and cut-off.
pub async fn title(domain: &Domain, run: &report::Model) -> anyhow::Result<String> {
    let subject = report::subject(domain, run).await?;
    let unit = subject.code().map_or(String::new(), |code| format!(" {code}"));
    let what = if run.is_bundle { "bundle of reports" } else { "report" };
    Ok(format!("{what} {}{unit} as of {}", subject.period.code, run.cut_off))
}

/// What a report is about: period, unit and cut-off, each with its name.
pub async fn about(domain: &Domain, run: &report::Model) -> anyhow::Result<String> {
    let subject = report::subject(domain, run).await?;
    let units = [
        ("sub-project", &subject.sub_project),
        ("strand", &subject.strand),
        ("regional network", &subject.network),
    ];
    let named = units.into_iter().find_map(|(kind, code)| Some(format!("{kind} {}", code.as_ref()?)));
    let whole = if run.is_bundle { "all units" } else { "the whole network" };
    let unit = named.unwrap_or_else(|| whole.to_owned());
    Ok(format!("period {}, {unit}, cut-off {}", subject.period.code, run.cut_off))
}

/// What differs between two workbooks; none when the original is not there to be compared.
pub fn tell(comparison: Option<&Comparison>) -> anyhow::Result<()> {
    let Some(comparison) = comparison else {
        output::line("  the original is no longer stored: its cells cannot be compared")?;
        return Ok(());
    };
    for sheet in &comparison.missing {
        output::line(&format!("  sheet {sheet:?} is missing"))?;
    }
    for sheet in &comparison.added {
        output::line(&format!("  sheet {sheet:?} was added"))?;
    }
    if comparison.reordered {
        output::line("  the sheets are in another order")?;
    }
    for cell in &comparison.cells {
        let said = |value: &Option<String>| value.clone().unwrap_or_else(|| "(empty)".to_owned());
        output::line(&format!("  {}!{}: {} → {}", cell.sheet, cell.cell, said(&cell.was), said(&cell.is)))?;
    }
    let untold = comparison.different - comparison.cells.len() as u64;
    if untold > 0 {
        output::line(&format!("  … and {untold} more cells"))?;
    }
    if comparison.uncalculated > 0 {
        output::line(&format!(
            "  {} formulas are the same without their saved results: a program saved the copy without calculating",
            comparison.uncalculated
        ))?;
    }
    if comparison.is_same() {
        let looks = if comparison.reordered { "" } else { "; looks, notes, charts or properties differ" };
        output::line(&format!("  every cell says the same{looks}"))?;
    }
    Ok(())
}
