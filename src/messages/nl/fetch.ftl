### Ophalen bij de officiële diensten

## Wat er mis kan gaan

fetch-unreachable = { $host } is niet te bereiken: { $reason }
fetch-timed-out = { $host } antwoordt niet binnen { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } seconden
}
fetch-certificate = { $host } kan niet aantonen dat het { $host } is: { $reason }
fetch-status = { $host } kan het verzoek niet beantwoorden (status { $status })
fetch-not-found = { $address } bestaat niet
fetch-wait = { $host } vraagt om { $minutes ->
    [one] { $minutes } minuut
   *[other] { $minutes } minuten
} rust
fetch-elsewhere = { $host } verwijst door naar { $to }, en dat adres staat niet in uw instellingen
fetch-wrong-type = { $host } antwoordt met iets anders dan gevraagd ({ $given })
fetch-too-large = het antwoord van { $host } is groter dan { $limit } MB
fetch-cut = het antwoord van { $host } breekt af
fetch-diagnostic = { $host } begrijpt de vraag niet: { $said }
fetch-not-understood = het antwoord van { $host } is niet te begrijpen
fetch-stopped = het ophalen is gestopt
fetch-disk = kan { $path } niet lezen of schrijven: { $reason }
fetch-bad-address = “{ $address }” is geen adres dat met http:// of https:// begint
fetch-bad-proxy = “{ $proxy }” is geen adres van een proxy
fetch-no-certificates = in { $path } staat geen certificaat (PEM)
fetch-damaged = de eerder opgehaalde lijst { $path } is beschadigd
fetch-busy = een andere griffier is al aan het ophalen
fetch-no-folder = dit systeem heeft geen map voor gegevens van programma’s
fetch-advice-connection = controleer de verbinding en, als u die nodig hebt, de proxy: fetch.proxy in uw eigen instellingenbestand
fetch-advice-certificate = tekent uw netwerk zelf, noem dan het certificaat daarvan in uw eigen instellingenbestand: fetch.certificates
fetch-advice-address = controleer de adressen onder [fetch] in uw eigen instellingenbestand; staan die goed, probeer het dan later opnieuw
fetch-advice-later = probeer het later opnieuw
fetch-advice-newer = de dienst is misschien veranderd; kijk of er een nieuwere griffier is
fetch-advice-busy = wacht tot die klaar is, en geef de opdracht dan opnieuw
fetch-advice-damaged = haal alles opnieuw op met: griffier catalogue fetch --rebuild
fetch-advice-settings = pas dit aan onder [fetch] in uw eigen instellingenbestand; griffier config toont waar dat staat

## griffier catalogue fetch

fetch-progress = stukken
fetch-goes-on = gaat verder waar het ophield: { $done } van de { $of } delen zijn er al
fetch-interrupted = gestopt; wat er al is, blijft bewaard, en dezelfde opdracht gaat daar verder
fetch-kept = wat er al is, blijft bewaard, en dezelfde opdracht gaat daar verder
fetch-done = { $new ->
    [0] geen nieuwe
   *[other] { $new } nieuwe
}, { $changed ->
    [0] geen gewijzigde
   *[other] { $changed } gewijzigde
}; de lijst telt nu { $papers } ({ $path })
fetch-done-advice = de lijst geldt in al uw werkmappen; herhaal deze opdracht om haar bij te werken. Stukken verschijnen soms pas twee weken na hun datum, dus zo lang telt hun ontbreken niet
fetch-not-understood-count = { $count ->
    [one] { $count } stuk is weggelaten, omdat het kenmerk een onbekende vorm heeft
   *[other] { $count } stukken zijn weggelaten, omdat het kenmerk een onbekende vorm heeft
}
fetch-short = van { $family } kwamen { $records } van de { $count } stukken, dus wat ontbreekt kan toch bestaan; haal later opnieuw op
fetch-would = { $family }: { $count ->
    [one] { $count } stuk
   *[other] { $count } stukken
}
fetch-would-take = dat zijn ongeveer { $requests ->
    [one] { $requests } verzoek
   *[other] { $requests } verzoeken
}, in { $minutes ->
    [one] een minuut
   *[other] { $minutes } minuten
} of meer; er is nu alleen gevraagd hoeveel er is

## griffier fetch

fetch-action = { $paper } ophalen
fetch-action-progress = { $paper } ophalen
fetch-papers-progress = stukken
fetch-papers-interrupted = gestopt; wat er al is, blijft staan, en dezelfde opdracht haalt de rest op
fetch-paper-would = { $paper }
fetch-papers-would = { $count ->
    [one] { $count } stuk zou worden opgehaald en komen in { $folder }; er is niets gevraagd of geschreven
   *[other] { $count } stukken zouden worden opgehaald en komen in { $folder }; er is niets gevraagd of geschreven
}
fetch-paper-failed = { $paper }: { $reason }
fetch-kept-copy = { $paper } is vervangen; van uw eigen tekst staat een kopie in { $path }
fetch-papers-done = { $new ->
    [0] geen nieuwe
   *[other] { $new } nieuwe
}, { $replaced } vervangen, { $unchanged } ongewijzigd, { $failed } niet opgehaald; in { $folder }
fetch-no-text = hiervan is geen tekst op te halen
fetch-no-such-paper = de officiële publicaties hebben hiervan geen tekst (XML); oudere stukken en bijlagen zijn er alleen als PDF
fetch-other-paper = wat de dienst geeft, is een ander stuk: { $other }
fetch-edited = { $path } is bewerkt en blijft zoals het is; met --force wordt het vervangen, en dan blijft er een kopie
fetch-not-placed = { $path } kan daar niet worden geschreven; kies met --into een andere map
fetch-dossier-unknown = van dossier { $dossier } is geen stuk bekend
fetch-dossier-unknown-advice = haal eerst de lijst van dat dossier op: griffier catalogue fetch --dossier { $dossier }
