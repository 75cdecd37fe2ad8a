//! Search for many subjects at once, by several threads; the answer does not depend on how many.

use crate::image::Image;
use crate::lexicon::Lexicon;
use crate::search::{AskedName, Hit, Scratch, Searcher};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Subjects that a thread takes at a time.
const AT_ONCE: usize = 16;

/// What threads work with, kept between batches.
#[derive(Default)]
pub struct Pool(Mutex<Vec<Scratch>>);

impl Pool {
    fn take(&self) -> Scratch {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default()
    }

    fn give(&self, scratch: Scratch) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(scratch);
    }
}

/// A subject: the names asked for, by kind of party.
pub type Subject = Vec<AskedName>;

/// The hits of each subject, in the subjects' order.
pub fn search(
    lexicon: &Lexicon,
    image: &Image,
    subjects: &[Subject],
    threshold: f64,
    threads: usize,
    pool: &Pool,
) -> Vec<Vec<Hit>> {
    let (searcher, count) = (Searcher { lexicon, image }, subjects.len());
    let next = AtomicUsize::new(0);
    let work = || {
        let mut scratch = pool.take();
        let mut found: Vec<(usize, Vec<Hit>)> = Vec::new();
        loop {
            let start = next.fetch_add(AT_ONCE, Ordering::Relaxed);
            if start >= count {
                break;
            }
            let taken = &subjects[start..count.min(start + AT_ONCE)];
            for (number, asked) in (start..).zip(taken) {
                found.push((number, searcher.hits(asked, threshold, &mut scratch)));
            }
        }
        pool.give(scratch);
        found
    };
    let mut all: Vec<Vec<Hit>> = vec![Vec::new(); count];
    let mut put = |found: Vec<(usize, Vec<Hit>)>| {
        found.into_iter().for_each(|(number, hits)| all[number] = hits);
    };
    match threads.min(count.div_ceil(AT_ONCE)) {
        0 | 1 => put(work()),
        threads => std::thread::scope(|scope| {
            let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            for thread in running {
                match thread.join() {
                    Ok(found) => put(found),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
        }),
    }
    all
}
