package io.keeling.ingest.repetition;

import io.keeling.ingest.repetition.TextSketch.Paragraph;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a host's last articles, to recognise paragraphs that are on many of its pages; at
 * most 41 bytes for each article. For one thread.
 */
final class HostTexts {

  /**
   * Our number for the format of the bytes. Another format is ignored, and the host is learned
   * again.
   */
  private static final byte FORMAT = 1;

  /**
   * Articles of one host whose texts are compared, the last ones: a day of a large outlet. A notice
   * in place of one article in thirty still meets itself.
   */
  static final int TEXTS = 128;

  /**
   * So many other articles must have a paragraph before it counts as the host's and not the
   * article's: one article may stand at three addresses, its own, a printed one, and that of before
   * its headline changed.
   */
  static final int OTHER_TEXTS = 3;

  /**
   * Share of a text that must be the host's for the page to be refused. Below it the rest may be
   * the news, as in a running story that gets a new first paragraph every hour.
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

  /** Whether nearly all of a text is in several other articles of the host. */
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
   * Stores an article in place of its earlier text, and drops the oldest beyond the limit; returns
   * whether anything changed.
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
