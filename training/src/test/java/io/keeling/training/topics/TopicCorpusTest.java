package io.keeling.training.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.training.corpus.LabelledPage;
import io.keeling.training.corpus.LabelledParagraph;
import io.keeling.training.corpus.LabelledSentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void halvesShareNoPageAndLoseNone(@TempDir Path folder) throws IOException {
    Path labels =
        Files.writeString(folder.resolve("labels.tsv"), "file\tsentence\ttopics\tgrade\n");
    LabelledSentences noSentences = LabelledSentences.read(labels, folder);
    TopicCorpus corpus =
        new TopicCorpus(List.of(), List.of(), List.of(), pages("long"), pages("short"));

    TopicCorpus first = corpus.half(0, noSentences);
    TopicCorpus second = corpus.half(1, noSentences);

    assertThat(first.pages()).hasSizeBetween(10, 30).doesNotContainAnyElementsOf(second.pages());
    assertThat(second.pages()).hasSize(corpus.pages().size() - first.pages().size());
    assertThat(Stream.concat(first.shortPages().stream(), second.shortPages().stream()))
        .containsExactlyInAnyOrderElementsOf(corpus.shortPages());
    assertThat(first.shortPages()).hasSizeBetween(10, 30);
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
