package io.keeling.desk.label;

import io.keeling.contract.text.PlainText;
import io.keeling.desk.messages.Languages;
import io.keeling.search.KnownValue;
import io.keeling.search.language.FieldName;
import io.keeling.search.language.ValueField;
import io.keeling.search.language.Vocabulary;
import io.keeling.search.query.Facet;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Names of topics, countries and languages, in the languages that editors write in, for queries and
 * completion. Immutable; threads may share it.
 */
public final class KnownValues implements Vocabulary {

  private static final List<Locale> EDITORS =
      Stream.of("en", "de", "fr", "es", "it", "pt", "nl").map(Locale::forLanguageTag).toList();

  /** Common short names of countries that no Java locale knows. */
  private static final Map<String, List<String>> SHORT =
      Map.of(
          "US", List.of("USA", "US", "U.S.", "U.S.A.", "United States of America", "America"),
          "GB", List.of("UK", "U.K.", "Britain", "Great Britain", "Großbritannien"),
          "AE", List.of("UAE", "VAE"),
          "CZ", List.of("Czech Republic", "Tschechische Republik"),
          "CD", List.of("DRC", "DR Congo"),
          "NL", List.of("Holland", "The Netherlands"),
          "TR", List.of("Turkey", "Türkiye"),
          "CI", List.of("Ivory Coast"),
          "MM", List.of("Burma"),
          "RU", List.of("Russian Federation"));

  private static final Set<String> CLIMATE =
      Set.of("main", "mention", "adjacent", "none", "ungraded");
  private static final Set<String> IS = Set.of("corrected", "noted", "free", "undated");

  private final List<KnownValue> completed = new ArrayList<>();
  private final Map<String, String> topics = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, String> languages = new HashMap<>();

  public KnownValues(TopicLabels labels) {
    labels
        .topics()
        .values()
        .forEach(
            topic -> {
              topics.put(folded(topic.id()), topic.id());
              topics.put(folded(topic.label()), topic.id());
              Set<String> names = new TreeSet<>(Set.of(topic.id().replace('-', ' ')));
              Languages.all().stream()
                  .flatMap(messages -> messages.find("topic." + topic.id()).stream())
                  .forEach(names::add);
              names.forEach(name -> topics.putIfAbsent(folded(name), topic.id()));
              completed.add(
                  new KnownValue(FieldName.TOPIC, topic.id(), topic.label(), List.copyOf(names)));
            });
    for (String code : Locale.getISOCountries()) {
      addCountry(code);
    }
    for (String code : Locale.getISOLanguages()) {
      languages.put(code, code);
      Locale language = Locale.forLanguageTag(code);
      EDITORS.forEach(
          editor -> languages.putIfAbsent(folded(language.getDisplayLanguage(editor)), code));
      languages.putIfAbsent(folded(language.getDisplayLanguage(language)), code);
    }
    languages.put("und", "und");
    for (String code : Locale.getISOLanguages()) {
      addLanguage(code);
    }
    CLIMATE.forEach(
        grade ->
            completed.add(new KnownValue(FieldName.CLIMATE, grade, grade, List.of("climate"))));
  }

  private void addCountry(String code) {
    Locale country = new Locale.Builder().setRegion(code).build();
    Set<String> names = new TreeSet<>(SHORT.getOrDefault(code, List.of()));
    EDITORS.forEach(editor -> names.add(country.getDisplayCountry(editor)));
    countries.put(folded(code), code);
    names.forEach(name -> countries.putIfAbsent(folded(name), code));
    String label = country.getDisplayCountry(Locale.ENGLISH);
    names.remove(label);
    completed.add(new KnownValue(FieldName.COUNTRY, code, label, List.copyOf(names)));
  }

  private void addLanguage(String code) {
    Locale language = Locale.forLanguageTag(code);
    Set<String> names = new TreeSet<>(Set.of(code, language.getDisplayLanguage(language)));
    EDITORS.forEach(editor -> names.add(language.getDisplayLanguage(editor)));
    String label = language.getDisplayLanguage(Locale.ENGLISH);
    names.remove(label);
    completed.add(new KnownValue(FieldName.LANGUAGE, code, label, List.copyOf(names)));
  }

  /** Topics, countries, languages and grades for completion, each with all its names. */
  public List<KnownValue> completed() {
    return List.copyOf(completed);
  }

  @Override
  public Optional<String> find(ValueField field, String written) {
    String folded = folded(written);
    return switch (field) {
      case TOPIC -> Optional.ofNullable(topics.get(folded));
      case COUNTRY -> Optional.ofNullable(countries.get(folded));
      case LANGUAGE -> Optional.ofNullable(languages.get(folded));
      case CLIMATE -> Optional.of(folded).filter(CLIMATE::contains);
      case IS -> Optional.of(folded).filter(IS::contains);
      case STORY -> Facet.STORY.read(written);
      case SOURCE -> Facet.SOURCE.read(PlainText.line(written, 253));
    };
  }

  /** Removes case, accents and punctuation. */
  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}+", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
