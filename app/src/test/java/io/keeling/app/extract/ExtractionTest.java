package io.keeling.app.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.app.failure.UserException;
import io.keeling.contract.serde.Json;
import io.keeling.runtime.deadline.RecordDeadline;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractionTest {

  private static final String PARAGRAPH =
      "The lake behind the dam has fallen by eleven metres since the spring, and the town that"
          + " drinks from it has begun to count. ";
  private static final String PAGE =
      "<html lang=en><head><title>The lake falls</title></head><body><article><h1>The lake"
          + " falls</h1>"
          + ("<p>" + PARAGRAPH.repeat(2) + "</p>").repeat(5)
          + "</article></body></html>";

  @TempDir Path directory;

  private final Extraction extraction =
      new Extraction(
          url -> {
            throw new PageNotFetchedException("gone", "answered 404");
          },
          Clock.systemUTC(),
          new RecordDeadline());

  @Test
  void aLineOfAManifestIsAnsweredByAnArticleThatRepeatsTheFile() throws Exception {
    Path pages = Files.createDirectory(directory.resolve("pages"));
    gzip(pages.resolve("lake.html.gz"), PAGE);
    Path manifest =
        Files.writeString(
            directory.resolve("manifest.jsonl"),
            "{\"file\": \"pages/lake.html.gz\", \"url\": \"https://example.org/lake\"}\n\n");

    List<Input> inputs = Inputs.ofManifest(manifest);
    JsonNode line = Json.MAPPER.readTree(extraction.line(inputs.get(0)).text());

    assertThat(inputs).hasSize(1);
    assertThat(line.path("file").asText()).isEqualTo("pages/lake.html.gz");
    assertThat(line.path("title").asText()).isEqualTo("The lake falls");
    assertThat(line.path("url").asText()).isEqualTo("https://example.org/lake");
    assertThat(line.path("text").asText()).startsWith("The lake behind the dam");
  }

  @Test
  void aLinkThatLeadsOutOfADirectoryIsAnsweredByAnError(@TempDir Path elsewhere) throws Exception {
    Path outside = Files.writeString(elsewhere.resolve("lake.html"), PAGE);
    Files.createSymbolicLink(directory.resolve("a.html"), outside);
    Files.createSymbolicLink(directory.resolve("b"), elsewhere);
    Files.writeString(directory.resolve("c.html"), PAGE);
    Files.createSymbolicLink(directory.resolve("d.html"), Path.of("c.html"));
    Files.createSymbolicLink(directory.resolve("e"), directory);

    List<Input> inputs = Inputs.of(List.of(directory.toString()));

    assertThat(inputs)
        .extracting(Input::label)
        .map(label -> label.replaceAll(".*/", ""))
        .containsExactly("a.html", "b", "c.html", "d.html");
    for (Input input : inputs.subList(0, 2)) {
      Extraction.Answer answer = extraction.line(input);
      assertThat(answer.came()).isFalse();
      assertThat(Json.MAPPER.readTree(answer.text()).path("message").asText())
          .isEqualTo("a link that leads out of the folder");
    }
    for (Input input : inputs.subList(2, 4)) {
      assertThat(Json.MAPPER.readTree(extraction.line(input).text()).path("title").asText())
          .isEqualTo("The lake falls");
    }
    // What is named itself is read, wherever it lies.
    Input named = Inputs.of(List.of(directory.resolve("a.html").toString())).get(0);
    assertThat(extraction.line(named).came()).isTrue();
  }

  @Test
  void aPageThatTakesTooLongIsAnsweredByAnErrorAndTheNextIsRead() throws Exception {
    Path page = Files.writeString(directory.resolve("lake.html"), PAGE);
    try (EndlessWork endless = new EndlessWork()) {
      Extraction slow = new Extraction(url -> null, Clock.systemUTC(), endless.deadline());
      List<Input> inputs = Inputs.of(List.of(page.toString()));

      endless.begin();
      JsonNode line = Json.MAPPER.readTree(slow.line(inputs.get(0)).text());
      String explanation = slow.explanation(inputs.get(0)).text();
      endless.noMore();
      JsonNode next = Json.MAPPER.readTree(slow.line(inputs.get(0)).text());

      assertThat(line.path("error").asText()).isEqualTo("took-too-long");
      assertThat(explanation).contains("\noutcome: took-too-long: ");
      assertThat(next.path("title").asText()).isEqualTo("The lake falls");
    }
  }

  @Test
  void aCommandWithTooManyInputsThatTakeTooLongSaysSo() throws Exception {
    Path page = Files.writeString(directory.resolve("lake.html"), PAGE);
    Input input = Inputs.of(List.of(page.toString())).get(0);
    try (EndlessWork endless = new EndlessWork()) {
      Extraction slow = new Extraction(url -> null, Clock.systemUTC(), endless.deadline());
      endless.begin();
      for (int i = 0; i <= RecordDeadline.MOST_ABANDONED; i++) {
        slow.line(input);
      }

      assertThatThrownBy(() -> slow.line(input))
          .isInstanceOf(UserException.class)
          .hasMessageStartingWith(
              "3 threads that work on records that took too long cannot be stopped");
    }
  }

  @Test
  void aPageWithoutAnArticleIsAnsweredByAnError() throws Exception {
    Path empty = Files.writeString(directory.resolve("empty.html"), "");

    JsonNode line =
        Json.MAPPER.readTree(extraction.line(Inputs.of(List.of(empty.toString())).get(0)).text());

    assertThat(line.path("error").asText()).isEqualTo("empty");
    assertThat(line.path("file").asText()).isEqualTo(empty.toString());
  }

  @Test
  void aUrlThatIsGoneIsAnsweredByItsOutcome() throws Exception {
    JsonNode line =
        Json.MAPPER.readTree(
            extraction.line(Inputs.of(List.of("https://example.org/x")).get(0)).text());

    assertThat(line.path("error").asText()).isEqualTo("gone");
    assertThat(line.path("url").asText()).isEqualTo("https://example.org/x");
  }

  @Test
  void aManifestLineThatIsNoJsonIsToldByItsNumber() throws Exception {
    Path manifest =
        Files.writeString(directory.resolve("manifest.jsonl"), "{\"file\": \"a\"}\nnot json\n");

    assertThatThrownBy(() -> Inputs.ofManifest(manifest))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("line 2");
  }

  private static void gzip(Path file, String text) throws Exception {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
