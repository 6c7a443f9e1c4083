package io.keeling.app.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What a replay writes. */
class ReplayTest {

  private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  @Test
  void aRequestIsMadeAnew() {
    FetchRequest request =
        new FetchRequest("https://a.example/a", FetchPurpose.ARTICLE, "a", THEN, 1, null, null);
    String topic = Topics.FETCHES.name();
    byte[] value = ContractSerdes.FETCH_REQUEST.serialize(topic, request);

    var replayed = Replay.asOf(NOW, record(topic, "a.example", value));

    assertThat(ContractSerdes.FETCH_REQUEST.deserialize(topic, replayed.value()))
        .isEqualTo(request.asOf(NOW));
    assertThat(replayed.topic()).isEqualTo(topic);
    assertThat(HeaderValues.get(replayed.headers(), HeaderNames.TRACE)).isEqualTo("trace");
  }

  @Test
  void anArticleOfTheSinksGoesThroughEnrichAgain() {
    Article article = article();
    byte[] enriched =
        ContractSerdes.ENRICHED_ARTICLE.serialize(
            Topics.ENRICHED.name(),
            new Annotator(AnnotatorResources.load()).annotate(article).of(article, 3, null));

    var replayed = Replay.asOf(NOW, record(Topics.ENRICHED.name(), article.id(), enriched));

    assertThat(replayed.topic()).isEqualTo(Topics.ARTICLES.name());
    assertThat(new String(replayed.key(), StandardCharsets.UTF_8)).isEqualTo(article.id());
    assertThat(ContractSerdes.ARTICLE.deserialize(replayed.topic(), replayed.value()))
        .isEqualTo(article);
    assertThat(HeaderValues.get(replayed.headers(), HeaderNames.SENT_AGAIN))
        .isEqualTo(article.fetchedAt().toString());
    assertThat(HeaderValues.get(replayed.headers(), HeaderNames.SCHEMA)).startsWith("article/");
    assertThat(HeaderValues.get(replayed.headers(), HeaderNames.TRACE)).isEqualTo("trace");
  }

  @Test
  void anArticleThatWasSentAgainWithOthersComesAloneNow() {
    var letter = record(Topics.ARTICLES.name(), "a", new byte[] {'{'});
    HeaderValues.put(letter.headers(), HeaderNames.SENT_AGAIN, NOW.toString());

    var replayed = Replay.asOf(NOW, letter);

    assertThat(HeaderValues.get(replayed.headers(), HeaderNames.SENT_AGAIN)).isNull();
    assertThat(HeaderValues.get(replayed.headers(), HeaderNames.TRACE)).isEqualTo("trace");
  }

  @Test
  void whatCannotBeReadGoesBackAsItIs() {
    for (String topic : List.of(Topics.FETCHES.name(), Topics.ENRICHED.name())) {
      for (String value : List.of("{", "null", "{}")) {
        var record = record(topic, "a.example", value.getBytes(StandardCharsets.UTF_8));

        assertThat(Replay.asOf(NOW, record)).isSameAs(record);
      }
    }
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, String key, byte[] value) {
    var record = new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
    HeaderValues.put(record.headers(), HeaderNames.TRACE, "trace");
    return record;
  }

  private static Article article() {
    String url = "https://a.example/a";
    String text = "Rivers fall because of climate change, people said.";
    return Article.of(url, new Outlet("a", "a", "a.example"), "Rivers", text, "en", THEN);
  }
}
