//! The assignment of greatest sum between rows and columns: the Hungarian method in its O(n²m) form.

/// For each row the column given to it, no column twice, so that the sum of `gain` is greatest. A pair of gain zero
/// or less is not made. Ties go to the lower numbers, so that the answer depends on nothing but the table.
pub(super) fn assign(gain: &[Vec<i64>]) -> Vec<Option<usize>> {
    let rows = gain.len();
    let real = gain.first().map_or(0, Vec::len);
    // One spare column a row, worth nothing: a row may always stay alone.
    let columns = real + rows;
    let cost = |row: usize, column: usize| if column < real { -gain[row][column].max(0) } else { 0 };
    let (mut potential_row, mut potential_column) = (vec![0i64; rows + 1], vec![0i64; columns + 1]);
    let mut owner = vec![0usize; columns + 1];
    for row in 1..=rows {
        let mut way = vec![0usize; columns + 1];
        let mut least = vec![i64::MAX; columns + 1];
        let mut used = vec![false; columns + 1];
        owner[0] = row;
        let mut at = 0;
        while owner[at] != 0 {
            used[at] = true;
            let (mut delta, mut next) = (i64::MAX, 0);
            for column in 1..=columns {
                if used[column] {
                    continue;
                }
                let slack = cost(owner[at] - 1, column - 1) - potential_row[owner[at]] - potential_column[column];
                if slack < least[column] {
                    (least[column], way[column]) = (slack, at);
                }
                if least[column] < delta {
                    (delta, next) = (least[column], column);
                }
            }
            for column in 0..=columns {
                if used[column] {
                    potential_row[owner[column]] += delta;
                    potential_column[column] -= delta;
                } else {
                    least[column] = least[column].saturating_sub(delta);
                }
            }
            at = next;
        }
        while at != 0 {
            owner[at] = owner[way[at]];
            at = way[at];
        }
    }
    let mut given = vec![None; rows];
    for column in 1..=real {
        if owner[column] > 0 && gain[owner[column] - 1][column - 1] > 0 {
            given[owner[column] - 1] = Some(column - 1);
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use super::assign;

    #[test]
    fn the_sum_counts_and_not_the_best_pair() {
        assert_eq!(assign(&[vec![10, 9], vec![9, 1]]), [Some(1), Some(0)]);
    }

    #[test]
    fn worthless_pairs_are_not_made() {
        assert_eq!(assign(&[vec![0, -3], vec![5, 7]]), [None, Some(1)]);
        assert_eq!(assign(&[]), Vec::<Option<usize>>::new());
        assert_eq!(assign(&[vec![]]), [None]);
    }

    proptest::proptest! {
        #[test]
        fn no_permutation_is_better(table in proptest::collection::vec(proptest::collection::vec(0i64..50, 4), 1..5)) {
            fn best(gain: &[Vec<i64>], row: usize, taken: u32) -> i64 {
                if row == gain.len() {
                    return 0;
                }
                let free = (0..4).filter(|c| taken >> c & 1 == 0);
                free.map(|c| gain[row][c] + best(gain, row + 1, taken | 1 << c)).chain([best(gain, row + 1, taken)]).max().unwrap_or(0)
            }
            let given = assign(&table);
            let sum: i64 = given.iter().enumerate().filter_map(|(r, c)| c.map(|c| table[r][c])).sum();
            proptest::prop_assert_eq!(sum, best(&table, 0, 0));
        }
    }
}
