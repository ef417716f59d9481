### Fetching from the official services

## What can go wrong

fetch-unreachable = { $host } cannot be reached: { $reason }
fetch-timed-out = { $host } does not answer within { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}
fetch-certificate = { $host } cannot prove that it is { $host }: { $reason }
fetch-status = { $host } cannot answer the request (status { $status })
fetch-not-found = { $address } does not exist
fetch-wait = { $host } asks for { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} of rest
fetch-elsewhere = { $host } sends us on to { $to }, and that address is not in your settings
fetch-wrong-type = { $host } answers with something else than was asked for ({ $given })
fetch-too-large = the answer of { $host } is larger than { $limit } MB
fetch-cut = the answer of { $host } breaks off
fetch-diagnostic = { $host } does not understand the question: { $said }
fetch-not-understood = the answer of { $host } cannot be understood
fetch-stopped = fetching was stopped
fetch-disk = cannot read or write { $path }: { $reason }
fetch-bad-address = “{ $address }” is no address that begins with http:// or https://
fetch-bad-proxy = “{ $proxy }” is no address of a proxy
fetch-no-certificates = there is no certificate (PEM) in { $path }
fetch-damaged = the list that was fetched before, { $path }, is damaged
fetch-busy = another griffier is fetching already
fetch-no-folder = this system has no folder for the data of programs
fetch-advice-connection = check the connection and, if you need one, the proxy: fetch.proxy in your own file of settings
fetch-advice-certificate = if your network signs for itself, name its certificate in your own file of settings: fetch.certificates
fetch-advice-address = check the addresses below [fetch] in your own file of settings; if they are right, try again later
fetch-advice-later = try again later
fetch-advice-newer = the service may have changed; see whether there is a newer griffier
fetch-advice-busy = wait until it is done, then give the command again
fetch-advice-damaged = fetch everything anew with: griffier catalogue fetch --rebuild
fetch-advice-settings = change this below [fetch] in your own file of settings; griffier config shows where it is

## griffier catalogue fetch

fetch-progress = papers
fetch-goes-on = goes on where it stopped: { $done } of the { $of } parts are there already
fetch-interrupted = stopped; what is there already is kept, and the same command goes on from there
fetch-kept = what is there already is kept, and the same command goes on from there
fetch-done = { $new ->
    [0] none new
   *[other] { $new } new
}, { $changed ->
    [0] none changed
   *[other] { $changed } changed
}; the list now counts { $papers } ({ $path })
fetch-done-advice = the list counts in all your workspaces; repeat this command to bring it up to date. Papers may appear two weeks after their date, so for that long their absence counts for nothing
fetch-not-understood-count = { $count ->
    [one] { $count } paper was left out, since its identifier has an unknown form
   *[other] { $count } papers were left out, since their identifiers have an unknown form
}
fetch-short = of { $family } { $records } of the { $count } papers came, so what is absent may exist all the same; fetch again later
fetch-would = { $family }: { $count ->
    [one] { $count } paper
   *[other] { $count } papers
}
fetch-would-take = that is about { $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
}, in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
} or more; for now it was only asked how much there is

## griffier fetch

fetch-action = Fetch { $paper }
fetch-action-progress = Fetching { $paper }
fetch-papers-progress = papers
fetch-papers-interrupted = stopped; what is there already stays, and the same command fetches the rest
fetch-paper-would = { $paper }
fetch-papers-would = { $count ->
    [one] { $count } paper would be fetched and go to { $folder }; nothing was asked or written
   *[other] { $count } papers would be fetched and go to { $folder }; nothing was asked or written
}
fetch-paper-failed = { $paper }: { $reason }
fetch-kept-copy = { $paper } has been replaced; a copy of your own text is in { $path }
fetch-papers-done = { $new ->
    [0] none new
   *[other] { $new } new
}, { $replaced } replaced, { $unchanged } unchanged, { $failed } not fetched; in { $folder }
fetch-no-text = there is no text of it that could be fetched
fetch-no-such-paper = the official publications have no text (XML) of it; older papers and attachments are there as PDF only
fetch-other-paper = what the service gives is another paper: { $other }
fetch-edited = { $path } was edited and stays as it is; --force replaces it and keeps a copy
fetch-not-placed = { $path } cannot be written there; choose another folder with --into
fetch-dossier-unknown = no paper of dossier { $dossier } is known
fetch-dossier-unknown-advice = fetch the list of that dossier first: griffier catalogue fetch --dossier { $dossier }
