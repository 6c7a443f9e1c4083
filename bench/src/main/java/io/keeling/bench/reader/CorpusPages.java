package io.keeling.bench.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import io.keeling.reader.RawPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The pages of a labelled set: a folder with {@code truth.jsonl}, whose lines name gzipped pages.
 */
final class CorpusPages {

  private CorpusPages() {}

  /**
   * Reads all pages.
   *
   * @throws IOException if the set cannot be read
   */
  static List<CorpusPage> read(Path set) throws IOException {
    List<CorpusPage> pages = new ArrayList<>();
    for (String line : Files.readAllLines(set.resolve("truth.jsonl"))) {
      JsonNode entry = Json.MAPPER.readTree(line);
      try (InputStream in =
          new GZIPInputStream(Files.newInputStream(set.resolve(entry.path("file").asText())))) {
        String charset = entry.path("http_charset").asText("");
        RawPage page =
            new RawPage(
                in.readAllBytes(),
                charset.isEmpty() ? null : "text/html; charset=" + charset,
                entry.path("url").asText(null),
                null,
                Instant.now());
        pages.add(new CorpusPage(entry.path("file").asText(), page));
      }
    }
    return pages;
  }
}
