### Bevindingen: herstellen, zwijgen, en de uitleg van de regels

## Wat er niet gezegd hoeft te worden

silenced-no-place = een [[place]] noemt tenminste `letter` en `rule`
silenced-no-text = `{ $key }` moet een tekst zijn
silenced-head = Plaatsen in brieven waarover Griffier zwijgt. Zonder reden is een regel gauw een raadsel: reason = "…" mag erbij.
baseline-missing = { $path } is er niet; griffier check --write-baseline { $path } maakt het
baseline-line = deze regel is er geen van een lijst van bekende bevindingen; griffier check --write-baseline maakt zo’n lijst opnieuw
baseline-head = Bekende bevindingen, waarover Griffier zwijgt. Gemaakt door griffier check --write-baseline.
baseline-written = { $count ->
    [one] 1 bevinding staat nu in { $path } en wordt niet meer gemeld.
   *[other] { $count } bevindingen staan nu in { $path } en worden niet meer gemeld.
}

## griffier check

check-stdin-alone = - staat voor de standaardinvoer en gaat niet samen met andere paden
check-baseline-line = regel { $line } van { $path } is er geen van een lijst van bekende bevindingen
check-changed = { $path } is intussen veranderd en daarom niet hersteld
check-unclean = { $path } bevat tekens die bij het schrijven verloren gaan, en is daarom niet hersteld
check-unencodable = { $path } kan in zijn tekenset niet bevatten wat er moet komen, en is daarom niet hersteld
check-mended = { $findings ->
    [0] Niets te herstellen dat zeker is.
    [one] 1 bevinding hersteld in { check-in-letters }.
   *[other] { $findings } bevindingen hersteld in { check-in-letters }.
}
check-would-mend = { $findings ->
    [0] Niets te herstellen dat zeker is.
    [one] Met --fix wordt 1 bevinding hersteld in { check-in-letters }.
   *[other] Met --fix worden { $findings } bevindingen hersteld in { check-in-letters }.
}
check-in-letters = { $letters ->
    [one] 1 brief
   *[other] { $letters } brieven
}
check-idle-ignore = findings.ignore laat { $paths } met rust ({ $rules }), maar daar is niets meer over te zeggen; haal het weg
check-idle-place = griffier.silenced.toml, regel { $line }: over “{ $words }” in { $letter } heeft { $rule } niets meer te zeggen; haal het weg

help-check-fix = Herstelt wat zeker is, in de brieven zelf; met - op de standaarduitvoer
help-check-diff = Toont wat --fix zou veranderen, en verandert niets
help-check-select = Alleen deze regels of groepen van regels: form, existence, sense, letter
help-check-ignore = Zonder deze regels of groepen van regels
help-check-baseline = Zwijgt over wat in dit bestand staat
help-check-write-baseline = Schrijft wat er nu gevonden wordt in een bestand, om er voortaan over te zwijgen
help-check-stdin-filename = Hoe de brief op de standaardinvoer heet

## De pagina over de regels

rules-title = De regels van Griffier
rules-intro = Wat Griffier van een brief kan zeggen, waarom, en hoe het fout en goed eruitziet. Een regel krijgt in `griffier.toml` een ander niveau met `[findings] severity = { "{" } "code" = "hint" { "}" }`, of gaat uit met `"off"`.
rules-group-form = Vorm
rules-group-existence = Bestaan
rules-group-sense = Betekenis
rules-group-letter = De brief zelf
rules-needs-catalogue = heeft een lijst van stukken nodig
rules-needs-letters = heeft gegevens over het aangehaalde stuk nodig
rules-fixes-unsafe = stelt een verbetering voor
rules-fixes-safe = herstelt wat zeker is

## In een editor

fix-all = Alles herstellen wat zeker is ({ $count })
rewrite-style = Schrijven als “{ $words }” ({ $style })
rewrite-expand = Uitschrijven als “{ $words }”
rewrite-contract = Samenvoegen tot “{ $words }”
rewrite-letter = Alle verwijzingen schrijven in de stijl van { $style } ({ $count })
supplement-number = Nummer toevoegen: { $paper }
supplement-session = Vergaderjaar { $session } toevoegen
silence-place = Zwijg hierover op deze plaats
silence-letter = Zwijg hierover in deze brief ({ $rule })
silence-rule = Zet deze regel uit in deze werkmap ({ $rule })
silence-unsaved = { $path } heeft wijzigingen die nog niet bewaard zijn; bewaar het en probeer het opnieuw
silence-not-toml = aan { $path } is niets toe te voegen: er staat iets in dat er niet hoort; herstel dat eerst
silence-unwritten = { $path } is niet te schrijven: { $reason }

help-config-print = Toont de instellingen die gelden
help-config-print-origin = Zegt erbij waar iedere instelling vandaan komt
help-config-print-examples =
    griffier config print
      toont ze als TOML, zonder herkomst
    griffier config print --origin
      toont ze als TOML, met de herkomst van iedere instelling
