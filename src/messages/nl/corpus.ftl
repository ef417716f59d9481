### corpus

letter-twice = { $path } is net als { $first } stuk { $id }; de tweede telt niet mee als stuk
