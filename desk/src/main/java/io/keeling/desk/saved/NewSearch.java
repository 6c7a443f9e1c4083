package io.keeling.desk.saved;

import io.keeling.desk.messages.Languages;
import io.keeling.desk.messages.QueryProblems;
import io.keeling.desk.web.Failure;
import io.keeling.search.query.ParsedQuery;
import io.keeling.search.query.QueryParser;
import io.keeling.search.query.QueryString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request to save a search, validated. Immutable; threads may share it. */
sealed interface NewSearch {

  /** Longest name, in characters. */
  int LONGEST_NAME = 100;

  /** Longest query, in characters. */
  int LONGEST_QUERY = 8_000;

  /**
   * Maximum number of channels of a search: a webhook, a chat and a few people; larger groups have
   * a mailing list.
   */
  int MOST_CHANNELS = 5;

  Failure MANY_CHANNELS =
      Failure.badParameter("channels", "a search may have at most " + MOST_CHANNELS + " channels");

  /**
   * A valid search.
   *
   * @param name one line, neither empty nor too long
   * @param query in its shortest form
   * @param alerts the channels in order; all have the same corrections and language
   * @param corrections whether corrections are sent
   */
  record Valid(String name, String query, List<Alert> alerts, boolean corrections, String language)
      implements NewSearch {

    public Valid {
      alerts = List.copyOf(alerts);
    }
  }

  /**
   * A refused search.
   *
   * @param failure the answer to programs
   * @param place the place of the channel that is wrong, from 1; 0 if no channel is wrong
   * @param key key of the message for people; null if no field of a form is wrong
   */
  record Invalid(Failure failure, int place, @Nullable String key) implements NewSearch {}

  /**
   * The alerts as requested.
   *
   * @param channels the channels in order
   * @param corrections whether corrections are sent
   * @param language the code of the messages' language; empty if missing
   */
  record AlertText(List<ChannelText> channels, boolean corrections, String language) {

    public AlertText {
      channels = List.copyOf(channels);
    }
  }

  /** A channel as requested; missing texts are empty. */
  record ChannelText(String channel, String target, String rhythm) {

    boolean isEmpty() {
      return (channel.isEmpty() || channel.equals(Channel.NONE.value())) && target.isBlank();
    }

    /** Keeps the target out of logs. */
    @Override
    public String toString() {
      return "ChannelText[" + channel + "]";
    }
  }

  /**
   * Validates a request to save a search.
   *
   * @param name the search's name as typed
   * @param query as in an address, with its question mark or without
   * @param alert the channels
   * @param parser parses the query
   * @param rules the channels and addresses that this desk can send to
   */
  static NewSearch read(
      String name, String query, AlertText alert, QueryParser parser, ChannelRules rules) {
    String line = QueryParser.line(name);
    if (line.isEmpty() || line.length() > LONGEST_NAME) {
      return new Invalid(
          Failure.badParameter("name", "name must be 1 to " + LONGEST_NAME + " characters"),
          0,
          "failure.search-name.message");
    }
    if (query.length() > LONGEST_QUERY) {
      return invalid("query", "query must be at most " + LONGEST_QUERY + " characters");
    }
    ParsedQuery parsed = parser.parse(QueryText.parameters(query));
    if (parsed instanceof ParsedQuery.Valid valid) {
      String shortest = QueryString.of(valid.query().filters()).replaceFirst("^[?]", "");
      return shortest.length() > LONGEST_QUERY
          ? invalid("query", "query must be at most " + LONGEST_QUERY + " characters")
          : alerts(line, shortest, alert, rules);
    }
    ParsedQuery.Invalid wrong = (ParsedQuery.Invalid) parsed;
    return invalid("query", "query: " + QueryProblems.line(wrong));
  }

  /**
   * Validates a further channel of a saved search. It is the last channel of the result.
   *
   * @param rules the channels and addresses that this desk can send to
   */
  static NewSearch further(SavedSearch search, ChannelText text, ChannelRules rules) {
    List<Alert> alerts = new ArrayList<>();
    search.channels().forEach(channel -> alerts.add(channel.alert()));
    Optional<Invalid> wrong = add(alerts, text, search.corrections(), search.language(), rules);
    return wrong.isPresent()
        ? wrong.get()
        : new Valid(search.name(), search.query(), alerts, search.corrections(), search.language());
  }

  private static NewSearch alerts(String name, String query, AlertText text, ChannelRules rules) {
    String language = text.language().isEmpty() ? Alert.DEFAULT_LANGUAGE : text.language();
    if (Languages.of(language).isEmpty()) {
      return invalid("language", "language must be " + Languages.codes());
    }
    if (text.channels().size() > MOST_CHANNELS) {
      return new Invalid(MANY_CHANNELS, 0, null);
    }
    List<Alert> alerts = new ArrayList<>();
    for (ChannelText channel : text.channels()) {
      Optional<Invalid> wrong = add(alerts, channel, text.corrections(), language, rules);
      if (wrong.isPresent()) {
        return wrong.get();
      }
    }
    return new Valid(name, query, alerts, text.corrections(), language);
  }

  /** Adds a channel to the alerts, or returns what is wrong with the channel. */
  private static Optional<Invalid> add(
      List<Alert> alerts,
      ChannelText text,
      boolean corrections,
      String language,
      ChannelRules rules) {
    int place = alerts.size() + 1;
    Optional<Channel> channel = Channel.of(text.channel());
    if (channel.isEmpty()) {
      return wrong(place, "channel", "channel must be " + rules.allowed());
    }
    Optional<Rhythm> rhythm = Rhythm.of(text.rhythm().isEmpty() ? "at-once" : text.rhythm());
    if (rhythm.isEmpty()) {
      return wrong(place, "rhythm", "rhythm must be at-once, hourly, daily or weekly");
    }
    if (channel.get() == Channel.NONE) {
      return target(place, "target.nobody");
    }
    AlertAddress address = rules.read(channel.get(), text.target());
    if (address instanceof AlertAddress.Bad bad) {
      return target(place, bad.key());
    }
    String target = ((AlertAddress.Good) address).target();
    Alert alert = new Alert(channel.get(), target, rhythm.get(), corrections, language);
    if (alerts.contains(alert)) {
      return target(place, "target.twice");
    }
    alerts.add(alert);
    return Optional.empty();
  }

  private static Optional<Invalid> wrong(int place, String parameter, String problem) {
    return Optional.of(new Invalid(Failure.badParameter(parameter, problem), place, null));
  }

  private static Optional<Invalid> target(int place, String key) {
    String problem = "target: " + Languages.ENGLISH.of(key);
    return Optional.of(new Invalid(Failure.badParameter("target", problem), place, key));
  }

  private static Invalid invalid(String parameter, String problem) {
    return new Invalid(Failure.badParameter(parameter, problem), 0, null);
  }
}
