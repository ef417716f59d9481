### citation

problem-malformed-dossier = “{ $printed }” is not a dossier number
problem-missing-number = the number of the paper is missing
problem-session-year = “{ $printed }” is not a session year, which is two consecutive years
