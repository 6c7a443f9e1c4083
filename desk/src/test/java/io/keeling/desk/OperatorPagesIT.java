package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.RecordOrigin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.access.Role;
import io.keeling.desk.operators.DeadLetterId;
import io.keeling.desk.operators.DeadLetterKind;
import io.keeling.desk.operators.DeadLetterList;
import io.keeling.desk.operators.OperationException;
import io.keeling.desk.operators.Operations;
import io.keeling.desk.operators.Preview;
import io.keeling.desk.operators.WatchedSource;
import io.keeling.desk.operators.Work;
import io.keeling.desk.running.Browser;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.desk.running.Staff;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages by which operators run Keeling; what is behind them is tested where it is. */
@ExtendWith(Desks.class)
class OperatorPagesIT {

  private static final Instant MORNING = Instant.parse("2026-11-24T09:00:00Z");
  private static final String EVIL = "<script>alert(1)</script><img src=//evil.example>";

  private static final Keeling KEELING = new Keeling();
  private static Desk operated;
  private static Staff staff;
  private Browser operator;

  @BeforeAll
  static void open(RunningDesk desk) {
    staff = new Staff(desk);
    for (int i = 0; i < 14; i++) {
      desk.archive().store(article("fens-" + i, "Ice", "Of ice.").from("fens", "The Fens").make());
    }
    operated = desk.another(KEELING);
  }

  @AfterAll
  static void close() {
    operated.close();
    staff.close();
  }

  @BeforeEach
  void signIn() {
    KEELING.reset();
    operator =
        new Browser(operated.port())
            .withCookie("keeling-session", staff.session(staff.of("ona", Role.OPERATOR)));
  }

  @Test
  void anOperatorLooksAtAnAddressAndWatchesWhatIsThere() {
    // when
    HttpResponse<String> looked =
        operator.submit(
            operator.page("/sources?lang=en"),
            "/sources/preview",
            "address",
            "https://fens.example/");
    Document found = Jsoup.parse(looked.body());

    // then
    assertThat(looked.statusCode()).isEqualTo(200);
    assertThat(found.select("#found li").eachText())
        .contains("Ice on the Fens", EVIL, "https://fens.example/: looked at");
    assertThat(found.select("#found script, #found img")).isEmpty();

    // when
    HttpResponse<String> added = operator.submit(found, "/sources", "id", "fens");

    // then
    assertThat(added.statusCode()).isEqualTo(303);
    Document page = operator.page("/sources?lang=en");
    assertThat(page.select("tbody th").text()).contains("fens", "The Fens", "feed");
    // Of fourteen articles in a week two come a day.
    assertThat(page.select("tbody td").eachText()).contains("2");

    // when
    operator.submit(page, "/sources/fens/pause");
    Document paused = operator.page("/sources?lang=en");
    assertThat(paused.select("tbody").text()).contains("paused", "Resume");
    operator.submit(paused, "/sources/fens/resume");
    assertThat(operator.page("/sources").select("form[action$=/remove]")).isEmpty();
    String removal = operator.page("/sources").select("tbody a[href$=/remove]").attr("href");
    Document asked = operator.page(removal + "?lang=en");
    assertThat(asked.select("h1").text()).isEqualTo("Remove source fens?");
    assertThat(asked.select("main").text())
        .contains(
            "https://fens.example/news.xml", "2 articles a day", "articles that came from it stay")
        .contains("keeling articles remove fens --reason TEXT");
    assertThat(operator.page("/sources").select("tbody tr")).hasSize(1);
    operator.submit(asked, removal);

    // then
    assertThat(operator.get(removal).statusCode()).isEqualTo(404);
    assertThat(operator.page("/sources").select("tbody tr")).isEmpty();
    assertThat(lines())
        .containsSubsequence(
            "ona source.remove fens",
            "ona source.resume fens",
            "ona source.pause fens",
            "ona source.add fens, https://fens.example/news.xml");
  }

  @Test
  void whatCannotBeIsSaidAndNotOnRecord() {
    int before = lines().size();
    String csrf = operator.csrf("/account");

    HttpResponse<String> unknown = operator.post("/sources/none/remove", "csrf", csrf);
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("there is no such source");
    for (String url : List.of("javascript:alert(1)", "", "ftp://a.example/")) {
      HttpResponse<String> refused =
          operator.post(
              "/sources", "csrf", csrf, "id", "a", "kind", "feed", "name", "A", "url", url);
      assertThat(refused.statusCode()).as(url).isEqualTo(422);
    }
    assertThat(
            operator
                .post(
                    "/sources",
                    "csrf",
                    csrf,
                    "id",
                    "A B",
                    "kind",
                    "feed",
                    "name",
                    "A",
                    "url",
                    "https://a.example/")
                .statusCode())
        .isEqualTo(422);
    assertThat(lines()).hasSize(before);
  }

  @Test
  void kafkaThatIsAwayOrRefusesIsSaid() {
    KEELING.failure = new TimeoutException("nobody");
    HttpResponse<String> away = operator.get("/sources?lang=en");
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.body()).contains("Kafka does not answer");

    KEELING.failure = new TopicAuthorizationException("keeling.sources");
    int before = lines().size();
    assertThat(operator.get("/sources?lang=en").body())
        .contains("docs/security.md lists the rights");
    assertThat(operator.post("/sources/a/remove", "csrf", operator.csrf("/account")).statusCode())
        .isEqualTo(503);
    assertThat(lines()).hasSize(before);
  }

  @Test
  void deadLettersAreShownByReasonAsTheyCameAndSentAgain() {
    Document list = operator.page("/dead-letters?lang=en");
    assertThat(list.select("tbody").get(0).text()).contains("reading too-short 2");
    assertThat(list.select("[role=status]").text()).contains("Not everything has been read yet");
    Document ofReason = operator.page(list.select("a[href*=too-short]").attr("href"));
    assertThat(ofReason.select("tbody a[aria-current]").text()).isEqualTo("too-short");
    String path = ofReason.select("tbody th a[href^=/dead-letters/]").attr("href");

    Document letter = operator.page(path + "?lang=en");
    assertThat(letter.text()).contains("a line", "too-short", "https://fens.example/ice");
    assertThat(letter.select("main script, main img")).isEmpty();

    HttpResponse<String> content = operator.get(path + "/content");
    assertThat(content.body()).isEqualTo(EVIL);
    assertThat(content.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(content.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("sandbox", "default-src 'none'")
        .doesNotContain("allow-", "self");

    HttpResponse<String> sent = operator.submit(letter, path + "/replay");
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(operator.page(path + "?sent=1&lang=en").select("[role=status]").text())
        .contains("It has been sent again");
    assertThat(KEELING.replayed).hasSize(1);
    assertThat(lines().get(0)).isEqualTo("ona letter.replay 0-7, read too-short");
    for (String none : List.of("0-8", "x", "0-99999999999999999999")) {
      assertThat(operator.get("/dead-letters/" + none).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void operatorsAloneAreShownWhereKeelingIsRun() {
    List<String> pages = List.of("/sources", "/dead-letters", "/work", "/accounts", "/audit");
    for (String path : pages) {
      assertThat(operator.page(path).select("nav.operation a").eachAttr("href"))
          .as(path)
          .isEqualTo(pages);
    }
    assertThat(operator.page("/?lang=de").select("nav.operation").text()).startsWith("Betrieb");
    Browser editor =
        new Browser(operated.port())
            .withCookie("keeling-session", staff.session(staff.of("ed", Role.EDITOR)));
    for (Browser other : List.of(editor, new Browser(operated.port()))) {
      assertThat(other.page("/").select("nav.operation, a[href='/sources']")).isEmpty();
    }
  }

  @Test
  void workInHandIsShown() {
    Document page = operator.page("/work?lang=en");

    assertThat(page.select("tbody tr").eachText())
        .containsExactly("fetching 12,345", "reading not known");
    assertThat(page.select("main li").text())
        .contains("0f3b", "3 pages sent, 50 %", "reprocess-articles 1,200 done, as of");
    assertThat(page.select("progress").attr("value")).isEqualTo("50");
  }

  @Test
  void aPageOfManySourcesIsLight() {
    for (int i = 0; i < 50; i++) {
      KEELING.add(
          new Source(
              "a".repeat(60) + "-" + i,
              SourceKind.SECTION,
              "https://" + "a".repeat(60) + ".example/" + "b".repeat(200) + i,
              "n".repeat(200),
              null,
              null,
              null));
    }
    String html = operator.get("/sources?lang=de").body();

    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(100_000);
    assertThat(Jsoup.parse(html).select("tbody tr")).hasSize(40);
    assertThat(operator.page("/sources?page=2").select("tbody tr")).hasSize(10);
  }

  private static List<String> lines() {
    return new AuditLog(staff.database())
        .entries(0).stream()
            .filter(entry -> !entry.action().startsWith("session."))
            .map(entry -> entry.who() + " " + entry.action() + " " + entry.subject())
            .toList();
  }

  /** A Keeling of one process and no Kafka. */
  private static final class Keeling implements Operations {

    private final Map<String, Source> sources = new TreeMap<>();
    private final List<DeadLetter> replayed = new ArrayList<>();
    private RuntimeException failure;

    void reset() {
      sources.clear();
      replayed.clear();
      failure = null;
    }

    private void ask() {
      if (failure != null) {
        throw failure;
      }
    }

    @Override
    public List<WatchedSource> sources() {
      ask();
      return sources.values().stream()
          .map(
              source ->
                  new WatchedSource(
                      source,
                      source.pausedNow() ? "paused" : "failing",
                      MORNING,
                      "r".repeat(200),
                      MORNING,
                      null))
          .toList();
    }

    @Override
    public Preview preview(String address) {
      ask();
      Source source =
          new Source(
              "fens-example", SourceKind.FEED, address + "news.xml", "The Fens", null, null, null);
      return new Preview(
          List.of(
              new Preview.Choice(
                  source, 2, "named by the page", List.of("Ice on the Fens", EVIL), null)),
          List.of(address + ": looked at"));
    }

    @Override
    public void add(Source source) {
      ask();
      if (sources.putIfAbsent(source.id(), source) != null) {
        throw new OperationException("there is one");
      }
    }

    @Override
    public boolean remove(String id) {
      ask();
      return sources.remove(id) != null;
    }

    @Override
    public boolean pause(String id, boolean paused) {
      ask();
      return sources.computeIfPresent(id, (key, source) -> source.withPaused(paused)) != null;
    }

    @Override
    public DeadLetterList letters(Optional<DeadLetterKind> kind) {
      ask();
      DeadLetterKind read = new DeadLetterKind("read", "too-short");
      return new DeadLetterList(
          List.of(new DeadLetterList.Count(read, 2)),
          List.of(
              new DeadLetterList.Row(
                  new DeadLetterId(0, 7), read, MORNING, "fens", "https://fens.example/ice")),
          false);
    }

    @Override
    public Optional<DeadLetter> letter(DeadLetterId id) {
      ask();
      return id.equals(new DeadLetterId(0, 7))
          ? Optional.of(
              DeadLetter.builder(
                      Stage.READ,
                      "too-short",
                      "a line",
                      new RecordOrigin("keeling.pages", 0, 3, "key"),
                      MORNING)
                  .content(Map.of(), EVIL.getBytes(StandardCharsets.UTF_8))
                  .about("fens", "https://fens.example/ice")
                  .build())
          : Optional.empty();
    }

    @Override
    public String content(DeadLetter letter) {
      return new String(letter.payload(), StandardCharsets.UTF_8);
    }

    @Override
    public void replay(DeadLetter letter) {
      ask();
      replayed.add(letter);
    }

    @Override
    public Work work() {
      ask();
      return new Work(
          List.of(new Work.Stage("fetches", 12_345L), new Work.Stage("pages", null)),
          List.of(new Work.Import("0f3b", 3, 50, 100)),
          List.of(new Work.Command("reprocess-articles", 1_200, MORNING)));
    }
  }
}
