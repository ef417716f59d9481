### citation

problem-malformed-dossier = “{ $printed }” is geen dossiernummer
problem-missing-number = het nummer van het stuk ontbreekt
problem-session-year = “{ $printed }” is geen vergaderjaar: dat zijn twee opeenvolgende jaren
problem-wrong-kind = “{ $printed }” klopt niet: dit is { $meant }

kind-kamerstuk = een Kamerstuk
kind-tk-document = een document van de Tweede Kamer
kind-zaak = een zaak van de Tweede Kamer
kind-other = een ander stuk

### forms: Handelingen, Aanhangsel, vragen, zaken en documenten

form-record-item = Een onderwerp in een vergadering vanaf 2011, met of zonder bladzijde, ook als 12-3-8.
form-record-meeting = Een hele vergadering vanaf 2011.
form-record-joint-sitting = Een vergadering van beide Kamers samen.
form-record-page = Bladzijden van een vergadering tot en met 2010; alleen een lijst weet welke publicatie ze bevat.
form-record-of-a-day = De beraadslagingen van een dag, die zonder vergadering geen kenmerk hebben.
form-answers = Antwoorden op schriftelijke vragen; zonder Kamer die van de brief zelf.
form-answers-session-first = Het vergaderjaar voor het woord Aanhangsel.
form-answers-as-questions = Antwoorden zoals officielebekendmakingen.nl ze noemt.
form-answers-half-typed = Een kenmerk waarvan het vergaderjaar geschreven is zoals in druk.
form-questions = Schriftelijke vragen die nog op antwoord wachten, met hun zaaknummer.
form-case-number = Een zaaknummer van de Tweede Kamer.
form-document-number = Een documentnummer van de Tweede Kamer.
