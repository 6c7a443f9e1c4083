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
  void possessivesStayWhereTheyArePartOfTheName() {
    String text = "St Andrew's";
    int end = text.length();
    assertThat(
            NameMerger.merge(text, List.of(new FoundName(0, end, NameType.LOCATION, true))).stream()
                .map(TaggedName::text))
        .containsExactly("St Andrew's");
    assertThat(
            NameMerger.merge(text, List.of(new FoundName(0, end, NameType.LOCATION))).stream()
                .map(TaggedName::text))
        .containsExactly("St Andrew");
  }

  @Test
  void peopleOfOneSurnameStayApart() {
    assertThat(merge("[P:Hillary Clinton] met [P:Bill Clinton]. [P:Clinton] spoke. [P:Bill] left."))
        .containsEntry("Hillary Clinton", List.of("Hillary Clinton"))
        .containsEntry("Bill Clinton", List.of("Bill Clinton", "Bill"))
        .containsEntry("Clinton", List.of("Clinton"));
    assertThat(merge("[P:George W. Bush], [P:George H. W. Bush] and [P:George Bush]")).hasSize(3);
  }

  @Test
  void formsOfOneFullNameAreNoDoubt() {
    assertThat(merge("[P:John Kerry], [P:John Forbes Kerry], [P:Senator Kerry], [P:Kerry]."))
        .containsOnlyKeys("John Forbes Kerry");
    assertThat(merge("[P:Liz Paola Duarte Meza] and [P:Liz Duarte]: [P:Duarte] spoke."))
        .containsOnlyKeys("Liz Paola Duarte Meza");
    assertThat(merge("[P:Ursula von der Leyen]; [P:Von der Leyen], Frau [P:von der Leyen]"))
        .containsOnlyKeys("Ursula von der Leyen");
  }

  @Test
  void surnameOfOneIsNotTheFirstNameOfAnother() {
    assertThat(merge("[P:Rick Scott] and [P:Scott Pruitt] met. [P:Scott] left."))
        .containsEntry("Rick Scott", List.of("Rick Scott", "Scott"))
        .containsEntry("Scott Pruitt", List.of("Scott Pruitt"));
  }

  @Test
  void capitalsJoinTheOrdinaryForm() {
    assertThat(merge("[P:JOHN KERRY] IN [L:BEIJING]: [P:John Kerry] flew to [L:Beijing]."))
        .containsEntry("John Kerry", List.of("JOHN KERRY", "John Kerry"))
        .containsEntry("Beijing", List.of("BEIJING", "Beijing"));
  }

  @Test
  void casesOfGermanAndAbbreviationsOfOtherLanguagesJoin() {
    assertThat(merge("[O:Vereinte Nationen], der [O:Vereinten Nationen], die [O:UN]"))
        .containsOnlyKeys("Vereinte Nationen");
    assertThat(merge("[O:Umweltbundesamt], des [O:Umweltbundesamtes]"))
        .containsOnlyKeys("Umweltbundesamt");
    assertThat(
            merge(
                "l'[O:Organizzazione mondiale della sanità], [O:Oms], e le [O:Nazioni Unite],"
                    + " [O:Onu]"))
        .containsOnlyKeys("Organizzazione mondiale della sanità", "Nazioni Unite");
    assertThat(merge("L'[O:Organisation météorologique mondiale] ([O:OMM])")).hasSize(1);
  }

  @Test
  void dotBehindAWordEndsASentenceAndNoName() {
    assertThat(merge("by [P:Olga Vedernikov.] and [O:Acme Corp.] in [L:the U.S.]"))
        .containsOnlyKeys("Olga Vedernikov", "Acme Corp.", "the U.S.");
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
  void initialsOfAnybodyAreNotTheCountryOrBodyThatEveryoneCallsSo() {
    assertThat(merge("[O:University of Sussex] told the [L:U.S.] and the [L:US]."))
        .containsEntry("University of Sussex", List.of("University of Sussex"));
    assertThat(merge("[O:University of Kent] told the [L:UK] and [O:Emory University] the [O:EU]."))
        .containsOnlyKeys("University of Kent", "UK", "Emory University", "EU");
    assertThat(merge("The [O:University of Nottingham] advises the [O:UN]."))
        .containsOnlyKeys("University of Nottingham", "UN");
    assertThat(merge("[L:United States] of old, the [L:US]; the [O:European Union], the [L:EU]."))
        .containsOnlyKeys("United States", "European Union");
    assertThat(merge("die [O:Europäische Union], der [O:Europäischen Union], die [O:EU]"))
        .containsOnlyKeys("Europäische Union");
  }

  @Test
  void placeIsShortForAPlaceAndNoBody() {
    assertThat(merge("The [O:Writers Association] met in [L:WA] on Monday."))
        .containsOnlyKeys("Writers Association", "WA");
    assertThat(merge("The [O:Writers Association] met in [L:Western Australia]: [L:WA] is dry."))
        .containsOnlyKeys("Writers Association", "Western Australia");
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
