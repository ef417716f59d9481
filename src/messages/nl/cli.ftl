### cli

## Help: koppen en namen van waarden

help-heading-usage = Gebruik
help-heading-commands = Opdrachten
help-heading-arguments = Argumenten
help-heading-options = Opties
help-heading-global = Algemene opties
help-heading-examples = Voorbeelden
value-options = OPTIES
value-command = OPDRACHT
value-dir = MAP
value-path = PAD
value-paths = PADEN
value-file = BESTAND
value-id = STUK
value-dossier = DOSSIER
value-text = TEKST
value-code = CODE
value-n = NUMMER
value-session = VERGADERJAAR
value-date = DATUM
value-name = NAAM
value-shell = SHELL

## Help: griffier

help =
    Griffier leest Kamerbrieven mee: het herkent iedere verwijzing naar een Kamerstuk,
    zoekt die op en zegt wat eraan mankeert.
help-examples =
    griffier check
      controleert alle brieven in deze map
    griffier show "Kamerstuk 29 521, nr. 385"
      vertelt wat er van een stuk bekend is
    griffier check --help
      legt een opdracht uit
help-root = De werkmap (anders de dichtstbijzijnde map met griffier.toml of .git)
help-lang = De taal van meldingen: nl of en (anders $GRIFFIER_LANG, anders de instelling language)
help-color = Kleuren: auto, always (altijd) of never (nooit)
help-help = Toont deze uitleg
help-version = Toont de versie

## Help: de opdrachten

help-check = Controleert de verwijzingen in brieven
help-check-paths = Brieven, Word-bestanden (alleen als u ze zelf noemt) en mappen met brieven (anders alle brieven van de werkmap)
help-check-format = Voor mensen (human) of voor programma's (json, sarif, github)
help-check-exit-zero = Sluit ook af met 0 als er iets mis is
help-check-examples =
    griffier check
      controleert alle brieven van de werkmap
    griffier check concept.md brieven/2025
      controleert één brief en een map
    griffier check brief.docx
      controleert een Word-bestand, met de alinea of voetnoot van elke bevinding
    griffier check --fix
      herstelt wat zeker is; --diff toont eerst wat dat zou zijn
    griffier check --write-baseline bekend.txt
      zwijgt voortaan, met --baseline bekend.txt, over wat er nu al is
    griffier check - --fix --stdin-filename brieven/concept.md < concept.md
      geeft de herstelde tekst door, zoals een editor het vraagt
    griffier check --format json | jq '.files[].findings[].code'
      geeft de bevindingen aan een ander programma

      Afsluitcode: 0 als er niets mis is, 1 bij een waarschuwing of een fout,
      2 als er niet gecontroleerd kon worden.
help-cite = Toont de verwijzingen in één tekst
help-cite-path = De tekst of het Word-bestand, of - voor de standaardinvoer
help-cite-format = Een tabel (text) of JSON (json)
help-cite-resolve = Zoekt in de lijsten van de werkmap op wat de tekst alleen niet beslist
help-cite-style = Toont iedere verwijzing ook in een stijl: die van gedrukte brieven (kamer), de Leidraad voor juridische auteurs (leidraad) of de Aanwijzingen voor de regelgeving (aanwijzingen)
help-cite-examples =
    griffier cite brief.txt
      toont plaats, stuk en woorden van iedere verwijzing
    pdftotext brief.pdf - | griffier cite --format json
      leest uit een ander programma en schrijft JSON
help-show = Vertelt wat er van een stuk bekend is
help-show-id = Het stuk, in iedere schrijfwijze: kst-29521-385, een webadres, of een verwijzing
help-show-examples =
    griffier show kst-29521-385
      zoekt op het officiële nummer
    griffier show Kamerstuk 29 521, nr. 385
      zoekt op een verwijzing zoals die in een brief staat
help-refs = Zoekt waar een stuk of dossier wordt aangehaald, in iedere schrijfwijze
help-refs-paper = Het stuk of dossier, of een verwijzing tussen aanhalingstekens
help-refs-paths = Bestanden en mappen om in te zoeken; zonder: de brieven van de werkmap
help-refs-count = Toont per brief alleen het aantal
help-refs-files = Toont alleen welke brieven het zijn
help-refs-format = Regels zoals van een zoekopdracht (text) of JSON (json)
help-refs-examples =
    griffier refs kst-29521-385
      toont plaats en regel van iedere verwijzing naar een stuk
    griffier refs "Kamerstuk 29 521, nr. 385" brieven/2025
      zoekt in één map wat deze verwijzing betekent
    griffier refs 29521 --count
      telt per brief de verwijzingen naar een dossier en zijn stukken

      Afsluitcode: 0 als er iets gevonden is, 1 als er niets gevonden is,
      2 als er niet gezocht kon worden.
help-index = Werkt de index van brieven bij, of vertelt wat erin staat
help-index-paths = Een map of brief in de werkmap (anders de huidige map)
help-index-rebuild = Leest alle brieven opnieuw en maakt de index nieuw
help-index-verify = Vergelijkt alles wat in de index staat met de brieven; afsluitcode 1 als er iets niet klopt of achterloopt
help-index-stats = Vertelt hoeveel erin staat, hoe oud het is en wat niet in de lijsten staat
help-index-format = Regels om te lezen (human) of JSON (json)
help-index-dump = Toont alles wat in de index staat
help-index-examples =
    griffier index
      leest wat er sinds de vorige keer veranderd is
    griffier index --stats
      vertelt wat er in de index staat
    griffier index --verify
      kijkt na of de index klopt
help-generate-corpus = Schrijft een verzonnen archief van brieven, om mee te meten
help-generate-corpus-number = Zoveel brieven, van zes kB met acht verwijzingen elk
help-generate-corpus-into = De map, die gemaakt wordt als hij er nog niet is
help-generate-corpus-seed = Hetzelfde getal geeft dezelfde brieven (anders 1)
help-generate-corpus-examples =
    griffier generate-corpus 100000 --into /tmp/archief --seed 7
      schrijft honderdduizend brieven
help-measure = Meet hoe goed een tabel van verwijzingen gelezen wordt
help-measure-file = De tabel: kolommen raw, kind, expected en pin, met tabs ertussen
help-measure-format = Een tabel (text) of JSON (json)
help-measure-resolve = Zoekt in de lijsten van de werkmap op wat de tekst alleen niet beslist
help-measure-rows = Noemt ook iedere rij die niet volledig gelezen is
help-measure-examples =
    griffier measure verwijzingen.tsv --resolve --rows
      telt per soort wat volledig, te veel en gemist is, en noemt de rijen
help-explain = Legt een regel uit, met een fout en een goed voorbeeld
help-explain-code = De code van de regel, of forms: de vormen die herkend worden (anders alle regels)
help-explain-examples =
    griffier explain
      noemt alle regels
    griffier explain unknown-document
      legt de regel over onbekende stukken uit
    griffier explain forms
      toont alle vormen van verwijzingen die herkend worden
help-init = Maakt van een map een werkmap, met een griffier.toml vol uitleg
help-init-examples =
    griffier init
      schrijft griffier.toml in deze map
    griffier init --root ~/brieven
      schrijft het in een andere map
help-catalogue = Beheert de lijsten van wat er bestaat
help-catalogue-examples =
    griffier catalogue list
      noemt de lijsten, en tot wanneer ze volledig zijn
help-catalogue-list = Noemt de lijsten, en tot wanneer ze volledig zijn
help-catalogue-list-examples =
    griffier catalogue list
      noemt uw eigen lijsten en die van deze werkmap
help-catalogue-add = Voegt een lijst toe aan uw eigen instellingen
help-catalogue-add-file = De lijst: officiële nummers of JSON-records (griffier schema catalogue-record), een per regel, ook als .gz of .xz
help-catalogue-add-family = De reeks waarin de lijst volledig is (anders kst: Kamerstukken)
help-catalogue-add-from-dossier = Volledig vanaf dit dossiernummer
help-catalogue-add-from-session = Volledig vanaf dit vergaderjaar
help-catalogue-add-until = Volledig tot en met deze dag
help-catalogue-add-workspace = Voegt toe aan griffier.toml van de werkmap, voor iedereen die daarin werkt
help-catalogue-add-examples =
    griffier catalogue add kst_ids.txt.xz --from-dossier 29000 --until 2025-02-15
      een lijst met alle Kamerstukken vanaf dossier 29 000, tot en met 15 februari 2025
    griffier catalogue add --workspace lijsten/eigen.txt
      stukken die bestaan; dat andere ontbreken zegt niets
help-catalogue-fetch = Haalt de lijst van alle gepubliceerde stukken op, of werkt haar bij
help-catalogue-fetch-families = Alleen deze reeksen: kst, h, ah, kv (anders deze vier), en tkd: documentnummers van de Tweede Kamer
help-catalogue-fetch-since = Alleen stukken van deze dag en later
help-catalogue-fetch-dossier = Alleen de stukken van dit dossier
help-catalogue-fetch-rebuild = Haalt alles opnieuw op; tot dat klaar is, blijft de oude lijst gelden
help-catalogue-fetch-dry-run = Zegt wat er opgehaald zou worden, en vraagt daarvoor alleen hoeveel er is
help-catalogue-fetch-examples =
    griffier catalogue fetch
      haalt bij de eerste keer alles op, en later alleen wat nieuw of gewijzigd is
    griffier catalogue fetch --families kst,ah --since 2020-09-15
      alleen Kamerstukken en Aanhangsels van 15 september 2020 en later
    griffier catalogue fetch --dossier 36410-XVI
      alleen de stukken van dat dossier
help-catalogue-verify = Leest alle lijsten opnieuw en zegt wat eraan mankeert
help-catalogue-verify-examples =
    griffier catalogue verify
      leest uw eigen lijsten en die van deze werkmap
help-fetch = Haalt stukken zelf op bij de officiële publicaties, en maakt er brieven van
help-fetch-ids = De stukken, in welke schrijfwijze ook; van een dossier alle stukken die de werkmap mist
help-fetch-dossier = Alle stukken van dit dossier die de werkmap mist
help-fetch-cited-by = Alle stukken die deze brieven aanhalen en die de werkmap mist
help-fetch-into = De map waarin de brieven komen (anders de eerste map van corpus.letters)
help-fetch-force = Vervangt ook brieven die bewerkt zijn, en bewaart daarvan een kopie
help-fetch-dry-run = Zegt wat er opgehaald zou worden, zonder iets te vragen
help-fetch-examples =
    griffier fetch "Kamerstuk 29 521, nr. 385"
      haalt dat stuk op
    griffier fetch --cited-by brief.md
      haalt alles op wat de brief aanhaalt en wat er nog niet is
    griffier fetch --dossier 36410-XVI --into dossiers/vws
      haalt een heel dossier op, zover de lijst het kent
help-config = Toont de instellingen die gelden, en waar ze vandaan komen
help-config-examples =
    griffier config
      toont ze als TOML
help-doctor = Zoekt uit waarom iets niet werkt
help-doctor-examples =
    griffier doctor
      toont versie, werkmap, instellingen, brieven, lijsten en cache
help-lsp = Bedient een editor (Language Server Protocol)
help-lsp-stdio = Spreekt over de standaardstromen; dat gebeurt altijd
help-lsp-examples =
    griffier lsp
      wordt door de editor gestart, niet door u
help-schema = Toont het JSON Schema van een vorm
help-schema-name = De vorm (anders de namen van alle vormen)
help-schema-examples =
    griffier schema
      noemt de vormen
    griffier schema griffier.toml
      toont het schema van de instellingen
help-completions = Schrijft de aanvullingen voor een shell
help-completions-shell = bash, elvish, fish, powershell of zsh
help-completions-examples =
    griffier completions bash > ~/.local/share/bash-completion/completions/griffier
      vult voortaan opdrachten en opties aan

## Fouten in de opdrachtregel

usage-usage =
    Gebruik: { $usage }
    Meer uitleg geeft --help.
usage-unknown-option = onbekende optie { $argument }
usage-one-too-many = { $argument } is er één te veel
usage-unknown-command = onbekende opdracht { $command }
usage-invalid-value = { $argument } kan niet “{ $value }” zijn
usage-no-value = achter { $argument } ontbreekt een waarde
usage-missing = { $argument } ontbreekt
usage-missing-command = er ontbreekt een opdracht
usage-twice = { $argument } staat er tweemaal
usage-conflict = { $argument } gaat niet samen met { $other }
usage-not-unicode = een van de argumenten is geen leesbare tekst
usage-other = de opdracht wordt niet begrepen ({ $error })
usage-meant = bedoelde u { $text }?
usage-possible = kies uit { $text }

## Wat misgaat

cli-error = fout
cli-warning = waarschuwing
cli-help = hulp
cli-cannot-read = kan { $path } niet lezen: { $reason }
cli-cannot-read-stdin = kan de standaardinvoer niet lezen: { $reason }
cli-cannot-write = kan { $path } niet schrijven: { $reason }
cli-cannot-print = kan de uitkomst niet schrijven: { $reason }
cli-advice-not-found = kijk of de naam klopt; paden gelden vanaf de map waarin u nu bent
cli-advice-not-readable = vraag de eigenaar om leesrechten, of kijk ernaar met: ls -l { $path }
cli-advice-not-writable = kies een map waarin u wel mag schrijven
cli-advice-disk-full = maak ruimte en probeer het opnieuw; er is niets half geschreven
cli-too-large = { $path } is groter dan { $limit } MB, en dat is geen brief
cli-advice-too-large = noem zo’n bestand zelf om het toch te controleren: griffier check { $path }
cli-stdin = de standaardinvoer
cli-advice-folder = een map controleert u met: griffier check { $path }
usage-form-day = schrijf een dag zo: 2025-02-15
usage-form-dossier = schrijf een dossier zonder spatie: 29000
usage-form-session = schrijf een vergaderjaar zo: 2010-2011
cli-not-text = { $path } is geen tekst: byte { $at } komt in geen tekst voor
cli-advice-not-text = maak er eerst tekst van, bijvoorbeeld met pdftotext, of bewaar het in Word als tekst zonder opmaak

## cite

cli-reads-stdin = leest van het toetsenbord; sluit af met Ctrl-D
cli-no-citations = geen verwijzingen gevonden
cite-no-words-in-style = (niet in deze stijl te schrijven met wat hier staat)

## Wat een controle opleverde

report-error = fout
report-warning = waarschuwing
report-info = opmerking
report-hint = hint
report-help = hulp
report-errors = { $count ->
    [one] 1 fout
   *[other] { $count } fouten
}
report-warnings = { $count ->
    [one] 1 waarschuwing
   *[other] { $count } waarschuwingen
}
report-infos = { $count ->
    [one] 1 opmerking
   *[other] { $count } opmerkingen
}
report-hints = { $count ->
    [one] 1 hint
   *[other] { $count } hints
}
report-and = { $before }, { $part }
report-summary = { $letters ->
    [one] 1 brief nagekeken: { $findings }.
   *[other] { $letters } brieven nagekeken: { $findings }.
}
report-nothing = { $letters ->
    [one] 1 brief nagekeken: niets op aan te merken.
   *[other] { $letters } brieven nagekeken: niets op aan te merken.
}

## explain

explain-wrong = Fout:
explain-right = Goed:
explain-setting = Uit te zetten in griffier.toml (of zet er hint, info, warning of error):
explain-setting-on = Aan te zetten in griffier.toml (of zet er hint, info, warning of error):
explain-off = uit
explain-needs-letters = Deze regel zwijgt over stukken waarvan alleen bekend is dat ze bestaan: hij leest hun brief in de werkmap, of een lijst die meer van ze vertelt.
explain-needs-catalogue = Deze regel zwijgt zolang er geen lijst is van wat er bestaat: haal er een op met griffier catalogue fetch.
explain-unknown = er is geen regel { $code }
explain-unknown-advice = griffier explain noemt alle regels

## schema

schema-unknown = er is geen vorm { $name }

## init

init-done = { $path } is gemaakt; alles staat er als commentaar in.
init-exists = { $path } bestaat al en blijft zoals het is
init-exists-advice = wijzig het bestand zelf, of geef met --root een andere map
init-intro =
    De instellingen van Griffier voor deze map en alles daaronder.
    Wat hier als commentaar staat, doet niets: haal het # weg om het te laten gelden.
    Alle instellingen en hun waarden: griffier schema griffier.toml
init-language = De taal van meldingen: "nl" of "en".
init-letters = Waar de brieven staan: mappen of patronen. Zonder deze regel is dat de hele map.
init-catalogue =
    Een lijst van wat er bestaat: officiële nummers, een per regel, ook als .gz of .xz.
    De dekking (coverage) zegt waarin de lijst volledig is. Alleen daarbinnen geeft Griffier
    een waarschuwing over een stuk dat er niet in staat.
init-findings = Wat er van verwijzingen gezegd wordt, en hoe luid.
init-style = De stijl van verwijzen: "kamer", "leidraad" of "aanwijzingen".
init-severity =
    Per regel: "off", "hint", "info", "warning" of "error".
    griffier explain noemt de regels.

## check

cli-reading-letters = Leest de brieven van de werkmap
cli-root-no-folder = { $path } is geen map, en de werkmap moet er een zijn
check-progress = Controleert brieven
check-explain = Uitleg bij een code: griffier explain { $code }
check-no-lists = zonder lijst is niet nagegaan of de stukken bestaan; haal er een op met griffier catalogue fetch

## show

show-no-paper = “{ $text }” is geen stuk
show-no-paper-advice = schrijf bijvoorbeeld kst-29521-385, 29521 of "Kamerstuk 29 521, nr. 385"

## config

config-head = De instellingen die gelden in { $root }
config-from = uit { $origin }
config-default = standaard

## catalogue

catalogue-none = er zijn geen lijsten van wat er bestaat
catalogue-none-advice = haal er een op met griffier catalogue fetch, of voeg een eigen lijst toe met griffier catalogue add
catalogue-refresh = bijwerken: griffier catalogue fetch
catalogue-heading = { $path } (uit { $origin })
catalogue-papers = { $count ->
    [one] 1 stuk
   *[other] { $count } stukken
}
catalogue-records = { $count ->
    [one] van 1 stuk of dossier ook titel, soort, datum of afzender
   *[other] van { $count } stukken en dossiers ook titel, soort, datum of afzender
}
catalogue-claims-nothing = volledig: nergens in, dus wat ontbreekt kan toch bestaan
catalogue-claims-all = volledig: { $family }, t/m { $until }
catalogue-claims-from-dossier = volledig: { $family } vanaf dossier { $from }, t/m { $until }
catalogue-claims-from-session = volledig: { $family } vanaf vergaderjaar { $from }, t/m { $until }
catalogue-repeated = { $count ->
    [one] 1 regel herhaalt een eerdere
   *[other] { $count } regels herhalen een eerdere
}
catalogue-highest = hoogste dossier: { $dossier }
catalogue-compiled = in de cache: in orde
catalogue-not-compiled = in de cache: nog niet; dat gebeurt bij het eerste gebruik
catalogue-bad-line = regel { $line } is geen kenmerk: “{ $text }”
catalogue-bad-record = regel { $line } is geen record, of heeft geen geldige “identifier”: “{ $text }”
catalogue-bad-value = regel { $line }: de waarde van “{ $key }” is niet te begrijpen; de rest van de regel telt
catalogue-bad-lines = { $count ->
    [one] en nog 1 regel waaraan iets mankeert
   *[other] en nog { $count } regels waaraan iets mankeert
}
catalogue-compiled-damaged = de bewerkte vorm { $path } is beschadigd; bij het eerste gebruik wordt een nieuwe gemaakt
catalogue-compiled-unreadable = kan de bewerkte vorm { $path } niet lezen: { $reason }
catalogue-added = toegevoegd aan { $path }: { $papers }
catalogue-added-bad-lines = niet iedere regel is te begrijpen; griffier catalogue verify toont de eerste
catalogue-already = deze lijst staat al in { $path }
catalogue-otherwise = { $list } staat al in { $path }, met een andere dekking
catalogue-otherwise-advice = wijzig coverage in dat bestand
catalogue-no-home = dit systeem heeft geen map voor uw eigen instellingen
catalogue-no-home-advice = geef --workspace om de lijst in griffier.toml van de werkmap te zetten
catalogue-not-within = { $list } ligt buiten de werkmap { $root }, en daar leest een werkmap niet
catalogue-not-within-advice = laat --workspace weg, of zet de lijst in de werkmap
catalogue-settings-broken = { $path } is geen geldige TOML; er is niets gewijzigd
catalogue-settings-broken-advice = herstel eerst wat griffier config meldt
catalogue-settings-closed = in { $path } staan de lijsten op een wijze waaronder niets kan worden toegevoegd; er is niets gewijzigd
catalogue-settings-closed-advice =
    zet er zelf een lijst bij die overeenkomt met
    { $table }

## doctor

doctor-version = versie
doctor-root = werkmap
doctor-settings = instellingen
doctor-own-settings = eigen instellingen
doctor-language = taal
doctor-letters = brieven
doctor-lists = lijsten
doctor-cache = cache
doctor-editors = editors
doctor-text = { $text }
doctor-file = { $path }
doctor-no-file = { $path } (is er niet; dat hoeft ook niet)
doctor-letters-count = { $count }
doctor-no-lists = geen; haal er een op met griffier catalogue fetch
doctor-lists-refresh = bijwerken: griffier catalogue fetch
doctor-list = { $name }: { $papers }, volledig t/m { $until }
doctor-list-incomplete = { $name }: { $papers }, nergens volledig in
doctor-editors-hint =
    Neovim: zet editors/nvim in runtimepath en roep vim.lsp.enable('griffier') aan
    Visual Studio Code: installeer de extensie; vindt die griffier niet, stel dan griffier.server.path in
doctor-cache-none = dit systeem heeft geen map voor de cache; noem er een in GRIFFIER_CACHE_DIR
doctor-cache-unwritable = kan niet schrijven in de cache { $path }: { $reason }
doctor-well = alles is in orde
doctor-unwell = het bovenstaande verdient aandacht

## measure

measure-no-column = de tabel heeft geen kolom { $name }
measure-rows = rijen
measure-complete = volledig
measure-extra = te veel
measure-missed = gemist
measure-alone = op zichzelf
measure-sentence = in een zin
measure-all = samen
measure-expected = verwacht
measure-found = gevonden

## index

index-progress = Leest brieven
index-verify-progress = Vergelijkt de index met de brieven
index-done =
    { $letters ->
        [one] een brief
       *[other] { $letters } brieven
    }{ "" } in de index, met { $citations ->
        [one] een verwijzing
       *[other] { $citations } verwijzingen
    }; { $read ->
        [0] er was niets veranderd
        [one] een brief is gelezen
       *[other] { $read } brieven zijn gelezen
    }
index-stats-file = index
index-stats-size = grootte
index-stats-letters = brieven
index-stats-letters-text = { $count }, waarvan { $papers } met een kenmerk; samen { $size }
index-stats-citations = verwijzingen
index-stats-citations-text =
    { $count }, naar { $papers ->
        [one] een stuk
       *[other] { $papers } stukken
    }
index-stats-unresolved = niet gevonden
index-stats-unresolved-text =
    { $count ->
        [one] een verwijzing
       *[other] { $count } verwijzingen
    }{ $unverifiable ->
        [0] { "" }
       *[other] ; van nog { $unverifiable } kan niets gezegd worden, omdat geen lijst zo ver reikt
    }
index-stats-age = leeftijd
index-stats-age-text = gemaakt { $made }, voor het laatst veranderd { $changed }
index-stats-catalogue = lijst
index-rebuild-advice = maak de index opnieuw met: griffier index --rebuild
index-flaw-whole = een deel van de index is beschadigd
index-flaw-damaged = { $path }: wat hiervan in de index staat is beschadigd
index-flaw-differs = { $path }: de index zegt iets anders dan de brief, die niet veranderd is
index-flaw-changed = { $path }: de brief is veranderd nadat hij gelezen is
index-flaw-gone = { $path }: de brief is weg
index-flaw-unreadable = { $path }: de brief is niet meer te lezen
index-flaw-new = { $path }: de brief staat nog niet in de index
index-flaws-more = en nog { $count } meldingen
index-verified = { $letters } brieven en { $citations } verwijzingen vergeleken: de index klopt
index-at-fault = { $letters } brieven en { $citations } verwijzingen vergeleken: de index klopt niet
index-behind = { $letters } brieven en { $citations } verwijzingen vergeleken: de index loopt achter
index-update-advice = werk de index bij met: griffier index
index-unwritable = kan de index niet bijwerken in { $folder }: { $reason }
index-unverified = kan de index niet vergelijken in { $folder }: { $reason }
size-kilobytes = { $count } kB
size-megabytes = { $whole },{ $tenths } MB
ago-moments = zojuist
ago-minutes =
    { $count ->
        [one] een minuut geleden
       *[other] { $count } minuten geleden
    }
ago-hours =
    { $count ->
        [one] een uur geleden
       *[other] { $count } uur geleden
    }
ago-days =
    { $count ->
        [one] een dag geleden
       *[other] { $count } dagen geleden
    }

## Help: griffier annotate

help-annotate = Maakt, toont en bewaakt notities bij brieven
help-annotate-examples =
    griffier annotate add brief.md --quote "zeg ik u toe" --tag toezegging
      maakt een notitie bij een passage
    griffier annotate list brieven --tag toezegging --open
      toont de toezeggingen die nog open zijn
    griffier annotate export brief.md -o brief.html
      maakt een pagina van de brief met de notities in de marge
help-annotate-add = Maakt een notitie bij een passage of bij een hele brief
help-annotate-add-file = De brief
help-annotate-add-quote = De woorden van de passage; zonder: bij de hele brief
help-annotate-add-prefix = Wat ervoor staat, als die woorden vaker voorkomen
help-annotate-add-suffix = Wat erachter staat, als die woorden vaker voorkomen
help-annotate-add-tag = Een label; mag vaker
help-annotate-add-body = De tekst van de notitie, in Markdown
help-annotate-add-link = Een stuk dat erbij hoort, in iedere schrijfwijze; mag vaker
help-annotate-add-reply-to = Het kenmerk van de notitie waarop dit een antwoord is
help-annotate-add-question = De notitie is een vraag
help-annotate-add-creator = Wie de notitie maakt (anders de instelling annotation.creator, anders de naam in git)
help-annotate-add-format = Een regel om te lezen (human) of JSON (json)
help-annotate-add-examples =
    griffier annotate add brief.md --quote "voor de zomer" --tag termijn --body "1 juli"
      maakt een notitie met een label en een tekst
    griffier annotate add brief.md --quote "de motie" --prefix "Ik ontraad"
      kiest uit plaatsen met dezelfde woorden

      Afsluitcode: 0 als de notitie gemaakt is, 2 als de woorden er niet of vaker staan.
help-annotate-list = Toont de notities bij brieven
help-annotate-list-paths = Brieven en mappen met brieven (anders alle brieven van de werkmap)
help-annotate-list-format = Regels om te lezen (human), JSON (json) of een tabel voor een rekenblad (csv)
help-annotate-list-tag = Alleen met dit label; mag vaker
help-annotate-list-person = Alleen van wie zo heet, of wiens naam dit bevat; mag vaker
help-annotate-list-state = Alleen in deze toestand: op haar plaats (anchored), verplaatst (moved), met gewijzigde woorden (approximate), meer plaatsen mogelijk (ambiguous) of zoek (orphaned); mag vaker
help-annotate-list-resolved = Alleen wat afgehandeld is
help-annotate-list-open = Alleen wat nog open is
help-annotate-list-since = Alleen van deze dag of later
help-annotate-list-until = Alleen van deze dag of eerder
help-annotate-list-paper = Alleen met een verwijzing naar dit stuk of dossier; mag vaker
help-annotate-list-words = Alleen met dit woord in tekst, label of passage; mag vaker
help-annotate-list-examples =
    griffier annotate list --tag toezegging --open
      toont de toezeggingen die nog open zijn
    griffier annotate list brieven/2025 --state orphaned
      toont de notities waarvan de passage zoek is
    griffier annotate list --format csv > notities.csv
      maakt een tabel die Excel opent
help-annotate-reanchor = Legt notities vast op de plaats waar hun passage nu staat, waar dat zeker is
help-annotate-reanchor-paths = Brieven en mappen met brieven (anders alle brieven van de werkmap)
help-annotate-reanchor-dry-run = Toont alleen wat er zou veranderen
help-annotate-reanchor-examples =
    griffier annotate reanchor --dry-run
      toont wat er van iedere verplaatste notitie bekend is
help-annotate-check = Kijkt na of notities en hun bestanden in orde zijn
help-annotate-check-paths = Brieven en mappen met brieven (anders alle brieven van de werkmap)
help-annotate-check-fix = Verbetert wat zeker is
help-annotate-check-examples =
    griffier annotate check
      noemt notities die verplaatst of zoek zijn, en bestanden die niet kloppen

      Afsluitcode: 0 als er niets mis is, 1 als er iets mis is,
      2 als er iets niet gelezen kon worden.
help-annotate-export = Geeft brieven met hun notities als pagina, tabel of JSON-LD
help-annotate-export-paths = Brieven en mappen met brieven (anders alle brieven van de werkmap)
help-annotate-export-format = Een pagina om te lezen en af te drukken (html), een tabel (csv) of W3C-annotaties (jsonld)
help-annotate-export-output = Het bestand (anders de standaarduitvoer)
help-annotate-export-tag = Alleen met dit label; mag vaker
help-annotate-export-person = Alleen van wie zo heet, of wiens naam dit bevat; mag vaker
help-annotate-export-state = Alleen in deze toestand: anchored, moved, approximate, ambiguous of orphaned; mag vaker
help-annotate-export-resolved = Alleen wat afgehandeld is
help-annotate-export-open = Alleen wat nog open is
help-annotate-export-since = Alleen van deze dag of later
help-annotate-export-until = Alleen van deze dag of eerder
help-annotate-export-paper = Alleen met een verwijzing naar dit stuk of dossier; mag vaker
help-annotate-export-words = Alleen met dit woord in tekst, label of passage; mag vaker
help-annotate-export-examples =
    griffier annotate export brief.md -o brief.html
      maakt een pagina van de brief met de notities in de marge
    griffier annotate export brieven --format csv -o notities.csv
      maakt een tabel van alle notities in een map

## griffier annotate

annotate-says-nothing = een notitie zonder tekst, label en stuk zegt niets
annotate-advice-says-nothing = geef --body, --tag of --link
annotate-no-note = die notitie is er niet bij deze brief
annotate-advice-no-note = griffier annotate list --format json toont de kenmerken
annotate-tag-unknown = “{ $tag }” is geen label van deze werkmap, en andere zijn hier niet toegestaan (annotation.closed)
annotate-advice-tag-unknown = kies uit: { $tags }
annotate-quote-absent = die woorden staan niet zo in { $path }
annotate-advice-quote-absent = neem ze letterlijk over; spaties en regeleinden tellen niet mee
annotate-quote-ambiguous = die woorden staan { $count } keer in { $path }
annotate-advice-quote-ambiguous = zeg met --prefix of --suffix wat ervoor of erachter staat
annotate-none = Geen notities.
annotate-exported = Geschreven: { $path }
annotate-reanchored =
    { $moved ->
        [one] Eén notitie vastgelegd op haar nieuwe plaats
       *[other] { $moved } notities vastgelegd op hun nieuwe plaats
    }, { $lost } zoek of onzeker.
annotate-would-reanchor =
    { $moved ->
        [one] Eén notitie zou vastgelegd worden op haar nieuwe plaats
       *[other] { $moved } notities zouden vastgelegd worden op hun nieuwe plaats
    }, { $lost } zoek of onzeker.
annotate-checked =
    { $count ->
        [one] Eén notitie nagekeken
       *[other] { $count } notities nagekeken
    }: { $wrong ->
        [0] niets mis.
        [one] één keer iets mis.
       *[other] { $wrong } keer iets mis.
    }
annotate-check-renamed = deze brief is er niet meer, en { $letter } is er gelijk aan; griffier annotate check --fix neemt de notities mee
annotate-check-taken-along = deze brief heet nu { $letter }; de notities zijn meegegaan
annotate-check-empty = de passage van deze notitie is leeg
annotate-check-disagree = plaats en woorden van deze notitie spreken elkaar tegen; “{ $quote }” staat hier (griffier annotate check --fix legt dat vast)
annotate-check-unread = de passage van deze notitie is aangewezen op een manier die Griffier niet kent; wijs haar in een editor opnieuw aan
annotate-check-answers-nothing = dit is een antwoord op een notitie die er niet meer is
annotate-check-conflict = deze notitie is op twee plaatsen tegelijk veranderd; dit is de andere versie: haal weg wat niet blijft
annotate-check-moved = “{ $quote }” staat nu hier; griffier annotate reanchor legt dat vast
annotate-check-approximate = de woorden hier zijn veranderd; de notitie hoorde bij “{ $quote }”
annotate-check-ambiguous = “{ $quote }” kan op meer plaatsen bedoeld zijn
annotate-check-tag-spelled = het label “{ $tag }” heet hier “{ $meant }”; griffier annotate check --fix schrijft dat zo
annotate-check-tag-unknown = “{ $tag }” is geen label van deze werkmap
annotate-check-orphaned = “{ $quote }” is niet meer te vinden
