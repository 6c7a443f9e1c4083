package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code keeling extract} and {@code keeling annotate}, as scripts call them. */
class ExtractCommandTest {

  private static final String PAGE =
      "<html lang=en><head><title>The lake falls</title></head><body><article><h1>The lake falls</h1>"
          + ("<p>" + "The lake behind the dam has fallen by eleven metres since spring. ".repeat(4))
              .repeat(5)
          + "</article></body></html>";

  /** A private address: refused without a look at the network. */
  private static final String REFUSED = "http://127.0.0.1:9/";

  @TempDir Path directory;
  private final InputStream standardInput = System.in;

  @AfterEach
  void giveBackStandardInput() {
    System.setIn(standardInput);
  }

  private static void type(String text) {
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"extract", "extract -"})
  void aPageIsReadFromStandardInput(String command) throws Exception {
    type(PAGE);

    CommandRun run = CommandRun.of(command.split(" "));

    assertThat(run.status()).isZero();
    JsonNode article = Json.MAPPER.readTree(run.out());
    assertThat(article.path("title").asText()).isEqualTo("The lake falls");
    assertThat(article.has("file")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--explain"})
  void aPageThatCannotBeFetchedMakesTheStatusOne(String option) throws Exception {
    Path page = Files.writeString(directory.resolve("lake.html"), PAGE);

    CommandRun run =
        option.isEmpty()
            ? CommandRun.of("extract", REFUSED, page.toString())
            : CommandRun.of("extract", option, REFUSED, page.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("refused", "The lake falls");
  }

  @Test
  void aPageThatIsCutOffMakesTheStatusOne() throws Exception {
    Path page = directory.resolve("cut.html.gz");
    Files.write(page, new byte[] {0x1f, (byte) 0x8b, 8, 0});

    CommandRun run = CommandRun.of("extract", page.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(Json.MAPPER.readTree(run.out()).path("error").asText()).isEqualTo("unreadable-file");
  }

  @Test
  void aPageThatHoldsNoArticleIsAnAnswer() {
    type("<p>Enter the site</p>");

    CommandRun run = CommandRun.of("extract", "-");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("\"error\"", "\"message\"");
  }

  @Test
  void aDirectoryWithoutPagesIsToldInsteadOfNothing() {
    CommandRun run = CommandRun.of("extract", directory.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("no HTML file in " + directory);
  }

  @Test
  void linesThatCannotBeTaggedMakeTheStatusOfAnnotateOne() {
    type("{\"text\": \"Rivers fall.\"}\noops\n");

    CommandRun run = CommandRun.of("annotate");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines()).hasSize(2).last().asString().contains("not JSON");
  }

  @Test
  void annotatePassesOnWhatExtractCouldNotRead() {
    String line = "{\"file\":\"a.html\",\"error\":\"too-short\",\"message\":\"12 words\"}";
    type(line + "\n");

    CommandRun run = CommandRun.of("annotate");

    assertThat(run.status()).isZero();
    assertThat(run.out().strip()).isEqualTo(line);
  }
}
