### citation

problem-malformed-dossier = “{ $printed }” is geen dossiernummer
problem-missing-number = het nummer van het stuk ontbreekt
problem-session-year = “{ $printed }” is geen vergaderjaar: dat zijn twee opeenvolgende jaren
problem-wrong-kind = “{ $printed }” klopt niet: dit is { $meant }

kind-kamerstuk = een Kamerstuk
kind-tk-document = een document van de Tweede Kamer
kind-zaak = een zaak van de Tweede Kamer
kind-other = een ander stuk
