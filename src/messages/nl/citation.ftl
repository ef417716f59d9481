### citation

problem-malformed-dossier = “{ $printed }” is geen dossiernummer
problem-missing-number = het nummer van het stuk ontbreekt
problem-session-year = “{ $printed }” is geen vergaderjaar: dat zijn twee opeenvolgende jaren
