### The rules: what can be said of a citation, and why

## malformed-dossier

rule-malformed-dossier-what = What stands in the place of a dossier number is not one.
rule-malformed-dossier-why =
    Dossiers have been numbered on since 1945 and have had five digits since the fifties,
    printed in letters of the Kamer with a space before the last three: 29 521. A space in
    another place, or a digit too many or too few, is a typing error, and a reader who
    searches for what is printed finds nothing.
    Source: Aanwijzingen voor de regelgeving, 3.43; the house style of printed letters.

## malformed-toevoeging

rule-malformed-toevoeging-what = What stands behind the dossier number is no chapter or part that it can have.
rule-malformed-toevoeging-why =
    Behind the dossier of a budget stands the chapter in Roman capitals, in their usual
    form: 36 410 IX. The dossiers of the European Councils have two digits: 21 501-02.
    A reader who searches for what is printed finds nothing; without the chapter it is
    another paper.
    Source: the list of official publications; the house style of printed letters.

## malformed-number

rule-malformed-number-what = Behind “nr.” stands what cannot be the number of a paper.
rule-malformed-number-why =
    Within its dossier a paper has a number of at most four digits or, in the Eerste
    Kamer, one or two capitals. Longer ones do not exist: often a digit was typed twice, or
    the number of a footnote has grown onto it.
    Source: the list of official publications.

## backward-range

rule-backward-range-what = A range of numbers runs backwards.
rule-backward-range-why =
    A range names the first and the last paper, and means all papers between them:
    nrs. 7–9. Where the last number is lower than the first, the two are swapped or one is
    mistyped, and nobody can tell which papers are meant.
    Source: the plain reading of a range.

## missing-number

rule-missing-number-what = There is a “nr.” or a page, but no number of a paper.
rule-missing-number-why =
    A dossier often holds hundreds of papers; the number within it says which one is meant.
    It was usually left open in a draft and then forgotten. To cite a whole dossier, leave
    out “nr.” as well: (Kamerstuk 34 986).
    Source: Aanwijzingen voor de regelgeving, 3.43.

## session-year

rule-session-year-what = The session year does not name two consecutive years.
rule-session-year-why =
    A session year runs from September to September and is named after two years that
    follow each other: 2019/20, 2019-2020 or 1999/00. A paper’s number is unique without
    the year, so the paper can still be found; but one of the two years is wrong.
    Source: Aanwijzingen voor de regelgeving, 3.43; Leidraad voor juridische auteurs.

## wrong-kind

rule-wrong-kind-what = A paper is called by the word for another kind.
rule-wrong-kind-why =
    The Handelingen are the record of what was said in a meeting: they have a meeting, an
    item and pages. A dossier with a number is a Kamerstuk. Who looks for it in the
    Handelingen does not find it.
    Source: Aanwijzingen voor de regelgeving, 3.43; Leidraad voor juridische auteurs.

## act-number-order

rule-act-number-order-what = Year and number of a European act stand in the wrong order.
rule-act-number-order-why =
    Since 2015 the year stands first in all acts of the European Union, Verordening (EU)
    2016/679. Earlier regulations have the year last, Verordening (EG) nr. 883/2004, and
    directives have always had it first, Richtlijn 2006/123/EG. This is how the Official
    Journal prints them, and how they are found.
    Source: Interinstitutional Style Guide of the European Union, numbering of acts.

## joint-dossier-order

rule-joint-dossier-order-what = A paper of several dossiers is cited with another dossier first than the one its number counts in.
rule-joint-dossier-order-why =
    A paper can belong to more than one dossier. Its number counts in the dossier that
    stands first at its head, and that one is named first in a citation too:
    Kamerstukken 29 521 en 34 952, nr. 403. This rule speaks where, by the list, the
    dossier named first does not have the number and another one named does.
    Source: the heads of printed papers; the list of official publications.
joint-dossier-order = nr. { $number } counts in dossier { $owner }, not in { $first }: the dossier of the number stands first
fix-joint-dossier-order = Put { $owner } first

## unknown-document

rule-unknown-document-what = The paper is not in the list of what has been published.
rule-unknown-document-why =
    A list says for which dossiers and until which day it is complete. What is absent
    within that was nearly always cited wrongly: two digits swapped, one digit wrong, the
    number of another dossier. That is a warning. A number above the highest of the list
    may have appeared later; it is a warning only in a letter dated before the list’s end,
    and else a hint. Of what no list covers it speaks only where another paper seems to be
    meant: that is a hint too.
    In published papers about one citation in a hundred leads nowhere.
    Source: the list of official publications (officielebekendmakingen.nl).
unknown-document-gap = { $paper } is not in the list (until { $until }), though higher numbers of this dossier are (up to { $highest })
unknown-document-above = { $paper } is not in the list (until { $until }); the highest number of this dossier there is { $highest }
unknown-document-unlisted = { $paper } is not in the list (until { $until })
unknown-document-newer = { $paper } is not in the list yet (until { $until }), which goes up to { $highest } for this dossier
unknown-document-perhaps = { $paper } is not in the list yet (until { $until })
unknown-document-meant = { $finding }; is { $paper } meant?

## unverified-document

rule-unverified-document-what = Whether the paper exists could not be verified.
rule-unverified-document-why =
    No list claims to be complete for this dossier, so that its absence from them means
    nothing. Who wants to know follows the citation. Who often cites old dossiers and has
    no list of them turns this rule off, and the others still count.
    Source: what each list in griffier.toml claims to cover (coverage).
unverified-document = { $paper } could not be verified: no list is complete for this dossier

## malformed-kamer

rule-malformed-kamer-what = What stands in the place of the chamber is not one.
rule-malformed-kamer-why =
    There are two: I is the Eerste Kamer and II the Tweede. The number tells whose paper it
    is too: figures are of the Tweede Kamer and letters of the Eerste.
    Source: Aanwijzingen voor de regelgeving, 3.43; Leidraad voor juridische auteurs.

## wrong-kamer

rule-wrong-kamer-what = The chamber that is named is not that of a paper with such a number.
rule-wrong-kamer-why =
    Within its dossier a paper of the Tweede Kamer has a number and a paper of the Eerste
    Kamer a letter. Before 2010 either had both; of those this rule is silent. The paper is
    found without the chamber, so this is a hint.
    Source: Aanwijzingen voor de regelgeving, 3.43, explanation.
wrong-kamer-eerste = “{ $printed }” is not right: a paper with a letter is of the Eerste Kamer
wrong-kamer-tweede = “{ $printed }” is not right: a paper with a number is of the Tweede Kamer

## missing-part

rule-missing-part-what = Of dossier 21 501 the part that the number counts in is not named.
rule-missing-part-why =
    Dossier 21 501 is of the European Councils, and each formation of the Council has a part
    of two digits: 21 501-02 is General Affairs, 21 501-07 Ecofin. Numbers count within a
    part, so that a number without its part is another paper for each of the Councils.
    Source: the list of official publications; the heads of printed papers.
missing-part = nr. { $number } counts in a part of 21 501, such as 21 501-02: say which

## missing-item

rule-missing-item-what = Of the Handelingen only the meeting is named.
rule-missing-item-why =
    A meeting has dozens of debates. Since January 2011 each item is a publication by
    itself, with pages from 1; before, pages ran through the session, and a debate is known
    by its page. Without these one has to search.
    Source: Aanwijzingen voor de regelgeving, 3.43; Leidraad voor juridische auteurs.
missing-item = name the item too: a meeting has dozens
missing-item-page = name the page too: until 2011 a debate is known by it

## missing-space

rule-missing-space-what = Between two parts of a citation, or beside it, a space is missing.
rule-missing-space-why =
    Everybody reads what is meant, so this is a hint. Text that was extracted from a printed
    page loses spaces at the ends of lines; there this rule is silent. It speaks only in
    Markdown.
    Source: the examples in Aanwijzingen voor de regelgeving, 3.43.
missing-space = a space is missing in “{ $printed }”
fix-insert-space = Insert a space

## unbalanced-parenthesis

rule-unbalanced-parenthesis-what = A parenthesis around a citation has no partner.
rule-unbalanced-parenthesis-why =
    A parenthesis too many or too few is often left when a citation is replaced. In text
    that was extracted from a printed page parentheses end up elsewhere; there this rule is
    silent. It speaks only in Markdown.
    Source: common spelling.
unbalanced-open = this parenthesis is opened and never closed
unbalanced-close = this parenthesis closes nothing
fix-insert-parenthesis = Close the parenthesis
fix-delete-parenthesis = Delete the parenthesis

## keyword-number

rule-keyword-number-what = “Kamerstuk” stands before several papers, or “Kamerstukken” before one.
rule-keyword-number-why =
    Printed letters of the Kamer have the singular before one paper, and the plural before
    several or before one of several dossiers. The Leidraad and the Aanwijzingen always
    write the plural. Which style holds is said by findings.style.
    Source: the house style of printed letters; Aanwijzingen voor de regelgeving, 3.43;
    Leidraad voor juridische auteurs.
keyword-plural = this wants the plural: { $meant }
keyword-singular = this wants the singular: { $meant }

## mixed-styles

rule-mixed-styles-what = A letter cites papers in several styles.
rule-mixed-styles-why =
    The Kamer, lawyers and legislators each write citations in their own way, and each of
    the three is right. Mixed in one letter they read uneasily; usually a piece of text was
    taken from elsewhere. The style of most citations counts as that of the letter.
    Source: the house style of printed letters; Aanwijzingen voor de regelgeving, 3.43;
    Leidraad voor juridische auteurs.
mixed-styles = this is the style of { $own }, while elsewhere the letter has that of { $others }
related-style = here the style is that of { $style }

## style-profile

rule-style-profile-what = A citation is not in the chosen style.
rule-style-profile-why =
    In griffier.toml findings.style chooses the style of the workspace: that of the Kamer,
    of the Leidraad or of the Aanwijzingen. Whoever turns this rule on is shown every
    citation that is written otherwise, with how it should be. None of the three prescribes
    italics, the kind of space or the kind of dash.
    Source: the house style of printed letters; Aanwijzingen voor de regelgeving, 3.43;
    Leidraad voor juridische auteurs.
style-profile = in the style of { $style } this is “{ $wanted }”
style-profile-session = the style of { $style } demands chamber and session year
style-kamer = the Kamer
style-leidraad = the Leidraad voor juridische auteurs
style-aanwijzingen = the Aanwijzingen voor de regelgeving

## unknown-dossier

rule-unknown-dossier-what = The dossier is not in the list of what has been published.
rule-unknown-dossier-why =
    Dossiers are numbered on and on, and a list that is complete from some dossier on has
    nearly every one. What is absent below the highest is nearly always a typing error:
    that is a warning. A higher dossier may have been opened later; it is a warning only in
    a letter dated before the list’s end, and else a hint.
    Source: the list of official publications (officielebekendmakingen.nl).
unknown-dossier = dossier { $dossier } is not in the list (until { $until })
unknown-dossier-newer = dossier { $dossier } is not in the list yet (until { $until })

## unknown-toevoeging

rule-unknown-toevoeging-what = By the list, the dossier has no chapter or part of that name.
rule-unknown-toevoeging-why =
    The chapters of the budget change with the ministries: XIV (agriculture) did not exist
    from 2011 to 2018, and XX is of 2024 only. The dossier of each year has only the
    chapters of that year, and every paper counts in one of them. The papers of a fund may
    count in a chapter; of those this rule speaks only as a hint.
    Source: the list of official publications (officielebekendmakingen.nl).
unknown-toevoeging = { $dossier } has no { $toevoeging } in the list (until { $until }), but { $parts }
unknown-toevoeging-perhaps = the papers of { $dossier } { $toevoeging } could not be verified: they may count in a chapter of { $dossier }

## superseded-version

rule-superseded-version-what = Another paper has taken the place of the one that is cited.
rule-superseded-version-why =
    An amended motion gets a new number and takes the place of the first; who cites the
    first cites what was not voted on. A letter that says itself that the paper was
    replaced, or that is older than the new paper, is left alone.
    Source: what a list with particulars of papers calls “replaced-by”.
superseded-version = { $paper } was replaced by { $other }

## page-beyond-end

rule-page-beyond-end-what = A page is cited that the paper does not have.
rule-page-beyond-end-why =
    A Kamerstuk counts its pages from 1. How many it has is said by the letter itself in the
    workspace, or by a list that tells. Where the cited page lies behind the last, the page
    or the paper is wrong. Attachments count for themselves and are passed over.
    Source: the feet of printed papers.
page-beyond-end = { $paper } has no page { $page }: it has { $pages }

## item-beyond-end

rule-item-beyond-end-what = An item, a meeting or an answer beyond the last one is cited.
rule-item-beyond-end-why =
    The meetings of a session, the items of a meeting and the answers in the Aanhangsel are
    numbered through. Where the row ends in a list before the number cited, and the list
    goes on after it, the number or the session year is wrong. Where the list claims to be
    complete (coverage with family = "h" or "ah") that is a warning, and else a hint.
    Source: the list of official publications (officielebekendmakingen.nl).
item-beyond-end-item = item { $number } is not in the list: meeting { $meeting } goes up to item { $highest } there
item-beyond-end-meeting = meeting { $number } is not in the list: session { $session } ends there with meeting { $highest }
item-beyond-end-answer = nr. { $number } is not in the list: session { $session } ends there with nr. { $highest }

## What rules share

paper-with-title = { $paper } (“{ $title }”)

or = { $before } or { $last }
fix-replace = Replace “{ $old }” with “{ $new }”
fix-suggestion = Replace with { $paper }
related-cited = the letter cites dossier { $dossier } here
related-own-dossier = the letter itself belongs to dossier { $dossier }
date-in-figures = { date-in-words }
date-in-words = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
