package io.keeling.ingest.repetition;

import io.keeling.ingest.repetition.TextSketch.Paragraph;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a host's last articles, which serve to recognise paragraphs that are on many of its
 * pages. Stored in at most 41 bytes per article. Not thread-safe.
 */
final class HostTexts {

  /**
   * Version of our storage format. Bytes of another version are ignored, and the host's texts are
   * learned again.
   */
  private static final byte FORMAT = 1;

  /**
   * Number of articles of one host whose texts are kept, the latest ones: a day of a large outlet.
   * A notice that replaces one article in thirty still occurs several times among them.
   */
  static final int TEXTS = 128;

  /**
   * Number of other articles that must have a paragraph before it counts as the host's and not the
   * article's. One article may have three addresses: its own, a print version, and the one before
   * its headline changed.
   */
  static final int OTHER_TEXTS = 3;

  /**
   * Share of a text that must be the host's for the page to be refused. Below this share, the rest
   * of the text may be news, as in a running story that gets a new first paragraph every hour.
   */
  private static final double REPEATED_SHARE = 0.9;

  private final Map<Long, int[]> articles;

  private HostTexts(Map<Long, int[]> articles) {
    this.articles = articles;
  }

  static HostTexts of(byte @Nullable [] bytes) {
    Map<Long, int[]> articles = new LinkedHashMap<>();
    if (bytes == null || bytes.length == 0 || bytes[0] != FORMAT) {
      return new HostTexts(articles);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    while (buffer.hasRemaining()) {
      long article = buffer.getLong();
      int[] paragraphs = new int[buffer.get()];
      for (int i = 0; i < paragraphs.length; i++) {
        paragraphs[i] = buffer.getInt();
      }
      articles.put(article, paragraphs);
    }
    return new HostTexts(articles);
  }

  byte[] bytes() {
    int size = 1;
    for (int[] paragraphs : articles.values()) {
      size += Long.BYTES + 1 + paragraphs.length * Integer.BYTES;
    }
    ByteBuffer buffer = ByteBuffer.allocate(size).put(FORMAT);
    articles.forEach(
        (article, paragraphs) -> {
          buffer.putLong(article).put((byte) paragraphs.length);
          for (int paragraph : paragraphs) {
            buffer.putInt(paragraph);
          }
        });
    return buffer.array();
  }

  /** Whether nearly all of a text occurs in several other articles of the host. */
  boolean hold(TextSketch text) {
    int length = 0;
    int known = 0;
    for (Paragraph paragraph : text.paragraphs()) {
      length += paragraph.length();
      int others = othersWith(paragraph.hash(), text.article());
      known += others >= OTHER_TEXTS ? paragraph.length() : 0;
    }
    return length > 0 && known >= REPEATED_SHARE * length;
  }

  private int othersWith(int hash, long self) {
    int others = 0;
    for (Map.Entry<Long, int[]> article : articles.entrySet()) {
      others += article.getKey() != self && contains(article.getValue(), hash) ? 1 : 0;
    }
    return others;
  }

  private static boolean contains(int[] paragraphs, int hash) {
    for (int paragraph : paragraphs) {
      if (paragraph == hash) {
        return true;
      }
    }
    return false;
  }

  /**
   * Stores an article's text in place of its earlier one, and drops the oldest article beyond the
   * limit. Returns whether anything changed.
   */
  boolean remember(TextSketch text) {
    int[] paragraphs = text.paragraphs().stream().mapToInt(Paragraph::hash).toArray();
    int[] before = articles.get(text.article());
    if (before != null && Arrays.equals(before, paragraphs)) {
      return false;
    }
    articles.remove(text.article());
    articles.put(text.article(), paragraphs);
    while (articles.size() > TEXTS) {
      articles.remove(articles.keySet().iterator().next());
    }
    return true;
  }
}
