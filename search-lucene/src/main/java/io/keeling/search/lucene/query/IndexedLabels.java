package io.keeling.search.lucene.query;

import io.keeling.search.NameLabels;
import io.keeling.search.budget.Budget;
import io.keeling.search.lucene.count.Counter;
import io.keeling.search.lucene.count.Counter.Count;
import io.keeling.search.lucene.field.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * The usual labels of names, learned from the articles of an index: an article that writes {@code
 * USA} and means the United States is indexed with both. Threads may share it.
 */
public final class IndexedLabels implements NameLabels {

  /** Maximum number of labels of a name that are read from a segment. Names have far fewer. */
  private static final int MOST_LABELS = 1_000;

  /**
   * Maximum number of steps from a name to its label, the label's own label and so on. A label
   * hardly ever has another label.
   */
  private static final int MOST_STEPS = 4;

  private final IndexReader reader;

  public IndexedLabels(IndexReader reader) {
    this.reader = reader;
  }

  /** The {@link Fields#NAME_LABEL} term of an article that writes a name and means a label. */
  public static String term(String name, String label) {
    return words(name) + Fields.SEPARATOR + label;
  }

  private static String words(String name) {
    return String.join(" ", TextQueries.plain(name));
  }

  @Override
  public String meant(String name) {
    String meant = name;
    String form = words(name);
    Set<String> seen = new HashSet<>();
    while (seen.add(form) && seen.size() <= MOST_STEPS) {
      Optional<String> label = label(form);
      if (label.isEmpty() || has(words(label.get()), form)) {
        return meant;
      }
      meant = label.get();
      form = words(meant);
    }
    return name; // the labels lead in a circle, or too far
  }

  private static boolean has(String words, String form) {
    return (" " + words + " ").contains(" " + form + " ");
  }

  /**
   * The label that the majority of the articles with a name use for it; empty if no label has a
   * majority.
   */
  private Optional<String> label(String form) {
    if (form.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Integer> articles = new HashMap<>();
    try {
      for (String label : labels(form)) {
        Budget.check();
        int count = Counter.articles(reader, new Term(Fields.NAME_LABEL, joined(form, label)));
        if (count > 0) {
          articles.put(label, count);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be read", e);
    }
    int all = articles.values().stream().mapToInt(Integer::intValue).sum();
    List<Count> first = Counter.top(articles, 1);
    return first.isEmpty() || 2 * first.get(0).count() <= all
        ? Optional.empty()
        : Optional.of(first.get(0).value());
  }

  private static String joined(String form, String label) {
    return form + Fields.SEPARATOR + label;
  }

  private Set<String> labels(String form) throws IOException {
    Set<String> labels = new HashSet<>();
    BytesRef beginning = new BytesRef(joined(form, ""));
    for (LeafReaderContext leaf : reader.leaves()) {
      @Nullable Terms terms = leaf.reader().terms(Fields.NAME_LABEL);
      if (terms != null) {
        labels.addAll(labels(terms.iterator(), beginning));
      }
    }
    return labels;
  }

  private static List<String> labels(TermsEnum terms, BytesRef beginning) throws IOException {
    List<String> labels = new ArrayList<>();
    TermsEnum.SeekStatus status = terms.seekCeil(beginning);
    @Nullable BytesRef term = status == TermsEnum.SeekStatus.END ? null : terms.term();
    while (term != null
        && labels.size() < MOST_LABELS
        && StringHelper.startsWith(term, beginning)) {
      labels.add(term.utf8ToString().substring(beginning.utf8ToString().length()));
      term = terms.next();
    }
    return labels;
  }
}
