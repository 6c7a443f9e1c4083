package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.app.pipeline.FirstOperatorLine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all roles show of themselves while they run, beside docs/metrics.md. */
class MetricsIT {

  /**
   * Most lines of a process in which nothing has happened yet. Chosen: what a person can read; one
   * instance of ingest alone once showed 1,742 after a while.
   */
  private static final int MOST_LINES = 600;

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(keeling_[a-z_]+)` \\| (\\w+) \\| ([^|]*) \\|");

  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");

  private static final Pattern HELP = Pattern.compile("(?m)^# HELP (\\S+) \\S.*$");

  @TempDir private static Path directory;
  private static LocalPipeline pipeline;
  private static String shown;

  @BeforeAll
  static void start() throws Exception {
    pipeline = LocalPipeline.start(directory, "", List.of());
    shown = metrics(pipeline.ingestPort()); // all roles of a process have one registry
    assertThat(names(metrics(pipeline.sinkPort()))).containsAll(names(shown));
  }

  @AfterAll
  static void stop() {
    pipeline.close();
  }

  private static String metrics(int port) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static Set<String> names(String text) {
    return TYPE.matcher(text).results().map(each -> each.group(1)).collect(Collectors.toSet());
  }

  private static Map<String, String> documented(String bound) throws IOException {
    Map<String, String> result = new TreeMap<>();
    Matcher rows = ROW.matcher(Files.readString(Path.of("../docs/metrics.md")));
    while (rows.find()) {
      if (rows.group(3).contains(bound)) {
        result.put(rows.group(1), rows.group(2));
      }
    }
    return result;
  }

  @Test
  void theFirstOperatorsLinkIsToldOnceAndInNoMetric() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    FirstOperatorLine.tell(pipeline.pipeline(), told::add);
    await().atMost(Duration.ofMinutes(1)).until(() -> !told.isEmpty());

    assertThat(told).singleElement().asString().contains("/welcome?link=", "it works once, until");
    assertThat(metrics(pipeline.sinkPort())).doesNotContain("link=");
  }

  @Test
  void everyMetricOfOursIsInTheCatalogueWithItsType() throws IOException {
    Map<String, String> documented = documented("");
    Map<String, String> unknown = new TreeMap<>();
    Matcher types = TYPE.matcher(shown);
    while (types.find()) {
      String name = types.group(1);
      String family = name.replaceFirst("_max$", "");
      String type = name.equals(family) ? types.group(2) : documented.get(family);
      if (name.startsWith("keeling_") && !String.valueOf(type).equals(documented.get(family))) {
        unknown.put(name, types.group(2));
      }
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void whatIsThereFromTheStartIs() throws IOException {
    Set<String> missing = new TreeSet<>(documented("from the start").keySet());
    documented("none")
        .forEach(
            (name, type) -> {
              if (type.equals("gauge")) {
                missing.add(name);
              }
            });
    missing.removeAll(documented("with WebSub").keySet());
    missing.removeAll(names(shown));

    assertThat(missing).isEmpty();
  }

  @Test
  void everyMetricHasHelp() {
    Set<String> without = new TreeSet<>(names(shown));
    HELP.matcher(shown).results().forEach(help -> without.remove(help.group(1)));

    assertThat(without).isEmpty();
  }

  @Test
  void everyRoleShowsTheLagOfEachTopicThatItReads() {
    assertThat(shown)
        .containsPattern("keeling_lag_records\\{role=\"ingest\",topic=\"keeling.sources\"} ")
        .containsPattern("keeling_lag_records\\{role=\"ingest\",topic=\"keeling.fetches\"} ")
        .containsPattern("keeling_lag_records\\{role=\"ingest\",topic=\"keeling.pages\"} ")
        .containsPattern("keeling_lag_records\\{role=\"enrich\",topic=\"keeling.articles\"} ")
        .containsPattern("keeling_lag_records\\{role=\"sink\",topic=\"keeling.enriched\"} ")
        .containsPattern("keeling_lag_records\\{role=\"desk-alerts\",topic=\"keeling.enriched\"} ");
  }

  @Test
  void aPersonCanReadIt() {
    assertThat(shown.lines()).hasSizeLessThan(MOST_LINES);
  }
}
