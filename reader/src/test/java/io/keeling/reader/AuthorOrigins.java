package io.keeling.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.reader.authors.AuthorFinder;
import io.keeling.reader.body.OtherStories;
import io.keeling.reader.decoding.PageDecoder;
import io.keeling.reader.metadata.Chosen;
import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.metadata.TitleFinder;
import io.keeling.reader.metadata.TitleFinder.Headline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what each origin of authors says of every page of a manifest, one page a line, for {@code
 * bench/quality/authors_by_hosts.py}. Not a test.
 *
 * <p>Arguments: manifests as for {@link ReaderEvaluation}, each with the file to write.
 */
final class AuthorOrigins {

  private static final ObjectMapper JSON = new ObjectMapper();

  private AuthorOrigins() {}

  public static void main(String[] arguments) throws IOException {
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      Path manifest = Path.of(arguments[i]);
      List<String> lines = new ArrayList<>();
      for (String line : Files.readAllLines(manifest, StandardCharsets.UTF_8)) {
        JsonNode entry = JSON.readTree(line);
        if (entry.has("authors")) {
          lines.add(JSON.writeValueAsString(origins(manifest, entry)));
        }
      }
      Files.write(Path.of(arguments[i + 1]), lines, StandardCharsets.UTF_8);
    }
  }

  private static ObjectNode origins(Path manifest, JsonNode entry) throws IOException {
    String file = entry.get("file").asText();
    RawPage page = ReaderEvaluation.page(manifest.resolveSibling(file), entry);
    PageEvidence evidence =
        EvidenceGathering.from(PageDecoder.decode(page.bytes(), page.contentType()), page);
    Headline headline = TitleFinder.find(evidence);
    OtherStories.mark(evidence.outline(), headline.block(), evidence.url());
    ObjectNode found = JSON.createObjectNode().put("file", file);
    ArrayNode origins = found.putArray("origins");
    for (Chosen<List<String>> answer : AuthorFinder.answers(evidence, headline.block())) {
      ArrayNode names = origins.addArray();
      if (answer != null) {
        answer.value().forEach(names::add);
      }
    }
    return found;
  }
}
