// The window of the editor as a user has it before them: keys, the mouse, and what can be read.

import path from 'node:path';
import { patience } from './patience.mjs';

/** Generous: it only counts when something is broken. */
const WITHIN = 20_000 * patience;

export class Window {
  constructor(page) {
    this.page = page;
    page.setDefaultTimeout(WITHIN);
  }

  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
    }
  }

  type(text) {
    return this.page.keyboard.type(text);
  }

  tab(name) {
    return this.page.locator('.tab.active', { hasText: name });
  }

  /** The entry of Griffier in the status bar, by the icon that it shows. */
  status(icon) {
    return this.page.locator(`.statusbar-item:has(.codicon-${icon})`, {
      hasText: 'Griffier',
    });
  }

  /** Opens a file by its name. Enter too early would open the entry that stood there before. */
  async open(name) {
    await this.ask('Control+P', name);
    const exact = new RegExp(`^${name.replaceAll('.', '\\.')}$`);
    await this.page
      .locator('.quick-input-list .monaco-list-row.focused .label-name', {
        hasText: exact,
      })
      .waitFor();
    await this.press('Enter');
    await this.answered();
    await this.tab(name).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Opens the box at the top by its key and writes `words` into it. */
  async ask(key, words) {
    const box = this.page.locator('.quick-input-widget:visible input').first();
    await this.insist(() => this.press(key), box);
    await box.fill(words);
  }

  /** The box is gone, so that keys go to the editor again. */
  answered() {
    return this.page.locator('.quick-input-widget:visible').waitFor({ state: 'detached' });
  }

  /** Puts the cursor at a line and column, both from 1. */
  async goTo({ line, column }) {
    await this.ask('Control+G', `:${line}:${column}`);
    // Enter does nothing as long as the box does not offer to go there.
    await this.page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: String(line) })
      .waitFor();
    await this.press('Enter');
    await this.answered();
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** The line on the screen in which `words` stand; the editor shows a space as U+00A0. */
  line(words) {
    const text = words.split(' ').map((word) => word.replaceAll(/[.()]/g, '\\$&'));
    return this.page.locator('.editor-instance .view-line', {
      hasText: new RegExp(text.join('[ \u00a0]')),
    });
  }

  /**
   * Does `act` until `sign` is seen. An editor that is still being laid out, or whose focus is on its
   * way back from a dialog, loses keys and the mouse, so that they come anew, as from a hand.
   */
  async insist(act, sign) {
    const until = Date.now() + WITHIN;
    for (;;) {
      await act();
      try {
        await sign.waitFor({
          timeout: Math.min(4_000 * patience, Math.max(1, until - Date.now())),
        });
        return sign;
      } catch (late) {
        if (Date.now() > until) {
          throw late;
        }
      }
    }
  }

  /** Rests the mouse on `words` and returns the hover that appears with `shown` in it. */
  hover(words, shown) {
    const hover = this.page.locator('.monaco-hover:visible', { hasText: shown }).first();
    return this.insist(() => this.restOn(words), hover);
  }

  async restOn(words) {
    await this.page.mouse.move(1, 1);
    const box = await this.line(words).evaluate((line, wanted) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) {
        texts.push(walker.currentNode);
      }
      const whole = texts
        .map((node) => node.data)
        .join('')
        .replaceAll('\u00a0', ' ');
      let at = whole.indexOf(wanted) + Math.floor(wanted.length / 2);
      const node = texts.find((text) => at < text.data.length || ((at -= text.data.length), false));
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, words);
    await this.page.mouse.move(box.x, box.y, { steps: 4 });
  }

  /** Closes a hover or a menu that would lie over what comes next. */
  async dismiss() {
    await this.page.mouse.move(1, 1);
    await this.press('Escape');
  }

  /** Runs a command by its title, from the palette. */
  async command(title) {
    await this.find(title);
    await this.press('Enter');
  }

  /** Looks up a command in the palette, ready for Enter. */
  async find(title) {
    const box = this.page.locator('.quick-input-widget:visible');
    const row = this.page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: title })
      .first();
    // A window that has just opened does not know all commands yet, and a list that is open does not follow.
    await this.insist(async () => {
      if (await box.isVisible()) {
        await this.press('Escape');
        await this.answered();
      }
      await this.ask('F1', `>${title}`);
    }, row);
  }

  /** An entry of the list that is offered at the top. */
  choice(words) {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first();
  }

  /** The field at the top, with this in front of it or in it. */
  field(words) {
    return this.page.locator('.quick-input-widget:visible', { hasText: words });
  }

  squiggle() {
    return this.page.locator('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error');
  }

  /** Waits until the editor in front shows `words`, or no longer shows them. */
  async shows(words, state = 'visible') {
    await this.line(words).first().waitFor({ state });
  }

  screenshot(folder, name) {
    return this.page.screenshot({ path: path.join(folder, `${name}.png`) });
  }
}
