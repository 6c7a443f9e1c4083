package io.keeling.enrich.annotator;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.NameType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MentionOffsetsTest {

  private static final Annotator ANNOTATOR = new Annotator(AnnotatorResources.load());

  private static final List<String> LANGUAGES =
      List.of("en", "en", "en", "de", "fr", "es", "ja", "und");
  private static final List<String> SPACES = List.of(" ", "", "\u00a0");
  private static final List<String> PIECES =
      List.of(
          "Paris",
          "Texas",
          "in Georgia",
          "Washington, D.C.",
          "ALBANY, N.Y. —",
          "Co\u0302te d’Ivoire",
          "the United States’",
          "Mr Jordan",
          "Michael Jordan",
          "Chinese tariffs",
          "United Nations (UN)",
          "Elizabeth Street",
          "Penarth Beach",
          "S\u00e3o Paulo's",
          "T\u00fcrkiye",
          "said",
          ", and",
          ".",
          "\n\n",
          "(",
          "🌍",
          "👩‍🔬",
          "\u200b",
          "\u00ad",
          "\ufeff",
          "\u202e",
          "北京",
          "مصر",
          "𝔓aris");

  private static final int MOST_PIECES = 30;

  /** Other ones in each run; a failure names its own. */
  static LongStream seeds() {
    return new Random().longs(300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyMentionCutsItsOwnFormOutOfTheText(long seed) {
    Random random = new Random(seed);
    String text = text(random);
    String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));

    TagExplanation explanation = ANNOTATOR.explain("Georgia", text, language);

    for (ExplainedName explained : explanation.names()) {
      Name name = explained.name();
      assertThat(name.mentions()).isNotEmpty();
      assertThat(explained.forms()).hasSameSizeAs(name.mentions());
      for (int i = 0; i < name.mentions().size(); i++) {
        Mention mention = name.mentions().get(i);
        assertThat(mention.start()).isBetween(0, mention.end() - 1);
        assertThat(mention.end()).isLessThanOrEqualTo(text.length());
        String form = text.substring(mention.start(), mention.end());
        assertThat(form).isEqualTo(explained.forms().get(i)).isEqualTo(form.strip());
        assertThat(halved(text, mention.start())).isFalse();
        assertThat(halved(text, mention.end())).isFalse();
      }
      if (name.type() != NameType.LOCATION) {
        assertThat(name.country()).isNull();
      }
    }
    assertThat(overlap(explanation.names())).isFalse();
  }

  /** Whether an offset lies between the halves of a surrogate pair. */
  private static boolean halved(String text, int offset) {
    return offset > 0
        && offset < text.length()
        && Character.isHighSurrogate(text.charAt(offset - 1))
        && Character.isLowSurrogate(text.charAt(offset));
  }

  private static boolean overlap(List<ExplainedName> names) {
    List<Mention> mentions =
        names.stream()
            .flatMap(n -> n.name().mentions().stream())
            .sorted(Comparator.comparingInt(Mention::start))
            .toList();
    for (int i = 1; i < mentions.size(); i++) {
      if (mentions.get(i).start() < mentions.get(i - 1).end()) {
        return true;
      }
    }
    return false;
  }

  private static String text(Random random) {
    String space = SPACES.get(random.nextInt(SPACES.size()));
    List<String> pieces = new ArrayList<>();
    for (int left = random.nextInt(MOST_PIECES + 1); left > 0; left--) {
      pieces.add(random.nextInt(9) == 0 ? any(random) : PIECES.get(random.nextInt(PIECES.size())));
    }
    return String.join(space, pieces);
  }

  /** Up to eight characters of any plane, halves of pairs and controls among them. */
  private static String any(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(9); left > 0; left--) {
      if (random.nextBoolean()) {
        text.append((char) random.nextInt(Character.MAX_VALUE + 1));
      } else {
        text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
      }
    }
    return text.toString();
  }
}
