// Draws icon.png: a letter of which one line is underlined, and the citation in it marked.
// A script and not a drawing program's file, so that it can be read, changed and compared.
//
// usage: node scripts/icon.mjs

import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const SIZE = 128;
/** Each pixel is the mean of so many by so many points, which makes the round corners smooth. */
const POINTS = 4;

const [blue, paper, fold, ink, orange] = [
  [31, 61, 92],
  [250, 248, 243],
  [203, 210, 219],
  [150, 160, 172],
  [225, 112, 0],
];

/** Whether a point lies in a rectangle with round corners. */
function inside(x, y, left, top, width, height, radius) {
  const dx = Math.max(left + radius - x, 0, x - (left + width - radius));
  const dy = Math.max(top + radius - y, 0, y - (top + height - radius));
  return Math.hypot(dx, dy) <= radius;
}

/** The colour at a point, or nothing outside the icon. The last shape that covers a point wins. */
function colourAt(x, y) {
  if (!inside(x, y, 0, 0, SIZE, SIZE, 24)) {
    return undefined;
  }
  const folded = x - 76 + (38 - y) > 0 && x >= 76 && y <= 38;
  if (!inside(x, y, 30, 18, 66, 92, 4) || (folded && x - 76 > y - 18)) {
    return blue;
  }
  if (folded) {
    return fold;
  }
  const lines = [
    [40, 34, 28, ink],
    [40, 50, 46, ink],
    [40, 62, 18, ink],
    [62, 60, 24, orange],
    [40, 72, 16, orange],
    [60, 74, 26, ink],
    [40, 86, 46, ink],
    [40, 98, 30, ink],
  ];
  for (const [left, top, width, colour] of lines) {
    const height = colour === orange ? 8 : 4;
    if (inside(x, y, left, top, width, height, 2)) {
      return colour;
    }
  }
  return paper;
}

function pixel(column, row) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let point = 0; point < POINTS * POINTS; point++) {
    const x = column + ((point % POINTS) + 0.5) / POINTS;
    const y = row + (Math.floor(point / POINTS) + 0.5) / POINTS;
    const colour = colourAt(x, y);
    if (colour !== undefined) {
      covered++;
      colour.forEach((part, index) => (sum[index] += part));
    }
  }
  const mean = sum.map((part) => (covered === 0 ? 0 : Math.round(part / covered)));
  return [...mean, Math.round((255 * covered) / (POINTS * POINTS))];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}

const rows = [];
for (let row = 0; row < SIZE; row++) {
  rows.push(0); // no filter
  for (let column = 0; column < SIZE; column++) {
    rows.push(...pixel(column, row));
  }
}
const header = Buffer.alloc(13);
header.writeUInt32BE(SIZE, 0);
header.writeUInt32BE(SIZE, 4);
header.set([8, 6, 0, 0, 0], 8); // 8 bits a part, colour with transparency
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', header),
  chunk('IDAT', deflateSync(Buffer.from(rows), { level: 9 })),
  chunk('IEND', Buffer.alloc(0)),
]);
writeFileSync(new URL('../icon.png', import.meta.url), png);
