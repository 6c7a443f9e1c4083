package io.keeling.search.lucene.query;

import io.keeling.search.NameLabels;
import io.keeling.search.lucene.field.Fields;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** What an article must have for the values that are chosen of a facet. */
public final class FacetQueries {

  private static final List<String> GRADES = List.of("main", "mention");

  private FacetQueries() {}

  /** The same filters with names as they are usually called. */
  public static Filters meant(Filters filters, NameLabels labels) {
    return filters.with(Facet.NAME, filters.of(Facet.NAME).stream().map(labels::meant).toList());
  }

  /**
   * The condition of a facet's chosen values. Topics and their grades are one condition, which is
   * that of {@link Facet#TOPIC}.
   */
  public static Query of(Facet facet, Filters filters) {
    List<String> values = filters.of(facet);
    return switch (facet) {
      case TOPIC -> topics(values, filters.of(Facet.TOPIC_GRADE));
      case TOPIC_GRADE -> topics(filters.of(Facet.TOPIC), values);
      case NAME -> anyOf(Fields.NAME, values.stream().map(Fields::folded).toList());
      case SOURCE -> anyOf(Fields.SOURCE, values.stream().map(Fields::folded).toList());
      case COUNTRY -> anyOf(Fields.COUNTRY, values);
      case LANGUAGE -> anyOf(Fields.LANGUAGE, values);
      case CLIMATE -> anyOf(Fields.CLIMATE, values);
      case STORY -> anyOf(Fields.STORY, values);
    };
  }

  /** What an article has in the index that has a value of a facet. */
  public static Term term(Facet facet, String value) {
    return switch (facet) {
      case TOPIC -> new Term(Fields.TOPIC, value);
      case TOPIC_GRADE -> new Term(Fields.TOPIC_GRADE, value);
      case NAME -> new Term(Fields.NAME, Fields.folded(value));
      case SOURCE -> new Term(Fields.SOURCE, Fields.folded(value));
      case COUNTRY -> new Term(Fields.COUNTRY, value);
      case LANGUAGE -> new Term(Fields.LANGUAGE, value);
      case CLIMATE -> new Term(Fields.CLIMATE, value);
      case STORY -> new Term(Fields.STORY, value);
    };
  }

  /** A topic that is asked for, in a grade that is asked for; no topics or grades are all. */
  public static Query topics(List<String> topics, List<String> grades) {
    if (topics.isEmpty()) {
      return anyOf(Fields.TOPIC_GRADE, grades);
    }
    if (grades.isEmpty()) {
      return anyOf(Fields.TOPIC, topics);
    }
    List<String> graded = new ArrayList<>();
    for (String topic : topics) {
      for (String grade : GRADES) {
        if (grades.contains(grade)) {
          graded.add(Fields.graded(topic, grade));
        }
      }
    }
    return anyOf(Fields.GRADED_TOPIC, graded);
  }

  public static Query anyOf(String field, Collection<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }
}
