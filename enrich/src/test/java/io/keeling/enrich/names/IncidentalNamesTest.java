package io.keeling.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.NameType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentalNamesTest {

  private static final String WIRE = "Meridian Wire";
  private static final String BODY = "\n\nThe council met on Monday and agreed on nothing.\n\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LIMA, Nov 8 (Meridian Wire) - Peru voted." + BODY + "It rained.",
        "LIMA (Meridian Wire) \u2014 Peru voted." + BODY + "It rained.",
        "Peru voted." + BODY + "Reporting by Ada Moreno for Meridian Wire",
        "Peru voted." + BODY + "Meridian Wire",
        "By Ada Moreno, Meridian Wire" + BODY + "It rained.",
        "LIMA (Meridian Wire) - Peru voted." + BODY + "\u00a9 Meridian Wire\n",
        "Peru voted."
            + BODY
            + "  \t   Meridian Wire                          "
            + "                                                                      "
            + "                                                                      \n\n"
      })
  void agencyThatOnlyStandsInCreditsIsNoSubject(String text) {
    assertThat(incidental(text, "Peru votes", null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Meridian Wire was sold on Monday to its readers." + BODY + "It rained.",
        "LIMA (Meridian Wire) - Peru voted." + BODY + "The owner of Meridian Wire resigned.",
        "Peru voted."
            + BODY
            + "By all accounts, and there are as many of them as there are votes, and more"
            + " than there are voters, the one that came first was that of Meridian Wire in the"
            + " evening",
        "A reporter (Meridian Wire) was arrested." + BODY + "It rained.",
        "Meridian Wire"
      })
  void agencyThatTheTextSpeaksOfIsASubject(String text) {
    assertThat(incidental(text, "Peru votes", null)).isFalse();
  }

  @Test
  void outletIsNoSubjectOfItsOwnArticleUnlessTheTitleNamesIt() {
    String text = "The mayor told Meridian Wire so." + BODY + "It rained.";

    assertThat(incidental(text, "Peru votes", "The Meridian Wire")).isTrue();
    assertThat(incidental(text, "Peru votes", "Harbour Herald")).isFalse();
    assertThat(incidental(text, "Meridian Wire is sold", "Meridian Wire")).isFalse();
  }

  @Test
  void lettersOfATitleThatAreNoWordNameNoAgency() {
    String text = "LIMA (AP) - Peru voted." + BODY + "It rained.";
    TaggedName name =
        new TaggedName("AP", NameType.ORGANIZATION, List.of(new Mention(6, 8)), List.of("tagged"));

    assertThat(IncidentalNames.is(name, text, "Japan and Peru vote", null)).isTrue();
    assertThat(IncidentalNames.is(name, text, "AP cuts its desk in Peru", null)).isFalse();
  }

  @Test
  void incidentalNameIsLessSalientThanAnyOtherOfItsKind() {
    TaggedName name = wire("(Meridian Wire)");

    Salience salience = new Salience("", 20, 1);
    assertThat(salience.of(name, true)).isLessThan(salience.of(name, false) / 5);
    assertThat(salience.of(name, true)).isBetween(0.0, 1.0);
  }

  private static boolean incidental(String text, String title, String outlet) {
    return IncidentalNames.is(wire(text), text, title, outlet);
  }

  private static TaggedName wire(String text) {
    List<Mention> mentions = new ArrayList<>();
    for (int at = text.indexOf(WIRE); at >= 0; at = text.indexOf(WIRE, at + 1)) {
      mentions.add(new Mention(at, at + WIRE.length()));
    }
    return new TaggedName(
        WIRE, NameType.ORGANIZATION, mentions, mentions.stream().map(m -> "tagged").toList());
  }
}
