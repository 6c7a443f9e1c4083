package io.keeling.search.lucene.index;

import io.keeling.contract.enriched.NameType;
import io.keeling.search.Completion;
import io.keeling.search.KnownValue;
import io.keeling.search.OtherNames;
import io.keeling.search.budget.Budget;
import io.keeling.search.language.FieldName;
import io.keeling.search.lucene.count.Counter;
import io.keeling.search.lucene.count.FrequentTerms;
import io.keeling.search.lucene.field.Fields;
import io.keeling.search.lucene.query.TextQueries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * Completes what somebody begins to type. Topics and countries are few and kept in memory. Names,
 * outlets and authors have terms in the index: each term contains a name from one of its words on,
 * followed by the value that the name stands for. Immutable; threads may share it.
 */
final class Completer {

  /** What a completion stands for. */
  enum Kind {
    PERSON('p', "person"),
    ORGANIZATION('o', "organization"),
    LOCATION('l', "location"),
    OUTLET('s', FieldName.SOURCE, null),
    AUTHOR('a', FieldName.AUTHOR, null);

    private final char sign;
    private final FieldName field;
    private final @Nullable String type;

    Kind(char sign, String type) {
      this(sign, FieldName.NAME, type);
    }

    Kind(char sign, FieldName field, @Nullable String type) {
      this.sign = sign;
      this.field = field;
      this.type = type;
    }

    /** The query field whose values are of this kind. */
    FieldName field() {
      return field;
    }

    /** The type of a name; null for an outlet or an author. */
    @Nullable String type() {
      return type;
    }

    static Kind of(NameType type) {
      return switch (type) {
        case PERSON -> PERSON;
        case ORGANIZATION -> ORGANIZATION;
        case LOCATION -> LOCATION;
      };
    }

    static Kind of(char sign) {
      for (Kind kind : values()) {
        if (kind.sign == sign) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind " + sign);
    }
  }

  /** Maximum number of words of a name from which a completion can start. */
  private static final int MOST_WORDS = 8;

  /**
   * A value, and the texts of which somebody may type a prefix: each of its names, from each word
   * on.
   */
  private record Known(KnownValue value, List<String> beginnings) {

    static Known of(KnownValue value) {
      return new Known(
          value,
          Stream.concat(Stream.of(value.label()), value.otherNames().stream())
              .flatMap(name -> Completer.beginnings(name).stream())
              .distinct()
              .toList());
    }

    boolean begins(String typed) {
      return beginnings.stream().anyMatch(name -> name.startsWith(typed));
    }
  }

  private final List<Known> known;
  private final OtherNames names;
  private final FrequentTerms terms;

  Completer(List<KnownValue> known, OtherNames names, FrequentTerms terms) {
    this.known = known.stream().map(Known::of).toList();
    this.names = names;
    this.terms = terms;
  }

  /** The indexed terms by which a typed name is completed to a value. */
  static Set<String> terms(String name, Kind kind, String value) {
    Set<String> terms = new HashSet<>();
    for (String beginning : beginnings(name)) {
      terms.add(completed(beginning, kind, value));
    }
    return terms;
  }

  private static String completed(String beginning, Kind kind, String value) {
    return beginning + Fields.SEPARATOR + kind.sign + value;
  }

  private static List<String> beginnings(String name) {
    List<String> words = TextQueries.plain(name);
    List<String> beginnings = new ArrayList<>();
    for (int i = 0; i < Math.min(words.size(), MOST_WORDS); i++) {
      beginnings.add(String.join(" ", words.subList(i, words.size())));
    }
    return beginnings;
  }

  /** Completions, most frequent first. */
  List<Completion> complete(IndexReader reader, String typed, Set<FieldName> of, int most)
      throws IOException {
    String beginning = String.join(" ", TextQueries.plain(typed));
    if (beginning.isEmpty()) {
      return List.of();
    }
    List<Completion> found = new ArrayList<>();
    for (Known each : known) {
      KnownValue value = each.value();
      if (of.contains(value.field()) && each.begins(beginning)) {
        int count = Counter.articles(reader, new Term(field(value.field()), value.value()));
        if (count > 0) {
          found.add(new Completion(value.field(), value.value(), value.label(), null, count));
        }
      }
    }
    found.addAll(named(reader, beginning, of, most));
    found.sort(
        Comparator.comparingInt(Completion::count)
            .reversed()
            .thenComparing(Completion::label)
            .thenComparing(Completion::field));
    return List.copyOf(found.subList(0, Math.min(most, found.size())));
  }

  private static String field(FieldName field) {
    return switch (field) {
      case TOPIC -> Fields.TOPIC;
      case COUNTRY -> Fields.COUNTRY;
      case LANGUAGE -> Fields.LANGUAGE;
      case CLIMATE -> Fields.CLIMATE;
      default -> throw new IllegalArgumentException("its values are not known: " + field);
    };
  }

  private List<Completion> named(IndexReader reader, String beginning, Set<FieldName> of, int most)
      throws IOException {
    Map<String, Integer> things = things(reader, beginning);
    if (of.contains(FieldName.NAME)) {
      addOthers(reader, beginning, things);
    }
    things.keySet().removeIf(thing -> !of.contains(Kind.of(thing.charAt(0)).field()));
    List<Completion> found = new ArrayList<>();
    // The rough counts include deleted documents, so their order may be wrong. Therefore twice as
    // many values are counted exactly as are shown.
    for (Counter.Count thing : Counter.top(things, most * 2)) {
      Budget.check();
      Kind kind = Kind.of(thing.value().charAt(0));
      String value = thing.value().substring(1);
      int count = Counter.articles(reader, term(kind, value));
      if (count > 0) {
        found.add(new Completion(kind.field(), value, value, kind.type(), count));
      }
    }
    return found;
  }

  /** Adds organisations and locations that have another name with this prefix. */
  private void addOthers(IndexReader reader, String beginning, Map<String, Integer> things)
      throws IOException {
    for (Set<String> all : names.beginning(beginning)) {
      for (String name : all) {
        for (Kind kind : List.of(Kind.ORGANIZATION, Kind.LOCATION)) {
          int documents = reader.docFreq(term(kind, name));
          if (documents > 0) {
            things.merge(kind.sign + name, documents, Math::max);
          }
        }
      }
    }
  }

  /** The term that all articles with a value have. */
  private static Term term(Kind kind, String value) {
    return switch (kind) {
      case OUTLET -> new Term(Fields.SOURCE, Fields.folded(value));
      case AUTHOR ->
          new Term(
              Fields.COMPLETED, completed(String.join(" ", TextQueries.plain(value)), kind, value));
      default -> new Term(Fields.TYPED_NAME, kind.sign + value);
    };
  }

  /** The values whose terms have this prefix, with rough counts. */
  private Map<String, Integer> things(IndexReader reader, String beginning) throws IOException {
    Map<String, Integer> things = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      // Several names of a value may have this prefix. The count of the most frequent name is used.
      Map<String, Integer> some = new HashMap<>();
      for (FrequentTerms.Frequent each : terms.of(leaf.reader(), beginning)) {
        some.merge(
            each.term().substring(each.term().indexOf(Fields.SEPARATOR) + 1),
            each.documents(),
            Math::max);
      }
      some.forEach((thing, documents) -> things.merge(thing, documents, Integer::sum));
    }
    return things;
  }
}
