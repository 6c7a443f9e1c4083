package io.keeling.desk.saved.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.desk.label.KnownValues;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.desk.running.SampleTopics;
import io.keeling.desk.running.Staff;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.query.QueryParser;
import io.keeling.search.query.QueryParser.Manner;
import io.keeling.search.query.Stories;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Saved searches on their way from the database to who looks for them. */
@ExtendWith(Desks.class)
class WatchedSearchesIT {

  @Test
  void whatCouldNotBeLookedForIsHandedOnAgain(RunningDesk desk) throws Exception {
    try (Staff staff = new Staff(desk)) {
      WatchedSearches searches = new WatchedSearches(staff.database(), parser());
      staff
          .database()
          .change(
              handle ->
                  handle.execute(
                      """
                      INSERT INTO saved_search (id, name, query, channel, target)
                      VALUES ('one', 'One', 'q=fjord', 'webhook', 'https://a.example/')
                      """));

      // when they cannot be looked for
      assertThatThrownBy(
              () ->
                  searches.refresh(
                      filters -> {
                        throw new IOException("no");
                      }))
          .hasMessage("no");

      // then nobody is told of them yet, and the next time hands them on, once
      assertThat(searches.searches()).isEmpty();
      List<Set<String>> handedOn = new ArrayList<>();
      searches.refresh(filters -> handedOn.add(filters.keySet()));
      searches.refresh(filters -> handedOn.add(filters.keySet()));
      assertThat(handedOn).containsExactly(Set.of("one"));
      assertThat(searches.searches()).containsOnlyKeys("one");

      // and when one gets its first channel while the other loses its last
      staff
          .database()
          .change(
              handle ->
                  handle.execute(
                      """
                      INSERT INTO saved_search (id, name, query, created_at)
                      VALUES ('two', 'Two', 'q=fell', (SELECT created_at FROM saved_search));
                      UPDATE saved_search SET channel = CASE id WHEN 'two' THEN 'slack' ELSE 'none' END
                      """));
      searches.refresh(filters -> handedOn.add(filters.keySet()));
      assertThat(handedOn).containsExactly(Set.of("one"), Set.of("two"));
    }
  }

  private static QueryParser parser() {
    return new QueryParser(
        Manner.LENIENT,
        20,
        Stories.ALL,
        new ExpressionParser(new KnownValues(SampleTopics.labels())));
  }
}
