package io.keeling.app.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.app.batch.WithinDeadline;
import io.keeling.app.terminal.Printable;
import io.keeling.contract.serde.Json;
import io.keeling.reader.ArticleReader;
import io.keeling.reader.RawPage;
import io.keeling.reader.Reading;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.deadline.TookTooLongException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** Reads one input and writes what came of it as a line of JSON. Threads may share it. */
public final class Extraction {

  private final WithinDeadline<ArticleReader> reading;
  private final Function<String, RawPage> fetch;
  private final Clock clock;

  /**
   * @param fetch gets the page at a URL
   * @param clock no date after its time is believed
   * @param deadline of the reading of one page
   */
  public Extraction(Function<String, RawPage> fetch, Clock clock, RecordDeadline deadline) {
    this.fetch = fetch;
    this.clock = clock;
    this.reading = new WithinDeadline<>(deadline, ArticleReader::new);
  }

  /** The article's JSON with {@code file}, or {@code error} and {@code message}. */
  public Answer line(Input input) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    if (input.label() != null) {
      line.put("file", input.label());
    }
    boolean came = false;
    try {
      RawPage page = page(input);
      came = true;
      Reading read = reading.run(null, reader -> reader.read(page));
      if (read instanceof Reading.Readable readable) {
        line.setAll((ObjectNode) Json.MAPPER.valueToTree(readable.article()));
      } else if (read instanceof Reading.Unreadable unreadable) {
        error(line, input, unreadable.reason().label(), unreadable.message());
      }
    } catch (IOException e) {
      error(line, input, "unreadable-file", String.valueOf(e.getMessage()));
    } catch (PageNotFetchedException e) {
      error(line, input, e.outcome(), String.valueOf(e.getMessage()));
    } catch (TookTooLongException e) {
      error(line, input, e.reason(), String.valueOf(e.getMessage()));
    }
    return new Answer(write(line), came);
  }

  /** How the page of an input was read, as lines for people. */
  public Answer explanation(Input input) {
    String name = input.name();
    try {
      RawPage page = page(input);
      return new Answer(
          lines(ExplanationReport.lines(name, reading.run(null, reader -> reader.explain(page)))),
          true);
    } catch (IOException e) {
      return notRead(name, "unreadable-file", String.valueOf(e.getMessage()));
    } catch (PageNotFetchedException e) {
      return notRead(name, e.outcome(), String.valueOf(e.getMessage()));
    } catch (TookTooLongException e) {
      return notRead(name, e.reason(), String.valueOf(e.getMessage()));
    }
  }

  private static Answer notRead(String name, String error, String message) {
    List<String> report =
        List.of(
            "page: " + Printable.line(name), Printable.line("outcome: " + error + ": " + message));
    return new Answer(lines(report), false);
  }

  private static String lines(List<String> report) {
    return String.join(System.lineSeparator(), report);
  }

  /** The page of an input, from its file or its URL. */
  private RawPage page(Input input) throws IOException {
    if (input.refusal() != null) {
      throw new IOException(input.refusal());
    }
    if (input.path() == null && input.url() != null) {
      return fetch.apply(input.url());
    }
    byte[] bytes = input.path() == null ? PageInput.read(System.in) : PageInput.read(input.path());
    String contentType = input.charset() == null ? null : "text/html; charset=" + input.charset();
    return new RawPage(bytes, contentType, input.url(), null, clock.instant());
  }

  private static void error(ObjectNode line, Input input, String error, String message) {
    if (input.path() == null && input.url() != null) {
      line.put("url", input.url());
    }
    line.put("error", error).put("message", message);
  }

  private static String write(ObjectNode line) {
    try {
      return Json.MAPPER.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can always be written", e);
    }
  }

  /**
   * What comes of an input.
   *
   * @param text what to print for it
   * @param came whether there was a page to read, be it an article or not
   */
  public record Answer(String text, boolean came) {}
}
