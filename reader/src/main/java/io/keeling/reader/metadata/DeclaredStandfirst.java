package io.keeling.reader.metadata;

import io.keeling.reader.wording.Folded;
import io.keeling.reader.wording.Shingles;
import io.keeling.reader.wording.TextMeasure;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the standfirst that an outlet declares but does not print in its article, or prints where
 * it is not recognised: many show it only in lists of articles and in the metadata.
 *
 * <p>The declared text is used only if it is about this article and not part of the text. Many
 * descriptions are of the whole site, repeat the headline, or are the first words of the text. Of
 * 475 opened pages, 5 had a standfirst beside their text without this class, and 47 have one with
 * it (docs/studies/standfirst-in-the-text.md).
 */
public final class DeclaredStandfirst {

  private static final int LEAST_WORDS = 5;
  private static final int MOST_WORDS = 80;

  /** Characters of a text that are compared: its beginning is enough. */
  private static final int COMPARED_CHARACTERS = 20_000;

  /** Shortest word compared: shorter ones are seldom names or nouns. */
  private static final int LEAST_LETTERS = 4;

  /** Letters compared, as forms of a word differ in their endings. */
  private static final int STEM_LETTERS = 5;

  /** Minimum share of the standfirst's words that must be in the article. */
  private static final double ABOUT_IT = 0.6;

  /**
   * The standfirst counts as part of the text if at least this share of its runs of words is in it.
   */
  private static final double SAID_THERE = 0.3;

  private DeclaredStandfirst() {}

  /** Returns the standfirst that the metadata declare for an article with this text, or null. */
  public static @Nullable Chosen<String> find(PageEvidence evidence, String title, String text) {
    Chosen<String> declared =
        chosen(evidence.structured().ofArticle("description"), "json-ld:description");
    if (declared == null) {
      declared = chosen(evidence.metas().first("og:description"), "meta:og:description");
    }
    if (declared == null) {
      return null;
    }
    boolean fits = fits(declared.value(), title, text);
    evidence.consider("subtitle", declared.value(), declared.origin(), fits ? 1 : 0);
    return fits ? declared : null;
  }

  private static @Nullable Chosen<String> chosen(@Nullable String text, String origin) {
    return text == null || text.isBlank() ? null : new Chosen<>(text, origin);
  }

  private static boolean fits(String declared, String title, String text) {
    int words = TextMeasure.of(declared).words();
    if (words < LEAST_WORDS || words > MOST_WORDS || isSpoilt(declared)) {
      return false;
    }
    String folded = Folded.of(declared);
    String headline = Folded.of(title);
    if (headline.contains(folded) || folded.contains(headline)) {
      return false;
    }
    String said = Folded.of(text, COMPARED_CHARACTERS);
    return !said.contains(folded)
        && Shingles.of(said).share(Shingles.of(folded)) < SAID_THERE
        && isAbout(folded, said + " " + headline);
  }

  /** Whether the text was cut by the site, has the site's name after a bar, or holds markup. */
  private static boolean isSpoilt(String declared) {
    String end = declared.substring(Math.max(0, declared.length() - 6));
    return end.contains("\u2026")
        || end.contains("...")
        || declared.indexOf('|') >= 0
        || declared.indexOf('<') >= 0;
  }

  private static boolean isAbout(String folded, String article) {
    Set<String> stems = new HashSet<>();
    for (String word : article.split(" ")) {
      stems.add(stem(word));
    }
    List<String> told =
        Arrays.stream(folded.split(" ")).filter(w -> w.length() >= LEAST_LETTERS).toList();
    long shared = told.stream().filter(word -> stems.contains(stem(word))).count();
    return !told.isEmpty() && shared >= ABOUT_IT * told.size();
  }

  private static String stem(String word) {
    return word.substring(0, Math.min(STEM_LETTERS, word.length()));
  }
}
