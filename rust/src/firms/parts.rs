//! The parts of a name one by one: `_part` and what it asks, of `names/firms/_parts.py`.

use super::name::Name;
use super::Firms;
use crate::part::{Kind, Part, Role};
use crate::phrases::Phrases;

/// A part and where it ends.
type Found = (Part, usize);

impl Firms {
    /// All the parts of a name.
    pub(super) fn parts_of(&self, name: &Name, kind: Kind) -> Vec<Part> {
        let mut parts = Vec::with_capacity(name.len());
        let mut at = 0;
        while at < name.len() {
            let (part, end) = match self.is_first_of_several(name, at, kind) {
                true => (Part::new("1", Role::Number), at + 1),
                false => self.known_part(name, at, kind).unwrap_or_else(|| self.own_part(name, at, kind)),
            };
            parts.push(part);
            at = end;
        }
        self.name_of_forms(&mut parts);
        parts
    }

    /// Let a short legal form name the firm of which nothing else is told: SAE OOO, P.AD Ltd.
    fn name_of_forms(&self, parts: &mut [Part]) {
        if parts.iter().any(|part| matches!(part.role, Role::Word | Role::Number | Role::Generic)) {
            return;
        }
        for part in parts.iter_mut().filter(|part| part.role == Role::LegalForm) {
            let letters = part.written.chars().count();
            if 1 < letters && letters <= self.longest_name && !self.sure_forms.contains(&part.written) {
                *part = Part::new(std::mem::take(&mut part.written), Role::Word);
            }
        }
    }

    /// Whether a letter is the number of the first of several: Norvik Fund I, beside Norvik Fund II.
    fn is_first_of_several(&self, name: &Name, at: usize, kind: Kind) -> bool {
        if kind != Kind::Organisation || at == 0 || name.texts[at] != "i" {
            return false;
        }
        let ends = at + 1 == name.len() || name.phrase(at + 1, &self.legal_forms).is_some();
        ends && self.of_several.contains(name.texts[at - 1])
    }

    /// The part that a phrase in the tables is; None where none is.
    fn known_part(&self, name: &Name, at: usize, kind: Kind) -> Option<Found> {
        let of_firms = [(&self.legal_forms, Role::LegalForm), (&self.generic, Role::Generic)];
        let of_ships = [(&self.vessel_prefixes, Role::Honorific)];
        let tables: &[(&Phrases, Role)] = match kind {
            Kind::Vessel | Kind::Aircraft if at == 0 => &of_ships,
            Kind::Vessel | Kind::Aircraft => &[],
            _ => &of_firms,
        };
        tables.iter().find_map(|(table, role)| {
            let (standing, end) = name.phrase(at, table)?;
            self.phrase_part(name, (at, end), standing, *role)
        })
    }

    fn phrase_part(&self, name: &Name, (at, end): (usize, usize), text: &str, role: Role) -> Option<Found> {
        if !self.small_words.contains(text) {
            let written = name.written_as_one(at, end).to_owned();
            return Some((Part { text: text.replace(' ', ""), role, written }, end));
        }
        // A letter by itself is a word such as "and" only between words: not in Grupo W, S&D, E.ON.
        let alone = end == at + 1 && is_letter(name.texts[at]);
        let names = alone && (at == 0 || end == name.len() || beside_a_letter(&name.texts, at));
        (!names).then(|| (Part::new(text, Role::Particle), end))
    }

    /// The part that a word is which no phrase begins with.
    fn own_part(&self, name: &Name, at: usize, kind: Kind) -> Found {
        let (first, last) = (at == 0, at + 1 == name.len());
        if let Some((number, end)) = self.number(name, at) {
            return (Part::new(number, Role::Number), end);
        }
        let word = name.texts[at];
        if self.is_before_a_ships_number(name, at, kind) {
            return (Part::new(word, Role::Particle), at + 1);
        }
        let last_of_ship = kind == Kind::Vessel && !first && last;
        let numbered = kind == Kind::Organisation && at > 0 && self.number.contains(name.texts[at - 1]);
        let counted = last_of_ship || numbered;
        let word = self.cardinals.standing(word).filter(|_| counted).unwrap_or(word);
        let word = self.british_american.standing(word).unwrap_or(word);
        if let Some(number) = ordinal(word) {
            return (self.word_part(number, kind, first), at + 1);
        }
        if kind == Kind::Organisation && is_number(word) && !last {
            let end = at + 1 + usize::from(self.is_ordinal_ending(name, at + 1));
            return (self.word_part(word, kind, first), end);
        }
        (self.word_part(if last_of_ship && word == "i" { "1" } else { word }, kind, first), at + 1)
    }

    /// Whether a word only says that a number follows: Ocean Star No. 5.
    fn is_before_a_ships_number(&self, name: &Name, at: usize, kind: Kind) -> bool {
        let numbered = kind == Kind::Vessel && at > 0 && self.numbered.contains(name.texts[at]);
        numbered && name.texts.get(at + 1).is_some_and(|word| is_number(word))
    }

    /// A number in words or in Roman numerals, and where it ends.
    fn number(&self, name: &Name, at: usize) -> Option<(&str, usize)> {
        if is_number(name.texts[at]) {
            return None;
        }
        let roman = || self.roman_numerals.longest_phrase(&name.texts, at).filter(|_| at > 0);
        self.ordinals.longest_phrase(&name.texts, at).or_else(roman)
    }

    /// The part that a word is which no table knows.
    pub fn word_part(&self, word: &str, kind: Kind, first: bool) -> Part {
        let role = match () {
            () if is_number(word) => Role::Number,
            () if !is_letter(word) => Role::Word,
            () if kind == Kind::Vessel && !first => Role::Number, // Ocean Star A and Ocean Star B are sisters
            () => Role::Initial,
        };
        Part::new(word, role)
    }

    /// Whether a word behind a figure makes it an ordinal (2-oi, 140-y); a last letter names.
    fn is_ordinal_ending(&self, name: &Name, at: usize) -> bool {
        let word = name.texts[at];
        let last = at + 1 == name.len();
        self.ordinal_endings.contains(word) && !(last && is_letter(word))
    }
}

fn beside_a_letter(words: &[&str], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    before.into_iter().chain(words.get(at + 1)).any(|word| is_letter(word))
}

fn is_letter(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// `_ORDINAL`, `(?P<number>[0-9]+)(?:st|nd|rd|th)`: the number of a word that is one.
fn ordinal(word: &str) -> Option<&str> {
    let number = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending))?;
    is_number(number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinal_is_figures_before_its_ending() {
        let found = ["12th", "3rd", "nd", "12", "x2nd", "2ndst"].map(ordinal);
        assert_eq!(found, [Some("12"), Some("3"), None, None, None, None]);
    }

    #[test]
    fn a_letter_is_beside_one_that_stands_by_itself() {
        let words = ["s", "and", "d", "of", "zelkova"];
        assert_eq!([0, 1, 2, 3, 4].map(|at| beside_a_letter(&words, at)), [false, true, false, true, false]);
    }
}
