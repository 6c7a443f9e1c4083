package io.keeling.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Read more: NAME flies to Beijing",
        "Also read | NAME flies to Beijing",
        "Photo: NAME/Agency",
        "\u00a9 2023 NAME. All rights reserved.",
        "Copyright 2023 NAME",
        "Copyright \u00a9 NAME 2023",
        "Copyright: NAME",
        "Copyright NAME. All rights reserved.",
        "More from NAME",
        "More from: NAME flies to Beijing",
        "Sign up for the NAME newsletter",
        "Lesen Sie auch: NAME fliegt nach Peking",
        "Lire aussi : NAME en Chine",
        "Leggi anche NAME vola a Pechino",
        "Lea tambi\u00e9n: NAME viaja",
        "Leia tamb\u00e9m: NAME viaja",
        "Lees ook: NAME vliegt",
        "Ruiz P, Hall T. Rash in NAME after new drugs. Eur J Derm. 2006;155(2):422\u20138.",
        "Ruiz P. Rash in NAME. J Derm 12(3): 40-44",
        "Ruiz P. Rash in NAME. doi: 10.1000/182",
        "Muller P et al. Drug rash in a hospital of NAME and its wards. Br J Derm. 2016."
      })
  void lineOfThePageIsNoneOfTheArticle(String line) {
    assertThat(held("It rained.\n\n" + line + "\n\nIt stopped.")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NAME said readers could read more: nothing helps.",
        "Copyright law in NAME is strict.",
        "Read more than what NAME wrote and you know.",
        "More from the Arctic of NAME has melted.",
        "Photographs by NAME show the flood.",
        "Follow NAME for a day and you will see.",
        "Sources close to NAME deny it.",
        "In 2006 the courts of NAME heard 155 cases (2 of them twice): 42 people were freed."
      })
  void sentenceIsPartOfTheArticle(String line) {
    assertThat(held("It rained.\n\n" + line + "\n\nIt stopped.")).isFalse();
  }

  private static boolean held(String text) {
    int start = text.indexOf("NAME");
    return Boilerplate.holds(text, start, start + 4);
  }
}
