package io.keeling.app.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.app.batch.WithinDeadline;
import io.keeling.app.terminal.Printable;
import io.keeling.contract.deadline.RecordDeadline;
import io.keeling.contract.deadline.TookTooLongException;
import io.keeling.contract.serde.Json;
import io.keeling.ingest.reader.ArticleReader;
import io.keeling.ingest.reader.RawPage;
import io.keeling.ingest.reader.Reading;
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
  public String line(Input input) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    if (input.label() != null) {
      line.put("file", input.label());
    }
    try {
      RawPage page = page(input);
      Reading read = reading.run(null, reader -> reader.read(page));
      if (read instanceof Reading.Readable readable) {
        line.setAll((ObjectNode) Json.MAPPER.valueToTree(readable.article()));
      } else if (read instanceof Reading.Unreadable unreadable) {
        error(line, input, unreadable.reason().label(), unreadable.message());
      }
    } catch (IOException e) {
      error(line, input, "unreadable-file", e.getMessage());
    } catch (PageNotFetchedException e) {
      error(line, input, e.outcome(), e.getMessage());
    } catch (TookTooLongException e) {
      error(line, input, e.reason(), e.getMessage());
    }
    return write(line);
  }

  /** How the page of an input was read, as lines for people. */
  public List<String> explanation(Input input) {
    String name = input.label() == null ? String.valueOf(input.url()) : input.label();
    try {
      RawPage page = page(input);
      return ExplanationReport.lines(name, reading.run(null, reader -> reader.explain(page)));
    } catch (IOException e) {
      return notRead(name, "unreadable-file", e.getMessage());
    } catch (PageNotFetchedException e) {
      return notRead(name, e.outcome(), e.getMessage());
    } catch (TookTooLongException e) {
      return notRead(name, e.reason(), e.getMessage());
    }
  }

  private static List<String> notRead(String name, String error, String message) {
    return List.of(
        "page: " + Printable.line(name), Printable.line("outcome: " + error + ": " + message));
  }

  /** The page of an input, from its file or its URL. */
  public RawPage page(Input input) throws IOException {
    if (input.path() == null) {
      return fetch.apply(input.url());
    }
    String contentType = input.charset() == null ? null : "text/html; charset=" + input.charset();
    return new RawPage(
        PageFile.read(input.path()), contentType, input.url(), null, clock.instant());
  }

  private static void error(ObjectNode line, Input input, String error, String message) {
    if (input.path() == null) {
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
}
