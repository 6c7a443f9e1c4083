package io.keeling.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.NameType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NameMergerTest {

  @Test
  void surnameAfterTheFullNameIsThePerson() {
    assertThat(merge("[P:John Kerry] met [P:Xi Jinping]. [P:Kerry]'s aide and [P:Mr Xi] left."))
        .containsEntry("John Kerry", List.of("John Kerry", "Kerry"))
        .containsEntry("Xi Jinping", List.of("Xi Jinping", "Mr Xi"));
  }

  @Test
  void placeNamedAfterAPersonIsThatPersonAfterwards() {
    assertThat(merge("[P:Michael Jordan] came. [L:Jordan] smiled."))
        .containsEntry("Michael Jordan", List.of("Michael Jordan", "Jordan"));
    assertThat(merge("In [L:Jordan] it rained. [P:Michael Jordan] came."))
        .containsEntry("Jordan", List.of("Jordan"));
  }

  @Test
  void abbreviationJoinsItsExpansionWhereverItStands() {
    assertThat(merge("[O:UN] and [O:U.N.] mean the [O:United Nations]."))
        .containsExactly(Map.entry("United Nations", List.of("UN", "U.N.", "United Nations")));
    assertThat(merge("[O:World Bank of Commerce] is not the [O:WB].")).hasSize(2);
  }

  @Test
  void shortFormJoinsTheOneLongFormItBegins() {
    assertThat(merge("[O:Greenpeace International] spoke; [O:Greenpeace] acts."))
        .containsOnlyKeys("Greenpeace International");
    assertThat(merge("[O:Bank of England], [O:Bank of America], [O:Bank of]")).hasSize(3);
  }

  @Test
  void possessivesQuotesAndOverlapsAreTrimmed() {
    assertThat(merge("“[P:“Ada Moreno”’s] and [O:Acme Inc.] and [L:the Alps,]"))
        .containsOnlyKeys("Ada Moreno", "Acme Inc.", "the Alps");
  }

  @Test
  void datelineIsShownAsTheTextWritesItElsewhere() {
    assertThat(merge("[L:SYLHET], [L:Bangladesh] - Rain fell at Sylhet airport."))
        .containsEntry("Sylhet", List.of("SYLHET"));
    assertThat(merge("[L:MANILA] - Rain. [L:Manila] sleeps."))
        .containsEntry("Manila", List.of("MANILA", "Manila"));
    assertThat(merge("[L:LIMA] - Rain fell on Lima.")).containsEntry("Lima", List.of("LIMA"));
  }

  @Test
  void capitalsWithoutAnotherFormBecomeWordsUnlessTheyMayAbbreviate() {
    assertThat(
            merge(
                "[L:LJUBLJANA], [L:RIO DE JANEIRO], [L:PORT-AU-PRINCE], [L:N'DJAMENA], [L:ZÜRICH]"))
        .containsOnlyKeys("Ljubljana", "Rio de Janeiro", "Port-au-Prince", "N'Djamena", "Zürich");
    assertThat(merge("[O:UNESCO] and [L:US] and [O:WHO]; who told us?"))
        .containsOnlyKeys("UNESCO", "US", "WHO");
  }

  /** Merges the names that brackets mark; each name with the forms of its mentions. */
  private static Map<String, List<String>> merge(String marked) {
    StringBuilder text = new StringBuilder();
    List<FoundName> found = new ArrayList<>();
    int start = 0;
    NameType type = NameType.PERSON;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == '[') {
        start = text.length();
        type =
            switch (marked.charAt(i + 1)) {
              case 'P' -> NameType.PERSON;
              case 'O' -> NameType.ORGANIZATION;
              default -> NameType.LOCATION;
            };
        i += 2;
      } else if (c == ']') {
        found.add(new FoundName(start, text.length(), type));
      } else {
        text.append(c);
      }
    }
    return NameMerger.merge(text.toString(), found).stream()
        .collect(
            Collectors.toMap(
                TaggedName::text,
                n -> n.mentions().stream().map(m -> text.substring(m.start(), m.end())).toList()));
  }
}
