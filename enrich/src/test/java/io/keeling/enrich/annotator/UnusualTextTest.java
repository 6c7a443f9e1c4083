package io.keeling.enrich.annotator;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.TagLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that no newspaper prints but a page may hold. */
class UnusualTextTest {

  private static final int THREADS = 4;

  private static final AnnotatorResources RESOURCES = AnnotatorResources.load();
  private static final Annotator ANNOTATOR = new Annotator(RESOURCES);

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n\n\n\n\n\n", "\0", "\0\0\n\0", "\r\n\t \u2028"})
  void textWithoutWordsHasNoTags(String text) {
    for (String language : List.of("en", "de", "fi")) {
      Annotation annotation = ANNOTATOR.annotate("", text, language);

      assertThat(annotation.names()).isEmpty();
      assertThat(annotation.countries()).isEmpty();
      assertThat(annotation.topics()).isEmpty();
    }
  }

  @Test
  void nulPartsWordsAndHidesNone() {
    String text = "John Kerry flew to Lima.\0\n\nPeru's wind farms\0 grow.";

    Annotation annotation = ANNOTATOR.annotate("", text, "en");

    assertThat(annotation.names()).extracting(n -> n.text()).contains("John Kerry", "Lima");
    assertThat(annotation.countries()).extracting(c -> c.code()).containsExactly("PE");
  }

  @Test
  void moreThanTheLongestTextIsTaggedUpToThereAndSaysSo() {
    String text = "It rained ".repeat(100_000) + "John Kerry flew to Lima.";

    Annotation annotation = ANNOTATOR.annotate("", text, "en");

    assertThat(annotation.enrichment().models()).contains("first-500000");
    assertThat(annotation.names()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a1", "a'", "1,", "y", "A-", "e\u0301", "0f"})
  void wordWithoutEndLeavesTheNamesAroundIt(String part) {
    String word = part.repeat(60_000 / part.length());
    String text = "John Kerry flew to Lima.\n\n" + word + "ness of it.\n\nIt rained in Lima.";

    Annotation annotation = ANNOTATOR.annotate("", text, "en");

    assertThat(annotation.names()).extracting(n -> n.text()).contains("John Kerry", "Lima");
  }

  @Test
  void ofNamesWithoutEndTheMostSalientAreKept() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      char a = (char) ('a' + i % 26);
      char b = (char) ('a' + i / 26 % 26);
      char c = (char) ('a' + i / 676);
      text.append("John M%c%c%cson met Mary K%c%c%cley. ".formatted(a, b, c, b, c, a));
    }
    String word = "Van" + "derbilt".repeat(60);
    text.append("President ").append(word).append(" spoke with Ms. ").append(word).append(".");

    Annotation annotation = ANNOTATOR.annotate("", text.toString(), "en");

    assertThat(annotation.names()).hasSize(TagLimits.NAMES);
    assertThat(annotation.names())
        .allSatisfy(n -> assertThat(n.text()).hasSizeLessThanOrEqualTo(TagLimits.NAME));
  }

  @Test
  void ofATitleWithoutEndTheBeginningIsRead() {
    String text = "The council of Lima voted on the wind farm on Monday.";
    String title = "Wind farm approved now. ".repeat(1_000);

    assertThat(ANNOTATOR.annotate(title, text, "en"))
        .isEqualTo(ANNOTATOR.annotate(title + title, text, "en"));
  }

  @Test
  void severalThreadsTagAsOneDoes() throws Exception {
    List<String> texts = new ArrayList<>();
    for (String place : List.of("Lima", "Paris, Texas", "San Pedro", "Georgia", "Perth")) {
      texts.add(
          "Ada Moreno of the University of Sussex met U.S. farmers in "
              + place
              + ". Floods, said Moreno, follow climate change; wind farms help Peru.");
    }
    // Resources of their own, so that the threads make at once what is made on demand.
    AnnotatorResources shared = AnnotatorResources.load();
    List<Annotation> alone = tagAll(ANNOTATOR, texts);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<Annotation>>> together = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        together.add(threads.submit(() -> tagAll(new Annotator(shared), texts)));
      }

      for (Future<List<Annotation>> one : together) {
        assertThat(one.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Annotation> tagAll(Annotator annotator, List<String> texts) {
    List<Annotation> annotations = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      for (String language : List.of("en", "de", "fr", "es")) {
        texts.forEach(text -> annotations.add(annotator.annotate("", text, language)));
      }
    }
    return annotations;
  }
}
