//! Put much in order without comparing each with each: an image is mostly things in order.

/// Of rising numbers below `count`: where each begins, and where the last ends.
pub fn starts(numbers: impl Iterator<Item = u32>, count: usize) -> Vec<u32> {
    let mut starts = vec![0; count + 1];
    numbers.for_each(|number| starts[number as usize + 1] += 1);
    for at in 0..count {
        starts[at + 1] += starts[at];
    }
    starts
}

/// Values by the number, below `count`, of the group that each is of: where each group begins, and the last ends;
/// and the values, group by group, in the order given.
pub fn grouped(values: &[(u32, u32)], count: usize) -> (Vec<u32>, Vec<u32>) {
    let starts = starts(values.iter().map(|(group, _)| *group), count);
    let (mut next, mut found) = (starts.clone(), vec![0; values.len()]);
    for (group, value) in values {
        let place = &mut next[*group as usize];
        found[*place as usize] = *value;
        *place += 1;
    }
    (starts, found)
}

/// The bits of a key by which keys are dealt out before they are compared.
const DEALT: u32 = 16;

/// Keys with what stands beside each, in order. Keys are checksums, so that few begin alike.
pub fn in_order_of_keys(keys: Vec<(u64, u32)>) -> Vec<(u64, u32)> {
    let beginning = |key: u64| (key >> (u64::BITS - DEALT)) as u32;
    let starts = starts(keys.iter().map(|(key, _)| beginning(*key)), 1 << DEALT);
    let (mut next, mut found) = (starts.clone(), vec![(0, 0); keys.len()]);
    for one in keys {
        let place = &mut next[beginning(one.0) as usize];
        found[*place as usize] = one;
        *place += 1;
    }
    for ends in starts.windows(2) {
        found[ends[0] as usize..ends[1] as usize].sort_unstable();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_hold_their_values_in_the_order_given() {
        let (starts, values) = grouped(&[(2, 10), (0, 11), (2, 12), (0, 13)], 4);
        assert_eq!((starts, values), (vec![0, 2, 2, 4, 4], vec![11, 13, 10, 12]));
    }

    #[test]
    fn keys_dealt_out_are_in_the_order_that_comparing_gives() {
        let mixed = |number: u64| number.wrapping_mul(0x9E37_79B9_7F4A_7C15) << (number % 3 * 20);
        let keys: Vec<(u64, u32)> =
            (0..2000).map(|number| (mixed(number / 2), (number % 7) as u32)).collect();
        let mut compared = keys.clone();
        compared.sort_unstable();
        assert_eq!(in_order_of_keys(keys), compared);
        assert!(in_order_of_keys(Vec::new()).is_empty());
    }
}
