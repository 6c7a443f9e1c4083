package io.keeling.bench.search;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.feeds.query.Facet;
import io.keeling.feeds.query.Filters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Saved searches that are made. Stateless; threads may share it. */
final class MadeSearches {

  private static final int TOPICS = 40;

  private MadeSearches() {}

  /** As editors would: words, phrases, names, topics in a country, words without others. */
  static Map<String, Filters> of(MadeArchive archive, int count) {
    Random random = new Random(7);
    Map<String, Filters> searches = new HashMap<>();
    while (searches.size() < count) {
      EnrichedArticle article = archive.article(1_000_000 + searches.size());
      String[] title = article.article().title().split("[^\\p{L}]+");
      String one = title[random.nextInt(title.length)];
      String rare = title[title.length - 1];
      String topic = "topic-" + random.nextInt(TOPICS);
      String country = article.countries().get(0).code();
      Filters filters =
          switch (searches.size() % 6) {
            case 0 -> Filters.NONE.withWords(rare);
            case 1 -> Filters.NONE.withWords("\"" + one + " " + rare + "\" or " + rare);
            case 2 -> Filters.NONE.with(Facet.NAME, List.of(article.names().get(0).text()));
            case 3 ->
                Filters.NONE
                    .with(Facet.TOPIC, List.of(topic))
                    .with(Facet.COUNTRY, List.of(country));
            case 4 -> Filters.NONE.withWords(rare + " -" + one);
            default ->
                Filters.NONE
                    .withWords(rare + " " + one)
                    .with(Facet.CLIMATE, List.of("main", "mention"));
          };
      searches.put("s" + searches.size(), filters);
    }
    return searches;
  }
}
