package io.keeling.desk.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.messages.Languages;
import io.keeling.search.Completion;
import io.keeling.search.language.FieldName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DateOffersTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  private final DateOffers offers =
      new DateOffers(
          new TreeMap<>(
              Map.of(
                  TODAY,
                  3,
                  LocalDate.of(2026, 11, 24),
                  5,
                  LocalDate.of(2026, 2, 1),
                  7,
                  LocalDate.of(2024, 12, 31),
                  11)),
          TODAY,
          Languages.ENGLISH);

  @Test
  void withoutABeginningDaysWithANameComeFirstThenYearsThatThereAreArticlesOf() {
    assertThat(offers.of(FieldName.AFTER, "", 10))
        .extracting(offer -> offer.label() + ": " + offer.value() + ", " + offer.count())
        .containsExactly(
            "today, 30 Nov 2026: 2026-11-30, 3",
            "yesterday, 29 Nov 2026: 2026-11-29, 3",
            "a week ago, 23 Nov 2026: 2026-11-23, 8",
            "a month ago, 30 Oct 2026: 2026-10-30, 8",
            "a year ago, 30 Nov 2025: 2025-11-30, 15",
            "2026: 2026, 15",
            "2024: 2024, 26");
  }

  @Test
  void whatIsBeforeADayIsCountedWithoutIt() {
    assertThat(offers.of(FieldName.BEFORE, "2026", 10))
        .filteredOn(offer -> offer.value().equals("2026-11-30"))
        .extracting(Completion::count)
        .containsExactly(23);
    assertThat(values(FieldName.BEFORE, "2026")).contains("2026").doesNotContain("2024");
  }

  @Test
  void whatFindsNothingIsNotOffered() {
    assertThat(values(FieldName.BEFORE, "2024")).isEmpty();
    assertThat(values(FieldName.AFTER, "2031")).isEmpty();
  }

  @Test
  void monthsAndDaysAreOfferedOnceTheyBegin() {
    assertThat(values(FieldName.AFTER, "2026-"))
        .containsExactly(
            "2026-11-30", "2026-11-29", "2026-11-23", "2026-10-30", "2026-11", "2026-02");
    assertThat(values(FieldName.AFTER, "2026-02")).containsExactly("2026-02", "2026-02-01");
    assertThat(values(FieldName.AFTER, "2026-11-2"))
        .containsExactly("2026-11-29", "2026-11-23", "2026-11-24");
  }

  @Test
  void namesBeginInTheLanguageOfTheReader() {
    DateOffers german =
        new DateOffers(new TreeMap<>(Map.of(TODAY, 3)), TODAY, Languages.of("de").orElseThrow());
    assertThat(values(FieldName.AFTER, "Yest")).containsExactly("2026-11-29");
    assertThat(german.of(FieldName.AFTER, "gest", 10))
        .extracting(Completion::value)
        .containsExactly("2026-11-29");
  }

  @Test
  void noMoreAreOfferedThanAreWanted() {
    assertThat(offers.of(FieldName.AFTER, "", 2)).hasSize(2);
  }

  private List<String> values(FieldName field, String typed) {
    return offers.of(field, typed, 10).stream().map(Completion::value).toList();
  }
}
