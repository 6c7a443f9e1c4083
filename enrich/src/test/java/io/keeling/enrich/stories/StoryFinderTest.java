package io.keeling.enrich.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.Story;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoryFinderTest {

  private final StoryMemory memory = new MapMemory();

  @Test
  void reprintWithItsOwnFrameIsTheSameStory() {
    String report = words(1, 300);
    Story founder = find("a", "agency.example", report);
    Story reprint = find("b", "gazette.example", words(2, 30) + " " + report + " " + words(3, 30));

    assertThat(founder).isEqualTo(new Story("a", true, 1));
    assertThat(reprint).isEqualTo(new Story("a", false, 2));
  }

  @Test
  void otherReportIsAStoryOfItsOwn() {
    find("a", "agency.example", words(1, 300));

    assertThat(find("b", "gazette.example", words(2, 300))).isEqualTo(new Story("b", true, 1));
  }

  @Test
  void shortTextOfWhichEveryTenthWordWasChangedIsTheSameStory() {
    String report = words(1, 130);
    find("a", "agency.example", report);

    assertThat(find("b", "gazette.example", changed(report, 10)))
        .isEqualTo(new Story("a", false, 2));
  }

  @Test
  void reportsOfOneTemplateAreStoriesOfTheirOwn() {
    List<String> phrases = IntStream.range(0, 40).mapToObj(i -> words(1_000 + i, 12)).toList();
    long own =
        IntStream.range(0, 300)
            .filter(i -> find("report" + i, "x", report(i, phrases)).first())
            .count();

    assertThat(own)
        .as("all but those that have the same phrases in the same order")
        .isGreaterThan(295);
  }

  /** Forty phrases by chance, a number behind each. */
  private static String report(int seed, List<String> phrases) {
    Random random = new Random(seed);
    return IntStream.range(0, 40)
        .mapToObj(i -> phrases.get(random.nextInt(phrases.size())) + " " + random.nextInt(50))
        .collect(Collectors.joining(" "));
  }

  @Test
  void noticesThatShareOnlyWhatEachSaysOfSubscriptionsAreTwoStories() {
    String subscribe = words(1, 30);
    find("a", "agency.example", words(2, 25) + " " + subscribe);

    assertThat(find("b", "gazette.example", words(3, 25) + " " + subscribe))
        .isEqualTo(new Story("b", true, 1));
  }

  @Test
  void textsThatMeetByChanceDoNotKeepCopiesApart() {
    String report = words(1, 300);
    long[] bands = MinHash.of(report).orElseThrow().bands();
    List<String> others = IntStream.range(0, 8).mapToObj(i -> "other" + i).toList();
    others.forEach(other -> find(other, "other.example", words(other.hashCode(), 300)));
    for (long band : bands) {
      memory.band(band, others);
    }
    find("a", "agency.example", report);

    assertThat(find("b", "gazette.example", report)).isEqualTo(new Story("a", false, 2));
    for (long band : bands) {
      assertThat(memory.band(band)).hasSize(8).endsWith("a", "b");
    }
  }

  @Test
  void caseAndPunctuationDoNotMatter() {
    String report = words(1, 100);
    find("a", "agency.example", report);

    assertThat(find("b", "x.example", report.toUpperCase(java.util.Locale.ROOT).replace(" ", ", ")))
        .isEqualTo(new Story("a", false, 2));
  }

  @Test
  void articleAskedForAgainKeepsItsAnswer() {
    String report = words(1, 300);
    find("a", "agency.example", report);
    find("b", "gazette.example", report);

    assertThat(find("a", "agency.example", report + " corrected"))
        .isEqualTo(new Story("a", true, 1));
    assertThat(find("b", "gazette.example", report)).isEqualTo(new Story("a", false, 2));
  }

  @Test
  void articleRewrittenFromTheGroundUpTellsAnotherStory() {
    find("a", "agency.example", words(1, 300));
    find("b", "gazette.example", words(1, 300));

    assertThat(find("b", "gazette.example", words(7, 300))).isEqualTo(new Story("b", true, 1));
  }

  @Test
  void founderRewrittenLeavesItsStoryToThoseWhoCopiedIt() {
    String before = words(1, 300);
    String after = words(7, 300);
    find("a", "agency.example", before);
    find("b", "gazette.example", before);

    Story rewritten = find("a", "agency.example", after);

    assertThat(rewritten.id()).matches("[0-9a-f]{32}");
    assertThat(rewritten).isEqualTo(new Story(rewritten.id(), true, 1));
    assertThat(find("a", "agency.example", after)).isEqualTo(rewritten);
    assertThat(find("c", "courier.example", after)).isEqualTo(new Story(rewritten.id(), false, 2));
    assertThat(find("d", "post.example", before)).isEqualTo(new Story("a", false, 3));
    assertThat(find("a", "agency.example", before)).isEqualTo(new Story("a", true, 3));
    assertThat(find("a", "agency.example", after).id()).isEqualTo(rewritten.id());
  }

  @Test
  void founderWhomNobodyCopiedKeepsItsStory() {
    find("a", "agency.example", words(1, 300));

    assertThat(find("a", "agency.example", words(7, 300))).isEqualTo(new Story("a", true, 1));
  }

  @Test
  void signatureEstimatesResemblance() {
    String common = words(1, 400);
    TextSignature whole = MinHash.of(common + " " + words(2, 100)).orElseThrow();
    TextSignature other = MinHash.of(common + " " + words(3, 100)).orElseThrow();

    assertThat(whole.resemblance(other)).isBetween(0.5, 0.85);
    assertThat(whole.common(other)).isBetween(300.0, 500.0);
    assertThat(whole.order(other)).isGreaterThan(0.9);
    assertThat(MinHash.of(words(2, 100) + " " + common).orElseThrow().order(other))
        .as("the same words in another place")
        .isGreaterThan(0.9);
    assertThat(TextSignature.of(whole.bytes())).isEqualTo(whole);
    assertThat(MinHash.of(words(4, MinHash.FEWEST_WORDS - 1))).isEmpty();
  }

  @Test
  void textsWithoutSpacesAreComparedByTheirLetters() {
    String report = ideographs(1, 300);
    find("a", "agency.example", report);

    assertThat(find("b", "gazette.example", ideographs(2, 40) + "\u3002" + report))
        .isEqualTo(new Story("a", false, 2));
    assertThat(find("c", "courier.example", ideographs(3, 300))).isEqualTo(new Story("c", true, 1));
    assertThat(MinHash.of(ideographs(4, 2 * MinHash.FEWEST_WORDS - 1))).isEmpty();
  }

  /** Ideographs by chance, a comma after each twelve. */
  private static String ideographs(long seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                Character.toString(0x4e00 + random.nextInt(3_000)) + (i % 12 == 11 ? "\uff0c" : ""))
        .collect(Collectors.joining());
  }

  /** The text with one of so many words, by chance, replaced. */
  private static String changed(String text, int oneOf) {
    Random random = new Random(oneOf);
    return Arrays.stream(text.split(" "))
        .map(word -> random.nextInt(oneOf) == 0 ? word + "x" : word)
        .collect(Collectors.joining(" "));
  }

  private Story find(String article, String outlet, String text) {
    return StoryFinder.find(article, outlet, MinHash.of(text).orElseThrow(), memory);
  }

  /** Words by chance, the same for the same seed. */
  private static String words(long seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(i -> "word" + random.nextInt(5_000))
        .collect(Collectors.joining(" "));
  }

  private static final class MapMemory implements StoryMemory {
    private final Map<Long, List<String>> bands = new HashMap<>();
    private final Map<String, StoryMember> members = new HashMap<>();
    private final Map<String, Set<String>> outlets = new HashMap<>();

    @Override
    public List<String> band(long key) {
      return bands.getOrDefault(key, List.of());
    }

    @Override
    public void band(long key, List<String> articles) {
      bands.put(key, articles);
    }

    @Override
    public StoryMember member(String article) {
      return members.get(article);
    }

    @Override
    public void member(String article, StoryMember member) {
      members.put(article, member);
    }

    @Override
    public Set<String> outlets(String story) {
      return outlets.getOrDefault(story, Set.of());
    }

    @Override
    public void outlets(String story, Set<String> names) {
      outlets.put(story, names);
    }
  }
}
