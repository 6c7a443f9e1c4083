package io.keeling.search.lucene.query;

import io.keeling.search.NameLabels;
import io.keeling.search.lucene.field.Fields;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Queries for articles with the chosen values of a facet. */
public final class FacetQueries {

  private FacetQueries() {}

  /** Replaces the names in filters by their labels. */
  public static Filters meant(Filters filters, NameLabels labels) {
    return filters.with(Facet.NAME, filters.of(Facet.NAME).stream().map(labels::meant).toList());
  }

  /** The query for a facet's values. Topics and their grades share one query. */
  public static Query of(Facet facet, Filters filters) {
    if (facet == Facet.TOPIC || facet == Facet.TOPIC_GRADE) {
      return topics(filters.of(Facet.TOPIC), filters.of(Facet.TOPIC_GRADE));
    }
    return anyOf(
        field(facet), filters.of(facet).stream().map(value -> term(facet, value).text()).toList());
  }

  /** The term that articles with a value of a facet have. */
  public static Term term(Facet facet, String value) {
    boolean folded = facet == Facet.NAME || facet == Facet.SOURCE;
    return new Term(field(facet), folded ? Fields.folded(value) : value);
  }

  private static String field(Facet facet) {
    return switch (facet) {
      case TOPIC -> Fields.TOPIC;
      case TOPIC_GRADE -> Fields.TOPIC_GRADE;
      case NAME -> Fields.NAME;
      case SOURCE -> Fields.SOURCE;
      case COUNTRY -> Fields.COUNTRY;
      case LANGUAGE -> Fields.LANGUAGE;
      case CLIMATE -> Fields.CLIMATE;
      case STORY -> Fields.STORY;
    };
  }

  /** Articles with any of the topics in any of the grades; an empty list means all of them. */
  public static Query topics(List<String> topics, List<String> grades) {
    if (topics.isEmpty()) {
      return anyOf(Fields.TOPIC_GRADE, grades);
    }
    if (grades.isEmpty()) {
      return anyOf(Fields.TOPIC, topics);
    }
    return anyOf(
        Fields.GRADED_TOPIC,
        topics.stream()
            .flatMap(topic -> grades.stream().map(grade -> Fields.graded(topic, grade)))
            .toList());
  }

  public static Query anyOf(String field, Collection<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }
}
