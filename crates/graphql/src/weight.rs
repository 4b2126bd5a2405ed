//! Measures a document before the library looks at it: in time linear in its text, whatever its fragments do.

use std::collections::HashMap;

use async_graphql::{
    Name, Positioned,
    parser::types::{ExecutableDocument, FragmentDefinition, Selection, SelectionSet},
};

use crate::limits::Limits;

/// What a document is too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// More bytes of text than allowed.
    Bytes(usize),
    /// More brackets within brackets than allowed.
    Nesting(usize),
    /// Fields within fields.
    Depth(usize),
    /// Selections.
    Selections(usize),
    /// Aliases.
    Aliases(usize),
    /// Directives.
    Directives(usize),
    /// A fragment that contains itself.
    Circle,
}

impl Excess {
    /// What is wrong, for the developer who wrote the document.
    pub fn message(self) -> String {
        let (what, limit) = match self {
            Self::Bytes(limit) => ("is longer than", format!("{limit} bytes")),
            Self::Nesting(limit) => ("nests brackets deeper than", limit.to_string()),
            Self::Depth(limit) => ("nests fields deeper than", limit.to_string()),
            Self::Selections(limit) => ("selects more than", format!("{limit} fields")),
            Self::Aliases(limit) => ("uses more than", format!("{limit} aliases")),
            Self::Directives(limit) => ("uses more than", format!("{limit} directives")),
            Self::Circle => return "A fragment of the document contains itself.".to_owned(),
        };
        format!("The document {what} {limit}.")
    }
}

/// Checks the text alone: its length, and its brackets, since parsers call themselves for each of them.
pub fn check_text(limits: &Limits, text: &str) -> Result<(), Excess> {
    if text.len() > limits.bytes {
        return Err(Excess::Bytes(limits.bytes));
    }
    let mut depth = 0_usize;
    for byte in text.bytes() {
        match byte {
            b'{' | b'[' | b'(' => depth += 1,
            b'}' | b']' | b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > limits.nesting {
            return Err(Excess::Nesting(limits.nesting));
        }
    }
    Ok(())
}

/// Checks a parsed document: each operation with the fragments it uses, and each fragment.
pub fn check_document(limits: &Limits, document: &ExecutableDocument) -> Result<(), Excess> {
    let mut scale = Scale { limits, fragments: &document.fragments, weighed: HashMap::new() };
    for (_, operation) in document.operations.iter() {
        let mut weight = scale.selection_set(&operation.node.selection_set)?;
        weight.directives += operation.node.directives.len();
        scale.check(weight)?;
    }
    for name in document.fragments.keys() {
        scale.fragment(name)?;
    }
    Ok(())
}

#[derive(Clone, Copy, Debug, Default)]
struct Weight {
    depth: usize,
    selections: usize,
    aliases: usize,
    directives: usize,
}

impl Weight {
    fn add(&mut self, other: Self) {
        self.depth = self.depth.max(other.depth);
        self.selections = self.selections.saturating_add(other.selections);
        self.aliases = self.aliases.saturating_add(other.aliases);
        self.directives = self.directives.saturating_add(other.directives);
    }
}

struct Scale<'a> {
    limits: &'a Limits,
    fragments: &'a HashMap<Name, Positioned<FragmentDefinition>>,
    /// Weights of fragments; `None` while one is on the scale.
    weighed: HashMap<&'a str, Option<Weight>>,
}

impl<'a> Scale<'a> {
    fn selection_set(&mut self, set: &'a Positioned<SelectionSet>) -> Result<Weight, Excess> {
        let mut sum = Weight::default();
        for selection in &set.node.items {
            let mut weight = match &selection.node {
                Selection::Field(field) => {
                    let mut weight = self.selection_set(&field.node.selection_set)?;
                    weight.depth += 1;
                    weight.aliases += usize::from(field.node.alias.is_some());
                    weight
                }
                Selection::InlineFragment(fragment) => self.selection_set(&fragment.node.selection_set)?,
                Selection::FragmentSpread(spread) => self.fragment(&spread.node.fragment_name.node)?,
            };
            weight.selections = weight.selections.saturating_add(1);
            weight.directives = weight.directives.saturating_add(selection.node.directives().len());
            sum.add(weight);
            self.check(sum)?;
        }
        Ok(sum)
    }

    fn fragment(&mut self, name: &Name) -> Result<Weight, Excess> {
        let Some((name, fragment)) = self.fragments.get_key_value(name) else {
            return Ok(Weight::default());
        };
        match self.weighed.get(name.as_str()) {
            Some(Some(weight)) => return Ok(*weight),
            Some(None) => return Err(Excess::Circle),
            None => {}
        }
        if self.on_the_scale() > self.limits.depth {
            return Err(Excess::Depth(self.limits.depth));
        }
        self.weighed.insert(name.as_str(), None);
        let mut weight = self.selection_set(&fragment.node.selection_set)?;
        weight.directives += fragment.node.directives.len();
        self.weighed.insert(name.as_str(), Some(weight));
        Ok(weight)
    }

    fn on_the_scale(&self) -> usize {
        self.weighed.values().filter(|weight| weight.is_none()).count()
    }

    fn check(&self, weight: Weight) -> Result<(), Excess> {
        let limits = self.limits;
        match weight {
            Weight { depth, .. } if depth > limits.depth => Err(Excess::Depth(limits.depth)),
            Weight { selections, .. } if selections > limits.selections => {
                Err(Excess::Selections(limits.selections))
            }
            Weight { aliases, .. } if aliases > limits.aliases => Err(Excess::Aliases(limits.aliases)),
            Weight { directives, .. } if directives > limits.directives => {
                Err(Excess::Directives(limits.directives))
            }
            _ => Ok(()),
        }
    }
}
