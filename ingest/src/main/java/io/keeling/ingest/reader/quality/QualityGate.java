package io.keeling.ingest.reader.quality;

import io.keeling.ingest.reader.Reading;
import io.keeling.ingest.reader.UnreadableReason;
import io.keeling.ingest.reader.body.Body;
import io.keeling.ingest.reader.metadata.Evidence;
import io.keeling.ingest.reader.metadata.TitleFinder.Headline;
import io.keeling.ingest.reader.metadata.WebAddress;
import io.keeling.ingest.reader.outline.Block;
import io.keeling.ingest.reader.outline.BlockKind;
import io.keeling.ingest.reader.structured.Thing;
import io.keeling.ingest.reader.wording.Folded;
import io.keeling.ingest.reader.wording.PhraseList;
import io.keeling.ingest.reader.wording.TextMeasure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells pages that hold an article from those that do not, and why not. It judges what was read,
 * not what was hoped for: a short text under a headline and a date is an article, a long one on a
 * consent wall is none. Stateless; threads may share it.
 */
public final class QualityGate {

  /** Notices, walls and error pages are shorter than this. */
  private static final int NOTICE_WORDS = 160;

  /** A few lines under a player or gallery. */
  private static final int VIDEO_WORDS = 30;

  /** Shorter texts are no article even with a headline. */
  private static final int LEAST_WORDS = 15;

  /** Shorter texts need a sign of an article beside them. */
  private static final int LEAST_UNSIGNED_WORDS = 25;

  private static final int INDEX_HEADINGS = 8;
  private static final double INDEX_SHARE = 0.15;
  private static final double MOSTLY_TEASERS = 0.6;
  private static final int INDEX_WORDS = 60;
  private static final int FRONT_WORDS = 80;

  /** A wall says what it is in its first sentences. */
  private static final int BEGINNING = 300;

  private static final PhraseList CONSENT = PhraseList.load("phrases/consent-wall.txt");
  private static final PhraseList ERROR = PhraseList.load("phrases/error-page.txt");

  private QualityGate() {}

  /** Why the page holds no article, or null if it does. */
  public static Reading.@Nullable Unreadable check(
      Evidence evidence, Headline headline, Body body) {
    int words = TextMeasure.of(body.text()).words();
    String title = Folded.of(headline.text(), 200);
    if (evidence.outline().blocks().isEmpty() && words == 0) {
      return unreadable(UnreadableReason.EMPTY, "no text on the page");
    }
    boolean signed = isSigned(evidence);
    if (words < NOTICE_WORDS && isConsentWall(title, body, signed)) {
      return unreadable(
          UnreadableReason.CONSENT_WALL, "asks for consent instead of showing an article");
    }
    if (words < NOTICE_WORDS
        && (ERROR.starts(title)
            || ERROR.equal(Folded.of(evidence.outline().documentTitle(), 200)))) {
      return unreadable(UnreadableReason.ERROR_PAGE, "the headline is that of an error page");
    }
    if (!signed && isIndex(evidence, words)) {
      return unreadable(UnreadableReason.INDEX_PAGE, "mostly links to other pages");
    }
    if (words < VIDEO_WORDS && isVideo(evidence)) {
      return unreadable(UnreadableReason.VIDEO_ONLY, words + " words beside a player");
    }
    if (words < (signed ? LEAST_WORDS : LEAST_UNSIGNED_WORDS)) {
      return unreadable(UnreadableReason.TOO_SHORT, words + " words of text");
    }
    return null;
  }

  private static Reading.Unreadable unreadable(UnreadableReason reason, String message) {
    return new Reading.Unreadable(reason, message);
  }

  private static boolean isConsentWall(String title, Body body, boolean signed) {
    return CONSENT.in(title) || (!signed && CONSENT.in(Folded.of(body.text(), BEGINNING)));
  }

  /** Whether the page itself says that it is an article. */
  private static boolean isSigned(Evidence evidence) {
    String type = evidence.metas().first("og:type");
    return evidence.structured().article() != null
        || evidence.metas().first("article:published_time") != null
        || (type != null && type.toLowerCase(Locale.ROOT).contains("article"));
  }

  private static boolean isIndex(Evidence evidence, int words) {
    if (evidence.url() != null && WebAddress.isFront(evidence.url()) && words < FRONT_WORDS) {
      return true;
    }
    if (evidence.outline().teaserShare() > MOSTLY_TEASERS) {
      return true;
    }
    int linked = 0;
    for (Block block : evidence.outline().blocks()) {
      linked += block.kind() == BlockKind.HEADING && block.linkShare() > 0.8 ? 1 : 0;
    }
    return linked >= INDEX_HEADINGS
        && words < INDEX_SHARE * evidence.outline().top().words()
        && words < INDEX_WORDS;
  }

  private static boolean isVideo(Evidence evidence) {
    String type = evidence.metas().first("og:type");
    return (type != null && type.startsWith("video"))
        || evidence.structured().things().stream().anyMatch(QualityGate::isVideo);
  }

  private static boolean isVideo(Thing thing) {
    return thing.is("videoobject") && !thing.listed();
  }
}
