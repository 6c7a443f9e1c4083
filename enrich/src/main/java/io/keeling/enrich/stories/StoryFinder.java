package io.keeling.enrich.stories;

import io.keeling.contract.article.ArticleIds;
import io.keeling.contract.enriched.Story;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the story of an article: that of the earlier article whose text it resembles most, or a new
 * one. Candidates share a band of their signatures (locality-sensitive hashing). Their whole
 * signatures are then compared, so that a band shared by chance makes no story. {@link StoryMemory}
 * holds the state.
 *
 * <p>An article that comes again, in a later version or at a newer enrichment, keeps its story as
 * long as its text still resembles the remembered one. An article that was rewritten gets another
 * story; the earlier story stays with the articles that copied it.
 */
public final class StoryFinder {

  /**
   * The resemblance from which two texts are the same, whatever the order of their shingles ({@code
   * docs/studies/stories.md}).
   */
  static final double SAME_FOR_CERTAIN = 0.5;

  /**
   * The resemblance from which two texts are the same if they also have {@link #COMMON} shingles in
   * common and in {@link #ORDER}. A copy has a resemblance of 0.36 if every tenth word was changed
   * at random, and of 0.16 if every fifth was. Two reports of one event have 0.04, two reports made
   * from one template up to 0.18 ({@code docs/studies/stories.md}).
   */
  static final double SAME = 0.13;

  /**
   * Fewest shingles that copies have in common. Two notices of three sentences each may share the
   * sentence that says how to subscribe ({@code docs/studies/stories.md}).
   */
  static final int COMMON = 30;

  /**
   * Minimum correlation between the positions of common shingles in two copies. Reports made from
   * one template, as of weather and markets, have their phrases in different places. {@code
   * docs/studies/stories.md} has the results of other values.
   */
  static final double ORDER = 0.92;

  /**
   * Maximum number of articles remembered in a band; the newest are kept. Copies come within days,
   * and articles that share a phrase by chance must not crowd them out.
   */
  static final int BAND_SIZE = 8;

  /** Maximum number of outlets remembered of a story; further ones are not counted. */
  static final int MOST_OUTLETS = 1_000;

  private StoryFinder() {}

  /**
   * Finds the story of an article and remembers the article.
   *
   * @param article the article's id
   * @param outlet the outlet's domain
   */
  public static Story find(
      String article, String outlet, TextSignature signature, StoryMemory memory) {
    StoryMember known = memory.member(article);
    if (known != null && same(TextSignature.of(known.signature()), signature)) {
      return known.story();
    }
    long[] bands = signature.bands();
    List<List<String>> inBands = Arrays.stream(bands).mapToObj(memory::band).toList();
    String told = storyOf(article, signature, inBands, memory);
    String storyId = told == null ? newStory(article, signature, memory) : told;
    Set<String> outlets = new TreeSet<>(memory.outlets(storyId));
    if (outlets.size() < MOST_OUTLETS && outlets.add(outlet)) {
      memory.outlets(storyId, outlets);
    }
    boolean first = told == null || told.equals(article);
    Story story = new Story(storyId, first, Math.max(1, outlets.size()));
    memory.member(article, new StoryMember(story, signature.bytes()));
    for (int i = 0; i < bands.length; i++) {
      List<String> articles = inBands.get(i);
      if (!articles.contains(article)) {
        List<String> more = new ArrayList<>(articles);
        more.add(article);
        memory.band(bands[i], more.subList(Math.max(0, more.size() - BAND_SIZE), more.size()));
      }
    }
    return story;
  }

  private static boolean same(TextSignature one, TextSignature other) {
    double resemblance = one.resemblance(other);
    return resemblance >= SAME_FOR_CERTAIN
        || (resemblance >= SAME && one.common(other) >= COMMON && one.order(other) >= ORDER);
  }

  /** The article's id, or one derived from its text if other outlets share the story of that id. */
  private static String newStory(String article, TextSignature signature, StoryMemory memory) {
    return memory.outlets(article).size() <= 1
        ? article
        : ArticleIds.id(article + " " + Arrays.toString(signature.bytes()));
  }

  private static @Nullable String storyOf(
      String article, TextSignature signature, List<List<String>> inBands, StoryMemory memory) {
    Set<String> met = new LinkedHashSet<>();
    inBands.forEach(met::addAll);
    met.remove(article);
    String best = null;
    double closest = 0;
    for (String candidate : met) {
      StoryMember member = memory.member(candidate);
      if (member != null) {
        TextSignature other = TextSignature.of(member.signature());
        double resemblance = other.resemblance(signature);
        if (resemblance > closest && same(other, signature)) {
          closest = resemblance;
          best = member.story().id();
        }
      }
    }
    return best;
  }
}
