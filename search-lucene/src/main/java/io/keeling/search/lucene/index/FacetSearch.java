package io.keeling.search.lucene.index;

import io.keeling.search.FacetValues;
import io.keeling.search.FacetValues.FacetValue;
import io.keeling.search.NameLabels;
import io.keeling.search.budget.Budget;
import io.keeling.search.lucene.count.Counter;
import io.keeling.search.lucene.count.Counter.Count;
import io.keeling.search.lucene.count.DocSet;
import io.keeling.search.lucene.field.Fields;
import io.keeling.search.lucene.query.FacetQueries;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Counts the values of facets. */
final class FacetSearch {

  /**
   * Above this number of articles, names are counted in a sample, unless exact counts are
   * requested.
   */
  private static final int MOST_NAMED = 300_000;

  /** Number of articles in the sample: enough to rank frequent names. */
  private static final int SAMPLE = 100_000;

  private FacetSearch() {}

  /**
   * Counts every facet as if its own filters were not set.
   *
   * @param exact whether names are counted in all articles, however many there are
   */
  static Map<Facet, FacetValues> of(FilteredArticles found, int most, boolean exact)
      throws IOException {
    return each(facet -> count(facet, found, found.without(facet), most, exact));
  }

  /** Counts every facet among the found articles. */
  static Map<Facet, FacetValues> together(FilteredArticles found, int most) throws IOException {
    return each(facet -> count(facet, found, found.all(), most, false));
  }

  @FunctionalInterface
  private interface Counting {
    FacetValues count(Facet facet) throws IOException;
  }

  private static Map<Facet, FacetValues> each(Counting counting) throws IOException {
    Map<Facet, FacetValues> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.COUNTED) {
      Budget.check();
      facets.put(facet, counting.count(facet));
    }
    return facets;
  }

  /** The number of found articles that have each of these values. */
  static Map<String, Integer> counts(
      FilteredArticles found, NameLabels labels, Facet facet, Collection<String> values)
      throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    for (String value : values) {
      Budget.check();
      int count =
          count(found, FacetQueries.term(facet, facet == Facet.NAME ? labels.meant(value) : value));
      if (count > 0) {
        counts.put(value, count);
      }
    }
    return counts;
  }

  private static int count(FilteredArticles found, Term term) throws IOException {
    int count = 0;
    for (LeafReaderContext leaf : found.searcher().getIndexReader().leaves()) {
      @Nullable PostingsEnum docs = leaf.reader().postings(term, PostingsEnum.NONE);
      if (docs != null) {
        FixedBitSet segment = found.all().segment(leaf.ord);
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          count += segment.get(doc) ? 1 : 0;
        }
      }
    }
    return count;
  }

  private static FacetValues count(
      Facet facet, FilteredArticles found, DocSet set, int most, boolean exact) throws IOException {
    Counter counter = found.counter();
    return switch (facet) {
      case CLIMATE -> plain(counter.all(set, Fields.CLIMATE), most);
      case COUNTRY -> plain(counter.all(set, Fields.COUNTRY), most);
      case LANGUAGE -> plain(counter.all(set, Fields.LANGUAGE), most);
      case TOPIC -> plain(topics(counter, set, found.filters()), most);
      case TOPIC_GRADE -> plain(grades(found, set), most);
      case SOURCE -> outlets(counter.all(set, Fields.OUTLET), most);
      case NAME -> names(found, set, most, exact);
      case STORY -> throw new IllegalArgumentException("stories are not counted");
    };
  }

  private static FacetValues plain(Map<String, Integer> counts, int most) {
    return new FacetValues(
        Counter.top(counts, most).stream()
            .map(count -> new FacetValue(count.value(), null, null, count.count()))
            .toList(),
        true);
  }

  /** Counts topics in the chosen grades. */
  private static Map<String, Integer> topics(Counter counter, DocSet set, Filters filters)
      throws IOException {
    List<String> grades = filters.of(Facet.TOPIC_GRADE);
    Map<String, Integer> topics = new HashMap<>();
    counter
        .all(set, Fields.GRADED_TOPIC)
        .forEach(
            (graded, count) -> {
              int slash = graded.lastIndexOf('/');
              if (grades.isEmpty() || grades.contains(graded.substring(slash + 1))) {
                topics.merge(graded.substring(0, slash), count, Integer::sum);
              }
            });
    return topics;
  }

  /** Counts grades of the chosen topics. */
  private static Map<String, Integer> grades(FilteredArticles found, DocSet set)
      throws IOException {
    List<String> topics = found.filters().of(Facet.TOPIC);
    if (topics.isEmpty()) {
      return found.counter().all(set, Fields.TOPIC_GRADE);
    }
    Map<String, Integer> grades = new LinkedHashMap<>();
    for (String grade : List.of("main", "mention")) {
      int count =
          set.countWith(DocSet.of(found.searcher(), FacetQueries.topics(topics, List.of(grade))));
      if (count > 0) {
        grades.put(grade, count);
      }
    }
    return grades;
  }

  /** Sources of an outlet may name it differently, so its most frequent name is shown. */
  private static FacetValues outlets(Map<String, Integer> counts, int most) {
    Map<String, Integer> sums = new HashMap<>();
    Map<String, Count> labels = new HashMap<>();
    counts.forEach(
        (outlet, count) -> {
          int separator = outlet.indexOf(Fields.SEPARATOR);
          String domain = outlet.substring(0, separator);
          Count label = new Count(outlet.substring(separator + 1), count);
          sums.merge(domain, count, Integer::sum);
          labels.merge(domain, label, FacetSearch::more);
        });
    return new FacetValues(
        Counter.top(sums, most).stream()
            .map(
                count ->
                    new FacetValue(
                        count.value(),
                        labels.getOrDefault(count.value(), count).value(),
                        null,
                        count.count()))
            .toList(),
        true);
  }

  private static Count more(Count one, Count other) {
    int order = Integer.compare(one.count(), other.count());
    if (order == 0) {
      order = other.value().compareTo(one.value());
    }
    return order >= 0 ? one : other;
  }

  /** Names that differ only in case count as one, in the most frequent spelling. */
  private static FacetValues names(FilteredArticles found, DocSet set, int most, boolean exact)
      throws IOException {
    int step = exact || set.size() <= MOST_NAMED ? 1 : set.size() / SAMPLE;
    DocSet counted =
        step == 1 ? set : every(step, set, found.searcher().getIndexReader().leaves().size());
    Map<String, List<Count>> forms = new LinkedHashMap<>();
    for (Count form : found.counter().top(counted, Fields.TYPED_NAME, most * 2)) {
      forms.computeIfAbsent(Fields.folded(form.value()), k -> new ArrayList<>()).add(form);
    }
    List<FacetValue> values = new ArrayList<>();
    forms.values().forEach(same -> values.add(name(same, step)));
    values.sort(
        Comparator.comparingInt(FacetValue::count).reversed().thenComparing(FacetValue::value));
    return new FacetValues(values.subList(0, Math.min(most, values.size())), step == 1);
  }

  private static FacetValue name(List<Count> forms, int step) {
    Count first = forms.get(0);
    int sum = forms.stream().mapToInt(Count::count).sum() * step;
    String name = first.value().substring(1);
    return new FacetValue(name, null, Completer.Kind.of(first.value().charAt(0)).type(), sum);
  }

  private static DocSet every(int step, DocSet set, int segments) throws IOException {
    FixedBitSet[] some = new FixedBitSet[segments];
    int seen = 0;
    for (int i = 0; i < segments; i++) {
      some[i] = new FixedBitSet(set.segment(i).length());
      DocIdSetIterator docs = set.iterator(i);
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (seen++ % step == 0) {
          some[i].set(doc);
        }
      }
    }
    return new DocSet(some);
  }
}
