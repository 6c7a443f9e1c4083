package io.keeling.models.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.models.names.features.Gazetteer;
import io.keeling.models.text.Sentence;
import io.keeling.models.text.TextAnalyzer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyphenatedNamesTest {

  private static final Gazetteer GAZETTEER =
      Gazetteers.of("Aix\tL\nMarseille\tL\nRussia\tL\nKelly\tF\n");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Jarred-Michael Erickson spoke.         | P Michael Erickson             | P Jarred-Michael Erickson
          He met Kelly-Ann O'Rourke there.       | P Kelly, P Ann O'Rourke        | P Kelly-Ann O'Rourke
          He met Wanjiru Kamau-Leakey there.     | P Wanjiru Kamau                | P Wanjiru Kamau-Leakey
          He met Wanjiru Kamau-Leakey there.     | P Wanjiru Kamau, P Leakey      | P Wanjiru Kamau-Leakey
          Aix-Marseille University said so.      | O Marseille University         | O Aix-Marseille University
          Aix-Marseille University said so.      | L Aix, O Marseille University  | O Aix-Marseille University
          The Anti-Defamation League said so.    | O Defamation League            | O Anti-Defamation League
          """)
  void putsTogetherWhatAHyphenJoins(String text, String found, String whole) {
    assertThat(whole(text, found)).containsExactlyElementsOf(List.of(whole.split(", ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The US-China talks ended.              | L US, L China
          A Trump-Putin summit is near.          | P Trump, P Putin
          Trump spoke. A Trump-Ann Lee debate.   | P Trump, P Trump, P Ann Lee
          The London-based Ann Lee Fund.         | L London, O Ann Lee Fund
          A Pro-Kamala Harris crowd.             | P Kamala Harris
          Vice-President Kamala Harris came.     | P Kamala Harris
          An Ann Lee-Backed Plan Passes.         | P Ann Lee
          A plan - Ann Lee - Not a good one.     | P Ann Lee
          The Russia-Goldman Sachs deal.         | L Russia, O Goldman Sachs
          Arsenal won. Arsenal-Aix FC drew.      | O Arsenal, O Arsenal, O Aix FC
          Ann Lee-led talks.                     | P Ann Lee
          """)
  void leavesApartWhatAreTwo(String text, String found) {
    assertThat(whole(text, found)).containsExactlyElementsOf(List.of(found.split(", ")));
  }

  @Test
  void nameWithoutEndGrowsByAFewParts() {
    String parts = "-Abc".repeat(500);
    assertThat(whole("He met Ann Lee" + parts + " there.", "P Ann Lee"))
        .containsExactly("P Ann Lee-Abc-Abc-Abc");
  }

  private static List<String> whole(String text, String names) {
    List<Sentence> document = TextAnalyzer.forLanguage("en").analyze(text);
    List<String[]> sentences = document.stream().map(Sentence::words).toList();
    List<FoundName> found = new ArrayList<>();
    int from = 0;
    for (String name : names.split(", ")) {
      int start = text.indexOf(name.substring(2), from);
      from = start + name.length() - 2;
      found.add(name(document, start, from, type(name.charAt(0))));
    }
    return HyphenatedNames.whole(document, sentences, found, GAZETTEER).stream()
        .map(n -> n.type().name().charAt(0) + " " + cut(text, document.get(n.sentence()), n))
        .toList();
  }

  private static EntityType type(char first) {
    return Arrays.stream(EntityType.values())
        .filter(t -> t.name().charAt(0) == first)
        .findFirst()
        .orElseThrow();
  }

  private static String cut(String text, Sentence sentence, FoundName name) {
    return text.substring(
        sentence.tokens().get(name.start()).start(), sentence.tokens().get(name.end() - 1).end());
  }

  private static FoundName name(List<Sentence> document, int start, int end, EntityType type) {
    for (int s = 0; s < document.size(); s++) {
      Sentence sentence = document.get(s);
      int first = -1;
      for (int i = 0; i < sentence.tokens().size(); i++) {
        first = sentence.tokens().get(i).start() == start ? i : first;
        if (first >= 0 && sentence.tokens().get(i).end() == end) {
          return new FoundName(s, first, i + 1, type, 1);
        }
      }
    }
    throw new IllegalArgumentException("no words from " + start + " to " + end);
  }
}
