//! Numbers that a slip of the hand turns into one another.
//!
//! The slips are those that occur in published papers: two neighbouring digits swapped (`29 251` for `29 521`), one digit wrong, one too many, and a pattern mistaken (`25 242` for `25 424`).

/// How a number may have come about from another, the likeliest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Slip {
    /// Two neighbouring digits have changed places.
    Swap,
    /// One digit too many.
    Doubled,
    /// One digit is another.
    Digit,
    /// A digit has been left out and one of its fellows written elsewhere.
    Pattern,
}

/// The numbers of which `number` may be a slip in writing a dossier: as many digits, in ascending order of number, each once.
pub(super) fn of_dossier(number: u32) -> Vec<(u32, Slip)> {
    let digits = digits(number);
    let mut slips = swaps(&digits);
    slips.extend(changes(&digits));
    slips.extend(patterns(&digits));
    tidy(slips, number, Some(digits.len()))
}

/// The numbers of which `number` may be a slip in writing the number of a paper: in ascending order, each once.
pub(super) fn of_paper(number: u32) -> Vec<(u32, Slip)> {
    let digits = digits(number);
    let mut slips = swaps(&digits);
    slips.extend(changes(&digits));
    slips.extend((0..digits.len()).map(|at| (without(&digits, at), Slip::Doubled)));
    tidy(slips, number, None)
}

/// How far two numbers lie apart, in digits changed, left out, put in, or swapped with a neighbour.
pub(super) fn distance(one: u32, other: u32) -> usize {
    strsim::osa_distance(&one.to_string(), &other.to_string())
}

fn digits(number: u32) -> Vec<u8> {
    number.to_string().into_bytes()
}

fn swaps(digits: &[u8]) -> Vec<(Vec<u8>, Slip)> {
    (1..digits.len())
        .map(|at| {
            let mut swapped = digits.to_vec();
            swapped.swap(at - 1, at);
            (swapped, Slip::Swap)
        })
        .collect()
}

fn changes(digits: &[u8]) -> Vec<(Vec<u8>, Slip)> {
    let changed = |at: usize, digit: u8| {
        let mut changed = digits.to_vec();
        changed[at] = digit;
        (changed, Slip::Digit)
    };
    (0..digits.len()).flat_map(|at| (b'0'..=b'9').map(move |digit| changed(at, digit))).collect()
}

fn patterns(digits: &[u8]) -> Vec<(Vec<u8>, Slip)> {
    let mut slips = Vec::new();
    for left_out in 0..digits.len() {
        let rest = without(digits, left_out);
        for at in 0..=rest.len() {
            for digit in digits {
                let mut pattern = rest.clone();
                pattern.insert(at, *digit);
                slips.push((pattern, Slip::Pattern));
            }
        }
    }
    slips
}

fn without(digits: &[u8], at: usize) -> Vec<u8> {
    let mut rest = digits.to_vec();
    rest.remove(at);
    rest
}

fn tidy(slips: Vec<(Vec<u8>, Slip)>, number: u32, length: Option<usize>) -> Vec<(u32, Slip)> {
    let mut numbers: Vec<(u32, Slip)> = slips
        .into_iter()
        .filter(|(digits, _)| length.is_none_or(|length| digits.len() == length))
        .filter(|(digits, _)| digits.first().is_some_and(|first| *first != b'0'))
        .filter_map(|(digits, slip)| Some((std::str::from_utf8(&digits).ok()?.parse().ok()?, slip)))
        .filter(|(other, _)| *other != number)
        .collect();
    // The likeliest way counts where two lead to the same number.
    numbers.sort_unstable();
    numbers.dedup_by_key(|(number, _)| *number);
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip(slips: &[(u32, Slip)], number: u32) -> Option<Slip> {
        slips.iter().find(|(other, _)| *other == number).map(|(_, slip)| *slip)
    }

    #[test]
    fn the_slips_of_published_papers_are_among_them() {
        assert_eq!(slip(&of_dossier(29251), 29521), Some(Slip::Swap));
        assert_eq!(slip(&of_dossier(26642), 26643), Some(Slip::Digit));
        assert_eq!(slip(&of_dossier(25242), 25424), Some(Slip::Pattern));
        assert_eq!(slip(&of_paper(9385), 385), Some(Slip::Doubled));
        assert_eq!(slip(&of_paper(358), 385), Some(Slip::Swap));
    }

    #[test]
    fn a_number_is_no_slip_of_itself_and_keeps_its_length_as_a_dossier() {
        for number in [29521, 30000, 5380, 7] {
            let slips = of_dossier(number);
            assert_eq!(slip(&slips, number), None);
            assert!(slips.iter().all(|(other, _)| other.to_string().len() == number.to_string().len()));
            assert!(slips.windows(2).all(|pair| pair[0].0 < pair[1].0));
        }
    }

    #[test]
    fn a_number_of_one_digit_cannot_lose_it() {
        assert!(of_paper(7).iter().all(|(other, _)| (1..10).contains(other)));
        assert!(of_paper(0).iter().all(|(other, _)| (1..10).contains(other)));
    }

    #[test]
    fn distance_counts_a_swap_once() {
        assert_eq!(distance(29251, 29521), 1);
        assert_eq!(distance(29035, 29023), 2);
        assert_eq!(distance(25242, 25424), 2);
        assert!(distance(29521, 36045) > 2);
    }
}
