"""A Neovim with a screen attached, driven by typed keys over RPC: what a person's fingers do."""

import os
import pathlib
import shutil
import time

import pynvim
import pytest

HERE = pathlib.Path(__file__).parent
PATIENCE = float(os.environ.get("GRIFFIER_E2E_PATIENCE", 1))


class Editor:
    def __init__(self, nvim, workspace):
        self.nvim = nvim
        self.workspace = workspace

    def until(self, what, probe, seconds=15):
        """Waits for an event and gives what it brought."""
        end = time.monotonic() + seconds * PATIENCE
        while time.monotonic() < end:
            value = probe()
            if value:
                return value
            time.sleep(0.01)
        raise AssertionError(f"waited {seconds} s for {what}\n" + "\n".join(self.nvim.current.buffer[:]))

    def type(self, keys):
        self.nvim.input(keys)

    def mode(self):
        return self.nvim.api.get_mode()["mode"]

    def name(self):
        return self.nvim.eval("expand('%:t')")

    def text(self):
        return "\n".join(self.nvim.api.buf_get_lines(0, 0, -1, False))

    def warnings(self):
        return self.nvim.exec_lua(
            "return #vim.diagnostic.get(0, { severity = { min = vim.diagnostic.severity.WARN } })"
        )

    def notes(self):
        return self.nvim.exec_lua("return #require('griffier.notes').of(vim.api.nvim_get_current_buf())")

    def replies(self):
        return self.nvim.exec_lua("""
            local note = require('griffier.notes').of(vim.api.nvim_get_current_buf())[1]
            return vim.tbl_map(function(reply) return reply.body end, note.replies)
        """)

    def float(self):
        """The text of the floating window, or None: one round trip, for it may go at any moment."""
        return self.nvim.exec_lua("""
            for _, win in ipairs(vim.api.nvim_list_wins()) do
              if vim.api.nvim_win_get_config(win).relative ~= '' then
                local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(win), 0, -1, false)
                return table.concat(lines, '\\n')
              end
            end
        """)

    def open(self, name):
        self.nvim.command(f"edit {self.workspace / 'letters' / name}")
        self.until("the server", lambda: self.nvim.exec_lua(
            "local s = require('griffier').status(); return s ~= nil and s.quiescent"))


@pytest.fixture
def start(tmp_path):
    """Starts an editor in the workspace of the test, which is left by one as the next finds it."""
    workspace = tmp_path / "workspace"
    shutil.copytree(HERE / "workspace", workspace)
    running = []

    def run():
        nvim = pynvim.attach("child", argv=[os.environ["E2E_NVIM"], "--embed", "--headless", "-n", "-i", "NONE"])
        nvim.ui_attach(100, 30, rgb=True)
        running.append(nvim)
        return Editor(nvim, workspace)

    yield run
    for nvim in running:
        stop(nvim)


def stop(nvim):
    try:
        nvim.command("qall!")
    except (OSError, EOFError):
        pass  # It hung up, as it should.
    nvim.close()


@pytest.fixture
def editor(start):
    return start()
