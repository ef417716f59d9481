### corpus

letter-twice = { $path } is net als { $first } stuk { $id }; de tweede telt niet mee als stuk

## Wat het systeem van bestanden zegt

reason-not-found = het bestaat niet
reason-permission = u hebt er de rechten niet voor
reason-disk-full = de schijf is vol
reason-read-only = het staat op een schijf waarop niet geschreven kan worden
reason-folder = het is een map
reason-not-a-folder = het is geen map
reason-exists = het bestaat al
reason-other = { $error }

## Instellingen

config-origin-file = { $path }
config-origin-editor = instellingen van de editor
config-origin-flag = opdrachtregel
config-problem = { $place }: { $message }
config-problem-in-line = { $place }, regel { $line }: { $message }

config-unreadable = kan niet gelezen worden: { $reason }
config-not-utf8 = hier staat een teken dat geen UTF-8 is; sla het bestand op als UTF-8
config-not-toml = geen geldige TOML: `{ $text }`; kijk of aanhalingstekens en haken sluiten
config-not-toml-at-end = geen geldige TOML: hier ontbreekt iets; kijk of aanhalingstekens en haken sluiten
config-twice = dit staat al eerder in het bestand: `{ $text }`
config-editor-no-table = `griffier` moet een groep instellingen zijn, niet { $kind }

config-unknown-key = de instelling `{ $key }` bestaat niet
config-unknown-key-near = de instelling `{ $key }` bestaat niet; bedoelt u `{ $near }`?
config-unknown-rule = in `{ $key }` staat `{ $rule }`, en zo heet geen regel
config-unknown-rule-near = in `{ $key }` staat `{ $rule }`, en zo heet geen regel; bedoelt u `{ $near }`?
config-unknown-value = `{ $key }` kan niet `{ $value }` zijn; kies uit { $possible }
config-unknown-value-near = `{ $key }` kan niet `{ $value }` zijn; bedoelt u `{ $near }`? (mogelijk: { $possible })
config-wrong-kind = `{ $key }` moet { $want } zijn, niet { $kind }
config-wrong-value = `{ $key }` moet { $want } zijn, niet `{ $value }`
config-empty = `{ $key }` is leeg
config-missing-key = in `{ $table }` ontbreekt `{ $key }`
config-no-tags = `{ $key }` hoort niet in een bestand met labels en telt hier niet mee
config-tag-twice = het label `{ $tag }` staat er al, of verschilt er alleen in hoofdletters, spaties of streepjes van; dit tweede telt niet mee
config-tags-missing = het bestand met labels { $path } is er niet
config-outside = `{ $key }` wijst met `{ $path }` buiten de map van deze instellingen; dat mag alleen in uw eigen instellingenbestand

config-want-tag = een naam zonder komma’s, op één regel
config-want-color = een kleur zoals "#1b7837"
config-want-text = een tekst
config-want-texts = een lijst van teksten
config-want-table = een groep instellingen
config-want-tables = een lijst van groepen
config-want-one-of = een van de waarden { $possible }
config-want-dossier = een dossiernummer zonder spatie zoals 29000
config-want-session = een vergaderjaar zoals "2010-2011"
config-want-number = een getal van { $least } tot en met { $most }
config-want-yes-or-no = true of false
config-fetch-not-here = [fetch] geldt alleen in uw eigen instellingenbestand, want een werkmap mag niet bepalen waarheen verzoeken gaan
config-want-day = een dag zoals "2025-02-15"
config-kind-text = een tekst
config-kind-number = een getal
config-kind-day = een dag
config-kind-list = een lijst
config-kind-table = een groep instellingen
config-kind-yes-or-no = waar of onwaar

## Lijsten van wat er bestaat

catalogue-unreadable = kan { $path } niet als lijst gebruiken: { $reason }
catalogue-outside = kan { $path } niet als lijst gebruiken: de koppeling wijst buiten de werkmap; noem het bestand zelf in uw eigen instellingenbestand
catalogue-damaged = het gecomprimeerde bestand is afgebroken of beschadigd
catalogue-too-large = het is groter dan { $limit } MB, en zo groot is geen lijst
catalogue-no-list = er staat geen enkel kenmerk in, zoals kst-29521-385, een per regel
catalogue-lines =
    { $count ->
        [one] in de lijst { $list } is regel { $first } geen kenmerk; die is overgeslagen
       *[other] in de lijst { $list } zijn { $count } regels geen kenmerk, te beginnen bij regel { $first }; die zijn overgeslagen
    }
catalogue-flaws =
    { $count ->
        [one] in de lijst { $list } is van regel { $first } een waarde niet te begrijpen; de rest van die regel telt
       *[other] in de lijst { $list } is van { $count } regels een waarde niet te begrijpen, te beginnen bij regel { $first }; de rest van die regels telt
    }
catalogue-cache-damaged = de bewerkte vorm van de lijst { $list } in de cache was beschadigd en is opnieuw gemaakt
cache-unusable = kan de cachemap { $folder } niet gebruiken: { $reason }; lijsten en brieven worden nu bij elke start opnieuw gelezen

## Brieven

config-idle-letters = bij `{ $written }` staan geen brieven; kijk of het pad klopt
config-idle-exclude = `{ $written }` laat niets weg, want er is niets dat zo heet; kijk of het pad klopt
config-idle-ignore = er is geen brief waarvoor `{ $written }` geldt; kijk of het pad klopt
letters-none = in { $folder } staan geen brieven (bestanden op .txt, .md of .markdown); zet ze daar, of noem bij `corpus.letters` waar ze staan
letters-place = `{ $written }` uit `corpus.letters` kan niet gelezen worden: { $reason }
letters-glob = `{ $written }` uit `corpus.letters` is geen geldig patroon; `*` staat voor een deel van een naam en `**` voor mappen
letters-exclude = `{ $written }` uit `corpus.exclude` is geen geldig patroon; `*` staat voor een deel van een naam en `**` voor mappen
letters-unreadable = kan { $path } niet doorzoeken: { $reason }
letters-outside = { $path } is een koppeling naar buiten de werkmap en wordt niet gelezen; noem de map zelf bij `corpus.letters` in uw eigen instellingenbestand
letters-home = { $path } wordt niet in zijn geheel doorzocht; noem bij `corpus.letters` de mappen waarin brieven staan
letter-unreadable = kan { $path } niet lezen: { $reason }
letter-too-large = { $path } is groter dan { $limit } MB en wordt niet als brief gelezen
letter-not-text = { $path } is geen tekst en wordt niet als brief gelezen
letter-stumbled = bij het lezen van { $path } ging binnen Griffier iets mis; de brief is overgeslagen

## De index van brieven

index-damaged = de index van { $folder } was beschadigd en is opnieuw gemaakt
index-damaged-now = de index is beschadigd; wat hier staat kan onvolledig zijn. Bij de volgende opdracht wordt hij opnieuw gemaakt
index-reason-damaged = de index is beschadigd
index-waits = een ander programma werkt de index bij; daarop wordt gewacht

corpus-more =
    { $count ->
        [one] en nog een melding zoals: { $example }
       *[other] en nog { $count } meldingen zoals: { $example }
    }
