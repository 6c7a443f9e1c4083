package io.keeling.desk.saved.alert;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.articles.FacetCounts;
import io.keeling.desk.label.Labels;
import io.keeling.desk.profiles.RisingStore;
import io.keeling.desk.running.SampleTopics;
import io.keeling.desk.saved.Alert;
import io.keeling.desk.saved.Channel;
import io.keeling.desk.saved.Rhythm;
import io.keeling.search.Change;
import io.keeling.search.SearchSettings;
import io.keeling.search.Synonyms;
import io.keeling.search.WritableIndex;
import io.keeling.search.budget.Budgets;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.Vocabulary;
import io.keeling.search.lucene.index.LuceneIndex;
import io.keeling.search.lucene.index.LuceneSettings;
import io.keeling.search.query.QueryParser;
import io.keeling.search.query.QueryParser.Manner;
import io.keeling.search.query.Stories;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RisersTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void aDigestSaysWhatRisesUnlessThatTakesMoreThanARequestMay(@TempDir Path directory)
      throws Exception {
    ExpressionParser words = new ExpressionParser(Vocabulary.ANY);
    try (WritableIndex index =
        LuceneIndex.open(
            directory,
            NOW,
            LuceneSettings.of(new SearchSettings(words, Synonyms.read(null), List.of())))) {
      List<Change> changes = new ArrayList<>();
      changes.add(
          new Change.Put(article("past", "A reef", "T.").published("2026-11-01T10:00:00Z").make()));
      for (int i = 0; i < 3; i++) {
        changes.add(
            new Change.Put(
                article("now-" + i, "A reef", "T.")
                    .published("2026-11-20T10:00:00Z")
                    .topic("coal", 1)
                    .make()));
      }
      index.apply(changes, Map.of());
      SimpleMeterRegistry meters = new SimpleMeterRegistry();

      assertThat(risers(index, words, Duration.ofMinutes(1), meters).of(digest()))
          .extracting(Message.Riser::value)
          .containsExactly("coal");
      assertThat(risers(index, words, Duration.ZERO, meters).of(digest())).isEmpty();
      assertThat(
              meters.get("keeling.desk.searches.refused").tag("reason", "spent").counter().count())
          .isEqualTo(1);
    }
  }

  private static Risers risers(
      WritableIndex index, ExpressionParser words, Duration most, SimpleMeterRegistry meters) {
    Labels labels = new Labels(SampleTopics.labels());
    return new Risers(
        new RisingStore(index, new FacetCounts(index, labels), NOW),
        new QueryParser(Manner.LENIENT, 20, Stories.ALL, words),
        labels,
        new Budgets(most, meters));
  }

  private static Message digest() {
    return new Message(
        "msg_1",
        "1",
        "Reefs",
        "q=reef",
        new Alert(Channel.WEBHOOK, "https://hooks.example/1", Rhythm.DAILY, true, "en"),
        null,
        new Message.Found(List.of(), List.of()));
  }
}
