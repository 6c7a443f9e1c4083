package io.keeling.desk.corrections;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.access.Role;
import io.keeling.desk.database.Database;
import io.keeling.desk.running.EnrichedTopic;
import io.keeling.desk.running.RunningDesk;
import io.keeling.desk.running.Staff;
import io.keeling.embedded.kafka.EmbeddedKafka;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a desk writes down of words that were said elsewhere. */
class CorrectionFollowerIT {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private static Path directory;

  private static EmbeddedKafka kafka;
  private static EnrichedTopic topic;
  private static RunningDesk desk;
  private static Staff staff;
  private static CorrectionWriter elsewhere;

  @BeforeAll
  static void open() throws Exception {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    topic = new EnrichedTopic(kafka);
    topic.make();
    desk = RunningDesk.following(directory.resolve("search"), topic.connection());
    staff = new Staff(desk);
    elsewhere = new CorrectionWriter(topic.connection());
  }

  @AfterAll
  static void close() throws Exception {
    elsewhere.close();
    staff.close();
    desk.close();
    topic.close();
    kafka.close();
  }

  private static EnrichedArticle stored(String name) {
    EnrichedArticle made = article(name, "Coal in the north", "Coal is burnt.").make();
    desk.archive().store(made);
    return made;
  }

  private static TagCorrection country(
      EnrichedArticle article, String code, String says, Instant at, @Nullable String note) {
    return new TagCorrection(
        article.article().id(), CorrectedTag.COUNTRY, code, says, "ida", at, note, null, null);
  }

  private static TagCorrection peru(EnrichedArticle article, String says, Instant at) {
    return country(article, "PE", says, at, null);
  }

  private static Database database() {
    return staff.database();
  }

  private static <T> List<T> rows(EnrichedArticle article, Function<TagCorrection, T> part) {
    return database()
        .<List<TagCorrection>>read(handle -> CorrectionRows.of(handle, article.article().id()))
        .stream()
        .map(part)
        .toList();
  }

  private static void awaitRow(EnrichedArticle article, String says) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(rows(article, TagCorrection::says)).containsExactly(says));
  }

  @Test
  void theLastWordOnTheTopicHoldsThoughItsClockIsBehind() {
    EnrichedArticle article = stored("skewed");
    elsewhere.write(peru(article, "present", NOON));
    awaitRow(article, "present");

    // when a desk says otherwise whose clock is five seconds behind
    elsewhere.write(peru(article, "absent", NOON.minusSeconds(5)));

    // then it is as enrichment has it
    awaitRow(article, "absent");
    assertThat(rows(article, TagCorrection::at)).containsExactly(NOON.minusSeconds(5));
  }

  @Test
  void aDeskThatIsSlowToWriteItsRowTakesNoLaterWordAway() {
    EnrichedArticle article = stored("slow");
    TagCorrection slow = peru(article, "present", NOON);
    long place = elsewhere.write(slow);
    elsewhere.write(peru(article, "absent", NOON.minusSeconds(5)));
    awaitRow(article, "absent");

    putSent(slow, place);

    assertThat(rows(article, TagCorrection::says)).containsExactly("absent");
    // but its next word is there at once
    putSent(peru(article, "present", NOON.minusSeconds(60)), place + 1_000);
    assertThat(rows(article, TagCorrection::says)).containsExactly("present");
  }

  private static void putSent(TagCorrection said, long place) {
    database()
        .change(
            handle -> {
              CorrectionRows.putSent(handle, new CorrectionRows.Placed(said, place));
              return null;
            });
  }

  @Test
  void whoSaysSomethingSeesHisOwnWordThoughTheDeskBeforeHadAClockThatIsAhead() {
    EnrichedArticle before = stored("ahead");
    EnrichedArticle article =
        new EnrichedArticle(
            before.article(),
            2,
            before.names(),
            before.countries(),
            before.climate(),
            before.topics(),
            before.story(),
            before.enrichment(),
            List.of(peru(before, "present", NOON).applied()));
    TagCorrections corrections =
        new TagCorrections(
            database(), elsewhere, Clock.fixed(NOON.minusSeconds(5), ZoneOffset.UTC));

    corrections.say(
        article,
        new NewCorrection(CorrectedTag.COUNTRY, "PE", "absent", null, null),
        staff.of("ida", Role.EDITOR));

    assertThat(corrections.of(article))
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.says()).isEqualTo("absent");
              assertThat(said.state()).isEqualTo(SaidCorrection.PENDING);
            });
  }

  @Test
  void placesOnATopicThatWasMadeAnewCountAnew() {
    EnrichedArticle article = stored("anew");
    database()
        .change(
            handle -> {
              CorrectionRows.putRead(
                  handle,
                  List.of(new CorrectionRows.Placed(peru(article, "present", NOON), 1_000_000)),
                  "the topic before");
              return null;
            });

    elsewhere.write(peru(article, "absent", NOON));

    awaitRow(article, "absent");
  }

  @Test
  void itKeepsItsPlaceWhileTheDatabaseIsAway() throws Exception {
    EnrichedArticle article = stored("away");
    elsewhere.write(peru(article, "present", NOON));
    awaitRow(article, "present");
    Set<ObjectName> before = consumers();

    // when it cannot write, for longer than it waits to try again
    desk.archive().execute("ALTER TABLE tag_correction RENAME TO tag_correction_away");
    try {
      elsewhere.write(peru(article, "absent", NOON.plusSeconds(1)));
      await()
          .during(Duration.ofSeconds(3))
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(consumers()).isEqualTo(before));
    } finally {
      desk.archive().execute("ALTER TABLE tag_correction_away RENAME TO tag_correction");
    }

    // then it goes on with what it had in hand
    awaitRow(article, "absent");
    assertThat(consumers()).isEqualTo(before);
  }

  /** All that read something in this JVM: who begins anew is another one. */
  private static Set<ObjectName> consumers() throws JMException {
    return ManagementFactory.getPlatformMBeanServer()
        .queryNames(new ObjectName("kafka.consumer:type=app-info,id=*"), null);
  }

  @Test
  void aWordThatCannotBeStoredKeepsNoOtherOut() {
    EnrichedArticle article = stored("poison");
    List<String> countries = List.of("AT", "BE", "CA", "DE", "ES", "FI", "GH", "HU");

    elsewhere.write(country(article, "PE", "absent", NOON, "a \0 in it"));
    elsewhere.write(country(article, "PL", "absent", Instant.MAX, null));
    countries.forEach(code -> elsewhere.write(country(article, code, "present", NOON, null)));

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(rows(article, TagCorrection::subject))
                    .containsExactlyInAnyOrderElementsOf(countries));
  }
}
