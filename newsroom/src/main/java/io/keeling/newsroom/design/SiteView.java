package io.keeling.newsroom.design;

import io.keeling.newsroom.press.Block;
import io.keeling.newsroom.press.Edition;
import io.keeling.newsroom.press.House;
import io.keeling.newsroom.press.Manner;
import io.keeling.newsroom.press.Press;
import io.keeling.newsroom.press.PressArticle;
import io.keeling.newsroom.press.Trap;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An outlet as its templates see it.
 *
 * @param house the outlet
 * @param press all outlets
 * @param edition which edition of an article is out
 * @param base scheme, host and port that addresses start with
 */
public record SiteView(
    House house, Press press, Function<PressArticle, Edition> edition, String base) {

  /** Words of a summary, where an article has no standfirst. */
  private static final int SUMMARY_WORDS = 32;

  /** The masthead. */
  public String name() {
    return house.name();
  }

  /** All items, in the editors' order. */
  public List<Item> items() {
    List<Item> items = new ArrayList<>();
    press.articlesOf(house).forEach(article -> items.add(item(article)));
    house.traps().forEach(trap -> items.add(item(trap)));
    return items;
  }

  /** The items that sound pages link to: all but those only a malformed feed leads to. */
  public List<Item> linkedItems() {
    List<Item> items = new ArrayList<>();
    press.articlesOf(house).stream()
        .filter(article -> article.header().manner() != Manner.MALFORMED_FEED)
        .forEach(article -> items.add(item(article)));
    house.traps().forEach(trap -> items.add(item(trap)));
    return items;
  }

  /** The items of a section; of all sections for null. */
  public List<Item> linkedItems(String section) {
    return linkedItems().stream()
        .filter(item -> section == null || item.section().equals(section))
        .toList();
  }

  /** The newest items. */
  public List<Item> newest(int count) {
    return linkedItems().stream()
        .sorted(java.util.Comparator.comparing(item -> item.published().toInstant().toString()))
        .collect(
            Collectors.collectingAndThen(
                Collectors.toList(),
                sorted -> {
                  java.util.Collections.reverse(sorted);
                  return sorted.subList(0, Math.min(count, sorted.size()));
                }));
  }

  /** Other articles than this one, starting after it, so that each page shows other ones. */
  public List<Item> others(PressArticle article, int count) {
    List<PressArticle> all = press.articlesOf(house);
    int at = all.indexOf(article);
    List<Item> others = new ArrayList<>();
    for (int i = 1; i < all.size() && others.size() < count; i++) {
      PressArticle other = all.get((at + i) % all.size());
      if (other.header().manner() != Manner.MALFORMED_FEED) {
        others.add(item(other));
      }
    }
    return others;
  }

  /** The path of a section's page. */
  public String sectionPath(String section) {
    return "/section/" + House.pathOf(section);
  }

  /** A date in the outlet's language and time zone. */
  public String date(OffsetDateTime time, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(house.language()))
        .format(time.atZoneSameInstant(house.zone()));
  }

  /** A date for machines, in the outlet's time zone. */
  public String iso(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        time.atZoneSameInstant(house.zone()).toOffsetDateTime());
  }

  Item item(PressArticle article) {
    Edition current = edition.apply(article);
    String html =
        article.visibleBlocks(current).stream()
            .map(
                block ->
                    (block.heading() ? "<h3>" : "<p>")
                        + block.html()
                        + (block.heading() ? "</h3>" : "</p>"))
            .collect(Collectors.joining("\n"));
    return new Item(
        current.title(),
        base + article.linkedPath(),
        summary(article, current),
        article.header().published(),
        current.modified(),
        article.header().section(),
        article.header().authors(),
        base + "/images/" + article.slug() + ".svg",
        html);
  }

  private Item item(Trap trap) {
    String section = house.sections().get(house.sections().size() - 1);
    return new Item(
        trap.title(),
        base + trap.path(),
        trap.title() + ".",
        trap.published(),
        null,
        section,
        List.of(),
        base + "/images/" + House.pathOf(trap.title()) + ".svg",
        "");
  }

  private static String summary(PressArticle article, Edition edition) {
    String subtitle = article.header().subtitle();
    if (subtitle != null) {
      return subtitle;
    }
    String first =
        edition.blocks().stream()
            .filter(block -> block.kind() == Block.Kind.PARAGRAPH)
            .findFirst()
            .orElseThrow()
            .text();
    String[] words = first.split(" ");
    return words.length <= SUMMARY_WORDS
        ? first
        : String.join(" ", List.of(words).subList(0, SUMMARY_WORDS)) + " …";
  }
}
