//! Remember what was found for a word: a few thousand words are most of all names.

use rustc_hash::FxHashMap;
use std::sync::{Mutex, PoisonError};

/// Answers by word, at most so many: forgotten all at once when full, which costs less than to rank them.
pub struct Memo<V> {
    known: Mutex<FxHashMap<Box<str>, V>>,
    most: usize,
}

impl<V: Clone> Memo<V> {
    /// A memory of at most so many words.
    pub fn new(most: usize) -> Memo<V> {
        Memo { known: Mutex::new(FxHashMap::default()), most }
    }

    /// The answer for a word, found now when it is not remembered.
    pub fn get(&self, word: &str, find: impl FnOnce() -> V) -> V {
        // A panic elsewhere leaves whole answers behind, never a half of one.
        if let Some(known) = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(word) {
            return known.clone();
        }
        let found = find();
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= self.most {
            known.clear();
        }
        known.insert(word.into(), found.clone());
        found
    }
}
