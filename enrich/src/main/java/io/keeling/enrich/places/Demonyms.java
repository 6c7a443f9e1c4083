package io.keeling.enrich.places;

import io.keeling.models.files.WordSections;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises demonyms that stand for no country: for a language, or in a thing's name such as nail
 * polish and Roman candles.
 */
final class Demonyms {

  private static final WordSections WORDS = new WordSections(Demonyms.class);

  /** Length of text read on either side of a demonym, in UTF-16 code units. */
  private static final int AROUND = 32;

  /** Demonyms that are languages spoken beyond their country. */
  private static final Set<String> LANGUAGES = WORDS.set("languages");

  private static final Pattern BEFORE_A_LANGUAGE =
      Pattern.compile(
          "(?<![\\p{L}\\p{Nd}])(?:speaks?|speaking|spoke|[Ii]n(?: both)?|into|learn(?:s|ed|ing)?|teach(?:es|ing)?"
              + "|taught|fluent|broken|math and|maths and|basic|do|understand)\\s+$");

  /** A language before another language: "in both Spanish and Portuguese". */
  private static final Pattern AND_A_LANGUAGE =
      Pattern.compile("(?<!\\p{L})(\\p{Lu}\\p{Ll}{4,9}),? (?:and|or) $");

  private static final Pattern BEHIND_A_LANGUAGE =
      Pattern.compile(
          "^(?:\\s|-)(?:teachers?|languages?|lessons?|class(?:es)?|departments?|professors?"
              + "|translations?|subtitles|versions?|speak(?:ers?|ing)|major|literature|words?"
              + "|dub(?:bed)?|proficiency|grammar|alphabet)\\b");

  /**
   * What may follow a language. A demonym means a language only at the end of a clause: "in
   * English" is, but "in English towns" is about England.
   */
  private static final Pattern ENDS =
      Pattern.compile("^(?:$|[.,;:!?)\"”\\n]|\\s+(?:and|or|as|at|with|to|for|is|was|means?)\\b)");

  private static final Pattern THING =
      Pattern.compile(
          "^\\s(?:County|[Cc]andles?|[Mm]ani\\b|[Rr]emover|[Ss]pruce|[Ff]ries|[Dd]oors?|[Tt]oast|(?:[Hh]ot )?[Cc]hocolate"
              + "|[Cc]ookies|[Cc]innamon|[Mm]uffins?|[Pp]astr(?:y|ies)|[Dd]ressing|[Bb]ulldogs?"
              + "|[Ff]ood|[Cc]uisine|[Dd]ish(?:es)?|[Rr]ecipes?|[Rr]estaurants?)\\b");

  private static final Pattern BEFORE_POLISH =
      Pattern.compile("(?i)(?:nail|shoe|gel|furniture|metal|french)\\s+$");

  private Demonyms() {}

  /** Whether a demonym of an English text means a language or a thing. */
  static boolean ofSomethingElse(String text, CountryMention mention) {
    String form = text.substring(mention.start(), mention.end());
    String before = text.substring(Math.max(0, mention.start() - AROUND), mention.start());
    String behind = text.substring(mention.end(), Math.min(text.length(), mention.end() + AROUND));
    boolean language =
        LANGUAGES.contains(form)
            && (BEHIND_A_LANGUAGE.matcher(behind).find()
                || (speaks(before) && ENDS.matcher(behind).find()));
    return language
        || THING.matcher(behind).find()
        || (form.equals("Polish") && BEFORE_POLISH.matcher(before).find());
  }

  /**
   * Whether the words before a demonym show that it is a language, directly or with another
   * language in between.
   */
  private static boolean speaks(String before) {
    Matcher other = AND_A_LANGUAGE.matcher(before);
    return BEFORE_A_LANGUAGE.matcher(before).find()
        || (other.find()
            && LANGUAGES.contains(other.group(1))
            && BEFORE_A_LANGUAGE.matcher(before.substring(0, other.start())).find());
  }
}
