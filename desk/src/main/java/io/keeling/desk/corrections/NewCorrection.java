package io.keeling.desk.corrections;

import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.text.PlainText;
import io.keeling.desk.label.TopicLabels;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.FailureException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tag correction as an editor submits it. Immutable; threads may share it.
 *
 * @param note the reason, null if none is given
 * @param quote words of the article, null if none are given
 */
record NewCorrection(
    CorrectedTag tag,
    @Nullable String subject,
    String says,
    @Nullable String note,
    @Nullable String quote) {

  static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  /** The correction as made by an account. */
  TagCorrection of(EnrichedArticle article, String who, Instant at) {
    return new TagCorrection(
        article.article().id(),
        tag,
        subject,
        says,
        who,
        at,
        note,
        new TagCorrection.SaidOf(article.article().version(), quote),
        null);
  }

  /** The fields as submitted; empty if missing. */
  record Sent(String tag, String subject, String says, String note, String quote) {}

  /**
   * Parses a request.
   *
   * @param article the article it is about
   * @param topics the known topics
   * @throws FailureException if it is invalid
   */
  static NewCorrection read(Sent sent, EnrichedArticle article, TopicLabels topics) {
    CorrectedTag tag =
        CorrectedTag.of(sent.tag())
            .orElseThrow(
                () -> invalid("tag", "tag must be topic, climate, name, country or article"));
    String subject = subject(tag, sent.subject(), article);
    if (!tag.isSubject(subject) || !exists(tag, subject, topics)) {
      throw invalid(
          "subject",
          tag.hasSubject()
              ? "subject must be " + subjects(tag)
              : "subject must be left out for the tag " + tag.code());
    }
    if (!tag.says().contains(sent.says())) {
      throw invalid("says", "says must be " + String.join(", ", tag.says()));
    }
    if (adds(tag, sent.says()) && subject != null && !stands(subject, article)) {
      throw invalid("subject", "the article has no such name in its text");
    }
    String note = PlainText.line(sent.note(), TagCorrection.LONGEST_NOTE + 1);
    if (note.length() > TagCorrection.LONGEST_NOTE) {
      throw invalid("note", "note must be at most " + TagCorrection.LONGEST_NOTE + " characters");
    }
    String quote = sent.quote().strip();
    if (quote.length() > TagCorrection.LONGEST_QUOTE
        || (!quote.isEmpty() && !article.article().text().contains(quote))) {
      throw invalid(
          "quote",
          "quote must be words of the article's text, at most %d characters"
              .formatted(TagCorrection.LONGEST_QUOTE));
    }
    return new NewCorrection(
        tag, subject, sent.says(), note.isEmpty() ? null : note, quote.isEmpty() ? null : quote);
  }

  /**
   * The subject as submitted. If it is a name in the article, its punctuation is kept; any other
   * subject is put on one line.
   */
  private static @Nullable String subject(CorrectedTag tag, String sent, EnrichedArticle article) {
    if (!tag.hasSubject()) {
      return sent.isEmpty() ? null : sent;
    }
    boolean named = article.names().stream().anyMatch(name -> name.canonical().equals(sent));
    return tag == CorrectedTag.NAME && named ? sent : PlainText.line(sent, 300);
  }

  private static boolean exists(CorrectedTag tag, @Nullable String subject, TopicLabels topics) {
    return switch (tag) {
      case TOPIC -> subject != null && topics.topics().containsKey(subject);
      case COUNTRY -> subject != null && COUNTRIES.contains(subject);
      default -> true;
    };
  }

  private static String subjects(CorrectedTag tag) {
    return switch (tag) {
      case TOPIC -> "the id of a topic of the taxonomy";
      case COUNTRY -> "an ISO 3166-1 alpha-2 code";
      default -> "1 to 200 characters";
    };
  }

  private static boolean adds(CorrectedTag tag, String says) {
    return tag == CorrectedTag.NAME
        && !says.equals(TagCorrection.ABSENT)
        && !says.equals(TagCorrection.UNLINKED);
  }

  private static boolean stands(String name, EnrichedArticle article) {
    return article.article().text().contains(name)
        || article.names().stream().anyMatch(found -> found.canonical().equals(name));
  }

  private static FailureException invalid(String parameter, String problem) {
    return Failure.badParameter(parameter, problem).exception();
  }
}
