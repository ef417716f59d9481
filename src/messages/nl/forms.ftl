### De vormen van verwijzingen: griffier explain forms

forms-title = De vormen van verwijzingen
forms-intro = Deze vormen worden herkend. Achter ieder voorbeeld staat wat het betekent: het officiële nummer, met de bladzijde.
forms-by-page = het nummer volgt uit de bladzijde, met een lijst van wat er bestaat
forms-no-identifier = herkend, maar zonder officieel nummer
forms-unconfirmed = zodra een lijst het kent

family-kamerstuk = Kamerstukken
family-handelingen = Handelingen
family-aanhangsel = Aanhangsel van de Handelingen
family-zaak = Kamervragen, zaken en documenten van de Tweede Kamer
family-bijlage = Bijlagen en andere stukken zonder eigen nummer
family-staatsblad = Staatsblad, Staatscourant en Tractatenblad
family-eu = Europese Unie
family-ecli = Rechtspraak
family-bwb = Wet- en regelgeving
family-inferred = Wat niet alles zelf zegt

form-house-style = De huisstijl van gedrukte brieven: trefwoord, dossier met een spatie, nummer.
form-chamber-and-session = Met kamer en vergaderjaar, zoals de Leidraad en de Aanwijzingen het voorschrijven.
form-eerste-kamer-letter = Een stuk van de Eerste Kamer: een letter, en vóór 2003 een nummer met een kleine letter.
form-several-numbers = Meer nummers van één dossier, los of als reeks, ieder met zijn bladzijde.
form-several-papers = Stukken van meer dossiers, kamers of vergaderjaren, waarbij het trefwoord één keer genoemd is.
form-joint-paper = Eén stuk van meer dossiers; het nummer hoort bij het eerste.
form-whole-dossier = Een heel dossier, zonder nummer van een stuk.
form-keyword-dash = Met een streepje of haakjes tussen dossier en nummer.
form-words-between = Met woorden die zeggen wat voor stuk het is, tussen dossier, nummer en bladzijde.
form-bill-for-the-kingdom = Een rijkswet, waarvan het R-nummer bijna nooit in het officiële nummer staat.
form-named-chamber = Met de naam van de kamer in plaats van een trefwoord.
form-annex-to-the-record = Als bijlage bij de Handelingen, zoals oude stukken aangehaald worden.
form-document-called-kamerstuk = Een documentnummer van de Tweede Kamer dat Kamerstuk genoemd wordt.
form-short-keyword = Met een kort trefwoord: TK, EK, Kst., Parl. St. of alleen het vergaderjaar.

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

form-bare-dash = Dossier en nummer met een streepje ertussen, zonder het woord Kamerstuk.
form-bare-number = Dossier en nummer zonder het woord Kamerstuk.
form-number-before-dossier = Eerst het nummer en dan het dossier tussen haakjes, zoals in de Handelingen.
form-bare-dossier = Een dossier zonder het woord Kamerstuk: tussen haakjes, of met een begrotingshoofdstuk, een Rijkswetnummer of EK erachter.

form-staatsblad = Het Staatsblad: jaargang en nummer.
form-staatscourant = De Staatscourant: jaargang en nummer, of de dag en het nummer.
form-tractatenblad = Het Tractatenblad: jaargang en nummer.
form-eu-regulation = Een verordening van de Europese Unie; tot 2015 staat het jaar achteraan, daarna vooraan.
form-eu-directive = Een richtlijn van de Europese Unie, ook achter haar naam.
form-eu-decision = Een besluit, kaderbesluit of aanbeveling van de Europese Unie.
form-celex = Het CELEX-nummer van een stuk van de Europese Unie.
form-eu-document = Een document van de Europese Commissie; of een COM een voorstel is, zegt het nummer niet.
form-eu-journal = Het Publicatieblad van de Europese Unie: serie en nummer, met of zonder jaar.
form-ecli = Een uitspraak, met haar Europese nummer.
form-bwb = Een regeling, met haar nummer in het Basiswettenbestand.
form-jci = Een plaats in een regeling, zoals wetten.overheid.nl ernaar verwijst.
form-typed-identifier = Het officiële nummer zoals het getypt wordt.
form-address = Het adres van een officiële bladzijde, ook over een regeleinde heen.

form-number-of-a-paper-before = Een nummer waarvan het dossier eerder genoemd is.
form-the-same-again = Hetzelfde stuk nog eens, met een andere bladzijde: idem, ibid., t.a.p.
form-paper-mentioned-before = Een stuk dat eerder genoemd is: genoemde brief, voornoemd Kamerstuk.
form-name-that-the-letter-gave = Een naam die de brief zelf aan een stuk geeft met “hierna”.
form-paper-of-a-date = Een stuk dat bij zijn datum genoemd wordt.
form-motion-by-name = Een motie of amendement dat bij de naam van de indiener genoemd wordt.
