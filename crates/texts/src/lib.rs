#![doc = include_str!("../README.md")]

mod bundle;
mod format;
mod language;
mod legal_source;

pub use bundle::{Arg, keys, text, text_with};
pub use format::{date, integer, moment, ratio, signed};
pub use language::{Language, UnknownLanguage};
pub use legal_source::legal_source;
