//! `lanes` by instructions for 32 bytes at once.

use super::{start, Columns, Costs, Lane, Own, LANES, MOST_SOUNDS};
use std::arch::x86_64::*;

/// Sounds that one instruction finds the costs of; the tables are in as many pieces.
const PIECE: usize = 16;
const PIECES: usize = super::SOUNDS / PIECE;

/// Bytes that are put another way round at once.
const SQUARE: usize = 16;

/// `plain_least`.
#[target_feature(enable = "avx2")]
pub unsafe fn least(word: &Own, columns: &Columns, rows: &mut [Lane]) -> Lane {
    let sum = _mm256_set1_epi8(start(word, rows) as i8);
    let (lengths, last) = (load(columns.lengths), rows.len() - 1);
    let mut least = _mm256_and_si256(sum, _mm256_cmpeq_epi8(lengths, _mm256_setzero_si256()));
    for (at, column) in (0..columns.longest).zip(1i8..) {
        step(word, load(columns.at(at)), rows);
        let ended = _mm256_cmpeq_epi8(lengths, _mm256_set1_epi8(column));
        least = _mm256_blendv_epi8(least, load(&rows[last]), ended);
    }
    let mut found = [0; LANES];
    store(&mut found, least);
    found
}

/// `plain_turn`: at least as many places.
#[target_feature(enable = "avx2")]
pub unsafe fn turn(others: &[[u8; MOST_SOUNDS]; LANES], longest: usize, sounds: &mut [Lane; MOST_SOUNDS]) {
    const { assert!(MOST_SOUNDS % SQUARE == 0 && LANES % SQUARE == 0) };
    for (at, first) in
        (0..longest).step_by(SQUARE).flat_map(|at| (0..LANES).step_by(SQUARE).map(move |first| (at, first)))
    {
        let mut square = [_mm_setzero_si128(); SQUARE];
        for (row, sounds) in square.iter_mut().zip(&others[first..first + SQUARE]) {
            *row = _mm_loadu_si128(sounds[at..at + SQUARE].as_ptr().cast());
        }
        // Each round interleaves the first half with the second: after four, columns are rows.
        for _ in 0..SQUARE.trailing_zeros() {
            let before = square;
            for at in 0..SQUARE / 2 {
                square[2 * at] = _mm_unpacklo_epi8(before[at], before[at + SQUARE / 2]);
                square[2 * at + 1] = _mm_unpackhi_epi8(before[at], before[at + SQUARE / 2]);
            }
        }
        for (row, column) in sounds[at..at + SQUARE].iter_mut().zip(square) {
            _mm_storeu_si128(row[first..first + SQUARE].as_mut_ptr().cast(), column);
        }
    }
}

#[target_feature(enable = "avx2")]
unsafe fn step(word: &Own, sounds: __m256i, rows: &mut [Lane]) {
    let places = places(sounds);
    let gone = costs(&word.gone, &places);
    let mut diagonal = load(&rows[0]);
    let mut left = _mm256_adds_epu8(diagonal, gone);
    store(&mut rows[0], left);
    for (row, (swapped, alone)) in rows[1..].iter_mut().zip(&word.swapped) {
        let above = load(row);
        let met = _mm256_adds_epu8(diagonal, costs(swapped, &places));
        let out = _mm256_adds_epu8(left, _mm256_set1_epi8(*alone as i8));
        left = _mm256_min_epu8(met, _mm256_min_epu8(_mm256_adds_epu8(above, gone), out));
        diagonal = above;
        store(row, left);
    }
}

/// Where the costs of each sound are in each piece of a table: with the highest bit where in another.
#[target_feature(enable = "avx2")]
unsafe fn places(sounds: __m256i) -> [__m256i; PIECES] {
    let beyond = _mm256_set1_epi8(0x70);
    let mut places = [sounds; PIECES];
    for (piece, place) in places.iter_mut().enumerate() {
        let in_piece = _mm256_xor_si256(sounds, _mm256_set1_epi8((piece * PIECE) as i8));
        *place = _mm256_adds_epu8(in_piece, beyond);
    }
    places
}

#[target_feature(enable = "avx2")]
unsafe fn costs(table: &Costs, places: &[__m256i; PIECES]) -> __m256i {
    let of = |at: usize| {
        let piece = _mm_loadu_si128(table[at * PIECE..(at + 1) * PIECE].as_ptr().cast());
        _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(piece), places[at])
    };
    const { assert!(PIECES == 3) };
    _mm256_or_si256(of(0), _mm256_or_si256(of(1), of(2)))
}

#[target_feature(enable = "avx2")]
unsafe fn load(lane: &Lane) -> __m256i {
    const { assert!(LANES == size_of::<__m256i>()) };
    _mm256_loadu_si256(lane.as_ptr().cast())
}

#[target_feature(enable = "avx2")]
unsafe fn store(lane: &mut Lane, values: __m256i) {
    _mm256_storeu_si256(lane.as_mut_ptr().cast(), values);
}
