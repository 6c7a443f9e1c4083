package io.keeling.newsroom.expect;

import io.keeling.newsroom.press.ArticleHeader;
import io.keeling.newsroom.press.Block;
import io.keeling.newsroom.press.Edition;
import io.keeling.newsroom.press.House;
import io.keeling.newsroom.press.Manner;
import io.keeling.newsroom.press.Picture;
import io.keeling.newsroom.press.Press;
import io.keeling.newsroom.press.PressArticle;
import io.keeling.newsroom.press.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Works out what a pipeline must make of the press, from its files alone. */
public final class Expectations {

  private Expectations() {}

  /**
   * The expectation for every article and every trap.
   *
   * @param baseOf scheme, host and port of an outlet, by its id
   */
  public static List<Expectation> of(Press press, UnaryOperator<String> baseOf) {
    List<Expectation> all = new ArrayList<>();
    for (House house : press.houses().values()) {
      String base = baseOf.apply(house.id());
      press.articlesOf(house).forEach(article -> all.add(of(press, house, article, base)));
      for (Trap trap : house.traps()) {
        String what = trap.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        all.add(
            new DeadLettered(house.id(), base + trap.path(), what, trap.stage(), trap.reason()));
      }
    }
    return all;
  }

  private static Expectation of(Press press, House house, PressArticle article, String base) {
    ArticleHeader header = article.header();
    String url = base + article.linkedPath();
    if (header.manner() == Manner.DISALLOWED) {
      return new DeadLettered(house.id(), url, "disallowed", "fetch", "disallowed");
    }
    return new Stored(
        house.id(),
        article.id(),
        url,
        base + article.path(),
        header.subtitle(),
        header.authors(),
        header.published(),
        house.language(),
        header.section(),
        article.free(),
        header.copyOf(),
        header.topics(),
        header.climate(),
        article.editions().stream().map(edition -> version(article, edition)).toList(),
        absent(press, house, article));
  }

  /** The caption and credit, the footer, and the headlines of the teasers around the text. */
  private static List<String> absent(Press press, House house, PressArticle article) {
    List<String> absent = new ArrayList<>();
    Picture picture = article.header().picture();
    if (picture != null) {
      absent.add(picture.caption());
      if (picture.credit() != null) {
        absent.add(picture.credit());
      }
    }
    absent.add(house.about());
    press.articlesOf(house).stream()
        .filter(other -> !other.equals(article))
        .forEach(other -> absent.add(other.header().title()));
    return absent;
  }

  private static ExpectedVersion version(PressArticle article, Edition edition) {
    List<Block> blocks = article.visibleBlocks(edition);
    return new ExpectedVersion(
        edition.title(),
        edition.modified(),
        blocks.stream().filter(block -> !block.heading()).map(Block::text).toList(),
        blocks.stream().filter(Block::heading).map(Block::text).toList());
  }
}
