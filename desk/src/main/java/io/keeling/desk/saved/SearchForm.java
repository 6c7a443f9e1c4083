package io.keeling.desk.saved;

import io.javalin.http.Context;
import io.keeling.desk.access.Caller;
import io.keeling.desk.messages.Languages;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Forms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form to save a search, empty or with what was typed. Immutable; threads may share it.
 *
 * @param heading what the search finds, in words
 * @param csrf the form token
 * @param more whether another channel can be added
 * @param corrections whether corrections are sent
 */
public record SearchForm(
    String heading,
    String query,
    String csrf,
    Field name,
    List<ChannelField> channels,
    boolean more,
    boolean corrections,
    List<Choice> languages) {

  /** Name of the button that adds a channel to the form. */
  static final String MORE = "more";

  /** An option, its label, and whether it is selected. */
  public record Choice(String value, String label, boolean chosen) {}

  /**
   * A text field.
   *
   * @param focus whether it gets the focus
   * @param problem what is wrong with it, in words; null if nothing is wrong
   */
  public record Field(String value, boolean focus, @Nullable String problem) {

    /** Keeps targets out of logs. */
    @Override
    public String toString() {
      return "Field[" + problem + "]";
    }
  }

  /**
   * Fields of a channel: kind, target and rhythm.
   *
   * @param hints what a target looks like, for each kind
   */
  public record ChannelField(
      int place, List<Choice> channels, Field target, List<String> hints, List<Choice> rhythms) {}

  /**
   * The fields as typed.
   *
   * @param channels the channels that are not empty
   */
  record Typed(
      String name,
      String query,
      List<NewSearch.ChannelText> channels,
      boolean corrections,
      String language) {

    static Typed of(Context context) {
      List<String> ways = context.formParams("channel");
      List<String> targets = context.formParams("target");
      List<String> rhythms = context.formParams("rhythm");
      List<NewSearch.ChannelText> channels = new ArrayList<>();
      // Reads one channel more than allowed, so that a form with too many is noticed.
      for (int i = 0; i < ways.size() && channels.size() <= NewSearch.MOST_CHANNELS; i++) {
        NewSearch.ChannelText channel =
            new NewSearch.ChannelText(
                ways.get(i),
                i < targets.size() ? targets.get(i) : "",
                i < rhythms.size() ? rhythms.get(i) : "");
        if (!channel.isEmpty()) {
          channels.add(channel);
        }
      }
      return new Typed(
          Forms.text(context, "name"),
          Forms.text(context, "query"),
          channels,
          context.formParam("corrections") != null,
          Forms.text(context, "language"));
    }

    NewSearch.AlertText alert() {
      return new NewSearch.AlertText(channels, corrections, language);
    }

    /** Keeps targets out of logs. */
    @Override
    public String toString() {
      return "Typed[" + name + "]";
    }
  }

  /** A form that is empty except for a suggested name. */
  static SearchForm empty(
      Context context, String heading, String query, Messages messages, ChannelRules rules) {
    String name = heading.length() > NewSearch.LONGEST_NAME ? "" : heading;
    Typed nothing = new Typed(name, query, List.of(), true, messages.code());
    return filled(context, nothing, heading, messages, rules, null, false);
  }

  /**
   * The form with what was typed.
   *
   * @param rules the channels to offer
   * @param wrong what is wrong with the form; null if nothing is wrong
   * @param more whether to add the fields of another channel
   */
  static SearchForm filled(
      Context context,
      Typed typed,
      String heading,
      Messages messages,
      ChannelRules rules,
      NewSearch.@Nullable Invalid wrong,
      boolean more) {
    List<ChannelField> channels = new ArrayList<>();
    List<NewSearch.ChannelText> shown = new ArrayList<>(typed.channels());
    if (shown.isEmpty() || (more && shown.size() < NewSearch.MOST_CHANNELS)) {
      shown.add(new NewSearch.ChannelText("", "", ""));
    }
    for (NewSearch.ChannelText text : shown) {
      int place = channels.size() + 1;
      String problem =
          wrong != null && wrong.place() == place && wrong.key() != null
              ? messages.of(wrong.key())
              : null;
      boolean focus = problem != null || (more && place == shown.size());
      Field target = new Field(text.target(), focus, problem);
      channels.add(field(place, text, target, messages, rules.channels()));
    }
    String problem =
        wrong != null && wrong.place() == 0 && wrong.key() != null
            ? messages.of(wrong.key())
            : null;
    return new SearchForm(
        heading,
        typed.query(),
        Caller.of(context).formToken(),
        new Field(typed.name(), problem != null, problem),
        channels,
        channels.size() < NewSearch.MOST_CHANNELS,
        typed.corrections(),
        languages(typed.language(), messages));
  }

  /**
   * The fields of a further channel of a saved search.
   *
   * @param problem what is wrong with the typed target; null if nothing is wrong
   * @param rules the channels to offer
   */
  static ChannelField further(
      int place,
      NewSearch.ChannelText text,
      @Nullable String problem,
      Messages messages,
      ChannelRules rules) {
    Field target = new Field(text.target(), problem != null, problem);
    List<Channel> channels =
        rules.channels().stream().filter(each -> each != Channel.NONE).toList();
    return field(place, text, target, messages, channels);
  }

  private static ChannelField field(
      int place,
      NewSearch.ChannelText text,
      Field target,
      Messages messages,
      List<Channel> channels) {
    return new ChannelField(
        place,
        choices(channels, Channel::value, each -> each.label(messages), text.channel()),
        target,
        channels.stream()
            .filter(each -> each != Channel.NONE)
            .map(ChannelRules::hint)
            .distinct()
            .map(key -> messages.of(key))
            .toList(),
        choices(
            List.of(Rhythm.values()),
            Rhythm::value,
            each -> messages.of("rhythm." + each.value()),
            text.rhythm()));
  }

  private static <T> List<Choice> choices(
      List<T> all, Function<T, String> value, Function<T, String> label, String chosen) {
    return all.stream()
        .map(
            each ->
                new Choice(value.apply(each), label.apply(each), value.apply(each).equals(chosen)))
        .toList();
  }

  /** The languages, the reader's own first. */
  private static List<Choice> languages(String chosen, Messages first) {
    return Languages.all().stream()
        .sorted(Comparator.comparing(each -> !each.code().equals(first.code())))
        .map(each -> new Choice(each.code(), each.of("language"), each.code().equals(chosen)))
        .toList();
  }

  public boolean isWrong() {
    return name.problem() != null
        || channels.stream().anyMatch(channel -> channel.target().problem() != null);
  }
}
