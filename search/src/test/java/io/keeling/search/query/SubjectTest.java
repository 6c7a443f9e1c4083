package io.keeling.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.search.query.Subject.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {

  @Test
  void itsAddressSaysWhatItIs() {
    assertThat(new Subject(Kind.NAME, "Lin Haoyu + Söhne?").address())
        .isEqualTo("/names/Lin%20Haoyu%20%2B%20S%C3%B6hne%3F");
    assertThat(Subject.address(Facet.SOURCE, "wire.example")).isEqualTo("/outlets/wire.example");
    assertThat(Subject.address(Facet.CLIMATE, "main")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AC/DC", "100 %", "a;b", "a\\b", ".", ".."})
  void whatNoPathHoldsHasNoAddress(String name) {
    assertThat(new Subject(Kind.NAME, name).address()).isNull();
  }

  @Test
  void isReadAsTheFilterIsThatFindsIt() {
    assertThat(Subject.read(Kind.COUNTRY, "de").map(Subject::value)).contains("DE");
    assertThat(Subject.read(Kind.COUNTRY, "Germany")).isEmpty();
    assertThat(Kind.of("stories")).isEmpty();
    Filters oil = Filters.NONE.with(Facet.TOPIC, List.of("oil-gas"));
    assertThat(Kind.of("topics").map(kind -> new Subject(kind, "coal").in(oil)))
        .contains(Filters.NONE.with(Facet.TOPIC, List.of("coal")));
  }
}
