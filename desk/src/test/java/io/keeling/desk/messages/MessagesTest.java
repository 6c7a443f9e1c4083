package io.keeling.desk.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What translators may rely on, and what the pages may. */
class MessagesTest {

  /** A language may have more or fewer of them. */
  private static final Predicate<String> OPTIONAL =
      Pattern.compile("(?:topic|in)\\..*").asMatchPredicate();

  private static final Pattern ASKED =
      Pattern.compile("(?:\\bm|messages|messages\\(\\))\\s*\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]");

  private static Stream<Messages> languages() {
    return Languages.all().stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageHasEveryMessageWithTheSameValues(Messages language) {
    assertThat(language.keys().stream().filter(OPTIONAL.negate()))
        .containsExactlyInAnyOrderElementsOf(
            Languages.ENGLISH.keys().stream().filter(OPTIONAL.negate()).toList());
    for (String key : language.keys()) {
      assertThat(language.values(key))
          .as(key)
          .isEqualTo(OPTIONAL.test(key) ? Set.of() : Languages.ENGLISH.values(key));
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyMessageCanBeShown(Messages language) {
    for (String key : language.keys()) {
      Map<String, Object> values = new HashMap<>();
      language.values(key).forEach(name -> values.put(name, 7));
      assertThat(language.of(key, values)).as(key).isNotBlank().doesNotContain("{", "}");
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void apostrophesAreThoseThatNoFormatTakesForItsOwn(Messages language) {
    for (String key : language.keys()) {
      if (!key.startsWith("date.")) {
        assertThat(language.of(key)).as(key).doesNotContain("'");
      }
    }
  }

  @Test
  void numbersAndPluralsAreThoseOfTheLanguage() {
    Messages german = Languages.of("de").orElseThrow();
    assertThat(Languages.ENGLISH.of("list.total", "count", 12345)).isEqualTo("12,345 articles");
    assertThat(Languages.ENGLISH.of("list.total", "count", 1)).isEqualTo("1 article");
    assertThat(german.of("list.total", "count", 12345)).isEqualTo("12.345 Artikel");
  }

  @Test
  void aMessageThatDoesNotExistIsABug() {
    assertThatThrownBy(() -> Languages.ENGLISH.of("list.nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("list.nothing");
  }

  @Test
  void whatPagesAskForExists() throws IOException {
    Set<String> asked = new HashSet<>();
    for (Path source : sources("src/main/jte", "src/main/java")) {
      Matcher matcher = ASKED.matcher(Files.readString(source));
      while (matcher.find()) {
        asked.add(matcher.group(1));
      }
    }
    assertThat(asked).hasSizeGreaterThan(80);
    assertThat(Languages.ENGLISH.keys()).containsAll(asked);
  }

  @Test
  void templatesHaveNoWordsOfTheirOwn() throws IOException {
    for (Path template : sources("src/main/jte")) {
      assertThat(TemplateText.of(Files.readString(template))).as(template.toString()).isEmpty();
    }
  }

  @Test
  void wordsInATemplateWouldBeFound() {
    assertThat(TemplateText.of("@param int a\n<p class=\"x\">${a} articles</p>"))
        .containsExactly("articles");
    assertThat(TemplateText.of("<nav aria-label=\"Pages\"></nav>")).containsExactly("Pages");
    assertThat(
            TemplateText.of(
                "<p>@if(a.equals(\"b\") && c(1))<b title=\"${x}, yes\">$unsafe</b>@endif</p>"))
        .contains("yes");
  }

  private static List<Path> sources(String... folders) throws IOException {
    List<Path> sources = new java.util.ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(Files::isRegularFile).forEach(sources::add);
      }
    }
    return sources;
  }
}
