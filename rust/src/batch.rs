//! Search for many subjects at once, by several threads; the answer does not depend on how many.

use crate::image::Image;
use crate::part::Kind;
use crate::query::Known;
use crate::search::{Hit, Scratch, Searcher};
use crate::written::{Reader, Subject};
use std::ops::Range;
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
    fn take(&self) -> Scratch {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner).pop();
        free.unwrap_or_else(|| Scratch::of(self.known.clone()))
    }

    fn give(&self, scratch: Scratch) {
        self.free.lock().unwrap_or_else(PoisonError::into_inner).push(scratch);
    }

    /// What is found for so many things by several threads, each of which takes some of them at a time; in no
    /// order.
    pub fn found<T: Send>(
        &self,
        count: usize,
        at_once: usize,
        threads: usize,
        find: impl Fn(Range<usize>, &mut Scratch) -> Vec<T> + Sync,
    ) -> Vec<T> {
        let next = AtomicUsize::new(0);
        let work = || {
            let (mut scratch, mut found) = (self.take(), Vec::new());
            loop {
                let start = next.fetch_add(at_once, Ordering::Relaxed);
                if start >= count {
                    break;
                }
                found.extend(find(start..count.min(start + at_once), &mut scratch));
            }
            self.give(scratch);
            found
        };
        match threads.min(count.div_ceil(at_once)) {
            0 | 1 => work(),
            threads => std::thread::scope(|scope| {
                let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
                let found = running.into_iter().map(|thread| thread.join());
                found.flat_map(|some| some.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
            }),
        }
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
    let find = |some: Range<usize>, scratch: &mut Scratch| -> Vec<(usize, Answer)> {
        let one = |number| (number, answer(reader, &searcher, &subjects[number], &kinds, threshold, scratch));
        some.map(one).collect()
    };
    let mut all = vec![Answer::default(); count];
    for (number, answer) in pool.found(count, AT_ONCE, threads, find) {
        all[number] = answer;
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
