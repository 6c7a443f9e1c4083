package io.keeling.training.stories;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import io.keeling.enrich.stories.MinHash;
import io.keeling.enrich.stories.TextSignature;
import io.keeling.training.corpus.NewsArticle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text that an outlet tells.
 *
 * @param id unlike any other's
 * @param outlet the outlet's domain
 * @param language ISO 639-1
 * @param signature of the text; empty where it is too short to be told again
 */
record Telling(
    String id, String outlet, String language, String text, Optional<TextSignature> signature) {

  static Telling of(String id, String outlet, String language, String text) {
    return new Telling(id, outlet, language, text, MinHash.of(text));
  }

  /** The texts of a folder, the first line of each being its headline; in the order of names. */
  static List<Telling> folder(Path folder) throws IOException {
    List<Telling> tellings = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String name = folder.getFileName() + "/" + file.getFileName();
        tellings.add(of(name, name + ".example", "en", text.substring(text.indexOf('\n')).strip()));
      }
    }
    return tellings;
  }

  /** Our own news of some lengths, in characters. */
  static List<Telling> news(Path folder, int shortest, int longest) throws IOException {
    List<Telling> tellings = new ArrayList<>();
    for (NewsArticle article : NewsArticle.read(folder)) {
      String text = article.text();
      if (text.length() >= shortest && text.length() <= longest) {
        String name = "news/" + tellings.size();
        tellings.add(of(name, name + ".example", "en", text));
      }
    }
    return tellings;
  }

  /** Articles that {@code keeling extract} wrote; pages without an article are passed over. */
  static List<Telling> pages(Path file) throws IOException {
    List<Telling> tellings = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      JsonNode page = Json.MAPPER.readTree(line);
      if (page.hasNonNull("text")) {
        tellings.add(
            of(
                file.getFileName() + "/" + page.path("file").asText(),
                page.path("source").path("domain").asText("unknown"),
                page.path("language").asText("und"),
                page.path("text").asText()));
      }
    }
    return tellings;
  }
}
