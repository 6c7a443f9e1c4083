package io.keeling.bench.search;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.search.NameLabels;
import io.keeling.search.QueryMatcher;
import io.keeling.search.SearchSettings;
import io.keeling.search.Synonyms;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.Vocabulary;
import io.keeling.search.lucene.LuceneEngine;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Saved searches that are made. */
final class MadeSearches {

  private static final int TOPICS = 40;

  private static final int SAMPLE = 500;

  private MadeSearches() {}

  /** Of twice as many those that find least, as nobody is told of thousands of articles a day. */
  static Map<String, Filters> selective(MadeArchive archive, int count) throws IOException {
    Map<String, Filters> all = of(archive, 2 * count);
    Map<String, Integer> found = new HashMap<>();
    try (QueryMatcher matcher =
        new LuceneEngine(Path.of("unused"), settings()).matcher(NameLabels.NONE)) {
      matcher.watch(all);
      for (int i = 0; i < SAMPLE; i++) {
        matcher
            .matches(archive.article(2_000_000 + i), false)
            .forEach(id -> found.merge(id, 1, Integer::sum));
      }
    }
    return all.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, Filters> each) -> found.getOrDefault(each.getKey(), 0))
                .thenComparing(Map.Entry::getKey))
        .limit(count)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** As a desk has them, without the taxonomy. */
  static SearchSettings settings() {
    return new SearchSettings(new ExpressionParser(Vocabulary.ANY), Synonyms.read(null), List.of());
  }

  /** As editors would: words, phrases, names, topics in a country, words without others. */
  static Map<String, Filters> of(MadeArchive archive, int count) {
    Random random = new Random(7);
    Map<String, Filters> searches = new HashMap<>();
    while (searches.size() < count) {
      EnrichedArticle article = archive.article(1_000_000 + searches.size());
      String[] title = article.article().title().split("[^\\p{L}]+");
      String word = title[random.nextInt(title.length)];
      // Not "or", which is no word of a query.
      String one = word.length() < 4 ? "weather" : word;
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
