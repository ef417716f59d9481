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
