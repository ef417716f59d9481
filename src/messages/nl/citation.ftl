### citation

problem-malformed-dossier = “{ $printed }” is geen dossiernummer
problem-missing-number = het nummer van het stuk ontbreekt
problem-session-year = “{ $printed }” is geen vergaderjaar: dat zijn twee opeenvolgende jaren
form-bare-dash = Dossier en nummer met een streepje ertussen, zonder het woord Kamerstuk
form-bare-number = Dossier en nummer zonder het woord Kamerstuk
form-number-before-dossier = Eerst het nummer en dan het dossier tussen haakjes, zoals in de Handelingen
form-bare-dossier = Een dossier zonder het woord Kamerstuk: tussen haakjes, of met een begrotingshoofdstuk, een Rijkswetnummer of EK erachter
