//! Remember what was found for a word: a few thousand words are most of all names.

use rustc_hash::FxHashMap;
use std::borrow::Borrow;
use std::hash::{BuildHasher, Hash};
use std::sync::{Mutex, MutexGuard, PoisonError};

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
        if let Some(known) = locked(&self.known).get(word) {
            return known.clone();
        }
        let found = find();
        let mut known = locked(&self.known);
        if known.len() >= self.most {
            known.clear();
        }
        known.insert(word.into(), found.clone());
        found
    }
}

/// A panic elsewhere leaves whole answers behind, never a half of one.
fn locked<T>(one: &Mutex<T>) -> MutexGuard<'_, T> {
    one.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What several threads remember together, in parts so that they seldom wait for each other; each part is
/// forgotten at once when it is full.
pub struct Shared<K, V> {
    parts: [Mutex<FxHashMap<K, V>>; PARTS],
    most: usize,
}

const PARTS: usize = 16;

impl<K: Hash + Eq, V: Clone> Shared<K, V> {
    /// A memory of at most so many answers.
    pub fn new(most: usize) -> Shared<K, V> {
        Shared { parts: Default::default(), most: most / PARTS }
    }

    fn part<Q: Hash + ?Sized>(&self, key: &Q) -> MutexGuard<'_, FxHashMap<K, V>> {
        let hash = rustc_hash::FxBuildHasher.hash_one(key);
        locked(&self.parts[(hash >> 32) as usize % PARTS])
    }

    /// The answer for a key, where it is remembered.
    pub fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.part(key).get(key).cloned()
    }

    /// Remember an answer.
    pub fn put(&self, key: K, answer: V) {
        let mut part = self.part(&key);
        if part.len() >= self.most {
            part.clear();
        }
        part.insert(key, answer);
    }
}
