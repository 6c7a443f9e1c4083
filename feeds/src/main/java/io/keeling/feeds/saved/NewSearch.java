package io.keeling.feeds.saved;

import io.keeling.feeds.messages.Languages;
import io.keeling.feeds.query.ParsedQuery;
import io.keeling.feeds.query.QueryParser;
import io.keeling.feeds.query.QueryString;
import io.keeling.feeds.web.Failure;
import java.util.Optional;

/**
 * What somebody wants to save, or why it cannot be. Immutable and safe to share between threads.
 */
sealed interface NewSearch {

  /** Longest name, in characters. */
  int LONGEST_NAME = 100;

  /** Longest query, in characters: as much as an address may have. */
  int LONGEST_QUERY = 8_000;

  /**
   * A search that can be saved.
   *
   * @param name on one line, neither empty nor too long
   * @param query the shortest that means the same
   * @param alert who is told
   */
  record Valid(String name, String query, Alert alert) implements NewSearch {}

  /** What is wrong with it. */
  record Invalid(Failure failure) implements NewSearch {}

  /**
   * Who is told, as it was sent; empty where nothing is said of it.
   *
   * @param corrections whether another wording is told
   */
  record AlertText(
      String channel, String target, String rhythm, boolean corrections, String language) {}

  /**
   * Reads what was sent.
   *
   * @param name what somebody calls it
   * @param query as in an address, with its question mark or without
   * @param alert who is told
   * @param parser reads the query
   */
  static NewSearch read(String name, String query, AlertText alert, QueryParser parser) {
    String line = QueryParser.line(name);
    if (line.isEmpty() || line.length() > LONGEST_NAME) {
      return invalid("name", "name must be 1 to " + LONGEST_NAME + " characters");
    }
    if (query.length() > LONGEST_QUERY) {
      return invalid("query", "query must be at most " + LONGEST_QUERY + " characters");
    }
    ParsedQuery parsed = parser.parse(QueryText.parameters(query));
    if (parsed instanceof ParsedQuery.Valid valid) {
      String shortest = QueryString.of(valid.query().filters()).replaceFirst("^[?]", "");
      return shortest.length() > LONGEST_QUERY
          ? invalid("query", "query must be at most " + LONGEST_QUERY + " characters")
          : alert(line, shortest, alert);
    }
    ParsedQuery.Invalid wrong = (ParsedQuery.Invalid) parsed;
    return invalid("query", "query: " + wrong.problem());
  }

  private static NewSearch alert(String name, String query, AlertText text) {
    Optional<Channel> channel = Channel.of(text.channel().isEmpty() ? "none" : text.channel());
    if (channel.isEmpty()) {
      return invalid("channel", "channel must be " + Channel.allowed());
    }
    Optional<Rhythm> rhythm = Rhythm.of(text.rhythm().isEmpty() ? "at-once" : text.rhythm());
    if (rhythm.isEmpty()) {
      return invalid("rhythm", "rhythm must be at-once, hourly, daily or weekly");
    }
    String language = text.language().isEmpty() ? Alert.DEFAULT_LANGUAGE : text.language();
    if (Languages.of(language).isEmpty()) {
      return invalid("language", "language must be " + Languages.codes());
    }
    Alert alert =
        new Alert(channel.get(), text.target().strip(), rhythm.get(), text.corrections(), language);
    return alert
        .problem()
        .map(problem -> invalid("target", problem))
        .orElseGet(() -> new Valid(name, query, alert));
  }

  private static NewSearch invalid(String parameter, String problem) {
    return new Invalid(Failure.badParameter(parameter, problem));
  }
}
