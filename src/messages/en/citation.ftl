### citation

problem-malformed-dossier = “{ $printed }” is not a dossier number
problem-missing-number = the number of the paper is missing
problem-session-year = “{ $printed }” is not a session year, which is two consecutive years
form-bare-dash = Dossier and number joined by a dash, without the word Kamerstuk
form-bare-number = Dossier and number without the word Kamerstuk
form-number-before-dossier = The number first and its dossier in parentheses, as the Handelingen print it
form-bare-dossier = A dossier without the word Kamerstuk: in parentheses, or with a budget chapter, the number of a Kingdom act or EK behind it
