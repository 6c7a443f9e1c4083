package io.keeling.training.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.enrich.taxonomy.TaxonomyTopic;
import io.keeling.training.corpus.LabelledPage;
import io.keeling.training.corpus.LabelledParagraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A label that nobody can mean would be learnt as silently as any other. */
class CorpusLabelsTest {

  private static final Path CORPUS = Path.of("../training/corpus");
  private static final Set<String> TOPICS =
      TaxonomyReader.builtIn().topics().stream().map(TaxonomyTopic::id).collect(Collectors.toSet());

  @Test
  void paragraphsHaveLabelsOfTheTaxonomy() throws IOException {
    assertThat(LabelledParagraph.read(CORPUS.resolve("topics")))
        .hasSizeGreaterThan(20_000)
        .allSatisfy(CorpusLabelsTest::isLabelled);
  }

  @ParameterizedTest
  @CsvSource({"pages, 300", "short-pages, 2400"})
  void pagesAreApartAndHaveLabelsOfTheTaxonomy(String folder, int atLeast) throws IOException {
    List<LabelledPage> pages = LabelledPage.read(CORPUS.resolve(folder));

    assertThat(pages)
        .hasSizeGreaterThan(atLeast)
        .allSatisfy(page -> assertThat(page.paragraphs()).hasSizeGreaterThan(1))
        .extracting(LabelledPage::title)
        .doesNotHaveDuplicates();
    assertThat(
            pages.stream()
                .flatMap(p -> Stream.concat(Stream.of(p.article()), p.paragraphs().stream())))
        .allSatisfy(CorpusLabelsTest::isLabelled);
  }

  private static void isLabelled(LabelledParagraph text) {
    assertThat(TOPICS).containsAll(text.topics());
  }
}
