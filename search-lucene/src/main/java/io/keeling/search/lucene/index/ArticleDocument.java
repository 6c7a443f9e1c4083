package io.keeling.search.lucene.index;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.ArticleLimits;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.TagLimits;
import io.keeling.contract.enriched.Topic;
import io.keeling.search.lucene.analysis.ArticleLanguage;
import io.keeling.search.lucene.analysis.WordAnalyzer;
import io.keeling.search.lucene.analysis.WordAnalyzer.Purpose;
import io.keeling.search.lucene.field.Fields;
import io.keeling.search.lucene.field.StoryIds;
import io.keeling.search.lucene.query.IndexedLabels;
import io.keeling.search.query.Undated;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Makes the document of an article. Everything in it can be searched, but texts are not stored. */
public final class ArticleDocument {

  /** Length to which texts are cut for indexing, in UTF-16 code units. */
  private static final int LONGEST_TEXT = 200_000;

  /** Longest value of a facet, in UTF-16 code units; Lucene's limit for terms is 32,766 bytes. */
  private static final int LONGEST_VALUE = 1_000;

  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS);
    WORDS.setOmitNorms(true);
    WORDS.setTokenized(true);
    WORDS.freeze();
  }

  private ArticleDocument() {}

  /**
   * The document of an article.
   *
   * @param corrected whether another version of it has been seen
   */
  public static Document of(EnrichedArticle enriched, boolean corrected) {
    return of(enriched, corrected, enriched.article().fetchedAt());
  }

  /**
   * The document of an article.
   *
   * @param corrected whether another version of it has been seen
   * @param seen when it was first seen, used if it has no date
   */
  static Document of(EnrichedArticle enriched, boolean corrected, Instant seen) {
    // Earlier releases may have published values that are too long for a term.
    Article article = ArticleLimits.within(enriched.article());
    Document document = new Document();
    document.add(new StringField(Fields.ID, article.id(), Store.NO));
    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(article.id())));
    boolean dated = article.publishedAt() != null;
    Instant sortedAt = dated ? sortedAt(article) : seen;
    long sorted = Fields.micros(sortedAt);
    long listed = dated ? sorted : Fields.micros(Undated.place(sortedAt));
    document.add(new LongPoint(Fields.SORTED, sorted));
    document.add(new NumericDocValuesField(Fields.SORTED, sorted));
    document.add(new LongPoint(Fields.LISTED, listed));
    document.add(new NumericDocValuesField(Fields.LISTED, listed));
    document.add(new NumericDocValuesField(Fields.FETCHED, Fields.micros(article.fetchedAt())));
    document.add(new NumericDocValuesField(Fields.REVISION, enriched.revision()));
    document.add(new BinaryDocValuesField(Fields.VERSION, new BytesRef(article.version())));
    addWords(document, article);
    addTopics(document, enriched.topics());
    addNames(document, enriched.names(), article);
    enriched.countries().stream()
        .map(country -> country.code())
        .distinct()
        .forEach(code -> addValue(document, Fields.COUNTRY, code));
    addOutlet(document, article);
    addValue(document, Fields.LANGUAGE, article.language());
    addValue(document, Fields.CLIMATE, lower(enriched.climate().grade()));
    if (enriched.story() != null) {
      document.add(new StringField(Fields.STORY, enriched.story().id(), Store.NO));
      document.add(new NumericDocValuesField(Fields.STORY, StoryIds.number(enriched.story().id())));
    }
    if (!dated) {
      document.add(new StringField(Fields.IS, Fields.UNDATED.text(), Store.NO));
    }
    if (article.free()) {
      document.add(new StringField(Fields.IS, "free", Store.NO));
    }
    if (article.correctionNote() != null) {
      document.add(new StringField(Fields.IS, "noted", Store.NO));
    }
    if (corrected || saysSo(enriched)) {
      document.add(new StringField(Fields.IS, "corrected", Store.NO));
      document.add(new NumericDocValuesField(Fields.CORRECTED, 1));
    }
    return document;
  }

  /**
   * When the article was published; when it was fetched, if that is earlier or the publication date
   * is unknown. The sink uses the same rule.
   */
  public static Instant sortedAt(Article article) {
    NewsDate published = article.publishedAt();
    return published == null || published.instant().isAfter(article.fetchedAt())
        ? article.fetchedAt()
        : published.instant();
  }

  /**
   * Whether its correction note or the publisher's dates show that the article was corrected.
   * Needed since earlier versions are missing from a compacted topic.
   */
  private static boolean saysSo(EnrichedArticle enriched) {
    if (enriched.article().correctionNote() != null) {
      return true;
    }
    NewsDate published = enriched.article().publishedAt();
    NewsDate modified = enriched.article().modifiedAt();
    return enriched.revision() > 1
        && published != null
        && modified != null
        && modified.instant().isAfter(published.instant());
  }

  private static void addWords(Document document, Article article) {
    ArticleLanguage language = ArticleLanguage.of(article.language());
    String subtitle = article.subtitle() == null ? "" : article.subtitle();
    String text =
        article.text().length() <= LONGEST_TEXT
            ? article.text()
            : article.text().substring(0, LONGEST_TEXT);
    document.add(new TextField(Fields.title(language), article.title(), Store.NO));
    String keywords = String.join("\n", article.keywords());
    document.add(new TextField(Fields.standfirst(language), subtitle, Store.NO));
    document.add(new TextField(Fields.standfirst(language), keywords, Store.NO));
    String note = article.correctionNote() == null ? "" : article.correctionNote();
    document.add(new TextField(Fields.note(language), note, Store.NO));
    document.add(new TextField(Fields.text(language), text, Store.NO));
    WordAnalyzer words = WordAnalyzer.of(language, Purpose.WORDS);
    // Each field needs its own name here, since an analyzer has one token stream for each name.
    document.add(
        new Field(
            Fields.WORDS,
            words.tokenStream(
                Fields.WORDS, String.join("\n", article.title(), subtitle, keywords, note, text)),
            WORDS));
    document.add(
        new Field(
            Fields.TITLE_WORDS, words.tokenStream(Fields.TITLE_WORDS, article.title()), WORDS));
    document.add(new Field(Fields.NOTE_WORDS, words.tokenStream(Fields.NOTE_WORDS, note), WORDS));
    for (String author : article.authors()) {
      document.add(new TextField(Fields.AUTHOR_WORDS, author, Store.NO));
    }
  }

  private static void addTopics(Document document, List<Topic> topics) {
    Set<String> grades = new HashSet<>();
    for (Topic topic : topics) {
      String grade = lower(topic.grade());
      document.add(new StringField(Fields.TOPIC, bounded(topic.id()), Store.NO));
      addValue(document, Fields.GRADED_TOPIC, Fields.graded(bounded(topic.id()), grade));
      if (grades.add(grade)) {
        addValue(document, Fields.TOPIC_GRADE, grade);
      }
    }
  }

  private static void addNames(Document document, List<Name> names, Article article) {
    Set<String> forms = new HashSet<>();
    Set<String> typed = new HashSet<>();
    Set<String> completed = new HashSet<>();
    Set<String> labels = new HashSet<>();
    for (Name name : TagLimits.within(names)) {
      String type = lower(name.type());
      String canonical = bounded(name.canonical());
      if (typed.add(type.charAt(0) + canonical)) {
        addValue(document, Fields.TYPED_NAME, type.charAt(0) + canonical);
      }
      for (String form : List.of(name.text(), canonical)) {
        if (forms.add(Fields.folded(form))) {
          document.add(new StringField(Fields.NAME, Fields.folded(form), Store.NO));
          document.add(new TextField(Fields.NAME_WORDS, form, Store.NO));
        }
        labels.add(IndexedLabels.term(bounded(form), canonical));
        completed.addAll(Completer.terms(form, Completer.Kind.of(name.type()), canonical));
      }
    }
    completed.addAll(
        Completer.terms(
            article.source().name(), Completer.Kind.OUTLET, bounded(article.source().domain())));
    for (String author : article.authors()) {
      completed.addAll(Completer.terms(bounded(author), Completer.Kind.AUTHOR, bounded(author)));
    }
    labels.forEach(term -> document.add(new StringField(Fields.NAME_LABEL, term, Store.NO)));
    completed.forEach(term -> document.add(new StringField(Fields.COMPLETED, term, Store.NO)));
  }

  private static void addOutlet(Document document, Article article) {
    Set<String> forms = new HashSet<>();
    for (String form :
        List.of(article.source().domain(), article.source().id(), article.source().name())) {
      if (forms.add(Fields.folded(form))) {
        document.add(new StringField(Fields.SOURCE, bounded(Fields.folded(form)), Store.NO));
      }
    }
    document.add(
        new SortedSetDocValuesField(
            Fields.OUTLET,
            new BytesRef(
                bounded(article.source().domain())
                    + Fields.SEPARATOR
                    + bounded(article.source().name()))));
  }

  private static void addValue(Document document, String field, String whole) {
    String value = bounded(whole);
    document.add(new StringField(field, value, Store.NO));
    document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
  }

  /** Cuts a value, since Lucene refuses terms of more than 32,766 bytes. */
  private static String bounded(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
