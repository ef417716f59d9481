### citation

problem-malformed-dossier = “{ $printed }” is not a dossier number
problem-missing-number = the number of the paper is missing
problem-session-year = “{ $printed }” is not a session year, which is two consecutive years
problem-wrong-kind = “{ $printed }” is not right: this is { $meant }

kind-kamerstuk = a parliamentary paper (Kamerstuk)
kind-tk-document = a document of the Tweede Kamer
kind-zaak = a case of the Tweede Kamer
kind-other = another paper
