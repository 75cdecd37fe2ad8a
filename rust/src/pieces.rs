//! Work that several threads do, each on as much of it as the others.

use std::ops::Range;

/// What work makes of each of some, in their order.
pub fn in_order<T: Sync, R: Send>(all: &[T], threads: usize, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let size = all.len().div_ceil(threads.max(1)).max(1);
    let (first, rest) = all.split_at(size.min(all.len()));
    let of = |some: &[T]| -> Vec<R> { some.iter().map(&work).collect() };
    std::thread::scope(|scope| {
        let running: Vec<_> = rest.chunks(size).map(|some| scope.spawn(|| of(some))).collect();
        let mut found = of(first);
        for thread in running {
            found.extend(thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        found
    })
}

/// What work makes of the numbers below a count, in as many pieces as there are threads, in their order.
pub fn pieces<R: Send>(count: usize, threads: usize, work: impl Fn(Range<usize>) -> R + Sync) -> Vec<R> {
    let threads = threads.max(1);
    let piece = |number: usize| number * count / threads..(number + 1) * count / threads;
    in_order(&(0..threads).collect::<Vec<usize>>(), threads, |number| work(piece(*number)))
}

/// As many threads as there are processors to run them.
pub fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

#[cfg(test)]
mod tests {
    use super::{in_order, pieces};

    #[test]
    fn what_several_threads_make_is_in_the_order_of_what_it_is_made_of() {
        let all: Vec<usize> = (0..11).collect();
        for (count, threads) in (0..=all.len()).flat_map(|count| (0..5).map(move |threads| (count, threads)))
        {
            let made = in_order(&all[..count], threads, |number| 2 * number);
            assert_eq!(made, (0..count).map(|number| 2 * number).collect::<Vec<usize>>());
        }
    }

    #[test]
    fn pieces_are_all_numbers_once_in_order() {
        for (count, threads) in (0..9).flat_map(|count| (0..5).map(move |threads| (count, threads))) {
            let made = pieces(count, threads, |some| some.collect::<Vec<usize>>());
            assert_eq!(made.concat(), (0..count).collect::<Vec<usize>>());
        }
    }
}
