package io.keeling.enrich.names;

import io.keeling.models.files.WordSections;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether a text calls a club or a firm by the place in its name: "Birmingham travel to
 * Preston" after "Birmingham City", "Northland lost 0.4%" after "Northland Power Inc.". Only words
 * that never follow a place count, because a wrong answer hides a place.
 */
final class CalledByPlace {

  private static final WordSections WORDS = new WordSections(CalledByPlace.class);

  /** Words after the town in names of clubs, but not of councils or fire brigades. */
  private static final Set<String> CLUB = WORDS.set("club");

  /** Last words of firms' names. */
  private static final Set<String> FIRM = WORDS.set("firm");

  /**
   * Words after a name that show a team rather than a town. The verbs are plural, because a town
   * takes the singular.
   */
  private static final Pattern PLAYS =
      Pattern.compile(
          " (?:travel to|host|face|are|were|have|play|take on|go|beat|drew|scored|equalised"
              + "|trailed|kicked off|won \\d|lost \\d|(?:won|lost) (?:at home|away|again|to))\\b"
              + "|['\u2019]s? (?:goalkeeper|keeper|striker|midfielder|defender|captain|equaliser|winner"
              + "|goal|penalty)\\b");

  /**
   * Words after a name that show a firm, by its shares or spokesmen. A percentage before "of" does
   * not count, because forests lose percentages too.
   */
  private static final Pattern TRADES =
      Pattern.compile(
          " (?:rose|fell|lost|gained|slid|jumped|climbed|dropped|added|slipped|shed)"
              + " (?:as much as )?\\d[\\d.,]*(?:%| per ?cent)(?! of)"
              + "|['\u2019]?s? (?:shares|stock) "
              + "|(?: and \\p{Lu}\\p{Ll}{1,12})? declined to comment\\b");

  private CalledByPlace() {}

  /** Whether a place that begins an organisation's name means the organisation in this text. */
  static boolean is(NameCluster place, NameCluster body, PlaceUse use) {
    if (place.first() < body.first() || use.any(place)) {
      return false;
    }
    String[] rest = body.key().substring(place.key().length()).strip().split(" ");
    boolean club = true;
    for (String word : rest) {
      club &= CLUB.contains(word);
    }
    return (club && use.followed(place, PLAYS))
        || (FIRM.contains(rest[rest.length - 1]) && use.followed(place, TRADES));
  }
}
