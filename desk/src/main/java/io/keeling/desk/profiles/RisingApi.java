package io.keeling.desk.profiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.keeling.desk.articles.export.CsvAnswer;
import io.keeling.desk.profiles.Rising.Riser;
import io.keeling.desk.web.JsonAnswer;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Facet;
import io.keeling.search.query.QueryString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/rising} and {@code /api/rising.csv}: subjects with more articles in a week than
 * in the weeks before. Threads may share it.
 */
public final class RisingApi {

  /**
   * The answer.
   *
   * @param week query string of the week's articles
   * @param past query string of the articles of the weeks before
   */
  record Answer(String week, String past, int weekAll, int pastAll, List<Item> items) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String facet,
      String value,
      String label,
      @Nullable String type,
      int count,
      int before,
      double expected,
      double score) {

    private static Item of(Facet facet, Riser riser) {
      return new Item(
          facet.parameter(),
          riser.value(),
          riser.label(),
          riser.type(),
          riser.count(),
          riser.before(),
          CsvAnswer.share(riser.expected()),
          CsvAnswer.share(riser.score()));
    }
  }

  private final RisingStore rising;

  public RisingApi(RisingStore rising) {
    this.rising = rising;
  }

  public void json(Context context, ArticleQuery query) {
    Rising found = rising.of(query.filters());
    JsonAnswer.send(
        context,
        new Answer(
            QueryString.of(found.week()),
            QueryString.of(found.past()),
            found.weekAll(),
            found.pastAll(),
            items(found)));
  }

  public void csv(Context context, ArticleQuery query) {
    Rising found = rising.of(query.filters());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Item item : items(found)) {
      rows.add(
          Arrays.asList(
              item.facet(),
              item.value(),
              item.label(),
              item.type(),
              item.count(),
              found.weekAll(),
              item.before(),
              found.pastAll(),
              item.expected(),
              item.score()));
    }
    CsvAnswer.send(
        context,
        "rising",
        List.of(
            "facet",
            "value",
            "label",
            "type",
            "week",
            "week_all",
            "past",
            "past_all",
            "expected",
            "score"),
        rows);
  }

  private static List<Item> items(Rising found) {
    List<Item> items = new ArrayList<>();
    for (Facet facet : RisingStore.FACETS) {
      found
          .risers()
          .getOrDefault(facet, List.of())
          .forEach(riser -> items.add(Item.of(facet, riser)));
    }
    return items;
  }
}
