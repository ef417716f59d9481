### citation

problem-malformed-dossier = “{ $printed }” is not a dossier number
problem-missing-number = the number of the paper is missing
problem-malformed-kamer = “{ $printed }” is not a chamber, which is I or II
problem-session-year = “{ $printed }” is not a session year, which is two consecutive years
problem-malformed-toevoeging = “{ $printed }” is not a budget chapter or part of a dossier
problem-malformed-number = “{ $printed }” is not the number of a paper
problem-backward-range = “{ $printed }” runs backwards: the last number is not higher than the first
problem-act-number-order = “{ $printed }” has year and number in the wrong order
problem-wrong-kind = “{ $printed }” is not right: this is { $meant }

kind-kamerstuk = a parliamentary paper (Kamerstuk)
kind-tk-document = a document of the Tweede Kamer
kind-zaak = a case of the Tweede Kamer
kind-other = another paper
