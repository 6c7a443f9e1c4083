package io.keeling.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledSentencesTest {

  @TempDir private Path folder;

  private LabelledSentences read(String labels, int sentences) throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      text.append("Peru\tB-LOC\n's\tO\ncoal\tO\nno\tO\n").append(i).append("\tO\n.\tO\n\n");
    }
    Files.writeString(folder.resolve("a.tsv"), text);
    Path table = folder.resolve("labels.tsv");
    Files.writeString(table, "file\tsentence\ttopics\tgrade\n" + labels);
    return LabelledSentences.read(table, folder);
  }

  @Test
  void sentenceIsReadByItsNumber() throws Exception {
    LabelledSentences sentences = read("a.tsv\t1\tcoal\tadjacent\na.tsv\t30\t-\tnone\n", 40);

    assertThat(sentences.half(0))
        .containsExactly(new LabelledParagraph(Set.of("coal"), "adjacent", "Peru's coal no 1."));
    assertThat(sentences.half(1)).extracting(LabelledParagraph::grade).containsExactly("none");
    assertThat(sentences.all()).hasSize(2);
  }

  @Test
  void articleIsAboutWhatAQuarterOfItsSentencesIsAbout() throws Exception {
    StringBuilder labels = new StringBuilder("a.tsv\t0\thealth\tnone\n");
    for (int i = 10; i < 16; i++) {
      labels.append("a.tsv\t" + i + "\tcoal\tadjacent\n");
    }
    labels.append("a.tsv\t24\t-\tmention\n");
    LabelledSentences sentences = read(labels.toString(), 72);

    LabelledParagraph first = sentences.articles(0).get(0);
    assertThat(first.topics()).containsExactly("coal");
    assertThat(first.grade()).isEqualTo("adjacent");
    assertThat(first.text()).startsWith("Peru's coal no 0. Peru's coal no 1.").endsWith("no 23.");
    List<LabelledParagraph> other = sentences.articles(1);
    assertThat(other).extracting(LabelledParagraph::grade).containsExactly("mention");
    assertThat(sentences.articles(0)).hasSizeGreaterThan(2);
  }
}
