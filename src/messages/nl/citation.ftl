### citation

problem-malformed-dossier = “{ $printed }” is geen dossiernummer
problem-missing-number = het nummer van het stuk ontbreekt
problem-malformed-kamer = “{ $printed }” is geen kamer: dat is I of II
problem-session-year = “{ $printed }” is geen vergaderjaar: dat zijn twee opeenvolgende jaren
problem-malformed-toevoeging = “{ $printed }” is geen begrotingshoofdstuk of onderdeel van een dossier
problem-malformed-number = “{ $printed }” is geen nummer van een stuk
problem-backward-range = “{ $printed }” loopt terug: het laatste nummer is niet hoger dan het eerste
problem-act-number-order = “{ $printed }” heeft jaar en nummer in de verkeerde volgorde
problem-wrong-kind = “{ $printed }” klopt niet: dit is { $meant }

kind-kamerstuk = een Kamerstuk
kind-tk-document = een document van de Tweede Kamer
kind-zaak = een zaak van de Tweede Kamer
kind-other = een ander stuk
