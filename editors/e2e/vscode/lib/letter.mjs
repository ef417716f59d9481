// A long letter: 200 kB with 1,000 citations of papers that exist and some that do not.

export function bigLetter() {
  const paragraphs = ['Den Haag, 14 april 2020', ''];
  for (let count = 0; count < 500; count++) {
    const number = 360 + (count % 50);
    paragraphs.push(
      `Over onderdeel ${count + 1} is de Kamer eerder ingelicht (Kamerstuk 29 521, nr. ${number}). Wat`,
      'daarna is gebeurd, is met de betrokken landen besproken en leidt niet tot een andere inzet van',
      'mensen of middelen, ook niet in de landen eromheen. Het kabinet blijft dit volgen, met de anderen',
      'die eraan meedoen, en komt er in de volgende voortgangsbrief op',
      `terug, zoals het eerder heeft gedaan (Kamerstukken II 2019/20, 29 521, nr. ${number + 1}, p. 3).`,
      '',
    );
  }
  return paragraphs.join('\n');
}
