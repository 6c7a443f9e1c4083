package io.keeling.app.extract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.app.batch.WithinDeadline;
import io.keeling.app.terminal.Printable;
import io.keeling.contract.serde.Json;
import io.keeling.reader.ArticleReader;
import io.keeling.reader.RawPage;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.deadline.TookTooLongException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Reads one input and returns the result as a line of JSON. Threads may share it. */
public final class Extraction {

  private final WithinDeadline<ArticleReader> reading;
  private final Function<String, RawPage> fetch;
  private final Clock clock;

  /**
   * @param fetch gets the page at a URL
   * @param clock gives the time of reading; later dates are rejected as implausible
   * @param deadline for reading one page
   */
  public Extraction(Function<String, RawPage> fetch, Clock clock, RecordDeadline deadline) {
    this.fetch = fetch;
    this.clock = clock;
    this.reading = new WithinDeadline<>(deadline, ArticleReader::new);
  }

  /** Returns the article's JSON with {@code file}, or {@code error} and {@code message}. */
  public Answer line(Input input) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    if (input.label() != null) {
      line.put("file", input.label());
    }
    return read(
        input,
        ArticleReader::read,
        reading ->
            reading
                .fold(
                    article ->
                        line.<ObjectNode>setAll(Json.MAPPER.<ObjectNode>valueToTree(article)),
                    none -> error(line, input, none.reason().label(), none.message()))
                .toString(),
        (error, message) -> error(line, input, error, message).toString());
  }

  public Answer explanation(Input input) {
    String name = input.name();
    return read(
        input,
        ArticleReader::explain,
        explanation -> lines(ExplanationReport.lines(name, explanation)),
        (error, message) ->
            lines(
                List.of(
                    "page: " + Printable.line(name),
                    Printable.line("outcome: " + error + ": " + message))));
  }

  private <T> Answer read(
      Input input,
      BiFunction<ArticleReader, RawPage, T> work,
      Function<T, String> text,
      BinaryOperator<String> failure) {
    boolean came = false;
    try {
      RawPage page = page(input);
      came = true;
      return new Answer(text.apply(reading.run(null, reader -> work.apply(reader, page))), true);
    } catch (IOException e) {
      return new Answer(failure.apply("unreadable-file", String.valueOf(e.getMessage())), came);
    } catch (PageNotFetchedException e) {
      return new Answer(failure.apply(e.outcome(), String.valueOf(e.getMessage())), came);
    } catch (TookTooLongException e) {
      return new Answer(failure.apply(e.reason(), String.valueOf(e.getMessage())), came);
    }
  }

  private static String lines(List<String> report) {
    return String.join(System.lineSeparator(), report);
  }

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

  private static ObjectNode error(ObjectNode line, Input input, String error, String message) {
    if (input.path() == null && input.url() != null) {
      line.put("url", input.url());
    }
    return line.put("error", error).put("message", message);
  }

  /**
   * The result for an input.
   *
   * @param text what to print for it
   * @param came whether there was a page to read, even if it has no article
   */
  public record Answer(String text, boolean came) {}
}
