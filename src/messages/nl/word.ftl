### Word-bestanden

import-word-protected = dit Word-bestand is met een wachtwoord beveiligd: haal het wachtwoord er in Word af (Bestand > Info > Document beveiligen) en bewaar het opnieuw
import-word-no-letter = dit is geen Word-bestand, al is het wel zo ingepakt: bewaar het document in Word als .docx
import-word-damaged = dit Word-bestand is beschadigd ({ $part }): open het in Word, laat het herstellen en bewaar het opnieuw
import-word-too-large = dit Word-bestand is uitgepakt groter dan een brief kan zijn ({ $part } is meer dan { $limit } MB): verdeel het over meer bestanden
import-word-odd = dit Word-bestand zit niet zo in elkaar als Word het maakt ({ $part }): open het in Word en bewaar het opnieuw als .docx
import-word-changes = bijgehouden wijzigingen die nog niet zijn geaccepteerd of geweigerd: { $count }; de brief is gelezen alsof ze zijn geaccepteerd
import-word-comments = opmerkingen in de marge, die niet zijn meegelezen: { $count }
import-word-hidden = verborgen tekst, die niet is meegelezen: { $count } keer
import-word-no-note = noten waarvan het cijfer er staat maar de tekst ontbreekt: { $count }
import-word-inserted = ingevoegde documenten die alleen Word zelf kan openen: { $count }; bewaar de brief opnieuw in Word om ze mee te lezen
import-word-broken-field = velden van Word die niet zijn afgesloten: { $count }; wat erin staat, is misschien niet gelezen

place-text-box = tekstvak { $number }
place-header = kop van de eerste bladzijde
place-row = tabel { $table }, rij { $row }

## Word op de opdrachtregel

cli-word = { $path } is een Word-bestand, en deze opdracht leest alleen brieven als tekst
cli-advice-word = maak er eerst een brief van: griffier import { $path } --into brieven
cli-of-file = { $path }: { $said }
check-word-not-mended = Griffier verandert geen Word-bestanden, ook { $path } niet; er is niets hersteld
check-advice-word = laat --fix of --diff weg, en verbeter het in Word: griffier check { $path }
report-at-place = { $sentence } ({ $place })
