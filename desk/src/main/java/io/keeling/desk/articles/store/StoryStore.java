package io.keeling.desk.articles.store;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.articles.diff.Additions;
import io.keeling.desk.articles.diff.Additions.Added;
import io.keeling.desk.articles.store.ArticleRows.Row;
import io.keeling.desk.database.Database;
import io.keeling.search.SearchIndex;
import io.keeling.search.query.Filters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tellings of stories. Threads may share it. */
public final class StoryStore {

  /** Maximum number of tellings read with their texts, earliest first. */
  private static final int MOST = 30;

  /** Maximum number of tellings that are counted. */
  private static final int MOST_COUNTED = 1_000;

  /** How much of a text is compared, in characters. */
  private static final int LONGEST = 50_000;

  private final SearchIndex index;
  private final ArticleRows rows;

  public StoryStore(Database database, SearchIndex index) {
    this.index = index;
    this.rows = new ArticleRows(database);
  }

  /**
   * A telling.
   *
   * @param article with its tags but without text
   * @param added what it adds to the earlier tellings
   */
  public record Telling(EnrichedArticle article, Added added) {}

  /**
   * A story.
   *
   * @param tellings the earliest first
   * @param more number of later tellings that are not included
   */
  public record ToldStory(List<Telling> tellings, int more) {}

  /** A story; empty if no article tells it. */
  public Optional<ToldStory> find(String id) {
    List<String> ids =
        new ArrayList<>(
            index.tellings(Filters.NONE, List.of(id), MOST_COUNTED).getOrDefault(id, List.of()));
    Collections.reverse(ids);
    List<String> shown = ids.subList(0, Math.min(MOST, ids.size()));
    Map<String, Row> found = rows.find(shown, LONGEST);
    Additions additions = new Additions();
    List<Telling> tellings = new ArrayList<>();
    for (String telling : shown) {
      Row row = found.get(telling);
      if (row != null) {
        tellings.add(new Telling(row.article(), additions.next(whole(row))));
      }
    }
    return tellings.isEmpty()
        ? Optional.empty()
        : Optional.of(new ToldStory(tellings, ids.size() - shown.size()));
  }

  private static EnrichedArticle whole(Row row) {
    EnrichedArticle article = row.article();
    return new EnrichedArticle(
        article.article().toBuilder().text(row.text()).build(),
        article.revision(),
        article.names(),
        article.countries(),
        article.climate(),
        article.topics(),
        article.story(),
        article.enrichment(),
        article.corrections());
  }
}
