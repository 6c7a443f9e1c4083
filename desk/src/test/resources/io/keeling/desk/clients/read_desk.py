"""Reads a desk by a client that was generated from its OpenAPI document."""

import sys

import desk

client = desk.ApiClient(desk.Configuration(host=sys.argv[1]))
articles = desk.ArticlesApi(client)

query = dict(q="flood", topic=["coal", "heat"], sort="newest", limit=1)
page = articles.list_articles(**query)
print(f"found {page.total}: {page.items[0].title}")
following = articles.list_articles(**query, cursor=page.next)
print(f"next {following.items[0].title}")

id = following.items[0].id
article = articles.get_article(id)
topic = article.topics[0]
print(f"article {article.title}, {topic.grade.value} {topic.id}, {article.names[0].type.value}")
print(f"cited as {articles.cite_article(id).permalink}")
print(f"versions {len(articles.list_versions(id).items)}")
print(f"facet {articles.count_facets(q='flood')['topic'][0].count}")
print(f"trend {articles.show_trend(step='day').items[0].start}")
print(f"completed {articles.complete('mar').items[0].value}")
table = desk.ExportsApi(client).export_table(topic=["coal", "heat"])
print(f"lines {len(table.decode('utf-8-sig').splitlines())}")
print(f"feed {desk.FeedsApi(client).json_feed(q='flood').items[0].title}")
try:
    articles.list_articles(q="topic:")
except desk.ApiException as refusal:
    print(f"refused {refusal.status}")
