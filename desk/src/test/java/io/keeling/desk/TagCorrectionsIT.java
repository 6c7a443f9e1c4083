package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.correction.AppliedCorrection;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Topic;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.Json;
import io.keeling.contract.topic.Topics;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Role;
import io.keeling.desk.access.Scope;
import io.keeling.desk.accounts.store.Tokens;
import io.keeling.desk.corrections.CorrectionWriter;
import io.keeling.desk.running.Browser;
import io.keeling.desk.running.EnrichedTopic;
import io.keeling.desk.running.RunningDesk;
import io.keeling.desk.running.Staff;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.runtime.kafka.KafkaConnection;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What editors say of tags: by hand, by a program, and what of it comes on the topic. */
class TagCorrectionsIT {

  @TempDir private static Path directory;

  private static EmbeddedKafka kafka;
  private static EnrichedTopic topic;
  private static RunningDesk desk;
  private static Staff staff;
  private static Account editor;
  private static String token;
  private static int refused;

  @BeforeAll
  static void open() throws Exception {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    topic = new EnrichedTopic(kafka);
    topic.make();
    desk = RunningDesk.following(directory.resolve("search"), topic.connection());
    staff = new Staff(desk);
    editor = staff.of("ida", Role.EDITOR);
    token = new Tokens(staff.database()).make(editor, "A program", Scope.WRITE, 1).orElseThrow();
  }

  @AfterAll
  static void close() throws Exception {
    staff.close();
    desk.close();
    topic.close();
    kafka.close();
  }

  private static EnrichedArticle stored(String name) {
    EnrichedArticle made =
        article(name, "Coal in the north", "Coal is burnt in Lima by Ada Okoye.")
            .topic("coal", 1)
            .make();
    desk.archive().store(made);
    return made;
  }

  /** What enrichment and sink make of it. */
  private static EnrichedArticle carriedOn(EnrichedArticle article) throws Exception {
    List<AppliedCorrection> holding =
        written().stream()
            .filter(said -> said.article().equals(article.article().id()))
            .collect(Collectors.toMap(TagCorrection::key, said -> said, (a, b) -> b))
            .values()
            .stream()
            .filter(TagCorrection::holds)
            .map(TagCorrection::applied)
            .toList();
    return retagged(
        article, article.revision() + 1, holding.isEmpty() ? article.topics() : List.of(), holding);
  }

  /** The same words with other tags, as the sink stores them. */
  private static EnrichedArticle retagged(
      EnrichedArticle article, int revision, List<Topic> topics, List<AppliedCorrection> holding)
      throws Exception {
    EnrichedArticle next =
        new EnrichedArticle(
            article.article(),
            revision,
            article.names(),
            article.countries(),
            article.climate(),
            topics,
            article.story(),
            article.enrichment(),
            holding);
    desk.archive()
        .execute(
            "UPDATE article SET revision = ?, document = CAST(? AS jsonb) WHERE id = ?",
            revision,
            Json.MAPPER.writeValueAsString(next),
            article.article().id());
    return next;
  }

  private static List<TagCorrection> written() {
    KafkaConnection connection = topic.connection();
    Map<String, Object> properties = connection.clientProperties();
    properties.put("auto.offset.reset", "earliest");
    try (KafkaConsumer<String, TagCorrection> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), ContractSerdes.TAG_CORRECTION)) {
      List<TopicPartition> all =
          consumer.partitionsFor(Topics.CORRECTIONS.name()).stream()
              .map(found -> new TopicPartition(found.topic(), found.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      List<TagCorrection> written = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record -> {
                  if (record.value() != null) {
                    assertThat(record.key()).isEqualTo(record.value().key());
                    written.add(record.value());
                  }
                });
      }
      return written;
    }
  }

  private static List<TagCorrection> written(EnrichedArticle article) {
    return written().stream()
        .filter(said -> said.article().equals(article.article().id()))
        .toList();
  }

  private static Browser browser(Account account) {
    return new Browser(desk.at("/").getPort())
        .withCookie("keeling-session", staff.session(account));
  }

  private static HttpResponse<String> post(EnrichedArticle article, String body) {
    return desk.send(
        "POST",
        "/api/articles/" + article.article().id() + "/corrections",
        body,
        "Authorization",
        "Bearer " + token,
        "Content-Type",
        "application/json");
  }

  @Test
  void anEditorCorrectsATagByHandAndTakesItBack() throws Exception {
    EnrichedArticle article = stored("by-hand");
    String page = "/articles/" + article.article().id();
    Browser hand = browser(editor);

    // given the link beside the tag, which only editors see
    assertThat(desk.page(page).select("a[href*=corrections]")).isEmpty();
    String link = hand.page(page).select(".why a[href*=corrections?tag=topic]").attr("href");
    Document form = hand.page(link);
    assertThat(form.select("form.say")).hasSize(1);

    // when
    hand.submit(form, page + "/corrections", "says", "absent", "note", "It is of wind");

    // then it is on the topic, on record, and on its way
    assertThat(written(article))
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.tag().code()).isEqualTo("topic");
              assertThat(said.subject()).isEqualTo("coal");
              assertThat(said.says()).isEqualTo("absent");
              assertThat(said.who()).isEqualTo("ida");
              assertThat(said.note()).isEqualTo("It is of wind");
              assertThat(said.saidOf().version()).isEqualTo(article.article().version());
            });
    assertThat(hand.page(page + "/corrections").select(".said").text())
        .contains("Coal", "wrong", "ida", "It is of wind", "on its way");

    // and once it is carried on, everybody sees that it was an editor, and nobody who it was
    EnrichedArticle next = carriedOn(article);
    Document told = desk.page(page);
    assertThat(told.select(".why").text()).contains("Corrected by editors", "Topic: Coal – wrong");
    assertThat(desk.page(page + "/corrections").text())
        .contains("An editor")
        .doesNotContain("ida", "of wind", "on its way");

    // when
    hand.submit(
        hand.page(page + "/corrections"),
        page + "/corrections/" + written(article).get(0).id() + "/undo");

    // then
    assertThat(written(article)).hasSize(2);
    assertThat(written(article).get(1).undone().who()).isEqualTo("ida");
    carriedOn(next);
    assertThat(desk.page(page).select(".why").text()).doesNotContain("Corrected by editors");
    assertThat(hand.page(page + "/corrections").select(".said").text()).contains("undone");
    Account operator = staff.of("ona", Role.OPERATOR);
    assertThat(browser(operator).page("/audit").text())
        .contains("correction.add", "correction.undo", written(article).get(0).key());
  }

  @Test
  void aProgramCorrectsListsAndTakesBack() throws Exception {
    EnrichedArticle article = stored("by-program");
    String list = "/api/articles/" + article.article().id() + "/corrections";

    HttpResponse<String> added =
        post(article, "{\"tag\":\"climate\",\"says\":\"none\",\"quote\":\"burnt in Lima\"}");

    assertThat(added.statusCode()).isEqualTo(201);
    JsonNode said = Json.MAPPER.readTree(added.body());
    assertThat(said.path("state").asText()).isEqualTo("pending");
    assertThat(said.path("who").asText()).isEqualTo("ida");
    assertThat(written(article).get(0).saidOf().quote()).isEqualTo("burnt in Lima");
    carriedOn(article);
    JsonNode told = desk.json(list).at("/items/0");
    assertThat(told.path("state").asText()).isEqualTo("holds");
    assertThat(told.has("who")).isFalse();
    String one = list + "/" + told.path("id").asText();
    assertThat(desk.json(one)).isEqualTo(told);

    assertThat(desk.ask("DELETE", one, "Authorization", "Bearer " + token).statusCode())
        .isEqualTo(204);
    assertThat(written(article).get(1).holds()).isFalse();
    assertThat(desk.ask("DELETE", one, "Authorization", "Bearer " + token).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatTheCommandSaidIsShownAndCanBeTakenBack() throws Exception {
    EnrichedArticle article = stored("by-command");
    TagCorrection said =
        new TagCorrection(
            article.article().id(),
            CorrectedTag.COUNTRY,
            "PE",
            "present",
            "somebody",
            Instant.parse("2026-11-24T10:00:00Z"),
            null,
            null,
            null);
    retagged(article, 2, article.topics(), List.of(said.applied()));
    String page = "/articles/" + article.article().id() + "/corrections";

    Browser hand = browser(editor);
    assertThat(hand.page(page).select(".said").text()).contains("Peru", "An editor");
    hand.submit(hand.page(page), page + "/" + said.id() + "/undo");

    assertThat(written(article)).singleElement().matches(taken -> !taken.holds());
    assertThat(written(article).get(0).key()).isEqualTo(said.key());
  }

  @Test
  void whatTheCommandTakesBackOrSaysIsShownAsSuch() throws Exception {
    EnrichedArticle article = stored("taken-back-by-command");
    String list = "/api/articles/" + article.article().id() + "/corrections";
    post(article, "{\"tag\":\"topic\",\"subject\":\"coal\",\"says\":\"absent\"}");
    EnrichedArticle next = carriedOn(article);
    assertThat(desk.json(list).at("/items/0/state").asText()).isEqualTo("holds");

    // when it is taken back elsewhere, and something else is said there
    TagCorrection said = written(article).get(0);
    try (CorrectionWriter elsewhere = new CorrectionWriter(topic.connection())) {
      elsewhere.write(said.takenBack("somebody", said.at().plusSeconds(1)));
      elsewhere.write(
          new TagCorrection(
              article.article().id(),
              CorrectedTag.COUNTRY,
              "PE",
              "present",
              "somebody",
              said.at().minusSeconds(60),
              "by hand",
              null,
              null));
    }
    carriedOn(next);

    // then
    await()
        .untilAsserted(
            () ->
                assertThat(
                        browser(editor)
                            .page("/articles/" + article.article().id() + "/corrections")
                            .select(".said")
                            .text())
                    .contains("undone", "Peru", "somebody", "by hand")
                    .doesNotContain("on its way"));
    // and a record without a value is forgotten
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            topic.connection().producerProperties(),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var unused = producer.send(new ProducerRecord<>(Topics.CORRECTIONS.name(), said.key(), null));
    }
    await().untilAsserted(() -> assertThat(desk.json(list).path("items")).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"tag\":\"mood\",\"says\":\"absent\"}|tag",
        "{\"tag\":\"topic\",\"subject\":\"wizardry\",\"says\":\"main\"}|subject",
        "{\"tag\":\"topic\",\"says\":\"main\"}|subject",
        "{\"tag\":\"topic\",\"subject\":\"coal\",\"says\":\"none\"}|says",
        "{\"tag\":\"country\",\"subject\":\"XX\",\"says\":\"present\"}|subject",
        "{\"tag\":\"name\",\"subject\":\"Nobody\",\"says\":\"person\"}|subject",
        "{\"tag\":\"climate\",\"says\":\"none\",\"quote\":\"not in the text\"}|quote",
        "{\"tag\":\"climate\",\"says\":7}|says",
        "{\"tag\":\"climate\",\"says\":\"none\",\"mood\":\"good\"}|body",
        "[]|body"
      })
  void whatCannotBeSaidIsRefused(String body, String parameter) throws Exception {
    EnrichedArticle article = stored("refused-" + refused++);

    HttpResponse<String> answer = post(article, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Json.MAPPER.readTree(answer.body()).path("parameter").asText()).isEqualTo(parameter);
    assertThat(written(article)).isEmpty();
  }

  @Test
  void ofAnArticleThatIsTakenDownNothingIsKept() throws Exception {
    EnrichedArticle article = stored("removed");
    assertThat(post(article, "{\"tag\":\"article\",\"says\":\"absent\"}").statusCode())
        .isEqualTo(201);

    desk.archive().execute("DELETE FROM article WHERE id = ?", article.article().id());

    assertThat(post(article, "{\"tag\":\"article\",\"says\":\"absent\"}").statusCode())
        .isEqualTo(404);
    assertThat(
            staff
                .database()
                .<Integer>read(
                    handle ->
                        handle
                            .createQuery("SELECT count(*) FROM tag_correction WHERE article = :a")
                            .bind("a", article.article().id())
                            .mapTo(Integer.class)
                            .one()))
        .isZero();
  }
}
