package io.keeling.enrich.correction;

import io.keeling.contract.article.Article;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.correction.TaggedBy;
import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.NameType;
import io.keeling.contract.enriched.TagLimits;
import io.keeling.enrich.names.Salience;
import io.keeling.enrich.names.TaggedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Applies editors' corrections to the names of an article. */
final class NameCorrections {

  /** Maximum number of mentions of a name that an editor added: no article has more. */
  private static final int MOST_MENTIONS = 200;

  private NameCorrections() {}

  /**
   * The corrected names.
   *
   * @param subject the corrected name's label, or its form in the text
   * @param says the correction, as {@link io.keeling.contract.correction.CorrectedTag#NAME}
   *     describes it
   */
  static List<Name> correct(List<Name> names, Article article, String subject, String says) {
    List<Name> corrected = new ArrayList<>();
    boolean there = false;
    for (Name name : names) {
      boolean meant = name.canonical().equals(subject);
      there |= meant;
      Name right = meant ? corrected(name, says) : name;
      if (right != null) {
        corrected.add(right);
      }
    }
    if (!there && isKind(says)) {
      Name missing = missing(names, article, subject, kind(says));
      if (missing != null) {
        corrected.add(missing);
        corrected.sort(Comparator.comparingDouble(Name::salience).reversed());
      }
    }
    return TagLimits.within(corrected);
  }

  private static boolean isKind(String says) {
    return !says.equals(TagCorrection.ABSENT) && !says.equals(TagCorrection.UNLINKED);
  }

  private static NameType kind(String says) {
    return NameType.valueOf(says.toUpperCase(Locale.ROOT));
  }

  private static @Nullable Name corrected(Name name, String says) {
    if (says.equals(TagCorrection.ABSENT)) {
      return null;
    }
    if (says.equals(TagCorrection.UNLINKED)) {
      return of(name, name.type(), false);
    }
    return of(name, kind(says), name.type() == kind(says));
  }

  /**
   * The name with the type that an editor gave it. It keeps its label, item and place only if it is
   * linked.
   */
  private static Name of(Name name, NameType type, boolean linked) {
    return new Name(
        name.text(),
        linked ? name.label() : null,
        type,
        name.mentions(),
        name.salience(),
        linked ? name.wikidata() : null,
        linked ? name.country() : null,
        linked ? name.lat() : null,
        linked ? name.lon() : null,
        TaggedBy.EDITOR);
  }

  /** A name that was not found, with all its mentions; null if the text does not contain it. */
  private static @Nullable Name missing(
      List<Name> names, Article article, String text, NameType type) {
    List<Mention> mentions = mentions(article.text(), text);
    if (mentions.isEmpty()) {
      return null;
    }
    int most = names.stream().mapToInt(name -> name.mentions().size()).max().orElse(1);
    TaggedName tagged = new TaggedName(text, type, mentions, List.of());
    double salience =
        new Salience(article.title(), article.text().length(), Math.max(most, mentions.size()))
            .of(tagged, false);
    return new Name(text, null, type, mentions, salience, null, null, null, null, TaggedBy.EDITOR);
  }

  /** Where a text contains a name as whole words. */
  private static List<Mention> mentions(String text, String name) {
    List<Mention> mentions = new ArrayList<>();
    int at = text.indexOf(name);
    while (at >= 0 && mentions.size() < MOST_MENTIONS) {
      int end = at + name.length();
      if (begins(text, at) && ends(text, end)) {
        mentions.add(new Mention(at, end));
      }
      at = text.indexOf(name, end);
    }
    return mentions;
  }

  private static boolean begins(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
  }

  private static boolean ends(String text, int end) {
    return end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
  }
}
