package io.keeling.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndatedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"2001-06-01T00:00:00Z", "2026-11-24T12:00:00.123456Z", "2100-01-01T00:00:00Z"})
  void aPlaceIsBeforeAllNewsAndACursorHoldsIt(String moment) {
    Instant seen = Instant.parse(moment);
    Instant place = Undated.place(seen);

    assertThat(place).isBefore("1500-01-01T00:00:00Z");
    Cursor cursor = new Cursor(Sort.NEWEST, place, "id", 0, seen);
    assertThat(Cursor.decode(cursor.encode(Filters.NONE), Filters.NONE, Sort.NEWEST))
        .contains(cursor);
  }
}
