//! Search for many subjects at once, by several threads; the answer does not depend on how many.

use crate::image::Image;
use crate::part::Kind;
use crate::query::Known;
use crate::search::{Hit, Scratch, Searcher};
use crate::written::{Reader, Subject};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Subjects that a thread takes at a time.
const AT_ONCE: usize = 16;

/// What threads work with and remember, kept between batches.
#[derive(Default)]
pub struct Pool {
    known: Arc<Known>,
    free: Mutex<Vec<Scratch>>,
}

impl Pool {
    pub fn take(&self) -> Scratch {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner).pop();
        free.unwrap_or_else(|| Scratch::of(self.known.clone()))
    }

    pub fn give(&self, scratch: Scratch) {
        self.free.lock().unwrap_or_else(PoisonError::into_inner).push(scratch);
    }
}

/// What is found for a subject.
#[derive(Clone, Default)]
pub struct Answer {
    /// By party and name, in the order of their numbers.
    pub hits: Vec<Hit>,
    /// Whether it has a name with something to compare.
    pub screenable: bool,
    /// Whether the engine could read it: else nothing was searched for.
    pub read: bool,
}

/// What is found for each subject, in the subjects' order.
pub fn search(
    reader: &Reader,
    image: &Image,
    subjects: &[Subject],
    threshold: f64,
    threads: usize,
    pool: &Pool,
) -> Vec<Answer> {
    let (searcher, count) = (Searcher { lexicon: &reader.lexicon, image }, subjects.len());
    let kinds = image.kinds();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut scratch = pool.take();
        let mut found: Vec<(usize, Answer)> = Vec::new();
        loop {
            let start = next.fetch_add(AT_ONCE, Ordering::Relaxed);
            if start >= count {
                break;
            }
            let taken = &subjects[start..count.min(start + AT_ONCE)];
            for (number, asked) in (start..).zip(taken) {
                found.push((number, answer(reader, &searcher, asked, &kinds, threshold, &mut scratch)));
            }
        }
        pool.give(scratch);
        found
    };
    let mut all = vec![Answer::default(); count];
    let mut put = |found: Vec<(usize, Answer)>| {
        found.into_iter().for_each(|(number, answer)| all[number] = answer);
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

fn answer(
    reader: &Reader,
    searcher: &Searcher,
    subject: &Subject,
    kinds: &[Kind],
    threshold: f64,
    scratch: &mut Scratch,
) -> Answer {
    match reader.asked(subject, kinds) {
        Ok((asked, screenable)) => {
            let hits = if screenable { searcher.hits(&asked, threshold, scratch) } else { Vec::new() };
            Answer { hits, screenable, read: true }
        }
        Err(_) => Answer { hits: Vec::new(), screenable: true, read: false },
    }
}
