//! What every page has around it: language, navigation, who is signed in, who pays.

use texts::{Arg, Language};

use crate::assets;

/// The frame of a page.
#[derive(Clone, Debug)]
pub struct Page {
    /// The language of everything on it.
    pub language: Language,
    /// Path and query of the page without `lang`, e.g. `/?period=IQ-2023`; the language switch leads back to it.
    pub location: String,
    /// The entry of the navigation the page belongs to.
    pub section: Section,
    /// Who is signed in.
    pub account: Option<SignedIn>,
    /// The line that names the funders of the period shown.
    pub funder_line: Option<String>,
}

/// An entry of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The network: start page.
    Network,
    /// The worklist.
    Worklist,
    /// Deadlines.
    Deadlines,
    /// Reports.
    Reports,
    /// None of the entries.
    Other,
}

/// Who is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Name to show.
    pub name: String,
    /// Token of the sign-out form.
    pub csrf: String,
}

impl Page {
    /// The message `key` in the page's language.
    pub fn text(&self, key: &str) -> String {
        texts::text(self.language, key)
    }

    /// The message `key` about `count` things.
    pub fn count(&self, key: &str, count: usize) -> String {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        texts::text_with(self.language, key, &[("count", Arg::Count(count))])
    }

    /// The message `key` about something with a name.
    pub fn named(&self, key: &str, name: &str) -> String {
        texts::text_with(self.language, key, &[("name", Arg::Text(name))])
    }

    /// A whole number as people of the language write it.
    pub fn number(&self, number: &i64) -> String {
        texts::integer(self.language, *number)
    }

    /// The name of a language.
    pub fn language_name(&self, language: &Language) -> String {
        self.text(&format!("web-language-{language}"))
    }

    /// The address of a style sheet, script or font.
    pub fn asset(&self, name: &str) -> String {
        assets::url(name)
    }

    /// The language the switch offers.
    pub fn other_language(&self) -> Language {
        match self.language {
            Language::De => Language::En,
            Language::En => Language::De,
        }
    }

    /// Where the language switch leads: this page in the other language.
    pub fn switch_link(&self) -> String {
        let separator = if self.location.contains('?') { '&' } else { '?' };
        format!("{}{separator}lang={}", self.location, self.other_language())
    }

    /// Whether the page belongs to the navigation's entry for the network.
    pub fn in_network(&self) -> bool {
        self.section == Section::Network
    }

    /// Whether the page belongs to the navigation's entry for the worklist.
    pub fn in_worklist(&self) -> bool {
        self.section == Section::Worklist
    }

    /// Whether the page belongs to the navigation's entry for deadlines.
    pub fn in_deadlines(&self) -> bool {
        self.section == Section::Deadlines
    }

    /// Whether the page belongs to the navigation's entry for reports.
    pub fn in_reports(&self) -> bool {
        self.section == Section::Reports
    }
}

#[cfg(test)]
mod tests {
    use texts::Language;

    use super::{Page, Section};

    #[test]
    fn the_language_switch_comes_back_to_the_same_page() {
        for (language, location, link) in
            [(Language::De, "/", "/?lang=en"), (Language::En, "/?period=IQ-2023", "/?period=IQ-2023&lang=de")]
        {
            let page = Page {
                language,
                location: location.to_owned(),
                section: Section::Network,
                account: None,
                funder_line: None,
            };
            assert_eq!(page.switch_link(), link);
        }
    }
}
