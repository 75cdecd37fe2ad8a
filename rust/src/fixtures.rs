//! What the crate's own tests are given: tables, words and numbers written by hand.

use crate::handed::Named;
use crate::sounds::Sounds;
use crate::tables::Tables;
use rustc_hash::FxHashMap;

/// Tables of rows whose columns are parted by blanks, `_` for a blank within one.
pub fn tables(given: &[(&str, &[&str])]) -> Tables {
    let row = |line: &&str| line.split(' ').map(|column| column.replace('_', " ")).collect();
    let rows = given.iter().map(|(name, lines)| ((*name).to_owned(), lines.iter().map(row).collect()));
    Tables::new(rows.collect())
}

/// Words and numbers by name.
pub fn named(words: &[(&str, &[&str])], numbers: &[(&str, f64)]) -> Named {
    let owned = |some: &[&str]| some.iter().map(|word| (*word).to_owned()).collect();
    let words: FxHashMap<_, _> = words.iter().map(|(name, some)| ((*name).to_owned(), owned(some))).collect();
    Named { words, numbers: numbers.iter().map(|(name, number)| ((*name).to_owned(), *number)).collect() }
}

/// Sounds by rules of the table's form.
pub fn sounds(rules: &[&str]) -> Sounds {
    let vowels: &[&str] = &["a", "e", "i", "o", "u", "y"];
    let named = named(&[("spelling._VOWELS", vowels)], &[]);
    Sounds::new(&tables(&[("latin_sounds.tsv", rules)]), &named).expect("the rules are rules")
}

/// A number made of another as if by chance.
pub fn mixed(number: usize) -> usize {
    number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40
}
