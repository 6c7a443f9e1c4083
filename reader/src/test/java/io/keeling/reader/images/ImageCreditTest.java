package io.keeling.reader.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageCreditTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The quay at dawn. Photo: Jonas Berg|Jonas Berg",
        "The quay at dawn (Foto: Jonas Berg)|Jonas Berg",
        "The quay at dawn \u00A9 Jonas Berg / Quay Pictures|Jonas Berg / Quay Pictures",
        "The quay. Photograph by J. R. Berg|J. R. Berg",
        "The quay on 4 May 2026. Jonas Berg/Quay Pictures|Jonas Berg/Quay Pictures",
        "The quay at dawn. (Jonas Berg/QP)|Jonas Berg/QP",
        "Jonas Berg/Quay Pictures|Jonas Berg/Quay Pictures",
        "The quay at dawn|",
        "The quay on 4/5/2026|",
        "Ships wait and/or turn at the quay while the pilots look on from the pier and count|"
      })
  void findsWhomAPictureIsBy(String caption, String credit) {
    assertThat(ImageCredit.in(caption)).isEqualTo(credit);
  }
}
