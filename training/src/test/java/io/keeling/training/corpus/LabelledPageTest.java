package io.keeling.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledPageTest {

  private static final String PAGES =
      "topics\tgrade\ttext\n"
          + "coal\tadjacent\tPit closes\\nThe last shift came up on Friday at six in the morning."
          + "\\nShort.\\nTickets for the dance in the old hall are sold at the gate.\n";

  @TempDir Path folder;

  @Test
  void paragraphsHaveTheirOwnLabelsAndTheRestIsAboutNothing() throws IOException {
    LabelledPage page = read("1\t1\tcoal\tadjacent\n1\t2\tcoal\tadjacent\n").get(0);

    assertThat(page.title()).isEqualTo("Pit closes");
    assertThat(page.article().topics()).containsExactly("coal");
    assertThat(page.paragraphs())
        .extracting(LabelledParagraph::grade, LabelledParagraph::topics)
        .containsExactly(tuple("adjacent", Set.of("coal")), tuple("none", Set.of()));
  }

  @Test
  void labelOfNothingIsRefused() {
    assertThatIOException()
        .isThrownBy(() -> read("1\t5\tcoal\tadjacent\n"))
        .withMessageContaining("labels of no paragraph: [[1, 5]]");
    assertThatIOException().isThrownBy(() -> read("2\t1\tcoal\tadjacent\n"));
  }

  @Test
  void secondLabelOfAParagraphIsRefused() {
    assertThatIOException()
        .isThrownBy(() -> read("1\t2\tcoal\tadjacent\n1\t2\t-\tmain\n"))
        .withMessageContaining("two labels of one paragraph");
  }

  @Test
  void rowWithAnotherNumberOfCellsIsRefused() {
    assertThatIOException().isThrownBy(() -> read("1\t2\tcoal\n"));
  }

  private List<LabelledPage> read(String labels) throws IOException {
    Files.writeString(folder.resolve("pages.tsv"), PAGES);
    Files.writeString(
        folder.resolve("paragraphs.tsv"), "page\tparagraph\ttopics\tgrade\n" + labels);
    return LabelledPage.read(folder);
  }
}
