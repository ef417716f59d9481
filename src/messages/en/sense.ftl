### The rules about the sense of a citation: whether what the letter says of a paper is so

## date-mismatch

rule-date-mismatch-what = The date beside a citation is not that of the paper.
rule-date-mismatch-why =
    To write “de brief van 14 september 2018 (Kamerstuk 29 521, nr. 368)” is to name two
    things that point at one paper. Where they point at two, one is wrong: a digit of the
    number, or the year, above all in January. If the dossier has a paper of that day, it
    may be the one that is meant. Nothing is said of the date of a debate, a report or a
    letter to the minister, which is not that of the paper. Where a list is later by up to
    six weeks, it is a hint: the list may have the day of publication.
    Source: the head of the paper cited; the data of the list.
date-mismatch = { $paper } is of { $known }, not of { $said }: check the number and the date
date-mismatch-meant = { $paper } is of { $known }, not of { $said }; is { $meant } meant?

## session-mismatch

rule-session-mismatch-what = The paper cannot have appeared in the session year that is named.
rule-session-mismatch-why =
    A paper’s number is unique without the session year, so it can be found, but not by
    one who looks under the year; and often the dossier or the number is wrong. Four
    things show that the year cannot be: it begins after the letter; the dossier was
    opened later, as dossiers are numbered on and every budget opens a session; the paper
    is of another year; or a paper with a lower number is later, or one with a higher
    number earlier. What was written in summer may be printed in September.
    Source: the numbers of the budgets; Grondwet, article 65; the dates of the papers.
session-mismatch-future = session { $session } begins after this letter, which was written in { $last }: check which year is meant
session-mismatch-dossier = dossier { $dossier } was opened in { $first } at the earliest, after { $session }: check the year and the dossier
session-mismatch-known = { $paper } is of session { $known }, not { $session }: check the year and the number
session-mismatch-date = { $paper } is of { $date }, not of session { $session }: check the year and the number
session-mismatch-lower = nr. { $number } is of a later session than { $session }, for nr. { $witness } is of { $date }: check the year, the dossier and the number
session-mismatch-higher = nr. { $number } is of an earlier session than { $session }, for nr. { $witness } is of { $date }: check the year, the dossier and the number

## later-document

rule-later-document-what = The letter cites a paper that is later than the letter itself.
rule-later-document-why =
    A letter cannot cite a paper that is not there yet. Usually a digit of the number is
    wrong. Papers that are sent together do cite each other, and a list may have the day
    of publication, so that a few weeks do not count. Where the date of the paper is not
    known, only a much higher number in the dossier of the letter itself says something,
    and that is a hint.
    Source: the dates and numbers of the papers.
later-document = { $paper } is of { $date }, later than this letter of { $own }: check the number
later-document-number = { $paper } was printed later than this letter, { $own }: check the number

## self-citation

rule-self-citation-what = The letter cites itself.
rule-self-citation-why =
    A letter that cites its own number nearly always means another paper: the sentence was
    taken from an earlier draft, or the number is that of this letter instead of the one
    before. Heads and feet of pages do not count.
    Source: the heads of printed papers.
self-citation = the letter cites itself, { $paper }: check which paper is meant

## kind-mismatch

rule-kind-mismatch-what = The paper is of another kind than the letter says.
rule-kind-mismatch-why =
    Who reads “de motie (Kamerstuk 29 521, nr. 412)” and finds a brief cannot tell which
    of the two is meant. Usually the number is that of the brief about the motie, or of
    the motie next to it. Only kinds that nobody confuses are compared: a verslag, nota or
    rapport is often sent with a brief. Where the words before it say that the paper is
    about another one (“de reactie op de motie”), it is a hint.
    Source: the head of the paper cited; the data of the list.
kind-mismatch = { $paper } is a { $is }, not a { $said }: check the number

related-head = the head of { $paper }

## quotation-mismatch

rule-quotation-mismatch-what = The letter cited does not have the words that are quoted from it.
rule-quotation-mismatch-why =
    A quotation with a source can be looked up. Where it reads otherwise there, it was
    copied wrongly, or the citation leads to another paper. Only letters and digits are
    compared: blanks, hyphens, quotation marks and capitals do not count, nor does what
    was left out as (…) or […]. The rule is about quotations of five words or more of
    which it is clear from which paper they are, and only where the text of that paper is
    in the workspace. Words that are nowhere in it may be those of an attachment, which is
    told as information. The rule is off by default.
    Source: the text of the paper cited.
quotation-mismatch = { $paper } does not say “{ $said }” but “{ $there }”
quotation-mismatch-absent = { $paper } does not have these words: check quotation and number

related-passage = the passage in { $paper }
