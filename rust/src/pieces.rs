//! Work that several threads do, each on as much of it as the others.

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

/// What work makes of each number below a count, in their order.
pub fn in_pieces<R: Send>(count: usize, threads: usize, work: impl Fn(usize) -> R + Sync) -> Vec<R> {
    let pieces = threads.max(1);
    let piece = |piece: usize| piece * count / pieces..(piece + 1) * count / pieces;
    let all: Vec<_> = (0..pieces).map(piece).collect();
    in_order(&all, threads, |piece| piece.clone().map(&work).collect::<Vec<R>>())
        .into_iter()
        .flatten()
        .collect()
}

/// As many threads as there are processors to run them.
pub fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn what_several_threads_make_is_in_the_order_of_what_it_is_made_of() {
        let all: Vec<usize> = (0..11).collect();
        for (count, threads) in (0..=all.len()).flat_map(|count| (0..5).map(move |threads| (count, threads)))
        {
            let made = in_order(&all[..count], threads, |number| 2 * number);
            assert_eq!(made, (0..count).map(|number| 2 * number).collect::<Vec<usize>>());
        }
    }
}
