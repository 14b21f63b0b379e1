// What holds on every page of every door: each function lists what it finds wrong.

/** Least size of a target in CSS pixels: WCAG 2.2, 2.5.8. */
const TARGET = 24;
/** Longest line that is still easy to read, in em. */
const LINE = 45;

/** What axe finds, light or dark, small or wide. */
export const axeFound = (sights) =>
  sights.flatMap(({ kind, axe }) =>
    axe.flatMap(({ width, colorScheme, found }) =>
      found.map((violation) => `${kind}, ${width} px, ${colorScheme}: ${violation}`)));

/** What is cut off, scrolls sideways, cannot be touched or runs too long on a screen. */
export function unfitFound(sights, { name, width, letters }) {
  return sights.flatMap(({ kind, screens }) => {
    const found = screens[name];
    const small = found.targets.filter((own) => own.width < TARGET || own.height < TARGET);
    return [
      found.letters !== 16 * letters && `${kind}: letters of ${found.letters} px`,
      found.scrollWidth > width && `${kind}: ${found.scrollWidth} px wide`,
      found.scrollWidth === 0 && `${kind}: nothing is shown`,
      ...found.outside.map((text) => `${kind}: outside of its box: ${text}`),
      ...small.map(({ text }) => `${kind}: too small a target: ${text}`),
      found.longestLine > LINE && `${kind}: a line of ${found.longestLine} em`,
    ].filter(Boolean);
  });
}

/** Pages without one main heading, with a level skipped or an id repeated. */
export function headingsFound(sights) {
  return sights.flatMap(({ kind, headings, ids }) => [
    headings.filter((level) => level === 1).length !== 1 && `${kind}: main headings`,
    headings.some((level, at) => level - (headings[at - 1] ?? 0) > 1) && `${kind}: ${headings}`,
    new Set(ids).size !== ids.length && `${kind}: an id twice in ${ids}`,
  ].filter(Boolean));
}

/** Links that give something away to those they lead to, or lead nowhere known. */
export function looseLinks(sights) {
  return sights.flatMap(({ kind, links }) => links.filter(({ href, rel, target }) => {
    const leaves = /^https?:/.test(href) || href === '/exit' || target !== null;
    const known = /^(https?:\/\/[a-z0-9]|(tel|sms):\+?\d+$|mailto:|\/[a-z]|#[a-z])/.test(href);
    const closed = rel.split(' ').sort().join(' ') === 'noopener noreferrer';
    return !known || (leaves && !closed);
  }).map(({ href }) => `${kind}: ${href}`));
}

/** French sets a no-break space before high punctuation and inside its quotation marks. */
export function looseFrench(text) {
  const high = /.{0,20}[^\u00a0\u202f](?:[!?»;]|:(?!\/\/))(?!\d).{0,10}/gu;
  const open = /«(?![\u00a0\u202f]).{0,20}/gu;
  const other = /.{0,20}(?:'|\.\.\.|"|“|”).{0,10}/gu;
  return [high, open, other].flatMap((loose) => [...text.matchAll(loose)].map(([found]) => found));
}
