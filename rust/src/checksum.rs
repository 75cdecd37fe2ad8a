//! One checksum for keys, names and files: the same on every machine and in every version.

const PRIME: u64 = 0x9E37_79B9_7F4A_7C15;

/// The checksum of bytes.
pub fn of(bytes: &[u8]) -> u64 {
    seeded(0, bytes)
}

/// The checksum of bytes, another for each seed.
pub fn seeded(seed: u64, bytes: &[u8]) -> u64 {
    let mut state = mixed(seed ^ (bytes.len() as u64).wrapping_mul(PRIME));
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let word = u64::from_le_bytes([
            chunk[0], chunk[1], chunk[2], chunk[3], chunk[4], chunk[5], chunk[6], chunk[7],
        ]);
        state = mixed(state ^ word);
    }
    let mut last = [0; 8];
    last[..chunks.remainder().len()].copy_from_slice(chunks.remainder());
    mixed(state ^ u64::from_le_bytes(last))
}

/// Rows in which many bytes are summed up side by side.
const ROWS: usize = 4;

/// The checksum of many bytes, another for each seed: as good as `seeded`, and another number.
pub fn of_many(seed: u64, bytes: &[u8]) -> u64 {
    let mut states: [u64; ROWS] = std::array::from_fn(|row| mixed(seed ^ row as u64));
    let mut chunks = bytes.chunks_exact(8 * ROWS);
    for chunk in &mut chunks {
        for (state, word) in states.iter_mut().zip(chunk.chunks_exact(8)) {
            *state = mixed(*state ^ u64::from_le_bytes(word.try_into().unwrap_or_default()));
        }
    }
    let all = states.iter().fold(bytes.len() as u64, |all, state| mixed(all ^ state));
    seeded(all, chunks.remainder())
}

/// A number stirred so that each bit of it changes half of the result's (Steele, Lea and Flood 2014).
fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (number ^ (number >> 31)).wrapping_add(PRIME)
}
