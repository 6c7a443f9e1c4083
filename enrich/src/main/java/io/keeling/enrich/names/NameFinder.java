package io.keeling.enrich.names;

import io.keeling.contract.enriched.NameType;
import io.keeling.models.files.WordSections;
import io.keeling.models.lexical.LexicalTagger;
import io.keeling.models.lexical.NameLexicon;
import io.keeling.models.names.NameModel;
import io.keeling.models.names.NameSpan;
import io.keeling.models.names.NameTagger;
import io.keeling.models.text.Sentence;
import io.keeling.models.text.TextAnalyzer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of a text with what there is for its language: a trained model, a lexicon, or
 * nothing. One instance per thread.
 */
public final class NameFinder {

  private static final WordSections WORDS = new WordSections(NameFinder.class);

  /**
   * The names found in a text.
   *
   * @param sentences the text's sentences
   * @param names its names, which do not overlap
   * @param models the models that were used
   */
  public record Finding(List<Sentence> sentences, List<LocatedName> names, List<String> models) {

    public Finding {
      sentences = List.copyOf(sentences);
      names = List.copyOf(names);
      models = List.copyOf(models);
    }
  }

  /**
   * Last word of names such as Cayman Islands. It must not be taken for the genitive of German
   * "Island" (Iceland).
   */
  private static final String ISLANDS = "Islands";

  /** Legal forms at the end of firms' names, which are not names themselves. */
  private static final Set<String> LEGAL_FORMS =
      Set.of("Inc", "Inc.", "Ltd", "Ltd.", "LLC", "Corp", "Corp.", "Co.", "PLC", "plc", "GmbH");

  /** Last words of streets and landscapes that are also names of towns. */
  private static final Set<String> IN_TOWNS = WORDS.set("in-towns");

  private final NameModel model;
  private final NameTagger trained;
  private final KnownPlaces places;
  private final Map<String, TextAnalyzer> analyzers = new HashMap<>();
  private final Map<String, LexicalTagger> lexical = new HashMap<>();

  /**
   * @param model shared by all finders
   * @param places the gazetteer
   */
  public NameFinder(NameModel model, KnownPlaces places) {
    this.model = model;
    this.trained = new NameTagger(model);
    this.places = places;
  }

  /**
   * Finds the names of a text.
   *
   * @param language ISO 639-1 code
   * @return null for a language without a model or lexicon of names
   */
  public @Nullable Finding find(String text, String language) {
    boolean english = model.languages().contains(language);
    if (!english && !NameLexicon.LANGUAGES.contains(language)) {
      return null;
    }
    TextAnalyzer analyzer = analyzers.computeIfAbsent(language, TextAnalyzer::forLanguage);
    List<Sentence> sentences = analyzer.analyze(text);
    List<String> models = new ArrayList<>(analyzer.models());
    List<LocatedName> names = new ArrayList<>();
    if (english) {
      models.add(model.name());
      trained.tag(sentences).forEach(span -> names.add(name(span, text)));
      names.replaceAll(new ListedPlaces(text, names, places, model::isFirstName)::mended);
      List<LocatedName> people =
          OfficeHolders.apart(
              text, CalledLikePlaces.mended(text, PartyLabels.mended(text, List.copyOf(names))));
      names.clear();
      names.addAll(people);
      names.replaceAll(name -> isCalledSo(name, text) ? person(name) : name);
      names.removeIf(name -> Peoples.taken(name, text));
      names.addAll(places.passedOver(text, names));
    } else {
      LexicalTagger tagger =
          lexical.computeIfAbsent(language, l -> new LexicalTagger(NameLexicon.of(l), model));
      models.addAll(tagger.models());
      NameLexicon lexicon = NameLexicon.of(language);
      List<LocatedName> tagged =
          tagger.tag(sentences).stream()
              .map(NameFinder::name)
              .filter(name -> !text.substring(name.start(), name.end()).equals(ISLANDS))
              .map(name -> nominative(name, text, lexicon))
              .toList();
      names.addAll(
          language.equals("de")
              ? GermanCities.whole(text, tagged, name -> places.city(name, language))
              : tagged);
    }
    names.removeIf(
        name ->
            Treaties.named(text, name, language)
                && places.city(text.substring(name.start(), name.end()), language));
    names.removeIf(name -> endsWithin(text, name));
    List<LocatedName> apart =
        names.stream().flatMap(name -> SignsBetween.apart(name, text).stream()).toList();
    names.clear();
    names.addAll(apart);
    names.removeIf(name -> Credentials.named(name, apart, text));
    names.replaceAll(name -> CapitalsWithin.mended(NewsAgencies.mended(name, text), text));
    names.removeIf(name -> CapitalsWithin.noPlace(name, text, places::town));
    names.removeIf(name -> LEGAL_FORMS.contains(text.substring(name.start(), name.end())));
    names.removeIf(name -> Boilerplate.holds(text, name.start(), name.end()));
    return new Finding(sentences, names, models);
  }

  /**
   * Whether a name of two words that was found as a place is a person's: "Hannah Montana". The
   * first word is a first name, the second is the name of a place, and no place has the whole name.
   */
  private boolean isCalledSo(LocatedName name, String text) {
    String form = text.substring(name.start(), name.end());
    int space = form.indexOf(' ');
    return name.type() == NameType.LOCATION
        && space > 0
        && space == form.lastIndexOf(' ')
        && model.isFirstName(form.substring(0, space))
        && !places.town(form.substring(0, space))
        && !IN_TOWNS.contains(form.substring(space + 1))
        && places.town(form.substring(space + 1))
        && !places.town(form)
        && !places.landscape(form)
        && !places.placed(text, name.start(), name.end());
  }

  private static LocatedName person(LocatedName name) {
    return new LocatedName(name.start(), name.end(), NameType.PERSON, name.whole());
  }

  /** Whether a name is the beginning of a longer abbreviation: "N.E" of "N.E.W.T.". */
  private static boolean endsWithin(String text, LocatedName name) {
    return name.end() + 1 < text.length()
        && text.charAt(name.end()) == '.'
        && Character.isUpperCase(text.charAt(name.end() + 1))
        && text.substring(name.start(), name.end()).indexOf('.') > 0;
  }

  private LocatedName name(NameSpan span, String text) {
    // The English tagger includes a possessive only where it is part of the name.
    NameType type = NameType.valueOf(span.type().name());
    LocatedName name = new LocatedName(span.start(), span.end(), type, true);
    boolean place =
        (name.type() == NameType.PERSON && places.famous(text.substring(name.start(), name.end())))
            || places.placed(text, name.start(), name.end());
    return place ? new LocatedName(name.start(), name.end(), NameType.LOCATION, true) : name;
  }

  /**
   * The name without a genitive ending, which is no part of it: "Deutschland" of "Deutschlands".
   */
  private static LocatedName nominative(LocatedName name, String text, NameLexicon lexicon) {
    return lexicon.genitive(text.substring(name.start(), name.end()))
        ? new LocatedName(name.start(), name.end() - 1, name.type())
        : name;
  }

  private static LocatedName name(NameSpan span) {
    return new LocatedName(span.start(), span.end(), NameType.valueOf(span.type().name()));
  }
}
