package io.keeling.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.article.Article;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads every page of a manifest and writes one prediction a line, for a scorer. Not a test.
 *
 * <p>Arguments: manifest of JSON lines with {@code file} (relative to it, gzipped or not), and
 * optionally {@code url} and {@code http_charset}; file to write.
 */
final class ReaderEvaluation {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ReaderEvaluation() {}

  public static void main(String[] arguments) throws IOException {
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      Path manifest = Path.of(arguments[i]);
      List<String> lines = Files.readAllLines(manifest, StandardCharsets.UTF_8);
      List<String> predictions =
          lines.parallelStream()
              .filter(line -> !line.isBlank())
              .map(line -> predict(manifest, line))
              .toList();
      Files.write(Path.of(arguments[i + 1]), predictions, StandardCharsets.UTF_8);
    }
  }

  private static String predict(Path manifest, String line) {
    try {
      JsonNode entry = JSON.readTree(line);
      String file = entry.get("file").asText();
      ObjectNode prediction = JSON.createObjectNode().put("file", file);
      Reading reading = new ArticleReader().read(page(manifest.resolveSibling(file), entry));
      if (reading instanceof Reading.Readable readable) {
        describe(readable.article(), prediction);
      } else if (reading instanceof Reading.Unreadable unreadable) {
        prediction.put("error", unreadable.reason().label());
        prediction.put("message", unreadable.message());
      }
      return JSON.writeValueAsString(prediction);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RawPage page(Path file, JsonNode entry) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream stream = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      String charset = entry.path("http_charset").asText("");
      return new RawPage(
          stream.readAllBytes(),
          charset.isEmpty() ? null : "text/html; charset=" + charset,
          entry.path("url").asText(null),
          null,
          Instant.now());
    }
  }

  private static void describe(Article article, ObjectNode prediction) {
    prediction.put("text", article.text());
    prediction.put("title", article.title());
    article.authors().forEach(prediction.putArray("authors")::add);
    if (article.publishedAt() != null) {
      prediction.put("publishedAt", article.publishedAt().toString());
    }
    prediction.put("language", article.language());
    prediction.set("provenance", JSON.valueToTree(article.provenance().fields()));
  }
}
