package io.keeling.search.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.search.Change;
import io.keeling.search.Scan;
import io.keeling.search.SearchRequest;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Filters;
import io.keeling.search.query.Sort;
import io.keeling.search.query.Stories;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every search index gives when everything is asked for at once. */
public abstract class SearchScanContractTest extends FilledIndex {

  @Test
  void aScanIsAllPagesInEveryOrder() throws IOException {
    fill();
    for (Filters filters : List.of(filters("flood"), Filters.NONE)) {
      for (Sort sort : Sort.values()) {
        for (Stories stories : Stories.values()) {
          assertThat(scanned(request(filters, sort, stories)))
              .as(filters + " " + sort + " " + stories)
              .isNotEmpty()
              .isEqualTo(ids(ask(filters, sort, 100, null, stories)));
        }
      }
    }
  }

  @Test
  void aScanIsOfTheMomentItWasBegun() throws IOException {
    // given
    fill();
    List<String> before = ids(ask(Filters.NONE, Sort.NEWEST, 100, null, Stories.ALL));
    List<String> scanned = new ArrayList<>();
    try (Scan scan = index.scan(request(Filters.NONE, Sort.NEWEST, Stories.ALL))) {
      scanned.addAll(scan.next(5));

      // when one comes, one goes and one moves to where the scan has not been
      store(
          one("late", "Late", "Water.").published("2026-11-02T11:00:00Z"),
          one("p0", "Flood", "Moved.").revision(2).published("2026-11-03T11:00:00Z"));
      apply(new Change.Remove(before.get(before.size() - 1)));
      rest(scan, scanned);
    }

    // then
    assertThat(scanned).isEqualTo(before);
    assertThat(ids(ask(Filters.NONE, Sort.NEWEST, 100, null, Stories.ALL))).isNotEqualTo(before);
  }

  private void fill() throws IOException {
    ArticleMaker[] makers = new ArticleMaker[23];
    for (int i = 0; i < makers.length; i++) {
      makers[i] =
          one("p" + i, "Flood " + "flood ".repeat(i % 4), "Water.")
              .published("2026-11-%02dT10:00:00Z".formatted(1 + i % 5));
      if (i % 3 == 0) {
        makers[i].story("aa0" + i % 2, 2);
      }
    }
    store(makers);
  }

  private static SearchRequest request(Filters filters, Sort sort, Stories stories) {
    return new SearchRequest(new ArticleQuery(filters, sort, 7, null, stories), NOW);
  }

  private List<String> scanned(SearchRequest request) {
    List<String> ids = new ArrayList<>();
    try (Scan scan = index.scan(request)) {
      rest(scan, ids);
    }
    return ids;
  }

  private static void rest(Scan scan, List<String> ids) {
    for (List<String> next = scan.next(4); !next.isEmpty(); next = scan.next(4)) {
      assertThat(next).hasSizeLessThanOrEqualTo(4);
      ids.addAll(next);
    }
  }
}
