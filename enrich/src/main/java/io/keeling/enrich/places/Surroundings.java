package io.keeling.enrich.places;

import io.keeling.contract.enriched.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text around a mention of a place, which shows which place it is.
 *
 * @param before the end of the text before the mention
 * @param behind the beginning of the text after it
 */
record Surroundings(String before, String behind) {

  private static final String AREA =
      "((?:\\p{Lu}\\.){2,4}|\\p{Lu}[\\p{L}-]*\\.?(?:\\s+(?:of\\s+)?\\p{Lu}[\\p{L}.-]*){0,2})";

  private static final Pattern QUALIFIER = Pattern.compile("^(?:,\\s+|\\s+\\()" + AREA);

  /** What ends a qualifier. It does not match in a list such as "Brussels, Washington and Rome". */
  private static final String END =
      "(?:[).;:]|$|['\u2019]s\\b|\\s*[\u2013\u2014-]|\\s+\\(|,\\s+(?!(?:and|or)\\b)\\p{Ll})";

  private static final Pattern CLOSED = Pattern.compile("^(?:,\\s+|\\s+\\()" + AREA + END);

  private static final Pattern ENDS = Pattern.compile("^" + END);

  /** The town before a qualifier. */
  private static final Pattern TOWN =
      Pattern.compile("(?<![\\p{L}.-])(\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)?),\\s+$");

  private static final Pattern JOINED_BEHIND =
      Pattern.compile("^(?:, (?:and |or )?| and | or )" + AREA);

  private static final Pattern JOINED_BEFORE =
      Pattern.compile(
          "(?<![\\p{L}.-])(\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)?)(?:, (?:and |or )?| and | or )$");

  private static final Pattern IN =
      Pattern.compile("^\\s+in\\s+(?:the\\s+(?:state|province)\\s+of\\s+)?" + AREA);

  private static final Pattern STATE =
      Pattern.compile("^\\s+(?:[Ss]tate|[Pp]rovince)\\b(?!\\s+[Uu]niversity)");
  private static final Pattern STATE_OF =
      Pattern.compile("(?<![\\p{L}\\p{M}\\p{Nd}_])(?:[Ss]tate|[Pp]rovince|[Rr]egion) of\\s+$");
  private static final Pattern COUNTRY_OF =
      Pattern.compile("(?<![\\p{L}\\p{M}\\p{Nd}_])[Rr]epublic of(?: the)?\\s+$");

  /**
   * Words after the name of a state of a federation, for something that a country of the same name
   * does not have.
   */
  private static final Pattern GOVERNED =
      Pattern.compile(
          "^(?:['\u2019]s)?\\s+(?:(?:[Ll]ieutenant )?[Gg]ov(?:ernor\\b|\\.)|[Ss]tatehouse\\b|[Ll]egislature\\b"
              + "|[Gg]eneral [Aa]ssembly\\b)");

  private static final Pattern GOVERNED_BEFORE =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{Nd}_])(?:[Gg]overnor|[Ss]enator|[Ll]egislature|[Ss]tatehouse) (?:of|from|in)\\s+$");

  /** Words after the name of a country, for something that a state does not have. */
  private static final Pattern SOVEREIGN =
      Pattern.compile(
          "^(?:['\u2019]s)?\\s+(?:(?:[Pp]rime|[Ff]oreign|[Dd]efen[cs]e) [Mm]inist(?:er|ry)|[Pp]arliament|[Ee]mbassy)\\b");

  private static final Pattern SOVEREIGN_BEFORE =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{Nd}_])(?:(?:[Pp]rime|[Ff]oreign|[Dd]efen[cs]e) [Mm]inister|[Pp]arliament) of\\s+$");

  private static final Pattern LIST_BEFORE = Pattern.compile(",\\s+$");

  private static final Pattern ARTICLE = Pattern.compile("(?<![\\p{L}\\p{M}\\p{Nd}_])[Tt]he\\s+$");

  private static final Pattern PLACED =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{Nd}_])(?:[Ii]n|[Nn]ear|[Oo]utside|[Ff]rom|(?<!ccording )to)\\s+$");

  /** Length of text read after a mention, in UTF-16 code units. */
  private static final int BEHIND = 60;

  /** Length of text read before a mention, in UTF-16 code units. */
  private static final int BEFORE = 24;

  /** The text around a mention. */
  static Surroundings of(String text, Mention mention) {
    return new Surroundings(
        text.substring(Math.max(0, mention.start() - BEFORE), mention.start()),
        text.substring(mention.end(), Math.min(text.length(), mention.end() + BEHIND)));
  }

  /**
   * The words after a comma or bracket that may be the state or country; null if there are none.
   */
  @Nullable String qualifier() {
    return group(QUALIFIER);
  }

  /** The {@link #qualifier}, if the phrase ends with it. */
  @Nullable String closedQualifier() {
    return group(CLOSED);
  }

  /** The area after "in", as in "Nazca in Peru". */
  @Nullable String in() {
    return group(IN);
  }

  /**
   * The town before the mention; the mention may be its state or country: "Tbilisi" before
   * "Georgia".
   */
  @Nullable String town() {
    Matcher matcher = TOWN.matcher(before);
    return matcher.find() && ENDS.matcher(behind).find() ? matcher.group(1) : null;
  }

  /** The names joined to the mention by a comma or "and". */
  List<String> joined() {
    List<String> found = new ArrayList<>(2);
    Matcher next = JOINED_BEHIND.matcher(behind);
    if (next.find()) {
      found.add(next.group(1));
    }
    Matcher last = JOINED_BEFORE.matcher(before);
    if (last.find()) {
      found.add(last.group(1));
    }
    return found;
  }

  /** Whether the text calls the place a state or province. */
  boolean state() {
    return STATE.matcher(behind).find() || STATE_OF.matcher(before).find();
  }

  boolean republic() {
    return COUNTRY_OF.matcher(before).find();
  }

  /** Whether the text gives the place what a state has and a country of that name does not. */
  boolean governed() {
    return GOVERNED.matcher(behind).find() || GOVERNED_BEFORE.matcher(before).find();
  }

  /** Whether the text gives the place what a country has and a state of that name does not. */
  boolean sovereign() {
    return SOVEREIGN.matcher(behind).find() || SOVEREIGN_BEFORE.matcher(before).find();
  }

  /** Whether the word before the mention shows that it is a place. */
  boolean placed() {
    return PLACED.matcher(before).find();
  }

  /** Whether "the" precedes the mention, except as in "the Reading-based firm". */
  boolean withArticle() {
    return ARTICLE.matcher(before).find() && !behind.startsWith("-");
  }

  /** Whether the mention follows a comma, as the state of a town does. */
  boolean afterComma() {
    return LIST_BEFORE.matcher(before).find();
  }

  private @Nullable String group(Pattern pattern) {
    Matcher matcher = pattern.matcher(behind);
    return matcher.find() ? matcher.group(1) : null;
  }

  static boolean any(List<Surroundings> all, java.util.function.Predicate<Surroundings> what) {
    return all.stream().anyMatch(what);
  }
}
