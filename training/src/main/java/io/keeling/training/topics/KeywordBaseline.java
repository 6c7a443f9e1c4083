package io.keeling.training.topics;

import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a plain list of keywords would say, one for each topic: an article gets every topic whose
 * word is in it. Three words that speak of climate make it main, one a mention, another word
 * adjacent. Immutable; threads may share it.
 */
final class KeywordBaseline {

  /** Climate words that make an article main: one or two may stand in passing. */
  private static final int MAIN = 3;

  private final Map<String, Pattern> terms = new LinkedHashMap<>();
  private final Set<String> ofClimate = new HashSet<>();

  KeywordBaseline(Path file) throws IOException {
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      String[] cells = line.split("\t");
      if (!cells[0].equals("topic")) {
        String term = "\\b" + cells[1].replace(" ", "[ -]") + "s?\\b";
        terms.put(cells[0], Pattern.compile(term, Pattern.CASE_INSENSITIVE));
        if (cells[2].equals("yes")) {
          ofClimate.add(cells[0]);
        }
      }
    }
  }

  Set<String> topics(LabelledArticle article) {
    Set<String> given = new HashSet<>();
    terms.forEach(
        (topic, term) -> {
          if (count(term, article) > 0) {
            given.add(topic);
          }
        });
    return given;
  }

  Climate climate(LabelledArticle article) {
    int speaking =
        ofClimate.stream()
            .mapToInt(t -> count(Objects.requireNonNull(terms.get(t)), article))
            .sum();
    if (speaking >= MAIN) {
      return new Climate(ClimateGrade.MAIN, 1, List.of());
    }
    if (speaking > 0) {
      return new Climate(ClimateGrade.MENTION, 1, List.of());
    }
    return new Climate(
        topics(article).isEmpty() ? ClimateGrade.NONE : ClimateGrade.ADJACENT, 0, List.of());
  }

  private static int count(Pattern term, LabelledArticle article) {
    Matcher matcher = term.matcher(article.title() + "\n" + article.text());
    return (int) matcher.results().count();
  }
}
