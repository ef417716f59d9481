### corpus

letter-twice = { $path } and { $first } both are { $id }; the second does not count as that paper
