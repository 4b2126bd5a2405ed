//! How large a request may be.

/// The bounds of a document, all of them checked before anything runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of text.
    pub bytes: usize,
    /// Brackets within brackets, in the text.
    pub nesting: usize,
    /// Fields within fields, fragments followed.
    pub depth: usize,
    /// Selections, fragments followed each time they are used.
    pub selections: usize,
    /// Aliases, fragments followed each time they are used.
    pub aliases: usize,
    /// Directives, fragments followed each time they are used.
    pub directives: usize,
    /// Cost: one per field, times the rows a list may have.
    pub complexity: usize,
}

impl Default for Limits {
    /// Room for the introspection query of every common tool and for a page's worth of data.
    fn default() -> Self {
        Self {
            bytes: 64 * 1024,
            nesting: 48,
            depth: 16,
            selections: 2_000,
            aliases: 50,
            directives: 50,
            complexity: 20_000,
        }
    }
}
