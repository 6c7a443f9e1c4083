package io.keeling.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.models.training.LabelledPage;
import io.keeling.models.training.LabelledParagraph;
import io.keeling.models.training.TopicExample;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopicCorpusTest {

  private static final TopicExamples MAKER = new TopicExamples();

  @Test
  void everyKindOfTextIsLearntFromAndRealSentencesCountLess() {
    TopicCorpus corpus =
        new TopicCorpus(
            List.of(paragraph("ours")),
            List.of(paragraph("real")),
            List.of(),
            List.of(page("long")),
            List.of(page("short")));

    List<TopicExample> examples = corpus.examples(MAKER);

    assertThat(examples)
        .extracting(example -> example.words().get(0))
        .containsExactly("ours", "real", "long", "short");
    assertThat(examples).extracting(TopicExample::weight).containsExactly(1.0, 0.3, 1.0, 1.0);
  }

  @Test
  void halvesShareNoPageAndLoseNone() {
    List<LabelledPage> pages = pages("long");
    List<LabelledPage> shortPages = pages("short");

    List<LabelledPage> first = TopicCorpus.half(pages, 0);
    List<LabelledPage> second = TopicCorpus.half(pages, 1);

    assertThat(first).hasSizeBetween(10, 30).doesNotContainAnyElementsOf(second);
    assertThat(second).hasSize(pages.size() - first.size());
    assertThat(TopicCorpus.half(shortPages, 0)).isSubsetOf(shortPages);
  }

  private static List<LabelledPage> pages(String kind) {
    return IntStream.range(0, 40).mapToObj(i -> page(kind + i)).toList();
  }

  private static LabelledPage page(String word) {
    return new LabelledPage("Title " + word, paragraph(word), List.of(paragraph(word)));
  }

  private static LabelledParagraph paragraph(String word) {
    return new LabelledParagraph(Set.of(), "none", word + " text of a few words");
  }
}
