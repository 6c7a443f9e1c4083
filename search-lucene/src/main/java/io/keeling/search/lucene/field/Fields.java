package io.keeling.search.lucene.field;

import io.keeling.search.lucene.analysis.ArticleLanguage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.apache.lucene.index.Term;

/** The fields of an article's document, and the form of their values. */
public final class Fields {

  /** Increased whenever documents change, so that older indexes are rebuilt. */
  public static final int FORMAT = 3;

  public static final String ID = "id";

  /** When the article was published or, if unknown, first seen; in microseconds since 1970. */
  public static final String SORTED = "sorted";

  /**
   * The time by which lists are sorted, in microseconds since 1970; lowest for undated articles.
   */
  public static final String LISTED = "listed";

  public static final String FETCHED = "fetched";
  public static final String REVISION = "revision";
  public static final String VERSION = "version";

  /**
   * The words of title, standfirst, keywords, correction note and text, as written. Each word is
   * indexed once.
   */
  public static final String WORDS = "words";

  public static final String TITLE_WORDS = "title.words";
  public static final String NOTE_WORDS = "note.words";
  public static final String NAME_WORDS = "name.words";
  public static final String AUTHOR_WORDS = "author.words";

  public static final String TOPIC = "topic";

  /** A topic with its grade, as in {@code coal/main}. */
  public static final String GRADED_TOPIC = "topic.graded";

  public static final String TOPIC_GRADE = "topic.grade";
  public static final String NAME = "name";

  /** The words of a name and the label that it stands for, joined by {@link #SEPARATOR}. */
  public static final String NAME_LABEL = "name.label";

  /** The first letter of the type, and the name in the form that most articles use. */
  public static final String TYPED_NAME = "name.typed";

  public static final String COUNTRY = "country";
  public static final String SOURCE = "source";

  /** The domain and the name of an outlet, with a {@link #SEPARATOR} between them. */
  public static final String OUTLET = "source.outlet";

  public static final String LANGUAGE = "language";
  public static final String CLIMATE = "climate";
  public static final String STORY = "story";
  public static final String IS = "is";

  /** The term that undated articles have. */
  public static final Term UNDATED = new Term(IS, "undated");

  /** 1 if another version was seen before. */
  public static final String CORRECTED = "corrected";

  /**
   * A prefix that somebody may type, joined with the name, outlet or author that it completes to.
   */
  public static final String COMPLETED = "completed";

  public static final char SEPARATOR = '\u0001';

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private Fields() {}

  public static String title(ArticleLanguage language) {
    return "title." + language.code();
  }

  public static String standfirst(ArticleLanguage language) {
    return "standfirst." + language.code();
  }

  public static String note(ArticleLanguage language) {
    return "note." + language.code();
  }

  public static String text(ArticleLanguage language) {
    return "text." + language.code();
  }

  /** Returns the value in lower case, since names and outlets are found regardless of case. */
  public static String folded(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  public static String graded(String topic, String grade) {
    return topic + "/" + grade;
  }

  public static long micros(Instant moment) {
    return Math.addExact(
        Math.multiplyExact(moment.getEpochSecond(), MICROS_PER_SECOND),
        moment.getNano() / NANOS_PER_MICRO);
  }

  public static Instant moment(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
