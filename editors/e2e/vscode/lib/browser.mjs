// A headless Chromium with one page, which stands in for the window of the editor.

import { chromium } from 'playwright-core';
import { patience } from './patience.mjs';

const SWITCHES = [
  '--no-sandbox', // the tests run as root in a container as well
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: SWITCHES,
  });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
  });
  // The first page of a new user takes longest: everything is made and read for the first time.
  context.setDefaultNavigationTimeout(60_000 * patience);
  return { browser, page: await context.newPage() };
}
