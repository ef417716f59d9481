"""The keys of the documentation, typed: K, Ctrl-], Ctrl-T and gra, with nothing mapped by us."""


def test_k_shows_the_paper_on_both_halves_of_a_broken_citation(editor):
    editor.open("stand-van-zaken.txt")
    for half in ("Kamerstuk $", "29 521, nr\\. 385"):
        editor.type(f"gg/{half}<CR>K")
        shown = editor.until("a hover", editor.float)
        assert "29 521" in shown and "385" in shown
        # Any movement of the cursor closes it.
        editor.type("j")
        editor.until("the hover to go", lambda: editor.float() is None)


def test_ctrl_bracket_jumps_and_ctrl_t_returns(editor):
    editor.open("stand-van-zaken.txt")
    editor.type("gg/29 521, nr\\. 385<CR><C-]>")
    editor.until("the cited letter", lambda: editor.name() == "kst-29521-385.txt")
    editor.type("<C-t>")
    editor.until("the letter", lambda: editor.name() == "stand-van-zaken.txt")


def test_ctrl_bracket_opens_the_page_of_a_listed_paper(editor):
    editor.open("stand-van-zaken.txt")
    editor.type("gg/Kamerstuk 29 521, nr\\. 368<CR><C-]>")
    editor.until("the page", lambda: editor.nvim.eval("bufname()").startswith("griffier://"))
    # Neovim answers us also while it waits for the text of the page.
    editor.until("its text", lambda: "368" in editor.text())
    assert editor.nvim.eval("&modifiable") == 0
    editor.type("<C-o>")
    editor.until("the letter", lambda: editor.name() == "stand-van-zaken.txt")


def test_gra_offers_the_fix_and_the_chosen_one_is_applied(editor):
    editor.open("concept.md")
    editor.until("a warning", lambda: editor.warnings() == 1)
    editor.type("gg/295 21<CR>gra")
    editor.until("a choice", lambda: editor.mode() == "c")
    editor.type("1<CR>")
    editor.until("the mended line", lambda: "(Kamerstuk 29 521, nr. 385), om te" in editor.text())
    editor.until("no warning", lambda: editor.warnings() == 0)
    editor.type(":write<CR>")
    written = editor.workspace / "letters" / "concept.md"
    editor.until("the saved letter", lambda: "295 21" not in written.read_text())


def test_typing_a_citation_marks_it_and_mending_unmarks_it(editor):
    editor.open("stand-van-zaken.txt")
    editor.type("GoZie Kamerstuk 29 521, nr. 9385.<Esc>")
    editor.until("a warning", lambda: editor.warnings() == 1)
    editor.type("/9385<CR>x")
    editor.until("no warning", lambda: editor.warnings() == 0)


def test_omni_completion_offers_the_papers_of_the_dossier(editor):
    editor.open("stand-van-zaken.txt")
    editor.type("GoZie Kamerstuk 29 521, nr. 38<C-x><C-o>")
    words = "return vim.tbl_map(function(item) return item.word end, vim.fn.complete_info({ 'items' }).items)"
    editor.until("the papers", lambda: "385" in editor.nvim.exec_lua(words))
    editor.type("5<Esc>")


def test_an_operator_annotates_and_the_thread_is_answered(editor):
    editor.open("stand-van-zaken.txt")
    editor.nvim.command("nmap ga <Plug>(griffier-annotate)")
    editor.nvim.command("nmap gn <Plug>(griffier-note)")
    editor.type("gg/In deze brief<CR>ga3e")
    # First the tag, then the words; both in the prompts of Neovim itself.
    editor.until("a choice of tags", lambda: editor.mode() == "c")
    editor.type("2<CR>")
    editor.until("the prompt of the words", lambda: editor.mode() == "c" and editor.nvim.eval("getcmdprompt()") == "Notitie (mag leeg): ")
    editor.type("Zie ook de vorige<CR>")
    editor.until("the note", lambda: editor.notes() == 1)
    editor.type("gn")
    editor.until("the thread", lambda: "Zie ook de vorige" in (editor.float() or ""))
    editor.type("gnr")
    editor.until("the prompt of the answer", lambda: editor.nvim.eval("getcmdprompt()") == "Antwoord: ")
    editor.type("Dank<CR>")
    editor.until("the answer", lambda: editor.notes() == 1 and editor.float() is None)
    editor.until("the answer in the thread", lambda: editor.replies() == ["Dank"])


def test_a_selection_is_annotated(editor):
    editor.open("stand-van-zaken.txt")
    editor.nvim.command("xmap ga <Plug>(griffier-annotate)")
    editor.type("gg/Wij verwachten<CR>v2ega")
    editor.until("a choice of tags", lambda: editor.mode() == "c")
    # Closed without a choice, nothing is made.
    editor.type("<Esc>")
    editor.until("the end of the choice", lambda: editor.mode() == "n")
    assert editor.notes() == 0
    editor.type(":'<lt>,'>Griffier annotate ter<Tab><CR>")
    editor.until("the prompt of the words", lambda: editor.nvim.eval("getcmdprompt()") == "Notitie (mag leeg): ")
    editor.type("<CR>")
    editor.until("the note", lambda: editor.notes() == 1)


def test_a_note_is_there_in_the_next_editor(start):
    first = start()
    first.open("stand-van-zaken.txt")
    first.type(":Griffier annotate vraag<CR>")
    first.until("the prompt of the words", lambda: first.nvim.eval("getcmdprompt()") == "Notitie (mag leeg): ")
    first.type("Blijft dit staan?<CR>")
    first.until("the note", lambda: first.notes() == 1)
    first.nvim.command("qall!", async_=True)

    second = start()
    second.open("stand-van-zaken.txt")
    second.until("the note", lambda: second.notes() == 1)
    second.type("gg:Griffier note next<CR>:Griffier note<CR>")
    second.until("its thread", lambda: "Blijft dit staan?" in (second.float() or ""))
