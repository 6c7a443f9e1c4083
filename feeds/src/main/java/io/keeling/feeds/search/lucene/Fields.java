package io.keeling.feeds.search.lucene;

import io.keeling.feeds.search.lucene.analysis.ArticleLanguage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The fields of an article's document, and how values are written in them. Stateless. */
final class Fields {

  /** Changes whenever documents are made otherwise: an index of another format is made anew. */
  static final int FORMAT = 1;

  static final String ID = "id";

  /** Microseconds since 1970 that it is sorted at. */
  static final String SORTED = "sorted";

  static final String FETCHED = "fetched";
  static final String REVISION = "revision";
  static final String VERSION = "version";

  /** Words of title, standfirst and text as they are written, each once. */
  static final String WORDS = "words";

  static final String TITLE_WORDS = "title.words";
  static final String NAME_WORDS = "name.words";
  static final String AUTHOR_WORDS = "author.words";

  static final String TOPIC = "topic";

  /** A topic and its grade, as in {@code coal/main}. */
  static final String GRADED_TOPIC = "topic.graded";

  static final String TOPIC_GRADE = "topic.grade";
  static final String NAME = "name";

  /** The type's first letter and the name, as most articles write it. */
  static final String TYPED_NAME = "name.typed";

  static final String COUNTRY = "country";
  static final String SOURCE = "source";

  /** The domain and the name of an outlet, with a {@link #SEPARATOR} between them. */
  static final String OUTLET = "source.outlet";

  static final String LANGUAGE = "language";
  static final String CLIMATE = "climate";
  static final String STORY = "story";
  static final String IS = "is";

  /** 1 where another version has been seen before. */
  static final String CORRECTED = "corrected";

  /** Beginnings by which a name or an outlet is completed: see {@link Completer}. */
  static final String COMPLETED = "completed";

  static final char SEPARATOR = '\u0001';

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private Fields() {}

  static String title(ArticleLanguage language) {
    return "title." + language.code();
  }

  static String standfirst(ArticleLanguage language) {
    return "standfirst." + language.code();
  }

  static String text(ArticleLanguage language) {
    return "text." + language.code();
  }

  /** Case does not matter in names and outlets. */
  static String folded(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  static String graded(String topic, String grade) {
    return topic + "/" + grade;
  }

  static long micros(Instant moment) {
    return Math.addExact(
        Math.multiplyExact(moment.getEpochSecond(), MICROS_PER_SECOND),
        moment.getNano() / NANOS_PER_MICRO);
  }

  static Instant moment(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
