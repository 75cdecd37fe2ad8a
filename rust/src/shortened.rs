//! What parts of a firm's name may be shortened to beside the others: `acronyms_within` of `names/firms/_acronyms.py`.

use crate::alignment::{Comparer, Met};
use crate::part::{Kind, Part, Role};
use crate::prepared::{PreparedPart, PreparedReading, Span};
use pyo3::prelude::*;
use std::collections::HashSet;

/// The words that acronyms leave out, the roles that have no letter in them, and how long they may be.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub struct Shortening {
    small_words: HashSet<String>,
    never: Vec<String>,
    fewest: usize,
    /// Letters of an acronym that may be a name by itself.
    pub names: usize,
    most: usize,
    longest: usize,
    /// The roles of the parts of which a name with an acronym within it has so many.
    telling: Vec<String>,
    beside: usize,
}

impl Shortening {
    /// The runs of parts at the beginning or the end of a name that may be written as an acronym.
    pub fn spans(&self, parts: &[Part]) -> Vec<Span> {
        let mut found = Vec::new();
        if !parts.iter().any(|part| part.role == Role::Generic) {
            return found;
        }
        let counted: Vec<bool> = parts.iter().map(|part| self.is_counted(part)).collect();
        let first = counted.iter().position(|counted| *counted);
        let last = counted.iter().rposition(|counted| *counted);
        for start in (0..parts.len()).filter(|start| counted[*start]) {
            let (mut written, mut english, mut says_what) = (String::new(), String::new(), false);
            for end in start + 1..=parts.len().min(start + self.longest) {
                let part = &parts[end - 1];
                if self.is_never(part) {
                    break;
                }
                if !counted[end - 1] {
                    continue;
                }
                let letters = (part.joined_as().chars().next(), part.text.chars().next());
                let (Some(as_written), Some(in_english)) = letters else { break };
                if !as_written.is_ascii_alphabetic() || !in_english.is_ascii_alphabetic() {
                    break;
                }
                written.push(as_written);
                english.push(in_english);
                says_what |= part.role == Role::Generic;
                if english.len() > self.most {
                    break;
                }
                let at_an_end = first == Some(start) || last < Some(end);
                if english.len() >= self.fewest && says_what && at_an_end {
                    let (start, size) = (start as u8, (end - start) as u8);
                    let span = |letters: &str| Span { start, size, shortened: true, text: letters.into() };
                    found.push(span(&written));
                    if english != written {
                        found.push(span(&english));
                    }
                }
            }
        }
        found
    }

    /// Whether a name has so much that an acronym may be one of its parts.
    pub fn is_within(&self, parts: &[PreparedPart]) -> bool {
        let telling = |part: &&PreparedPart| self.telling.iter().any(|role| role == part.role.as_str());
        parts.iter().filter(telling).count() >= self.beside
    }

    fn is_never(&self, part: &Part) -> bool {
        self.never.iter().any(|role| role == part.role.as_str())
    }

    /// Whether a part has a letter in an acronym: not of, nor what is no word.
    fn is_counted(&self, part: &Part) -> bool {
        !self.is_never(part) && part.role != Role::Particle && !self.small_words.contains(&part.text)
    }
}

impl Comparer<'_> {
    /// The runs of parts of one reading whose acronym a part of the other is, beside other parts of it.
    pub fn shortened(
        &self,
        many: &PreparedReading,
        single: &PreparedReading,
        found: &mut Vec<Met>,
        swapped: bool,
    ) {
        let mut spans = many.spans.iter().filter(|span| span.shortened).peekable();
        if self.kind != Kind::Organisation
            || spans.peek().is_none()
            || !self.lexicon.handed.shortening.is_within(&single.parts)
        {
            return;
        }
        for span in spans {
            for (j, one) in single.parts.iter().enumerate() {
                if one.role == Role::Word && one.text == span.text {
                    let told: i64 = many.parts[span.places()].iter().map(|part| part.tells).sum();
                    let (alike, tells) = (self.lexicon.weights.rules.acronym, told.min(one.tells));
                    let met = Met::of_span(span, j, alike, tells);
                    found.push(if swapped { met.swapped() } else { met });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_that_says_what_a_firm_does_may_be_an_acronym_at_either_end() {
        let shortening = Shortening {
            small_words: HashSet::from(["of".to_owned()]),
            never: vec!["number".to_owned()],
            fewest: 2,
            names: 3,
            most: 3,
            longest: 4,
            telling: Vec::new(),
            beside: 2,
        };
        let part = |text: &str, role| Part::new(text, role);
        let parts = [
            part("delta", Role::Word),
            Part { written: "banka".to_owned(), ..part("agency", Role::Generic) },
            part("of", Role::Particle),
            part("riga", Role::Word),
            part("east", Role::Word),
        ];
        let texts: Vec<(u8, u8, Box<str>)> =
            shortening.spans(&parts).into_iter().map(|span| (span.start, span.size, span.text)).collect();
        let expected =
            [(0, 2, "db"), (0, 2, "da"), (0, 4, "dbr"), (0, 4, "dar"), (1, 4, "bre"), (1, 4, "are")];
        assert_eq!(texts, expected.map(|(start, size, text)| (start, size, text.into())));
        assert!(shortening.spans(&[part("delta", Role::Word), part("riga", Role::Word)]).is_empty());
        let numbered = [part("bank", Role::Generic), part("7", Role::Number), part("riga", Role::Word)];
        assert!(shortening.spans(&numbered).is_empty());
    }
}
