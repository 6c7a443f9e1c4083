package io.keeling.enrich.annotator;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.enriched.CountryWeight;
import io.keeling.contract.enriched.Enrichment;
import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.NameType;
import io.keeling.contract.enriched.TagLimits;
import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.names.IncidentalNames;
import io.keeling.enrich.names.LocatedName;
import io.keeling.enrich.names.NameFinder;
import io.keeling.enrich.names.NameMerger;
import io.keeling.enrich.names.Salience;
import io.keeling.enrich.names.TaggedName;
import io.keeling.enrich.places.Geographer;
import io.keeling.enrich.places.Geography;
import io.keeling.enrich.places.PlaceChoice;
import io.keeling.enrich.topics.ClimateReasons;
import io.keeling.enrich.topics.TopicTagging;
import io.keeling.models.names.NameEvidence;
import io.keeling.models.names.NameSpan;
import io.keeling.models.names.WordEvidence;
import io.keeling.models.text.Sentence;
import io.keeling.runtime.deadline.RecordDeadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tags an article: a pure function of the article and the {@link AnnotatorResources}. One instance
 * per thread.
 */
public final class Annotator {

  /**
   * Release of the annotator: incremented with each change of the code that could tag the same
   * article differently.
   */
  static final int RELEASE = 18;

  /**
   * Maximum length of text that is tagged, in UTF-16 code units. A longer text is a book rather
   * than an article.
   */
  static final int LONGEST = 500_000;

  /** Maximum length of the title that is read, in UTF-16 code units. No headline is longer. */
  static final int LONGEST_TITLE = 1_000;

  /** Maximum number of features that explain a word; the strongest are kept. */
  private static final int FEATURES = 6;

  private final AnnotatorResources resources;
  private final NameFinder finder;

  public Annotator(AnnotatorResources resources) {
    this.resources = resources;
    this.finder = new NameFinder(resources.names(), resources.geographer());
  }

  /** Version of the tagging: changes whenever the same article could be tagged differently. */
  public String version() {
    return resources.version();
  }

  /** Whether the taxonomy has a topic of this id. */
  public boolean knowsTopic(String id) {
    return resources.topics().knows(id);
  }

  /** Tags an article. */
  public Annotation annotate(Article article) {
    return explain(article.title(), article.text(), article.language(), article.source())
        .annotation();
  }

  /**
   * Tags a text.
   *
   * @param language ISO 639-1 code
   */
  public Annotation annotate(String title, String text, String language) {
    return explain(title, text, language).annotation();
  }

  /** Tags a text and says why. */
  public TagExplanation explain(String title, String text, String language) {
    return explain(title, text, language, null);
  }

  /**
   * Explains the grade of a text, with the passages that were considered. Slow compared with
   * tagging.
   *
   * @param language ISO 639-1 code
   */
  public ClimateReasons climateReasons(String title, String text, String language) {
    return resources
        .topics()
        .climateReasons(beginning(title, LONGEST_TITLE), beginning(text, LONGEST), language);
  }

  /**
   * The name model's evidence at the first mention of a name; empty in languages whose names a
   * lexicon finds. For a place that the model missed and the gazetteer found, this is the model's
   * evidence for a place. Slow compared with tagging.
   */
  public List<WordEvidence> evidence(TagExplanation explanation, Name name) {
    if (!explanation.annotation().enrichment().models().contains(resources.names().name())) {
      return List.of();
    }
    Mention first = name.mentions().get(0);
    return explanation.sentences().stream()
        .filter(s -> s.start() <= first.start() && first.end() <= s.end())
        .findFirst()
        .map(sentence -> evidence(sentence, name.type(), first))
        .orElse(List.of());
  }

  private List<WordEvidence> evidence(Sentence sentence, NameType type, Mention mention) {
    NameSpan span =
        new NameSpan(
            mention.start(),
            mention.end(),
            io.keeling.models.names.EntityType.valueOf(type.name()),
            1);
    return new NameEvidence(resources.names()).of(sentence, span, FEATURES);
  }

  private TagExplanation explain(
      String wholeTitle, String whole, String language, @Nullable Outlet outlet) {
    List<String> models = new ArrayList<>();
    String title = beginning(wholeTitle, LONGEST_TITLE);
    String text = beginning(whole, LONGEST);
    if (text.length() < whole.length()) {
      models.add("first-" + LONGEST);
    }
    List<Sentence> sentences = List.of();
    List<LocatedName> found;
    NameFinder.Finding finding = finder.find(text, language);
    if (finding != null) {
      sentences = finding.sentences();
      found = finding.names();
      models.addAll(finding.models());
    } else {
      found = List.of();
      models.add("no-names-" + language);
    }
    RecordDeadline.checkpoint();
    Geographer geographer = resources.geographer();
    List<TaggedName> names =
        geographer.apart(text, NameMerger.merge(text, language, found, geographer::country));
    String outletCountry = outlet == null ? null : OutletCountry.of(outlet.domain());
    Geography geography = geographer.locate(text, language, names, outletCountry);
    RecordDeadline.checkpoint();
    TopicTagging tagging = resources.topics().tag(title, text, language);
    models.addAll(resources.topics().models(language));
    OnePlace one = OnePlace.of(named(names, geography, language), geography.places());
    List<ExplainedName> explained = explained(one, geography, title, text, outlet);
    Annotation annotation =
        new Annotation(
            explained.stream().map(ExplainedName::name).toList(),
            geography.countries(),
            tagging.climate(),
            tagging.topics(),
            new Enrichment(version(), models));
    return new TagExplanation(annotation, sentences, explained, geography.sources(), tagging);
  }

  /**
   * The names of an article. In languages whose names a lexicon finds, a place that is supported
   * only by its spelling is dropped: "Boden" and "Mitte" are words of every German text.
   */
  private List<TaggedName> named(List<TaggedName> names, Geography geography, String language) {
    return resources.names().languages().contains(language)
        ? names
        : names.stream().filter(name -> !geography.nowhere().contains(name)).toList();
  }

  /** The text, cut to a limit, between two words if possible. */
  static String beginning(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int space = text.lastIndexOf(' ', limit);
    int end = space < limit / 2 ? limit : space;
    boolean halved = Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, halved ? end - 1 : end);
  }

  private List<ExplainedName> explained(
      OnePlace one, Geography geography, String title, String text, @Nullable Outlet outlet) {
    List<TaggedName> names = one.names();
    String outletName = outlet == null ? null : outlet.name();
    Set<TaggedName> incidental =
        names.stream()
            .filter(n -> IncidentalNames.is(n, text, title, outletName))
            .collect(Collectors.toSet());
    int most =
        names.stream()
            .filter(n -> !incidental.contains(n))
            .mapToInt(n -> n.mentions().size())
            .max()
            .orElse(1);
    Salience saliences = new Salience(title, text.length(), most);
    return names.stream()
        .filter(name -> name.text().length() <= TagLimits.NAME)
        .map(
            name -> {
              double salience = saliences.of(name, incidental.contains(name));
              PlaceChoice choice = one.places().get(name);
              return new ExplainedName(
                  name(name, salience, choice, geography.countries()),
                  name.mentions().stream().map(m -> form(text, m)).toList(),
                  name.reasons(),
                  choice);
            })
        .sorted(Comparator.comparingDouble((ExplainedName n) -> n.name().salience()).reversed())
        .limit(TagLimits.NAMES)
        .toList();
  }

  private Name name(
      TaggedName name,
      double salience,
      @Nullable PlaceChoice choice,
      List<CountryWeight> countries) {
    Place place = choice == null ? null : choice.place();
    return new Name(
        name.text(),
        label(name, choice, countries),
        name.type(),
        name.mentions(),
        salience,
        wikidata(name, choice, countries),
        place == null ? null : place.country(),
        place == null ? null : place.lat(),
        place == null ? null : place.lon());
  }

  private @Nullable String label(
      TaggedName name, @Nullable PlaceChoice choice, List<CountryWeight> countries) {
    if (choice != null) {
      return choice.sure() ? resources.geographer().label(choice.place()) : null;
    }
    return wikidata(name, null, countries) == null
        ? null
        : resources.geographer().label(name.text());
  }

  private @Nullable String wikidata(
      TaggedName name, @Nullable PlaceChoice choice, List<CountryWeight> countries) {
    if (choice != null) {
      return resources.geographer().wikidata(name, choice);
    }
    return name.type() == NameType.ORGANIZATION
        ? resources.geographer().wikidata(name, countries)
        : null;
  }

  private static String form(String text, Mention mention) {
    return text.substring(mention.start(), mention.end());
  }
}
