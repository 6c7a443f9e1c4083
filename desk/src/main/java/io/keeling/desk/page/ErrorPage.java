package io.keeling.desk.page;

import io.javalin.http.Context;
import io.keeling.contract.text.PlainText;
import io.keeling.desk.messages.Languages;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.messages.QueryProblems;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.ReaderLanguage;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.ParsedExpression;
import io.keeling.search.query.Facet;
import io.keeling.search.query.QueryParser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains failures to people in plain words. Threads may share it. */
public final class ErrorPage {

  /** Longest value that is quoted, in characters: enough to recognise it. */
  private static final int LONGEST_QUOTED = 41;

  /** The status for which the caller is not looked up. */
  private static final int TOO_MANY_REQUESTS = 429;

  /**
   * Maximum number of values that a query may give for a parameter. If it gives more, the page says
   * only that.
   */
  private static final int MOST_VALUES = 20;

  /**
   * The model of the page's template.
   *
   * @param again this address, to retry
   * @param waits whether the failure passes by itself, so that the page retries
   */
  public record View(Frame frame, String title, String message, String again, boolean waits) {}

  private final Templates templates;
  private final Frames frames;
  private final ExpressionParser words;

  /**
   * @param words the query parser, which finds what is wrong with a query
   */
  public ErrorPage(Templates templates, Frames frames, ExpressionParser words) {
    this.templates = templates;
    this.frames = frames;
    this.words = words;
  }

  public void show(Context context, Failure failure) {
    Messages messages = ReaderLanguage.of(context);
    templates.sendOnce(
        context,
        "error.jte",
        new View(
            frames.asked(context, messages, failure.status() != TOO_MANY_REQUESTS),
            failure.title(messages),
            message(context, failure, messages),
            Frames.here(context, ReaderLanguage.PARAMETER).replaceAll("[?&]$", ""),
            failure.passes()));
  }

  private Optional<ParsedExpression.Invalid> query(Context context) {
    List<String> asked = context.queryParams("q").stream().filter(q -> !q.isBlank()).toList();
    return asked.size() == 1
            && words.parse(QueryParser.line(asked.get(0)))
                instanceof ParsedExpression.Invalid invalid
        ? Optional.of(invalid)
        : Optional.empty();
  }

  private static String queryMessage(ParsedExpression.Invalid invalid, Messages messages) {
    return messages.of("problem.query", "problem", QueryProblems.line(invalid, messages));
  }

  /**
   * The failure in the reader's language. Problems of parameters for which there is no translation
   * are in English.
   */
  private String message(Context context, Failure failure, Messages messages) {
    String parameter = failure.parameter();
    if ("q".equals(parameter)) {
      return query(context)
          .map(invalid -> queryMessage(invalid, messages))
          .orElse(failure.message(messages));
    }
    if (parameter == null || !messages.keys().contains("problem." + parameter)) {
      return failure.message(messages);
    }
    List<String> values = context.queryParamMap().getOrDefault(parameter, List.of());
    boolean severalAllowed =
        Arrays.stream(Facet.values()).anyMatch(facet -> facet.parameter().equals(parameter));
    if (values.size() > (severalAllowed ? MOST_VALUES : 1)) {
      return messages.of(
          severalAllowed ? "problem.often" : "problem.once",
          "parameter",
          parameter,
          "count",
          severalAllowed ? MOST_VALUES : values.size());
    }
    if (messages.equals(Languages.ENGLISH)) {
      // The query parser's own message is in English and names the value.
      return failure.message(messages);
    }
    String value = values.isEmpty() ? "" : PlainText.line(values.get(0), LONGEST_QUOTED);
    return messages.of("problem." + parameter, Map.of("value", value));
  }
}
