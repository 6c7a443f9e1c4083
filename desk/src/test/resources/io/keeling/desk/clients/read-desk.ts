/** Reads a desk by a client that was generated from its OpenAPI document. */
import { ArticlesApi, Configuration, ExportsApi, FeedsApi, ResponseError } from "./desk";

declare const process: { argv: string[] };

async function main(): Promise<void> {
  const configuration = new Configuration({ basePath: process.argv[2] });
  const articles = new ArticlesApi(configuration);

  const query = { q: "flood", topic: ["coal", "heat"], sort: "newest" as const, limit: 1 };
  const page = await articles.listArticles(query);
  console.log(`found ${page.total}: ${page.items[0].title}`);
  const next = await articles.listArticles({ ...query, cursor: page.next });
  console.log(`next ${next.items[0].title}`);

  const id = next.items[0].id;
  const article = await articles.getArticle({ id });
  const topic = article.topics[0];
  console.log(`article ${article.title}, ${topic.grade} ${topic.id}, ${article.names[0].type}`);
  console.log(`cited as ${(await articles.citeArticle({ id })).permalink}`);
  console.log(`versions ${(await articles.listVersions({ id })).items.length}`);
  console.log(`facet ${(await articles.countFacets({ q: "flood" })).topic[0].count}`);
  const trend = await articles.showTrend({ step: "day" });
  console.log(`trend ${trend.items[0].start.toISOString().slice(0, 10)}`);
  console.log(`completed ${(await articles.complete({ begins: "mar" })).items[0].value}`);
  const table = await new ExportsApi(configuration).exportTable({ topic: ["coal", "heat"] });
  console.log(`lines ${(await table.text()).trimEnd().split("\r\n").length}`);
  console.log(`feed ${(await new FeedsApi(configuration).jsonFeed({ q: "flood" })).items[0].title}`);
  try {
    await articles.listArticles({ q: "topic:" });
  } catch (refusal) {
    console.log(`refused ${(refusal as ResponseError).response.status}`);
  }
}

main();
