package io.keeling.bench.reader;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads sets with every reader and writes what each made of each page, one JSON object a line, for
 * a scorer: {@code OUTPUT/SET.READER.jsonl}.
 *
 * <p>Arguments: folder to write to, then folders of labelled sets.
 */
final class ReaderQuality {

  private ReaderQuality() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2) {
      System.err.println("usage: ReaderQuality OUTPUT SET...");
      System.exit(2);
    }
    Path output = Files.createDirectories(Path.of(arguments[0]));
    for (int i = 1; i < arguments.length; i++) {
      Path set = Path.of(arguments[i]);
      List<CorpusPage> pages = CorpusPages.read(set);
      for (ReaderContestant reader : ReaderContestant.values()) {
        Path file = output.resolve(set.getFileName() + "." + reader.label() + ".jsonl");
        List<String> lines = new ArrayList<>();
        int failed = 0;
        for (CorpusPage page : pages) {
          Prediction prediction = read(reader, page);
          failed += prediction.error() == null ? 0 : 1;
          lines.add(line(page.file(), prediction));
        }
        Files.write(file, lines, StandardCharsets.UTF_8);
        System.out.println(file + ": " + lines.size() + " pages, " + failed + " without a text");
      }
    }
  }

  /** A reader that fails on a page has found nothing on it. */
  private static Prediction read(ReaderContestant reader, CorpusPage page) {
    try {
      return reader.read(page.page());
    } catch (RuntimeException | StackOverflowError e) {
      return Prediction.failed(e.getClass().getSimpleName());
    }
  }

  private static String line(String file, Prediction prediction) throws IOException {
    ObjectNode line = Json.MAPPER.createObjectNode().put("file", file);
    if (prediction.error() != null) {
      line.put("error", prediction.error());
    } else {
      line.put("text", prediction.text()).put("title", prediction.title());
      prediction.authors().forEach(line.putArray("authors")::add);
      line.put("publishedAt", prediction.published());
    }
    return Json.MAPPER.writeValueAsString(line);
  }
}
