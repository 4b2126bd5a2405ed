//! Writes a made-up report: `sample_report FILE.xlsx de|en CASES` with so many cases left out.

use std::error::Error;
use std::ops::ControlFlow;
use std::path::Path;

#[path = "../tests/it/sample/mod.rs"]
mod sample;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [out, language, left_out] = arguments.as_slice() else {
        return Err("sample_report FILE.xlsx de|en CASES".into());
    };
    let sample = sample::Sample { language: language.parse()?, left_out: left_out.parse()? };
    reporting::write_report(&sample.content(), Path::new(out), &mut |_, _| ControlFlow::Continue(()))?;
    Ok(())
}
