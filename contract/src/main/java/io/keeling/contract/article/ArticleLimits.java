package io.keeling.contract.article;

import io.keeling.contract.text.PlainText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The limits of an article's fields, as in the JSON Schema. Lists, feeds and lines of a page show
 * these fields in full. The text is limited only by the size of the largest record ({@link
 * io.keeling.contract.topic.Topics#LARGEST_RECORD}). Lengths are in UTF-16 code units, and a text
 * has at least as many of them as characters. The limits are not settings, as they are part of the
 * contract.
 */
public final class ArticleLimits {

  /**
   * Longest headline; longer ones are cut. Headlines of newspapers reach two hundred characters.
   */
  public static final int TITLE = 500;

  /**
   * Longest standfirst; longer ones are cut. A standfirst is one paragraph, so a longer one is
   * misplaced body text.
   */
  public static final int SUBTITLE = 2_000;

  /** Longest correction note; longer ones are cut. The limit leaves room for several paragraphs. */
  public static final int CORRECTION_NOTE = 4_000;

  /**
   * Maximum number of authors; further ones are dropped. A longer byline is a list of signatories.
   */
  public static final int AUTHORS = 50;

  /**
   * Longest name of an author; longer ones are dropped. The names of desks and institutions reach a
   * hundred characters.
   */
  public static final int AUTHOR = 200;

  /** Longest section name; longer ones are dropped. A section name is a word or two. */
  public static final int SECTION = 100;

  /** Longest keyword; longer ones are dropped. A keyword is a word or two. */
  public static final int KEYWORD = 100;

  /**
   * Maximum number of keywords; further ones are dropped. A page with more keywords gives those of
   * the whole site.
   */
  public static final int KEYWORDS = 100;

  /** Longest caption; longer ones are cut, as they are really articles. */
  public static final int CAPTION = 1_000;

  /** Longest credit; longer ones are cut. A credit names a photographer and an agency. */
  public static final int CREDIT = 200;

  /** Longest address to be fetched; longer ones are dropped. */
  public static final int URL = 4_096;

  /** Longest name of an outlet; longer ones are cut. An outlet's name is a few words. */
  public static final int OUTLET_NAME = 200;

  /**
   * Longest domain or source id: host names have at most 253 characters (RFC 1035, section 2.3.4),
   * source ids at most 64.
   */
  public static final int DOMAIN = 253;

  /** Maximum number of fields in a provenance: twice the number of an article's fields. */
  public static final int PROVENANCE_FIELDS = 40;

  /** Longest name of a rule. Some rules end with the name of an attribute in the page. */
  public static final int PROVENANCE_RULE = 100;

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final String NO_LANGUAGE = "und";

  private ArticleLimits() {}

  /**
   * Returns the article within these limits, with {@link PlainText#storable storable} text and
   * without impossible dates ({@link NewsDate#isPlausible}). Its id and version are unchanged.
   * Idempotent.
   */
  public static Article within(Article article) {
    return article.toBuilder()
        .addresses(PlainText.storable(article.url()), PlainText.storable(article.canonicalUrl()))
        .source(within(article.source()))
        .title(PlainText.line(article.title(), TITLE))
        .subtitle(optional(article.subtitle(), SUBTITLE))
        .authors(lines(article.authors(), AUTHOR, AUTHORS))
        .dates(
            NewsDate.plausible(article.publishedAt(), article.fetchedAt()),
            NewsDate.plausible(article.modifiedAt(), article.fetchedAt()))
        .language(LANGUAGE.matcher(article.language()).matches() ? article.language() : NO_LANGUAGE)
        .subjects(
            article.section() == null ? null : unlessLonger(article.section(), SECTION),
            lines(article.keywords(), KEYWORD, KEYWORDS))
        .text(PlainText.storable(article.text()))
        .correctionNote(optional(article.correctionNote(), CORRECTION_NOTE))
        .image(within(article.image()))
        .provenance(within(article.provenance()))
        .build();
  }

  private static Outlet within(Outlet outlet) {
    return new Outlet(
        PlainText.line(outlet.id(), DOMAIN),
        PlainText.line(outlet.name(), OUTLET_NAME),
        PlainText.line(outlet.domain(), DOMAIN));
  }

  private static @Nullable Image within(@Nullable Image image) {
    return image == null || image.url().length() > URL
        ? null
        : new Image(
            PlainText.storable(image.url()),
            optional(image.caption(), CAPTION),
            optional(image.credit(), CREDIT));
  }

  private static Provenance within(Provenance provenance) {
    Map<String, String> fields = new TreeMap<>();
    provenance.fields().entrySet().stream()
        .limit(PROVENANCE_FIELDS)
        .forEach(
            rule ->
                fields.put(
                    PlainText.line(rule.getKey(), PROVENANCE_RULE),
                    PlainText.line(rule.getValue(), PROVENANCE_RULE)));
    return new Provenance(PlainText.line(provenance.extractor(), PROVENANCE_RULE), fields);
  }

  private static @Nullable String optional(@Nullable String text, int most) {
    String line = text == null ? "" : PlainText.line(text, most);
    return line.isEmpty() ? null : line;
  }

  private static @Nullable String unlessLonger(String text, int most) {
    String line = PlainText.line(text, 4 * most);
    return line.isEmpty() || line.length() > most ? null : line;
  }

  private static List<String> lines(List<String> all, int longest, int most) {
    return all.stream()
        .map(text -> unlessLonger(text, longest))
        .filter(line -> line != null)
        .limit(most)
        .toList();
  }
}
