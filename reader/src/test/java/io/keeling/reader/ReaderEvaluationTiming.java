package io.keeling.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Times the reader on the pages of manifests beside jsoup's bare parse of the same pages, on one
 * thread, in its processor time. Not a test; a benchmark proper is in the bench module.
 *
 * <p>Arguments: manifests as for {@link ReaderEvaluation}.
 */
final class ReaderEvaluationTiming {

  private static final Logger LOG = LoggerFactory.getLogger(ReaderEvaluationTiming.class);
  private static final int ROUNDS = 6;

  /** Processor time, which other work on the machine does not change as it does the clock's. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ReaderEvaluationTiming() {}

  public static void main(String[] arguments) throws IOException {
    for (String argument : arguments) {
      List<RawPage> pages = pages(Path.of(argument));
      double parse = 0;
      double read = 0;
      double worst = 0;
      for (int round = 0; round < ROUNDS; round++) {
        parse = 0;
        read = 0;
        worst = 0;
        for (RawPage page : pages) {
          long start = THREADS.getCurrentThreadCpuTime();
          Jsoup.parse(new String(page.bytes(), StandardCharsets.UTF_8));
          long middle = THREADS.getCurrentThreadCpuTime();
          new ArticleReader().read(page);
          long end = THREADS.getCurrentThreadCpuTime();
          parse += (middle - start) / 1e6;
          read += (end - middle) / 1e6;
          worst = Math.max(worst, (end - middle) / 1e6);
        }
      }
      LOG.warn(
          String.format(
              Locale.ROOT,
              "%s: parse %.2f ms, read %.2f ms a page, %.2f times; worst page %.0f ms",
              argument,
              parse / pages.size(),
              read / pages.size(),
              read / parse,
              worst));
    }
  }

  private static List<RawPage> pages(Path manifest) throws IOException {
    List<RawPage> pages = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(manifest, StandardCharsets.UTF_8)) {
      JsonNode entry = json.readTree(line);
      pages.add(ReaderEvaluation.page(manifest.resolveSibling(entry.get("file").asText()), entry));
    }
    return pages;
  }
}
