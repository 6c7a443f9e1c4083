package io.keeling.reader.quality;

import io.keeling.reader.body.Body;
import io.keeling.reader.outline.Block;
import io.keeling.reader.wording.Folded;
import io.keeling.reader.wording.PhraseList;
import io.keeling.reader.wording.TextMeasure;
import java.util.regex.Pattern;

/**
 * Tells notices from articles about similar things. "Page not found" is the headline of an error
 * page; "Not found in forty years: the wreck of the ferry" is that of an article. A columnist's
 * text about cookies is no consent wall.
 */
public final class Notices {

  /** Notices, walls and error pages have fewer words than this. */
  public static final int MOST_WORDS = 160;

  /** Number of characters at the start of a page's text in which a wall asks for consent. */
  private static final int BEGINNING = 300;

  private static final int TITLE_CHARACTERS = 200;
  private static final double HALF = 0.5;

  private static final PhraseList CONSENT = PhraseList.load("phrases/consent-wall.txt");
  private static final PhraseList ERROR = PhraseList.load("phrases/error-page.txt");

  /** Separators between a title and the name of its site. */
  private static final Pattern SEPARATOR = Pattern.compile("[|·•–—:»]| - ");

  private Notices() {}

  public static boolean isConsentWall(String headline, Body body, ArticleSigns signs) {
    String title = Folded.of(headline, TITLE_CHARACTERS);
    String named = CONSENT.find(title);
    boolean begins = CONSENT.in(Folded.of(body.text(), BEGINNING));
    if (named == null && !begins) {
      return false;
    }
    boolean titled = named != null && words(named) >= HALF * words(title);
    if (signs.vouch() || (signs.count() > 1 && !titled)) {
      return consentShare(body) > HALF;
    }
    return begins || titled;
  }

  /** Whether most of a page's prose asks for consent. */
  public static boolean isMostlyConsent(Iterable<Block> blocks) {
    int all = 0;
    int asking = 0;
    for (Block block : blocks) {
      if (block.isProse()) {
        all += block.words();
        asking += CONSENT.in(block.folded()) ? block.words() : 0;
      }
    }
    return asking > HALF * all;
  }

  public static boolean isError(String headline, String documentTitle, ArticleSigns signs) {
    String title = Folded.of(headline, TITLE_CHARACTERS);
    if (ERROR.equal(title)) {
      return true;
    }
    if (signs.vouch()) {
      return false;
    }
    // A number or a single word may begin any headline.
    boolean begins =
        ERROR.starts(title) && title.substring(0, ERROR.longestAtStart(title)).contains(" ");
    return begins || ERROR.equal(firstPiece(documentTitle)) || ERROR.equal(firstPiece(headline));
  }

  private static String firstPiece(String title) {
    String start = title.substring(0, Math.min(TITLE_CHARACTERS, title.length()));
    return Folded.of(SEPARATOR.split(start, 2)[0]);
  }

  private static double consentShare(Body body) {
    int all = 0;
    int asking = 0;
    for (Block block : body.blocks()) {
      all += block.words();
      asking += CONSENT.in(block.folded()) ? block.words() : 0;
    }
    return all == 0 ? 1 : (double) asking / all;
  }

  private static int words(String text) {
    return TextMeasure.of(text).words();
  }
}
