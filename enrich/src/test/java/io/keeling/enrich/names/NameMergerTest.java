package io.keeling.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.NameType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            merged(text, List.of(new LocatedName(0, end, NameType.LOCATION, true))).stream()
                .map(TaggedName::text))
        .containsExactly("St Andrew's");
    assertThat(
            merged(text, List.of(new LocatedName(0, end, NameType.LOCATION))).stream()
                .map(TaggedName::text))
        .containsExactly("St Andrew");
  }

  @ParameterizedTest
  @CsvSource({
    "Jose\u0301, Jose\u0301",
    "Greta\ud83d\ude00, Greta",
    "Greta\ud83d\ude00\ufe0f, Greta"
  })
  void nameEndsWithItsLastLetterAndTheAccentOnIt(String text, String name) {
    assertThat(merged(text, List.of(new LocatedName(0, text.length(), NameType.PERSON))))
        .extracting(TaggedName::text)
        .containsExactly(name);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[P:Jordan Pryce] ran out. Dad-of-three [L:Jordan], 41, said so. [L:Jordan] left.",
        "[P:Austin Reed] fell. [L:Austin] got up. His wife told [L:Austin] so.",
      })
  void placeThatIsAFirstNameIsThatPersonAfterwards(String text) {
    assertThat(merge(text)).hasSize(1).allSatisfy((name, forms) -> assertThat(forms).hasSize(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[L:Austin] is hot. [P:Austin Reed] fell.",
        "[P:Austin Reed] fell in [L:Austin]. [L:Austin] is hot.",
        "[P:Austin Reed] fell. He had come from [L:Austin].",
        "[P:Austin Reed] fell. [L:Austin], Texas, is hot.",
        "[P:Austin Reed] and [P:Austin Hall] fell. [L:Austin] got up.",
        "[P:Paris Hilton] sang \u00e0 [L:Paris].",
        "[P:Paris Hilton] sang. [L:Paris] police came.",
        "[P:Albay Governor Noel Rosal] spoke. [L:Albay] is wet.",
      })
  void placeOfAPersonsFirstNameStaysAPlace(String text) {
    assertThat(merge(text)).anySatisfy((name, forms) -> assertThat(name).doesNotContain(" "));
  }

  @Test
  void placeInAListOfPlacesIsNoFirstName() {
    assertThat(merge("[P:Jordan Pryce] ran. [L:Egypt], [L:Jordan] and [L:Lebanon] signed."))
        .containsKey("Jordan");
    assertThat(merge("[P:Jordan Pryce] ran. [L:Jordan] and [L:Lebanon] signed."))
        .containsKey("Jordan");
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
  void initialsMayLeaveOutTheCountryOrBodyBeforeThem() {
    assertThat(merge("The [O:U.S. Environmental Protection Agency] sued. The [O:EPA] won."))
        .containsOnlyKeys("U.S. Environmental Protection Agency");
    assertThat(merge("[O:UN Environment Programme] and [O:UNEP]; [O:US Forest Service], [O:USFS]."))
        .containsOnlyKeys("UN Environment Programme", "US Forest Service");
    assertThat(merge("The [O:UN Security Council] met, the [O:SC] of the firm too."))
        .containsOnlyKeys("UN Security Council", "SC");
    assertThat(merge("The [O:NATO Rapid Response Force] met the [O:RRF]."))
        .containsOnlyKeys("NATO Rapid Response Force", "RRF");
  }

  @Test
  void allInitialsOfOneNameGoBeforeSomeOfAnothers() {
    assertThat(
            merge(
                "The [O:UN Climate Change Conference] heard the [O:Climate Change Committee];"
                    + " the [O:CCC] left."))
        .containsEntry("Climate Change Committee", List.of("Climate Change Committee", "CCC"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The [O:Department of Health and Human Services] ([O:HHS]) paid. [O:HHS] left.",
        "The [O:Electric Reliability Council of Texas], or [O:ERCOT], met. [O:ERCOT] left.",
        "The [O:Energy Regulatory Office], known as [O:URE], met. [O:URE] left.",
        "The [O:Energy Regulatory Office] (known by its Polish acronym [O:URE]) met. [O:URE] left.",
        "The [O:Brazilian Institute of Environment] ([O:Ibama]) met. [O:Ibama] left.",
        "[O:Doctors Without Borders] ([O:MSF], in French) met. [O:MSF] left.",
        "[O:HHS], the [O:Department of Health and Human Services], paid. [O:HHS] left.",
        "The [O:Peatland Centre] (\u201c[L:PEATC]\u201d) met. [L:PEATC] left.",
      })
  void shortFormThatTheTextEquatesWithANameIsThatName(String text) {
    assertThat(merge(text)).hasSize(1).allSatisfy((name, forms) -> assertThat(forms).hasSize(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | [P:Adam Smith] ([O:Labour]) won.
          2 | [L:Port Dortmund] ([L:Germany]) won.
          2 | [P:Ann Lee] ([O:WWF]) won.
          2 | The [O:University of Oxford] ([L:Oxford]) won.
          2 | The [O:University of Western Australia] ([O:WA]) won.
          2 | The [O:University of Kent] ([L:UK]) won.
          2 | The [O:Ministry of Health] ([L:Gaza]) won.
          2 | [O:Green Runners] ([O:Adidas]) won.
          3 | [O:Boston College] ([O:ACC]) beat [O:Duke University] ([O:ACC]).
          2 | [O:NASA] spoke. [O:Green Runners] ([O:NASA]) won.
          4 | The [O:World Bank] and the [O:IMF] or [O:Green Runners], [O:Shell], won.
          """)
  void whatStandsBesideANameIsNotItsShortForm(int names, String text) {
    assertThat(merge(text)).hasSize(names);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[O:Birmingham City] won. A goal lifts [L:Birmingham] up. [L:Birmingham] travel to a town.",
        "[O:Leeds United] won. [L:Leeds] have won once. [L:Leeds]'s goalkeeper slept.",
        "[O:Northland Power Inc.] sells. [L:Northland] and Lazard declined to comment."
            + " [L:Northland] lost 0.4% today.",
      })
  void clubOrFirmThatPlaysOrTradesMayBeCalledByItsPlace(String text) {
    assertThat(merge(text)).hasSize(1).allSatisfy((name, forms) -> assertThat(forms).hasSize(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[L:Birmingham] have won. [O:Birmingham City] won.",
        "[O:Birmingham City] won. [L:Birmingham] have won. It rained in [L:Birmingham].",
        "[O:Birmingham City] won. [L:Birmingham] is hot.",
        "[O:Birmingham City Council] met. [L:Birmingham] have won.",
        "[O:Georgia Power Co.] sells. [L:Georgia] lost 4% of its trees.",
        "[O:Georgia Power Co.] sells. [L:Georgia] said it would sue.",
        "[O:Birmingham Trees Ltd] sells. [L:Birmingham] dropped 12.5 per cent of its trees.",
        "[O:Leeds United] and [O:Leeds City] met. [L:Leeds] have won.",
      })
  void placeInTheNameOfABodyStaysAPlaceInDoubt(String text) {
    assertThat(merge(text)).containsKey(text.contains("Georgia") ? "Georgia" : place(text));
  }

  private static String place(String text) {
    return text.contains("Birmingham") ? "Birmingham" : "Leeds";
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

  /** Ran 49 seconds when each name was looked for in the whole text. */
  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void pageInCapitalsEndsSoon() {
    StringBuilder text = new StringBuilder();
    List<LocatedName> found = new ArrayList<>();
    for (int i = 0; text.length() < 432_000; i++) {
      String name =
          "MINISTER "
              + Integer.toString(i, 26).replaceAll("[0-9]", "X").toUpperCase(Locale.ROOT)
              + "LONGNAME"
              + i;
      found.add(new LocatedName(text.length(), text.length() + name.length(), NameType.PERSON));
      text.append(name).append(" SPOKE. ");
    }

    assertThat(merged(text.toString(), found)).hasSameSizeAs(found);
  }

  /** Merges the names that brackets mark; each name with the forms of its mentions. */
  private static Map<String, List<String>> merge(String marked) {
    StringBuilder text = new StringBuilder();
    List<LocatedName> found = new ArrayList<>();
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
        found.add(new LocatedName(start, text.length(), type));
      } else {
        text.append(c);
      }
    }
    return merged(text.toString(), found).stream()
        .collect(
            Collectors.toMap(
                TaggedName::text,
                n -> n.mentions().stream().map(m -> text.substring(m.start(), m.end())).toList()));
  }

  private static List<TaggedName> merged(String text, List<LocatedName> found) {
    return NameMerger.merge(text, "en", found, name -> Optional.empty());
  }

  @Test
  void frenchOrIsNoEquation() {
    String text = "Le Bureau national, or ABC, est là";
    List<LocatedName> found =
        List.of(
            new LocatedName(3, 18, NameType.ORGANIZATION),
            new LocatedName(23, 26, NameType.ORGANIZATION));

    assertThat(merged(text, found)).hasSize(1);
    assertThat(NameMerger.merge(text, "fr", found, name -> Optional.empty())).hasSize(2);
  }
}
